import type { Phrase, SearchQuery } from "./query.ts";
import type { Word } from "./words.ts";

/** Where a phrase stands among the words of a text: the numbers of its first and last word. */
export interface Occurrence {
  readonly first: number;
  readonly last: number;
  /** Which of the query's `all` it answers. */
  readonly group: number;
  /** Which of the group's phrases it is. */
  readonly alternative: number;
}

/** Where the phrases of a query stand in a text, in order. */
export function findPhrases(words: readonly Word[], query: SearchQuery): Occurrence[] {
  const found: Occurrence[] = [];
  for (let at = 0; at < words.length; at++)
    for (const [group, phrases] of query.all.entries())
      for (const [alternative, phrase] of phrases.entries())
        if (standsAt(words, at, phrase)) found.push({ first: at, last: at + phrase.words.length - 1, group, alternative });
  return found;
}

function standsAt(words: readonly Word[], at: number, { words: wanted, prefix }: Phrase): boolean {
  const last = wanted.length - 1;
  if (at + last >= words.length) return false;
  for (let i = 0; i < last; i++) if (words[at + i]!.word !== wanted[i]) return false;
  return prefix ? words[at + last]!.word.startsWith(wanted[last]!) : words[at + last]!.word === wanted[last];
}

/** The shortest stretch of a text in which most groups of the query are answered: numbers of its first and last word. */
export function closestStretch(found: readonly Occurrence[], groups: number): { first: number; last: number; groups: number } | null {
  let best: { first: number; last: number; groups: number } | null = null;
  const latest = new Array<Occurrence | undefined>(groups).fill(undefined);
  for (const occurrence of found) {
    latest[occurrence.group] = occurrence;
    const there = latest.filter((o) => o !== undefined);
    // from each earlier one on: dropping the farthest may shorten the stretch more than it loses, but more groups go first
    const first = Math.min(...there.map((o) => o.first));
    const last = Math.max(...there.map((o) => o.last));
    if (!best || there.length > best.groups || (there.length === best.groups && last - first < best.last - best.first))
      best = { first, last, groups: there.length };
  }
  return best;
}
