import type { Span } from "../document/document.ts";

/**
 * What a time is to what its sentence tells.
 *
 * - `time`: when it was.
 * - `attribute`: the date of the thing named right after it ("the 2008 crisis", "its 1 March 2008 raid").
 * - `deadline`: "by 2030", "no later than May".
 * - `before`, `after`: only a bound ("prior to 1992"). A claim has no date from it; other words may be worked out from it.
 */
export type DateRole = "time" | "attribute" | "deadline" | "before" | "after";

/** A time said in words. The span leaves out the preposition of a plain date ("in", "on") and takes in words that change it ("since", "from … to", "early"). */
export interface DateExpression extends Span {
  readonly text: string;
  /** EDTF level 1 (ISO 8601-2): `2015-04`, `1962-10-05`, `2007/2013`, `198X`, `XXXX-09-24`, `1980-08~`. Never more precise than the words. */
  readonly edtf: string;
  readonly basis: "stated" | "relative" | "context";
  readonly role: DateRole;
  /** Words that need another date to be worked out, with the offset of that date when it is in the text. */
  readonly anchor: number | null;
  /** Which rule read it. */
  readonly why: string;
}

/** What relative words are worked out from. */
export interface DateContext {
  /** The document's own date (EDTF), or null. */
  readonly documentDate: string | null;
  /** The last date said before this sentence, with its offset, or null. */
  readonly previous: DateExpression | null;
  /** The date that the section heading, list item or table row gives, or null. */
  readonly heading: string | null;
  /** Terms of office (EDTF intervals, in order) of whom the words name: "the presidency of Roh Moo-hyun" asks for "Roh Moo-hyun", "his first term" for "his". */
  readonly terms?: (person: string) => readonly string[];
  /** Which way a weekday or month without a year points; told from the sentence's own verbs when absent. */
  readonly direction?: "past" | "future";
  /** How 03/04/1988 is to be read; without it, only what both orders share is kept. */
  readonly numericOrder?: "day-month" | "month-day";
  /** What a month or day without a year belongs to: the document's date (news) or the text's own dates (history). Absent: the document's date where there is one. */
  readonly bareDates?: "document" | "text";
  /** The meetings, visits, summits of the last sentence that dated any, by noun, in the order named: "at the same meeting" is of one of them. */
  readonly gatherings?: ReadonlyMap<string, { readonly edtf: string; readonly offset: number }>;
  /** The document cites by author and year, so that "Example (1988)" is a book and no date. */
  readonly authorYears?: boolean;
}

export const NO_CONTEXT: DateContext = { documentDate: null, previous: null, heading: null };
