import type { Kysely, Transaction } from "kysely";
import type { Claim } from "../claims/claim.ts";
import { edtfBounds } from "../language/dates/edtf.ts";
import { stands } from "./claim-rows.ts";
import type { Engine } from "./engine.ts";
import type { RecordTables } from "./schema.ts";

/** Rows of one insert; SQLite takes at most 32,766 values. */
const ROWS_AT_ONCE = 1000;
const CLAIMS_AT_ONCE = 2000;
/** Sorts behind every date. */
const UNDATED = "~";

/** What an index by dyads needs of a claim. */
export interface IndexedClaim {
  readonly row: number;
  readonly from: string | null;
  readonly to: string | null;
  readonly actors: readonly string[];
}

/** Two different actors of a list, each pair once, the one that sorts first named first. */
export function dyadsOf(actors: readonly string[]): (readonly [string, string])[] {
  const each = [...new Set(actors)].sort(byCodeUnits);
  return each.flatMap((a, i) => each.slice(i + 1).map((b) => [a, b] as const));
}

/** As SQLite and the collation "C" of PostgreSQL sort ASCII. */
function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Puts new claims into the chronologies of their dyads. */
export async function indexDyads(tx: Transaction<RecordTables>, claims: readonly IndexedClaim[]): Promise<void> {
  const rows = claims.flatMap(({ row, from, to, actors }) =>
    dyadsOf(actors).map(([a, b]) => ({ a, b, valid_from: from ?? UNDATED, valid_to: to ?? "", claim: row })),
  );
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE)
    await tx
      .insertInto("dyad")
      .values(rows.slice(at, at + ROWS_AT_ONCE))
      .execute();
}

/** A claim as it is counted. */
interface Counted {
  readonly id: string;
  readonly type: string;
  readonly actors: readonly string[];
}

/**
 * Does work that changes which claims of some documents stand, and keeps the numbers of standing claims by actor, dyad and type
 * with it: the cost is that of these documents' claims, however large the record.
 */
export async function keepingTotals<T>(tx: Transaction<RecordTables>, documents: readonly string[], work: () => Promise<T>): Promise<T> {
  const before = tally(await standingOf(tx, documents));
  const result = await work();
  const after = tally(await standingOf(tx, documents));
  for (const [key, count] of before) after.set(key, (after.get(key) ?? 0) - count);
  await addToTotals(tx, after);
  return result;
}

/** The standing claims of documents, by the ids of their texts. */
async function standingOf(db: Kysely<RecordTables>, documents: readonly string[]): Promise<Counted[]> {
  const rows = await db
    .selectFrom("claim")
    .innerJoin("document", "document.edition", "claim.edition")
    .innerJoin("participant", "participant.claim", "claim.row")
    .select(["claim.id", "claim.type", "participant.actor"])
    .where("document.id", "in", [...documents])
    .where((e) => stands(e))
    .execute();
  return group(rows);
}

function group(rows: readonly { readonly id: string; readonly type: string; readonly actor: string }[]): Counted[] {
  const claims = new Map<string, { id: string; type: string; actors: string[] }>();
  for (const { id, type, actor } of rows) {
    const claim = claims.get(id);
    if (claim) claim.actors.push(actor);
    else claims.set(id, { id, type, actors: [actor] });
  }
  return [...claims.values()];
}

/** For type, first and second actor (none for an actor alone; no type for all types): how many claims, each id once. */
function tally(claims: readonly Counted[]): Map<string, number> {
  const counts = new Map<string, number>();
  const seen = new Set<string>();
  for (const { id, type, actors } of claims) {
    if (seen.has(id)) continue;
    seen.add(id);
    const alone = [...new Set(actors)].map((actor) => [actor, ""] as const);
    for (const [a, b] of [...alone, ...dyadsOf(actors)])
      for (const key of [`${type}\n${a}\n${b}`, `\n${a}\n${b}`]) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

async function addToTotals(tx: Transaction<RecordTables>, counts: ReadonlyMap<string, number>): Promise<void> {
  // in one order, so that two that write at once never wait for each other in turn
  const keys = [...counts.keys()].filter((key) => counts.get(key) !== 0).sort(byCodeUnits);
  const rows = keys.map((key) => {
    const [type, a, b] = key.split("\n") as [string, string, string];
    return { type, a, b, claims: counts.get(key)! };
  });
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE)
    await tx
      .insertInto("standing_total")
      .values(rows.slice(at, at + ROWS_AT_ONCE))
      .onConflict((c) =>
        c.columns(["type", "a", "b"]).doUpdateSet((e) => ({ claims: e("standing_total.claims", "+", e.ref("excluded.claims")) })),
      )
      .execute();
}

/** Fills both from the claims of a record that has neither yet. */
export async function indexAllDyads(tx: Transaction<RecordTables>, _engine: Engine): Promise<void> {
  for (let last = 0; ; ) {
    const some = await tx
      .selectFrom("claim")
      .select(["row", "valid_from", "valid_to"])
      .where("row", ">", last)
      .orderBy("row")
      .limit(CLAIMS_AT_ONCE)
      .execute();
    if (some.length === 0) break;
    const actorsOf = new Map(some.map((c) => [c.row, [] as string[]]));
    const next = some.at(-1)!.row;
    const actors = await tx
      .selectFrom("participant")
      .select(["claim", "actor"])
      .where("claim", ">", last)
      .where("claim", "<=", next)
      .execute();
    for (const { claim, actor } of actors) actorsOf.get(claim)?.push(actor);
    await indexDyads(
      tx,
      some.map((c) => ({ row: c.row, from: c.valid_from, to: c.valid_to, actors: actorsOf.get(c.row)! })),
    );
    last = next;
  }
  for (let last = ""; ; ) {
    const documents = await tx
      .selectFrom("document")
      .select("id")
      .distinct()
      .where("id", ">", last)
      .orderBy("id")
      .limit(ROWS_AT_ONCE)
      .execute();
    if (documents.length === 0) break;
    await addToTotals(
      tx,
      tally(
        await standingOf(
          tx,
          documents.map((d) => d.id),
        ),
      ),
    );
    last = documents.at(-1)!.id;
  }
}

export function toIndexed(claim: Claim, row: number): IndexedClaim {
  const bounds = claim.date.edtf ? edtfBounds(claim.date.edtf) : { from: null, to: null };
  return { row, ...bounds, actors: claim.participants.map((p) => p.actor) };
}
