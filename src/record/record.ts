import type { Claim } from "../claims/claim.ts";
import type { Document } from "../document/document.ts";
import { type ClaimHistory, claimHistory, claimsNear, standingIds } from "./claim-history.ts";
import {
  type ClaimFilter,
  countActors,
  countPairs,
  findClaim,
  findClaimIds,
  findClaims,
  findClaimsById,
  ofEditions,
  readEntries,
} from "./claim-queries.ts";
import type { ClaimEntry } from "./claim-rows.ts";
import { copyRecord, refuseIfNotEmpty } from "./copy-record.ts";
import type { Decision, Ruling } from "./decision.ts";
import { insertDecision, readDecisions } from "./decision-rows.ts";
import { type DocumentEntry, findDocument, isStored, listDocuments, listOrigins } from "./document-queries.ts";
import { fromDocumentRow } from "./document-rows.ts";
import { type Engine, type OpenOptions, openEngine } from "./engine.ts";
import { findInconsistencies } from "./find-inconsistencies.ts";
import { type ClaimForm, countBetween, type LeanEntry, readForms, readLean } from "./lean-claims.ts";
import { migrate } from "./migrate.ts";
import { type Place, placeOf } from "./place.ts";
import { type Rescued, rescueRecord } from "./rescue-record.ts";
import { type FoundDocument, type FoundQuote, type SearchOptions, searchDocuments, searchQuotes } from "./search/search.ts";
import { type Stored, storeDocuments } from "./store-documents.ts";

export type { ClaimFilter } from "./claim-queries.ts";
export type { ClaimEntry } from "./claim-rows.ts";
export type { DocumentEntry } from "./document-queries.ts";
export type { ClaimForm, LeanEntry } from "./lean-claims.ts";
export type { Stored } from "./store-documents.ts";

/** An open record. All SQL is in this folder; every method is a whole answer. Errors are `RecordError` where the user can do something. */
export class Record {
  private readonly engine: Engine;

  private constructor(engine: Engine) {
    this.engine = engine;
  }

  /**
   * Opens a record: a file, or the PostgreSQL database of a `postgres://` address. Makes it when `create`; brings an older one
   * up to date. A file or database that is no record is refused before anything is written to it.
   */
  static async open(address: string, options: OpenOptions = {}): Promise<Record> {
    const engine = await openEngine(address, options);
    try {
      await migrate(engine);
      if (options.create) await engine.prepareToWrite();
      return new Record(engine);
    } catch (error) {
      await engine.close();
      throw engine.explain(error);
    }
  }

  /** The path of the file, or the address of the database without its password. */
  get address(): string {
    return this.engine.address;
  }

  /** The files of this machine that the record consists of; none when a server keeps it. */
  get files(): readonly string[] {
    return this.engine.files;
  }

  async close(): Promise<void> {
    await this.engine.close();
  }

  /**
   * Stores a document and all its claims in one transaction. The same edition with the same extractor changes nothing; a
   * place with another text, date, title and so on gets a new version; another extractor retires the earlier claims and
   * keeps them. Without a place, the document's source is all that is known of it.
   */
  async store(
    document: Document,
    claims: readonly Claim[],
    extractor: string,
    place: Place = placeOf(document),
    now: string = new Date().toISOString(),
  ): Promise<Stored> {
    return (await this.storeAll([{ document, claims, place }], extractor, now))[0]!;
  }

  /** The same for several documents, in their order and in one transaction, which is much faster. */
  async storeAll(
    items: readonly { readonly document: Document; readonly claims: readonly Claim[]; readonly place?: Place }[],
    extractor: string,
    now: string = new Date().toISOString(),
  ): Promise<Stored[]> {
    if (items.length === 0) return [];
    const placed = items.map((item) => ({ ...item, place: item.place ?? placeOf(item.document) }));
    return this.ask(async (engine) => {
      const stored = await engine.db.transaction().execute((tx) => storeDocuments(tx, engine, placed, extractor, now));
      await engine.keepUp();
      return stored;
    });
  }

