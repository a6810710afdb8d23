import { type Selectable, sql, type Transaction } from "kysely";
import type { Document } from "../document/document.ts";
import type { Engine } from "./engine.ts";
import type { RecordTables } from "./schema.ts";

/**
 * Where a document stands, together with its source: sources alone may be shared, as by the lines of two files whose ids
 * are both `1`.
 */
export interface Place {
  /** The whole path of the file, or the address, that it was read from. */
  readonly origin: string;
  /** From 1: which of the documents of the origin that have the same source. */
  readonly occurrence: number;
}

/** The place of a document of which no more is known than its source. */
export function placeOf(document: Document): Place {
  return { origin: document.source, occurrence: 1 };
}

/** A document at its place, by its edition. */
export interface Placed {
  readonly edition: string;
  readonly document: Pick<Document, "source">;
  readonly place: Place;
}

type NewReading = Omit<Selectable<RecordTables["reading"]>, "id">;

interface Standing {
  /** Its number, or the row itself where it is yet to be written. */
  readonly row: number | NewReading;
  readonly edition: string;
  readonly version: number;
}

/** What stands at the places of some documents that are about to be stored, and what is to be written about it. */
export class Places {
  private readonly standing: Map<string, Standing>;
  private readonly superseded: number[] = [];
  private readonly added: NewReading[] = [];
  /** The ids of the texts that stood there. */
  readonly documents: readonly string[];

  private constructor(standing: ReadonlyMap<string, Standing & { readonly document: string }>) {
    this.standing = new Map(standing);
    this.documents = [...new Set([...standing.values()].map((s) => s.document))];
  }

  /** Readings that schema 1 kept without an origin belong to the first place at which their source is met again. */
  static async read(tx: Transaction<RecordTables>, items: readonly Placed[]): Promise<Places> {
    const standing = await readStanding(tx, items);
    const unknown = items.filter(({ document, place }) => place.occurrence === 1 && !standing.has(keyOf(document.source, place)));
    const adopted: Placed[] = [];
    if (unknown.length > 0 && (await tx.selectFrom("reading").select("id").where("origin", "is", null).limit(1).executeTakeFirst()))
      for (const item of unknown) if (await adoptReadings(tx, item.document.source, item.place.origin)) adopted.push(item);
    return new Places(adopted.length > 0 ? new Map([...standing, ...(await readStanding(tx, adopted))]) : standing);
  }

  /** How many of those that were put took the place of another that was. */
  get repeats(): number {
    return this.added.filter((row) => row.superseded_at !== null).length;
  }

  /** That a place carries an edition, as a new version unless it is the one that stands there; null when it is. */
  put({ edition, document: { source }, place }: Placed, now: string): "new" | "new-version" | null {
    const key = keyOf(source, place);
    const last = this.standing.get(key);
    if (last?.edition === edition) return null;
    const version = (last?.version ?? 0) + 1;
    if (typeof last?.row === "number") this.superseded.push(last.row);
    else if (last) last.row.superseded_at = now;
    const row = { origin: place.origin, source, occurrence: place.occurrence, edition, version, recorded_at: now, superseded_at: null };
    this.standing.set(key, { row, edition, version });
    this.added.push(row);
    return last ? "new-version" : "new";
  }

  /** Writes down what was put. */
  async write(tx: Transaction<RecordTables>, engine: Engine, now: string): Promise<void> {
    if (this.superseded.length > 0)
      await tx.updateTable("reading").set({ superseded_at: now }).where("id", "in", this.superseded).execute();
    const ids = await engine.takeNumbers(tx, "reading", this.added.length);
    await engine.insert(
      tx,
      "reading",
      this.added.map((row, i) => ({ id: ids[i]!, ...row })),
    );
  }
}

function keyOf(source: string, { origin, occurrence }: Place): string {
  return JSON.stringify([origin, source, occurrence]);
}

async function readStanding(
  tx: Transaction<RecordTables>,
  items: readonly Placed[],
): Promise<Map<string, Standing & { document: string }>> {
  const places = items.map(({ document: { source }, place }) => sql`(${place.origin}, ${source}, cast(${place.occurrence} as integer))`);
  const rows = await tx
    .selectFrom("reading")
    .innerJoin("document", "document.edition", "reading.edition")
    .select(["reading.id as row", "origin", "source", "occurrence", "reading.edition", "version", "document.id as document"])
    .where(sql<boolean>`(origin, source, occurrence) in (values ${sql.join(places)})`)
    .where("superseded_at", "is", null)
    .execute();
  return new Map(rows.map((r) => [keyOf(r.source, { origin: r.origin!, occurrence: r.occurrence }), r]));
}

async function adoptReadings(tx: Transaction<RecordTables>, source: string, origin: string): Promise<boolean> {
  const adopted = await tx
    .updateTable("reading")
    .set({ origin })
    .where("origin", "is", null)
    .where("source", "=", source)
    .executeTakeFirst();
  return adopted.numUpdatedRows > 0n;
}
