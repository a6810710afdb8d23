import type { Selectable, Transaction } from "kysely";
import type { Claim } from "../claims/claim.ts";
import type { Document } from "../document/document.ts";
import { toClaimRow, toParticipantRows } from "./claim-rows.ts";
import { editionOf, toDocumentRow } from "./document-rows.ts";
import { toDyadRows } from "./dyads.ts";
import type { Engine } from "./engine.ts";
import { type Place, Places } from "./place.ts";
import type { RecordTables } from "./schema.ts";
import { indexDocuments, indexQuotes } from "./search/index-texts.ts";
import { firstOfEach, markStanding, type StandingClaim, standingOf } from "./standing.ts";
import { addToTotals } from "./totals.ts";

export interface Stored {
  readonly outcome: "new" | "new-version" | "re-extracted" | "unchanged";
  readonly claims: number;
}

/** A document with all its claims, and where it was read. */
export interface ToStore {
  readonly document: Document;
  readonly claims: readonly Claim[];
  readonly place: Place;
}

type Named = ToStore & { readonly edition: string };

/**
 * Stores documents with their claims within a transaction, in their order; see `Record.store`. Each table is written once for
 * all of them, and words are indexed last: the cost is that of what they hold and of what stood in their places, however large
 * the record.
 */
export async function storeDocuments(
  tx: Transaction<RecordTables>,
  engine: Engine,
  items: readonly ToStore[],
  extractor: string,
  now: string,
): Promise<Stored[]> {
  const named = items.map((item): Named => ({ ...item, edition: editionOf(item.document) }));
  // first the places, then the texts: nobody waits for a place who holds a text, so no two wait for each other in turn
  await engine.lock(
    tx,
    ...named.flatMap(({ document: { source }, place }) => [`source ${source}`, `place ${place.origin} ${source} ${place.occurrence}`]),
  );
  const places = await Places.read(tx, named);
  const touched = [...new Set([...named.map((n) => n.document.id), ...places.documents])];
  await engine.lock(tx, ...touched.map((id) => `text ${id}`));
  const before = await standingOf(tx, touched);

  const added = await storeTexts(tx, engine, named, now);
  const versioned = named.map((item) => places.put(item, now));
  await places.write(tx, engine, now);
  const extractions = await storeExtractions(tx, engine, named, extractor, now);
  const stored = await storeClaims(
    tx,
    engine,
    named.flatMap((item, i) => (extractions[i]!.isNew ? [{ ...item, extraction: extractions[i]!.id }] : [])),
    now,
  );
  const outcomes = named.map((_, i): Stored => {
    const { isNew, retires, claims: count } = extractions[i]!;
    return { outcome: versioned[i] ?? (isNew ? (retires ? "re-extracted" : "new") : "unchanged"), claims: count };
  });
  if (outcomes.some((o) => o.outcome !== "unchanged")) {
    // of nothing but new texts at places of their own no claims stand but theirs
    const isPlain = before.length === 0 && added.length === named.length && places.repeats === 0;
    const after = isPlain ? firstOfEach(stored.map(toStanding)) : await standingOf(tx, touched);
    await storeDyads(tx, engine, stored, before, after);
    await addToTotals(tx, engine, before, after);
  }
  await indexDocuments(
    tx,
    engine,
    added.map(({ edition, document: { title, text } }) => ({ edition, title, text })),
  );
  await indexQuotes(
    tx,
    engine,
    stored.map(({ row }) => row),
  );
  return outcomes;
}

/** Stores the editions that the record does not have yet; gives these. */
async function storeTexts(tx: Transaction<RecordTables>, engine: Engine, items: readonly Named[], now: string): Promise<Named[]> {
  const editions = new Map(items.map((item) => [item.edition, item]));
  const known = await tx
    .selectFrom("document")
    .select("edition")
    .where("edition", "in", [...editions.keys()])
    .execute();
  for (const { edition } of known) editions.delete(edition);
  const added = [...editions.values()];
  await engine.insert(
    tx,
    "document",
    added.map(({ document, edition }) => toDocumentRow(document, edition, now)),
  );
  return added;
}

