import type { Span } from "../document/document.ts";
import type { DateContext, DateExpression } from "../language/date-expression.ts";
import { edtfBounds } from "../language/dates/edtf.ts";
import type { ClaimDate } from "./claim.ts";
import { NO_DATE, toClaimDate } from "./claim-dates.ts";

/**
 * The dates of a cell or an item: "2003, 2011" are two, "2004, May" is one. What the place around says when none is written,
 * and nothing where that is unknown too.
 */
export function listedDates(
  text: string,
  span: Span,
  context: DateContext,
  findDates: (text: string, span: Span, context: DateContext) => DateExpression[],
): ClaimDate[] {
  const said = findDates(text, span, context).filter((d) => d.role === "time" || d.role === "attribute");
  const kept = said.filter((d) => !said.some((other) => other !== d && isWithin(other.edtf, d.edtf)));
  if (kept.length > 0) return kept.map(toClaimDate);
  return context.heading ? [{ edtf: context.heading, text: null, basis: "context" }] : [];
}

/** The first of them, or none. */
export function firstDate(dates: readonly ClaimDate[]): ClaimDate {
  return dates[0] ?? NO_DATE;
}

/** A narrower date within a wider one. */
function isWithin(inner: string, outer: string): boolean {
  if (inner === outer) return false;
  const [a, b] = [edtfBounds(inner), edtfBounds(outer)];
  return a.from !== null && a.to !== null && b.from !== null && b.to !== null && a.from >= b.from && a.to <= b.to;
}
