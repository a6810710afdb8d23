import type { Span } from "../document/document.ts";
import { findMatches } from "../document/find-matches.ts";

const QUICK = /\b(?:thousand|[mbtr]+illion|hundred)s?\b/i;
const MONEY =
  "(?:(?:us|u\\.s\\.|american|canadian|australian|hong kong|new taiwan|cfa|french|swiss|deutsche?|saudi|new zealand|singapore)\\s)?(?:dollars|euros|pounds(?: sterling)?|francs|yen|yuan|renminbi|won|marks|roubles|rubles|rupees|riyals|dirhams|dinars|kroner|kronor|pesos|shillings|naira|rand|escudos|lire|baht|ringgit)";
const MANY =
  "(?:(?:tens|hundreds|dozens|scores)\\sof\\s)?(?:thousands|millions|billions|trillions)\\sof|(?:several|many|a few|a couple of|some)\\s(?:hundred\\s|thousand\\s|dozen\\s)?(?:million|billion|thousand)(?:\\sof)?|hundreds\\sof";
const SUM = new RegExp(
  `\\b(?:${MANY})\\s${MONEY}(?!\\p{L})|\\b(?:(?:tens|hundreds)\\sof\\s)?(?:millions|billions)(?=\\s(?:in|of)\\s(?:\\p{L}+\\s){0,2}(?:aid|assistance|loans|grants|credits?|relief|funding)(?!\\p{L}))`,
  "giu",
);

/**
 * Sums of money that say no number.
 *
 * @example findVagueSums("gave millions of dollars in aid", { start: 0, end: 31 }) // [{ start: 5, end: 24 }]
 */
export function findVagueSums(text: string, span: Span): Span[] {
  const part = text.slice(span.start, span.end);
  if (!QUICK.test(part)) return [];
  return findMatches(SUM, part).map((m) => ({ start: span.start + m.index, end: span.start + m.index + m[0].length }));
}
