import type { DateExpression } from "../language/date-expression.ts";
import { readNumber } from "../language/read-number.ts";
import { claimId } from "./build-claims.ts";
import type { Claim } from "./claim.ts";

/** The frame of relations that are said to be so many years old. */
export const JUBILEE = "relations/jubilee";

const TENS = "twent|thirt|fort|fift|sixt|sevent|eight|ninet";
const ONES: readonly string[] = "first second third fourth fifth sixth seventh eighth ninth".split(" ");
const ORDINAL = String.raw`\d{1,3}(?:st|nd|rd|th)|tenth|(?:one[- ])?hundredth|centenary|centennial|bicentenary|bicentennial|golden jubilee|silver jubilee|(?:${TENS})ieth|(?:${TENS})y[- ](?:${ONES.join("|")})`;
const CARDINAL = String.raw`\d{1,3}|ten|(?:${TENS})y(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|a hundred|one hundred|half a century|a century`;
/** "the sixtieth anniversary", "the 60-year anniversary", "sixty years". */
const COUNT = new RegExp(
  String.raw`\b(${ORDINAL})\b(?:[- ]year)?(?:\s+(?:anniversary|jubilee))?|\b(${CARDINAL})(?:[- ]year\b|\s+years\b|(?<=century)\b)`,
  "giu",
);
/** What is counted are the years of relations, not of a pact or a port. */
const TIES_BEHIND = /^[^.;]{0,70}?\b(?:relations|ties|links)\b/i;
const NEXT = /\bnext year\b/i;
const LAST = /\blast year\b/i;

/** The number of years that a jubilee counts: "the 60th anniversary", "sixty years of"; null where the words count none. */
export function yearsOfJubilee(words: string): number | null {
  const [found] = words.matchAll(COUNT);
  return found ? yearsIn(found[1]?.toLowerCase() ?? found[2]!.toLowerCase()) : null;
}

function yearsIn(words: string): number | null {
  const digits = /^\d+/.exec(words);
  if (digits) return Number(digits[0]);
  if (/^(?:bicent)/.test(words)) return 200;
  if (/^half/.test(words) || words === "golden jubilee") return 50;
  if (words === "silver jubilee") return 25;
  if (/centen|centur|hundred/.test(words)) return 100;
  if (words === "tenth") return 10;
  const [tens, one] = words.split(/[- ]/);
  const whole = readNumber(tens!.replace(/ieth$/, "y"));
  const rest = one ? ONES.indexOf(one) + 1 || readNumber(one) : 0;
  return whole === null || rest === null ? null : whole + rest;
}

/**
 * When what is celebrated began: so many years before the year of the feast, which the sentence says or else is that of the document; null
 * where neither tells. "In 2022 the two celebrated sixty years of diplomatic relations" is 1962.
 */
export function dateOfJubilee(claim: Claim, words: string, dates: readonly DateExpression[], documentDate: string | null): Claim | null {
  const counted = [...words.matchAll(COUNT)].findLast((m) => TIES_BEHIND.test(words.slice(m.index + m[0].length)));
  const years = counted ? yearsOfJubilee(counted[0]) : null;
  if (!counted || years === null || years < 5) return null;
  const times = dates.filter((d) => d.role === "time" || d.role === "attribute" || d.role === "deadline");
  const now = documentDate === null ? null : Number(documentDate.slice(0, 4)) + (NEXT.test(words) ? 1 : LAST.test(words) ? -1 : 0);
  const bare = Array.from(words.matchAll(/(?<![\d-])(?:1[89]|20)\d\d(?![\d-])/g), (m) => Number(m[0]));
  const told = times.flatMap((d) => Number(yearOf(d.edtf)) || []);
  const feasts = [...new Set([...told, ...bare, ...(now === null ? [] : [now])])];
  // "the 71st anniversary of relations (2 February 1950)", "2025 marks 65 years of relations, established in 1960"
  const begun = times.find((d) => feasts.includes(Number(yearOf(d.edtf)) + years) || (now === null && /^\d{4}-\d\d-\d\d$/.test(d.edtf)));
  if (begun) return redated(claim, begun.edtf, begun.text);
  const [feast] = feasts;
  return feast === undefined || told.length > 1 ? null : redated(claim, String(feast - years), counted[0]);
}

function yearOf(edtf: string): string {
  return edtf.replace(/^\.\.\//, "").slice(0, 4);
}

function redated(claim: Claim, edtf: string, text: string): Claim {
  const dated: Claim = { ...claim, date: { edtf, text, basis: "relative" } };
  return { ...dated, id: claimId(dated) };
}
