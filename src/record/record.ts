import type { Kysely } from "kysely";
import type { Claim } from "../claims/claim.ts";
import type { Document, Format } from "../document/document.ts";
import { type ClaimEntry, type ClaimQuery, claimQuery, insertClaim, readParticipants, stands, stoodAt, toEntry } from "./claim-rows.ts";
import { editionOf, fromDocumentRow, toDocumentRow } from "./document-rows.ts";
import { type Engine, type OpenOptions, openEngine } from "./engine.ts";
import { migrate } from "./migrate.ts";
import { type Place, placeOf, storeReading } from "./place.ts";
import type { RecordTables } from "./schema.ts";

export type { ClaimEntry } from "./claim-rows.ts";

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

export interface Stored {
  readonly outcome: "new" | "new-version" | "re-extracted" | "unchanged";
  readonly claims: number;
}

export interface ClaimFilter {
  readonly types?: readonly string[];
  /** Years, both included; a claim counts when its date can fall in them. */
  readonly fromYear?: number;
  readonly toYear?: number;
  /** Only what the record held at the end of this day (ISO 8601, UTC), with what was retired or superseded since. */
  readonly known?: string;
}

/** Which claims count: those that stand, those that stood at a time, or all that were ever recorded. */
type Standing = "now" | "ever" | { readonly at: string };

/** An open record. All SQL is here; every method is a whole answer. Errors are `RecordError` where the user can do something. */
export class Record {
  private readonly engine: Engine;
  private readonly db: Kysely<RecordTables>;

  private constructor(engine: Engine) {
    this.engine = engine;
    this.db = engine.db;
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
    const edition = editionOf(document);
    return this.guard(() =>
      this.db.transaction().execute(async (tx) => {
        await this.engine.lock(tx, `edition ${edition}`, `place ${place.origin} ${document.source} ${place.occurrence}`);
        const known = await tx.selectFrom("document").select("edition").where("edition", "=", edition).executeTakeFirst();
        if (!known) await tx.insertInto("document").values(toDocumentRow(document, now)).execute();
        const versioned = await storeReading(tx, edition, document.source, place, now);
        const standing = await tx
          .selectFrom("extraction")
          .select(["id", "extractor", "claims"])
          .where("edition", "=", edition)
          .where("retired_at", "is", null)
          .executeTakeFirst();
        if (standing?.extractor === extractor) return { outcome: versioned ?? "unchanged", claims: standing.claims };
        if (standing) {
          await tx.updateTable("extraction").set({ retired_at: now }).where("id", "=", standing.id).execute();
          await tx
            .updateTable("claim")
            .set({ retired_at: now })
            .where("extraction", "=", standing.id)
            .where("retired_at", "is", null)
            .execute();
        }
        const extraction = await tx
          .insertInto("extraction")
          .values({ edition, extractor, claims: claims.length, recorded_at: now, retired_at: null })
          .returning("id")
          .executeTakeFirstOrThrow();
        for (const claim of claims) await insertClaim(tx, claim, edition, extraction.id, now);
        return { outcome: versioned ?? (standing ? "re-extracted" : "new"), claims: claims.length };
      }),
    );
  }

  /** True when this very edition stands at its place and this extractor has read it, so that nothing is left to do. */
  async isStored(document: Document, extractor: string, place: Place = placeOf(document)): Promise<boolean> {
    const row = await this.guard(() =>
      this.db
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
        .executeTakeFirst(),
    );
    return row !== undefined;
  }

  /** True when a file of this size and time was read to its end by this extractor. */
  async isFileDone(path: string, size: number, modified: number, extractor: string): Promise<boolean> {
    const row = await this.guard(() => this.db.selectFrom("file").selectAll().where("path", "=", path).executeTakeFirst());
    return row !== undefined && row.size === size && row.modified === modified && row.extractor === extractor;
  }

