import { INITIAL, PERIOD, SPACE } from "./scan-words.ts";
import type { TextContext } from "./text-context.ts";

/** Forms of address that stand between a title and a name. */
const HONORIFICS: ReadonlySet<string> = new Set(
  (
    "h.e h.h h.m h.r.h he hh hm hrh hon rt honourable honorable excellency excellencies highness majesty mr mrs ms miss madam madame dr prof professor eng " +
    "sheikh shaikh sheikha shri smt sri sir dame dato datuk amb ambassador maj gen lt col brig brigadier rtd retd comrade senator drs dasho lyonpo engr alhaji"
  ).split(" "),
);
const BEFORE_ADDRESS: ReadonlySet<string> = new Set(["his", "her", "the", "royal", "right", "most"]);
const MOST = 5;

/**
 * Past forms of address: "H.E. Dr. Ana Example", "His Excellency Mr Ana Example" begin a name with their third or fourth word.
 *
 * @param isNamed whether a known name begins with a word, as Sheikh Hasina's does
 * @returns the word with which the name itself begins, or `at` where no form of address stands there
 */
export function pastHonorifics(context: TextContext, at: number, isNamed: (word: number) => boolean): number {
  const { words, sentences } = context;
  let i = at;
  for (let k = 0; k < MOST && !isNamed(i) && i + 1 < words.count && sentences[i + 1] === sentences[at]; k++) {
    const next = i + 1;
    const gap = words.gaps[next]!;
    if (gap !== SPACE && gap !== PERIOD) break;
    if (isSpelt(context, i)) i += 2;
    else if (HONORIFICS.has(words.folds[i]!) || (BEFORE_ADDRESS.has(words.folds[i]!) && isAddress(words.folds[next]!))) i = next;
    else break;
  }
  return i;
}

/** "H E Ana Example", as some write it without dots. */
function isSpelt({ words }: TextContext, i: number): boolean {
  return words.shapes[i] === INITIAL && words.shapes[i + 1] === INITIAL && words.folds[i] === "h" && /^[emh]$/.test(words.folds[i + 1]!);
}

function isAddress(fold: string): boolean {
  return /^(?:excellency|highness|majesty|royal|hon|honourable|honorable|right|rt|most)$/.test(fold);
}
