import type { Span } from "../document/document.ts";
import type { DateContext, DateExpression } from "../language/date-expression.ts";
import { edtfBounds } from "../language/dates/edtf.ts";
import type { ClaimDate } from "./claim.ts";
import { toClaimDate } from "./claim-dates.ts";

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
  if (kept.length > 0) return kept.map((d) => withMonthBehind(text, span, d));
  return context.heading ? [{ edtf: context.heading, text: null, basis: "context" }] : [];
}

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/** "2004, May": a year with its month behind it. */
function withMonthBehind(text: string, span: Span, date: DateExpression): ClaimDate {
  const behind = /^\d{4}$/.test(date.edtf)
    ? /^,?\s+(\p{L}{3,9})\b\.?(?:\s+(\d{1,2})\b(?!\d))?/u.exec(text.slice(date.end, span.end))
    : null;
  const month = behind ? MONTHS.findIndex((m) => behind[1]!.toLowerCase().startsWith(m)) : -1;
  if (!behind || month < 0 || !/^(?:\p{Lu}\p{Ll}{2}|\p{Lu}\p{Ll}+[yrhletn])$/u.test(behind[1]!)) return toClaimDate(date);
  const day = behind[2] ? `-${behind[2].padStart(2, "0")}` : "";
  const end = date.end + behind[0].length;
  return { edtf: `${date.edtf}-${String(month + 1).padStart(2, "0")}${day}`, text: text.slice(date.start, end), basis: date.basis };
}

/** A narrower date within a wider one. */
function isWithin(inner: string, outer: string): boolean {
  if (inner === outer) return false;
  const [a, b] = [edtfBounds(inner), edtfBounds(outer)];
  return a.from !== null && a.to !== null && b.from !== null && b.to !== null && a.from >= b.from && a.to <= b.to;
}
