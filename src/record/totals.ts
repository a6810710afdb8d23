import type { Transaction } from "kysely";
import { byCodeUnits, dyadsOf } from "./dyads.ts";
import type { Engine } from "./engine.ts";
import type { RecordTables } from "./schema.ts";
import { standingOf } from "./standing.ts";

const DOCUMENTS_AT_ONCE = 1000;

/** A claim as it is counted. */
export interface Counted {
  readonly id: string;
  readonly actors: readonly string[];
}

/**
 * Keeps the numbers of standing claims, by actor and by dyad, with a change of which claims of some documents stand: the cost is
 * that of these documents' claims, however large the record. That something changed is counted where the numbers stay the same too.
 */
export async function addToTotals(
  tx: Transaction<RecordTables>,
  engine: Engine,
  before: readonly Counted[],
  after: readonly Counted[],
): Promise<void> {
  const [gone, come] = [tally(before), tally(after)];
  // in one order, so that two that write at once never wait for each other in turn
  const keys = [...new Set([...gone.keys(), ...come.keys()])].sort(byCodeUnits);
  const rows = keys.map((key) => {
    const [a, b] = key.split("\n") as [string, string];
    return { a, b, claims: (come.get(key) ?? 0) - (gone.get(key) ?? 0), changes: 1 };
  });
  await engine.insert(tx, "standing_total", rows, ADDING);
}

const ADDING =
  "on conflict (a, b) do update set claims = standing_total.claims + excluded.claims, changes = standing_total.changes + excluded.changes";

/** For first and second actor (none for an actor alone): how many claims, each id once. */
function tally(claims: readonly Counted[]): Map<string, number> {
  const counts = new Map<string, number>();
  const seen = new Set<string>();
  for (const { id, actors } of claims) {
    if (seen.has(id)) continue;
    seen.add(id);
    for (const [a, b] of [...[...new Set(actors)].map((actor) => [actor, ""] as const), ...dyadsOf(actors)])
      counts.set(`${a}\n${b}`, (counts.get(`${a}\n${b}`) ?? 0) + 1);
  }
  return counts;
}

/** Counts the standing claims of a record that has no totals yet. */
export async function countAllTotals(tx: Transaction<RecordTables>, engine: Engine): Promise<void> {
  for (let last = ""; ; ) {
    const documents = await tx
      .selectFrom("document")
      .select("id")
      .distinct()
      .where("id", ">", last)
      .orderBy("id")
      .limit(DOCUMENTS_AT_ONCE)
      .execute();
    if (documents.length === 0) break;
    const ids = documents.map((d) => d.id);
    await addToTotals(tx, engine, [], await standingOf(tx, ids));
    last = ids.at(-1)!;
  }
}
