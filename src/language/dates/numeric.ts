import type { NumericOrder } from "./absolute.ts";
import { dayOf, isDay, monthOf, type Point, yearOf } from "./point.ts";
import type { Words } from "./words.ts";

/**
 * Dates in figures: 1962-10-05, 1962.10.05, 1971/10/25, 2014-03-09T11:20:00Z, 25/11/1988, 15.08.1995.
 *
 * Of 03/04/1988 only the year is sure unless the order is given or the dots say day first.
 */
export function readNumericDate(w: Words, i: number, order: NumericOrder): Point | null {
  const mark = w.at(i + 1).text;
  const month = readMonthOfYear(w, i);
  if (month) return month;
  if (!/^[-/.]$/.test(mark) || w.at(i + 1).spaced || w.at(i + 3).text !== mark || w.at(i + 3).spaced) return null;
  const [a, b, c] = [w.at(i), w.at(i + 2), w.at(i + 4)];
  if (a.kind !== "number" || b.kind !== "number" || c.kind !== "number" || b.spaced || c.spaced) return null;
  const before = w.at(i - 1);
  if (!a.spaced && /^[-/.$+#:]$/.test(before.text)) return null;
  const length = (x: { start: number; end: number }): number => x.end - x.start;
  let to = i + 5;
  const next = w.at(to);
  if (!next.spaced && (/^[-/]$/.test(next.text) || (next.text === "." && w.at(to + 1).kind === "number" && !w.at(to + 1).spaced)))
    return null;
  if (length(a) === 4 && length(b) <= 2 && length(c) <= 2) {
    if (!w.fourDigits(i) || !isDay(a.value, b.value, c.value)) return null;
    to = afterClock(w, to);
    return point(i, to, dayOf(a.value, b.value, c.value), "iso");
  }
  if (length(c) !== 4 || length(a) > 2 || length(b) > 2 || !w.fourDigits(i + 4)) return null;
  const dayFirst = isDay(c.value, b.value, a.value);
  const monthFirst = isDay(c.value, a.value, b.value);
  if (!dayFirst && !monthFirst) return null;
  if (dayFirst && (!monthFirst || a.value === b.value || mark === "." || order === "day-month"))
    return point(i, to, dayOf(c.value, b.value, a.value), "figures");
  if (monthFirst && (!dayFirst || order === "month-day")) return point(i, to, dayOf(c.value, a.value, b.value), "figures");
  return point(i, to, yearOf(c.value), "figures-ambiguous");
}

/** A month of a year in figures: 11/2001, 06.2007. "Resolution 12/2004" and "No. 3/1999" count papers. */
function readMonthOfYear(w: Words, i: number): Point | null {
  const [month, mark, year, next] = [w.at(i), w.at(i + 1), w.at(i + 2), w.at(i + 3)];
  if (month.kind !== "number" || year.kind !== "number" || mark.spaced || year.spaced) return null;
  const padded = month.end - month.start === 2;
  if (mark.text !== "/" && !(mark.text === "." && padded && month.value < 10)) return null;
  if (month.end - month.start > 2 || month.value < 1 || month.value > 12 || !w.fourDigits(i + 2)) return null;
  if (year.value < 1800 || year.value > 2100) return null;
  if (!next.spaced && (/^[-/%]$/.test(next.text) || (next.text === "." && w.at(i + 4).kind === "number" && !w.at(i + 4).spaced)))
    return null;
  const before = w.at(i - 1).text;
  if ((!month.spaced && /^[-/.$+#:]$/.test(before)) || COUNTED.test(before) || (before === "." && COUNTED.test(w.at(i - 2).text)))
    return null;
  return point(i, i + 3, monthOf(year.value, month.value), "month-figures");
}

/** What is counted by number and year: papers, laws, sessions. */
const COUNTED =
  /^(?:no|nos|nr|number|n°|№|#|resolutions?|decrees?|laws?|acts?|decisions?|regulations?|directives?|documents?|doc|cases?|notes?|orders?|articles?|art|rules?|reports?|papers?|issues?|vol|volume|session|ordinance|proclamation|bill|motion|opinion|judgment|season)$/i;

/** The index after a time of day (T11:20:00Z, T11:20:00.000+09:00) that stands right after an ISO date. */
function afterClock(w: Words, i: number): number {
  const t = w.at(i);
  if (t.spaced || t.text.toLowerCase() !== "t") {
    if (t.spaced || t.kind !== "other" || !/^t\d\d$/i.test(t.text)) return i;
  }
  const stop = /T\d\d:?\d\d(?::?\d\d(?:[.,]\d+)?)?(?:Z|[+-]\d\d:?\d\d)?/iy;
  stop.lastIndex = t.start;
  const found = stop.exec(w.text);
  if (!found) return i;
  let j = i;
  while (j < w.all.length && w.at(j).start < t.start + found[0].length) j++;
  return j;
}

function point(from: number, to: number, when: ReturnType<typeof monthOf>, why: string): Point {
  return { from, to, when, approximate: false, basis: "stated", anchor: null, why };
}
