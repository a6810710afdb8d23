import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Document } from "../../src/document/document.ts";
import { MappedText } from "../../src/document/mapped-text.ts";
import { readMarkdown } from "../../src/read/markdown.ts";

const read = (source: string): Document => readMarkdown(MappedText.identity(source), { source: "page.md" });

describe("Markdown", () => {
  it("reads title, authors, date, language and address from front matter", () => {
    const document = read(
      '---\ntitle: "A tour: notes"\ndate: 2015-05-01\nauthor: [Ana Ejemplo, {name: Bo Nilsen}]\nlang: en\nurl: https://example.org/tour\nsite: The Post\n---\n\nText.',
    );
    expect(document).toMatchObject({
      title: "A tour: notes",
      authors: ["Ana Ejemplo", "Bo Nilsen"],
      date: { edtf: "2015-05-01", basis: "field" },
      language: "en",
      address: "https://example.org/tour",
      publisher: "The Post",
      text: "Text.",
    });
    expect(document.map[0]).toMatchObject({ start: 0, sourceStart: document.map[0]!.sourceEnd - 5 });
  });

  it("reads TOML front matter, tells of broken YAML, and takes a rule for a rule", () => {
    expect(read('+++\ntitle = "Tour"\ndate = 2014-02-03\nauthors = ["A", "B"]\n+++\nText.')).toMatchObject({
      title: "Tour",
      authors: ["A", "B"],
      date: { edtf: "2014-02-03" },
    });
    expect(read("---\ntitle: [open\n---\nText.")).toMatchObject({ text: "Text.", diagnostics: [{ code: "front-matter-damaged" }] });
    expect(read("---\n\nText.\n\n---\n\nMore.").text).toBe("Text.\n\nMore.");
  });

  it("reads headings, emphasis, links, escapes, entities and line breaks", () => {
    const { text, title, blocks, links, sections } = read(
      "# Tour\n\n## In *May*\n\nThe **president** of [Peru](https://p.example) flew\\* on\nto Chile &amp; [back][b].\\\nEnd.\n\n[b]: https://b.example\n",
    );
    expect(text).toBe("Tour\n\nIn May\n\nThe president of Peru flew* on to Chile & back.\nEnd.");
    expect(title).toBe("Tour");
    expect(blocks.map((b) => b.kind)).toEqual(["title", "heading", "paragraph"]);
    expect(sections.map((s) => s.heading)).toEqual(["In May"]);
    expect(links.map((l) => [text.slice(l.start, l.end), l.target])).toEqual([
      ["Peru", "https://p.example"],
      ["back", "https://b.example"],
    ]);
  });

  it("reads lists, quotes, code, captions and what stands between HTML tags", () => {
    const { blocks, text } = read(
      "3. one\n   - nested\n4. two\n\n   more\n\n> Quoted\n> words\n\n```\na  b\n```\n\n![A long caption](x.png)\n\n<div>\nText in <i>a</i> div\n<script>no()</script><!-- no -->\n</div>\n",
    );
    expect(blocks.map((b) => [b.kind, b.level, b.marker, text.slice(b.start, b.end)])).toEqual([
      ["list-item", 1, "3.", "one"],
      ["list-item", 2, "•", "nested"],
      ["list-item", 1, "4.", "two"],
      ["list-item", 1, null, "more"],
      ["quote", 0, null, "Quoted words"],
      ["preformatted", 0, null, "a  b"],
      ["caption", 0, null, "A long caption"],
      ["paragraph", 0, null, "Text in a div"],
    ]);
  });

  it("reads tables", () => {
    const { tables, text } = read("| State | Since |\n|---|--:|\n| Chile \\| x | **1835** |\n| Peru | |\n");
    expect(text).toBe("State\tSince\nChile | x\t1835\nPeru");
    expect(tables[0]).toMatchObject({ columns: ["State", "Since"] });
    expect(tables[0]!.rows.map((r) => r.header)).toEqual([true, false, false]);
  });

  it("keeps footnotes apart from the text", () => {
    const document = read("Chile left.[^a] Peru too.[^lost]\n\n[^a]: The [Post](https://p.example), 2001.\n");
    expect(document.text).toBe("Chile left. Peru too.[^lost]");
    expect(document.citations).toEqual([
      { at: 11, label: "a", text: "The Post https://p.example, 2001.", fields: { url: "https://p.example" } },
    ]);
    expect(document.diagnostics.map((d) => d.code)).toEqual(["footnote-undefined"]);
  });

  it("reads a long text in parts, as if it were one", () => {
    const part = "## Visits\n\nShe left.[^n] See [the note][r].\n\n```\n# no heading\n\n## none\n```\n\n- a\n\n- b\n\n";
    const document = read(`# All\n\n${part.repeat(300)}[^n]: A note.\n\n[r]: https://r.example\n`);
    expect(document.sections).toHaveLength(300);
    expect(document.citations).toHaveLength(300);
    expect(document.citations.every((c) => c.text === "A note.")).toBe(true);
    expect(document.links).toHaveLength(300);
    expect(document.text).not.toContain("[^n]");
    expect(document.text.match(/# no heading\n\n## none/g)).toHaveLength(300);
  });

  it.each(["[", "> ", "*a ", "[a](", "1. ", "_a*b ", "[a][", "**a*", "[a]: b\n", "![", "`", "<a "])(
    "%j twenty thousand times is read in seconds",
    (mark) => {
      const begun = performance.now();
      read(mark.repeat(20_000));
      expect(performance.now() - begun).toBeLessThan(15_000);
    },
  );

  it("leads from every text back to the same characters", () => {
    const pieces = [
      "# ",
      "\n",
      "\n\n",
      "- ",
      "> ",
      "*",
      "**",
      "[",
      "](u)",
      "]",
      "`",
      "\\*",
      "&amp;",
      "&#233;",
      "Chile",
      " signed ",
      "| a | b |\n|---|---|\n",
      "<b>",
      "é",
      "1. ",
      "  ",
      "    ",
      "[^1]",
      "\n\n[^1]: note\n",
      "```\n",
      "\t",
      "\r\n",
      "---\n",
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 40 }), (chosen) => {
        const source = chosen.join("");
        const { text, map, blocks } = read(source);
        const plain = (s: string): string => s.replace(/\s/g, " ");
        for (const run of map)
          if (run.end - run.start === run.sourceEnd - run.sourceStart)
            expect(plain(text.slice(run.start, run.end))).toBe(plain(source.slice(run.sourceStart, run.sourceEnd)));
        let end = 0;
        for (const block of blocks) {
          expect(text.slice(end, block.start).trim()).toBe("");
          end = block.end;
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe("a long document", () => {
  const sentence = "The envoy of the kingdom spoke of trade and of fish, and she left on the next day for the islands of the south. ";
  const long = sentence.repeat(3).trim();
  const pieces = fc.constantFrom(
    long,
    `${sentence.trim()}\n${long}`,
    `${sentence.trim()}\n    ${long}`,
    `“${long}”`,
    `${long} It was *late* & dark.`,
    `${long}\\\n${long}`,
    `${long}\n---`,
    "## Visits",
    `- ${long}\n- ${long}`,
    `1. ${long}\n\n   ${long}`,
    `> ${long}`,
    `\`\`\`\n${long}\n\n${long}\n\`\`\``,
    `<!-- ${long}\n\n${long} -->`,
    `<div>\n${long}\n</div>`,
    `| a | b |\n| - | - |\n| ${sentence}| 2 |`,
  );
  const blocksOf = (text: string) => {
    const d = readMarkdown(MappedText.identity(text), { source: "a.md" });
    return d.blocks.map((b) => `${b.kind} ${b.level} ${b.marker} ${d.text.slice(b.start, b.end)}`);
  };

  it("is read as its parts are, each alone", () => {
    fc.assert(
      fc.property(fc.array(pieces, { minLength: 12, maxLength: 40 }), (parts) => {
        const apart = parts.flatMap((part, at) => (at > 0 && /^(?:- |1\. |> )/.test(part) ? ["## Next", part] : [part]));
        expect(blocksOf(apart.join("\n\n"))).toEqual(apart.flatMap((part) => blocksOf(part)));
      }),
      { numRuns: 60 },
    );
  });

  it("maps its paragraphs to where they stand", () => {
    const text = `# Tour\n\n${`${long}\n\n`.repeat(30)}The *last* line.\n`;
    const { text: read, map } = readMarkdown(MappedText.identity(text), { source: "a.md" });
    for (const run of map) expect(text.slice(run.sourceStart, run.sourceEnd)).toBe(read.slice(run.start, run.end));
    expect(map.reduce((sum, run) => sum + run.end - run.start, 0)).toBeGreaterThan(0.98 * read.length);
  });
});
