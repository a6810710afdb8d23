import type { Leader } from "./actor.ts";
import type { NameRow } from "./lexicon-data.ts";
import type { Mention } from "./mention.ts";

/** Words that match a name, before it is decided what they mean. */
export interface Candidate {
  /** Word indexes, both included. */
  readonly first: number;
  readonly last: number;
  readonly rows: readonly NameRow[];
  readonly leaders: readonly Leader[];
}

/** A title or a body noun found in the text: "foreign minister", "government". */
export interface Office {
  readonly first: number;
  readonly last: number;
  /** head-of-state, minister … ; "" for a body. */
  readonly office: string;
  readonly body: boolean;
  readonly plural: boolean;
  /** Stands only before a name: "Rep." */
  readonly titleOnly: boolean;
  /** States of which alone it is said, or null. */
  readonly only: readonly string[] | null;
}

/** Words with a meaning: a mention in the making. Word indexes, both included. */
export interface Item {
  readonly first: number;
  readonly last: number;
  readonly actors: readonly string[];
  readonly kind: Mention["kind"];
  readonly form: Mention["form"];
  readonly person: string | null;
  readonly office: string | null;
  readonly body: string | null;
  readonly city: string | null;
  readonly why: string;
  /** A leader found by full name. */
  readonly leader: Leader | null;
}

export function item(first: number, last: number, part: Partial<Item> & Pick<Item, "actors" | "kind" | "form" | "why">): Item {
  return { first, last, person: null, office: null, body: null, city: null, leader: null, ...part };
}
