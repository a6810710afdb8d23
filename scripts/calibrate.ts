/**
 * Fits the confidence of claims to gold claims: `npm run calibrate`, after rules have changed. Writes data/confidence/weights.json and
 * docs/confidence.svg, brings the table of docs/evaluation.md and the generated pages up to date, and prints how well confidence
 * agrees with outcomes. Without chance: the same rules give the same weights.
 *
 * Fitted to the sets of development (test/development, test/development-2, -3 and -4), the samples and the golden cases. Samples and golden
 * cases were written side by side with the rules, so each has a term of its own that is left out of the model: confidence means what
 * it would be on documents like those of development. Each of these is judged by a model that was fitted without it. The sets in
 * ../shared are only judged.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Claim } from "../src/claims/claim.ts";
import { type ConfidenceModel, signsOf, withConfidence } from "../src/claims/confidence.ts";
import { loadFrames } from "../src/claims/load-frames.ts";
import { brierScore, calibrationError, type Forecast, reliability } from "../src/evaluation/calibration.ts";
import { fitLogistic, type LogisticFit, type Observation } from "../src/evaluation/fit-logistic.ts";
import { type ScoredClaim, scoreUnits, type Unit, unitsOf } from "../src/evaluation/score-claims.ts";
import { loadExtractor } from "../src/pipeline.ts";
import { readGoldenCases } from "../test/claims/golden-case.ts";
import { readCase } from "../test/claims/judge-case.ts";
import { drawReliability } from "./calibrate/draw-reliability.ts";
import { claimSets, readSet } from "./evaluate/claim-sets.ts";

const ROOT = resolve(import.meta.dirname, "..");
const WEIGHTS = join(ROOT, "data/confidence/weights.json");
const PLOT = join(ROOT, "docs/confidence.svg");
const PAGE = join(ROOT, "docs/evaluation.md");
const TABLE = /(<!-- calibration -->\n)[\s\S]*?(\n<!-- end of calibration -->)/;
/** Every fifth document of the development set is judged by a model that was fitted without it. */
const FOLDS = 5;
/** Ridge penalties, chosen by the Brier score of the development set judged apart: frames and types are drawn to what is known of all claims. */
const PENALTY = { rule: 15, type: 15, stated: 0.1, other: 3 } as const;

interface Judged {
  readonly document: string;
  readonly claim: Claim;
  readonly right: 0 | 1;
}

const extractor = loadExtractor(loadFrames(), null);

/** Every unit that was extracted, its claim, and whether the gold has it at the core level. */
function judge(gold: readonly Unit[], predicted: readonly Unit[]): Judged[] {
  const { pairs, spurious } = scoreUnits(gold, predicted);
  return [
    ...pairs.map(([g, p]) => ({ unit: p, right: g.year === p.year ? (1 as const) : (0 as const) })),
    ...spurious.map((unit) => ({ unit, right: 0 as const })),
  ].map(({ unit, right }) => ({ document: unit.document, claim: unit.claim as Claim, right }));
}

async function judgeSet(name: string): Promise<Judged[]> {
  const set = claimSets().find((s) => s.name === name)!;
  if (!existsSync(set.gold)) return [];
  const { gold, predicted } = await readSet(set, extractor);
  return judge(gold, predicted);
}

function judgeGolden(): Judged[] {
  return readGoldenCases(join(ROOT, "test/claims/golden")).flatMap((c, i) => {
    const document = String(i);
    const gold = c.expected.map(({ key }): ScoredClaim => {
      const [[type, phase, factuality], participants, date] = key.split("  ").map((part) => part.split(" ")) as [
        string[],
        string[],
        string[],
      ];
      return {
        document,
        type: type!,
        phase: phase!,
        factuality: factuality!,
        participants: participants.map((p) => ({ role: p.slice(0, p.indexOf(":")), actor: p.slice(p.indexOf(":") + 1) })),
        date: date[0] === "-" ? null : date[0]!,
      };
    });
    const predicted = extractor.extract(readCase(c)).flatMap(unitsOf);
    return judge(
      gold.flatMap(unitsOf),
      predicted.map((u) => ({ ...u, document })),
    );
  });
}

function fitTo(sets: Readonly<Record<string, readonly Judged[]>>): LogisticFit {
  const observations = Object.entries(sets).flatMap(([set, judged]) =>
    judged.map(({ claim, right }): Observation => {
      const signs = signsOf(claim);
      if (set !== "development") signs.set(`set ${set}`, 1);
      return { signs, right };
    }),
  );
  return fitLogistic(observations, (sign) => {
    if (sign.startsWith("set ")) return 1e-6;
    const kind = sign.split(" ")[0]!;
    return kind === "rule" || kind === "type" || kind === "stated" ? PENALTY[kind] : PENALTY.other;
  });
}

