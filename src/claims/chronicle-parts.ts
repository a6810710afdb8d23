import type { DateExpression } from "../language/date-expression.ts";
import type { Sentence } from "../language/sentence.ts";
import type { ClaimDate } from "./claim.ts";
import { toClaimDate } from "./claim-dates.ts";

/** A stretch of a sentence that is read for itself, with the date that leads it. */
export interface ChroniclePart {
  readonly sentence: Sentence;
  readonly date: ClaimDate | null;
}

const LEADS_IN = /^[\s([•*·–—-]*(?:(?:in|on|by|since)\s+)?$/i;
/** A note's mark may stand behind the date: "June 2015* – ". */
const PARTS = /^(?:[*†‡]|\[\d+\])?\s*[)\]]?(?:\s*[:–—]\s*|\s+-+\s+|\.\s+(?=\p{Lu}))(?=\S)/u;
const FEWEST_WORDS = 2;

const MAY_LEAD = /^.{0,30}?(?:\d|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|spring|summer|autumn|fall|winter|early|late|mid))/is;

/** Whether a sentence may begin with a date, told at a glance. */
export function mayLead(text: string, { start, end }: Sentence): boolean {
  return MAY_LEAD.test(text.slice(start, Math.min(end, start + 48)));
}

/**
 * The entries of a chronicle in one sentence, each without the date that leads it: "March 2004 – Chile opens an embassy in
 * Hanoi" is "Chile opens an embassy in Hanoi", dated; "2016: …; 2017: …" are two. Any other sentence is one part without a date.
 */
export function chronicleParts(text: string, sentence: Sentence, dates: readonly DateExpression[]): ChroniclePart[] {
  const leads = dates.flatMap((date) => {
    if ((date.role !== "time" && date.role !== "attribute") || date.edtf.includes("..") || date.edtf.startsWith("XXXX")) return [];
    const separator = PARTS.exec(text.slice(date.end, Math.min(sentence.end, date.end + 12)));
    if (!separator) return [];
    const before = text.slice(sentence.start, date.start);
    const opens = LEADS_IN.test(before) ? sentence.start : /[;•|]\s*(?:and\s+)?(?:in\s+|on\s+)?$/i.test(before) ? date.start : -1;
    return opens < 0 ? [] : [{ date, opens, from: date.end + separator[0].length }];
  });
  if (leads.length === 0 || leads[0]!.opens !== sentence.start) return [{ sentence, date: null }];
  const parts: ChroniclePart[] = [];
  leads.forEach((lead, k) => {
    const next = leads[k + 1];
    const end = next ? next.opens : sentence.end;
    const tokens = sentence.tokens.filter((t) => t.start >= lead.from && t.end <= end);
    while (next && tokens.length > 0 && /^[;,•|]$|^(?:and|in|on)$/.test(tokens.at(-1)!.text)) tokens.pop();
    if (tokens.length < FEWEST_WORDS) return;
    parts.push({
      sentence: { ...sentence, start: tokens[0]!.start, end: tokens.at(-1)!.end, tokens },
      date: toClaimDate(lead.date),
    });
  });
  return parts.length === leads.length ? parts : [{ sentence, date: null }];
}
