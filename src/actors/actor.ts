/** What an entry of the lexicon is. A `body` acts for its state; a `person` held offices. */
export type ActorKind = "state" | "former-state" | "organisation" | "region" | "group" | "body";

/**
 * An entry of the lexicon: an actor with what is known of it.
 *
 * `id` is the id of docs/record.md. A national body has `actsFor`: a claim about it has that state as its actor; its own `id` is
 * `body:` and a slug, or an `org:` id where the record has one (a national agency may be founded).
 */
export interface Actor {
  readonly id: string;
  readonly kind: ActorKind;
  /** The short English name. */
  readonly name: string;
  readonly official: string | null;
  /** Organisations, bodies, groups: regional-organisation, forum, development-bank, foreign-ministry, armed … States: the continent. */
  readonly class: string | null;
  readonly actsFor: string | null;
  /** Groups: the state they belong to. */
  readonly home: string | null;
  readonly iso2: string | null;
  readonly numeric: string | null;
  /** Correlates of War and Gleditsch-Ward numbers. */
  readonly cow: string | null;
  readonly gw: string | null;
  /** The capital and other seats of government, English names, the first one first. */
  readonly capitals: readonly string[];
  /** First and last year, null when unknown or still there. */
  readonly from: number | null;
  readonly to: number | null;
  /** Former states: who came after. */
  readonly successors: readonly string[];
  /** Regions and organisations: member ids. For organisations those of the last edition of the source, standing `member` only. */
  readonly members: readonly string[];
}

/** A person who held an office, with the terms that are known. */
export interface Leader {
  readonly name: string;
  readonly surname: string;
  readonly terms: readonly Term[];
}

/** One term of office. Dates are ISO, possibly only a year or a month; empty when unknown or open. */
export interface Term {
  readonly state: string;
  readonly office: "head-of-state" | "head-of-government" | "foreign-minister" | "leader" | "official";
  readonly from: string;
  readonly to: string;
  readonly source: string;
}
