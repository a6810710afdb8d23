import { type Day, daysInMonth, formatDay, pad, shiftDays, toDayNumber, weekdayOf } from "./calendar.ts";
import { edtfBounds, isEdtf, partsOf } from "./edtf.ts";
import { dayOf, isDay, type Point, type When } from "./point.ts";
import { anchorOf, type Scene } from "./scene.ts";
import { type Direction, directionAt, isPastVerb } from "./tense.ts";
import { followsUp, goesOn, toldBefore } from "./told-before.ts";
import type { Words } from "./words.ts";

/** Fills the year that a month, day or season leaves out: from its own sentence, its heading, the text before, or the document's date. What cannot be told stays open. */
export function fillYear(point: Point, scene: Scene): Point {
  if (point.when.year !== null || point.when.unit === "edtf") return point;
  const found = yearFor(point, scene);
  if (!found) return point;
  const { year, basis, anchor } = found;
  const fill = (when: When): When | null => (when.unit === "day" && !isDay(year, when.month!, when.day!) ? null : { ...when, year });
  const when = fill(point.when);
  const until = point.until ? fill(point.until) : undefined;
  if (!when || until === null) return point;
  return {
    ...point,
    when,
    basis,
    anchor,
    why: `${point.why}+${found.why}`,
    ...(until ? { until } : {}),
    ...(point.also ? { also: point.also.map((p) => ({ ...p, when: fill(p.when) ?? p.when, basis, anchor })) } : {}),
  };
}

interface FoundYear {
  readonly year: number;
  readonly basis: "relative" | "context";
  readonly anchor: number | null;
  readonly why: string;
}

function yearFor(point: Point, scene: Scene): FoundYear | null {
  const { context, document } = scene;
  const month = monthNumber(point.when);
  const trusting = context.bareDates === "text" || document === null;
  const inSentence = [...scene.said].reverse().find((e) => onlyYearOf(e.edtf) !== null);
  if (inSentence) {
    const lead = scene.words.text.slice(scene.words.at(0).start, inSentence.start);
    const leads = /^\W*(?:\w+\W+)?(?:in|on|by|during|early|late|since|from)?\W*$/i.test(lead) && lead.length < 24;
    const sameYear = document !== null && Math.abs(onlyYearOf(inSentence.edtf)! - document.year) <= 1;
    const nextToDocument =
      document !== null && inSentence.basis === "relative" && inSentence.anchor === null && partsOf(inSentence.edtf).month !== null;
    if (nextToDocument) return { year: yearNear(point.when, scene, point.from), basis: "relative", anchor: null, why: "year-of-document" };
    // "signed in October of that year, will be renewed in August"
    const isToCome = !trusting && onlyYearOf(inSentence.edtf)! < document!.year && direction(scene, point.from) === "future";
    if (!isToCome && (trusting || leads || sameYear || inSentence.basis === "relative")) {
      const year = onlyYearOf(inSentence.edtf)!;
      return { year, basis: "relative", anchor: inSentence.start, why: "year-of-sentence" };
    }
  }
  const headed = context.heading !== null && isEdtf(context.heading) ? onlyYearOf(context.heading) : null;
  if (headed !== null)
    return { year: yearUnder(context.heading!, headed, point, scene), basis: "context", anchor: null, why: "year-of-heading" };
  const before = context.previous;
  if (trusting && before && isEdtf(before.edtf)) {
    // "in the summer of 1932 … in August"
    const season = /^(\d{4})-2([1-4])$/.exec(before.edtf);
    const parts = season
      ? { year: Number(season[1]), month: Number(season[2]) * 3 }
      : { year: onlyYearOf(before.edtf), month: partsOf(before.edtf).month };
    // "It was invaded in 1990. On 2 November": a year said in the sentence right before
    const between = scene.words.at(0).start - before.end;
    const isNext =
      between < NEXT_SENTENCE &&
      !scene.words.text.slice(before.end, scene.words.at(0).start).includes("\n") &&
      // "in April last year": of a year that only the document's own would tell
      !/\b(?:last|this|next)\b/i.test(scene.words.text.slice(scene.words.at(point.from).start, scene.words.at(point.to).end));
    if (parts.year !== null && (parts.month !== null || isNext || leadsItsSentence(scene.words.text, before.start))) {
      // A later sentence tells of what came later: November 2008, then February.
      const later = parts.month !== null && month < parts.month && point.from <= 2 ? 1 : 0;
      return { year: parts.year + later, basis: "relative", anchor: before.start, why: "year-of-text" };
    }
  }
  if (!document) return null;
  const next = yearGoneOn(point, month, scene);
  if (next) return next;
  const weekday = point.when.unit === "day" ? scene.words.weekday(point.from) : 0;
  const near = yearNear(point.when, scene, point.from);
  const told = weekday || !goesOn(scene.words) ? null : toldBefore(scene, point.from);
  if (told) {
    // "met in January 2011. They met again in June": a month long gone by is that of the story, not of the document's last year
    const year = told.year + (month < told.month && point.from <= 2 ? 1 : 0);
    const ago = (document.year - near) * 12 + (document.month ?? 12) - month;
    if (ago > STILL_NOW && year < near) return { year, basis: "relative", anchor: told.start, why: "year-of-story" };
  }
  if (weekday) {
    // "Friday, 28 February": the nearest year in which it is one
    const fits = (year: number): boolean =>
      isDay(year, month, point.when.day!) && weekdayOf({ year, month, day: point.when.day! }) === weekday;
    const year = [near, document.year, near - 1, near + 1, near - 2, near + 2, near - 3, near + 3].find(fits);
    if (year !== undefined) return { year, basis: "relative", anchor: null, why: "year-of-weekday" };
  }
  return { year: near, basis: "relative", anchor: null, why: "year-of-document" };
}

