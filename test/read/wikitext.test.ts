import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Document } from "../../src/document/document.ts";
import { MappedText } from "../../src/document/mapped-text.ts";
import { toSource, toText } from "../../src/document/source-map.ts";
import { readWikitext, redirectOf } from "../../src/read/wikitext.ts";

const read = (source: string): Document => readWikitext(MappedText.identity(source), { source: "page.txt" });
const textOf = (source: string): string => read(source).text;
const codes = (document: Document): string[] => document.diagnostics.map((d) => d.code);

describe("text", () => {
  it.each([
    ["links, piped links and their trails", "[[Kenya]]n ties with the [[Republic of Peru|Peru]]vians", "Kenyan ties with the Peruvians"],
    ["the pipe trick", "[[Treaty of Lima (1821)|]] and [[Quito, Ecuador|]]", "Treaty of Lima and Quito"],
    ["bold and italic", "'''Chile''' and ''Peru'' and '''''both''''' o'clock", "Chile and Peru and both o'clock"],
    ["an elision before bold", "l'''Accord'' was signed", "l'Accord was signed"],
    ["entities", "Tom&aacute;s &amp; B&#246;n&nbsp;4 &unknown; AT&T", "Tomás & Bön 4 &unknown; AT&T"],
    ["comments, also alone on a line", "One <!-- no -->line\n<!-- gone -->\nand more", "One line and more"],
    ["nowiki", "<nowiki>[[not]] {{a}}</nowiki> ''x''", "[[not]] {{a}} x"],
    ["external links", "[https://e.org The ministry] said", "The ministry said"],
    ["HTML", "a<sup>2</sup> <small>b</small><br />c", "a2 b\nc"],
    ["hidden text", '<span style="display:none">0001</span>First', "First"],
    ["magic words and signatures", "__NOTOC__Text ~~~~", "Text"],
    [
      "what is left where a template went",
      "Peru ({{IPA-es|x}}) and Chile ({{lang-es|Chile}}; {{IPA|y}}){{cn}}, too",
      "Peru and Chile (Spanish: Chile), too",
    ],
    ["tags that are no tags", "a < b and <unknown>c", "a < b and <unknown>c"],
  ])("reads %s", (_, source, text) => expect(textOf(source)).toBe(text));
});

describe("templates", () => {
  it.each([
    ["{{flag|Chile}} and {{flagcountry|PER}} and {{ARG}}", "Chile and Peru and Argentina"],
    ["{{flag|UK|name=Britain}}", "Britain"],
    ["{{lang|es|Cancillería}} {{nowrap|two [[State (polity)|states]]}}", "Cancillería two states"],
    ["{{start date|1962|10|5|df=y}}; {{dts|1962|October|5}}; {{date|1962-10-05|dmy}}", "5 October 1962; October 5, 1962; 5 October 1962"],
    ["{{as of|2011|5}}, {{as of|2012|lc=y}}", "As of May 2011, as of 2012"],
    ["{{circa|1850}} {{convert|20|km|mi}} {{US$|3 million}}", "c. 1850 20 km US$3 million"],
    ["{{ill|Ana Ejemplo|es|lt=Minister Ejemplo}} {{abbr|OAS|Organization}} {{sort|2|Two}}", "Minister Ejemplo OAS Two"],
    ["Members: {{hlist|Chile|Peru|Kenya}}", "Members: Chile, Peru, Kenya"],
    ["a{{snd}}b{{nbsp}}c {{small|d}} {{yes}} {{no|Not yet}}", "a – b c d Yes Not yet"],
    ["{{#if:x|then|else}} {{#if:|then|else}} {{{1|default}}} {{lc:ABC}}", "then else default ABC"],
    ["{{nowrap|a {{small|b {{lang|fr|c}}}}}}", "a b c"],
    ["{{no such thing|x}}Text", "Text"],
  ])("reads %s", (source, text) => expect(textOf(source)).toBe(text));

  it("tells which templates it left out", () => {
    const [found] = read("{{no such thing|x}} a {{no such thing}}").diagnostics;
    expect(found).toMatchObject({ code: "templates-left-out", severity: "info", at: 0 });
    expect(found!.message).toContain("no such thing (2 times)");
  });

  it("takes lists as list items", () => {
    const { blocks, text } = read("{{ubl|Quito|[[Lima]]}}\n{{plainlist|\n* one\n* two\n}}");
    expect(blocks.map((b) => [b.kind, text.slice(b.start, b.end)])).toEqual([
      ["list-item", "Quito"],
      ["list-item", "Lima"],
      ["list-item", "one"],
      ["list-item", "two"],
    ]);
  });

  it("names the country of a flag icon only where nothing else does", () => {
    const document = read("{|\n|-\n| {{flagicon|MEX}} || [[File:Flag of Peru.svg|20px]] || {{flagicon|CHL}} [[Chile]]\n|}");
    expect(document.tables[0]!.rows[0]!.cells.map((c) => c.text)).toEqual(["Mexico", "Peru", "Chile"]);
  });

  it("keeps pages that are pointed to apart from the text", () => {
    const document = read("== Kenya ==\n{{main|Chile–Kenya relations}}\n{{see also|Embassy of Chile, Nairobi|Africa}}\nText.");
    expect(document.text).toBe("Kenya\n\nText.");
    expect(document.links.map((l) => [l.start, l.end, l.target])).toEqual([
      [5, 5, "wiki:Chile–Kenya relations"],
      [5, 5, "wiki:Embassy of Chile, Nairobi"],
      [5, 5, "wiki:Africa"],
    ]);
  });

  it("keeps an infobox as rows that are no text of the author's", () => {
    const document = read(
      "{{Infobox bilateral relations|Chile–Fiji|map=x.svg\n| mission1 = [[Embassy of Chile, Suva|Embassy]]\n| envoy1 = Ana }}\nText.",
    );
    expect(document.blocks.map((b) => [b.kind, b.role])).toEqual([
      ["table-row", "notice"],
      ["table-row", "notice"],
      ["paragraph", "body"],
    ]);
    expect(document.tables[0]!.rows.map((r) => r.cells.map((c) => c.text))).toEqual([
      ["mission1", "Embassy"],
      ["envoy1", "Ana"],
    ]);
  });
});

