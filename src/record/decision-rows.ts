import { createHash } from "node:crypto";
import type { Kysely, Transaction } from "kysely";
import type { Decision, Ruling } from "./decision.ts";
import type { Engine } from "./engine.ts";
import type { RecordTables } from "./schema.ts";

/** Adds a decision as the last one. */
export async function insertDecision(
  tx: Transaction<RecordTables>,
  engine: Engine,
  ruling: Ruling,
  by: string,
  why: string,
  now: string,
): Promise<Decision> {
  await engine.lock(tx, "decision");
  const last = await tx.selectFrom("decision").select("number").orderBy("number", "desc").limit(1).executeTakeFirst();
  const number = (last?.number ?? 0) + 1;
  const body = JSON.stringify(ruling);
  const hash = createHash("sha256").update(JSON.stringify([number, by, why, now, body]));
  const id = `dec_${hash.digest("hex").slice(0, 12)}`;
  await tx.insertInto("decision").values({ id, number, kind: ruling.kind, person: by, why, ruling: body, recorded_at: now }).execute();
  return { id, number, by, why, recordedAt: now, ruling };
}

/** The decisions in their order; only those recorded by the end of a day (ISO 8601, UTC) when one is given. */
export async function readDecisions(db: Kysely<RecordTables>, known?: string): Promise<Decision[]> {
  let query = db.selectFrom("decision").selectAll().orderBy("number");
  if (known !== undefined) query = query.where("recorded_at", "<=", `${known}T23:59:59.999Z`);
  const rows = await query.execute();
  return rows.map((r) => ({
    id: r.id,
    number: Number(r.number),
    by: r.person,
    why: r.why,
    recordedAt: r.recorded_at,
    ruling: JSON.parse(r.ruling) as Ruling,
  }));
}