  /** True when this very edition stands at its place and this extractor has read it, so that nothing is left to do. */
  async isStored(document: Document, extractor: string, place: Place = placeOf(document)): Promise<boolean> {
    return this.ask(({ db }) => isStored(db, document, extractor, place));
  }

  /** True when a file of this size and time was read to its end by this extractor. */
  async isFileDone(path: string, size: number, modified: number, extractor: string): Promise<boolean> {
    const row = await this.ask(({ db }) => db.selectFrom("file").selectAll().where("path", "=", path).executeTakeFirst());
    return row !== undefined && row.size === size && row.modified === modified && row.extractor === extractor;
  }

  async markFileDone(path: string, size: number, modified: number, extractor: string, documents: number): Promise<void> {
    const row = { path, size, modified, extractor, documents, read_at: new Date().toISOString() };
    await this.ask(({ db }) =>
      db
        .insertInto("file")
        .values(row)
        .onConflict((c) => c.column("path").doUpdateSet(row))
        .execute(),
    );
  }

  /** The current documents, newest date first. */
  async documents(): Promise<DocumentEntry[]> {
    return this.ask(({ db }) => listDocuments(db));
  }

  /**
   * A document by its edition, its id, or a source that carries it now. Of several with the same id or source, one that
   * stands goes before one that does not, and the later before the earlier. Null when there is none.
   */
  async document(name: string): Promise<Document | null> {
    const row = await this.ask(({ db }) => findDocument(db, name));
    return row ? fromDocumentRow(row, row.source ?? row.id) : null;
  }

  /** The standing claims of the document that `document` gives for this name, in the order of their evidence. */
  async claimsOf(name: string): Promise<Claim[]> {
    return this.ask(async ({ db }) => {
      const row = await findDocument(db, name);
      if (!row) return [];
      const entries = await readEntries(db, (q) => ofEditions(q, [row.edition]).orderBy("claim.start").orderBy("claim.row"));
      return entries.map((e) => e.claim);
    });
  }

  /** A claim by its id (a unique beginning will do), retired ones too. Null when none or several begin so. */
  async claim(id: string): Promise<ClaimEntry | null> {
    return this.ask(({ db }) => findClaim(db, id));
  }

  /** How many ids of claims begin so, retired ones too, and the first of them in order. */
  async claimIds(beginning: string, limit = 5): Promise<{ count: number; ids: string[] }> {
    return this.ask(({ db }) => findClaimIds(db, beginning, limit));
  }

  /** Every standing claim in which both actors take part, by date; undated ones last. One that several editions of a text make alike comes once. */
  async chronology(a: string, b: string, filter: ClaimFilter = {}): Promise<ClaimEntry[]> {
    return this.claims([a, b], filter);
  }

  /** The same for all claims in which each of these actors takes part: one, several, or none for all claims. */
  async claims(actors: readonly string[], filter: ClaimFilter = {}): Promise<ClaimEntry[]> {
    return this.ask(({ db }) => findClaims(db, actors, filter));
  }

  /** What reasoning needs of the standing claims of some types in which both actors take part, in no order; as known on a day where one is given. */
  async leanClaims(a: string, b: string, types: readonly string[], known?: string): Promise<LeanEntry[]> {
    return this.ask((engine) => readLean(engine, [a, b], types, known));
  }

  /** The standing claims with these ids, each once, as answers show them; as known on a day where one is given. */
  async claimsById(ids: readonly string[], known?: string): Promise<ClaimEntry[]> {
    return this.ask(({ db }) => findClaimsById(db, ids, known));
  }

  /** What of the same claims does not hang on their dates and words, each form once. */
  async claimForms(a: string, b: string, types: readonly string[]): Promise<ClaimForm[]> {
    return this.ask((engine) => readForms(engine, [a, b], types));
  }

  /** How many standing claims two actors share, and a number that becomes another with whatever is stored that bears on their claims. */
  async countBetween(a: string, b: string): Promise<{ readonly claims: number; readonly changes: number }> {
    return this.ask(({ db }) => countBetween(db, [a, b]));
  }

  /** The standing claims whose quotes answer a query (docs/record.md says how it is written), best first. Throws SearchQueryError. */
  async searchQuotes(words: string, options: SearchOptions = {}): Promise<FoundQuote[]> {
    return this.ask((engine) => searchQuotes(engine, words, options));
  }

