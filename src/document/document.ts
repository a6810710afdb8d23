import { createHash } from "node:crypto";
import type { Diagnostic } from "./diagnostic.ts";
import type { SourceMap } from "./source-map.ts";

/** The formats that can be read. Told by content, never by file name alone. */
export type Format =
  | "wordpress-json"
  | "mediawiki"
  | "mediawiki-xml"
  | "html"
  | "pdf"
  | "text"
  | "markdown"
  | "docx"
  | "feed"
  | "json-lines";

/** A range of canonical text: UTF-16 offsets, half-open. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * One document as a reader of the page sees it.
 *
 * Everything with `start` and `end` is a range of `text`. Blocks cover the text in order without overlapping; what lies
 * between them is line breaks. Citations are not part of `text`.
 */
export interface Document {
  /** `d_` and the first 16 hex digits of the SHA-256 of the text: the same text has the same id everywhere. */
  readonly id: string;
  /** The path or address it was read from; for JSON lines the line's `id`; for a post of an array `path#id`. */
  readonly source: string;
  readonly format: Format;
  readonly text: string;
  readonly title: string | null;
  readonly authors: readonly string[];
  readonly date: DocumentDate | null;
  /** BCP 47, as the source states it or as told from the text; null when unknown. */
  readonly language: string | null;
  readonly address: string | null;
  readonly publisher: string | null;
  readonly blocks: readonly Block[];
  readonly sections: readonly Section[];
  readonly tables: readonly Table[];
  readonly links: readonly Link[];
  readonly citations: readonly Citation[];
  readonly map: SourceMap;
  /** What the map's source offsets count. */
  readonly mapUnit: "file" | "extracted-text";
  /** Names of stretches of the source, where it has them: the pages of a PDF, the parts of a DOCX. */
  readonly parts: readonly (Span & { readonly name: string })[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface DocumentDate {
  /** EDTF level 1 (ISO 8601-2), date only. */
  readonly edtf: string;
  /** Where it was found: a field of the format, an HTML meta tag, a dateline in the text, the file's own metadata. */
  readonly basis: "field" | "meta" | "dateline" | "filename" | "file-metadata";
}

export type BlockKind = "title" | "heading" | "paragraph" | "list-item" | "table-row" | "caption" | "quote" | "preformatted";

export interface Block extends Span {
  readonly kind: BlockKind;
  /** `body` is the author's; `notice` is the publisher's (newsletter boxes, surveys, cookie text, share buttons, maintenance templates). */
  readonly role: "body" | "notice";
  /** Headings: 1 to 6. List items: depth from 1. Otherwise 0. */
  readonly level: number;
  /** List items: the bullet or number as shown, else null. */
  readonly marker: string | null;
  /** Index into `sections` of the innermost section, -1 before the first heading. */
  readonly section: number;
  /** Table rows: index into `tables`, else -1. */
  readonly table: number;
}

export interface Section extends Span {
  readonly heading: string;
  readonly level: number;
  /** Index of the section around it, -1 at the top. */
  readonly parent: number;
}

export interface Table extends Span {
  readonly caption: string | null;
  /** The header text of each column, "" where it has none; spanning headers are repeated and stacked ones joined with " / ". */
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
}

/** A row stands in the text as its own cells joined by tabs. A cell that spans rows appears in each of them, mapped to where it stands. */
export interface TableRow {
  readonly header: boolean;
  readonly cells: readonly TableCell[];
}

export interface TableCell extends Span {
  readonly column: number;
  readonly header: boolean;
  /** Cell text; that of a spanning cell repeated in a later row stands at its first row's offsets. */
  readonly text: string;
}

export interface Link extends Span {
  /** An address, or `wiki:Page name` for a link inside a wiki. */
  readonly target: string;
}

/** A reference or footnote, kept apart from the text. */
export interface Citation {
  /** The text offset it stands at. */
  readonly at: number;
  readonly label: string | null;
  readonly text: string;
  /** The fields of the cite template, where there is one: title, url, date, work, publisher … */
  readonly fields: Readonly<Record<string, string>>;
}

export function documentId(text: string): string {
  return `d_${createHash("sha256").update(text).digest("hex").slice(0, 16)}`;
}
