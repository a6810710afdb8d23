import { type Kysely, sql } from "kysely";
import { APPLICATION_ID, foreign } from "./inspect-file.ts";
import { RecordError } from "./record-error.ts";
import { MIGRATIONS, type RecordTables } from "./schema.ts";

/**
 * Makes the tables of a new record or brings an older one up to date, in one transaction; an up-to-date one is only read.
 * Throws RecordError `newer-version`, and `not-a-record` when tables of another program stand in the file.
 */
export async function migrate(db: Kysely<RecordTables>, path: string): Promise<void> {
  if ((await readVersion(db, path)) === MIGRATIONS.length) return;
  await db.transaction().execute(async (tx) => {
    const version = await readVersion(tx, path);
    if (version === MIGRATIONS.length) return;
    if (version === 0) await sql.raw("create table meta (key text primary key, value text not null)").execute(tx);
    // rows that point to one another may change in any order
    await sql.raw("pragma defer_foreign_keys = on").execute(tx);
    for (const steps of MIGRATIONS.slice(version))
      for (const step of steps) await (typeof step === "string" ? sql.raw(step).execute(tx) : step(tx));
    const value = String(MIGRATIONS.length);
    await tx
      .insertInto("meta")
      .values({ key: "schema", value })
      .onConflict((c) => c.column("key").doUpdateSet({ value }))
      .execute();
    await sql.raw(`pragma application_id = ${APPLICATION_ID}`).execute(tx);
  });
}

async function readVersion(db: Kysely<RecordTables>, path: string): Promise<number> {
  const found = await sql<{
    name: string;
  }>`select name from sqlite_schema where type = 'table' and name not like 'sqlite\\_%' escape '\\'`.execute(db);
  if (found.rows.length === 0) return 0;
  const tables = found.rows.map((r) => r.name);
  if (!tables.includes("meta")) throw foreign(path, tables);
  const row = await db.selectFrom("meta").select("value").where("key", "=", "schema").executeTakeFirst();
  const version = Number(row?.value);
  if (!Number.isInteger(version) || version < 1) throw foreign(path, tables);
  if (version > MIGRATIONS.length)
    throw new RecordError(
      "newer-version",
      path,
      `this record has schema ${version} and this Chancery knows up to ${MIGRATIONS.length}. Use the newer Chancery that made it`,
    );
  return version;
}
