/**
 * Measures extraction on every gold set there is, and says what was gained and lost since the frozen run
 * (test/evaluation/frozen.json). `--freeze` keeps this run as the frozen one; `--json` prints it.
 *
 * The unseen set is scored only with `--unseen`, so that nobody tunes to its figures; otherwise its frozen figures stay.
 * The sets in ../shared are left out where it is absent, and keep their frozen figures.
 * Of the unseen set only numbers are printed: whoever writes rules must not see their words.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { MappedText } from "../src/document/mapped-text.ts";
import { brierScore, calibrationError, forecastsOf } from "../src/evaluation/calibration.ts";
import { casesOf, without } from "../src/evaluation/compare-runs.ts";
import type { Score } from "../src/evaluation/score-claims.ts";
import { scoreGroups } from "../src/evaluation/score-groups.ts";
import { addCounts, countMentions, type GoldMention, type MentionCounts, NO_MENTIONS } from "../src/evaluation/score-mentions.ts";
import { type Extractor, loadExtractor } from "../src/pipeline.ts";
import { readPlainText } from "../src/read/plain-text.ts";
import { readGoldenCases } from "../test/claims/golden-case.ts";
import { judgeCase } from "../test/claims/judge-case.ts";
import { type ClaimSet, claimSets, readSet } from "./evaluate/claim-sets.ts";

const ROOT = resolve(import.meta.dirname, "..");
const FROZEN = join(ROOT, "test/evaluation/frozen.json");

interface ClaimScore {
  readonly gold: number;
  readonly predicted: number;
  /** Percent. */
  readonly precision: number;
  readonly recall: number;
  readonly coreF1: number;
  readonly fullF1: number;
  /** Claims in documents whose gold holds none. */
  readonly inEmptyDocuments: number;
}

interface MentionScores {
  readonly all: MentionCounts;
  readonly references: MentionCounts;
}

interface Result {
  /** Chronicle (without statement and event) and all types, by set. */
  readonly claims: Record<string, { readonly chronicle: ClaimScore; readonly all: ClaimScore }>;
  /** How well `why.confidence` agrees with what is right at the core level; absent in runs that were frozen before it was a probability. */
  readonly confidence?: Record<string, { readonly brier: number; readonly calibrationError: number }>;
  readonly golden: { readonly cases: number; readonly right: number; readonly silent: number; readonly falseAlarms: number };
  readonly mentions: Record<string, MentionScores>;
  /** Core units found, where they may be shown, and golden cases that are wrong. */
  readonly found: Record<string, readonly string[]>;
  readonly goldenWrong: readonly string[];
}

async function scoreClaims(extractor: Extractor, set: ClaimSet) {
  const { gold, predicted, besides } = await readSet(set, extractor);
  const [chronicle, all] = scoreGroups(gold, predicted).map(({ score }) => score);
  const [chronicleBesides, allBesides] = scoreGroups([], besides).map(({ score }) => score.predicted);
  const forecasts = forecastsOf(all!);
  return {
    scores: { chronicle: ratesOf(chronicle!, chronicleBesides!), all: ratesOf(all!, allBesides!) },
    confidence: { brier: thousandths(brierScore(forecasts)), calibrationError: thousandths(calibrationError(forecasts)) },
    found: casesOf(all!).found,
  };
}

function ratesOf({ gold, predicted, levels }: Score, inEmptyDocuments: number): ClaimScore {
  return {
    gold,
    predicted,
    precision: percent(levels.core.precision),
    recall: percent(levels.core.recall),
    coreF1: percent(levels.core.f1),
    fullF1: percent(levels.full.f1),
    inEmptyDocuments,
  };
}

function scoreMentions(extractor: Extractor, path: string): MentionScores {
  const paragraphs = readLines<{ id: string; title: string; date: string; text: string; mentions: GoldMention[]; traps: string[] }>(path);
  const counts = { all: NO_MENTIONS, references: NO_MENTIONS };
  for (const { id, title, date, text, mentions, traps } of paragraphs) {
    const document = readPlainText(MappedText.identity(text), {
      source: id,
      known: { title, date: { edtf: date, basis: "field" }, language: "en" },
    });
    const found = extractor.mentions(document);
    // spans of the gold are in the paragraph; the document may begin later
    const shift = document.text.indexOf(text.trim().slice(0, 40)) - text.indexOf(text.trim().slice(0, 40));
    const predicted = found.map((m) => ({ start: m.start - shift, end: m.end - shift, actors: m.actors, form: m.form }));
    const trapSpans = traps.flatMap((t) => (text.includes(t) ? [{ start: text.indexOf(t), end: text.indexOf(t) + t.length }] : []));
    counts.all = addCounts(counts.all, countMentions(mentions, predicted, trapSpans));
    // a reference is judged against references, and may not be called wrong for hitting a name
    const isReference = (m: { form: string }): boolean => m.form === "reference";
    counts.references = addCounts(
      counts.references,
      countMentions(
        mentions.map((m) => (isReference(m) ? m : { ...m, optional: true })),
        predicted.filter(
          (p) => isReference(p) || mentions.some((m) => isReference(m) && m.start < p.end && p.start < m.end && p.actors.length > 0),
        ),
        trapSpans,
      ),
    );
  }
  return counts;
}

