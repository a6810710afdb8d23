import type { Document } from "../document/document.ts";
import { claimId } from "./build-claims.ts";
import type { Claim, ClaimDate } from "./claim.ts";
import { codePlover } from "./plover.ts";

/** What was to be, seen from later: "were to meet in May", "had been scheduled for May"; "will meet" is open still. */
const WAS_TO_BE =
  /\b(?:was|were|had been)\s+(?:both\s+|originally\s+|initially\s+|first\s+|also\s+)?(?:to\b|due\b|set\b|scheduled\b|expected\b|supposed\b|meant\b|planned\b|slated\b)/i;
/** That it did not come about. */
const DID_NOT = [
  String.raw`(?:was|were|has been|have been|had been|got)\s+(?:\p{L}+ly\s+|then\s+|later\s+|since\s+)?(?:called off|cancell?ed|scrapped|abandoned|aborted|shelved|postponed|put off)`,
  String.raw`never\s+(?:took place|happened|materiali[sz]ed|came|went|arrived|left|met|convened|did|was held|were held|was signed|got off)`,
  String.raw`(?:did not|didn['’]t)\s+(?:take place|happen|materiali[sz]e|come|go|arrive|show up|turn up|appear|attend|travel|go ahead)`,
  String.raw`failed\s+to\s+(?:do so|appear|show up|turn up|attend|materiali[sz]e|arrive|take place|come)`,
  "stayed away|pulled out|backed out|fell through|came to nothing|nothing came of (?:it|that|this)",
].join("|");
/** "but his wife did not travel": somebody else. */
const OTHERS = String.raw`(?!(?:his|her|their|its)\s+(?!visit|trip|tour|meeting|talks|plan))`;
/** Later in the sentence: "but the trip was cancelled", "; it never took place". */
const LATER_ON = new RegExp(
  String.raw`^[^.!?]*?(?:\bbut|\byet|\bthough|\balthough|\bhowever|;|, which)\s${OTHERS}[^.!?;]{0,50}?\b(?:${DID_NOT})\b`,
  "iu",
);
/** In the sentence behind: "The meeting did not take place." */
const NEXT = new RegExp(
  String.raw`^[^.!?]*[.!?]\s+(?:(?:but|yet|however,?|in the end,?)\s+)?(?:(?:the|that|this)\s+(?:visit|trip|tour|meeting|talks|summit|session|ceremony|signing|event|encounter|conference|plan)|it|that|this|they|he|she)\s+(?:${DID_NOT})\b`,
  "iu",
);
const SETTLED: ReadonlySet<string> = new Set(["visit", "meeting", "agreement"]);
const REACH = 300;

/**
 * "The presidents were to meet in March, but the meeting was called off": what was to be and did not come about is `denied`. Claims
 * stay in their order.
 */
export function settleCancelled(claims: readonly Claim[], { text, date }: Document): Claim[] {
  return claims.map((claim) => {
    if (claim.factuality !== "planned" || !SETTLED.has(claim.type)) return claim;
    const { start, end } = claim.evidence;
    const from = Math.max(start - 80, text.lastIndexOf(". ", start) + 1, text.lastIndexOf("\n", start) + 1);
    const behind = text.slice(end, end + REACH).replace(/\s+/g, " ");
    if (!WAS_TO_BE.test(text.slice(from, end)) || !(LATER_ON.test(behind) || NEXT.test(behind))) return claim;
    const { id: _, ...rest } = claim;
    const event = codePlover(claim.type, claim.phase, "denied", claim.details);
    const denied: Omit<Claim, "id"> = { ...rest, factuality: "denied", date: past(claim.date, date), plover: { ...claim.plover, event } };
    return { id: claimId(denied), ...denied };
  });
}

/** "was due in March but did not come": the March that has passed. */
function past(date: ClaimDate, told: Document["date"]): ClaimDate {
  const { edtf } = date;
  if (edtf === null || !told || /\d{4}/.test(date.text ?? "") || !/^\d{4}-/.test(edtf) || edtf.slice(0, 7) <= told.edtf.slice(0, 7))
    return date;
  return { ...date, edtf: edtf.replace(/\d{4}(?=-)/g, (year) => String(Number(year) - 1)) };
}
