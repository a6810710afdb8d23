import { claimId } from "./build-claims.ts";
import type { Claim } from "./claim.ts";
import { codePlover } from "./plover.ts";

const ELECTED: ReadonlySet<string> = new Set(["office/elect", "membership/admit", "membership/become-member"]);
const TAKEN_UP: ReadonlySet<string> = new Set([
  "office/assume",
  "office/assuming",
  "office/become",
  "office/pass-to",
  "membership/take-seat",
]);

/**
 * One who is elected to an office or a seat has it only from the day it is taken up: where a document tells both, the election is
 * `planned` (docs/record.md, point 12). Claims stay in their order.
 */
export function settleElections(claims: readonly Claim[]): Claim[] {
  return claims.map((claim) => {
    if (!ELECTED.has(claim.why.rule) || claim.factuality !== "actual") return claim;
    const taken = claims.some(
      (other) => TAKEN_UP.has(other.why.rule) && other.factuality === "actual" && isSameOffice(claim, other) && !isEarlier(other, claim),
    );
    if (!taken) return claim;
    const { id: _, ...rest } = claim;
    const event = codePlover(claim.type, claim.phase, "planned", claim.details);
    const settled: Omit<Claim, "id"> = { ...rest, factuality: "planned", plover: { ...claim.plover, event } };
    return { id: claimId(settled), ...settled };
  });
}

function isSameOffice(a: Claim, b: Claim): boolean {
  const of = (c: Claim, role: string): string[] => c.participants.filter((p) => p.role === role).map((p) => p.actor);
  const shares = (role: string): boolean => of(a, role).some((x) => of(b, role).includes(x));
  return a.type === b.type && (shares("holder") || shares("member")) && shares("organization");
}

function isEarlier(a: Claim, b: Claim): boolean {
  return a.date.edtf !== null && b.date.edtf !== null && a.date.edtf.slice(0, 7) < b.date.edtf.slice(0, 7);
}
