import { closestStretch, findPhrases, type Occurrence } from "./find-phrases.ts";
import type { SearchQuery } from "./query.ts";
import { findWords, type Word } from "./words.ts";

/** A text in which a query was found. */
export interface Candidate<T> {
  readonly of: T;
  readonly title: string | null;
  readonly text: string;
}

export interface Ranked<T> {
  readonly of: T;
  readonly text: string;
  readonly score: number;
  readonly words: readonly Word[];
  readonly found: readonly Occurrence[];
}

/** The usual constants of BM25: how soon more of the same word counts little, and how much length counts. */
const [K1, B] = [1.2, 0.75];
const TITLE_WEIGHT = 2;

/**
 * Puts texts in order, the best first; those alike stay in the order given. BM25 (Robertson and Zaragoza 2009, The Probabilistic
 * Relevance Framework) over the texts given, so that of alternatives the rarer one counts more; a title counts double, and
 * phrases that stand close together add up to the weight of one more word.
 */
export function rank<T>(candidates: readonly Candidate<T>[], query: SearchQuery): Ranked<T>[] {
  const read = candidates.map(({ of, title, text }) => {
    const words = findWords(text);
    const titleFound = title === null ? [] : findPhrases(findWords(title), query);
    return { of, text, words, titleFound, found: findPhrases(words, query) };
  });
  const mean = read.reduce((sum, r) => sum + r.words.length, 0) / Math.max(1, read.length);
  const key = (o: Occurrence): string => `${o.group}.${o.alternative}`;
  const holding = new Map<string, number>();
  for (const r of read) for (const k of new Set([...r.found, ...r.titleFound].map(key))) holding.set(k, (holding.get(k) ?? 0) + 1);
  const ranked = read.map(({ of, text, words, found, titleFound }) => {
    const times = new Map<string, number>();
    for (const o of found) times.set(key(o), (times.get(key(o)) ?? 0) + 1);
    for (const o of titleFound) times.set(key(o), (times.get(key(o)) ?? 0) + TITLE_WEIGHT);
    let score = 0;
    for (const [k, n] of times) {
      const rarity = Math.log(1 + (read.length - holding.get(k)! + 0.5) / (holding.get(k)! + 0.5)) + 1;
      score += (rarity * n * (K1 + 1)) / (n + K1 * (1 - B + (B * words.length) / mean));
    }
    const stretch = closestStretch(found, query.all.length);
    if (stretch && stretch.groups > 1) score += stretch.groups / (stretch.last - stretch.first + 1);
    return { of, text, score, words, found };
  });
  return ranked.sort((a, b) => b.score - a.score);
}
