import type { Kysely } from "kysely";
import type { Claim } from "../claims/claim.ts";
import { ofEditions, readEntries, type Standing } from "./claim-queries.ts";
import { type ClaimEntry, type ClaimQuery, stands, stoodAt } from "./claim-rows.ts";
import { inRuns, readRuns } from "./runs.ts";
import type { RecordTables } from "./schema.ts";

/** What was found in the documents of a claim, and when. */
export interface ClaimHistory {
  /** Every extraction of every version of its documents, in order of time. */
  readonly extractions: readonly Extraction[];
  /** The versions of the places that carried a document with the claim, in order of time. */
  readonly readings: readonly Reading[];
}

export interface Extraction {
  readonly extractor: string;
  readonly edition: string;
  readonly recordedAt: string;
  /** When another extractor read the same edition anew. */
  readonly retiredAt: string | null;
  /** Its claims. */
  readonly claims: readonly ClaimEntry[];
}

export interface Reading {
  readonly origin: string | null;
  readonly source: string;
  readonly version: number;
  /** Of the document that it carried then. */
  readonly document: string;
  readonly edition: string;
  readonly recordedAt: string;
  readonly supersededAt: string | null;
}

const AT_ONCE = 400;

/** See `Record.standing`. */
export async function standingIds(db: Kysely<RecordTables>, ids: readonly string[], known?: string): Promise<Set<string>> {
  const standing = new Set<string>();
  const runs = await readRuns(db);
  for (const some of chunks(ids)) {
    const rows = await db
      .selectFrom("claim")
      .select("claim.id")
      .where(inRuns("claim", runs))
      .where("claim.id", "in", some)
      .where((e) => (known === undefined ? stands(e) : stoodAt(e, `${known}T23:59:59.999Z`)))
      .execute();
    for (const { id } of rows) standing.add(id);
  }
  return standing;
}

/** See `Record.claimsNear`. */
export async function claimsNear(db: Kysely<RecordTables>, claims: readonly Claim[], known?: string): Promise<ClaimEntry[]> {
  const standing: Standing = known === undefined ? "now" : { at: `${known}T23:59:59.999Z` };
  const find = (narrow: (query: ClaimQuery) => ClaimQuery) => readEntries(db, narrow, standing);
  const ids = [...new Set(claims.map((c) => c.id))];
  const found = new Map<string, ClaimEntry>();
  const add = (entries: readonly ClaimEntry[]): void => {
    for (const entry of entries) if (!found.has(entry.claim.id)) found.set(entry.claim.id, entry);
  };
  const runs = await readRuns(db);
  for (const some of chunks(ids)) add(await find((q) => q.where(inRuns("claim", runs)).where("claim.id", "in", some).orderBy("claim.row")));
  const lost = claims.filter((c) => !found.has(c.id));
  const documents = [...new Set(lost.map((c) => c.evidence.document))];
  const sources = [...new Set(lost.map((c) => c.evidence.source))];
  const addEditions = async (editions: readonly { readonly edition: string }[]): Promise<void> => {
    for (const some of chunks([...new Set(editions.map((r) => r.edition))]))
      add(await find((q) => ofEditions(q, some).orderBy("claim.row")));
  };
  for (const some of chunks(documents))
    await addEditions(await db.selectFrom("document").select("edition").where("id", "in", some).execute());
  for (const some of chunks(sources))
    await addEditions(await db.selectFrom("reading").select("edition").where("source", "in", some).execute());
  return [...found.values()];
}

/** See `Record.history`. */
export async function claimHistory(db: Kysely<RecordTables>, id: string): Promise<ClaimHistory> {
  const own = await db
    .selectFrom("claim")
    .select("edition")
    .where(inRuns("claim", await readRuns(db)))
    .where("id", "=", id)
    .execute();
  if (own.length === 0) return { extractions: [], readings: [] };
  const places = await db
    .selectFrom("reading")
    .select(["origin", "source", "occurrence"])
    .distinct()
    .where(
      "edition",
      "in",
      own.map((r) => r.edition),
    )
    .execute();
  const rows = await db
    .selectFrom("reading")
    .innerJoin("document", "document.edition", "reading.edition")
    .select(["origin", "source", "version", "document.id as document", "reading.edition", "reading.recorded_at", "superseded_at"])
    .where((e) =>
      e.or(
        places.map((p) =>
          e.and([e("source", "=", p.source), e("occurrence", "=", p.occurrence), e("origin", p.origin === null ? "is" : "=", p.origin)]),
        ),
      ),
    )
    .orderBy("reading.recorded_at")
    .orderBy("reading.id")
    .execute();
  const editions = [...new Set([...rows.map((r) => r.edition), ...own.map((r) => r.edition)])];
  const extractions: Extraction[] = [];
  for (const some of chunks(editions)) {
    const entries = await readEntries(db, (q) => ofEditions(q, some).orderBy("claim.row"), "ever");
    const runs = await db.selectFrom("extraction").selectAll().where("edition", "in", some).orderBy("id").execute();
    for (const { edition, extractor, recorded_at: recordedAt, retired_at: retiredAt } of runs) {
      const claims = entries.filter((e) => e.document.edition === edition && e.recordedAt === recordedAt);
      extractions.push({ extractor, edition, recordedAt, retiredAt, claims });
    }
  }
  return {
    extractions: extractions.sort((x, y) => x.recordedAt.localeCompare(y.recordedAt)),
    readings: rows.map(({ recorded_at, superseded_at, ...r }) => ({ ...r, recordedAt: recorded_at, supersededAt: superseded_at })),
  };
}

function* chunks<T>(list: readonly T[]): Generator<T[]> {
  for (let at = 0; at < list.length; at += AT_ONCE) yield list.slice(at, at + AT_ONCE);
}
