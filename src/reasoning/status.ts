import type { Bounds } from "../language/dates/edtf.ts";
import type { ClaimEntry, LeanEntry } from "../record/record.ts";
import type { Contradiction } from "./contradiction.ts";
import type { Matter } from "./matters.ts";

/** A beginning or an end, with every claim that says it. */
export interface Boundary<E extends LeanEntry = ClaimEntry> {
  /** Between which days it lies; null where nothing is known. */
  readonly bounds: Bounds;
  /** The most precise date that a claim gives for it; null when none gives one. */
  readonly edtf: string | null;
  readonly claims: readonly E[];
}

/** A time in which a matter held. */
export interface Interval<E extends LeanEntry = ClaimEntry> {
  /** Null when no claim tells of the beginning. */
  readonly begins: Boundary<E> | null;
  /** Null when no claim tells of an end. */
  readonly ends: Boundary<E> | null;
  /** Claims that it held, with the days for which they say so. */
  readonly evidence: readonly Evidence<E>[];
}

export interface Evidence<E extends LeanEntry = ClaimEntry> {
  readonly bounds: Bounds;
  readonly claim: E;
  /** Of another matter, which there is not without this one: there is no embassy without diplomatic relations. */
  readonly implied?: boolean;
}

/** A claim that a matter does not hold, or did not begin. */
export interface Denial<E extends LeanEntry = ClaimEntry> extends Evidence<E> {
  /**
   * holding: it does not hold on these days · beginning: it did not begin on them, which says nothing of the time before ·
   * ever: it held on no day up to the last of them.
   */
  readonly of: "holding" | "beginning" | "ever";
}

/** What the claims make of one standing matter. */
export interface Status<E extends LeanEntry = ClaimEntry> {
  readonly matter: Matter;
  /** In order of time; they do not overlap. */
  readonly intervals: readonly Interval<E>[];
  /** Claims that it has not begun or does not hold. */
  readonly denials: readonly Denial<E>[];
  /** Claims of what led up to it: that an agreement was concluded, ratified, and signed before it came into force. */
  readonly steps: readonly E[];
  /** Those that nobody settled. */
  readonly contradictions: readonly Contradiction<E>[];
  /** Those that a preferred source settles: the claims of the other side count for nothing above. */
  readonly settled: readonly Contradiction<E>[];
}
