import { WordCache } from "../word-cache.ts";
import { type Day, daysInMonth, formatDay, pad, shiftDays, shiftMonth } from "./calendar.ts";

/** One date of EDTF level 1 (ISO 8601-2): parts as written, with X for what is not known. */
export interface EdtfDate {
  /** Four characters, digits or X. */
  readonly year: string;
  /** "01" to "12", "1X", "XX", a season "21" to "24", or null. */
  readonly month: string | null;
  readonly day: string | null;
  readonly approximate: boolean;
  readonly uncertain: boolean;
}

/** A date, or an interval whose ends may be open (`..`) or not known (empty), both null here. */
export type Edtf =
  | { readonly kind: "date"; readonly date: EdtfDate }
  | { readonly kind: "interval"; readonly from: EdtfDate | null; readonly to: EdtfDate | null };

export type EdtfUnit = "day" | "week" | "month" | "year" | "decade" | "century";

/** Earliest and latest day (ISO 8601), null where open. */
export interface Bounds {
  readonly from: string | null;
  readonly to: string | null;
}

const DATE = /^(\d{4}|\d{3}X|\d{2}XX|XXXX)(?:-(\d\d|[01X]X)(?:-(\d\d|[0-3X]X))?)?([~?%])?$/;

/** Reads the part of EDTF level 1 that this software writes: years of four digits, months, days, seasons, X, `~ ? %`, intervals. Null for anything else. */
export function parseEdtf(edtf: string): Edtf | null {
  const slash = edtf.indexOf("/");
  if (slash < 0) {
    const date = parseDate(edtf);
    return date && { kind: "date", date };
  }
  const left = edtf.slice(0, slash);
  const right = edtf.slice(slash + 1);
  const from = isOpen(left) ? null : parseDate(left);
  const to = isOpen(right) ? null : parseDate(right);
  if ((!from && !isOpen(left)) || (!to && !isOpen(right)) || (!from && !to)) return null;
  if (from && to && (lower(from) > lower(to) || withoutMarks(left) === withoutMarks(right))) return null;
  return { kind: "interval", from, to };
}

export function isEdtf(edtf: string): boolean {
  return parseEdtf(edtf) !== null;
}

/**
 * The earliest and latest day an EDTF date may mean. `~` and `?` are not counted; a year that is wholly unknown has no
 * bounds. Seasons are those of the northern half: spring is March to May, winter December to February.
 *
 * @example edtfBounds("198X") // { from: "1980-01-01", to: "1989-12-31" }
 * @throws RangeError when it is not EDTF
 */
export function edtfBounds(edtf: string): Bounds {
  const known = BOUNDS.get(edtf);
  if (known) return known;
  const bounds = readBounds(edtf);
  if (BOUNDS.size >= MOST_BOUNDS) BOUNDS.clear();
  BOUNDS.set(edtf, bounds);
  return bounds;
}

/** Bounds found already: the same few thousand dates are asked for again and again. */
const BOUNDS = new Map<string, Bounds>();
const MOST_BOUNDS = 50_000;

function readBounds(edtf: string): Bounds {
  const parsed = parseEdtf(edtf);
  if (!parsed)
    throw new RangeError(`not EDTF level 1: ${JSON.stringify(edtf)}; expected a date like 2015-04 or an interval like 2007/2013`);
  const from = parsed.kind === "date" ? parsed.date : parsed.from;
  const to = parsed.kind === "date" ? parsed.date : parsed.to;
  return {
    from: from && from.year !== "XXXX" ? lower(from) : null,
    to: to && to.year !== "XXXX" ? upper(to) : null,
  };
}

/** Whether the two may mean a common day. An open or unknown end reaches as far as it likes. */
export function intersects(a: string, b: string): boolean {
  const x = edtfBounds(a);
  const y = edtfBounds(b);
  return (x.from === null || y.to === null || x.from <= y.to) && (y.from === null || x.to === null || y.from <= x.to);
}

/** Whether `a` says more exactly when than `b`: it lies within `b`, and `b` reaches further or is only approximate. */
export function isMorePrecise(a: string, b: string): boolean {
  const x = edtfBounds(a);
  const y = edtfBounds(b);
  const within = (y.from === null || (x.from !== null && x.from >= y.from)) && (y.to === null || (x.to !== null && x.to <= y.to));
  if (!within) return false;
  if (x.from !== y.from || x.to !== y.to) return true;
  if (precisionOf(a) !== precisionOf(b)) return precisionOf(a) > precisionOf(b);
  return b.includes("~") && !a.includes("~");
}

/**
 * A date moved by a counted unit, as precise as the coarser of the two: 2012-05 and two weeks give 2012-05; 1980-01-02
 * and seven months give 1980-08. Of an interval the end is moved for n > 0, the beginning for n < 0. Marks are left out:
 * whoever counts adds `~` where it is due. Null when the date is too coarse or unknown (198X moved by a month).
 */
