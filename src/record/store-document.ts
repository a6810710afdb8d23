import type { Transaction } from "kysely";
import type { Claim } from "../claims/claim.ts";
import type { Document } from "../document/document.ts";
import { insertClaim } from "./claim-rows.ts";
import { editionOf, toDocumentRow } from "./document-rows.ts";
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
  await engine.lock(tx, `edition ${edition}`, `place ${place.origin} ${document.source} ${place.occurrence}`);
  const known = await tx.selectFrom("document").select("edition").where("edition", "=", edition).executeTakeFirst();
  if (!known) {
    await tx.insertInto("document").values(toDocumentRow(document, now)).execute();
    await indexDocument(tx, engine, { edition, title: document.title, text: document.text });
  }
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
    await tx.updateTable("claim").set({ retired_at: now }).where("extraction", "=", standing.id).where("retired_at", "is", null).execute();
  }
  const extraction = await tx
    .insertInto("extraction")
    .values({ edition, extractor, claims: claims.length, recorded_at: now, retired_at: null })
    .returning("id")
    .executeTakeFirstOrThrow();
  const quotes: { row: number; quote: string }[] = [];
  for (const claim of claims) quotes.push({ row: await insertClaim(tx, claim, edition, extraction.id, now), quote: claim.evidence.quote });
  await indexQuotes(tx, engine, quotes);
  return { outcome: versioned ?? (standing ? "re-extracted" : "new"), claims: claims.length };
}
