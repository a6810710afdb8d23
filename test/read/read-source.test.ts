import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import type { Document } from "../../src/document/document.ts";
import { type ReadOptions, readSource, type Source } from "../../src/read/read-source.ts";

const folder = mkdtempSync(join(tmpdir(), "read-"));
const file = (name: string, content: string | Uint8Array) => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const bytes = (content: string | Uint8Array, source = "memory.txt"): Source => ({
  source,
  bytes: typeof content === "string" ? Buffer.from(content) : content,
});

async function read(source: Source, options?: ReadOptions): Promise<Document[]> {
  const documents: Document[] = [];
  for await (const d of readSource(source, options)) documents.push(d);
  return documents;
}

async function* repeat(piece: Uint8Array, times: number): AsyncGenerator<Uint8Array> {
  for (let i = 0; i < times; i++) yield piece;
}

const MB = 1024 * 1024;

describe("readSource", () => {
  it("reads what a file holds, not what its name says", async () => {
    const post = '{"id":1,"title":{"rendered":"T"},"content":{"rendered":"<p>Peru met Chile.</p>"}}';
    expect((await read(file("post.txt", post)))[0]).toMatchObject({ format: "wordpress-json", source: join(folder, "post.txt") });
    expect((await read(file("page.md", "<!doctype html><title>x</title><p>Peru met Chile in Lima.")))[0]).toMatchObject({ format: "html" });
    expect((await read(file("plain.html", "Peru met Chile in Lima.")))[0]).toMatchObject({ format: "text" });
    expect(await read(file("lines.txt", '{"id":"a","text":"One."}\n{"id":"b","text":"Two."}'))).toMatchObject([
      { source: "a" },
      { source: "b" },
    ]);
    expect(
      (
        await read(
          file("feed.json", "<rss><channel><title>F</title><item><title>x</title><description>y</description></item></channel></rss>"),
        )
      )[0],
    ).toMatchObject({
      format: "feed",
      publisher: "F",
    });
  });

  it("reads standard input, streams, gzip and other encodings", async () => {
    expect(await read("-", { stdin: repeat(Buffer.from('{"id":"a","text":"One."}\n'), 3) })).toHaveLength(3);
    expect(await read(file("lines.gz", gzipSync('{"id":"a","text":"One."}\n')))).toMatchObject([{ source: "a", text: "One." }]);
    const wide = iconv.encode("<!doctype html><p>Perú y Chile se reunieron.", "utf-16le", { addBOM: true });
    expect((await read(bytes(wide)))[0]!.text).toBe("Perú y Chile se reunieron.");
    const old = (await read(bytes(iconv.encode("Perú y Chile se reunieron en Lima.", "windows-1252"))))[0]!;
    expect([old.text, old.diagnostics[0]!.code]).toEqual(["Perú y Chile se reunieron en Lima.", "encoding-guessed"]);
  });

  it("lets the caller's facts win", async () => {
    const [d] = await read(bytes("<!doctype html><html lang=es><title>Own title of it</title><p>Text."), {
      known: { title: "Given", date: { edtf: "2001", basis: "filename" } },
    });
    expect(d).toMatchObject({ title: "Given", date: { edtf: "2001" }, language: "es" });
  });

  it.each([
    ["a file that is not there", join(folder, "none.txt"), "not-found"],
    ["a folder", folder, "unreadable"],
    ["an empty file", bytes(""), "empty"],
    ["blank text", bytes(" \n\t "), "empty"],
    ["an image", bytes(Buffer.from("\x89PNG\r\n\x1a\n", "latin1")), "not-text"],
    ["null bytes", bytes(Buffer.alloc(1000)), "not-text"],
    ["a spreadsheet", bytes("PK\x03\x04 xl/workbook.xml"), "unknown-format"],
    ["JSON without documents", bytes('{"a":1,"b":[1,2]}'), "unreadable"],
    ["a damaged archive", bytes(gzipSync("some text that is long enough").subarray(0, 20)), "unreadable"],
  ] as const)("says what is wrong with %s", async (_name, source, code) => {
    const error: unknown = await read(source as Source).catch((e: unknown) => e);
    expect(error).toMatchObject({ name: "ReadError", code });
    const { message, expected, advice, path } = error as { message: string; expected: string; advice: string; path: string };
    expect(message).toContain(path);
    expect(expected.length * advice.length).toBeGreaterThan(0);
  });

  it.each([
    ["null bytes", Buffer.alloc(MB), 100, "not-text"],
    ["random bytes", Buffer.from(Array.from({ length: MB }, (_, i) => (i * 2654435761) >>> 24)), 100, "not-text"],
    ["one endless word", Buffer.alloc(MB, "x"), 100, "too-large"],
    ["one endless word below the limit", Buffer.alloc(MB, "x"), 30, "line-too-long"],
    ["brackets without end", Buffer.alloc(MB, "["), 30, "line-too-long"],
    ["an endless JSON line", Buffer.from(`${'{"text":"'.padEnd(40_000, "x")}`), 3000, "unreadable"],
    ["nested JSON", Buffer.from('{"a":'.repeat(10_000)), 600, "unreadable"],
    ["nested arrays", Buffer.from('[{"a":['.repeat(10_000)), 400, "unreadable"],
  ] as const)("refuses 100 MB of %s in bounded time and memory", async (_name, piece, times, code) => {
    const started = performance.now();
    const before = process.memoryUsage().rss;
    const error: unknown = await read({ source: "nonsense.bin", stream: repeat(piece, times) }).catch((e: unknown) => e);
    expect(error).toMatchObject({ name: "ReadError", code, path: "nonsense.bin" });
    expect(performance.now() - started).toBeLessThan(20_000);
    expect(process.memoryUsage().rss - before).toBeLessThan(900 * MB);
  });

  it.each([
    ["tags", "<p>x", "<!doctype html><body>"],
    ["nested tags", "<div><b>x ", "<!doctype html><body>"],
    ["numbers", "1, ", '[{"text":"Peru met Chile."}, '],
    ["members", '"a":[1, 2], ', '{"text":"Peru met Chile.", '],
    ["empty items", "{}, ", '[{"title":{"rendered":"Peru met Chile."}}, '],
    ["feed items", "<b/>y", "<rss><channel><item><title>x</title><description>"],
    ["lines without text", '{"a":1}\n', '{"id":"a","text":"Peru met Chile."}\n'],
  ])(
    "reads 30 MB of %s in bounded time and memory",
    async (_name, piece, start) => {
      const rest = Buffer.from(piece.repeat(Math.ceil(MB / piece.length)));
      async function* stream(): AsyncGenerator<Uint8Array> {
        yield Buffer.from(start);
        yield* repeat(rest, 30);
      }
      const started = performance.now();
      const [d] = await read({ source: "nonsense", stream: stream() });
      expect(d!.text.length).toBeLessThan(8 * MB);
      expect(performance.now() - started).toBeLessThan(90_000);
      expect(process.memoryUsage().heapUsed).toBeLessThan(2000 * MB);
    },
    120_000,
  );

  it("streams JSON lines: 120 MB go through in little memory", async () => {
    const line = Buffer.from(`${JSON.stringify({ id: "a", text: "Peru and Chile met in Lima. ".repeat(700) })}\n`);
    const times = Math.ceil((120 * MB) / line.length);
    let count = 0;
    let most = 0;
    const before = process.memoryUsage().rss;
    for await (const _ of readSource({ source: "big.jsonl", stream: repeat(line, times) })) {
      count++;
      if (count % 200 === 0) most = Math.max(most, process.memoryUsage().rss);
    }
    expect(count).toBe(times);
    expect(most - before).toBeLessThan(400 * MB);
  }, 120_000);
});
