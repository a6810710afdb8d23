import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Document } from "../../src/document/document.ts";
import { MappedText } from "../../src/document/mapped-text.ts";
import { isExact, toSource, toText } from "../../src/document/source-map.ts";
import { readWordpress } from "../../src/read/wordpress.ts";

const read = (source: string) => [...readWordpress(MappedText.identity(source), { source: "post.txt" })];
const lines = (d: Document) => d.blocks.map((b) => `${b.kind}${b.role === "notice" ? "!" : ""}: ${d.text.slice(b.start, b.end)}`);
const codes = (d: Document) => d.diagnostics.map((x) => x.code);

const POST = {
  id: 77,
  date: "2021-08-04T00:20:11",
  date_gmt: "2021-08-03T15:20:11",
  slug: "envoys",
  link: "https://bulletin.example/2021/08/envoys/",
  title: { rendered: "Paraguay &#038; Latvia: envoys at last" },
  content: {
    rendered:
      '<p>Paraguay&#8217;s first envoy to Latvia&nbsp;arrived in <a href="/riga">Riga</a> on Monday.</p>\n<p><b>WHAT FOLLOWS</b></p>\n' +
      '[caption id="attachment_5" align="alignnone" width="300"]<img src="x.jpg" /> The envoy in Riga[/caption]\n' +
      '<p>A treaty on visas [sic] was signed. [gallery ids="1,2,3"]</p><p>[vc_row][my_box color="red"]Talks go on.[/my_box][/vc_row]</p>\n' +
      "<p>Read more: <a href='/2'>Lithuania opens a post in Quito</a></p><p><em>Sign up for our weekly newsletter here.</em></p>" +
      '<div class="sharedaddy sd-sharing-enabled"><h3>Share this:</h3><ul><li><a href="#">Mail</a></li></ul></div>',
  },
  excerpt: { rendered: "<p>Short</p>" },
  yoast_head_json: { og_site_name: "The Bulletin", og_locale: "en_US" },
  _embedded: {
    author: [{ id: 3, name: "Ilze Paraugs" }],
    "wp:featuredmedia": [{ caption: { rendered: "<p>Riga in August &copy; City</p>" } }],
    "wp:term": [[{ name: "Diplomacy" }]],
  },
};

