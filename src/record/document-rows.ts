import { createHash } from "node:crypto";
import type { Document, Format } from "../document/document.ts";
import type { RecordTables } from "./schema.ts";

/**
 * `e_` and 16 hex digits of the SHA-256 over all of a document that extraction reads: the text and what is known of it. Where
 * it stands in its source is left out, so that a line put before it in its file does not make it another.
 */
export function editionOf(d: Document): string {
  const read = [d.id, d.format, d.title, d.authors, d.date?.edtf, d.date?.basis, d.language, d.address, d.publisher];
  const structure = [d.blocks, d.sections, d.tables, d.links, d.citations];
  return `e_${createHash("sha256")
    .update(JSON.stringify([...read, ...structure]))
    .digest("hex")
    .slice(0, 16)}`;
}

export function toDocumentRow(d: Document, edition: string, now: string): RecordTables["document"] {
  const { blocks, sections, tables, links, citations, map, mapUnit, parts, diagnostics } = d;
  return {
    edition,
    id: d.id,
    format: d.format,
    title: d.title,
    authors: JSON.stringify(d.authors),
    date: d.date?.edtf ?? null,
    date_basis: d.date?.basis ?? null,
    language: d.language,
    address: d.address,
    publisher: d.publisher,
    text: d.text,
    structure: JSON.stringify({ blocks, sections, tables, links, citations, map, mapUnit, parts, diagnostics }),
    recorded_at: now,
  };
}

/** The document of a row, as it was read from `source`. */
export function fromDocumentRow(row: RecordTables["document"], source: string): Document {
  const structure = JSON.parse(row.structure) as Pick<
    Document,
    "blocks" | "sections" | "tables" | "links" | "citations" | "map" | "mapUnit" | "parts" | "diagnostics"
  >;
  return {
    id: row.id,
    source,
    format: row.format as Format,
    text: row.text,
    title: row.title,
    authors: JSON.parse(row.authors) as string[],
    date: row.date === null ? null : { edtf: row.date, basis: (row.date_basis ?? "field") as NonNullable<Document["date"]>["basis"] },
    language: row.language,
    address: row.address,
    publisher: row.publisher,
    ...structure,
  };
}
