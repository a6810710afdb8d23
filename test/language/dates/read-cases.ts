import { readFileSync } from "node:fs";
import type { DateContext, DateExpression } from "../../../src/language/date-expression.ts";
import { findDates } from "../../../src/language/dates/find-dates.ts";

/** One phrasing: a sentence, what it leans on, and the times it says. */
export interface DateCase {
  readonly sentence: string;
  readonly documentDate: string | null;
  readonly previous: string | null;
  /** `words = EDTF basis[ role]`, basis as its first letter. */
  readonly expected: string;
}

export function readCases(file: string): DateCase[] {
  return readFileSync(new URL(file, import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line.trim() && !line.startsWith("#"))
    .map((line) => {
      const fields = line.split("\t");
      if (fields.length !== 4) throw new Error(`${file}: expected four columns parted by tabs, found ${fields.length}: ${line}`);
      const [sentence, documentDate, previous, expected] = fields as [string, string, string, string];
      return { sentence, documentDate: given(documentDate), previous: given(previous), expected: given(expected) ?? "" };
    });
}

export function contextOf(of: DateCase): DateContext {
  const previous: DateExpression | null =
    of.previous === null
      ? null
      : { start: 0, end: 0, text: of.previous, edtf: of.previous, basis: "stated", role: "time", anchor: null, why: "case" };
  return { documentDate: of.documentDate, previous, heading: null };
}

export function said(of: DateCase): string {
  return findDates(of.sentence, { start: 0, end: of.sentence.length }, contextOf(of))
    .map((e) => `${e.text} = ${e.edtf} ${e.basis[0]}${e.role === "time" ? "" : ` ${e.role}`}`)
    .join(" ; ");
}

function given(field: string): string | null {
  return field === "-" ? null : field;
}
