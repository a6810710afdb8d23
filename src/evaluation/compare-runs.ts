import type { Score, Unit } from "./score-claims.ts";

/** What one run of an evaluation found, so that a later one can say what it gained and lost. */
export interface RunCases {
  /** Core units (document, type, a, b, year) of the gold that were found, in order. */
  readonly found: readonly string[];
  /** Those that were extracted and are not in the gold, or not in this year. */
  readonly wrong: readonly string[];
}

export interface RunChanges {
  readonly gained: readonly string[];
  readonly lost: readonly string[];
  readonly newlyWrong: readonly string[];
  readonly noLongerWrong: readonly string[];
}

/** The cases of a scored run. Equal ones are told apart by a number. */
export function casesOf({ pairs, spurious }: Score): RunCases {
  const agree = ([gold, predicted]: readonly [Unit, Unit]): boolean => gold.year === predicted.year;
  return {
    found: numbered(pairs.filter(agree).map(([gold]) => keyOf(gold))),
    wrong: numbered([...spurious, ...pairs.filter((pair) => !agree(pair)).map(([, predicted]) => predicted)].map(keyOf)),
  };
}

export function compareRuns(now: RunCases, then: RunCases): RunChanges {
  return {
    gained: without(now.found, then.found),
    lost: without(then.found, now.found),
    newlyWrong: without(now.wrong, then.wrong),
    noLongerWrong: without(then.wrong, now.wrong),
  };
}

/** What is in the first list and not in the second. */
export function without(list: readonly string[], other: readonly string[]): string[] {
  const there = new Set(other);
  return list.filter((key) => !there.has(key));
}

function keyOf(u: Unit): string {
  return [u.document, u.type, u.a, u.b, u.year ?? "-"].join(" ");
}

function numbered(keys: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return [...keys].sort().map((key) => {
    const n = (seen.get(key) ?? 0) + 1;
    seen.set(key, n);
    return n === 1 ? key : `${key} #${n}`;
  });
}
