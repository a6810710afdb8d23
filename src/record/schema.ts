import type { Generated } from "kysely";

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
  /** A stretch of a document, searched as a whole; UTF-16 offsets into the document's text, half-open. */
  passage: { id: Generated<number>; edition: string; start: number; end: number };
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
  /** What somebody decided; rows are only ever added. `ruling` is JSON, for nothing is queried by what is in it. */
  decision: { id: string; number: number; kind: string; person: string; why: string; ruling: string; recorded_at: string };
  /**
   * Two actors of a claim, `a` before `b`, in each run in the order of a chronology: `valid_from` is `~` and `valid_to` empty where the claim
   * has none. The rest says what reasoning needs of the claim.
   */
  dyad: {
    a: string;
    b: string;
    /** Of the claim; see `runs.ts`. */
    run: number;
    valid_from: string;
    valid_to: string;
    claim: number;
    /** 1 where the claim counts: it stands, and is the first that says so of the editions of one text; else 0. */
    stands: number;
    id: string;
    extraction: number;
    type: string;
    phase: string;
    factuality: string;
    edtf: string | null;
    /** Those of `a`, a colon, those of `b`; several with commas between. */
    roles: string;
    start: number;
    end: number;
    /** Null where the claim has none, and of what merely occurs. */
    details: string | null;
    /** Of what does not merely occur, the person who is named first for an actor in the first role of its type. */
    person: string | null;
  };
  /**
   * How many standing claims an actor takes part in, alone (`b` empty) or with another, each id counted once; and how often
   * anything that bears on their claims was stored.
   */
  standing_total: { a: string; b: string; claims: number; changes: number };
}
