import type { Claim } from "./claim.ts";

const STANDING: ReadonlySet<string> = new Set(["recognition", "envoy", "deployment"]);

/**
 * "Ecuador recognises Palestine", says the headline, and the text tells when: one thing said twice. What holds without a
 * date goes where the same document tells its beginning between the same two. Claims stay in their order.
 */
export function settleStanding(claims: readonly Claim[]): Claim[] {
  return claims.filter((claim) => {
    if (!STANDING.has(claim.type) || claim.phase !== "holds" || claim.factuality !== "actual" || claim.date.edtf !== null) return true;
    return !claims.some(
      (other) =>
        other.type === claim.type &&
        other.phase === "begins" &&
        other.factuality === "actual" &&
        other.evidence.start > claim.evidence.start &&
        claim.participants.every((p) => other.participants.some((q) => q.role === p.role && q.actor === p.actor)),
    );
  });
}
