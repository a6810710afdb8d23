import { readFileSync } from "node:fs";
import { type Level, OPEN_TYPES, type Score, type ScoredClaim, scoreUnits, type Unit, unitsOf } from "../evaluation/score-claims.ts";
import { loadExtractor } from "../pipeline.ts";
import { EXIT, UsageError } from "./exit-codes.ts";
import { openInputs } from "./read-inputs.ts";
import { clip } from "./text.ts";

export interface EvaluateOptions {
  readonly gold: string;
  readonly by?: "type" | "document";
  readonly misses: number;
  readonly json: boolean;
}

/** `chancery evaluate --gold FILE PATH…`: precision, recall and F1 of extraction against anybody's gold claims. */
export async function evaluate(paths: readonly string[], options: EvaluateOptions): Promise<number> {
  const gold = readGold(options.gold).flatMap(unitsOf);
  const documents = new Set(gold.map((u) => u.document));
  const run = await openInputs(paths, { allowPrivate: false, quiet: true });
  const extractor = loadExtractor();
  const predicted: Unit[] = [];
  for (const input of run.inputs)
    for await (const document of input.documents())
      predicted.push(
        ...extractor
          .extract(document)
          .flatMap(unitsOf)
          .filter((u) => documents.has(u.document)),
      );
  printScores(gold, predicted, options);
  return run.failed > 0 ? EXIT.someUnread : EXIT.done;
}

export function printScores(gold: readonly Unit[], predicted: readonly Unit[], { by, misses, json }: Omit<EvaluateOptions, "gold">): void {
  const rows: [string, (u: Unit) => boolean][] = [
    ["chronicle", (u) => !OPEN_TYPES.has(u.type)],
    ["all", () => true],
  ];
  if (by) for (const value of [...new Set(gold.map((u) => u[by]))].sort()) rows.push([value, (u) => u[by] === value]);
  const scores = rows.map(([name, test]) => ({ name, score: scoreUnits(gold.filter(test), predicted.filter(test)) }));
  if (json) {
    console.log(JSON.stringify(scores.map(({ name, score }) => ({ name, gold: score.gold, predicted: score.predicted, ...score.levels }))));
    return;
  }
  console.log(`${"".padEnd(28)}  gold  pred   who-what P/R/F1          core P/R/F1          full P/R/F1`);
  for (const { name, score } of scores) console.log(formatScore(name, score));
  const chronicle = scores[0]!.score;
  if (misses > 0) {
    console.log("\nmissed:");
    for (const u of scores[1]!.score.missed.slice(0, misses)) console.log(`  - ${describe(u)}`);
    console.log("\nspurious:");
    for (const u of scores[1]!.score.spurious.slice(0, misses)) console.log(`  + ${describe(u)}`);
    console.log("\nwith another date, phase or factuality:");
    for (const [g, p] of scores[1]!.score.pairs
      .filter(([g, p]) => g.edtf !== p.edtf || g.phase !== p.phase || g.factuality !== p.factuality)
      .slice(0, misses))
      console.log(`  ~ ${describe(g)}\n    ${p.phase} ${p.edtf ?? "-"} ${p.factuality}`);
  }
  console.log(`\nchronicle core F1 ${(100 * chronicle.levels.core.f1).toFixed(1)}`);
}

function formatScore(name: string, score: Score): string {
  const percent = (x: number): string => (100 * x).toFixed(1).padStart(6);
  const level = (l: Level): string =>
    `  ${percent(score.levels[l].precision)}${percent(score.levels[l].recall)}${percent(score.levels[l].f1)}`;
  return `${name.slice(0, 28).padEnd(28)}${String(score.gold).padStart(6)}${String(score.predicted).padStart(6)}${(["who-what", "core", "full"] as const).map(level).join(" ")}`;
}

function describe(u: Unit): string {
  const rule = (u.claim as { why?: { rule: string } }).why?.rule;
  return clip(
    `${u.document.slice(0, 12)} ${u.type}/${u.phase} ${u.a} ${u.b} ${u.edtf ?? "-"} ${u.factuality}${rule ? ` [${rule}]` : ""}  “${u.claim.quote ?? u.claim.evidence?.quote ?? ""}”`,
    260,
  );
}

function readGold(path: string): ScoredClaim[] {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    throw new UsageError(`${path}: the gold claims cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  return text.split("\n").flatMap((line, i) => {
    if (!line.trim()) return [];
    try {
      return [JSON.parse(line) as ScoredClaim];
    } catch (error) {
      throw new UsageError(`${path}:${i + 1}: not JSON: ${error instanceof Error ? error.message : String(error)}`);
    }
  });
}