export function shiftEdtf(edtf: string, n: number, unit: EdtfUnit): string | null {
  const parsed = parseEdtf(edtf);
  if (!parsed) return null;
  const date = parsed.kind === "date" ? parsed.date : n < 0 ? (parsed.from ?? parsed.to) : (parsed.to ?? parsed.from);
  if (!date) return null;
  const years = unit === "year" ? n : unit === "decade" ? n * 10 : unit === "century" ? n * 100 : null;
  if (/^\d{3}X$/.test(date.year) && years !== null && years % 10 === 0)
    return checked(`${pad(Number(date.year.slice(0, 3)) + years / 10, 3)}X`);
  if (!/^\d{4}$/.test(date.year)) return null;
  const year = Number(date.year);
  if (years !== null) return unit === "year" ? yearString(year + years) : yearString(year + years);
  const month = date.month !== null && /^(0\d|1[0-2])$/.test(date.month) ? Number(date.month) : null;
  if (month === null) return unit === "month" && Math.abs(n) % 12 === 0 ? yearString(year + n / 12) : null;
  if (unit === "month") {
    const moved = shiftMonth(year, month, n);
    return checked(`${pad(moved.year, 4)}-${pad(moved.month, 2)}`);
  }
  const days = unit === "week" ? n * 7 : n;
  if (date.day !== null && /^\d\d$/.test(date.day)) return checked(formatDay(shiftDays({ year, month, day: Number(date.day) }, days)));
  const middle = shiftDays({ year, month, day: 15 }, days);
  return checked(`${pad(middle.year, 4)}-${pad(middle.month, 2)}`);
}

/** The day, month and year that are known for certain; null where the date does not say. Of an interval, its beginning. */
export function partsOf(edtf: string): { year: number | null; month: number | null; day: number | null } {
  const parsed = parseEdtf(edtf);
  const date = !parsed ? null : parsed.kind === "date" ? parsed.date : (parsed.from ?? parsed.to);
  if (!date) return { year: null, month: null, day: null };
  const month = date.month !== null && /^\d\d$/.test(date.month) && Number(date.month) <= 12 ? Number(date.month) : null;
  return {
    year: /^\d{4}$/.test(date.year) ? Number(date.year) : null,
    month,
    day: month !== null && date.day !== null && /^\d\d$/.test(date.day) ? Number(date.day) : null,
  };
}

/** The date without `~`, `?` and `%`. */
export function withoutMarks(edtf: string): string {
  return edtf.replace(/[~?%]/g, "");
}

/** The date with `~`, where level 1 has such a thing: not on an interval, an X or a season. */
export function withTilde(edtf: string): string {
  const marked = `${edtf}~`;
  return edtf.includes("/") || !isEdtf(marked) ? edtf : marked;
}

/** The same few dates are read again and again. */
const dates = new WordCache(readDate, 2000);

function parseDate(text: string): EdtfDate | null {
  return dates.get(text);
}

function readDate(text: string): EdtfDate | null {
  const match = DATE.exec(text);
  if (!match) return null;
  const [, year, month = null, day = null, mark] = match;
  if (month !== null && /^\d\d$/.test(month)) {
    const value = Number(month);
    if (value < 1 || (value > 12 && (value < 21 || value > 24)) || (value > 12 && day !== null)) return null;
  }
  if (day !== null && /^\d\d$/.test(day)) {
    const value = Number(day);
    const longest = /^\d\d$/.test(month!) ? daysInMonth(/^\d{4}$/.test(year!) ? Number(year) : 2000, Number(month)) : 31;
    if (value < 1 || value > longest) return null;
  }
  // Level 1 marks whole dates only: neither one with X nor a season.
  if (mark !== undefined && (text.includes("X") || (month !== null && Number(month) > 12))) return null;
  return { year: year!, month, day, approximate: mark === "~" || mark === "%", uncertain: mark === "?" || mark === "%" };
}

function isOpen(text: string): boolean {
  return text === ".." || text === "";
}

function lower(date: EdtfDate): string {
  const year = date.year.replaceAll("X", "0");
  const season = seasonMonths(date.month);
  if (season) return `${year}-${pad(season[0], 2)}-01`;
  const month = clamp(date.month, "0", 1, 12, false);
  const day = clamp(date.day, "0", 1, daysInMonth(Number(year), month), false);
  return `${year}-${pad(month, 2)}-${pad(day, 2)}`;
}

function upper(date: EdtfDate): string {
  const year = date.year.replaceAll("X", "9");
  const season = seasonMonths(date.month);
  if (season) {
    const last: Day = { year: Number(year) + (season[0] > season[1] ? 1 : 0), month: season[1], day: 1 };
    return formatDay({ ...last, day: daysInMonth(last.year, last.month) });
  }
  const month = clamp(date.month, "9", 1, 12, true);
  const longest = daysInMonth(Number(date.year.includes("X") && month === 2 ? 2000 : year), month);
  const day = Math.min(clamp(date.day, "9", 1, longest, true), daysInMonth(Number(year), month));
  return `${year}-${pad(month, 2)}-${pad(day, 2)}`;
}

function seasonMonths(month: string | null): readonly [number, number] | null {
  if (month === "21") return [3, 5];
  if (month === "22") return [6, 8];
  if (month === "23") return [9, 11];
  if (month === "24") return [12, 2];
  return null;
}

function clamp(part: string | null, fill: string, least: number, most: number, high: boolean): number {
  if (part === null) return high ? most : least;
  return Math.max(least, Math.min(most, Number(part.replaceAll("X", fill))));
}

function precisionOf(edtf: string): number {
  return withoutMarks(edtf).replace(/[^0-9]/g, "").length;
}

function yearString(year: number): string | null {
  return year >= 0 && year <= 9999 ? pad(year, 4) : null;
}

function checked(edtf: string): string | null {
  return isEdtf(edtf) ? edtf : null;
}

/** Whether a date is a part of another: `2017-06` of `2017`. */
export function liesWithin(inner: string, outer: string): boolean {
  const [a, b] = [edtfBounds(inner), edtfBounds(outer)];
  if (a.from === null || a.to === null || b.from === null || b.to === null) return false;
  return a.from >= b.from && a.to <= b.to && inner !== outer;
}
