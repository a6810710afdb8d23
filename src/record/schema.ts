import type { Generated, Transaction } from "kysely";

/**
 * The tables of a record, the same for every engine. Times of the record are ISO 8601 UTC text; `valid_from` and
 * `valid_to` are the earliest and latest day of a claim's EDTF date; JSON text holds only what is never queried.
 */
export interface RecordTables {
  meta: { key: string; value: string };
  /** A text, once, however many sources carry it. */
  document: {
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
  /** That a source carried a text: version 1, 2 … of the source. The current one has no `superseded_at`. */
  reading: {
    id: Generated<number>;
    source: string;
    document: string;
    version: number;
    recorded_at: string;
    superseded_at: string | null;
  };
  /** A file that was read to its end, so that an unchanged one need not be read again. */
  file: { path: string; size: number; modified: number; extractor: string; documents: number; read_at: string };
  /** That all claims of a document were extracted and stored by a version of the extractor. */
  extraction: {
    id: Generated<number>;
    document: string;
    extractor: string;
    claims: number;
    recorded_at: string;
    retired_at: string | null;
  };
  claim: {
    row: Generated<number>;
    id: string;
    document: string;
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
];
