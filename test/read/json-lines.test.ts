import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../src/document/diagnostic.ts";
import type { Document } from "../../src/document/document.ts";
import { MappedText } from "../../src/document/mapped-text.ts";
import { isExact } from "../../src/document/source-map.ts";
import { readJsonLines, readJsonRecords } from "../../src/read/json-lines.ts";

async function* chunks(source: string | Uint8Array, size = 7): AsyncGenerator<Uint8Array> {
  const bytes = typeof source === "string" ? Buffer.from(source) : source;
  for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size);
}

async function read(source: string | Uint8Array, report?: (d: Diagnostic) => void, size?: number): Promise<Document[]> {
  const documents: Document[] = [];
  for await (const d of readJsonLines(chunks(source, size), { source: "in.jsonl", ...(report ? { report } : {}) })) documents.push(d);
  return documents;
}

describe("readJsonLines", () => {
  it("reads the fields of a line", async () => {
    const line = {
      id: "a-1",
      text: "Chad and Peru met.\n\nThey signed “a treaty” — at last.",
      date: "2019-05-12T10:00:00Z",
      title: "A meeting",
      url: "https://a.example/1",
      language: "en",
    };
    const [d] = await read(JSON.stringify(line));
    expect(d).toMatchObject({
      source: "a-1",
      format: "json-lines",
      title: "A meeting",
      date: { edtf: "2019-05-12", basis: "field" },
      address: "https://a.example/1",
      language: "en",
    });
    expect(d!.text).toBe(line.text);
    expect(d!.blocks).toHaveLength(2);
  });

  it("takes other usual names, HTML, posts, and the line number without an id", async () => {
    const documents = await read(
      [
        JSON.stringify({
          headline: "H",
          body: "Plain words here.",
          published: "May 2, 2018",
          author: "By Ana M. and Jo S.",
          lang: "pt_BR",
        }),
        JSON.stringify({ id: 7, html: "<p>One.</p><p>Two.</p>" }),
        JSON.stringify({ id: 8, title: { rendered: "Post" }, content: { rendered: "<p>Body</p>" } }),
      ].join("\r\n"),
    );
    expect(documents.map((d) => [d.source, d.text])).toEqual([
      ["in.jsonl#1", "Plain words here."],
      ["7", "One.\n\nTwo."],
      ["8", "Post\n\nBody"],
    ]);
    expect(documents[0]).toMatchObject({ title: "H", authors: ["Ana M.", "Jo S."], date: { edtf: "2018-05-02" }, language: "pt-BR" });
  });

  it("goes on after bad lines and says which they were", async () => {
    const reported: Diagnostic[] = [];
    const good = (id: string) => JSON.stringify({ id, text: `Text of ${id}.` });
    const documents = await read([good("a"), "not json", '{"id":"x"}', "", '{"id":"b","text":"cut o', good("c"), "[1,2]"].join("\n"), (d) =>
      reported.push(d),
    );
    expect(documents.map((d) => [d.source, d.diagnostics.map((x) => [x.code, x.message.split(":")[0]])])).toEqual([
      ["a", []],
      ["b", [["json-cut-off", "line 5"]]],
      ["c", []],
    ]);
    expect(reported.map((d) => [d.code, d.severity, d.line, d.message.split(":")[0]])).toEqual([
      ["line-unreadable", "error", 2, "line 2"],
      ["line-without-text", "error", 3, "line 3"],
      ["line-unreadable", "error", 7, "line 7"],
    ]);
    await expect(read("nonsense\nmore")).rejects.toMatchObject({
      name: "ReadError",
      code: "unreadable",
      path: "in.jsonl",
      place: "line 2",
    });
  });

  it("maps every line to its place in the whole file, for any cutting of the bytes", async () => {
    const text = fc
      .array(fc.constantFrom("word ", "é", "한국 ", "😀", "\n\n", '"', "\\", "end. "), { minLength: 1, maxLength: 12 })
      .map((p) => `A ${p.join("")}z.`);
    await fc.assert(
      fc.asyncProperty(
        fc.array(text, { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 1, max: 40 }),
        fc.boolean(),
        async (texts, size, bom) => {
          const source = texts.map((t, i) => JSON.stringify({ id: `i${i}`, text: t })).join("\n");
          const documents = await read((bom ? "\ufeff" : "") + source, undefined, size);
          expect(documents.map((d) => d.source)).toEqual(texts.map((_, i) => `i${i}`));
          for (const d of documents)
            for (const run of d.map)
              if (isExact(run))
                expect(source.slice(run.sourceStart, run.sourceEnd).replace(/\s/g, " ")).toBe(
                  d.text.slice(run.start, run.end).replace(/\s/g, " "),
                );
        },
      ),
      { numRuns: 100 },
    );
  });

  it("reads lines with bad bytes and passes over lines without end", async () => {
    const bad = Buffer.concat([Buffer.from('{"id":"a","text":"Caf'), Buffer.from([0xe9]), Buffer.from(' closed."}\n')]);
    const [d] = await read(bad);
    expect(d!.text).toBe("Caf\ufffd closed.");
    expect(d!.diagnostics.map((x) => x.code)).toContain("encoding-damaged");
    const long = Buffer.concat([Buffer.alloc(33 * 1024 * 1024, "x"), Buffer.from('\n{"id":"z","text":"After it."}')]);
    const [after] = await read(long, undefined, 1024 * 1024);
    expect([after!.source, after!.diagnostics[0]!.code]).toEqual(["z", "line-too-long"]);
    expect(after!.map[0]!.sourceStart).toBe(33 * 1024 * 1024 + 1 + '{"id":"z","text":"'.length);
  });
});

describe("readJsonRecords", () => {
  it("reads an array, an object around one, and a single record", () => {
    const records = (value: unknown) =>
      [...readJsonRecords(MappedText.identity(JSON.stringify(value, null, 2)), { source: "in.json" })].map((d) => [d.source, d.text]);
    expect(records([{ id: "a", text: "One." }, { text: "Two." }])).toEqual([
      ["a", "One."],
      ["in.json#2", "Two."],
    ]);
    expect(records({ total: 1, items: [{ id: "a", text: "One." }] })).toEqual([["a", "One."]]);
    expect(records({ text: "One." })).toEqual([["in.json", "One."]]);
    expect(() => records({ a: 1 })).toThrow(expect.objectContaining({ code: "unreadable" }));
  });
});