describe("references", () => {
  it("keeps them apart, with the fields of their cite template and the number they show", () => {
    const source =
      'Chile left.<ref name="a">{{cite news |title=Chile leaves |newspaper=[[The Post]] |date=1 May 2001 |last=Diaz |first=Eva |url=https://p.org/1}}</ref> Peru stayed.<ref>[https://q.org Report] of 2002</ref><ref name=a />{{efn|Only formally.}}';
    const { text, citations } = read(source);
    expect(text).toBe("Chile left. Peru stayed.");
    expect(citations.map((c) => [c.at, c.label])).toEqual([
      [11, "1"],
      [24, "2"],
      [24, "1"],
      [24, "note 1"],
    ]);
    expect(citations[0]!.fields).toMatchObject({
      title: "Chile leaves",
      work: "The Post",
      date: "1 May 2001",
      author: "Diaz, Eva",
      url: "https://p.org/1",
    });
    expect(citations[0]!.text).toBe('Diaz, Eva (1 May 2001). "Chile leaves". The Post.');
    expect(citations[1]).toMatchObject({ text: "Report of 2002", fields: { url: "https://q.org", title: "Report" } });
    expect(citations[2]!.fields).toEqual(citations[0]!.fields);
    expect(citations[3]!.text).toBe("Only formally.");
  });

  it("finds references given in the list, short ones, and tells of those that are nowhere", () => {
    const document = read(
      'A.<ref name="late"/>{{sfn|Rojas|1999|p=4}}{{r|late}}<ref name="none"/>\n{{reflist|refs=<ref name="late">Late note</ref>}}',
    );
    expect(document.citations.map((c) => c.text)).toEqual(["Late note", "Rojas 1999, p. 4", "Late note", ""]);
    expect(codes(document)).toEqual(["reference-undefined"]);
  });

  it("reads cite templates of other languages under the same names", () => {
    const [citation] = read("Sí.<ref>{{cita web |título=Informe |fecha=2003 |editorial=Cancillería |url=https://c.org}}</ref>").citations;
    expect(citation!.fields).toMatchObject({ title: "Informe", date: "2003", publisher: "Cancillería", url: "https://c.org" });
  });
});

