import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { claimId } from "../../src/claims/build-claims.ts";
import { CLAIM_TYPES, type Claim, type Phase } from "../../src/claims/claim.ts";
import { ROLES } from "../../src/claims/roles.ts";
import type { Document } from "../../src/document/document.ts";
import { MappedText } from "../../src/document/mapped-text.ts";
import { readPlainText } from "../../src/read/plain-text.ts";
import { MATTER_KINDS } from "../../src/reasoning/matters.ts";
import { statusAt } from "../../src/reasoning/status-at.ts";
import { deriveStatuses } from "../../src/reasoning/statuses.ts";
import { Record } from "../../src/record/record.ts";
import { inMegabytes, percentile, type Report, timed } from "./measurement.ts";
import { writeArticles } from "./prose.ts";
import { Random } from "./random.ts";

const SOURCES = 40;
const QUESTIONS = 300;
/** Claims stored in one transaction, as `ingest` does. */
const TOGETHER = 500;
const EXTRACTOR = "chancery bench";
const ACTORS = (
  "USA CHN RUS GBR FRA DEU JPN KOR PRK TWN IND BRA MEX ARG CHL PER COL ECU VEN BOL PRY URY CUB DOM HTI GTM HND SLV NIC CRI PAN CAN AUS NZL IDN MYS SGP THA VNM PHL " +
  "LAO KHM MMR BGD PAK IRN IRQ ISR TUR EGY SAU ARE QAT KWT JOR LBN SYR MAR DZA TUN LBY NGA GHA SEN KEN ETH UGA TZA ZAF AGO MOZ ZWE ESP PRT ITA NLD BEL CHE AUT SWE NOR DNK FIN POL UKR"
).split(" ");
const PHASES: { readonly [type: string]: readonly Phase[] } = {
  agreement: ["negotiating", "signed", "in-force"],
  visit: ["occurs"],
  meeting: ["occurs"],
  statement: ["occurs"],
  event: ["occurs"],
};

/**
 * A record whose shape is like a real one: pairs of actors by Zipf's law, bursts in time, 40 sources, some 25 claims a document.
 * Claims a second stored, some twenty documents at a time as `ingest` does, each time durable, at the beginning and at the end; milliseconds of questions, about
 * pairs drawn evenly from all that have claims, and about the busiest of them. In a file of its own, or in the empty
 * database of `address`.
 */
