import type { ClaimType, Factuality, Phase, PloverEvent } from "./claim.ts";

/**
 * A frame says which words, in which grammatical shape, make which claim. Frames are data: `data/frames/*.yaml`, one file
 * for each claim type; docs/frames.md says how to write one.
 */
export interface Frame {
  /** `type/name`, unique. */
  readonly id: string;
  readonly type: ClaimType;
  readonly phase: Phase;
  /** The phase when the verb is in the present progressive: "is contributing troops" holds. */
  readonly progressive: Phase | null;
  /** Trigger lemmas. A particle belongs to the lemma: "set up". At least one of the three lists is there. */
  readonly verbs: ReadonlySet<string>;
  readonly nouns: ReadonlySet<string>;
  readonly adjectives: ReadonlySet<string>;
  /** What the trigger must be about: the verb's object (or subject: "talks began"), the noun's "of" or compound. Its own arguments count too. */
  readonly theme: ReadonlySet<string> | null;
  /** Words one of which must stand in the theme's phrase (or the trigger's, without a theme). */
  readonly has: readonly string[] | null;
  /** Words none of which may stand in that phrase. */
  readonly lacks: readonly string[];
  /** Lemmas one of which must govern a trigger noun: "be", "become", "admit" … */
  readonly under: ReadonlySet<string> | null;
  /** Governing lemmas that rule the frame out. */
  readonly notUnder: ReadonlySet<string>;
  /** Voice of a trigger verb. */
  readonly voice: "active" | "passive" | null;
  /** Claim role → slots to look in, in order. */
  readonly roles: ReadonlyMap<string, readonly string[]>;
  /** Roles that must be filled. */
  readonly needs: readonly string[];
  /** Roles that may be taken from what was said before, where the words point back: "the unit was withdrawn" (recall-roles.ts). */
  readonly recalls: readonly string[];
  /** The trigger's lexical factuality, when it is not for the sentence to say. */
  readonly factuality: Factuality | null;
  /** The PLOVER event of what did happen, where the type does not say it (`event`). */
  readonly plover: PloverEvent | null;
  /** Fixed details. */
  readonly details: Readonly<Record<string, string | number>>;
  /** Named predicates in code that must hold (conditions.ts). */
  readonly conditions: readonly string[];
  /** How often a match of this frame is right, before other signs: 0 to 1. */
  readonly confidence: number;
  readonly yes: readonly string[];
  readonly no: readonly string[];
}

/** A verb of translated English and the one it stands for, with such an object: "subscribed the Memorandum". */
export interface Calque {
  readonly verbs: ReadonlySet<string>;
  /** Lemmas of its object. */
  readonly about: ReadonlySet<string>;
  /** The preposition before the object that goes: "counts with". */
  readonly preposition: string | null;
  readonly means: string;
}

/** Words shared by frames and rules: `data/frames/lexicon.yaml`. */
export interface Lexicon {
  /** Named word lists that frames point to with `@name`. */
  readonly lists: ReadonlyMap<string, ReadonlySet<string>>;
  /** Nouns that act for the actor that modifies them: government, delegation, troops. Lemma → office or body it stands for. */
  readonly representatives: ReadonlyMap<string, string>;
  /** Nouns that only gather the actors named after them: "countries such as", "leaders, including". */
  readonly gatherers: ReadonlySet<string>;
  readonly calques: readonly Calque[];
  /** Governing lemmas and modifiers → what they make of the thing they govern. */
  readonly governors: ReadonlyMap<string, Governor>;
  /** Word or phrase (lower case) → value, for details, in order of precedence. */
  readonly values: ReadonlyMap<string, readonly (readonly [string, string])[]>;
}

export type Governor = Factuality | "drop" | "pass";

export interface FrameSet {
  readonly frames: readonly Frame[];
  readonly lexicon: Lexicon;
  /** Lemma → frames that it can trigger. */
  readonly byVerb: ReadonlyMap<string, readonly Frame[]>;
  readonly byNoun: ReadonlyMap<string, readonly Frame[]>;
  readonly byAdjective: ReadonlyMap<string, readonly Frame[]>;
}

/** A frame file that is not as docs/frames.md says. */
export class FrameError extends Error {
  readonly code = "frame-invalid";
}
