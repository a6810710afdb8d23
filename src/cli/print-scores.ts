import type { Claim } from "../claims/claim.ts";
import type { RunChanges } from "../evaluation/compare-runs.ts";
import { type Level, OPEN_TYPES, type Score, type Unit } from "../evaluation/score-claims.ts";
import { type Grouping, type GroupScore, scoreGroups } from "../evaluation/score-groups.ts";
import { clip, paint } from "./text.ts";

const LEVELS = ["who-what", "core", "full"] as const;
/** Changed cases of each kind that are printed. */
const MOST_CHANGES = 40;

/** The sentence that words of a document stand in, where it is known. */
export type SentenceOf = (unit: Unit) => string | null;

/** Prints a table of scores and, when asked, errors. */
export function printScores(
  gold: readonly Unit[],
  predicted: readonly Unit[],
  { by, misses, json }: { readonly by?: Grouping | readonly Grouping[]; readonly misses: number; readonly json: boolean },
): void {
  const scores = scoreGroups(gold, predicted, typeof by === "string" ? [by] : by);
  if (json) console.log(formatJson(scores));
  else {
    printTable(scores);
    printErrors(scores[1]!.score, misses);
    printSum(scores);
  }
}

/** A line of JSON: a row for each group, rates from 0 to 1. */
export function formatJson(scores: readonly GroupScore[]): string {
  return JSON.stringify(scores.map(({ by, name, score }) => ({ by, name, gold: score.gold, predicted: score.predicted, ...score.levels })));
}

export function printTable(scores: readonly GroupScore[]): void {
  console.log(`${"".padEnd(28)}  gold  pred   who-what P/R/F1          core P/R/F1          full P/R/F1`);
  let by: Grouping | null = null;
  for (const group of scores) {
    if (group.by !== by) console.log(paint("bold", `by ${group.by}`));
    by = group.by;
    console.log(formatScore(group.name, group.score));
  }
}

export function printSum(scores: readonly GroupScore[]): void {
  console.log(`\nchronicle core F1 ${(100 * scores[0]!.score.levels.core.f1).toFixed(1)}`);
}

/**
 * The worst errors of each kind, each with its sentence: of what was missed the chronicle's types first, of what is too much
 * what was claimed with the greatest confidence.
 */
export function printErrors(score: Score, most: number, sentenceOf: SentenceOf = () => null): void {
  if (most === 0) return;
  const show = (mark: string, u: Unit): void => {
    console.log(`  ${mark} ${describe(u)}`);
    const sentence = sentenceOf(u);
    if (sentence) console.log(paint("dim", `      ${clip(sentence, 400)}`));
  };
  const open = (u: Unit): number => (OPEN_TYPES.has(u.type) ? 1 : 0);
  const missed = [...score.missed].sort((a, b) => open(a) - open(b));
  const spurious = [...score.spurious].sort((a, b) => open(a) - open(b) || confidenceOf(b) - confidenceOf(a));
  const other = score.pairs.filter(([g, p]) => g.edtf !== p.edtf || g.phase !== p.phase || g.factuality !== p.factuality);
  console.log(`\nmissed (${missed.length}):`);
  for (const u of missed.slice(0, most)) show("-", u);
  console.log(`\nspurious (${spurious.length}):`);
  for (const u of spurious.slice(0, most)) show("+", u);
  console.log(`\nwith another date, phase or factuality (${other.length}):`);
  for (const [g, p] of other.slice(0, most)) {
    show("~", g);
    console.log(`      extracted: ${p.phase} ${p.edtf ?? "-"} ${p.factuality}`);
  }
}

export function printChanges(changes: RunChanges, then: string): void {
  const { gained, lost, newlyWrong, noLongerWrong } = changes;
  console.log(
    `\nagainst ${then}: ${gained.length} gained, ${lost.length} lost; ${newlyWrong.length} newly wrong, ${noLongerWrong.length} no longer wrong`,
  );
  for (const [mark, says, keys] of [
    ["+", "gained", gained],
    ["-", "lost", lost],
    ["!", "newly wrong", newlyWrong],
    ["✓", "no longer wrong", noLongerWrong],
  ] as const) {
    for (const key of keys.slice(0, MOST_CHANGES)) console.log(`  ${mark} ${key}`);
    if (keys.length > MOST_CHANGES) console.log(`  ${mark} and ${keys.length - MOST_CHANGES} more ${says}`);
  }
}

function formatScore(name: string, score: Score): string {
  const percent = (x: number): string => (100 * x).toFixed(1).padStart(6);
  const level = (l: Level): string =>
    `  ${percent(score.levels[l].precision)}${percent(score.levels[l].recall)}${percent(score.levels[l].f1)}`;
  return `${name.slice(0, 28).padEnd(28)}${String(score.gold).padStart(6)}${String(score.predicted).padStart(6)}${LEVELS.map(level).join(" ")}`;
}

function describe(u: Unit): string {
  const why = whyOf(u);
  return clip(
    `${u.document.slice(0, 12)} ${u.type}/${u.phase} ${u.a} ${u.b} ${u.edtf ?? "-"} ${u.factuality}${why ? ` [${why.rule} ${why.confidence}]` : ""}  “${u.claim.quote ?? u.claim.evidence?.quote ?? ""}”`,
    260,
  );
}

function confidenceOf(u: Unit): number {
  return whyOf(u)?.confidence ?? 0;
}

/** Gold has no `why`. */
function whyOf(u: Unit): Claim["why"] | undefined {
  return (u.claim as Partial<Pick<Claim, "why">>).why;
}
