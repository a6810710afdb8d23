import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MappedText } from "../../src/document/mapped-text.ts";
import { isExact, toSource, toText } from "../../src/document/source-map.ts";
import { DocumentBuilder } from "../../src/read/document-builder.ts";

const meta = { source: "a" };
const found = { format: "text" } as const;

/** Puts a string at the end of a growing source and returns where it stands. */
function sourceOf(...pieces: string[]): { input: MappedText; at: number[] } {
  const at: number[] = [];
  let size = 0;
  for (const piece of pieces) {
    at.push(size);
    size += piece.length;
  }
  return { input: MappedText.identity(pieces.join("")), at };
}

describe("DocumentBuilder", () => {
  it("joins white space, drops it at the ends of blocks and parts blocks", () => {
    const { input, at } = sourceOf("  One \n two\u00a0 three ", "\t", "item", "item two", " last\u00ad word\u200b ");
    const b = new DocumentBuilder(input);
    b.append("  One \n two\u00a0 three ", at[0]!);
    b.startBlock({ kind: "paragraph" });
    b.append("\t", at[1]!);
    b.startBlock({ kind: "list-item", level: 1, marker: "•" });
    b.append("item", at[2]!);
    b.startBlock({ kind: "list-item", level: 1, marker: "•" });
    b.append("item two", at[3]!);
    b.startBlock({ kind: "paragraph" });
    b.append(" last\u00ad word\u200b ", at[4]!);
    const d = b.build(meta, found);
    expect(d.text).toBe("One two three\n\nitem\nitem two\n\nlast word");
    expect(d.blocks.map((x) => [x.kind, d.text.slice(x.start, x.end)])).toEqual([
      ["paragraph", "One two three"],
      ["list-item", "item"],
      ["list-item", "item two"],
      ["paragraph", "last word"],
    ]);
    expect(toSource(d.map, d.text.indexOf("three"))).toBe(input.text.indexOf("three"));
    expect(toSource(d.map, d.text.indexOf("word"))).toBe(input.text.indexOf("word"));
  });

  it("nests sections by level", () => {
    const { input, at } = sourceOf("A", "a", "B", "b", "C", "c");
    const b = new DocumentBuilder(input);
    for (const [i, level] of [2, 0, 3, 0, 2, 0].entries()) {
      b.startBlock(level ? { kind: "heading", level } : { kind: "paragraph" });
      b.append(input.text[at[i]!]!, at[i]!);
    }
    const d = b.build(meta, found);
    expect(d.sections.map((s) => [s.heading, s.level, s.parent, d.text.slice(s.start, s.end)])).toEqual([
      ["A", 2, -1, "A\n\na\n\nB\n\nb\n\n"],
      ["B", 3, 0, "B\n\nb\n\n"],
      ["C", 2, -1, "C\n\nc"],
    ]);
    expect(d.blocks.map((x) => x.section)).toEqual([0, 0, 1, 1, 2, 2]);
  });

  it("writes rows as their own cells, repeats spans, joins stacked headers", () => {
    const source = "Posts Region Sent Received Asia Korea 1962 1963 Japan 1918";
    const b = new DocumentBuilder(MappedText.identity(source));
    const cell = (word: string, more: object = {}) => ({ ...more, write: (w: DocumentBuilder) => w.append(word, source.indexOf(word)) });
    b.addTable({
      caption: (w) => w.append("Posts", 0),
      rows: [
        { cells: [cell("Region", { header: true, rowSpan: 2 }), cell("Sent", { header: true, columnSpan: 2 })] },
        { cells: [cell("Korea", { header: true }), cell("Received", { header: true })] },
        { cells: [cell("Asia", { rowSpan: 2 }), cell("1962"), cell("1963")] },
        { cells: [{ write: () => {} }, cell("1918")] },
      ],
    });
    const d = b.build(meta, found);
    expect(d.text).toBe("Posts\n\nRegion\tSent\nKorea\tReceived\nAsia\t1962\t1963\n1918");
    const [table] = d.tables;
    expect(table!.caption).toBe("Posts");
    expect(table!.columns).toEqual(["Region", "Sent / Korea", "Sent / Received"]);
    expect(table!.rows[3]!.cells.map((c) => [c.column, c.text])).toEqual([
      [0, "Asia"],
      [1, ""],
      [2, "1918"],
    ]);
    for (const row of table!.rows) for (const c of row.cells) expect(d.text.slice(c.start, c.end)).toBe(c.text);
    expect(d.blocks.filter((x) => x.kind === "table-row").map((x) => x.table)).toEqual([0, 0, 0, 0]);
  });

  it("gives blocks within a cell lines of their own", () => {
    const source = "Chile Peru 1962";
    const b = new DocumentBuilder(MappedText.identity(source));
    b.addTable({
      rows: [
        {
          cells: [
            {
              write: (w) => {
                w.startBlock({ kind: "list-item" });
                w.append("Chile", 0);
                w.endBlock();
                w.startBlock({ kind: "list-item" });
                w.append("Peru", 6);
              },
            },
            { write: (w) => w.append("1962", 11) },
          ],
        },
      ],
    });
    const d = b.build(meta, found);
    expect(d.text).toBe("Chile\nPeru\t1962");
    expect(d.blocks).toHaveLength(1);
  });

  it("bounds hostile spans", () => {
    const b = new DocumentBuilder(MappedText.identity("x"));
    const wide = { cells: Array.from({ length: 900 }, () => ({ rowSpan: 0, write: (w: DocumentBuilder) => w.append("x", 0) })) };
    b.addTable({ rows: [wide, ...Array.from({ length: 5000 }, () => ({ cells: [] }))] });
    const d = b.build(meta, found);
    expect(d.diagnostics.map((x) => x.code)).toEqual(["table-too-large"]);
    expect(d.tables[0]!.rows.length).toBeLessThan(400);
  });

  it("keeps links and citations at their words", () => {
    const source = "See  the treaty now.";
    const b = new DocumentBuilder(MappedText.identity(source));
    b.append("See ", 0);
    b.startLink("wiki:Treaty");
    b.append(" the treaty", 4);
    b.endLink();
    b.addCitation({ text: "Gazette" });
    b.append(" now.", 15);
    b.startBlock({ kind: "paragraph" });
    b.addCitation({ text: "never followed by text" });
    const d = b.build(meta, found);
    expect(d.links.map((l) => [d.text.slice(l.start, l.end), l.target])).toEqual([["the treaty", "wiki:Treaty"]]);
    expect(d.citations[0]!.at).toBe("See the treaty".length);
    expect(d.citations[1]!.at).toBe(d.text.length);
  });

  it("keeps white space in preformatted blocks", () => {
    const source = "\n\n  a\n    b  \n\n";
    const b = new DocumentBuilder(MappedText.identity(source));
    b.startBlock({ kind: "preformatted" });
    b.append(source, 0);
    expect(b.build(meta, found).text).toBe("  a\n    b");
  });

  it("lets what a container states win over what was found", () => {
    const b = new DocumentBuilder(MappedText.identity("x"));
    b.append("x", 0);
    const d = b.build({ source: "a", known: { title: "Stated", date: null } }, { format: "text", title: "Found", language: "ko" });
    expect([d.title, d.language, d.date]).toEqual(["Stated", "ko", null]);
  });

  it("maps every run to the words it came from, whatever the pieces", () => {
    const piece = fc.array(fc.constantFrom("a", "é", "한", " ", "  ", "\n", "\t", "\u00a0", "\u00ad", "\u200b", "\0", "😀"), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom("paragraph", "list-item", "heading", "none", "br", "preformatted"), piece)),
        (blocks) => {
          const source = blocks.map(([, p]) => p.join("")).join("");
          // The source as a JSON string would have it: each character two units further apart.
          const input = new MappedText(
            source,
            [...source].length ? [{ start: 0, end: source.length, sourceStart: 7, sourceEnd: 7 + source.length }] : [],
          );
          const b = new DocumentBuilder(input);
          let at = 0;
          for (const [kind, p] of blocks) {
            if (kind === "br") b.breakLine();
            else if (kind !== "none") b.startBlock({ kind, level: kind === "heading" ? 2 : 0 });
            b.append(p.join(""), at);
            at += p.join("").length;
          }
          const d = b.build(meta, found);
          let previous = 0;
          for (const block of d.blocks) {
            expect(block.start).toBeGreaterThanOrEqual(previous);
            expect(block.end).toBeGreaterThan(block.start);
            if (previous) expect(d.text.slice(previous, block.start)).toMatch(/^\n\n?$/);
            previous = block.end;
            if (block.kind !== "preformatted") expect(d.text.slice(block.start, block.end)).toMatch(/^\S[\s\S]*\S$|^\S$/);
          }
          expect(previous).toBe(d.text.length);
          for (const run of d.map) {
            if (!isExact(run)) continue;
            const here = d.text.slice(run.start, run.end).replace(/\s/g, " ");
            expect(source.slice(run.sourceStart - 7, run.sourceEnd - 7).replace(/\s/g, " ")).toBe(here);
            for (let i = run.start; i < run.end; i++) expect(toText(d.map, toSource(d.map, i))).toBe(i);
          }
        },
      ),
    );
  });
});
