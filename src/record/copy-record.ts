import { type Kysely, type Selectable, sql, type Transaction } from "kysely";
import type { Engine } from "./engine.ts";
import { RecordError } from "./record-error.ts";
import type { RecordTables } from "./schema.ts";
import { indexPassages, indexQuotes } from "./search/index-texts.ts";

type Table = keyof RecordTables;
type Row = { readonly [column: string]: string | number | null };

/** Every table, after those that its rows point to, with the columns that name a row and so put the rows in order. */
export const TABLES: readonly (readonly [table: Table, key: readonly string[]])[] = [
  ["meta", ["key"]],
  ["document", ["edition"]],
  ["passage", ["id"]],
  ["reading", ["id"]],
  ["file", ["path"]],
  ["extraction", ["id"]],
  ["claim", ["row"]],
  ["participant", ["claim", "position"]],
  ["dyad", ["a", "b", "run", "valid_from", "valid_to", "claim"]],
  ["standing_total", ["a", "b"]],
  ["decision", ["number"]],
];

/** Rows held at a time: of tables that hold whole texts, and of others. */
const ROWS_AT_ONCE: { readonly [table in Table]?: number } = { document: 20, passage: 50 };
const MOST_ROWS = 1000;
/** Both engines take more values in a statement. */
const MOST_VALUES = 20_000;

/** Asks the source; what it cannot answer is told of the source and not of the target. */
type Source = <T>(question: (db: Kysely<RecordTables>) => Promise<T>) => Promise<T>;

export type Copied = { readonly [table in Table]: number };

/**
 * Copies all that a record holds into an empty one of the same schema, row by row with its numbers and times, in one
 * transaction: the source as it is at the beginning, the target whole or not at all. What is held at a time does not grow with
 * the record. Throws RecordError `not-empty` when the target holds anything.
 */
export async function copyRecord(from: Engine, to: Engine, tell: (table: Table, rows: number) => void): Promise<Copied> {
  return to.db.transaction().execute(async (tx) => {
    await to.lockAll(tx);
    await refuseIfNotEmpty(tx, to);
    const copied: { [table: string]: number } = {};
    await from.snapshot(async (db) => {
      const source: Source = async (question) => {
        try {
          return await question(db);
        } catch (error) {
          throw from.explain(error);
        }
      };
      for (const [table, key] of TABLES) {
        copied[table] = await copyTable(source, tx, to, table, key, (rows) => tell(table, rows));
        await checkCount(source, tx, to, table);
      }
    });
    await to.endMigration(tx);
    return copied as Copied;
  });
}

/** Throws RecordError `not-empty` when a record holds anything. */
export async function refuseIfNotEmpty(tx: Transaction<RecordTables>, to: Engine): Promise<void> {
  for (const [table] of TABLES) {
    if (table === "meta") continue;
    const { rows } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(tx);
    if (rows.length > 0)
      throw new RecordError(
        "not-empty",
        to.address,
        "this record holds something already, and nothing was written to it. Give a new one, or an empty one",
      );
  }
}

/** Copies a table in the order of its key, so many rows at a time; gives the number of all. */
async function copyTable(
  source: Source,
  tx: Transaction<RecordTables>,
  to: Engine,
  table: Table,
  key: readonly string[],
  tell: (rows: number) => void,
): Promise<number> {
  const most = ROWS_AT_ONCE[table] ?? MOST_ROWS;
  let copied = 0;
  let last: Row | null = null;
  for (;;) {
    const rows: readonly Row[] = await source((db) => readRows(db, table, key, last, most));
    // the schema of the target is its own
    await insertRows(tx, table, table === "meta" ? rows.filter((r) => r.key !== "schema") : rows);
    if (table === "passage") await indexPassages(tx, to, rows as unknown as readonly Selectable<RecordTables["passage"]>[]);
    if (table === "claim") await indexQuotes(tx, to, rows as unknown as readonly Selectable<RecordTables["claim"]>[]);
    copied += rows.length;
    tell(rows.length);
    if (rows.length < most) return copied;
    last = rows.at(-1)!;
  }
}

async function readRows(
  db: Kysely<RecordTables>,
  table: Table,
  key: readonly string[],
  after: Row | null,
  most: number,
): Promise<readonly Row[]> {
  const columns = sql.join(key.map((column) => sql.ref(column)));
  const beyond = after ? sql`where (${columns}) > (${sql.join(key.map((column) => after[column]))})` : sql``;
  return (await sql<Row>`select * from ${sql.table(table)} ${beyond} order by ${columns} limit ${most}`.execute(db)).rows;
}

async function insertRows(tx: Transaction<RecordTables>, table: Table, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  const columns = Object.keys(rows[0]!);
  const most = Math.floor(MOST_VALUES / columns.length);
  for (let at = 0; at < rows.length; at += most) {
    const values = rows.slice(at, at + most).map((row) => sql`(${sql.join(columns.map((column) => row[column]))})`);
    await sql`insert into ${sql.table(table)} (${sql.join(columns.map((c) => sql.ref(c)))}) values ${sql.join(values)}`.execute(tx);
  }
}

async function checkCount(source: Source, tx: Transaction<RecordTables>, to: Engine, table: Table): Promise<void> {
  const count = async (db: Kysely<RecordTables>): Promise<number> =>
    (await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(db)).rows[0]!.count;
  const [there, here] = [await source(count), await count(tx)];
  if (there !== here)
    throw new RecordError("damaged", to.address, `${here} of ${there} rows of the table ${table} arrived, and nothing was kept`);
}
