import type { Kysely } from "kysely";
import { type ClaimEntry, type ClaimQuery, claimQuery, readParticipants, stands, stoodAt, toEntry } from "./claim-rows.ts";
import type { RecordTables } from "./schema.ts";

export interface ClaimFilter {
  readonly types?: readonly string[];
  /** Years, both included; a claim counts when its date can fall in them. */
  readonly fromYear?: number;
  readonly toYear?: number;
  /** Only what the record held at the end of this day (ISO 8601, UTC), with what was retired or superseded since. */
  readonly known?: string;
}

/** Which claims count: those that stand, those that stood at a time, or all that were ever recorded. */
export type Standing = "now" | "ever" | { readonly at: string };

/** The claims of a narrowed query with their participants and documents. */
export async function readEntries(
  db: Kysely<RecordTables>,
  narrow: (query: ClaimQuery) => ClaimQuery,
  standing: Standing = "now",
): Promise<ClaimEntry[]> {
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
  return rows.map((r) => toEntry(r, participants.get(r.row) ?? [], at));
}

/** The claims in which each of these actors takes part (all claims when none is named), by date; undated ones last; each id once. */
export async function findClaims(db: Kysely<RecordTables>, actors: readonly string[], filter: ClaimFilter): Promise<ClaimEntry[]> {
  const standing: Standing = filter.known === undefined ? "now" : { at: `${filter.known}T23:59:59.999Z` };
  const entries = await readEntries(
    db,
    (query) => {
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
      return (
        q
          .orderBy((e) => e.case().when("claim.valid_from", "is", null).then(1).else(0).end())
          .orderBy("claim.valid_from")
          .orderBy("claim.valid_to", (o) => o.asc().nullsFirst())
          // not by the row: which document came first does not matter
          .orderBy("claim.edition")
          .orderBy("claim.start")
          .orderBy("claim.id")
          .orderBy("claim.row")
      );
    },
    standing,
  );
  const seen = new Set<string>();
  return entries.filter(({ claim }) => !seen.has(claim.id) && seen.add(claim.id));
}

/** A claim by its id or a beginning that no other has, retired ones too; one that stands goes before one that does not. */
export async function findClaim(db: Kysely<RecordTables>, id: string): Promise<ClaimEntry | null> {
  const { count, ids } = await findClaimIds(db, id, 1);
  if (count !== 1 && ids[0] !== id) return null;
  const found = await readEntries(
    db,
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
export async function findClaimIds(db: Kysely<RecordTables>, beginning: string, limit: number): Promise<{ count: number; ids: string[] }> {
  const beginSo = db.selectFrom("claim").where("id", ">=", beginning).where("id", "<", `${beginning}\uffff`);
  const { count } = await beginSo.select((e) => e.fn.count<number>("id").distinct().as("count")).executeTakeFirstOrThrow();
  const rows = await beginSo.select("id").distinct().orderBy("id").limit(limit).execute();
  return { count, ids: rows.map((r) => r.id) };
}

/** Actors with the number of standing claims they take part in, most first. */
export async function countActors(db: Kysely<RecordTables>): Promise<{ actor: string; claims: number }[]> {
  return db
    .selectFrom("claim")
    .where((e) => stands(e))
    .innerJoin("participant", "participant.claim", "claim.row")
    .select((e) => ["participant.actor", e.fn.count<number>("claim.id").distinct().as("claims")])
    .groupBy("participant.actor")
    .orderBy("claims", "desc")
    .orderBy("participant.actor")
    .execute();
}

/** Pairs of actors that share standing claims, most first. */
export async function countPairs(db: Kysely<RecordTables>, limit: number): Promise<{ a: string; b: string; claims: number }[]> {
  return db
    .selectFrom("claim")
    .where((e) => stands(e))
    .innerJoin("participant as p", "p.claim", "claim.row")
    .innerJoin("participant as q", (j) => j.onRef("q.claim", "=", "claim.row").onRef("p.actor", "<", "q.actor"))
    .select((e) => ["p.actor as a", "q.actor as b", e.fn.count<number>("claim.id").distinct().as("claims")])
    .groupBy(["p.actor", "q.actor"])
    .orderBy("claims", "desc")
    .orderBy("a")
    .orderBy("b")
    .limit(limit)
    .execute();
}

const pad = (year: number): string => String(year).padStart(4, "0");
