import type { Span } from "../document/document.ts";

/** A time said in words. */
export interface DateExpression extends Span {
  readonly text: string;
  /** EDTF level 1 (ISO 8601-2): `2015-04`, `1962-10-05`, `2007/2013`, `198X`, `XXXX-09-24`, `1980-08~`. Never more precise than the words. */
  readonly edtf: string;
  readonly basis: "stated" | "relative" | "context";
  /** Words that need another date to be worked out, with the offset of that date when it is in the text. */
  readonly anchor: number | null;
  /** Which rule read it. */
  readonly why: string;
}

/** What relative words are worked out from. */
export interface DateContext {
  /** The document's own date (EDTF), or null. */
  readonly documentDate: string | null;
  /** The last date said before this sentence, with its offset, or null. */
  readonly previous: DateExpression | null;
  /** The date that the section heading, list item or table row gives, or null. */
  readonly heading: string | null;
  /** Terms of office for "during his first term": given a person or an office and a state, their intervals. */
  readonly terms?: (person: string) => readonly string[];
}
