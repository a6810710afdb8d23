import type { Claim } from "./claim.ts";

const STANDING: ReadonlySet<string> = new Set(["recognition", "envoy", "deployment", "mission"]);

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
        (claim.type === "mission" ? isSamePost(claim, other) : other.evidence.end > claim.evidence.end) &&
        claim.participants.every((p) => other.participants.some((q) => q.role === p.role && q.actor === p.actor)),
    );
  });
}

/** "has an embassy in Accra, opened in 1961": told in one breath, of one level, in one city as far as both say. */
function isSamePost(a: Claim, b: Claim): boolean {
  const agree = (key: string): boolean => a.details[key] === undefined || b.details[key] === undefined || a.details[key] === b.details[key];
  const isOneBreath = a.evidence.start < b.evidence.end && b.evidence.start < a.evidence.end + 3;
  return isOneBreath && a.details.level === b.details.level && agree("city");
}