function direction({ context, words }: Scene, at: number): Direction {
  return context.direction ?? directionAt(words, at);
}

/** How many months back a bare month is that of the document's present. */
const STILL_NOW = 2;

/** How far before a sentence, in UTF-16 units, the time may stand that it goes on from. */
const NEXT_SENTENCE = 160;

/**
 * "Kenya opened an embassy in Oslo in February 2008. In March Chad opened one": a month that opens a sentence about the past goes on
 * from a month of long ago in the sentence right before, also in a document that else counts from its own date.
 */
function yearGoneOn(point: Point, month: number, { words, context, document }: Scene): FoundYear | null {
  const before = context.previous;
  if (!before || (point.from > 2 && !followsUp(words)) || before.basis !== "stated" || before.role !== "time" || !isEdtf(before.edtf))
    return null;
  const [year, last] = [onlyYearOf(before.edtf), partsOf(before.edtf).month];
  const start = words.at(0).start;
  if (year === null || year > document!.year - 2 || start < before.end) return null;
  // "War broke out in 1978. In May": not in a report of June, which may mean its own May
  const near = yearNear(point.when, { words, context, document, said: [] }, point.from);
  const ago = (document!.year - near) * 12 + (document!.month ?? 12) - month;
  if (last === null && (before.edtf.length !== 4 || (!leadsItsSentence(words.text, before.start) && ago <= STILL_NOW))) return null;
  const between = start - before.end > NEXT_SENTENCE ? "\n" : words.text.slice(before.end, start);
  // one sentence ends between the two, and no other
  if (!/[.!?]/.test(between) || /\n|[.!?]["”’)]?\s+\p{Lu}/u.test(between)) return null;
  if ((context.direction ?? directionAt(words, point.from)) !== "past") return null;
  return { year: last !== null && month < last ? year + 1 : year, basis: "relative", anchor: before.start, why: "year-of-text" };
}

/** Under "March 2010" a November that is past is that of the year before; under a year all is of that year. */
function yearUnder(heading: string, year: number, point: Point, scene: Scene): number {
  const month = /^\d{4}-\d\d$/.test(heading) ? partsOf(heading).month : null;
  const isLater = month !== null && monthNumber(point.when) > month + 1;
  return isLater && (scene.context.direction ?? directionAt(scene.words, point.from)) === "past" ? year - 1 : year;
}

/** The one year a date lies in, or null: an interval over years or with an open end has none. */
function onlyYearOf(edtf: string): number | null {
  const year = partsOf(edtf).year;
  if (year === null || !edtf.includes("/")) return year;
  const { from, to } = edtfBounds(edtf);
  return from !== null && to !== null && from.slice(0, 4) === to.slice(0, 4) ? year : null;
}

function leadsItsSentence(text: string, start: number): boolean {
  return /(?:^|[.!?\n:]["”]?\s*)(?:(?:In|On|By|During|Since|From|Early in|Late in)\s+)?(?:early |late |mid-)?$/.test(
    text.slice(Math.max(0, start - 14), start),
  );
}

function monthNumber(when: When): number {
  if (when.unit === "season") return (when.month! - 20) * 3;
  return when.month ?? 1;
}

/** The year of the latest such month or day up to the document's date, or of the first one from it on. */
function yearNear(when: When, scene: Scene, at: number): number {
  const { document, context } = scene;
  const doc = document!;
  const direction = context.direction ?? directionAt(scene.words, at, "near");
  if (doc.month === null) return doc.year;
  const month = monthNumber(when);
  // of a document that says no day, its whole month is now
  const here = doc.month * 100 + (when.unit === "day" ? (doc.day ?? (direction === "future" ? 0 : 31)) : 0);
  const there = month * 100 + (when.unit === "day" ? when.day! : 0);
  if (direction === "near") {
    const months = (there - here) / 100;
    return months > 6 ? doc.year - 1 : months < -6 ? doc.year + 1 : doc.year;
  }
  if (direction === "past") return there > here ? doc.year - 1 : doc.year;
  return there < here ? doc.year + 1 : doc.year;
}

/** The day a weekday's name means, seen from the document's day: the latest up to it, or the coming one. Null without a document's day. */
export function resolveWeekday(scene: Scene, weekday: number, at: number, which: "near" | "last" | "next" | "this"): When | null {
  const { document, context } = scene;
  const told = which === "near" ? weekdayTold(scene, weekday, at) : null;
  if (told) return told;
  if (document?.month == null || document.day === null) return null;
  const today = { year: document.year, month: document.month, day: document.day };
  const now = weekdayOf(today);
  let shift: number;
  const direction =
    which === "near" || which === "this" ? (context.direction ?? directionAt(scene.words, at)) : which === "next" ? "future" : "past";
  if (direction === "past") {
    shift = -((now - weekday + 7) % 7);
    if (which === "last" && shift === 0) shift = -7;
  } else {
    shift = (weekday - now + 7) % 7;
    if (which === "next" && shift === 0) shift = 7;
  }
  const day = shiftDays(today, shift);
  return dayOf(day.year, day.month, day.day);
}

/**
 * The weekday in a story told by its days: the first one after "on Monday 4 June 2012", where that is not of the document's own
 * week; the last one before it in "had arrived on Thursday". Null where the document's day is nearer.
 */
function weekdayTold(scene: Scene, weekday: number, at: number): When | null {
  if ((scene.context.direction ?? directionAt(scene.words, at)) !== "past") return null;
  const told = toldBefore(scene, at);
  if (told?.day == null) return null;
  const there = { year: told.year, month: told.month, day: told.day };
  const now = weekdayOf(there);
  const day = isPluperfect(scene.words, at)
    ? shiftDays(there, -((now - weekday + 7) % 7))
    : told.byWeekday && isOfAnotherWeek(there, scene.document)
      ? shiftDays(there, (weekday - now + 7) % 7)
      : null;
  return day && dayOf(day.year, day.month, day.day);
}

function isOfAnotherWeek(day: Day, document: Scene["document"]): boolean {
  if (document?.month == null || document.day === null) return true;
  return Math.abs(toDayNumber(day) - toDayNumber({ year: document.year, month: document.month, day: document.day })) > 7;
}

/** "He had arrived in Lima on Thursday": the verb before a time at lexeme i. */
function isPluperfect(w: Words, i: number): boolean {
  for (let j = i - 1; j >= 0 && j > i - 12 && !w.is(j, ",", ";", ":", "that", "who", "which"); j--)
    if (w.is(j, "had")) return !w.is(j + 1, "a", "an", "the", "no") && isPastVerb(w, j);
  return false;
}

/** The Monday to Sunday that holds a day, moved by whole weeks, as an EDTF interval. */
export function weekOf(day: { year: number; month: number; day: number }, by: number): string {
  const monday = shiftDays(day, 1 - weekdayOf(day) + by * 7);
  return `${formatDay(monday)}/${formatDay(shiftDays(monday, 6))}`;
}

/** The day of the month last spoken of ("on the 12th"), or null. */
export function dayInMonthOf(scene: Scene, day: number): { edtf: string; anchor: number | null } | null {
  const anchor = anchorOf(scene);
  if (!anchor) return null;
  const { year, month } = partsOf(anchor.edtf);
  if (year === null || month === null || day > daysInMonth(year, month)) return null;
  return { edtf: `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`, anchor: anchor.offset };
}