describe("blocks", () => {
  it("reads headings into sections within sections", () => {
    const document = read(
      "Lead.\n\n== Relations by country ==\n=== [[Mexico]] <!-- x --> ===\n* One\n** Two\n=== Peru===\nText.\n== End ==\n",
    );
    expect(document.sections.map((s) => [s.heading, s.level, s.parent])).toEqual([
      ["Relations by country", 2, -1],
      ["Mexico", 3, 0],
      ["Peru", 3, 0],
      ["End", 2, -1],
    ]);
    expect(document.blocks.filter((b) => b.kind === "list-item").map((b) => [b.level, b.marker, b.section])).toEqual([
      [1, "•", 1],
      [2, "•", 1],
    ]);
  });

  it("numbers ordered lists, also around nested ones, and parts definitions", () => {
    const { blocks, text } = read("# a\n#* x\n# b\n\n# c\n; Term : what it means\n: more");
    expect(blocks.map((b) => [b.marker, b.level, text.slice(b.start, b.end)])).toEqual([
      ["1.", 1, "a"],
      ["•", 2, "x"],
      ["2.", 1, "b"],
      ["1.", 1, "c"],
      [null, 1, "Term"],
      [null, 1, "what it means"],
      [null, 1, "more"],
    ]);
  });

  it("reads quotes, poems, preformatted text, captions and galleries", () => {
    const source =
      "<blockquote>Old words.</blockquote>\n{{quote|We agree.|A minister}}\n<poem>\none\ntwo\n</poem>\n<pre>\na  b\n c</pre>\n[[File:X.jpg|thumb|200px|Signing in [[Lima]]]]Text goes on.\n<gallery>\nFile:Y.jpg|Second signing\n</gallery>";
    const { blocks, text } = read(source);
    expect(blocks.map((b) => [b.kind, text.slice(b.start, b.end)])).toEqual([
      ["quote", "Old words."],
      ["quote", "We agree."],
      ["quote", "— A minister"],
      ["quote", "one\ntwo"],
      ["preformatted", "a  b\n c"],
      ["caption", "Signing in Lima"],
      ["paragraph", "Text goes on."],
      ["caption", "Second signing"],
    ]);
  });

  it("keeps categories and other languages as links without width", () => {
    const document = read("Text.\n\n[[Category:Relations of Chile|Peru]]\n[[es:Texto]] [[:Category:Shown]]");
    expect(document.text).toBe("Text.\n\nCategory:Shown");
    expect(document.links.filter((l) => l.start === l.end).map((l) => l.target)).toEqual([
      "wiki:Category:Relations of Chile",
      "wiki:es:Texto",
    ]);
  });

  it("passes over redirects and says where they lead", () => {
    const document = read("#REDIRECCIÓN [[Relaciones_Chile–Perú#x]]");
    expect([document.text, codes(document), document.links[0]!.target]).toEqual(["", ["redirect"], "wiki:Relaciones Chile–Perú"]);
    expect(redirectOf("No #REDIRECT [[X]]")).toBeNull();
  });
});

describe("titles", () => {
  it.each([
    ["the display title", "{{DISPLAYTITLE:''Relations'' of Fiji}}\n'''Other''' words", "Relations of Fiji"],
    [
      "a category that is the sort key",
      "'''Long''' words\n{{DEFAULTSORT:Foreign Relations Of Fiji}}\n[[Category:Foreign relations of Fiji| ]]",
      "Foreign relations of Fiji",
    ],
    ["words in bold", "The '''Chile–Fiji relations''' began.\n[[Category:A|x]]", "Chile–Fiji relations"],
    ["a category of relations", "Text.\n[[Category:Foreign relations of Fiji]]", "Foreign relations of Fiji"],
    ["nothing", "Text.", null],
  ])("are found in %s", (_, source, title) => expect(read(source).title).toBe(title));

  it("come from the caller first", () => {
    const known = { title: "Given" };
    expect(readWikitext(MappedText.identity("'''Bold''' text"), { source: "x", known }).title).toBe("Given");
  });
});

describe("broken markup", () => {
  it.each([
    ["a template", "Lead.\n\n{{Infobox x|a=1\n|b=2\n\nText after.\n== H ==\nMore.", "template-unclosed", "Text after."],
    ["a link", "A [[link that never ends.\n\nText after.", "link-unclosed", "Text after."],
    ["a reference", "A.<ref>{{cite web|title=x}} Text after.\n\nMore.<ref>b</ref>", "reference-unclosed", "Text after."],
    ["a table", "{|\n! A\n|-\n| b\n\nText after.\n== H ==\nMore.", "table-unclosed", "Text after."],
    ["a comment", "A. <!-- lost\n\nText after.", "comment-unclosed", "Text after."],
    ["a tag", "A <gallery> Text after.", "tag-unclosed", "Text after."],
  ])("%s is read on from, with a diagnostic at its place", (_, source, code, kept) => {
    const document = read(source);
    expect(codes(document)).toContain(code);
    expect(document.text).toContain(kept);
    const fault = document.diagnostics.find((d) => d.code === code)!;
    expect(fault.at).toBeGreaterThanOrEqual(0);
    expect(fault.at).toBeLessThan(source.length);
  });

  it.each(["{{", "{{a|", "[[", "[[a|", "<ref>", "<ref>x", "<!--", "{|\n|", "'''", "<b", "<div>a", "[http://a.b c", "{{{", "*"])(
    "a hundred thousand times %j is read in seconds",
    (mark) => {
      const begun = performance.now();
      read(mark.repeat(100_000));
      read(mark.repeat(50_000) + "}}]]|}".repeat(20_000));
      expect(performance.now() - begun).toBeLessThan(20_000);
    },
  );

  it("drops what is nested beyond a hundred levels and says so", () => {
    const document = read(`Text. ${"{{small|".repeat(100_000)}x${"}}".repeat(100_000)}`);
    expect(document.text).toBe("Text.");
    expect(codes(document)).toEqual(["nesting-too-deep"]);
  });
});

