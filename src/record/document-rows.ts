import type { Document, Format } from "../document/document.ts";
import type { RecordTables } from "./schema.ts";

export function toDocumentRow(d: Document, now: string): RecordTables["document"] {
  const { blocks, sections, tables, links, citations, map, mapUnit, parts, diagnostics } = d;
  return {
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
