import { claimId } from "./build-claims.ts";
import type { Claim } from "./claim.ts";
import { isMission } from "./name-missions.ts";
import { codePlover } from "./plover.ts";

/**
 * A mission of troops, police or observers has no members: who joins, belongs to or leaves it has men there. "Sweden left ISAF in 2014" is the
 * end of its deployment. Claims stay in their order.
 */
export function settleMissions(claims: readonly Claim[]): Claim[] {
  return claims.map((claim) => {
    const bodies = claim.participants.filter((p) => p.role === "organization");
    const members = claim.participants.filter((p) => p.role === "member");
    if (claim.type !== "membership" || bodies.length === 0 || members.length === 0 || !bodies.every((b) => isMission(b.actor)))
      return claim;
    const isWished = claim.phase === "applied";
    const phase = isWished ? "begins" : claim.phase;
    if (phase !== "begins" && phase !== "holds" && phase !== "ends") return claim;
    const factuality = isWished && claim.factuality === "actual" ? "proposed" : claim.factuality;
    const { id: _, ...rest } = claim;
    const settled: Omit<Claim, "id"> = {
      ...rest,
      type: "deployment",
      phase,
      factuality,
      participants: [...members.map((m) => ({ ...m, role: "sender" })), ...bodies],
      details: {},
      plover: { event: codePlover("deployment", phase, factuality, {}) },
    };
    return { id: claimId(settled), ...settled };
  });
}