const MARKS = [
  "[[",
  "]]",
  "{{",
  "}}",
  "|",
  "=",
  "'''",
  "''",
  "\n",
  "\n\n",
  "* ",
  "# ",
  "; ",
  ": ",
  "{|\n",
  "|-\n",
  "|}\n",
  "! ",
  "||",
  "!!",
  "<ref>",
  "</ref>",
  "<ref name=a/>",
  "<!--",
  "-->",
  "&amp;",
  "&nbsp;",
  "== ",
  " ==\n",
  "[https://e.org ",
  "]",
  "flag|CHL",
  "ubl|",
  "nowrap|",
  "lang|es|",
  "File:A.jpg|thumb|",
  "Category:X",
  "<br>",
  "<nowiki>",
  "</nowiki>",
  "<table><tr><td>",
  "</table>",
  "<poem>",
  "</poem>",
  "Peru",
  "Chile signed",
  " ",
  "é",
  "(",
  ")",
  ",",
  ".",
];

describe("the map", () => {
  it("leads from every text back to the same characters, for any markup", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...MARKS), { maxLength: 60 }), (marks) => {
        const source = marks.join("");
        const document = read(source);
        const { text, map } = document;
        let last = 0;
        for (const run of map) {
          expect(run.start).toBeGreaterThanOrEqual(last);
          last = run.end;
          expect(run.sourceEnd).toBeLessThanOrEqual(source.length);
          if (run.end - run.start !== run.sourceEnd - run.sourceStart) continue;
          const plain = (s: string): string => s.replace(/\s/g, " ");
          expect(plain(text.slice(run.start, run.end))).toBe(plain(source.slice(run.sourceStart, run.sourceEnd)));
        }
        let end = 0;
        for (const block of document.blocks) {
          expect(block.start).toBeGreaterThanOrEqual(end);
          expect(text.slice(end, block.start).trim()).toBe("");
          end = block.end;
        }
        for (const { start, end } of document.links) expect(0 <= start && start <= end && end <= text.length).toBe(true);
        for (const table of document.tables)
          for (const row of table.rows) for (const cell of row.cells) expect(cell.text).toBe(text.slice(cell.start, cell.end));
      }),
      { numRuns: 1500 },
    );
  });

  it("goes there and back", () => {
    const { text, map } = read("'''Chile''' has an embassy in [[Quito]].<ref>x</ref> [[Peru]]vians &amp; more.");
    for (let at = 0; at < text.length; at++) {
      const place = toSource(map, at);
      const back = toText(map, place);
      if (back !== null) expect(back).toBe(at);
    }
  });

  it("is carried through what the wikitext itself was read from", () => {
    const wrapped = '{"text":"[[Peru]] \\u00e9 left."}';
    const at = wrapped.indexOf("[[");
    const inner = "[[Peru]] é left.";
    const map = [
      { start: 0, end: 9, sourceStart: at, sourceEnd: at + 9 },
      { start: 9, end: 10, sourceStart: at + 9, sourceEnd: at + 15 },
      { start: 10, end: inner.length, sourceStart: at + 15, sourceEnd: at + 15 + inner.length - 10 },
    ];
    const document = readWikitext(new MappedText(inner, map), { source: "x" });
    expect(document.text).toBe("Peru é left.");
    expect(toSource(document.map, 0)).toBe(at + 2);
    expect(toSource(document.map, document.text.indexOf("left"))).toBe(wrapped.indexOf("left"));
  });
});

const seeds = join(import.meta.dirname, "../../../shared/seeds");
describe.skipIf(!existsSync(seeds))("the sample page", () => {
  it("keeps title, sections, citations and the countries' sections", () => {
    const name = readdirSync(seeds).find((file) => file.startsWith("004_"))!;
    const source = readFileSync(join(seeds, name), "utf8");
    const document = read(source);
    expect(document.title).toBe("Foreign relations of Ecuador");
    expect(document.date).toBeNull();
    expect(document.sections.filter((s) => s.level === 3)).toHaveLength(17);
    expect(document.sections.find((s) => s.heading === "Mexico")).toMatchObject({ level: 3 });
    expect(document.citations.length).toBeGreaterThan(30);
    expect(document.text).not.toMatch(/[[\]{}|]|<ref|''/);
    expect(codes(document)).toEqual(["templates-left-out"]);
  });
});
