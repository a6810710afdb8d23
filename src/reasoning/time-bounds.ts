import { type Bounds, edtfBounds } from "../language/dates/edtf.ts";
import type { LeanEntry } from "../record/record.ts";

export const ANY_TIME: Bounds = { from: null, to: null };

/** Earliest and latest day of the claim's date. Without one, what a document reports as past lies before the document's own date. */
export function timeOf({ claim, document }: Pick<LeanEntry, "claim" | "document">): Bounds {
  if (claim.date.edtf !== null) return edtfBounds(claim.date.edtf);
  return { from: null, to: writtenOn(document.date)?.to ?? null };
}

/** When the document was written, as bounds; null when it does not say. */
export function writtenOn(date: string | null): Bounds | null {
  return date === null ? null : edtfBounds(date);
}

export function mayCoincide(x: Bounds, y: Bounds): boolean {
  return !isBefore(x, y) && !isBefore(y, x);
}

/** Whether all of `x` lies before all of `y`. */
export function isBefore(x: Bounds, y: Bounds): boolean {
  return x.to !== null && y.from !== null && x.to < y.from;
}

/** What both may mean; where they do not meet, `x`. */
export function intersection(x: Bounds, y: Bounds): Bounds {
  return mayCoincide(x, y) ? { from: later(x.from, y.from), to: earlier(x.to, y.to) } : x;
}

/** Days from the first to the last, for sorting the more precise first; without end where one is open. */
export function widthOf({ from, to }: Bounds): number {
  return from === null || to === null ? Number.POSITIVE_INFINITY : daysBetween(from, to);
}

export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** The same day some years on; 29 February becomes 28 February where there is none. */
export function addYears(day: string, years: number): string {
  const moved = `${String(Number(day.slice(0, 4)) + years).padStart(4, "0")}${day.slice(4)}`;
  return Number.isNaN(Date.parse(moved)) || new Date(`${moved}T00:00:00Z`).toISOString().slice(0, 10) !== moved
    ? `${moved.slice(0, 8)}28`
    : moved;
}

function later(x: string | null, y: string | null): string | null {
  return x === null ? y : y === null || x > y ? x : y;
}

function earlier(x: string | null, y: string | null): string | null {
  return x === null ? y : y === null || x < y ? x : y;
}
