import { findMatches } from "../document/find-matches.ts";
import type { DateExpression } from "../language/date-expression.ts";
import type { ClaimDate } from "./claim.ts";
import { NO_DATE, toClaimDate } from "./claim-dates.ts";

const ROUGH = String.raw`(?:(?:about|around|some|nearly|almost|just|only|over|under|more than|less than|a mere|roughly|approximately) )*`;
const LEFT = new RegExp(String.raw`\bfrom ${ROUGH}‹$`, "u");
const REACHED = new RegExp(String.raw`\bfrom ${ROUGH}‹[MP]\d+›[^‹;]{0,25} to ${ROUGH}‹$`, "u");
const GOES_TO = new RegExp(String.raw`^[^‹;]{0,25} to ${ROUGH}‹[MP]\d+›(?:[^‹;]{0,25}‹(D\d+)›)?`, "u");
const IN_TIME = /^[^‹;]{0,25}‹(D\d+)›/u;
const HAS_TIME = /^[^‹;]{0,14}‹D\d+›/u;
const CAME_FROM = /‹[MP]\d+›[^;]{0,40}\b(?:up |down )?from [^‹;]{0,20}‹$/u;
const OTHER_BEHIND = new RegExp(String.raw`^,?(?: up| down)? from ${ROUGH}‹[MP]\d+›[^‹;]{0,25}‹D\d+›`, "u");

/**
 * The time of a level that was left or reached: "from 5 to 8 million between 2005 and 2011" is 5 in 2005 and 8 in 2011, and when it was 5
 * in "from 5 to 8 million in 2011" is not said. Null where the words tell of no such change; `before` ends and `after` begins at
 * the quantity's own mark.
 */
export function dateOfChange(before: string, after: string, dateAt: (name: string) => DateExpression | null): ClaimDate | null {
  const span = (name: string | undefined): readonly string[] => {
    const edtf = name ? (dateAt(name)?.edtf ?? "") : "";
    const ends = edtf.split("/");
    return ends.length === 2 && ends.every((e) => /^\d{4}/.test(e)) ? ends : [];
  };
  const within = (name: string | undefined, end: 0 | 1): ClaimDate | null => {
    const edtf = span(name)[end];
    return edtf ? { ...toClaimDate(dateAt(name!)!), edtf } : null;
  };
  if (REACHED.test(before)) return within(IN_TIME.exec(after)?.[1], 1);
  if (HAS_TIME.test(after)) return null;
  const goes = LEFT.test(before) ? GOES_TO.exec(after) : null;
  if (goes) return within(goes[1], 0) ?? NO_DATE;
  // "in 2011 it grew to 8 million from 5 million in 2010"
  const ahead = OTHER_BEHIND.test(after) ? findMatches(/‹(D\d+)›/g, before).at(-1) : undefined;
  const date = ahead ? dateAt(ahead[1]!) : null;
  if (date?.role === "time") return toClaimDate(date);
  return CAME_FROM.test(before) ? NO_DATE : null;
}
