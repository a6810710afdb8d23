import { wordsOf } from "./read-offices.ts";
import { ALL_CAPITALS, APOSTROPHE, CAPITAL, HYPHEN, INITIAL, LOWER, PERIOD, SPACE } from "./scan-words.ts";
import { follows, type TextContext } from "./text-context.ts";

const particles = /^(?:de|del|da|dos|das|do|di|du|la|las|los|van|von|der|den|bin|bint|ibn|al|el|ul|ur|y|e|abu|ould|ben)$/;

const PATRONYMIC = /^(?:al|el|bin|bint|ibn|ben|ould)$/;

const NO_NAME =
  /^(?:the|a|an|and|or|in|on|at|of|for|to|with|from|by|after|before|during|since|but|while|as|he|she|it|they|his|her|its|their|this|that|these|those|who|which|when|where|also|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|yesterday|ministry|government|minister|president|ambassador|embassy|general|republic|state|national|special|foreign|affairs|trade|council|office|summit|conference|secretariat|assembly|development|assistance|committee|commission|meeting|election|elections|debate|budget|decree|palace|system|agreement|cooperation|directorate|mr|mrs|ms|dr|sir|excellency|designate|i|we)$/;

/** The words of a name that begins at a word: capitalised words, initials and particles; -1 when there is none. */
export function nameEnd(context: TextContext, at: number, covered: (word: number) => boolean): number {
  const { words } = context;
  if (at >= words.count || !isNamePart(context, at, covered)) return -1;
  let end = at;
  let patronymics = 0;
  for (let i = at + 1; i < words.count && i - at < 7 + 2 * patronymics; i++) {
    if (PATRONYMIC.test(words.folds[i]!)) patronymics++;
    if (context.sentences[i] !== context.sentences[at]) break;
    const gap = words.gaps[i]!;
    const initialBefore = words.shapes[i - 1] === INITIAL;
    if (gap !== SPACE && gap !== HYPHEN && gap !== APOSTROPHE && !(gap === PERIOD && initialBefore)) break;
    if (gap === APOSTROPHE && words.folds[i] === "s") break;
    if (gap === HYPHEN && words.shapes[i] === LOWER && !covered(i)) {
      if (words.folds[i]!.length > 7 || /^(?:led|based|born|backed|elect|designate|era|style)$/.test(words.folds[i]!)) break;
      end = i;
      continue;
    }
    // "Hu'akavameiliku", "Mata'afa"
    if (gap === APOSTROPHE && words.shapes[i] === LOWER && words.folds[i]!.length > 2) {
      end = i;
      continue;
    }
    if (words.shapes[i] === LOWER) {
      if (!particles.test(words.folds[i]!) || !nextIsName(context, i, covered)) break;
      continue;
    }
    if (!isNamePart(context, i, covered)) break;
    end = i;
  }
  while (end > at && words.shapes[end] === INITIAL && words.gaps[end] !== HYPHEN) end--;
  return words.shapes[end] === INITIAL && end === at ? -1 : end;
}

function nextIsName(context: TextContext, i: number, covered: (word: number) => boolean): boolean {
  const { words } = context;
  for (let k = i + 1; k <= i + 2 && k < words.count; k++) {
    if (!follows(context, k)) return false;
    if (words.shapes[k] === LOWER && particles.test(words.folds[k]!)) continue;
    return isNamePart(context, k, covered);
  }
  return false;
}

function isNamePart(context: TextContext, i: number, covered: (word: number) => boolean): boolean {
  const { words } = context;
  const shape = words.shapes[i]!;
  if (covered(i)) return false;
  if (shape === CAPITAL || shape === INITIAL)
    return (
      !NO_NAME.test(words.folds[i]!) || shape === INITIAL || (words.gaps[i + 1] === HYPHEN && i > 0 && words.shapes[i - 1] === CAPITAL)
    );
  // "AK Abdul", "KP Oli": initials without dots
  const isInitials =
    words.gaps[i + 1] === SPACE && words.shapes[i + 1] === CAPITAL && !covered(i + 1) && /^\p{L}{2,3}$/u.test(words.folds[i]!);
  return (
    shape === ALL_CAPITALS &&
    (isInitials || context.shouting[context.sentences[i]!] === 1 || /^\p{Lu}[\p{L}]{3,}$/u.test(wordsOf(context, i, i)))
  );
}

/** Where a known name ends with what says whose child and of which house: "Tamim bin Hamad Al Thani", "Sabah Al-Ahmad Al-Jaber Al-Sabah". */
export function patronymicEnd(context: TextContext, last: number, covered: (word: number) => boolean): number {
  const { words } = context;
  let end = last;
  for (let i = last + 1; i + 1 < words.count && follows(context, i) && follows(context, i + 1); i += 2) {
    if (!PATRONYMIC.test(words.folds[i]!) || covered(i) || !isNamePart(context, i + 1, covered) || words.shapes[i + 1] === LOWER) break;
    end = i + 1;
  }
  return end;
}

/** Where a capitalised name ends that ends at word `last`: its first word, or -1. */
export function nameStart(context: TextContext, last: number, covered: (word: number) => boolean): number {
  const { words } = context;
  let first = -1;
  for (let i = last; i >= 0 && last - i < 7; i--) {
    if (i < last && !(follows(context, i + 1) || (words.gaps[i + 1] === PERIOD && words.shapes[i] === INITIAL))) break;
    if (isNamePart(context, i, covered)) first = i;
    else if (!(words.shapes[i] === LOWER && (particles.test(words.folds[i]!) || words.gaps[i] === HYPHEN) && i < last + 1)) break;
  }
  return first;
}
