import { type Expression, type Kysely, type RawBuilder, type SqlBool, sql } from "kysely";
import { type ClaimEntry, type ClaimQuery, claimQuery, readParticipants, stands, stoodAt, toEntry } from "./claim-rows.ts";
import { UNDATED } from "./dyads.ts";
import { inRuns, readRuns } from "./runs.ts";
import type { RecordTables } from "./schema.ts";
import { isFirst } from "./standing.ts";

export interface ClaimFilter {
  readonly types?: readonly string[];
  /** Years, both included; a claim counts when its date can fall in them. */
  readonly fromYear?: number;
  readonly toYear?: number;
  /** Only what the record held at the end of this day (ISO 8601, UTC), with what was retired or superseded since. */
  readonly known?: string;
  /** The most claims, and how many before them are passed over; all when not given. */
  readonly limit?: number;
  readonly skip?: number;
}

/** Which claims count: those that stand, those that stood at a time, or all that were ever recorded. */
export type Standing = "now" | "ever" | { readonly at: string };

/** The claims of a narrowed query with their participants and documents. */
export async function readEntries(
  db: Kysely<RecordTables>,
  narrow: (query: ClaimQuery) => ClaimQuery,
  standing: Standing = "now",
): Promise<ClaimEntry[]> {
  return (await readByRow(db, narrow, standing)).map(([, entry]) => entry);
}

async function readByRow(
  db: Kysely<RecordTables>,
  narrow: (query: ClaimQuery) => ClaimQuery,
  standing: Standing,
): Promise<(readonly [number, ClaimEntry])[]> {
  const at = typeof standing === "string" ? undefined : standing.at;
  let query = claimQuery(db, at);
  if (standing === "now") query = query.where((e) => stands(e));
  else if (standing !== "ever") query = query.where((e) => stoodAt(e, standing.at));
  const rows = await narrow(query).execute();
  if (rows.length === 0) return [];
  const participants = await readParticipants(
    db,
    rows.map((r) => r.row),
  );
  return rows.map((r) => [r.row, toEntry(r, participants.get(r.row) ?? [], at)] as const);
}

/** The claims of editions, whether they stand or not: an extraction has its claims side by side. */
export function ofEditions(query: ClaimQuery, editions: readonly string[]): ClaimQuery {
  return query.where((e) =>
    e(
      "claim.extraction",
      "in",
      e
        .selectFrom("extraction")
        .select("extraction.id")
        .where("extraction.edition", "in", [...editions]),
    ),
  );
}

/** Claims that are read at once; SQLite takes at most 32,766 values. */
const CLAIMS_AT_ONCE = 1000;

/** The claims in which each of these actors takes part (all claims when none is named), by date; undated ones last; each id once. */
export async function findClaims(db: Kysely<RecordTables>, actors: readonly string[], filter: ClaimFilter): Promise<ClaimEntry[]> {
  const rows = await findRows(db, [...new Set(actors)].sort(), filter);
  const standing: Standing = filter.known === undefined ? "now" : { at: `${filter.known}T23:59:59.999Z` };
  const entries = new Map<number, ClaimEntry>();
  for (let at = 0; at < rows.length; at += CLAIMS_AT_ONCE) {
    const some = rows.slice(at, at + CLAIMS_AT_ONCE);
    for (const [row, entry] of await readByRow(db, (q) => q.where("claim.row", "in", some), standing)) entries.set(row, entry);
  }
  // what another process has retired since is gone
  return rows.flatMap((row) => entries.get(row) ?? []);
}

