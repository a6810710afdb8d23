import type { Lexeme } from "./lexer.ts";
import { ENGLISH, type Unit } from "./lexicon.ts";

const NONE: Lexeme = { start: -1, end: -1, kind: "mark", text: "", value: -1, capital: false, spaced: true };

/** The lexemes of one sentence, asked by index; an index outside answers with nothing. */
export class Words {
  readonly all: readonly Lexeme[];
  readonly text: string;
  /** The document cites by author and year. */
  readonly authorYears: boolean;

  constructor(all: readonly Lexeme[], text: string, authorYears = false) {
    this.all = all;
    this.text = text;
    this.authorYears = authorYears;
  }

  at(i: number): Lexeme {
    return this.all[i] ?? NONE;
  }

  /** The lower-case word at i, "" when it is no word. */
  word(i: number): string {
    const x = this.at(i);
    return x.kind === "word" ? x.text : "";
  }

  is(i: number, ...words: string[]): boolean {
    return words.includes(this.at(i).text);
  }

  isDash(i: number): boolean {
    return this.at(i).text === "-";
  }

  /** Whether the lexemes from i on are these. */
  follows(i: number, ...words: string[]): boolean {
    return words.every((w, k) => this.at(i + k).text === w);
  }

  /** A month name at i (capital first letter, or a lower-case one that is no other word), else 0. */
  month(i: number): number {
    const x = this.at(i);
    if (x.kind !== "word") return 0;
    const month = ENGLISH.months.get(x.text) ?? 0;
    if (!month || x.capital) return month;
    return x.text.length > 3 && !ENGLISH.ambiguousMonths.has(x.text) ? month : 0;
  }

  weekday(i: number): number {
    const x = this.at(i);
    if (x.kind !== "word" || !x.capital) return 0;
    return ENGLISH.weekdays.get(x.text) ?? 0;
  }

  unit(i: number): Unit | null {
    return ENGLISH.units.get(this.word(i)) ?? null;
  }

  /** The index after the full stop of an abbreviated month or weekday before i ("Oct."), or of a stop that fell into a date ("March. 2011"); the stop that ends a sentence stays. */
  afterStop(i: number): number {
    if (this.at(i).text !== "." || this.at(i).spaced || i + 1 >= this.all.length) return i;
    const name = this.at(i - 1);
    const short = name.end - name.start <= 4 && name.text !== "may" && name.text !== "june" && name.text !== "july";
    return short || this.at(i + 1).kind === "number" || this.at(i + 1).kind === "ordinal" ? i + 1 : i;
  }

  /** Whether BC, B.C., BCE follow at i. */
  isBeforeChrist(i: number): boolean {
    return this.is(i, "bc", "bce") || (this.follows(i, "b", ".", "c") && this.at(i).capital);
  }

  /** A year written in four digits at i, else 0. Whether it is meant as one is another question. */
  fourDigits(i: number): number {
    const x = this.at(i);
    return x.kind === "number" && x.end - x.start === 4 && x.value >= 1000 && x.value <= 2199 ? x.value : 0;
  }

  /** A day of the month at i (5, 05, 5th), else 0. */
  day(i: number): number {
    const x = this.at(i);
    if ((x.kind === "number" || x.kind === "ordinal") && x.value >= 1 && x.value <= 31 && x.end - x.start <= 4)
      return x.kind === "number" && x.end - x.start > 2 ? 0 : x.value;
    return 0;
  }

  /** The index after a "th" that stands apart from its number ("October 5 th, 1962"). */
  afterSuffix(i: number): number {
    return this.is(i, "st", "nd", "rd", "th") ? i + 1 : i;
  }

  /** Whether the sentence, a clause or a cell ends before i. */
  ends(i: number): boolean {
    const x = this.at(i);
    return x === NONE || (x.kind === "mark" && /[.,;:!?)\]"\t—]/.test(x.text));
  }
}
