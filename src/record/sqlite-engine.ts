import { realpathSync } from "node:fs";
import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import { Kysely, type RawBuilder, SqliteDialect, sql, type Transaction } from "kysely";
import { type Engine, NUMBERED, type Numbered, type OpenOptions, type Row } from "./engine.ts";
import { APPLICATION_ID, foreign, inspectFile } from "./inspect-file.ts";
import { BUSY_SECONDS, RecordError } from "./record-error.ts";
import type { RecordTables } from "./schema.ts";
import { FTS5_INDEX } from "./search/fts5-index.ts";
import { adviceOnDamage, explainSqliteError } from "./sqlite-errors.ts";
import { findFaults } from "./sqlite-faults.ts";

/**
 * A record in a file, through Node's own SQLite: full sync, foreign keys, waits for another writer. A file that is no record
 * is refused before anything is written to it.
 */
export async function openSqlite(path: string, { create = false }: OpenOptions): Promise<Engine> {
  try {
    const state = inspectFile(path);
    if (!create && path !== ":memory:" && state !== "record")
      throw state === "absent"
        ? new RecordError("missing", path, "there is no record here. `chancery ingest PATH… --record FILE` makes one")
        : new RecordError("not-a-record", path, "this file is empty, and no record yet. `chancery ingest PATH… --record FILE` fills it");
    return new SqliteEngine(path);
  } catch (error) {
    throw explainSqliteError(error, path);
  }
}

class SqliteEngine implements Engine {
  readonly kind = "sqlite";
  readonly address: string;
  readonly files: readonly string[];
  readonly db: Kysely<RecordTables>;
  readonly textIndex = FTS5_INDEX;
  // of itself SQLite would look in the table, where the id stands behind the text
  readonly shownDocuments = sql`document d indexed by document_shown`;
  private readonly database: DatabaseSync;
  private readonly statements: Statements;

  constructor(path: string) {
    this.address = path;
    this.database = new DatabaseSync(path);
    // SQLite names what it keeps beside a file by where the file really is
    this.files = path === ":memory:" ? [] : ["", "-wal", "-shm", "-journal"].map((ending) => realpathSync(path) + ending);
    // pages are found again and written once when more of them are kept: at most 128 MB, and 256 MB of log while much is written
    this.database.exec(
      `pragma busy_timeout = ${BUSY_SECONDS * 1000}; pragma synchronous = full; pragma foreign_keys = on; pragma cache_size = -128000; pragma wal_autocheckpoint = 64000;`,
    );
    this.statements = new Statements(this.database);
    this.db = new Kysely<RecordTables>({ dialect: dialectOver(this.database, this.statements) });
  }

  async tables(db: Kysely<RecordTables>): Promise<string[]> {
    const { rows } = await sql<{
      name: string;
    }>`select name from sqlite_schema where type = 'table' and name not like 'sqlite\\_%' escape '\\' order by name`.execute(db);
    return rows.map((r) => r.name);
  }

  render(statement: string): string {
    return statement;
  }

  /** Nothing is left to do: the transaction holds the whole file. */
  async beginMigration(): Promise<void> {}

  async deferKeys(tx: Transaction<RecordTables>, work: () => Promise<void>): Promise<void> {
    // holds until the transaction ends, which fails while a row points to nothing
    await sql.raw("pragma defer_foreign_keys = on").execute(tx);
    await work();
  }

  async endMigration(tx: Transaction<RecordTables>): Promise<void> {
    await sql.raw(`pragma application_id = ${APPLICATION_ID}`).execute(tx);
  }

  async readRows<T extends readonly unknown[]>(db: Kysely<RecordTables>, question: RawBuilder<unknown>): Promise<T[]> {
    const { sql: text, parameters } = question.compile(db);
    const { statement } = this.statements.prepare(text);
    statement.setReturnArrays(true);
    return statement.all(...(parameters as SQLInputValue[])) as unknown as T[];
  }

  /** The next numbers: a transaction that writes holds the whole file. */
  async takeNumbers(tx: Transaction<RecordTables>, table: Numbered, count: number): Promise<number[]> {
    const { rows } = await sql<{ last: number | null }>`select max(${sql.ref(NUMBERED[table])}) as last from ${sql.table(table)}`.execute(
      tx,
    );
    const first = (rows[0]!.last ?? 0) + 1;
    return Array.from({ length: count }, (_, i) => first + i);
  }

