import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { contradictionsAbout, statusesBetween } from "../../src/answers/statuses-between.ts";
import { contradictionsWithWords, statusesWithWords } from "../../src/answers/with-words.ts";
import type { Claim } from "../../src/claims/claim.ts";
import type { Document } from "../../src/document/document.ts";
import { statusAt } from "../../src/reasoning/status-at.ts";
import { Record } from "../../src/record/record.ts";
import { type Cost, costOf, inMegabytes, type Measurement, percentile, type Report, timed } from "./measurement.ts";
import { Random } from "./random.ts";
import { type Pair, RecordMaterial } from "./record-material.ts";

const QUESTIONS = 300;
const FEW = 5;
/** Matters of a page, and claims of each of their lists, as the command line and the API give them. */
const [MATTERS, CLAIMS] = [20, 20];
/** Claims stored in one transaction, at most, as `ingest` does. */
const TOGETHER = 1000;
const EXTRACTOR = "chancery bench";
/** From so many claims on the last tenth is stored by turns into the record and into what it was early. */
const LEAST_BY_TURNS = 100_000;

/**
 * A record whose shape is like a real one's (see RecordMaterial). Claims a second stored, some forty documents at a time as
 * `ingest` does, each time durable, in all and in each tenth, with the time of the processor, which hardly hangs on what else the
 * machine does; and, over SQLite, the last tenth by turns with the same documents in a record of a fifth. Then milliseconds of questions: about pairs drawn evenly from all
 * that have claims, about pairs drawn as the claims' are, and about the busiest of them. In a file of its own, or in the empty
 * database of `address`.
 */
