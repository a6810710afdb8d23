import { type Kysely, sql, type Transaction } from "kysely";
import type { Engine } from "./engine.ts";
import type { MigrationStep } from "./migrations/migration-step.ts";
import { MIGRATIONS } from "./migrations/migrations.ts";
import { RecordError } from "./record-error.ts";
import type { RecordTables } from "./schema.ts";

/**
 * Makes the tables of a new record or brings an older one up to date, in one transaction; an up-to-date one is only read.
 * Throws RecordError `newer-version`, and `not-a-record` when tables of another program stand there.
 */
export async function migrate(engine: Engine): Promise<void> {
  if ((await readVersion(engine, engine.db)) === MIGRATIONS.length) return;
  await engine.db.transaction().execute(async (tx) => {
    await engine.beginMigration(tx);
    // another process may have been first
    const version = await readVersion(engine, tx);
    if (version === MIGRATIONS.length) return;
    if (version === 0) await sql.raw(engine.render("create table meta (key text primary key, value text not null)")).execute(tx);
    for (const steps of MIGRATIONS.slice(version)) for (const step of steps) await take(step, engine, tx);
    const value = String(MIGRATIONS.length);
    await tx
      .insertInto("meta")
      .values({ key: "schema", value })
      .onConflict((c) => c.column("key").doUpdateSet({ value }))
      .execute();
    await engine.endMigration(tx);
  });
}

/** Takes one step of a migration. */
export async function take(step: MigrationStep, engine: Engine, tx: Transaction<RecordTables>): Promise<void> {
  if (typeof step === "string") await sql.raw(engine.render(step)).execute(tx);
  else if (typeof step !== "function") for (const statement of step[engine.kind]) await sql.raw(statement).execute(tx);
  else await engine.deferKeys(tx, () => step(tx, engine));
}

async function readVersion(engine: Engine, db: Kysely<RecordTables>): Promise<number> {
  const tables = await engine.tables(db);
  if (tables.length === 0) return 0;
  if (!tables.includes("meta")) throw engine.foreign(tables);
  const row = await db.selectFrom("meta").select("value").where("key", "=", "schema").executeTakeFirst();
  const version = Number(row?.value);
  if (!Number.isInteger(version) || version < 1) throw engine.foreign(tables);
  if (version > MIGRATIONS.length)
    throw new RecordError(
      "newer-version",
      engine.address,
      `this record has schema ${version} and this Chancery knows up to ${MIGRATIONS.length}. Use the newer Chancery that made it`,
    );
  return version;
}