describe("readWordpress", () => {
  it("reads a post with what is embedded in it", () => {
    const [d] = read(JSON.stringify(POST));
    expect(lines(d!)).toEqual([
      "title: Paraguay & Latvia: envoys at last",
      "caption: Riga in August © City",
      "paragraph: Paraguay’s first envoy to Latvia arrived in Riga on Monday.",
      "heading: WHAT FOLLOWS",
      "caption: The envoy in Riga",
      "paragraph: A treaty on visas [sic] was signed.",
      "paragraph: Talks go on.",
      "paragraph!: Read more: Lithuania opens a post in Quito",
      "paragraph!: Sign up for our weekly newsletter here.",
    ]);
    expect(d).toMatchObject({
      source: "post.txt",
      format: "wordpress-json",
      title: "Paraguay & Latvia: envoys at last",
      authors: ["Ilze Paraugs"],
      date: { edtf: "2021-08-04", basis: "field" },
      language: "en-US",
      address: "https://bulletin.example/2021/08/envoys/",
      publisher: "The Bulletin",
    });
    expect(d!.links[0]).toMatchObject({ target: "https://bulletin.example/riga" });
    expect(codes(d!)).toEqual(["shortcode-left-out", "html-left-out"]);
  });

  it("reads an array, each post under its own source, and passes over what is no post", () => {
    const documents = read(
      JSON.stringify([POST, { code: "rest_forbidden", message: "no" }, { ...POST, id: 78, title: { rendered: "Other" } }]),
    );
    expect(documents.map((d) => [d.source, d.title])).toEqual([
      ["post.txt#77", "Paraguay & Latvia: envoys at last"],
      ["post.txt#78", "Other"],
    ]);
    expect(codes(documents[1]!)).toContain("wordpress-no-post");
  });

  it("reads the other shapes: posts wrapped in an object, plain strings, a protected post, an excerpt alone", () => {
    const plain = {
      ID: 9,
      title: "Plain &amp; simple",
      content: "<p>Text.</p>",
      URL: "https://a.example/9",
      date: "2020-01-02T03:04:05+09:00",
      author: { name: "N. N." },
    };
    const [d] = read(JSON.stringify({ found: 1, posts: [plain] }));
    expect([d!.source, d!.title, d!.text, d!.date?.edtf, d!.authors]).toEqual([
      "post.txt#9",
      "Plain & simple",
      "Plain & simple\n\nText.",
      "2020-01-02",
      ["N. N."],
    ]);
    const [locked] = read(JSON.stringify({ ...POST, content: { rendered: "", protected: true }, excerpt: { rendered: "" } }));
    expect(locked!.diagnostics.find((x) => x.code === "content-missing")?.message).toContain("password");
    const [short] = read(JSON.stringify({ ...POST, content: { rendered: "" } }));
    expect(lines(short!).at(-1)).toBe("paragraph: Short");
  });

  it("reads what is left of a broken post: raw line breaks, lost start tags, a body cut off", () => {
    const source =
      '{"id":5,"date":"2022-02-03T10:00:00","link":"https://x.example/5","title":{"rendered":"A tour"},"content":{"rendered":"\n' +
      "Bolivia\\u2019s minister flew to Oslo.<\\/span><\\/p>\\n She met <\\/span>officials<\\/span><\\/a> there.<\\/p>\\n NEXT STEPS<\\/b><\\/p>\\n More is pla";
    const [d] = read(source);
    expect(lines(d!)).toEqual([
      "title: A tour",
      "paragraph: Bolivia’s minister flew to Oslo.",
      "paragraph: She met officials there.",
      "heading: NEXT STEPS",
      "paragraph: More is pla",
    ]);
    expect(codes(d!)).toEqual(["json-cut-off", "json-control-character", "html-end-tag-stray", "content-cut-off"]);
    const cut = d!.diagnostics.at(-1)!;
    expect(cut.at).toBe(source.length);
    expect(cut.message).toContain("excerpt");
    expect(toSource(d!.map, d!.text.indexOf("’"))).toBe(source.indexOf("\\u2019"));
    expect(source.slice(toSource(d!.map, d!.text.indexOf("officials"))).startsWith("officials")).toBe(true);
  });

  it("gives a document for every cut that leaves a title", () => {
    const source = JSON.stringify(POST);
    for (let cut = source.indexOf('"content"'); cut < source.length; cut += 7) {
      const [d] = read(source.slice(0, cut));
      expect(d!.title).toBe("Paraguay & Latvia: envoys at last");
      expect(codes(d!)).toContain("json-cut-off");
    }
  });

  it("maps text through HTML entities and JSON escapes to the file", () => {
    const unit = fc.constantFrom(
      ["&#8217;", "’"],
      ["’", "’"],
      ["&amp;", "&"],
      ["word", "word"],
      [" ", " "],
      ["<i>", ""],
      ['"', '"'],
      ["\\", "\\"],
      ["é", "é"],
    );
    fc.assert(
      fc.property(
        fc.array(fc.array(unit, { minLength: 1, maxLength: 10 }), { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        (paragraphs, ascii) => {
          const html = paragraphs.map((p) => `<p>a${p.map(([s]) => s).join("")}z</p>`).join("");
          let source = JSON.stringify({ title: { rendered: "T" }, content: { rendered: html } });
          if (ascii)
            source = source.replace(/[^ -~]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`).replaceAll("/", "\\/");
          const [d] = read(source);
          const expected = paragraphs.map((p) => `a${p.map(([, t]) => t).join("")}z`.replace(/\s+/g, " "));
          expect(d!.blocks.slice(1).map((b) => d!.text.slice(b.start, b.end))).toEqual(expected);
          for (const run of d!.map) {
            if (!isExact(run)) continue;
            expect(source.slice(run.sourceStart, run.sourceEnd)).toBe(d!.text.slice(run.start, run.end));
            for (let i = run.start; i < run.end; i++) expect(toText(d!.map, toSource(d!.map, i))).toBe(i);
          }
        },
      ),
    );
  });

  it("is not misled by brackets that are no shortcodes", () => {
    const html = "<p>[The minister] said [in Spanish] that [1] it “[would] work” [emphasis added].</p>";
    const [d] = read(JSON.stringify({ title: { rendered: "T" }, content: { rendered: html } }));
    expect(d!.text).toContain("[The minister] said [in Spanish] that [1] it “[would] work” [emphasis added].");
  });

  const seeds = "../shared/seeds";
  describe.skipIf(!existsSync(seeds))("on the samples beside the checkout", () => {
    it.each([
      ["000_474c6904911ed97d.txt", "2023-01-31", 12, 0, 1],
      ["003_5546fe3d268b12ca.txt", "2023-05-09", 10, 4, 1],
    ])("reads %s", (name, date, blocks, notices, headings) => {
      const [d] = read(readFileSync(`${seeds}/${name}`, "utf8"));
      expect(d!.date?.edtf).toBe(date);
      expect(d!.blocks).toHaveLength(blocks);
      expect(d!.blocks.filter((b) => b.role === "notice")).toHaveLength(notices);
      expect(d!.sections).toHaveLength(headings);
      expect(d!.text).not.toMatch(/<\/|\\u|&#/);
      expect(codes(d!)).toEqual(["json-cut-off", "json-control-character", "html-end-tag-stray", "content-cut-off"]);
    });
  });
});