export async function measureRecord(claims: number, report: Report, address?: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "chancery-bench-"));
  const place = address ?? join(folder, "bench.chancery");
  const record = await Record.open(place, { create: true });
  const early = address === undefined && claims >= LEAST_BY_TURNS ? new EarlyRecord(join(folder, "early.chancery")) : null;
  try {
    const material = new RecordMaterial();
    await measureStoring(record, material, claims, report, early);
    await measureQuestions(record, place, material, report);
  } finally {
    await early?.close();
    await record.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One transaction: what it stored and what that cost. */
interface Batch {
  readonly documents: number;
  readonly claims: number;
  readonly cost: Cost;
}

async function measureStoring(
  record: Record,
  material: RecordMaterial,
  claims: number,
  report: Report,
  early: EarlyRecord | null,
): Promise<void> {
  const stored: Batch[] = [];
  const storedEarly: Batch[] = [];
  let waiting: { document: Document; claims: Claim[] }[] = [];
  let [ready, left] = [0, claims];
  const store = async (into: Record): Promise<Batch> => {
    const { cost } = await costOf(() => into.storeAll(waiting, EXTRACTOR));
    return { documents: waiting.length, claims: ready, cost };
  };
  for await (const item of material.documents(claims)) {
    waiting.push(item);
    ready += item.claims.length;
    left -= item.claims.length;
    if (ready < TOGETHER && left > 0) continue;
    stored.push(await store(record));
    if (early && left <= claims / 10) storedEarly.push(await store(await early.open()));
    else if (early && left <= (8 * claims) / 10) await early.take(record);
    [waiting, ready] = [[], 0];
  }
  const { seconds: settling } = await timed(() => record.settle());
  const all = figuresOf(stored);
  report({
    group: "record",
    name: "store",
    figures: {
      claims,
      documents: sum(stored.map((s) => s.documents)),
      "claims/s": all["claims/s"],
      "s to settle": settling,
      MB: inMegabytes(await record.size()),
    },
  });
  if (stored.length < 10) return;
  for (let i = 0; i < 10; i++) {
    const [from, to] = [i, i + 1].map((n) => Math.round((n * stored.length) / 10));
    report({ group: "record", name: `store, tenth ${i + 1}`, figures: figuresOf(stored.slice(from, to)) });
  }
  if (!early || storedEarly.length === 0) return;
  report({ group: "record", name: "… the last again", figures: figuresOf(stored.slice(-storedEarly.length)) });
  report({ group: "record", name: "… and by turns with it into a record of two tenths", figures: figuresOf(storedEarly) });
}

function figuresOf(batches: readonly Batch[]): Measurement["figures"] & { readonly "claims/s": number } {
  const claims = sum(batches.map((b) => b.claims));
  const of = (part: (cost: Cost) => number): number => sum(batches.map((b) => part(b.cost))) / claims;
  return {
    "claims/s": 1 / of((c) => c.seconds),
    "µs of processor a claim": 1e6 * of((c) => c.processor),
    "bytes written a claim": of((c) => c.written),
    "bytes read a claim": of((c) => c.read),
  };
}

/** A copy of a record in a file as it was when it held two tenths of its claims, to be written to by turns with what it became. */
class EarlyRecord {
  private readonly path: string;
  private taken = false;
  private record: Record | null = null;

  constructor(path: string) {
    this.path = path;
  }

  /** Copies the record, the first time only. */
  async take(record: Record): Promise<void> {
    if (this.taken) return;
    this.taken = true;
    await record.settle();
    copyFileSync(record.files[0]!, this.path);
  }

  async open(): Promise<Record> {
    this.record ??= await Record.open(this.path, { create: true });
    return this.record;
  }

  async close(): Promise<void> {
    await this.record?.close();
  }
}

export async function measureQuestions(record: Record, address: string, material: RecordMaterial, report: Report): Promise<void> {
  const random = new Random(24);
  const ask = async (name: string, question: () => Promise<readonly unknown[]>, times = QUESTIONS): Promise<void> => {
    const taken: number[] = [];
    let answers = 0;
    for (let i = 0; i < times; i++) {
      const { seconds, result } = await timed(question);
      taken.push(1000 * seconds);
      answers += result.length;
    }
    report({
      group: "record",
      name,
      figures: {
        asked: times,
        "rows each": answers / times,
        "p50 ms": percentile(taken, 0.5),
        "p95 ms": percentile(taken, 0.95),
        "most ms": Math.max(...taken),
      },
    });
  };
  const { known, words } = material;
  const [busiest] = await record.pairs(1);
  const pairs: readonly (readonly [how: string, draw: () => Pair, times?: number])[] = [
    ["pairs drawn evenly", () => random.pick(known)],
    ["pairs drawn as the claims'", () => material.drawPair(random)],
    ["the busiest pair", () => [busiest!.a, busiest!.b]],
  ];
  const day = "1998-06-30";
  for (const [how, draw] of pairs) await ask(`chronology, first 100, ${how}`, () => record.chronology(...draw(), { limit: 100 }));
  for (const [how, draw] of pairs)
    await ask(`chronology, one type, ten years, whole, ${how}`, () =>
      record.chronology(...draw(), { types: ["visit"], fromYear: 1990, toYear: 1999 }),
    );
  const status = async (of: Record, [a, b]: Pair) => {
    const answers = (await statusesBetween(of, [a, b], { limit: MATTERS })).statuses.map((s) => ({ status: s, answer: statusAt(s, day) }));
    return statusesWithWords(of, answers, CLAIMS);
  };
  for (const [how, draw] of pairs) await ask(`status on a day, first ${MATTERS} matters with words, ${how}`, () => status(record, draw()));
  const inOther = async (question: (of: Record) => Promise<readonly unknown[]>): Promise<readonly unknown[]> => {
    const other = await Record.open(address);
    try {
      return await question(other);
    } finally {
      await other.close();
    }
  };
  const first: Pair = [busiest!.a, busiest!.b];
  await ask("… of the busiest pair, asked of a record just opened", () => inOther((other) => status(other, first)), FEW);
  const contradictions = async (of: Record, [a, b]: Pair) =>
    contradictionsWithWords(of, (await contradictionsAbout(of, [a, b])).slice(0, MATTERS), CLAIMS);
  for (const [how, draw] of pairs) await ask(`contradictions, first ${MATTERS} with words, ${how}`, () => contradictions(record, draw()));
  await ask("search for two words in quotes", () => {
    const at = 2 * random.between(0, words.length / 2 - 1);
    return record.searchQuotes(words.slice(at, at + 2).join(" "));
  });
  await ask("search for one word in documents", () => record.searchDocuments(random.pick(words)));
  await ask("matrix: the 1,000 busiest pairs", () => record.pairs(1000));
  await ask("actors", () => record.actors());
}

const sum = (numbers: readonly number[]): number => numbers.reduce((x, y) => x + y, 0);
