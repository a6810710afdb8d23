import type { Span } from "../document/document.ts";

/** A gold mention. `optional` ones (a city as bare venue, a doubtful case) are neither missed nor wrong. */
export interface GoldMention extends Span {
  readonly actors: readonly string[];
  readonly form: string;
  readonly optional?: boolean;
}

export interface FoundMention extends Span {
  readonly actors: readonly string[];
  readonly form: string;
}

export interface MentionCounts {
  /** Gold mentions that are not optional, and how many of them were found. */
  readonly gold: number;
  readonly found: number;
  /** Predicted mentions that count, and how many of them are right. */
  readonly predicted: number;
  readonly right: number;
  /** Predictions with an actor inside words that must have none. */
  readonly trapped: number;
}

export const NO_MENTIONS: MentionCounts = { gold: 0, found: 0, predicted: 0, right: 0, trapped: 0 };

export function addCounts(a: MentionCounts, b: MentionCounts): MentionCounts {
  return {
    gold: a.gold + b.gold,
    found: a.found + b.found,
    predicted: a.predicted + b.predicted,
    right: a.right + b.right,
    trapped: a.trapped + b.trapped,
  };
}

/**
 * Counts the mentions of one text. A prediction is right when it overlaps a gold mention of the same actors. Two right
 * predictions in one gold mention count once; a prediction inside a longer mention that means someone else counts as nothing.
 */
export function countMentions(
  gold: readonly GoldMention[],
  predicted: readonly FoundMention[],
  traps: readonly Span[] = [],
): MentionCounts {
  const hit = new Set<GoldMention>();
  let right = 0;
  let wrong = 0;
  let trapped = 0;
  for (const p of predicted) {
    if (p.actors.length === 0) continue;
    const touched = gold.filter((g) => overlap(g, p));
    const match = touched.find((g) => sameActors(g, p));
    if (match) {
      if (!hit.has(match) && !match.optional) right++;
      hit.add(match);
    } else if (traps.some((t) => overlap(t, p))) {
      trapped++;
      wrong++;
    } else if (!touched.some((g) => g.optional || (g.start <= p.start && p.end <= g.end && g.end - g.start > p.end - p.start))) wrong++;
  }
  const needed = gold.filter((g) => !g.optional);
  return { gold: needed.length, found: needed.filter((g) => hit.has(g)).length, predicted: right + wrong, right, trapped };
}

function sameActors(a: { readonly actors: readonly string[] }, b: { readonly actors: readonly string[] }): boolean {
  return a.actors.length === b.actors.length && a.actors.every((x) => b.actors.includes(x));
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
