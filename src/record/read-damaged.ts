import { DatabaseSync } from "node:sqlite";
import { FIRST_TABLES } from "./inspect-file.ts";
import { RecordError } from "./record-error.ts";

export type DamagedRow = { readonly [column: string]: string | number | null };

const ROWS_AT_ONCE = 200;
/** Row numbers of SQLite have 63 bits; those of a record stay far below. */
const MOST_ROWS = 2 ** 52;

/** A damaged SQLite file, read past what cannot be read. */
export class DamagedFile {
  private readonly database: DatabaseSync;

  /** Throws RecordError `damaged` when not even its list of tables can be read, `not-a-record` when it has none of a record. */
  constructor(path: string) {
    this.database = new DatabaseSync(path, { readOnly: true });
    try {
      const tables = this.database.prepare("select name from sqlite_schema where type = 'table'").all();
      const missing = FIRST_TABLES.find((name) => !tables.some((t) => t.name === name));
      if (missing)
        throw new RecordError("not-a-record", path, `this file has no table ${missing}, so it is no record, or no more of one can be told`);
    } catch (error) {
      this.database.close();
      if (error instanceof RecordError) throw error;
      throw new RecordError(
        "damaged",
        path,
        `its list of tables cannot be read (${(error as Error).message}), so nothing of it can be. Take a backup, or ingest the documents into a new record`,
      );
    }
  }

  /** The version of the record's schema; null when it cannot be told. */
  schema(): number | null {
    try {
      const value = Number(this.database.prepare("select value from meta where key = 'schema'").get()?.value);
      return Number.isInteger(value) ? value : null;
    } catch {
      return null;
    }
  }

  /**
   * The rows of a table in the order of their numbers, without those on damaged pages; without its indexes, which may be damaged
   * too. Blobs and what is no text are left to the caller to find.
   */
  *rows(table: string): Generator<DamagedRow> {
    const some = this.database.prepare(
      `select rowid as "rowid", * from "${table}" not indexed where rowid > ? order by rowid limit ${ROWS_AT_ONCE}`,
    );
    const one = this.database.prepare(`select rowid as "rowid", * from "${table}" not indexed where rowid > ? order by rowid limit 1`);
    let last = 0;
    for (;;) {
      const whole = attempt(() => some.all(last) as DamagedRow[]);
      // row by row up to the damage, then past it
      const rows = whole ?? attempt(() => one.all(last) as DamagedRow[]);
      if (rows === null) {
        last = this.pastDamage((after) => attempt(() => one.all(after)) !== null, last);
        if (last >= MOST_ROWS) return;
        continue;
      }
      if (rows.length === 0) return;
      for (const { rowid, ...row } of rows) {
        last = rowid as number;
        yield row;
      }
    }
  }

  close(): void {
    this.database.close();
  }

  /** The first number after `last` from which can be read again: in strides that double, then by halves. */
  private pastDamage(isReadable: (after: number) => boolean, last: number): number {
    let bad = last;
    let good = last + 1;
    for (let stride = 1; !isReadable(good); stride *= 2) {
      bad = good;
      good += stride;
      if (good > MOST_ROWS) return MOST_ROWS;
    }
    while (good - bad > 1) {
      const middle = Math.floor((bad + good) / 2);
      if (isReadable(middle)) good = middle;
      else bad = middle;
    }
    return good;
  }
}

/** Null when SQLite says that what it reads is damaged; other errors go on. */
function attempt<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (/malformed|corrupt|disk image|not a database|disk I\/O|invalid UTF/i.test((error as Error).message)) return null;
    throw error;
  }
}