function scoreGolden(extractor: Extractor) {
  const cases = readGoldenCases(join(ROOT, "test/claims/golden"));
  const wrong = cases.filter((c) => judgeCase(c, extractor).length > 0);
  return {
    golden: {
      cases: cases.length,
      right: cases.length - wrong.length,
      silent: cases.filter((c) => c.expected.length === 0).length,
      falseAlarms: wrong.filter((c) => c.expected.length === 0).length,
    },
    goldenWrong: wrong.map((c) => `${c.file}: ${c.name}`),
  };
}

async function run(frozen: Result | null, withUnseen: boolean): Promise<Result> {
  const extractor = loadExtractor();
  const claims: Result["claims"] = {};
  const found: Result["found"] = {};
  const confidence: Result["confidence"] = {};
  for (const set of claimSets()) {
    const { name, gold, shown } = set;
    const hidden = !shown && !withUnseen;
    if (hidden || !existsSync(gold)) {
      if (!hidden) console.error(`${name}: left out, ${gold} is not here`);
      if (frozen?.claims[name]) claims[name] = frozen.claims[name];
      if (frozen?.confidence?.[name]) confidence[name] = frozen.confidence[name];
      if (frozen?.found[name]) found[name] = frozen.found[name];
      continue;
    }
    const result = await scoreClaims(extractor, set);
    claims[name] = result.scores;
    confidence[name] = result.confidence;
    if (shown) found[name] = result.found;
  }
  const mentions: Result["mentions"] = {};
  for (const name of ["development", "unseen"]) {
    const then = frozen?.mentions[name];
    const path = join(ROOT, "test", name, "mentions.txt");
    if (existsSync(path) && (name === "development" || withUnseen)) mentions[name] = scoreMentions(extractor, path);
    else if (then) mentions[name] = then;
  }
  return { claims, confidence, ...scoreGolden(extractor), mentions, found };
}

function print(result: Result, frozen: Result | null): void {
  const change = (now: number, then: number | undefined): string =>
    then === undefined || then.toFixed(1) === now.toFixed(1) ? "" : `(${now > then ? "+" : "−"}${Math.abs(now - then).toFixed(1)})`;
  console.log("claims                      gold predicted  precision  recall  core F1          full F1          in empty documents");
  for (const [name, scores] of Object.entries(result.claims))
    for (const kind of ["chronicle", "all"] as const) {
      const s = scores[kind];
      const then = frozen?.claims[name]?.[kind];
      const cell = (key: "coreF1" | "fullF1"): string => `${s[key].toFixed(1).padStart(5)} ${change(s[key], then?.[key]).padEnd(9)}`;
      console.log(
        `${`${name}, ${kind}`.padEnd(26)} ${String(s.gold).padStart(5)} ${String(s.predicted).padStart(9)}  ${s.precision.toFixed(1).padStart(9)}  ${s.recall.toFixed(1).padStart(6)}   ${cell("coreF1")}  ${cell("fullF1")}  ${s.inEmptyDocuments}`,
      );
    }
  console.log("\nconfidence            Brier score  calibration error");
  for (const [name, { brier, calibrationError: error }] of Object.entries(result.confidence ?? {}))
    console.log(`${name.padEnd(20)} ${brier.toFixed(3).padStart(12)}  ${error.toFixed(3).padStart(17)}`);
  const { golden } = result;
  console.log(
    `\ngolden cases: ${golden.right} of ${golden.cases} right; ${golden.falseAlarms} of ${golden.silent} that claim nothing raise a false alarm`,
  );
  console.log("\nparagraphs                  gold predicted  precision  recall  trapped");
  for (const [set, counts] of Object.entries(result.mentions))
    for (const kind of ["all", "references"] as const) {
      const c = counts[kind];
      const label = `${set}, ${kind === "all" ? "mentions" : "references"}`;
      console.log(
        `${label.padEnd(26)} ${String(c.gold).padStart(5)} ${String(c.predicted).padStart(9)}  ${percent(c.right / c.predicted)
          .toFixed(1)
          .padStart(9)}  ${percent(c.found / c.gold)
          .toFixed(1)
          .padStart(6)}  ${String(c.trapped).padStart(7)}`,
      );
    }
  if (!frozen) return;
  for (const [name, now] of Object.entries(result.found)) list(name, now, frozen.found[name] ?? []);
  // what is wrong now and was not then is lost
  list("golden", frozen.goldenWrong, result.goldenWrong);
}

/** What is in one list only. */
function list(name: string, now: readonly string[], then: readonly string[]): void {
  const gained = without(now, then);
  const lost = without(then, now);
  if (gained.length + lost.length === 0) return;
  console.log(`\n${name}: ${gained.length} gained, ${lost.length} lost`);
  for (const key of gained.slice(0, 40)) console.log(`  + ${key}`);
  for (const key of lost.slice(0, 40)) console.log(`  - ${key}`);
}

function readLines<T>(path: string): T[] {
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as T);
}

function thousandths(value: number): number {
  return Math.round(1000 * value) / 1000;
}

function percent(share: number): number {
  return Math.round(1000 * share) / 10;
}

const { values: options } = parseArgs({ options: { freeze: { type: "boolean" }, json: { type: "boolean" }, unseen: { type: "boolean" } } });
const frozen = existsSync(FROZEN) ? (JSON.parse(readFileSync(FROZEN, "utf8")) as Result) : null;
const result = await run(frozen, options.unseen ?? false);
if (options.json) console.log(JSON.stringify(result, null, 1));
else print(result, frozen);
if (options.freeze) {
  writeFileSync(FROZEN, `${JSON.stringify(result, null, 1)}\n`);
  console.log(`\nfrozen in ${FROZEN}`);
}
