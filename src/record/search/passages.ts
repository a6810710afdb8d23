import type { Word } from "./words.ts";

/**
 * The most words of a passage. PostgreSQL keeps 255 places of a word, and no more than 16,383 in all, so a passage must be so
 * short that its commonest word stands in it less often.
 */
const MOST_WORDS = 3000;
const LEAST_WORDS = 2000;

/** Words of a stretch of a text, with the UTF-16 offsets of the stretch. */
export interface Passage {
  readonly start: number;
  readonly end: number;
  readonly words: readonly Word[];
}

/** Divides a text into passages of at most 3,000 words, between lines where there are any; a text of fewer words is one. */
export function dividePassages(text: string, words: readonly Word[]): Passage[] {
  const passages: Passage[] = [];
  let from = 0;
  let start = 0;
  while (words.length - from > MOST_WORDS) {
    let cut = from + MOST_WORDS;
    while (cut > from + LEAST_WORDS && !text.slice(words[cut - 1]!.end, words[cut]!.start).includes("\n")) cut--;
    if (cut === from + LEAST_WORDS) cut = from + MOST_WORDS;
    const end = words[cut]!.start;
    passages.push({ start, end, words: words.slice(from, cut) });
    from = cut;
    start = end;
  }
  passages.push({ start, end: text.length, words: words.slice(from) });
  return passages;
}
