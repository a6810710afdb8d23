import type { Document } from "../document/document.ts";
import { edtfBounds } from "../language/dates/edtf.ts";
import { claimId } from "./build-claims.ts";
import type { Claim } from "./claim.ts";
import { codePlover } from "./plover.ts";

/** Their time may be that of what is asked, promised or counted. */
const TOLD_OF: ReadonlySet<string> = new Set(["statement", "figure"]);
/** "later this month", "later today": a part of the month or the day that is still to come. */
const LATER = /^later (?:this|today)\b/i;
/** What is planned is mostly planned for the year to come; a text that tells of later times is newer than the date it bears. */
const PLANNED_AHEAD = 1;

/**
 * What has a time after the document's own date had not happened when it was written: `planned`, however it is told ("the session
 * takes place on 3 June", "a visit from 5 to 8 May"). Claims stay in their order; documents without a date of their own are left as
 * they are.
 */
export function settleFuture(claims: readonly Claim[], document: Document): Claim[] {
  const { date } = document;
  const last = date && date.basis !== "file-metadata" ? edtfBounds(date.edtf).to : null;
  if (last === null) return [...claims];
  return claims.map((claim) => {
    const { edtf, text } = claim.date;
    if (claim.factuality !== "actual" || edtf === null || TOLD_OF.has(claim.type)) return claim;
    const first = edtfBounds(edtf).from;
    const isLater = LATER.test(text ?? "");
    if (first === null || (first <= last && !isLater) || Number(first.slice(0, 4)) - Number(last.slice(0, 4)) > PLANNED_AHEAD) return claim;
    const { id: _, ...rest } = claim;
    const event = claim.type === "event" ? claim.plover.event : codePlover(claim.type, claim.phase, "planned", claim.details);
    const planned: Omit<Claim, "id"> = { ...rest, factuality: "planned", plover: { ...claim.plover, event } };
    return { id: claimId(planned), ...planned };
  });
}
