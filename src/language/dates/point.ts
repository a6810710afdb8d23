import { daysInMonth, pad } from "./calendar.ts";
import { withoutMarks, withTilde } from "./edtf.ts";

/** A calendar time as far as the words give it. */
export interface When {
  /** `months` is several whole months of one year (a quarter, a half); `edtf` is anything worked out already. */
  readonly unit: "day" | "month" | "year" | "decade" | "century" | "season" | "months" | "edtf";
  readonly year: number | null;
  /** 1 to 12; for a season its EDTF code 21 to 24; for `months` the first. */
  readonly month: number | null;
  readonly day: number | null;
  /** `months`: how many. */
  readonly count: number;
  readonly edtf: string | null;
}

/** A time read from lexemes [from, to). */
export interface Point {
  readonly from: number;
  readonly to: number;
  readonly when: When;
  readonly approximate: boolean;
  readonly basis: "stated" | "relative" | "context";
  readonly anchor: number | null;
  readonly why: string;
  /** More times said by the same words ("5 and 7 May 2010"). */
  readonly also?: readonly Point[];
  /** The words give an interval of themselves ("12 to 15 February 1990"): its end. */
  readonly until?: When;
}

export function yearOf(year: number): When {
  return { unit: "year", year, month: null, day: null, count: 0, edtf: null };
}

export function monthOf(year: number | null, month: number): When {
  return { unit: "month", year, month, day: null, count: 0, edtf: null };
}

export function dayOf(year: number | null, month: number, day: number): When {
  return { unit: "day", year, month, day, count: 0, edtf: null };
}

export function monthsOf(year: number | null, first: number, count: number): When {
  return { unit: "months", year, month: first, day: null, count, edtf: null };
}

export function seasonOf(year: number | null, code: number): When {
  return { unit: "season", year, month: code, day: null, count: 0, edtf: null };
}

export function decadeOf(first: number): When {
  return { unit: "decade", year: first, month: null, day: null, count: 0, edtf: null };
}

export function centuryOf(first: number): When {
  return { unit: "century", year: first, month: null, day: null, count: 0, edtf: null };
}

export function edtfOf(edtf: string): When {
  return { unit: "edtf", year: null, month: null, day: null, count: 0, edtf };
}

/** Whether the calendar has such a day; without a year, 29 February counts. */
export function isDay(year: number | null, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year ?? 2000, month);
}

export function writeEdtf(when: When, approximate = false): string {
  const mark = (edtf: string): string => (approximate ? withTilde(edtf) : edtf);
  const year = when.year === null ? "XXXX" : pad(when.year, 4);
  switch (when.unit) {
    case "day":
      return mark(`${year}-${pad(when.month!, 2)}-${pad(when.day!, 2)}`);
    case "month":
    case "season":
      return mark(`${year}-${pad(when.month!, 2)}`);
    case "year":
      return mark(year);
    case "decade":
      return `${pad(when.year! / 10, 3)}X`;
    case "century":
      return `${pad(when.year! / 100, 2)}XX`;
    case "months":
      return `${mark(`${year}-${pad(when.month!, 2)}`)}/${mark(`${year}-${pad(when.month! + when.count - 1, 2)}`)}`;
    case "edtf":
      return mark(when.edtf!);
  }
}

/** The end an interval has on this side, as one EDTF date; null when it cannot be one. */
export function intervalEnd(when: When, side: "from" | "to", approximate = false): string | null {
  const mark = approximate ? "~" : "";
  const first = side === "from";
  switch (when.unit) {
    case "decade":
      return `${pad(when.year! + (first ? 0 : 9), 4)}${mark}`;
    case "century":
      return `${pad(when.year! + (first ? 0 : 99), 4)}${mark}`;
    case "season": {
      if (when.year === null) return null;
      const start = (when.month! - 20) * 3;
      const endMonth = start === 12 ? 2 : start + 2;
      return first
        ? `${pad(when.year, 4)}-${pad(start, 2)}${mark}`
        : `${pad(when.year + (start === 12 ? 1 : 0), 4)}-${pad(endMonth, 2)}${mark}`;
    }
    case "months":
    case "edtf": {
      const whole = writeEdtf(when, approximate);
      const parts = whole.split("/");
      const end = first ? parts[0]! : parts.at(-1)!;
      if (end === ".." || end === "") return null;
      const bare = withoutMarks(end);
      if (/^\d{3}X$/.test(bare)) return `${bare.slice(0, 3)}${first ? 0 : 9}${mark}`;
      if (/^\d\dXX$/.test(bare)) return `${bare.slice(0, 2)}${first ? "00" : "99"}${mark}`;
      return end;
    }
    default:
      return writeEdtf(when, approximate);
  }
}
