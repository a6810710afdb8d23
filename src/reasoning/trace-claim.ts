import type { Claim } from "../claims/claim.ts";
import type { ClaimHistory, Extraction } from "../record/claim-history.ts";
import type { Decision } from "../record/decision.ts";
import type { ClaimEntry } from "../record/record.ts";
import { anchorClaim, ClaimIndex } from "./anchor-claims.ts";
import type { DecisionState } from "./apply-decisions.ts";

/** Something that became of a claim. */
export type Happening =
  | {
      readonly kind: "read";
      readonly at: string;
      readonly source: string;
      readonly version: number;
      readonly document: string;
      readonly change: "first" | "text" | "description";
    }
  | {
      readonly kind: "extracted";
      readonly at: string;
      readonly extractor: string;
      readonly edition: string;
      /** What the extractor made of its words: the claim itself, others where it wrote it differently, none where it found nothing. */
      readonly claims: readonly ClaimEntry[];
      /** In which fields the other differs, in words; empty when there is none or several. */
      readonly differs: readonly string[];
    }
  | { readonly kind: "retired"; readonly at: string; readonly why: string }
  | { readonly kind: "decided"; readonly at: string; readonly state: DecisionState };

/** What became of a claim, in order of time: versions of its documents, extractions, retirements with their reasons, decisions. */
export function traceClaim(claim: Claim, { readings, extractions }: ClaimHistory, states: readonly DecisionState[]): Happening[] {
  const happenings: Happening[] = [];
  for (const [i, reading] of readings.entries()) {
    const before = readings.slice(0, i).findLast((r) => r.source === reading.source && r.origin === reading.origin);
    const change = !before ? "first" : before.document === reading.document ? "description" : "text";
    happenings.push({
      kind: "read",
      at: reading.recordedAt,
      source: reading.source,
      version: reading.version,
      document: reading.document,
      change,
    });
  }
  for (const extraction of extractions) {
    const { extractor, edition, recordedAt } = extraction;
    happenings.push({ kind: "extracted", at: recordedAt, extractor, edition, ...readingOf(claim, extraction) });
  }
  happenings.push(...retirements(claim, { readings, extractions }));
  for (const state of states) if (concerns(state, claim)) happenings.push({ kind: "decided", at: state.decision.recordedAt, state });
  const rank: readonly Happening["kind"][] = ["retired", "read", "extracted", "decided"];
  return happenings.sort((x, y) => x.at.localeCompare(y.at) || rank.indexOf(x.kind) - rank.indexOf(y.kind));
}

function readingOf(claim: Claim, { claims }: Extraction): { claims: readonly ClaimEntry[]; differs: readonly string[] } {
  const anchoring = anchorClaim(claim, new Set([claim.type]), new ClaimIndex(claims));
  if ("found" in anchoring) return { claims: [anchoring.found], differs: anchoring.differs };
  return { claims: "ambiguous" in anchoring ? anchoring.ambiguous : [], differs: [] };
}

/** When and why the claim ceased to stand. */
function retirements(claim: Claim, { readings, extractions }: ClaimHistory): Happening[] {
  const own = extractions.filter((x) => x.claims.some((e) => e.claim.id === claim.id));
  const byExtractor = own.flatMap((x) => {
    if (x.retiredAt === null) return [];
    const next = extractions.find((y) => y.edition === x.edition && y.recordedAt === x.retiredAt);
    return [{ kind: "retired" as const, at: x.retiredAt, why: `${next?.extractor ?? "another extractor"} read the same document anew` }];
  });
  const editions = new Set(own.map((x) => x.edition));
  const carrying = readings.filter((r) => editions.has(r.edition));
  const byVersion = carrying.flatMap((r) => {
    if (r.supersededAt === null) return [];
    const next = readings.find((n) => n.source === r.source && n.origin === r.origin && n.version === r.version + 1);
    return next && !editions.has(next.edition)
      ? [
          {
            kind: "retired" as const,
            at: r.supersededAt,
            why: `version ${next.version} of ${r.source} took the place of version ${r.version}`,
          },
        ]
      : [];
  });
  return [...byExtractor, ...byVersion];
}

/** Whether a decision is about the claim, as it was then or as it is now, or undoes one that is. */
function concerns({ decision, claims }: DecisionState, claim: Claim): boolean {
  return claims.some((e) => e.claim.id === claim.id) || isAbout(decision, claim);
}

function isAbout({ ruling }: Decision, { id }: Claim): boolean {
  if ("claim" in ruling) return ruling.claim.id === id;
  return "claims" in ruling && ruling.claims.some((c) => c.id === id);
}