/** The standing claims with these ids; of one that several editions of a text make alike the first. */
export async function findClaimsById(db: Kysely<RecordTables>, ids: readonly string[], known?: string): Promise<ClaimEntry[]> {
  const standing: Standing = known === undefined ? "now" : { at: `${known}T23:59:59.999Z` };
  const found = new Map<string, ClaimEntry>();
  const runs = await readRuns(db);
  for (let at = 0; at < ids.length; at += CLAIMS_AT_ONCE) {
    const some = ids.slice(at, at + CLAIMS_AT_ONCE);
    const entries = await readEntries(
      db,
      (q) => q.where(inRuns("claim", runs)).where("claim.id", "in", some).orderBy("claim.edition").orderBy("claim.row"),
      standing,
    );
    for (const entry of entries) if (!found.has(entry.claim.id)) found.set(entry.claim.id, entry);
  }
  return [...found.values()];
}

/** The rows of these claims, in order. */
async function findRows(db: Kysely<RecordTables>, actors: readonly string[], filter: ClaimFilter): Promise<number[]> {
  const [a, b] = actors;
  if (a !== undefined && b !== undefined && actors.length === 2) return findRowsBetween(db, [a, b], filter);
  const runs = await readRuns(db);
  let query = db
    .selectFrom("claim")
    .select("claim.row")
    .where((e) => isFirst(e, runs, timeOf(filter)))
    .where((e) => isAsked(e.ref("claim.type"), e.ref("claim.valid_from"), e.ref("claim.valid_to"), filter));
  if (filter.limit !== undefined || filter.skip !== undefined)
    query = query.limit(filter.limit ?? Number.MAX_SAFE_INTEGER).offset(filter.skip ?? 0);
  for (const actor of actors)
    query = query.where((e) => e("claim.row", "in", e.selectFrom("participant as p").select("p.claim").where("p.actor", "=", actor)));
  const rows = await query
    .orderBy((e) => e.case().when("claim.valid_from", "is", null).then(1).else(0).end())
    .orderBy("claim.valid_from")
    .orderBy("claim.valid_to", (o) => o.asc().nullsFirst())
    .orderBy("claim.edition")
    .orderBy("claim.start")
    .orderBy("claim.id")
    .orderBy("claim.row")
    .execute();
  return rows.map((r) => r.row);
}

/**
 * The same of two actors. Each run of their dyad is kept in the order of a chronology, so a page costs no more than a page of each
 * run.
 */
async function findRowsBetween(db: Kysely<RecordTables>, [a, b]: readonly [string, string], filter: ClaimFilter): Promise<number[]> {
  const { limit, skip = 0 } = filter;
  const runs = await readRuns(db);
  const time = timeOf(filter);
  const part = (run: number | null) => {
    let query = db
      .selectFrom("dyad")
      .innerJoin("claim", "claim.row", "dyad.claim")
      .select(ORDER)
      .where("dyad.a", "=", a)
      .where("dyad.b", "=", b)
      // asked of the dyad, so that no claim is looked at that says something else
      .where((e) =>
        isAsked(
          e.ref("dyad.type"),
          sql`nullif(${e.ref("dyad.valid_from")}, ${UNDATED})`,
          sql`nullif(${e.ref("dyad.valid_to")}, '')`,
          filter,
        ),
      );
    query = time === null ? query.where("dyad.stands", "=", 1) : query.where((e) => isFirst(e, runs, time));
    return run === null ? query : query.where("dyad.run", "=", run);
  };
  const pages =
    limit === undefined
      ? [part(null)]
      : runs.map((run) => ORDER.reduce((query, column) => query.orderBy(column), part(run)).limit(skip + limit));
  const all = unionOf(pages.map((page) => sql`select * from ${page} as page`));
  const { rows } = await sql<{ row: number }>`select "row" from (${all}) as pages
    order by ${sql.join(ORDER.map((column) => sql.ref(column.slice(column.indexOf(".") + 1))))} limit ${limit ?? Number.MAX_SAFE_INTEGER} offset ${skip}`.execute(
    db,
  );
  return rows.map((r) => r.row);
}

/** The order of a chronology; the row last, for which document came first does not matter. */
const ORDER = ["dyad.valid_from", "dyad.valid_to", "claim.edition", "claim.start", "claim.id", "claim.row"] as const;

