import { edtfBounds } from "../language/dates/edtf.ts";
import { claimId } from "./build-claims.ts";
import type { Claim, ClaimDate } from "./claim.ts";

/** How far a signing may stand behind the visit that dates it, in UTF-16 units: the points of a communiqué, a report of the day. */
const REACH = 4000;

/**
 * Pacts that a communiqué or a report of a visit tells of without a date were signed on that visit: they take the month that
 * covers it, or the day, if it lasted one. Only where the two met on one dated visit alone, and the pact is told after it.
 */
export function dateByVisit(claims: readonly Claim[]): Claim[] {
  const visits = claims.filter(
    (c) => c.type === "visit" && c.factuality === "actual" && c.date.edtf !== null && lasts(c.date.edtf) <= 31 && pairOf(c).length === 2,
  );
  if (visits.length === 0) return [...claims];
  return claims.map((claim) => {
    if (claim.type !== "agreement" || claim.phase !== "signed" || claim.factuality !== "actual" || claim.date.edtf !== null) return claim;
    const pair = pairOf(claim);
    if (pair.length !== 2) return claim;
    const theirs = visits.filter((v) => pairOf(v).every((a) => pair.includes(a)));
    const dates = new Set(theirs.map((v) => v.date.edtf));
    const before = theirs.find((v) => v.evidence.start < claim.evidence.start && claim.evidence.start - v.evidence.start <= REACH);
    if (dates.size !== 1 || !before) return claim;
    const date: ClaimDate = { edtf: unitOf(before.date.edtf!), text: null, basis: "context" };
    const dated = { ...claim, date };
    return { ...dated, id: claimId(dated) };
  });
}

function pairOf(claim: Claim): string[] {
  return [...new Set(claim.participants.flatMap((p) => (p.actor && p.role !== "organization" ? [p.actor] : [])))];
}

function lasts(edtf: string): number {
  const { from, to } = edtfBounds(edtf);
  return from === null || to === null ? Infinity : (Date.parse(to) - Date.parse(from)) / 86_400_000;
}

/** The unit that surely covers a visit: its day, its month, else its year. */
function unitOf(edtf: string): string {
  const { from, to } = edtfBounds(edtf);
  if (from === null || to === null) return edtf;
  const length = from === to ? 10 : from.slice(0, 7) === to.slice(0, 7) ? 7 : 4;
  return from.slice(0, length);
}
