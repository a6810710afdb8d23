import type { Kysely } from "kysely";
import type { Document, Format } from "../document/document.ts";
import { editionOf } from "./document-rows.ts";
import type { Place } from "./place.ts";
import type { RecordTables } from "./schema.ts";

/** A document as it is listed: without its text. */
export interface DocumentEntry {
  readonly id: string;
  /** Of the text with this title, date and so on. */
  readonly edition: string;
  readonly source: string;
  /** The whole path of the file, or the address, that it was read from; null when a record of an earlier Chancery did not keep it. */
  readonly origin: string | null;
  readonly version: number;
  readonly format: Format;
  readonly title: string | null;
  readonly date: string | null;
  readonly language: string | null;
  readonly publisher: string | null;
  readonly address: string | null;
  readonly claims: number;
  readonly recordedAt: string;
}

/** The current documents, newest date first. */
export async function listDocuments(db: Kysely<RecordTables>): Promise<DocumentEntry[]> {
  const rows = await db
    .selectFrom("reading")
    .innerJoin("document", "document.edition", "reading.edition")
    .leftJoin("extraction", (j) => j.onRef("extraction.edition", "=", "document.edition").on("extraction.retired_at", "is", null))
    .select([
      "document.id",
      "document.edition",
      "reading.source",
      "reading.origin",
      "reading.version",
      "document.format",
      "document.title",
      "document.date",
      "document.language",
      "document.publisher",
      "document.address",
      "extraction.claims",
      "reading.recorded_at",
    ])
    .where("reading.superseded_at", "is", null)
    .orderBy("document.date", (o) => o.desc().nullsLast())
    .orderBy("reading.source")
    .orderBy("reading.id")
    .execute();
  return rows.map(({ recorded_at, ...r }) => ({ ...r, format: r.format as Format, claims: r.claims ?? 0, recordedAt: recorded_at }));
}

/**
 * The row of a document by its edition, its id, or a source that carries it now, with that source. Of several with the same
 * id or source, one that stands goes before one that does not, and the later before the earlier.
 */
export async function findDocument(db: Kysely<RecordTables>, name: string) {
  const documents = db
    .selectFrom("document")
    .leftJoin("reading", (j) => j.onRef("reading.edition", "=", "document.edition").on("reading.superseded_at", "is", null))
    .selectAll("document")
    .select("reading.source")
    .orderBy((e) => e.case().when("reading.id", "is", null).then(1).else(0).end())
    .orderBy("reading.id", "desc");
  return (
    (await documents.where((e) => e.or([e("document.edition", "=", name), e("document.id", "=", name)])).executeTakeFirst()) ??
    (await documents.where("reading.source", "=", name).executeTakeFirst())
  );
}

/** True when this very edition stands at its place and this extractor has read it. */
export async function isStored(db: Kysely<RecordTables>, document: Document, extractor: string, place: Place): Promise<boolean> {
  const row = await db
    .selectFrom("reading")
    .innerJoin("extraction", "extraction.edition", "reading.edition")
    .select("reading.id")
    .where("reading.origin", "=", place.origin)
    .where("reading.source", "=", document.source)
    .where("reading.occurrence", "=", place.occurrence)
    .where("reading.edition", "=", editionOf(document))
    .where("reading.superseded_at", "is", null)
    .where("extraction.extractor", "=", extractor)
    .where("extraction.retired_at", "is", null)
    .executeTakeFirst();
  return row !== undefined;
}

/** The files and addresses that the current documents were read from, sorted. */
export async function listOrigins(db: Kysely<RecordTables>): Promise<string[]> {
  const rows = await db
    .selectFrom("reading")
    .select((e) => e.fn.coalesce("origin", "source").as("origin"))
    .distinct()
    .where("superseded_at", "is", null)
    .orderBy("origin")
    .execute();
  return rows.map((r) => r.origin);
}