  async markFileDone(path: string, size: number, modified: number, extractor: string, documents: number): Promise<void> {
    const row = { path, size, modified, extractor, documents, read_at: new Date().toISOString() };
    await this.guard(() =>
      this.db
        .insertInto("file")
        .values(row)
        .onConflict((c) => c.column("path").doUpdateSet(row))
        .execute(),
    );
  }

  /** The current documents, newest date first. */
  async documents(): Promise<DocumentEntry[]> {
    const rows = await this.guard(() =>
      this.db
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
        .execute(),
    );
    return rows.map(({ recorded_at, ...r }) => ({ ...r, format: r.format as Format, claims: r.claims ?? 0, recordedAt: recorded_at }));
  }

  /**
   * A document by its edition, its id, or a source that carries it now. Of several with the same id or source, one that
   * stands goes before one that does not, and the later before the earlier. Null when there is none.
   */
  async document(name: string): Promise<Document | null> {
    const row = await this.findDocument(name);
    return row ? fromDocumentRow(row, row.source ?? row.id) : null;
  }

  /** The standing claims of the document that `document` gives for this name, in the order of their evidence. */
  async claimsOf(name: string): Promise<Claim[]> {
    const row = await this.findDocument(name);
    if (!row) return [];
    const entries = await this.entries((q) => q.where("claim.edition", "=", row.edition).orderBy("claim.start").orderBy("claim.row"));
    return entries.map((e) => e.claim);
  }

  /** A claim by its id (a unique beginning will do), retired ones too. Null when none or several begin so. */
  async claim(id: string): Promise<ClaimEntry | null> {
    const { count, ids } = await this.claimIds(id, 1);
    if (count !== 1 && ids[0] !== id) return null;
    const found = await this.entries(
      (q) =>
        q
          .where("claim.id", "=", ids[0]!)
          .orderBy((e) => e.case().when(stands(e)).then(0).else(1).end())
          .orderBy("claim.row", "desc")
          .limit(1),
      "ever",
    );
    return found[0] ?? null;
  }

  /** How many ids of claims begin so, retired ones too, and the first of them in order. */
  async claimIds(beginning: string, limit = 5): Promise<{ count: number; ids: string[] }> {
    return this.guard(async () => {
      const beginSo = this.db.selectFrom("claim").where("id", ">=", beginning).where("id", "<", `${beginning}\uffff`);
      const { count } = await beginSo.select((e) => e.fn.count<number>("id").distinct().as("count")).executeTakeFirstOrThrow();
      const rows = await beginSo.select("id").distinct().orderBy("id").limit(limit).execute();
      return { count: Number(count), ids: rows.map((r) => r.id) };
    });
  }

  /** Every standing claim in which both actors take part, by date; undated ones last. One that several editions of a text make alike comes once. */
  async chronology(a: string, b: string, filter: ClaimFilter = {}): Promise<ClaimEntry[]> {
    return this.claims([a, b], filter);
  }

  /** The same for all claims in which each of these actors takes part: one, several, or none for all claims. */
  async claims(actors: readonly string[], filter: ClaimFilter = {}): Promise<ClaimEntry[]> {
    const standing: Standing = filter.known === undefined ? "now" : { at: `${filter.known}T23:59:59.999Z` };
    const entries = await this.entries((query) => {
      let q = query;
      for (const actor of actors)
        q = q.where((e) =>
          e.exists(e.selectFrom("participant as p").select("p.claim").whereRef("p.claim", "=", "claim.row").where("p.actor", "=", actor)),
        );
      if (filter.types?.length) q = q.where("claim.type", "in", [...filter.types]);
      if (filter.fromYear !== undefined)
        q = q.where((e) =>
          e.or([
            e("claim.valid_to", ">=", `${pad(filter.fromYear!)}-01-01`),
            e.and([e("claim.valid_from", "is not", null), e("claim.valid_to", "is", null)]),
          ]),
        );
      if (filter.toYear !== undefined)
        q = q.where((e) =>
          e.or([
            e("claim.valid_from", "<=", `${pad(filter.toYear!)}-12-31`),
            e.and([e("claim.valid_to", "is not", null), e("claim.valid_from", "is", null)]),
          ]),
        );
      return q
        .orderBy((e) => e.case().when("claim.valid_from", "is", null).then(1).else(0).end())
        .orderBy("claim.valid_from")
        .orderBy("claim.valid_to", (o) => o.asc().nullsFirst())
        .orderBy("claim.row");
    }, standing);
    const seen = new Set<string>();
    return entries.filter(({ claim }) => !seen.has(claim.id) && seen.add(claim.id));
  }

