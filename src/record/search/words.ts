import { foldWord } from "../../actors/scan-words.ts";

/** A word of a text: folded, with its UTF-16 offsets, half-open. */
export interface Word {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** Scripts that put no space between words: each of their characters counts as a word, and several as a phrase. */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[[\p{L}\p{N}\p{M}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]]+/gv;
const PLAIN = /^[a-z0-9]+$/;
/** Longer ones (a line of Base64, say) are cut, for an index takes no key of any length. */
const LONGEST = 64;

/** The words of a text in order, without case and accents; whatever is neither letter nor digit divides them. No stems are made. */
export function findWords(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    const raw = match[0];
    const word = foldWordForSearch(raw);
    if (word) words.push({ word, start: match.index, end: match.index + raw.length });
  }
  return words;
}

function foldWordForSearch(raw: string): string {
  const word = PLAIN.test(raw) ? raw : foldWord(raw);
  return word.length > LONGEST ? word.slice(0, LONGEST) : word;
}
