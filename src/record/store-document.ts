import type { Transaction } from "kysely";
import type { Claim } from "../claims/claim.ts";
import type { Document } from "../document/document.ts";
import { insertClaims } from "./claim-rows.ts";
import { editionOf, toDocumentRow } from "./document-rows.ts";
import { indexDyads, keepingTotals, toIndexed } from "./dyads.ts";
import type { Engine } from "./engine.ts";
import { type Place, storeReading } from "./place.ts";
import type { RecordTables } from "./schema.ts";
import { indexDocument, indexQuotes } from "./search/index-texts.ts";

export interface Stored {
  readonly outcome: "new" | "new-version" | "re-extracted" | "unchanged";
  readonly claims: number;
}

/** Stores a document and its claims within a transaction; see `Record.store`. */
export async function storeDocument(
  tx: Transaction<RecordTables>,
  engine: Engine,
  document: Document,
  claims: readonly Claim[],
  extractor: string,
  place: Place,
  now: string,
): Promise<Stored> {
  const edition = editionOf(document);
  // first the place, then the texts: nobody waits for a place who holds a text, so no two wait for each other in turn
  await engine.lock(tx, `place ${place.origin} ${document.source} ${place.occurrence}`);
  const touched = [...new Set([document.id, ...(await idsAt(tx, document.source, place))])];
  await engine.lock(tx, ...touched.map((id) => `text ${id}`));
  const known = await tx.selectFrom("document").select("edition").where("edition", "=", edition).executeTakeFirst();
  if (!known) {
    await tx.insertInto("document").values(toDocumentRow(document, now)).execute();
    await indexDocument(tx, engine, { edition, title: document.title, text: document.text });
  }
  return keepingTotals(tx, touched, async () => {
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
        .where("edition", "=", edition)
        .where("extraction", "=", standing.id)
        .where("retired_at", "is", null)
        .execute();
    }
    const extraction = await tx
      .insertInto("extraction")
      .values({ edition, extractor, claims: claims.length, recorded_at: now, retired_at: null })
      .returning("id")
      .executeTakeFirstOrThrow();
    const rows = await insertClaims(tx, claims, edition, extraction.id, now);
    await indexDyads(
      tx,
      claims.map((claim, i) => toIndexed(claim, rows[i]!)),
    );
    await indexQuotes(
      tx,
      engine,
      claims.map((claim, i) => ({ row: rows[i]!, quote: claim.evidence.quote })),
    );
    return { outcome: versioned ?? (standing ? "re-extracted" : "new"), claims: claims.length };
  });
}

/** The ids of the texts that stand at a place, also where schema 1 kept no origin. */
async function idsAt(tx: Transaction<RecordTables>, source: string, { origin, occurrence }: Place): Promise<string[]> {
  const rows = await tx
    .selectFrom("reading")
    .innerJoin("document", "document.edition", "reading.edition")
    .select("document.id")
    .where("reading.source", "=", source)
    .where((e) => e.or([e("reading.origin", "=", origin), e("reading.origin", "is", null)]))
    .where("reading.occurrence", "=", occurrence)
    .where("reading.superseded_at", "is", null)
    .execute();
  return rows.map((r) => r.id);
}
