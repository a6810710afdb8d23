import type { Claim } from "./claim.ts";
import { lineOf } from "./date-by-occasion.ts";

/** Verbs by which something is put forward, promised or resolved at a table: "Kuwait announced a contribution", "decided to establish". */
const PUTS_FORWARD =
  /\b(?:announc|pledg|promis|offer|undert(?:ook|ake)|commit|request|ask|propos|suggest|decid|agree|resolv|accept|invit|inform|express|convey|declar|confirm|consider|reaffirm|reiterat|manifest|approv|appoint|instruct|indicat|notif)(?:e?[ds]|t?ted|ted)?\b/i;
/** Words that put it before: "had announced", "recalled the offer", "the offer made earlier". */
const BEFORE =
  /\b(?:had|has|have|recall(?:s|ed|ing)?|previous(?:ly)?|earlier|formerly?|already|since|once|used to|thank(?:s|ed|ing|ful)?|gratitude|grateful|appreciat(?:es?|ed|ing|ion)|next|coming|welcom(?:e|es|ed|ing)|years? (?:ago|before)|last (?:year|month|decade))\b/i;
/** What is said has its own date; a journey or a meeting to come has a time that is not yet known. */
const UNDATED: ReadonlySet<string> = new Set(["statement", "event", "visit", "meeting"]);
const YEAR = /\b(?:1[5-9]|20)\d\d\b/;

/**
 * Whether something planned, proposed or possible was put forward where the text before tells of a gathering: it has the date of the
 * thing, else that of the proposal (RECORD.md, Dates).
 */
export function isPutForward(claim: Claim, text: string): boolean {
  const { type, factuality, date } = claim;
  if (date.edtf !== null || date.basis !== "none" || UNDATED.has(type)) return false;
  if (factuality !== "planned" && factuality !== "proposed" && factuality !== "possible") return false;
  const line = lineOf(text, claim);
  return PUTS_FORWARD.test(line) && !BEFORE.test(line) && !YEAR.test(line);
}