/** SQLite joins at most 500 questions at once. */
const MOST_JOINED = 100;

/** The rows of all questions together. */
function unionOf(parts: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  if (parts.length <= MOST_JOINED) return sql.join([...parts], sql` union all `);
  const groups = Array.from({ length: Math.ceil(parts.length / MOST_JOINED) }, (_, i) =>
    parts.slice(i * MOST_JOINED, (i + 1) * MOST_JOINED),
  );
  return unionOf(groups.map((group) => sql`select * from (${unionOf(group)}) as page`));
}

/** The end of the day of which the state of the record is asked; null for now. */
function timeOf({ known }: ClaimFilter): string | null {
  return known === undefined ? null : `${known}T23:59:59.999Z`;
}

type Column = Expression<string | null>;

/** That a claim of this type, whose date has these first and last days, is asked for. */
function isAsked(type: Column, from: Column, to: Column, { types, fromYear, toYear }: ClaimFilter): RawBuilder<SqlBool> {
  const conditions = [sql<SqlBool>`true`];
  if (types?.length) conditions.push(sql`${type} in (${sql.join([...types])})`);
  if (fromYear !== undefined) conditions.push(sql`(${to} >= ${`${pad(fromYear)}-01-01`} or (${from} is not null and ${to} is null))`);
  if (toYear !== undefined) conditions.push(sql`(${from} <= ${`${pad(toYear)}-12-31`} or (${to} is not null and ${from} is null))`);
  return sql`${sql.join(conditions, sql` and `)}`;
}

/** A claim by its id or a beginning that no other has, retired ones too; one that stands goes before one that does not. */
export async function findClaim(db: Kysely<RecordTables>, id: string): Promise<ClaimEntry | null> {
  const { count, ids } = await findClaimIds(db, id, 1);
  if (count !== 1 && ids[0] !== id) return null;
  const runs = await readRuns(db);
  const found = await readEntries(
    db,
    (q) =>
      q
        .where(inRuns("claim", runs))
        .where("claim.id", "=", ids[0]!)
        .orderBy((e) => e.case().when(stands(e)).then(0).else(1).end())
        .orderBy("claim.row", "desc")
        .limit(1),
    "ever",
  );
  return found[0] ?? null;
}

/** How many ids of claims begin so, retired ones too, and the first of them in order. */
export async function findClaimIds(db: Kysely<RecordTables>, beginning: string, limit: number): Promise<{ count: number; ids: string[] }> {
  const beginSo = db
    .selectFrom("claim")
    .where(inRuns("claim", await readRuns(db)))
    .where("id", ">=", beginning)
    .where("id", "<", `${beginning}\uffff`);
  const { count } = await beginSo.select((e) => e.fn.count<number>("id").distinct().as("count")).executeTakeFirstOrThrow();
  const rows = await beginSo.select("id").distinct().orderBy("id").limit(limit).execute();
  return { count, ids: rows.map((r) => r.id) };
}

/** Actors with the number of standing claims they take part in, most first. */
export async function countActors(db: Kysely<RecordTables>): Promise<{ actor: string; claims: number }[]> {
  return db
    .selectFrom("standing_total")
    .select(["a as actor", "claims"])
    .where("b", "=", "")
    .where("claims", ">", 0)
    .orderBy("claims", "desc")
    .orderBy("a")
    .execute();
}

/** Pairs of actors that share standing claims, most first. */
export async function countPairs(
  db: Kysely<RecordTables>,
  limit = Number.MAX_SAFE_INTEGER,
): Promise<{ a: string; b: string; claims: number }[]> {
  return db
    .selectFrom("standing_total")
    .select(["a", "b", "claims"])
    .where("b", "<>", "")
    .where("claims", ">", 0)
    .orderBy("claims", "desc")
    .orderBy("a")
    .orderBy("b")
    .limit(limit)
    .execute();
}

const pad = (year: number): string => String(year).padStart(4, "0");
