import { isEdtf, partsOf } from "./edtf.ts";
import type { Scene } from "./scene.ts";
import type { Words } from "./words.ts";

/** Within how many UTF-16 units a time said before is still that of the story. */
const NEAR = 400;
const WEEKDAY = /\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b/;

/** The month or day at which the sentences before leave the reader. */
export interface ToldBefore {
  readonly year: number;
  readonly month: number;
  readonly day: number | null;
  /** Offset of its words in the text. */
  readonly start: number;
  /** Whether its words name the day of the week. */
  readonly byWeekday: boolean;
}

/**
 * The time that the paragraph told of before lexeme `at`, in this sentence or one right before it, where it is known to the month;
 * null when it told none, or too far back.
 */
export function toldBefore(scene: Scene, at: number): ToldBefore | null {
  const told = scene.said.at(-1) ?? scene.context.previous;
  if (told?.role !== "time" || !isEdtf(told.edtf) || told.edtf.includes("/")) return null;
  const { text } = scene.words;
  const here = scene.words.at(at).start;
  if (told.start >= here || here - told.start > NEAR || text.slice(told.end, here).includes("\n")) return null;
  const { year, month, day } = partsOf(told.edtf);
  if (year === null || month === null) return null;
  const before = text.slice(Math.max(0, told.start - 14), told.start);
  return { year, month, day, start: told.start, byWeekday: WEEKDAY.test(before) || WEEKDAY.test(told.text) };
}

/** Words of a sentence that goes on with whom the one before spoke of: "In June they met again", "He returned in May". */
const THEY: ReadonlySet<string> = new Set(["he", "she", "they", "both", "again"]);
const OPENING = 7;

/** Whether a sentence goes on with the story of the one before: its subject is a pronoun, or it says "again". */
export function goesOn(words: Words): boolean {
  for (let i = 0; i < OPENING; i++) if (THEY.has(words.word(i)) || (words.is(i, "the") && words.is(i + 1, "two"))) return true;
  return false;
}
