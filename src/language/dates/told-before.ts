import type { DateExpression } from "../date-expression.ts";
import { isEdtf, partsOf } from "./edtf.ts";
import type { Scene } from "./scene.ts";
import { directionAt } from "./tense.ts";
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

/** The time of the sentence right before lexeme `at`, where it is of a year long gone by and the verb around is of the past; or null. */
export function storyTold({ words, context, document }: Scene, at: number): DateExpression | null {
  const told = context.previous;
  if (!document || told?.role !== "time" || !isEdtf(told.edtf) || !isRightBefore(words, told, at)) return null;
  const { year } = partsOf(told.edtf);
  if (year === null || year > document.year - LONG_AGO || (context.direction ?? directionAt(words, at)) !== "past") return null;
  return told;
}

/** "Elections were held on 4 May 2003. Two months after the vote": the time of what the sentence before told with such words; or null. */
export function toldOf({ words, context }: Scene, at: number, noun: string): DateExpression | null {
  const told = context.previous;
  if (told?.role !== "time" || !isEdtf(told.edtf) || !isRightBefore(words, told, at)) return null;
  const kind = OCCURRENCES.find((one) => one.test(noun));
  const window = words.text.slice(Math.max(0, told.start - NEAR), words.at(0).start);
  const sentence = window.slice(window.slice(0, Math.min(NEAR, told.start)).search(/[^.!?\n]*$/));
  return kind && sentence.split(/[^\p{L}]+/u).some((word) => kind.test(word.toLowerCase())) ? told : null;
}

function isRightBefore(words: Words, told: DateExpression, at: number): boolean {
  const here = words.at(at).start;
  return told.start < here && here - told.start <= NEAR && !words.text.slice(told.end, here).includes("\n");
}

/** How many years before the document's a story is told as one of the past. */
const LONG_AGO = 2;

/** Words for one occurrence, as a noun takes up what a verb told. */
const OCCURRENCES: readonly RegExp[] = [
  /^(?:elect(?:ions?|ed)|vot(?:e|es|ed|ing)|polls?|polling|referend(?:um|a|ums)|ballots?)$/,
  /^(?:sign(?:ing|ed|ature)|initialled|concluded|conclusion|agreements?|treat(?:y|ies)|accords?|pacts?|deals?|convention|protocol|memorandum)$/,
  /^(?:coups?|putsch|takeover|overthr(?:ow|ew|own)|toppled|ousted|ouster|revolution|uprising|revolt|mutiny)$/,
  /^(?:summits?|meetings?|met|talks|conference|session|encounter|congress)$/,
  /^(?:war|conflict|inva(?:sion|ded)|fighting|hostilities|clash(?:es|ed)?|offensive)$/,
  /^(?:ceasefire|truce|armistice)$/,
  /^(?:visit(?:ed|s)?|trips?|tour(?:ed)?|journey|travelled|traveled|arriv(?:al|ed))$/,
  /^(?:independen(?:ce|t))$/,
  /^(?:attack(?:s|ed)?|raid(?:s|ed)?|bomb(?:ing|ings|ed)|massacre|killings?|killed|incident|shootings?|shot|strikes?|struck|assault)$/,
  /^(?:earthquake|quake|hurricane|cyclone|typhoon|tsunami|floods?|flooding|disaster|eruption|erupted)$/,
  /^(?:inaugurat(?:ion|ed)|sworn|swearing)$/,
  /^(?:death|died|assassinat(?:ion|ed)|murder(?:ed)?)$/,
  /^(?:recogni[sz]ed|recognition)$/,
  /^(?:expuls(?:ion|ions)|expelled)$/,
  /^(?:accession|acceded|joined|entry|admission|admitted)$/,
  /^(?:withdrawal|withdrew|pull-?out|departure|left|exit)$/,
  /^(?:rupture|break|broke|severed|severance|split)$/,
  /^(?:announce(?:ment|d)|decision|decided|decree)$/,
  /^(?:opening|opened)$/,
  /^(?:application|applied|request|requested)$/,
];

/** Words of a sentence that goes on with whom the one before spoke of: "In June they met again", "He returned in May". */
const THEY: ReadonlySet<string> = new Set(["he", "she", "they", "both", "again"]);
const OPENING = 7;

/** Whether a sentence goes on with the story of the one before: its subject is a pronoun, or it says "again". */
export function goesOn(words: Words): boolean {
  for (let i = 0; i < OPENING; i++) if (THEY.has(words.word(i)) || (words.is(i, "the") && words.is(i + 1, "two"))) return true;
  return false;
}

/** "Laos followed suit in May", "Chad did the same in June": as another had just done. */
export function followsUp(words: Words): boolean {
  for (let i = 0; i < words.all.length; i++)
    if (
      (words.is(i, "followed") && (words.is(i + 1, "suit", "in", "on") || words.ends(i + 1))) ||
      (words.is(i, "did") && (words.is(i + 1, "so", "likewise") || words.follows(i + 1, "the", "same")))
    )
      return true;
  return false;
}