  /** The same for whole documents: each with the part that answers best. */
  async searchDocuments(words: string, options: SearchOptions = {}): Promise<FoundDocument[]> {
    return this.ask((engine) => searchDocuments(engine, words, options));
  }

  /** Writes down what somebody decided, as the last decision. */
  async decide(ruling: Ruling, by: string, why: string, now: string = new Date().toISOString()): Promise<Decision> {
    return this.ask((engine) => engine.db.transaction().execute((tx) => insertDecision(tx, engine, ruling, by, why, now)));
  }

  /** Every decision in the order in which it was recorded, undone ones too; with `known` those recorded by the end of that day. */
  async decisions(known?: string): Promise<Decision[]> {
    return this.ask(({ db }) => readDecisions(db, known));
  }

  /** Which of these ids of claims stand. */
  async standing(ids: readonly string[], known?: string): Promise<Set<string>> {
    return this.ask(({ db }) => standingIds(db, ids, known));
  }

  /**
   * The standing claims that these may be now: the same ones, and for those that do not stand any more every claim whose
   * document has the same text or the same source.
   */
  async claimsNear(claims: readonly Claim[], known?: string): Promise<ClaimEntry[]> {
    return this.ask(({ db }) => claimsNear(db, claims, known));
  }

  /** Every version of the documents of a claim (by its whole id), and every extraction of each. */
  async history(id: string): Promise<ClaimHistory> {
    return this.ask(({ db }) => claimHistory(db, id));
  }

  /** Actors with the number of standing claims they take part in, most first. */
  async actors(): Promise<{ actor: string; claims: number }[]> {
    return this.ask(({ db }) => countActors(db));
  }

  /** Pairs of actors that share standing claims, most first; all of them when no limit is given. */
  async pairs(limit?: number): Promise<{ a: string; b: string; claims: number }[]> {
    return this.ask(({ db }) => countPairs(db, limit));
  }

  /** The files and addresses that the current documents were read from, sorted; needs no more of a damaged record than their table. */
  async origins(): Promise<string[]> {
    return this.ask(({ db }) => listOrigins(db));
  }

  /** To be called after many documents were stored, so that answers come quickly at once. */
  async settle(): Promise<void> {
    await this.ask((engine) => engine.settle());
  }

  /** Checks the database, then whether its rows fit together, and says what is damaged, the names of tables first; an empty list means that nothing is wrong. */
  async findFaults(): Promise<string[]> {
    return this.ask(async (engine) => {
      const faults = await engine.findFaults();
      return faults.length > 0 ? faults : findInconsistencies(engine.db);
    });
  }

  /** The engine with its version, and what of its settings its owner should know. */
  async describeEngine(): Promise<string> {
    return this.ask((engine) => engine.describe());
  }

  /** Bytes on the disk, of a file or of the tables on a server. */
  async size(): Promise<number> {
    return this.ask((engine) => engine.size());
  }

  /** What to do when the record is damaged. */
  adviceOnDamage(): string {
    return this.engine.adviceOnDamage();
  }

  /**
   * Copies all that this record holds into another, empty one, of whatever engine: in one transaction, rows with their numbers
   * and times. `tell` hears of rows as they arrive. Gives the rows by table. Throws RecordError `not-empty`.
   */
  async copyTo(target: Record, tell: (table: string, rows: number) => void = () => {}): Promise<{ readonly [table: string]: number }> {
    return target.ask(async (to) => {
      const copied = await copyRecord(this.engine, to, tell);
      await to.settle();
      return copied;
    });
  }

  /** Writes what can be read of a damaged record in a file into this one, which must be empty. */
  async rescue(path: string): Promise<Rescued> {
    return this.ask(async (to) => {
      await to.db.transaction().execute((tx) => refuseIfNotEmpty(tx, to));
      return rescueRecord(path, to);
    });
  }

  private async ask<T>(work: (engine: Engine) => Promise<T>): Promise<T> {
    try {
      return await work(this.engine);
    } catch (error) {
      throw this.engine.explain(error);
    }
  }
}