export async function measureRecord(claims: number, report: Report, address?: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "chancery-bench-"));
  const record = await Record.open(address ?? join(folder, "bench.chancery"), { create: true });
  try {
    const random = new Random(22);
    const pairs = makePairs(random);
    const used = new Set<readonly [string, string]>();
    const stored: { documents: number; claims: number; seconds: number }[] = [];
    let waiting: { document: Document; claims: Claim[] }[] = [];
    const articles = writeArticles(23);
    const words: string[] = [];
    for (let left = claims; left > 0; ) {
      const { value: article } = await articles.next();
      const paragraphs = article.sections.flatMap((s: { paragraphs: readonly string[] }) => s.paragraphs).slice(0, 12);
      const source = `source-${random.zipf(SOURCES)}/${article.number}.txt`;
      const document = readPlainText(MappedText.identity([article.title, ...paragraphs].join("\n\n")), {
        source,
        known: { title: article.title, date: { edtf: article.date, basis: "field" }, language: "en" },
      });
      const made = makeClaims(document, Math.min(random.between(5, 45), left), pairs, used, random);
      if (words.length < 2 * QUESTIONS) words.push(...(random.pick(made).evidence.quote.match(/\p{L}{4,}/gu) ?? []).slice(0, 2));
      waiting.push({ document, claims: made });
      left -= made.length;
      const ready = sum(waiting.map((w) => w.claims.length));
      if (ready < TOGETHER && left > 0) continue;
      stored.push({ documents: waiting.length, claims: ready, seconds: (await timed(() => record.storeAll(waiting, EXTRACTOR))).seconds });
      waiting = [];
    }
    const rate = (some: typeof stored): number => sum(some.map((s) => s.claims)) / sum(some.map((s) => s.seconds));
    const tenth = Math.ceil(stored.length / 10);
    report({
      group: "record",
      name: "store",
      figures: {
        claims,
        documents: sum(stored.map((s) => s.documents)),
        "claims/s": rate(stored),
        "first tenth": rate(stored.slice(0, tenth)),
        "last tenth": rate(stored.slice(-tenth)),
        MB: inMegabytes(await record.size()),
      },
    });
    const ask = async (name: string, question: () => Promise<readonly unknown[]>, times: number): Promise<void> => {
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
    const known = pairs.filter((p) => used.has(p));
    const any = (): readonly [string, string] => random.pick(known);
    const { a, b } = (await record.pairs(1))[0]!;
    const day = "1998-06-30";
    const statuses = async (pair: readonly [string, string]) =>
      deriveStatuses(await record.claims(pair, { types: MATTER_KINDS })).map((status) => statusAt(status, day));
    await ask("chronology of a pair, first 100", () => record.chronology(...any(), { limit: 100 }), QUESTIONS);
    await ask("… of the busiest pair", () => record.chronology(a, b, { limit: 100 }), QUESTIONS);
    await ask(
      "… of one type, ten years, whole",
      () => record.chronology(...any(), { types: ["visit"], fromYear: 1990, toYear: 1999 }),
      QUESTIONS,
    );
    await ask("status of a pair on a day", () => statuses(any()), QUESTIONS);
    await ask("… of the busiest pair", () => statuses([a, b]), 3);
    await ask(
      "search for two words in quotes",
      () => {
        const at = 2 * random.between(0, words.length / 2 - 1);
        return record.searchQuotes(words.slice(at, at + 2).join(" "));
      },
      QUESTIONS,
    );
    await ask("search for one word in documents", () => record.searchDocuments(random.pick(words)), QUESTIONS);
    await ask("matrix: the 1,000 busiest pairs", () => record.pairs(1000), QUESTIONS);
    await ask("actors", () => record.actors(), QUESTIONS);
  } finally {
    await record.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((x, y) => x + y, 0);

/** All pairs, the likelier first. */
function makePairs(random: Random): (readonly [string, string])[] {
  return ACTORS.flatMap((a, i) => ACTORS.slice(i + 1).map((b) => [random.next() < 0.5 ? a : b, a, b] as const))
    .map(([first, a, b]) => [first, first === a ? b : a] as const)
    .map((pair) => ({ pair, weight: random.next() * (ACTORS.indexOf(pair[0]) + 1) * (ACTORS.indexOf(pair[1]) + 1) }))
    .sort((x, y) => x.weight - y.weight)
    .map(({ pair }) => pair);
}

function makeClaims(
  document: Document,
  count: number,
  pairs: readonly (readonly [string, string])[],
  used: Set<readonly [string, string]>,
  random: Random,
): Claim[] {
  const blocks = document.blocks.filter((b) => b.kind === "paragraph");
  // a document is mostly about a few years
  const middle = random.between(1960, 2020);
  const claims: Claim[] = [];
  for (let i = 0; i < count; i++) {
    const type = CLAIM_TYPES[random.zipf(CLAIM_TYPES.length)]!;
    const roles = Object.keys(ROLES[type].roles);
    const pair = pairs[random.zipf(pairs.length)]!;
    used.add(pair);
    const [a, b] = pair;
    const block = random.pick(blocks);
    const start = block.start + random.between(0, Math.max(0, block.end - block.start - 90));
    const end = Math.min(block.end, start + random.between(40, 160));
    const year = middle + random.between(-3, 3);
    const month = String(random.between(1, 12)).padStart(2, "0");
    const edtf = random.pick([`${year}`, `${year}-${month}`, `${year}-${month}-${String(random.between(1, 28)).padStart(2, "0")}`]);
    const claim: Omit<Claim, "id"> = {
      type,
      phase: random.pick(PHASES[type] ?? ["begins", "holds", "ends"]),
      factuality: random.next() < 0.85 ? "actual" : "planned",
      participants: [
        { role: roles[0]!, actor: a, text: a },
        { role: ROLES[type].mutual ? roles[0]! : roles[1]!, actor: b, text: b },
      ],
      date: { edtf, text: edtf, basis: "stated" },
      place: null,
      details: {},
      plover: { event: null },
      evidence: { document: document.id, source: document.source, start, end, quote: document.text.slice(start, end), section: null },
      why: { rule: `${type}/bench`, confidence: 0.9 },
    };
    claims.push({ id: claimId(claim), ...claim });
  }
  return claims;
}
