import { readWeekday } from "./absolute.ts";
import { formatDay, pad, shiftDays, shiftMonth, weekdayOf } from "./calendar.ts";
import { partsOf } from "./edtf.ts";
import { isFunctionWord } from "./guards.ts";
import { ENGLISH, type Unit } from "./lexicon.ts";
import { dayOf, edtfOf, monthOf, type Point, seasonOf, type When } from "./point.ts";
import { resolveWeekday, weekOf } from "./resolve.ts";
import type { Scene } from "./scene.ts";
import { directionAt, isPastVerb } from "./tense.ts";
import type { Words } from "./words.ts";

/** A point worked out from another date; null when it could not be. */
export function relative(from: number, to: number, when: When | string | null, anchor: number | null, why: string): Point | null {
  if (when === null) return null;
  return { from, to, when: typeof when === "string" ? edtfOf(when) : when, approximate: false, basis: "relative", anchor, why };
}

/** The document's date, where it is known to the day. */
export function documentDay(scene: Scene): { year: number; month: number; day: number } | null {
  const d = scene.document;
  return d && d.month !== null && d.day !== null ? { year: d.year, month: d.month, day: d.day } : null;
}

export const PARTS_OF_DAY = new Set(["morning", "afternoon", "evening", "night"]);

/** yesterday, today, tomorrow, tonight, this morning, last night, the day before yesterday. */
export function readDayWord(scene: Scene, i: number): Point | null {
  const w = scene.words;
  const today = documentDay(scene);
  if (!today) return null;
  const day = (by: number, to: number): Point | null => relative(i, to, formatDay(shiftDays(today, by)), null, "day-word");
  const after = (j: number): number => (PARTS_OF_DAY.has(w.word(j)) ? j + 1 : j);
  if (w.is(i, "early", "late", "earlier", "later") && w.is(i + 1, "yesterday", "today", "tomorrow", "tonight")) {
    const inner = readDayWord(scene, i + 1);
    return inner && { ...inner, from: i };
  }
  switch (w.word(i)) {
    case "yesterday":
      return day(-1, after(i + 1));
    case "tomorrow":
      return day(1, after(i + 1));
    case "tonight":
      return day(0, i + 1);
    case "today": {
      // "today's world", "to this day", "Today, the two cooperate": nowadays, not the day.
      if (w.is(i + 1, "'s", "'") || w.is(i - 1, "of", "until", "till", "even", "still", "and")) return null;
      if (!tellsOfToday(w, i) && !w.is(i - 1, "earlier", "later", "early", "late")) return null;
      return day(0, i + 1);
    }
    case "this":
      return PARTS_OF_DAY.has(w.word(i + 1)) ? day(0, i + 2) : null;
    case "last":
      return w.is(i + 1, "night", "evening") ? day(-1, i + 2) : null;
    case "the":
      if (w.follows(i + 1, "day", "before", "yesterday")) return day(-2, i + 4);
      if (w.follows(i + 1, "day", "after", "tomorrow")) return day(2, i + 4);
      return null;
  }
  return null;
}

/** Verbs of news in the present: "pays today an official visit", "starts today". */
const DOES_TODAY: ReadonlySet<string> = new Set(
  "pays stays starts begins arrives visits receives meets travels opens signs holds hosts leaves departs concludes inaugurates welcomes launches presents celebrates marks attends tours flies".split(
    " ",
  ),
);

const UNDER_WAY: ReadonlySet<string> = new Set(
  "visiting paying arriving leaving departing travelling traveling flying meeting hosting holding receiving attending signing expected due scheduled set".split(
    " ",
  ),
);

/** Whether a verb of the past, or one right beside it, says that something was done today, or a verb of the future that it will be; a verb of the present before it says nowadays. */
function tellsOfToday(w: Words, i: number): boolean {
  const next = w.word(i + 1);
  if (next.endsWith("s") && !isFunctionWord(next)) return true;
  if (next.endsWith("ed") || isPastVerb(w, i + 1)) return true;
  if (DOES_TODAY.has(w.word(i - 1))) return true;
  for (let j = i - 1; j >= 0 && j > i - 10; j--) {
    // "will meet him today", "is visiting Peru today", "leaves for Peru today"
    if (w.is(j, "will", "shall") || (w.is(j, "is", "are") && UNDER_WAY.has(w.word(j + 1))) || (j > i - 7 && DOES_TODAY.has(w.word(j))))
      return true;
    if (w.is(j, "is", "are", "still", "as", "has", "have", "do", "does", "remain", "remains", "exists", "exist", "need", "face", "being"))
      return false;
    if (isPastVerb(w, j)) return true;
  }
  for (let j = i + 1; j < w.all.length && j < i + 30 && !w.is(j, ";", ":"); j++) {
    if (w.is(j, "is", "are", "has", "have", "can", "may", "remain", "remains")) return false;
    if (isPastVerb(w, j)) return true;
  }
  return false;
}