interface Extraction {
  readonly id: number;
  readonly claims: number;
  /** False when this extractor's claims of the edition stand already. */
  readonly isNew: boolean;
  /** Whether it takes the place of an earlier one. */
  readonly retires: boolean;
}

/** For each document the extraction that stands now; what another extractor made of its edition is retired. */
async function storeExtractions(
  tx: Transaction<RecordTables>,
  engine: Engine,
  items: readonly Named[],
  extractor: string,
  now: string,
): Promise<Extraction[]> {
  const rows = await tx
    .selectFrom("extraction")
    .select(["id", "edition", "extractor", "claims"])
    .where(
      "edition",
      "in",
      items.map((i) => i.edition),
    )
    .where("retired_at", "is", null)
    .execute();
  const standing = new Map(rows.map((r) => [r.edition, r]));
  const retired = rows.filter((r) => r.extractor !== extractor).map((r) => r.id);
  if (retired.length > 0) {
    await tx.updateTable("extraction").set({ retired_at: now }).where("id", "in", retired).execute();
    await tx.updateTable("claim").set({ retired_at: now }).where("extraction", "in", retired).where("retired_at", "is", null).execute();
  }
  const wanted = new Set(items.map((i) => i.edition).filter((edition) => standing.get(edition)?.extractor !== extractor));
  const numbers = await engine.takeNumbers(tx, "extraction", wanted.size);
  const made: Selectable<RecordTables["extraction"]>[] = [];
  const extractions = items.map(({ edition, claims }): Extraction => {
    const last = standing.get(edition);
    if (last?.extractor === extractor) return { id: last.id, claims: last.claims, isNew: false, retires: false };
    const row = { id: numbers[made.length]!, edition, extractor, claims: claims.length };
    made.push({ ...row, recorded_at: now, retired_at: null });
    standing.set(edition, row);
    return { id: row.id, claims: row.claims, isNew: true, retires: last !== undefined };
  });
  await engine.insert(tx, "extraction", made);
  return extractions;
}

/** A claim that was stored, with its row. */
interface StoredClaim {
  readonly claim: Claim;
  readonly row: ReturnType<typeof toClaimRow>;
}

/** Stores the claims of new extractions with their participants. */
async function storeClaims(
  tx: Transaction<RecordTables>,
  engine: Engine,
  items: readonly (Named & { readonly extraction: number })[],
  now: string,
): Promise<StoredClaim[]> {
  const claims = items.flatMap((item) => item.claims.map((claim) => ({ claim, edition: item.edition, extraction: item.extraction })));
  const numbers = await engine.takeNumbers(tx, "claim", claims.length);
  const stored = claims.map((c, i): StoredClaim => ({ claim: c.claim, row: toClaimRow({ ...c, row: numbers[i]! }, now) }));
  await engine.insert(
    tx,
    "claim",
    stored.map(({ row }) => row),
  );
  await engine.insert(
    tx,
    "participant",
    stored.flatMap(({ claim, row }) => toParticipantRows(claim, row.row)),
  );
  return stored;
}

/** Puts new claims to the chronologies of their dyads, and marks those of older claims that count now or do so no more. */
async function storeDyads(
  tx: Transaction<RecordTables>,
  engine: Engine,
  stored: readonly StoredClaim[],
  before: readonly StandingClaim[],
  after: readonly StandingClaim[],
): Promise<void> {
  const [was, is] = [before, after].map((claims) => new Set(claims.map((c) => c.row)));
  await engine.insert(
    tx,
    "dyad",
    stored.flatMap(({ claim, row }) => toDyadRows(row, toParticipantRows(claim, row.row), is!.has(row.row))),
  );
  const added = new Set(stored.map(({ row }) => row.row));
  await markStanding(
    tx,
    before.filter((c) => !is!.has(c.row)),
    false,
  );
  await markStanding(
    tx,
    after.filter((c) => !was!.has(c.row) && !added.has(c.row)),
    true,
  );
}

function toStanding({ claim, row: { row, id, edition, valid_from, valid_to } }: StoredClaim): StandingClaim {
  return { row, id, edition, valid_from, valid_to, actors: claim.participants.map((p) => p.actor) };
}
