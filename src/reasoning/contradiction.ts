import type { Bounds } from "../language/dates/edtf.ts";
import type { Decision } from "../record/decision.ts";
import type { ClaimEntry, LeanEntry } from "../record/record.ts";
import type { Matter } from "./matters.ts";

/** Claims that cannot all be true. */
export interface Contradiction<E extends LeanEntry = ClaimEntry> {
  readonly kind:
    | "two-foundings"
    | "two-signatures"
    | "two-beginnings"
    | "two-ends"
    | "held-after-end"
    | "held-before-beginning"
    | "held-and-denied"
    | "begun-and-denied";
  readonly matter: Matter;
  /** The claims of one side, and of the other. */
  readonly first: readonly E[];
  readonly second: readonly E[];
  /** In words, without the names of the actors. */
  readonly says: string;
  /**
   * The days of which it is open what held: for two beginnings or ends those between them; for a denial those from it on, or up to
   * it when it says "never"; else all from the later claim on. Null for what leaves none open, as two days of signature.
   */
  readonly days: Bounds | null;
  /** The decision that prefers the source of one side, whose claims count; null when it is open whom to believe. */
  readonly settledBy: Decision | null;
}

/** The days from the first that any of these may be to the last. */
export function spanOf(bounds: readonly Bounds[]): Bounds {
  const from = bounds.map((b) => b.from);
  const to = bounds.map((b) => b.to);
  return {
    from: from.includes(null) ? null : (from.sort()[0] ?? null),
    to: to.includes(null) ? null : (to.sort().at(-1) ?? null),
  };
}