  /**
   * Row by row with one statement that stays ready. An insert of several rows opens a savepoint, and at each of these FTS5
   * writes out the words that it holds back for the end of the transaction.
   */
  async insert(_tx: Transaction<RecordTables>, table: string, rows: readonly Row[], conflict = ""): Promise<void> {
    const [first] = rows;
    if (first === undefined) return;
    const columns = Object.keys(first);
    const names = columns.map((column) => `"${column}"`).join(", ");
    const places = columns.map(() => "?").join(", ");
    const { statement } = this.statements.take(`insert into "${table}" (${names}) values (${places}) ${conflict}`);
    for (const row of rows) statement.run(...columns.map((column) => row[column]!));
  }

  /**
   * Turns the write-ahead log on, where it is not on yet. The switch needs the file for itself and SQLite does not wait for
   * that, so it is tried again while another process has just opened the same new file.
   */
  async prepareToWrite(): Promise<void> {
    const until = Date.now() + BUSY_SECONDS * 1000;
    for (;;) {
      try {
        if (this.database.prepare("pragma journal_mode").get()?.journal_mode !== "wal") this.database.exec("pragma journal_mode = wal");
        return;
      } catch (error) {
        if (Date.now() > until || !/locked|busy/i.test((error as Error).message)) throw error;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    }
  }

  /** Nothing is left to do: a transaction that writes holds the whole file. */
  async lock(): Promise<void> {}

  async lockAll(): Promise<void> {}

  /** Nothing is to be done: SQLite answers the same way whatever the tables hold. */
  async keepUp(): Promise<void> {}

  /** Moves what was written last from the log into the file, where it is found at once, and empties the log, unless somebody reads in it. */
  async settle(): Promise<void> {
    await sql.raw("pragma wal_checkpoint(truncate)").execute(this.db);
  }

  async snapshot<T>(work: (db: Kysely<RecordTables>) => Promise<T>): Promise<T> {
    return this.db.connection().execute(async (db) => {
      await sql.raw("begin deferred").execute(db);
      try {
        return await work(db);
      } finally {
        await sql.raw("rollback").execute(db);
      }
    });
  }

  findFaults(): Promise<string[]> {
    return findFaults(this.db);
  }

  async describe(): Promise<string> {
    return `SQLite ${process.versions.sqlite ?? "of unknown version"}`;
  }

  adviceOnDamage(): string {
    return adviceOnDamage(this.address);
  }

  async size(): Promise<number> {
    const { rows } = await sql<{
      bytes: number;
    }>`select page_count * page_size as bytes from pragma_page_count(), pragma_page_size()`.execute(this.db);
    return rows[0]?.bytes ?? 0;
  }

  foreign(tables: readonly string[]): Error {
    return foreign(this.address, tables);
  }

  explain(error: unknown): unknown {
    return explainSqliteError(error, this.address);
  }

  async close(): Promise<void> {
    await this.db.destroy();
    // Kysely opens its driver with the first question, and without one it closes nothing
    if (this.database.isOpen) this.database.close();
  }
}

/** Statements that are kept ready, the last ones used. */
const STATEMENTS = 300;

interface Prepared {
  readonly statement: StatementSync;
  /** Whether it gives rows. */
  readonly reader: boolean;
}

class Statements {
  private readonly database: DatabaseSync;
  private readonly ready = new Map<string, Prepared>();

  constructor(database: DatabaseSync) {
    this.database = database;
  }

  /** A statement that was used before, or a new one. */
  take(text: string): Prepared {
    const prepared = this.ready.get(text) ?? this.prepare(text);
    this.ready.delete(text);
    this.ready.set(text, prepared);
    if (this.ready.size > STATEMENTS) this.ready.delete(this.ready.keys().next().value!);
    return prepared;
  }

  /**
   * A transaction takes the right to write when it begins: one that began by reading could not get it later if another
   * process had written meanwhile, and would fail at once, however long it is ready to wait.
   */
  prepare(text: string): Prepared {
    const statement = this.database.prepare(text === "begin" ? "begin immediate" : text);
    return { statement, reader: statement.columns().length > 0 };
  }
}

function dialectOver(database: DatabaseSync, statements: Statements): SqliteDialect {
  return new SqliteDialect({
    database: {
      close: () => database.close(),
      prepare: (text) => {
        const { statement, reader } = statements.take(text);
        return {
          reader,
          all: (parameters) => statement.all(...(parameters as SQLInputValue[])),
          run: (parameters) => {
            // SQLite has rolled back by itself when the disk is full; a second time would hide why
            if (text === "rollback" && !database.isTransaction) return { changes: 0, lastInsertRowid: 0 };
            return statement.run(...(parameters as SQLInputValue[]));
          },
          // rows come one by one while other questions are asked, maybe the same again: a statement of its own
          iterate: (parameters) => statements.prepare(text).statement.iterate(...(parameters as SQLInputValue[])),
        };
      },
    },
  });
}
