import type { Decision } from "../record/decision.ts";
import type { ClaimEntry } from "../record/record.ts";
import type { Matter } from "./matters.ts";

/** Claims that cannot all be true. */
export interface Contradiction {
  readonly kind:
    | "two-foundings"
    | "two-beginnings"
    | "two-ends"
    | "held-after-end"
    | "held-before-beginning"
    | "held-and-denied"
    | "begun-and-denied";
  readonly matter: Matter;
  /** The claims of one side, and of the other. */
  readonly first: readonly ClaimEntry[];
  readonly second: readonly ClaimEntry[];
  /** In words, without the names of the actors. */
  readonly says: string;
  /** The decision that prefers the source of one side, whose claims count; null when it is open whom to believe. */
  readonly settledBy: Decision | null;
}
