import { claimId } from "./build-claims.ts";
import type { Claim } from "./claim.ts";

/** What has two sides between whom somebody may stand. */
const SETTLED: ReadonlySet<string> = new Set(["conflict", "agreement", "relations", "meeting"]);
/** How far before a mediation the quarrel may stand whose time it shares, in UTF-16 units. */
const NEAR = 400;

/**
 * A mediation without a date of its own took place in the year of the quarrel, the talks or the accord told just before, between
 * the same two: "the Cenepa War of 1995 … the guarantors mediated", "restored relations in 2021; Qatar had mediated". Claims stay in their order.
 */
export function settleMediations(claims: readonly Claim[]): Claim[] {
  return claims.map((claim, i) => {
    if (claim.type !== "mediation" || claim.date.edtf !== null || claim.factuality !== "actual") return claim;
    // "the EU-mediated dialogue": which lasts
    if (/-(?:mediated|brokered|facilitated|sponsored|led)\b/.test(claim.evidence.quote)) return claim;
    const sides = sidesOf(claim);
    const quarrel = claims
      .slice(0, i)
      .reverse()
      .find((c) => SETTLED.has(c.type) && c.phase !== "holds" && c.date.edtf !== null && isNear(c, claim) && isSame(sidesOf(c), sides));
    const year = /^\d{4}/.exec(quarrel?.date.edtf ?? "")?.[0];
    if (!year) return claim;
    const { id: _, ...rest } = claim;
    const dated: Omit<Claim, "id"> = { ...rest, date: { edtf: year, text: null, basis: "context" } };
    return { id: claimId(dated), ...dated };
  });
}

function sidesOf(claim: Claim): Set<string> {
  const roles = ["party", "initiator", "target", "participant"];
  return new Set(claim.participants.filter((p) => roles.includes(p.role)).map((p) => p.actor));
}

function isSame(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((x) => b.has(x));
}

function isNear(before: Claim, after: Claim): boolean {
  return after.evidence.start - before.evidence.end < NEAR && before.evidence.section === after.evidence.section;
}
