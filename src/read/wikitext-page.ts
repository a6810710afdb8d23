import type { Complain, ExternalLink, Node, Template, Text, WikiLink } from "./wikitext-nodes.ts";
import type { Extension, Tag } from "./wikitext-tags.ts";

/** What is known of the wiki that a page is from. */
export interface Site {
  /** Its names for the namespaces of pictures and of categories, lower case, beside those that are known anyway. */
  readonly fileNames: readonly string[];
  readonly categoryNames: readonly string[];
}

/** What is gathered while one page is read. */
export interface Page {
  readonly source: string;
  readonly site: Site;
  readonly complain: Complain;
  displayTitle: readonly Node[] | null;
  sortKey: string | null;
  readonly categories: { readonly name: string; readonly sortKey: string | null }[];
  /** Links to the same page in other languages: `es:Relaciones …`. */
  readonly languages: string[];
  /** Templates that were left out because nothing is known of them: how often, and where first. */
  readonly unknown: Map<string, { count: number; readonly at: number }>;
  /** `<ref name=x>` with content, by group and name. */
  readonly references: Map<string, Reference>;
  /** For each group, the number of the last reference shown. */
  readonly numbers: Map<string, number>;
  /** Extension tags that are being read one within the other. */
  depth: number;
  /** Parameters whose text is being taken one within the other. */
  textDepth: number;
}

/** A reference as the source has it: where its content stands, or the template that is it. */
export interface Reference {
  readonly group: string;
  readonly name: string | null;
  readonly content: readonly Node[];
  readonly at: number;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** The country a flag icon shows: text only where nothing else is said. */
export interface Flag extends Range {
  readonly kind: "flag";
  readonly country: string;
}

/** `{{main|…}}`: pages that are pointed to, apart from the text. */
export interface Targets extends Range {
  readonly kind: "targets";
  readonly pages: readonly string[];
}

/** An infobox. */
export interface Data extends Range {
  readonly kind: "data";
  readonly template: Template;
}

/** A reference mark. */
export interface Note extends Range {
  readonly kind: "note";
  readonly reference: Reference;
  /** True for `<ref name=x />`: the content stands elsewhere. */
  readonly reuse: boolean;
}

/** Something that is not shown stood here. */
export interface Gone extends Range {
  readonly kind: "gone";
}

/** A page after its templates are resolved. */
export type Piece = Text | WikiLink | ExternalLink | Tag | Extension | Flag | Targets | Data | Note | Gone;

export const NO_SITE: Site = { fileNames: [], categoryNames: [] };

export function newPage(source: string, complain: Complain, site: Site = NO_SITE): Page {
  return {
    source,
    site,
    complain,
    displayTitle: null,
    sortKey: null,
    categories: [],
    languages: [],
    unknown: new Map(),
    references: new Map(),
    numbers: new Map(),
    depth: 0,
    textDepth: 0,
  };
}
