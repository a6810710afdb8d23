import type { Actor, Leader } from "./actor.ts";
import type { TrieData } from "./name-trie.ts";

/**
 * What a name means.
 *
 * `name` · `demonym` an adjective (Peruvian) · `noun` a person of it (Peruvian, Dane) · `nouns` its people (Peruvians, the Dutch) ·
 * `capital` a seat of government · `house` a government house used as a metonym · `code` ROK, UK · `body` a national body ·
 * `acronym` · `prefix` Sino-, Franco- · `city` · `office` a title · `trap` words that only look like a name · `foreign` a name that is only
 * typed on the command line, never looked for in text
 */
export type Sense =
  | "name"
  | "demonym"
  | "noun"
  | "nouns"
  | "capital"
  | "house"
  | "code"
  | "body"
  | "acronym"
  | "prefix"
  | "city"
  | "office"
  | "trap"
  | "foreign";

/** One meaning of one name. Flags: see `NAME_FLAGS`. */
export interface NameRow {
  /** As written in the data, with its capitals and accents. */
  readonly surface: string;
  readonly sense: Sense;
  /** Actor id; for a city its state; for an office its code; for a trap what it is read as. */
  readonly target: string;
  readonly flags: string;
}

/**
 * `d` counts only where the document defines it ("(PA)") · `x` exactly these capitals, never in text that is all capitals ·
 * `t` needs "the" before it · `c` capitals as in the surface · `a` any capitals · `w` weak: needs a second sign ·
 * `l:es` only in documents of that language · `p` plural · `k` office holder (person), `b` a body, `T` only a title before a name ·
 * `s:USA;VAT` only of these states
 */
export const NAME_FLAGS = "dxtcawWpkbT";

/** The prebuilt lexicon, as stored. Rows lie in the order of the trie. */
export interface LexiconData {
  readonly actors: readonly Actor[];
  readonly trie: TrieData;
  /** Columns of the rows: surfaces joined by line breaks, the rest coded. */
  readonly surfaces: string;
  readonly senses: readonly Sense[];
  readonly targets: readonly string[];
  readonly flags: readonly string[];
  /** For each row: indexes into `senses`, `targets`, `flags`. */
  readonly rows: readonly number[];
  /** Words of context.tsv by class, as written there. */
  readonly context: Readonly<Record<string, readonly string[]>>;
  /** Folded names that mean several actors, with these actors, the likeliest first. */
  readonly ambiguous: Readonly<Record<string, readonly string[]>>;
}

/** A prebuilt list of leaders, as stored: one file for each licence. */
export interface LeaderData {
  readonly licence: string;
  readonly leaders: readonly Leader[];
  readonly trie: TrieData;
  /** For each row of the trie the index of its leader. */
  readonly rows: readonly number[];
}