  /** Actors with the number of standing claims they take part in, most first. */
  async actors(): Promise<{ actor: string; claims: number }[]> {
    const rows = await this.guard(() =>
      this.standing()
        .innerJoin("participant", "participant.claim", "claim.row")
        .select((e) => ["participant.actor", e.fn.count<number>("claim.id").distinct().as("claims")])
        .groupBy("participant.actor")
        .orderBy("claims", "desc")
        .orderBy("participant.actor")
        .execute(),
    );
    return rows.map((r) => ({ actor: r.actor, claims: Number(r.claims) }));
  }

  /** Pairs of actors that share standing claims, most first. */
  async pairs(limit = 100): Promise<{ a: string; b: string; claims: number }[]> {
    const rows = await this.guard(() =>
      this.standing()
        .innerJoin("participant as p", "p.claim", "claim.row")
        .innerJoin("participant as q", (j) => j.onRef("q.claim", "=", "claim.row").onRef("p.actor", "<", "q.actor"))
        .select((e) => ["p.actor as a", "q.actor as b", e.fn.count<number>("claim.id").distinct().as("claims")])
        .groupBy(["p.actor", "q.actor"])
        .orderBy("claims", "desc")
        .orderBy("a")
        .orderBy("b")
        .limit(limit)
        .execute(),
    );
    return rows.map((r) => ({ a: r.a, b: r.b, claims: Number(r.claims) }));
  }

  /** The files and addresses that the current documents were read from, sorted; needs no more of a damaged record than their table. */
  async origins(): Promise<string[]> {
    const rows = await this.guard(() =>
      this.db
        .selectFrom("reading")
        .select((e) => e.fn.coalesce("origin", "source").as("origin"))
        .distinct()
        .where("superseded_at", "is", null)
        .orderBy("origin")
        .execute(),
    );
    return rows.map((r) => r.origin);
  }

  /** Checks the file itself and says what is damaged, the names of tables first; an empty list means that nothing is wrong. */
  async findFaults(): Promise<string[]> {
    return this.guard(() => this.engine.findFaults());
  }

  private findDocument(name: string) {
    const documents = this.db
      .selectFrom("document")
      .leftJoin("reading", (j) => j.onRef("reading.edition", "=", "document.edition").on("reading.superseded_at", "is", null))
      .selectAll("document")
      .select("reading.source")
      .orderBy((e) => e.case().when("reading.id", "is", null).then(1).else(0).end())
      .orderBy("reading.id", "desc");
    return this.guard(
      async () =>
        (await documents.where((e) => e.or([e("document.edition", "=", name), e("document.id", "=", name)])).executeTakeFirst()) ??
        (await documents.where("reading.source", "=", name).executeTakeFirst()),
    );
  }

  private standing() {
    return this.db.selectFrom("claim").where((e) => stands(e));
  }

  private async entries(narrow: (query: ClaimQuery) => ClaimQuery, standing: Standing = "now"): Promise<ClaimEntry[]> {
    return this.guard(async () => {
      let query = claimQuery(this.db);
      if (standing === "now") query = query.where((e) => stands(e));
      else if (standing !== "ever") query = query.where((e) => stoodAt(e, standing.at));
      const rows = await narrow(query).execute();
      if (rows.length === 0) return [];
      const participants = await readParticipants(
        this.db,
        rows.map((r) => r.row),
      );
      return rows.map((r) => toEntry(r, participants.get(r.row) ?? []));
    });
  }

  private async guard<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw this.engine.explain(error);
    }
  }
}

const pad = (year: number): string => String(year).padStart(4, "0");
