import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { extractInOrder, type Passing } from "../../src/cli/extract-in-order.ts";
import { type Extraction, openExtraction } from "../../src/cli/extraction.ts";
import { ExtractionPool } from "../../src/cli/extraction-pool.ts";
import type { Document } from "../../src/document/document.ts";
import { MappedText } from "../../src/document/mapped-text.ts";
import { readPlainText } from "../../src/read/plain-text.ts";
import { runChancery, startChancery } from "./run-chancery.ts";

const odd = new URL("./odd-worker.ts", import.meta.url);
const documentOf = (text: string): Document => readPlainText(MappedText.identity(text), { source: text.slice(0, 20) });

async function run(texts: readonly string[], extraction: Extraction): Promise<string[]> {
  const answers: string[] = [];
  async function* coming(): AsyncGenerator<Passing<string>> {
    for (const text of texts) yield { document: documentOf(text), note: text };
  }
  try {
    for await (const { note, answer } of extractInOrder(coming(), extraction)) answers.push(`${note}: ${answer!.failure ?? "answered"}`);
  } finally {
    await extraction.close();
  }
  return answers;
}

describe("extraction in threads", { timeout: 60_000 }, () => {
  it("answers in order, whoever is done first", async () => {
    const texts = Array.from({ length: 30 }, (_, i) => `text ${i} wait ${(i * 37) % 50}`);
    expect(await run(texts, new ExtractionPool(3, odd))).toEqual(texts.map((t) => `${t}: answered`));
  });

  it("goes on past documents on which a thread dies, and says which and why", async () => {
    const texts = ["one", "die here", "two", "three", "leave", "four", "die again", "five"];
    expect(await run(texts, new ExtractionPool(2, odd))).toEqual([
      "one: answered",
      "die here: died of it",
      "two: answered",
      "three: answered",
      "leave: the thread that extracted it ended",
      "four: answered",
      "die again: died of it",
      "five: answered",
    ]);
  });

  it("answers a document that cannot be parsed with the fault", async () => {
    expect(await run(["one", "odd words", "two"], new ExtractionPool(2, odd))).toEqual([
      "one: answered",
      "odd words: no words for it",
      "two: answered",
    ]);
  });

  it("ends with an error when threads cannot be started", async () => {
    const pool = new ExtractionPool(2, new URL("./no-worker.ts", import.meta.url));
    await expect(run(["one", "two"], pool)).rejects.toThrow("extraction could not be started: no model here");
  });

  it("reads no further ahead than a bound while one document takes long", async () => {
    let read = 0;
    let whenFirstCame = 0;
    const texts = Array.from({ length: 200 }, (_, i) => (i === 0 ? "wait 700" : `text ${i}`));
    async function* coming(): AsyncGenerator<Passing<string>> {
      for (const text of texts) {
        read++;
        yield { document: documentOf(text), note: text };
      }
    }
    const extraction = new ExtractionPool(2, odd);
    for await (const { note } of extractInOrder(coming(), extraction)) if (note === texts[0]) whenFirstCame = read;
    await extraction.close();
    expect(whenFirstCame).toBeGreaterThan(2);
    expect(whenFirstCame).toBeLessThan(20);
    expect(read).toBe(200);
  });

  it("gives what has no document its place", async () => {
    const extraction = new ExtractionPool(2, odd);
    async function* coming(): AsyncGenerator<Passing<string>> {
      yield { document: documentOf("wait 200"), note: "slow" };
      yield { document: null, note: "end" };
      yield { document: documentOf("fast"), note: "fast" };
    }
    const notes: string[] = [];
    for await (const { note, answer } of extractInOrder(coming(), extraction)) notes.push(`${note} ${answer ? "answer" : "none"}`);
    await extraction.close();
    expect(notes).toEqual(["slow answer", "end none", "fast answer"]);
  });

  it("takes one thread for little input, and as many as it is told otherwise", () => {
    expect(openExtraction({ bytes: 1000 }).width).toBe(1);
    expect(openExtraction({ bytes: 1000, workers: 3 }).width).toBe(3);
    expect(openExtraction({ bytes: 1e9, workers: 1 }).width).toBe(1);
    expect(openExtraction({ bytes: null }).width).toBe(1);
  });
});

describe("chancery extract --workers", { timeout: 120_000 }, () => {
  let folder: string;
  let lines: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "chancery-workers-"));
    lines = join(folder, "many.jsonl");
    const texts = Array.from({ length: 24 }, (_, i) =>
      [`Kenya and Laos signed a trade agreement in ${1900 + i}.`, "The two states opened embassies a year later. "]
        .join(" ")
        .repeat((i % 7) + 1),
    );
    writeFileSync(lines, texts.map((text, i) => JSON.stringify({ id: `line-${i}`, text, language: "en" })).join("\n"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("gives the same bytes for any number of threads", async () => {
    const outs = await Promise.all(["1", "3"].map((n) => runChancery(["extract", lines, "--workers", n])));
    expect(outs[0]!.out.length).toBeGreaterThan(5_000);
    for (const { code, out, err } of outs) expect({ code, err, same: out === outs[0]!.out }).toEqual({ code: 0, err: "", same: true });
  });

  it("stores the same record for any number of threads", async () => {
    const [one, two] = [join(folder, "one.chancery"), join(folder, "two.chancery")];
    const summaries = [];
    for (const [record, n] of [
      [one, "1"],
      [two, "2"],
    ] as const)
      summaries.push((await runChancery(["ingest", lines, "--record", record, "--workers", n, "--json"])).out);
    expect(summaries[1]).toBe(summaries[0]);
    const ask = (record: string) => runChancery(["chronology", "Kenya", "Laos", "--record", record, "--json"]);
    expect((await ask(two)).out).toBe((await ask(one)).out);
    const again = await runChancery(["ingest", lines, "--record", two, "--workers", "2", "--json"]);
    expect(JSON.parse(again.out)).toMatchObject({ new: 0, unchanged: 1 });
  });

  it("ends by an interruption, without a word", async () => {
    const endless = join(folder, "endless.jsonl");
    const text = "Kenya and Laos signed a trade agreement in 1990. Peru opened an embassy in Fiji. ".repeat(200);
    writeFileSync(endless, Array.from({ length: 300 }, (_, i) => JSON.stringify({ id: `${i}`, text, language: "en" })).join("\n"));
    const child = startChancery(["extract", endless, "--workers", "2"]);
    let err = "";
    child.stderr!.setEncoding("utf8").on("data", (s: string) => {
      err += s;
    });
    await new Promise((resolve) => child.stdout!.once("data", resolve));
    child.stdout!.resume();
    child.kill("SIGINT");
    const signal = await new Promise((resolve) => child.on("close", (_, by) => resolve(by)));
    expect({ signal, err }).toEqual({ signal: "SIGINT", err: "" });
  });

  it("ends quietly when its reader stops early", async () => {
    const child = startChancery(["extract", lines, "--workers", "2"]);
    child.stdout!.once("data", () => child.stdout!.destroy());
    let err = "";
    child.stderr!.setEncoding("utf8").on("data", (s: string) => {
      err += s;
    });
    const code = await new Promise((resolve) => child.on("close", resolve));
    expect({ code, err }).toEqual({ code: 0, err: "" });
  });

  it.each(["0", "65", "two", "-1"])("refuses “%s”", async (n) => {
    const { code, err } = await runChancery(["extract", lines, `--workers=${n}`]);
    expect(code).toBe(2);
    expect(err).toContain("threads from 1 to 64");
  });
});
