import { claimId } from "./build-claims.ts";
import type { Claim } from "./claim.ts";
import { kindOf } from "./roles.ts";

const BY_PHONE = /\b(?:(?:tele)?phone|phoned|telephoned)\b/i;
const TALKING: ReadonlySet<string> = new Set([
  "meeting/speak",
  "meeting/phone-call",
  "meeting/hold-talks",
  "meeting/own-sides",
  "meeting/beside-act",
  "meeting/discuss-with",
]);

/** Two who spoke by telephone did not meet: their call is an event (test/development/README.md). Claims stay in their order. */
export function settleCalls(claims: readonly Claim[]): Claim[] {
  return claims.map((claim) => {
    if (claim.type !== "meeting" || !TALKING.has(claim.why.rule) || !BY_PHONE.test(claim.evidence.quote)) return claim;
    const [first, second, third] = claim.participants;
    if (!first || !second || third || claim.participants.some((p) => p.role !== "participant" || kindOf(p.actor) === "region"))
      return claim;
    const { id: _, ...rest } = claim;
    const made: Omit<Claim, "id"> = {
      ...rest,
      type: "event",
      participants: [
        { ...first, role: "source" },
        { ...second, role: "target" },
      ],
      details: {},
      plover: { event: claim.factuality === "actual" ? "CONSULT" : claim.plover.event },
    };
    return { id: claimId(made), ...made };
  });
}
