import type { Span } from "../../document/document.ts";
import { ENGLISH } from "./lexicon.ts";

/** A piece of a sentence as the date rules see it. */
export interface Lexeme extends Span {
  /** `number` is digits alone, `ordinal` 5th, `decade` 1970s or 90s, `other` anything mixed (G20, 2,000, 15km), `mark` one punctuation mark. */
  readonly kind: "word" | "number" | "ordinal" | "decade" | "other" | "mark";
  /** Words in lower case, everything else as written; dashes are all "-", quotes all "'". */
  readonly text: string;
  /** The number of a number, ordinal or decade, else -1. */
  readonly value: number;
  readonly capital: boolean;
  /** Whether white space stands before it. */
  readonly spaced: boolean;
}

/** Whether a stretch of text may say a time at all: a digit, or a word that starts like one of the lexicon's. Costs next to nothing. */
export function mayHoldDates(text: string, span: Span): boolean {
  return HINT.test(text.slice(span.start, span.end));
}

const HINT = buildHint();

function buildHint(): RegExp {
  const words = new Set<string>([...ENGLISH.months.keys(), ...ENGLISH.weekdays.keys(), ...ENGLISH.triggers]);
  // "that", "this", "the" and the like say a time only with a word that is in the list itself.
  for (const common of [
    "that",
    "this",
    "office",
    "fall",
    "term",
    "may",
    "mar",
    "mon",
    "sun",
    "sat",
    "sep",
    "oct",
    "dec",
    "jan",
    "jun",
    "jul",
  ])
    words.delete(common);
  const stems = [...words]
    .sort((a, b) => a.length - b.length)
    .filter((w, i, all) => !all.slice(0, i).some((shorter) => w.startsWith(shorter)));
  const anyCase = (c: string): string => (c.toUpperCase() === c ? c : `[${c}${c.toUpperCase()}]`);
  const stem = (w: string): string => anyCase(w[0]!) + w.slice(1);
  return new RegExp(
    `\\d|\\b(?:May|Mar|Mon|Sun|Sat|Sep|Oct|Dec|Jan|Jun|Jul|JAN|FEB|MAR|APR|MAY|JU[NL]|AUG|SEP|OCT|NOV|DEC|[Tt]erm|After (?:that|this)\\b|[Ss]ince then|that time|th(?:is|at|e) (?:last |last-mentioned |latter |said |aforementioned )?(?:meeting|summit|conference|session|ceremony|event|forum|visit|trip|tour|talks|assembly|seminar|gathering)\\b|${stems.map(stem).join("|")})`,
  );
}

const PREFIXES = new Set(["q", "h", "fy", "cy"]);

/** Splits text[span] for the date rules. */
export function lexDates(text: string, span: Span): Lexeme[] {
  const out: Lexeme[] = [];
  const end = span.end;
  let at = span.start;
  let spaced = true;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (code !== 9 && isSpace(code)) {
      spaced = true;
      at++;
      continue;
    }
    const start = at;
    const endless = spaced ? endOfEndless(text, at, end) : -1;
    if (endless > 0) {
      at = endless;
      out.push({ start, end: at, kind: "other", text: "", value: -1, capital: false, spaced });
    } else if (isLetter(code)) {
      at++;
      while (at < end && isLetter(text.charCodeAt(at))) at++;
      const word = text.slice(start, at).toLowerCase();
      if (at < end && isDigit(text.charCodeAt(at)) && !PREFIXES.has(word)) {
        at = endOfMixed(text, at, end);
        out.push({ start, end: at, kind: "other", text: text.slice(start, at), value: -1, capital: true, spaced });
      } else
        out.push({
          start,
          end: at,
          kind: "word",
          text: word,
          value: -1,
          capital: text.charCodeAt(start) < 97 || isUpper(text[start]!),
          spaced,
        });
    } else if (isDigit(code)) {
      at++;
      while (at < end && isDigit(text.charCodeAt(at))) at++;
      at = pushNumber(text, start, at, end, spaced, out);
    } else {
      at++;
      out.push({ start, end: at, kind: "mark", text: normalMark(text[start]!, code), value: -1, capital: false, spaced });
    }
    spaced = false;
  }
  return out;
}

