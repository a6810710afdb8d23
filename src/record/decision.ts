import type { Claim, ClaimType, Factuality, Phase } from "../claims/claim.ts";

/** One field of a claim, as it was and as it should be. Null stands for what is not there. */
export type Change =
  | { readonly field: "type"; readonly from: ClaimType; readonly to: ClaimType }
  | { readonly field: "phase"; readonly from: Phase; readonly to: Phase }
  | { readonly field: "factuality"; readonly from: Factuality; readonly to: Factuality }
  | { readonly field: "date"; readonly from: string | null; readonly to: string | null }
  | { readonly field: "place"; readonly from: Claim["place"]; readonly to: Claim["place"] }
  | { readonly field: "participant"; readonly role: string; readonly from: string | null; readonly to: string | null }
  | { readonly field: "detail"; readonly name: string; readonly from: string | number | null; readonly to: string | number | null };

/**
 * What somebody decided. Claims stand in it whole, as the extractor had written them: their source, quote and type are what a
 * decision is found again by when a newer extractor or a changed text gives other ids.
 */
export type Ruling =
  | { readonly kind: "confirm" | "reject"; readonly claim: Claim }
  | { readonly kind: "correct"; readonly claim: Claim; readonly changes: readonly Change[] }
  /** The claims tell of one happening; of a split, no two of them do. */
  | { readonly kind: "merge" | "split"; readonly claims: readonly Claim[] }
  | {
      readonly kind: "prefer";
      /** Names of sources, as answers print them. */
      readonly source: string;
      /** Null: over every other. */
      readonly over: string | null;
      /** Ids of actors; null: everywhere. */
      readonly pair: readonly [string, string] | null;
      /** A kind of standing matter, such as `mission`; null: all. */
      readonly matter: string | null;
    }
  | { readonly kind: "undo"; readonly decision: string };

export type DecisionKind = Ruling["kind"];

/** A decision by a person. Decisions are never changed or deleted: another one revokes them. */
export interface Decision {
  /** `dec_` and 12 hex digits. */
  readonly id: string;
  /** From 1, in the order in which they were recorded: of two that conflict the higher wins. */
  readonly number: number;
  readonly by: string;
  readonly why: string;
  /** ISO 8601, UTC. Answers as known earlier do not know it. */
  readonly recordedAt: string;
  readonly ruling: Ruling;
}

/** What was decided about a claim, as answers carry it. */
export interface Decided {
  /** What holds of the claim after the last decision about it; null when only its event was ruled on. */
  readonly verdict: "confirmed" | "corrected" | "rejected" | null;
  /** The claim as the extractor wrote it, where it was corrected. */
  readonly was: Claim | null;
  /** Every decision about it that was not undone, in order; those that a later one overrules too. */
  readonly decisions: readonly Decision[];
  /** Names the claims of one happening, by merges in force: equal for all of them. */
  readonly together: string | null;
  /** Ids of claims that tell of other happenings, by splits in force. */
  readonly apart: readonly string[];
}

/** The claims that a ruling is about, as they were. */
export function claimsOfRuling(ruling: Ruling): readonly Claim[] {
  if ("claim" in ruling) return [ruling.claim];
  return "claims" in ruling ? ruling.claims : [];
}
