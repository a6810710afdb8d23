import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import type { Document, Format } from "../../src/document/document.ts";
import { isExact } from "../../src/document/source-map.ts";
import { readSource } from "../../src/read/read-source.ts";
import { samples } from "./sample-text.ts";

const FORMATS: readonly (readonly [RegExp, Format])[] = [
  [/^WordPress/, "wordpress-json"],
  [/^wikitext/, "mediawiki"],
  [/^MediaWiki dump/, "mediawiki-xml"],
  [/^HTML/, "html"],
  [/^PDF/, "pdf"],
  [/^text/, "text"],
  [/^Markdown/, "markdown"],
  [/^DOCX/, "docx"],
  [/^RSS|^Atom/, "feed"],
  [/^JSON lines/, "json-lines"],
];

/** The rows of the table in docs/samples.md: file, format, titles, dates. */
const rows = [
  ...readFileSync(new URL("../../docs/samples.md", import.meta.url), "utf8").matchAll(/^\| `([^`]+)` \| (.+?) \| (.+?) \| (.+?) \|$/gmu),
].map(([, file, format, titles, dates]) => ({ file: file!, format: format!, titles: titles!.split(" · "), dates: dates!.split(" · ") }));
const expected = readFileSync(new URL("expected.jsonl", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as { readonly document: string; readonly quote: string });

const read = new Map<string, Document[]>();
beforeAll(async () => {
  for (const { file } of rows) {
    const documents: Document[] = [];
    for await (const document of readSource(fileURLToPath(new URL(file, samples)))) documents.push(document);
    read.set(file, documents);
  }
}, 60_000);

const folded = (text: string): string => text.replace(/\s+/gu, " ").trim();
/** White space of one kind may stand for that of another. */
const spaced = (text: string): string => text.replace(/\s/gu, " ");
const letters = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
/** The name by which the expected claims call a document. */
const nameOf = (file: string, document: Document, count: number): string => {
  if (file.endsWith(".jsonl")) return document.source;
  return count > 1 ? document.source.slice(document.source.lastIndexOf("/") + 1) : file.slice(0, file.lastIndexOf("."));
};

describe.each(rows)("the sample $file", ({ file, format, titles, dates }) => {
  it("is read in its format, with title and date", () => {
    const documents = read.get(file)!;
    const wanted = FORMATS.find(([pattern]) => pattern.test(format))![1];
    expect(documents.map((document) => document.format)).toEqual(documents.map(() => wanted));
    if (wanted === "feed" || wanted === "json-lines") {
      const [from, to = from] = dates[0]!.split(" to ");
      const found = documents.map((document) => document.date!.edtf).sort();
      expect([found[0], found.at(-1)]).toEqual([from, to]);
      expect(documents.every((document) => (document.title?.length ?? 0) > 5)).toBe(true);
      if (wanted === "feed") expect(documents.every((document) => document.publisher?.startsWith(titles[0]!))).toBe(true);
    } else {
      expect(documents.map((document) => letters(document.title ?? ""))).toEqual(titles.map(letters));
      expect(documents.map((document) => document.date?.edtf ?? "none")).toEqual(dates);
    }
  });

  it("has blocks in order, none over another, and all of the text in them", () => {
    for (const { blocks, text, sections, tables, links, citations } of read.get(file)!) {
      let at = 0;
      for (const block of blocks) {
        expect(block.start).toBeGreaterThanOrEqual(at);
        expect(block.end).toBeGreaterThan(block.start);
        expect(text.slice(at, block.start).trim()).toBe("");
        expect(block.section).toBeLessThan(sections.length);
        expect(block.table).toBeLessThan(tables.length);
        at = block.end;
      }
      expect(at).toBe(text.length);
      for (const section of sections) expect(text.startsWith(section.heading, section.start)).toBe(true);
      for (const link of links) expect(link.end).toBeGreaterThanOrEqual(link.start);
      for (const citation of citations) expect(citation.at).toBeLessThanOrEqual(text.length);
      for (const table of tables)
        for (const row of table.rows) for (const cell of row.cells) expect(text.slice(cell.start, cell.end)).toBe(cell.text);
    }
  });

  it("leads back to the file, character by character where its map is exact", () => {
    const source = readFileSync(new URL(file, samples), "utf8");
    for (const { map, text, mapUnit } of read.get(file)!) {
      let at = 0;
      for (const run of map) {
        expect(run.start).toBeGreaterThanOrEqual(at);
        at = run.end;
        if (mapUnit === "file" && isExact(run) && run.end - run.start > 1)
          expect(spaced(source.slice(run.sourceStart, run.sourceEnd))).toBe(spaced(text.slice(run.start, run.end)));
      }
      expect(at).toBeLessThanOrEqual(text.length);
      const mapped = map.reduce((sum, run) => sum + run.end - run.start, 0);
      expect(mapped).toBeGreaterThan(0.9 * text.length);
    }
  });
});

describe("the quotes of the expected claims", () => {
  it.each(expected.map((claim, at) => [at + 1, claim.document, claim.quote] as const))("line %i: %s", (_line, name, quote) => {
    const document = [...read].flatMap(([file, documents]) => documents.filter((d) => nameOf(file, d, documents.length) === name));
    expect(document).toHaveLength(1);
    expect(folded(document[0]!.text)).toContain(folded(quote));
  });
});
