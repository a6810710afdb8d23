import { OPEN_TYPES, type Score, scoreUnits, type Unit } from "./score-claims.ts";

/** What scores may be broken down by: the claim's type, its document, the format of the document as the readers told it. */
export const GROUPINGS = ["type", "document", "format"] as const;
export type Grouping = (typeof GROUPINGS)[number];

export interface GroupScore {
  /** Null for the two sums, `chronicle` (without statements and events) and `all`. */
  readonly by: Grouping | null;
  readonly name: string;
  readonly score: Score;
}

/** Scores of all units, of those of the chronicle, and of each group. `formats` gives the format of each document by its name. */
export function scoreGroups(
  gold: readonly Unit[],
  predicted: readonly Unit[],
  by: readonly Grouping[] = [],
  formats: ReadonlyMap<string, string> = new Map(),
): GroupScore[] {
  const score = (test: (u: Unit) => boolean): Score => scoreUnits(gold.filter(test), predicted.filter(test));
  const scores: GroupScore[] = [
    { by: null, name: "chronicle", score: score((u) => !OPEN_TYPES.has(u.type)) },
    { by: null, name: "all", score: score(() => true) },
  ];
  for (const grouping of by) {
    const groupOf = (u: Unit): string => (grouping === "format" ? (formats.get(u.document) ?? "not read") : u[grouping]);
    for (const name of [...new Set([...gold, ...predicted].map(groupOf))].sort())
      scores.push({ by: grouping, name, score: score((u) => groupOf(u) === name) });
  }
  return scores;
}
