import { type Kysely, sql } from "kysely";
import type { RecordTables } from "./schema.ts";

const MOST_EXAMPLES = 2;

/**
 * SQLite's check of each table with its indexes, then of the whole file: "table claim: 12 faults (Tree 9 page 31: …)". Empty
 * when all is well. Table by table, for the check of the whole gives up without a word of where at some kinds of damage.
 */
export async function findFaults(db: Kysely<RecordTables>): Promise<string[]> {
  const tables = await sql<{ name: string }>`
    select name from sqlite_schema where type = 'table' and name not like 'sqlite\\_%' escape '\\' order by name`.execute(db);
  const faults: string[] = [];
  for (const { name } of tables.rows) {
    const found = await check(db, `"${name.replaceAll('"', '""')}"`);
    if (found.length > 0) faults.push(describe(`table ${name}`, found));
  }
  if (faults.length > 0) return faults;
  const found = await check(db, "100");
  return found.length > 0 ? [describe("the file as a whole", found)] : [];
}

async function check(db: Kysely<RecordTables>, what: string): Promise<string[]> {
  try {
    const { rows } = await sql.raw<{ integrity_check: string }>(`pragma integrity_check(${what})`).execute(db);
    // SQLite joins faults that it finds in one go into one row of several lines
    return rows.flatMap((r) => r.integrity_check.split("\n")).filter((m) => m !== "ok" && !m.startsWith("***"));
  } catch (error) {
    if (error instanceof Error && /malformed|corrupt/i.test(error.message)) return [error.message];
    throw error;
  }
}

function describe(where: string, found: readonly string[]): string {
  const examples = `${found.slice(0, MOST_EXAMPLES).join("; ")}${found.length > MOST_EXAMPLES ? " …" : ""}`;
  return `${where}: ${found.length} fault${found.length > 1 ? "s" : ""} (${examples})`;
}
