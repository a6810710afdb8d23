import type { Discourse } from "./discourse.ts";
import type { Mention } from "./mention.ts";
import type { Anaphor } from "./salience.ts";

/** A reference that was understood. Offsets into the document's text. */
export interface Reference {
  readonly start: number;
  readonly end: number;
  readonly actors: readonly string[];
  readonly person?: string | null;
  readonly office?: string | null;
  /** The capital, where the words name the place and not who acts. */
  readonly city?: string;
  /** The words mean a place, "there", and nobody who acts. */
  readonly isPlace?: boolean;
  readonly rule: string;
}

/** The words that may refer, with what stands in and behind them in their sentence. */
export interface Wording {
  readonly discourse: Discourse;
  readonly anaphor: Anaphor;
  readonly words: string;
  readonly groups: Readonly<Record<string, string | undefined>>;
  readonly inside: readonly Mention[];
  readonly later: readonly Mention[];
}
