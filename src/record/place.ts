import type { Transaction } from "kysely";
import type { Document } from "../document/document.ts";
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

/** Writes down that a place carries an edition, as a new version unless it is the one that stands there; null when it is. */
export async function storeReading(
  tx: Transaction<RecordTables>,
  edition: string,
  source: string,
  { origin, occurrence }: Place,
  now: string,
): Promise<"new" | "new-version" | null> {
  const here = tx.selectFrom("reading").where("origin", "=", origin).where("source", "=", source).where("occurrence", "=", occurrence);
  const standing = () => here.select(["id", "edition", "version"]).where("superseded_at", "is", null).executeTakeFirst();
  const last = (await standing()) ?? (occurrence === 1 && (await adoptReadings(tx, source, origin)) ? await standing() : undefined);
  if (last?.edition === edition) return null;
  if (last) await tx.updateTable("reading").set({ superseded_at: now }).where("id", "=", last.id).execute();
  const version = (last?.version ?? 0) + 1;
  await tx.insertInto("reading").values({ origin, source, occurrence, edition, version, recorded_at: now, superseded_at: null }).execute();
  return last ? "new-version" : "new";
}

/** Readings that schema 1 kept without an origin belong to the first place at which their source is met again. */
async function adoptReadings(tx: Transaction<RecordTables>, source: string, origin: string): Promise<boolean> {
  const adopted = await tx
    .updateTable("reading")
    .set({ origin })
    .where("origin", "is", null)
    .where("source", "=", source)
    .executeTakeFirst();
  return adopted.numUpdatedRows > 0n;
}