/** Beyond this a run of characters without a blank says no time, as it is one word to the tokenizer. */
const LONGEST_RUN = 5000;

/** Where a run without a blank ends that is longer than any word; -1 where it is not. */
function endOfEndless(text: string, from: number, end: number): number {
  if (end - from <= LONGEST_RUN) return -1;
  let at = from;
  while (at < end && at - from <= LONGEST_RUN && !isSpace(text.charCodeAt(at))) at++;
  if (at - from <= LONGEST_RUN) return -1;
  while (at < end && !isSpace(text.charCodeAt(at))) at++;
  return at;
}

function pushNumber(text: string, start: number, digitsEnd: number, end: number, spaced: boolean, out: Lexeme[]): number {
  let at = digitsEnd;
  const base = { start, capital: false, spaced };
  const value = digitsEnd - start <= 9 ? Number(text.slice(start, digitsEnd)) : -1;
  // 2,000 and 1 500 000 are amounts; 12,5 is one too.
  if (text[at] === "," && isDigit(text.charCodeAt(at + 1)) && at + 1 < end && digitsEnd - start <= 3) {
    let stop = at + 1;
    while (stop < end && isDigit(text.charCodeAt(stop))) stop++;
    if (stop - at - 1 <= 3) {
      while (stop < end && (isDigit(text.charCodeAt(stop)) || (text[stop] === "," && isDigit(text.charCodeAt(stop + 1))))) stop++;
      out.push({ ...base, end: stop, kind: "other", text: text.slice(start, stop), value: -1 });
      return stop;
    }
  }
  const suffix = /(?:st|nd|rd|th|['’]?s)(?![\p{L}\d])/uy;
  suffix.lastIndex = at;
  const found = suffix.exec(text);
  if (found && at + found[0].length <= end) {
    const mark = found[0];
    at += mark.length;
    if (mark.endsWith("s") && mark !== "s" && value % 10 !== 0) {
      // 1998's: the year, then its genitive.
      out.push({ ...base, end: digitsEnd, kind: "number", text: text.slice(start, digitsEnd), value });
      out.push({ start: digitsEnd, end: at, kind: "mark", text: "'s", value: -1, capital: false, spaced: false });
      return at;
    }
    const kind = mark.endsWith("s") ? (value % 10 === 0 ? "decade" : "other") : "ordinal";
    out.push({ ...base, end: at, kind, text: text.slice(start, at), value });
    return at;
  }
  if (at < end && isLetter(text.charCodeAt(at)) && !/^[Tt]\d\d:?\d\d/.test(text.slice(at, at + 6))) {
    at = endOfMixed(text, at, end);
    out.push({ ...base, end: at, kind: "other", text: text.slice(start, at), value: -1 });
    return at;
  }
  out.push({ ...base, end: at, kind: "number", text: text.slice(start, at), value });
  return at;
}

function endOfMixed(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && (isLetter(text.charCodeAt(at)) || isDigit(text.charCodeAt(at)))) at++;
  return at;
}

function normalMark(mark: string, code: number): string {
  if ((code >= 0x2010 && code <= 0x2015) || code === 0x2212 || code === 0x2d || code === 0xad) return "-";
  if (mark === "’" || mark === "‘" || mark === "ʼ" || mark === "`") return "'";
  if (mark === "“" || mark === "”" || mark === "«" || mark === "»") return '"';
  return mark;
}

function isSpace(code: number): boolean {
  return (
    code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || (code >= 0x2000 && code <= 0x200b) || code === 0x202f || code === 0x3000
  );
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isLetter(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
  return (code >= 0xc0 && code < 0x2000 && code !== 0xd7 && code !== 0xf7) || (code >= 0x2c00 && code < 0xd800 && code !== 0x3000);
}

function isUpper(letter: string): boolean {
  return letter !== letter.toLowerCase();
}
