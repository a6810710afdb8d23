import type { Span } from "../document/document.ts";

/** A word, number or punctuation mark: offsets into the document's canonical text. */
export interface Token extends Span {
  readonly text: string;
}

export interface Sentence extends Span {
  /** Index into the document's blocks. */
  readonly block: number;
  readonly tokens: readonly Token[];
}

/** A range that is read as one word before parsing: a known name, a date, an amount, a quoted title, a list of actors. */
export interface Unit extends Span {
  readonly kind: "name" | "date" | "amount" | "title" | "list";
  /** A name used as an adjective: "South Korean". Left open, the tagger decides for names. */
  readonly adjective?: boolean;
  readonly plural?: boolean;
}

/** A node of the parse: one token, or one unit of several. */
export interface Node extends Span {
  readonly text: string;
  readonly lemma: string;
  /** Universal part of speech. */
  readonly upos: string;
  /** Penn part of speech. */
  readonly xpos: string;
  /** Index of the head in `nodes`, -1 at the root. */
  readonly head: number;
  /** Universal Dependencies relation. */
  readonly relation: string;
  readonly unit: Unit | null;
}

export interface Parse {
  readonly sentence: Sentence;
  readonly nodes: readonly Node[];
}
