import type { Generated, Transaction } from "kysely";
import { editionOf, fromDocumentRow } from "./document-rows.ts";

/**
 * The tables of a record, the same for every engine. Times of the record are ISO 8601 UTC text; `valid_from` and
 * `valid_to` are the earliest and latest day of a claim's EDTF date; JSON text holds only what is never queried.
 */
export interface RecordTables {
  meta: { key: string; value: string };
  /** An edition: a text with what is known of it, once, however many sources carry it. Editions of one text share its id. */
  document: {
    edition: string;
    id: string;
    format: string;
    title: string | null;
    authors: string;
    date: string | null;
    date_basis: string | null;
    language: string | null;
    address: string | null;
    publisher: string | null;
    text: string;
    /** Blocks, sections, tables, links, citations, map, parts, diagnostics of the Document. */
    structure: string;
    recorded_at: string;
  };
  /**
   * That a place carried an edition: version 1, 2 … of the place. The current one has no `superseded_at`. A place is the
   * origin (whole path of a file, or an address), the document's source, and which of several it is that have this source.
   */
  reading: {
    id: Generated<number>;
    /** Null in records of schema 1 until the source is read again. */
    origin: string | null;
    source: string;
    occurrence: number;
    edition: string;
    version: number;
    recorded_at: string;
    superseded_at: string | null;
  };
  /** A file that was read to its end, so that an unchanged one need not be read again. */
  file: { path: string; size: number; modified: number; extractor: string; documents: number; read_at: string };
  /** That all claims of an edition were extracted and stored by a version of the extractor. */
  extraction: {
    id: Generated<number>;
    edition: string;
    extractor: string;
    claims: number;
    recorded_at: string;
    retired_at: string | null;
  };
  claim: {
    row: Generated<number>;
    id: string;
    edition: string;
    extraction: number;
    type: string;
    phase: string;
    factuality: string;
    date_edtf: string | null;
    date_text: string | null;
    date_basis: string;
    valid_from: string | null;
    valid_to: string | null;
    place_text: string | null;
    place_actor: string | null;
    details: string;
    plover_event: string | null;
    plover_mode: string | null;
    start: number;
    end: number;
    quote: string;
    section: string | null;
    rule: string;
    confidence: number;
    recorded_at: string;
    retired_at: string | null;
  };
  participant: {
    claim: number;
    position: number;
    role: string;
    actor: string;
    text: string;
    person: string | null;
    office: string | null;
    body: string | null;
  };
}

/** A statement, or what takes more than statements. */
export type MigrationStep = string | ((tx: Transaction<RecordTables>) => Promise<void>);

/** What brings a record from version i to i + 1. Forwards only; never change one that was released. */
export const MIGRATIONS: readonly (readonly MigrationStep[])[] = [
  [
    `create table document (id text primary key, format text not null, title text, authors text not null, date text, date_basis text, language text,
       address text, publisher text, text text not null, structure text not null, recorded_at text not null)`,
    `create table reading (id integer primary key, source text not null, document text not null references document (id), version integer not null,
       recorded_at text not null, superseded_at text, unique (source, version))`,
    "create index reading_by_document on reading (document)",
    "create table file (path text primary key, size integer not null, modified real not null, extractor text not null, documents integer not null, read_at text not null)",
    `create table extraction (id integer primary key, document text not null references document (id), extractor text not null, claims integer not null,
       recorded_at text not null, retired_at text)`,
    "create index extraction_by_document on extraction (document)",
    `create table claim (row integer primary key, id text not null, document text not null references document (id), extraction integer not null references extraction (id),
       type text not null, phase text not null, factuality text not null, date_edtf text, date_text text, date_basis text not null, valid_from text, valid_to text,
       place_text text, place_actor text, details text not null, plover_event text, plover_mode text, start integer not null, "end" integer not null,
       quote text not null, section text, rule text not null, confidence real not null, recorded_at text not null, retired_at text)`,
    "create index claim_by_id on claim (id)",
    "create index claim_by_document on claim (document, start)",
    `create table participant (claim integer not null references claim (row), position integer not null, role text not null, actor text not null, text text not null,
       person text, office text, body text, primary key (claim, position))`,
    "create index participant_by_actor on participant (actor, claim)",
  ],
  // what is known of a text makes an edition of it; a place is more than the name of its source
  [
    "alter table document rename column id to edition",
    "alter table document add column id text not null default ''",
    "update document set id = edition",
    "create index document_by_id on document (id)",
    "alter table extraction rename column document to edition",
    "alter table claim rename column document to edition",
    `create table place_reading (id integer primary key, origin text, source text not null, occurrence integer not null, edition text not null references document (edition),
       version integer not null, recorded_at text not null, superseded_at text, unique (origin, source, occurrence, version))`,
    `insert into place_reading (id, source, occurrence, edition, version, recorded_at, superseded_at)
       select id, source, 1, document, version, recorded_at, superseded_at from reading`,
    "drop table reading",
    "alter table place_reading rename to reading",
    "create index reading_by_edition on reading (edition)",
    "create index reading_by_source on reading (source)",
    nameEditions,
    // paths were kept as given, which says nothing in another folder
    "delete from file",
  ],
];

/** Gives each document of schema 1, known by the id of its text, the name of its edition. */
async function nameEditions(tx: Transaction<RecordTables>): Promise<void> {
  for (const { id } of await tx.selectFrom("document").select("id").execute()) {
    const row = await tx.selectFrom("document").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
    const edition = editionOf(fromDocumentRow(row, ""));
    for (const table of ["reading", "extraction", "claim"] as const)
      await tx.updateTable(table).set({ edition }).where("edition", "=", id).execute();
    await tx.updateTable("document").set({ edition }).where("id", "=", id).execute();
  }
}
