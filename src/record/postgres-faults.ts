import { type Kysely, sql } from "kysely";
import type { RecordTables } from "./schema.ts";

/**
 * What can be found damaged from within PostgreSQL: a table that cannot be read to its end, an index that is not valid, and,
 * where the extension amcheck is installed, an index that does not fit its table. Empty when all is well.
 */
export async function findFaults(db: Kysely<RecordTables>, tablesOf: (db: Kysely<RecordTables>) => Promise<string[]>): Promise<string[]> {
  const faults: string[] = [];
  for (const table of await tablesOf(db)) {
    // the whole row as text, so that long values kept apart are read too
    const fault = await tell(sql`select sum(octet_length(t::text)) from ${sql.table(table)} t`.execute(db));
    if (fault) faults.push(`table ${table}: ${fault}`);
  }
  const indexes = await sql<{ oid: number; name: string; kind: string; valid: boolean }>`
    select i.indexrelid::int8 as oid, c.relname as name, a.amname as kind, i.indisvalid and i.indisready as valid
      from pg_index i join pg_class c on c.oid = i.indexrelid join pg_am a on a.oid = c.relam
      where c.relnamespace = current_schema()::regnamespace order by 2`.execute(db);
  const amcheck = await sql<{ schema: string }>`
    select n.nspname as schema from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'amcheck'`.execute(db);
  const schema = amcheck.rows[0]?.schema;
  for (const { oid, name, kind, valid } of indexes.rows) {
    if (!valid) faults.push(`index ${name}: not valid; \`reindex index ${name}\` makes it anew`);
    else if (schema && kind === "btree") {
      const fault = await tell(sql`select ${sql.id(schema, "bt_index_check")}(${String(oid)}::oid::regclass, true)`.execute(db));
      if (fault) faults.push(`index ${name}: ${fault}`);
    }
  }
  return faults;
}

/** The message of a question that fails because of damage; null when it is answered. Other errors are thrown. */
async function tell(question: Promise<unknown>): Promise<string | null> {
  try {
    await question;
    return null;
  } catch (error) {
    if (error instanceof Error && "code" in error && /^(?:XX|58|22021|22P05)/.test(String(error.code))) return error.message;
    throw error;
  }
}
