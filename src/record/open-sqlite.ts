import { DatabaseSync, type SQLInputValue } from "node:sqlite";
import { SqliteDialect } from "kysely";

/** How long to wait for another process that writes, in seconds. It holds the file only while it stores one document. */
export const BUSY_SECONDS = 30;

/**
 * A Kysely dialect over Node's own SQLite: full sync, foreign keys, waits for another writer. Writes nothing by itself.
 * A transaction takes the right to write when it begins: one that began by reading could not get it later if another
 * process had written meanwhile, and would fail at once, however long it is ready to wait.
 */
export function openSqlite(path: string): { dialect: SqliteDialect; database: DatabaseSync } {
  const database = new DatabaseSync(path);
  database.exec(`pragma busy_timeout = ${BUSY_SECONDS * 1000}; pragma synchronous = full; pragma foreign_keys = on;`);
  const dialect = new SqliteDialect({
    database: {
      close: () => database.close(),
      prepare: (sql) => {
        const statement = database.prepare(sql === "begin" ? "begin immediate" : sql);
        return {
          reader: statement.columns().length > 0,
          all: (parameters) => statement.all(...(parameters as SQLInputValue[])),
          run: (parameters) => statement.run(...(parameters as SQLInputValue[])),
          iterate: (parameters) => statement.iterate(...(parameters as SQLInputValue[])),
        };
      },
    },
  });
  return { dialect, database };
}

/**
 * Turns the write-ahead log on, where it is not on yet. The switch needs the file for itself and SQLite does not wait for
 * that, so it is tried again while another process has just opened the same new file.
 */
export async function switchToWriteAheadLog(database: DatabaseSync): Promise<void> {
  const until = Date.now() + BUSY_SECONDS * 1000;
  for (;;) {
    try {
      if (database.prepare("pragma journal_mode").get()?.journal_mode !== "wal") database.exec("pragma journal_mode = wal");
      return;
    } catch (error) {
      if (Date.now() > until || !/locked|busy/i.test((error as Error).message)) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}