function modelOf({ intercept, weights }: LogisticFit): ConfidenceModel {
  const kept = [...weights].filter(([sign]) => !sign.startsWith("set ")).map(([sign, w]) => [sign, Math.round(w * 1000) / 1000] as const);
  return { intercept: Math.round(intercept * 1000) / 1000, weights: Object.fromEntries(kept.filter(([, w]) => w !== 0)) };
}

function shareRight(f: readonly Forecast[]): number {
  return f.filter((x) => x.right).length / f.length;
}

function meanConfidence(f: readonly Forecast[]): number {
  return f.reduce((sum, x) => sum + x.confidence, 0) / f.length;
}

function cell(value: string | number): string {
  return typeof value === "string" || Number.isInteger(value) ? String(value) : value.toFixed(3);
}

function forecast(judged: readonly Judged[], model: ConfidenceModel | null): Forecast[] {
  return judged.map(({ claim, right }) => ({
    confidence: (model ? withConfidence(claim, model) : claim).why.confidence,
    right: right === 1,
  }));
}

const development = (await Promise.all(["development", "development-2", "development-3", "development-4"].map(judgeSet))).flat();
const [samples, seeds] = await Promise.all(["samples", "seeds"].map(judgeSet));
const golden = judgeGolden();
const documents = [...new Set(development.map((j) => j.document))].sort();
const apart: Forecast[] = [];
for (let fold = 0; fold < FOLDS; fold++) {
  const out = new Set(documents.filter((_, i) => i % FOLDS === fold));
  const model = modelOf(fitTo({ development: development.filter((j) => !out.has(j.document)), samples: samples!, golden }));
  apart.push(
    ...forecast(
      development.filter((j) => out.has(j.document)),
      model,
    ),
  );
}
const model = modelOf(fitTo({ development: development, samples: samples!, golden }));
mkdirSync(join(WEIGHTS, ".."), { recursive: true });
const written = {
  about: "Made by `npm run calibrate` (scripts/calibrate.ts); read by src/claims/confidence.ts. Log odds.",
  fitted: { development: development.length, samples: samples!.length, golden: golden.length },
  ...model,
};
writeFileSync(WEIGHTS, `${JSON.stringify(written, null, 1)}\n`);

const shown: [string, Forecast[]][] = [["development, each document by a model without it", apart]];
if (seeds!.length > 0) shown.push(["five real documents, of which the model knows nothing", forecast(seeds!, model)]);
writeFileSync(PLOT, drawReliability(shown.map(([name, forecasts]) => ({ name, bins: reliability(forecasts) }))));
const rows: [string, Forecast[]][] = [
  ["development, as frames state it", forecast(development, null)],
  ...shown,
  ["samples (fitted to)", forecast(samples!, model)],
  ["golden cases (fitted to)", forecast(golden, model)],
];
const table = [
  "| | units | right | mean confidence | Brier score | calibration error |",
  "| --- | --- | --- | --- | --- | --- |",
  ...rows
    .slice(0, 1 + shown.length)
    .map(
      ([name, f]) => `| ${[name, f.length, shareRight(f), meanConfidence(f), brierScore(f), calibrationError(f)].map(cell).join(" | ")} |`,
    ),
].join("\n");
const page = readFileSync(PAGE, "utf8");
if (!TABLE.test(page)) throw new Error(`${PAGE} has no place for the table: expected <!-- calibration --> … <!-- end of calibration -->`);
writeFileSync(PAGE, page.replace(TABLE, `$1\n${table}\n$2`));
console.log(`${"".padEnd(54)} units  right  mean confidence  Brier   calibration error`);
for (const [name, f] of rows)
  console.log(
    `${name.padEnd(54)} ${String(f.length).padStart(5)}  ${shareRight(f).toFixed(3)}  ${meanConfidence(f).toFixed(3).padStart(15)}  ${brierScore(f).toFixed(4)}  ${calibrationError(f).toFixed(4)}`,
  );
console.log(`\n${Object.keys(model.weights).length} weights in ${WEIGHTS}\nplot in ${PLOT}, table in ${PAGE}`);
// the outputs that the README shows have confidences in them
execFileSync(process.execPath, [join(import.meta.dirname, "generate-docs.ts")], { stdio: "inherit" });