/** A period seen from the document's date: by -1 last, 0 this, 1 next. */
export function documentUnit(scene: Scene, unit: Unit, by: number): When | string | null {
  const doc = scene.document;
  if (!doc) return null;
  switch (unit) {
    case "year":
      return pad(doc.year + by, 4);
    case "decade":
      return `${pad(Math.floor(doc.year / 10) + by, 3)}X`;
    case "century":
      return `${pad(Math.floor(doc.year / 100) + by, 2)}XX`;
    case "day": {
      const today = documentDay(scene);
      return today && formatDay(shiftDays(today, by));
    }
    case "week": {
      const today = documentDay(scene);
      return today && weekOf(today, by);
    }
    case "month": {
      if (doc.month === null) return null;
      const at = shiftMonth(doc.year, doc.month, by);
      return monthOf(at.year, at.month);
    }
    case "quarter":
    case "semester": {
      if (doc.month === null) return null;
      const size = unit === "quarter" ? 3 : 6;
      const at = shiftMonth(doc.year, Math.floor((doc.month - 1) / size) * size + 1, by * size);
      return `${pad(at.year, 4)}-${pad(at.month, 2)}/${pad(at.year, 4)}-${pad(at.month + size - 1, 2)}`;
    }
  }
}

/** last month, this year, next week, last Friday, next May, this spring, the current year, this past Monday. */
export function readThisLastNext(scene: Scene, i: number): Point | null {
  const w = scene.words;
  let j = w.is(i, "the") && w.is(i + 1, "current", "present", "coming", "past") ? i + 1 : i;
  const word = w.word(j);
  const by =
    word === "this" || word === "current" || word === "present"
      ? 0
      : word === "last" || word === "past"
        ? -1
        : word === "next" || word === "coming"
          ? 1
          : null;
  if (by === null) return null;
  if (word === "past" && j === i) return null;
  if (j === i && (word === "current" || word === "present" || word === "coming")) return null;
  // "the last year" is the end of a row, not the year before the document's; "the past year" is a span.
  if (w.is(j - 1, "the", "its", "his", "her", "their", "s", "'s") && (word === "last" || word === "next" || word === "past")) return null;
  j++;
  if (word === "this" && w.is(j, "past", "coming")) j++;
  if (w.is(j, "calendar", "fiscal", "financial", "academic") && w.is(j + 1, "year")) j++;
  const unit = w.unit(j);
  if (unit && !w.at(j).text.endsWith("s")) {
    if (w.is(j, "day")) return null;
    const when = documentUnit(scene, unit, by);
    return relative(i, j + 1, when, null, "document-period");
  }
  if (w.is(j, "weekend")) {
    const today = documentDay(scene);
    if (!today) return null;
    const days = weekOf(today, by).split("/");
    const sunday = partsOf(days[1]!);
    const saturday = shiftDays({ year: sunday.year!, month: sunday.month!, day: sunday.day! }, -1);
    return relative(i, j + 1, `${formatDay(saturday)}/${days[1]}`, null, "document-period");
  }
  const weekday = readWeekday(w, j);
  if (weekday)
    return relative(
      i,
      afterPartOfDay(scene, j + 1),
      resolveWeekday(scene, weekday, j, by < 0 ? "last" : by > 0 ? "next" : "this"),
      null,
      "document-weekday",
    );
  const month = w.month(j);
  const doc = scene.document;
  if (month && w.at(j).end - w.at(j).start > 2 && !w.fourDigits(j + 1)) {
    const day = w.day(j + 1);
    const to = day ? j + 2 : w.afterStop(j + 1);
    if (doc?.month == null) return relative(i, to, day ? dayOf(null, month, day) : monthOf(null, month), null, "document-month");
    const year = by === 0 ? doc.year : by < 0 ? (month < doc.month ? doc.year : doc.year - 1) : month > doc.month ? doc.year : doc.year + 1;
    return relative(i, to, day ? dayOf(year, month, day) : monthOf(year, month), null, "document-month");
  }
  const season = ENGLISH.seasons.get(w.word(j));
  if (season && doc && !w.fourDigits(j + 1) && !w.is(j + 1, "of")) {
    if (doc.month === null) return null;
    const start = (season - 20) * 3;
    const year =
      by === 0
        ? doc.year
        : by < 0
          ? doc.month > Math.min(start + 2, 12)
            ? doc.year
            : doc.year - 1
          : doc.month < start
            ? doc.year
            : doc.year + 1;
    return relative(i, j + 1, seasonOf(year, season), null, "document-season");
  }
  return null;
}

/** "at the weekend", "over the weekend": the latest that has begun, or the coming one where the verb is of the future. */
export function readWeekend(scene: Scene, i: number): Point | null {
  const w = scene.words;
  const today = documentDay(scene);
  if (!today || !w.follows(i, "the", "weekend") || !w.is(i - 1, "at", "over", "during", "on")) return null;
  const isPast = (scene.context.direction ?? directionAt(w, i)) === "past";
  const sunday = partsOf(weekOf(today, isPast && weekdayOf(today) < 6 ? -1 : 0).split("/")[1]!);
  const last = { year: sunday.year!, month: sunday.month!, day: sunday.day! };
  return relative(i, i + 2, `${formatDay(shiftDays(last, -1))}/${formatDay(last)}`, null, "document-period");
}

/** The index after "morning", "night" at i. */
export function afterPartOfDay(scene: Scene, i: number): number {
  return PARTS_OF_DAY.has(scene.words.word(i)) ? i + 1 : i;
}
