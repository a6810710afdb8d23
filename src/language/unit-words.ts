import type { Token, Unit } from "./sentence.ts";
import { tokenize } from "./tokenize.ts";

/** One node before tagging: a token, a part of a token that a unit left over, or a unit. */
export interface Word extends Token {
  readonly unit: Unit | null;
  /** The form that the tagger and parser see. */
  readonly form: string;
}

/**
 * The tokens of a sentence with each unit as one word. Units outside the sentence are left out; a unit that begins or
 * ends inside a token splits it. Units must not overlap; of two that do, the first one stands. Tokens may stand in another
 * order than in the text (a clause made whole from parts); a unit is found where its tokens stand together.
 */
export function mergeUnits(text: string, tokens: readonly Token[], units: readonly Unit[]): Word[] {
  const words: Word[] = [];
  let from = 0;
  for (let i = 1; i <= tokens.length; i++) {
    if (i < tokens.length && tokens[i]!.start >= tokens[i - 1]!.end) continue;
    words.push(...mergeInOrder(text, tokens.slice(from, i), units));
    from = i;
  }
  return words;
}

function mergeInOrder(text: string, tokens: readonly Token[], units: readonly Unit[]): Word[] {
  if (tokens.length === 0) return [];
  const start = tokens[0]!.start;
  const end = tokens.at(-1)!.end;
  const within = units
    .filter((unit) => unit.start < unit.end && unit.start >= start && unit.end <= end)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const words: Word[] = [];
  let next = 0;
  let done = start;
  const addPart = (from: number, to: number): void => {
    for (const part of tokenize(text, from, to)) words.push({ ...part, unit: null, form: part.text });
  };
  for (const token of tokens) {
    let at = Math.max(token.start, done);
    if (at >= token.end) continue;
    while (at < token.end) {
      while (next < within.length && within[next]!.start < at) next++;
      const unit = within[next];
      if (unit === undefined || unit.start >= token.end) {
        if (at === token.start) words.push({ ...token, unit: null, form: token.text });
        else addPart(at, token.end);
        break;
      }
      if (unit.start > at) addPart(at, unit.start);
      words.push({ start: unit.start, end: unit.end, text: text.slice(unit.start, unit.end), unit, form: unitForm(text, unit) });
      next++;
      at = unit.end;
      done = unit.end;
    }
  }
  return words;
}

const MONTH = /^(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)/i;
const MONEY = /[$€£¥₩]|\b(?:dollars?|euros?|won|yen|USD|EUR|KRW)\b/i;

/**
 * The single word that stands for a unit in the features, chosen so that the statistics of the treebanks hold: the head
 * of a name ("Republic" of "Republic of Korea"), the month or year of a date, the currency of an amount.
 */
export function unitForm(text: string, unit: Unit): string {
  const parts = tokenize(text, unit.start, unit.end).map((token) => token.text);
  const letters = parts.filter((part) => /\p{L}/u.test(part));
  switch (unit.kind) {
    case "date":
      return (
        parts.find((part) => MONTH.test(part)) ??
        parts.find((part) => /^\d{4}s?$/.test(part)) ??
        letters.at(-1) ??
        parts.at(-1) ??
        text.slice(unit.start, unit.end)
      );
    case "amount":
      return MONEY.test(text.slice(unit.start, unit.end)) ? "$" : (letters.at(-1) ?? parts.at(-1) ?? "");
    case "list":
      return headOfName(
        parts.slice(
          0,
          Math.max(
            1,
            parts.findIndex((part) => /^(?:,|;|and|&|or)$/.test(part)),
          ),
        ),
      );
    default:
      return headOfName(parts);
  }
}

/** The last capitalised word before "of", "for" or a bracket: the head of an English name. */
function headOfName(parts: readonly string[]): string {
  const stop = parts.findIndex((part, i) => i > 0 && /^(?:of|for|on|in|against|and|\()$/.test(part));
  const head = stop < 0 ? parts : parts.slice(0, stop);
  for (let i = head.length - 1; i >= 0; i--) if (/^[\p{Lu}\p{Lo}]/u.test(head[i]!)) return head[i]!;
  return head.at(-1) ?? parts[0] ?? "";
}

/** The tags that a unit may have, as names "UPOS XPOS". */
export function unitTags(word: Word): readonly string[] | null {
  const { unit, form } = word;
  if (unit === null) return null;
  const noun = unit.plural ? ["PROPN NNPS"] : ["PROPN NNP"];
  switch (unit.kind) {
    case "name":
      if (unit.adjective !== undefined) return unit.adjective ? ["ADJ JJ"] : noun;
      return [...noun, ...(unit.plural ? [] : ["PROPN NNPS", "ADJ JJ"])];
    case "list":
    case "title":
      return unit.adjective ? ["ADJ JJ"] : noun;
    case "date":
      if (/^\d/.test(form)) return /s$/.test(form) ? ["NOUN NNS"] : ["NUM CD"];
      return /^\p{Lu}/u.test(form) ? ["PROPN NNP"] : ["NOUN NN", "NOUN NNS", "ADV RB", "PRON DT"];
    case "amount":
      if (form === "$") return ["SYM $"];
      return /^\d/.test(form) ? ["NUM CD"] : ["NOUN NN", "NOUN NNS", "NUM CD", "SYM NN"];
  }
}
