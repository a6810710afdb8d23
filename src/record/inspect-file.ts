import { closeSync, openSync, readSync, statSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { pathToFileURL } from "node:url";
import { BUSY_SECONDS, RecordError } from "./record-error.ts";

/** Marks a record in the header of its SQLite file (`pragma application_id`): "Chcy". */
export const APPLICATION_ID = 0x43686379;

/** Tables that every record has had since the first; those made before records were marked are known by them. */
export const FIRST_TABLES: readonly string[] = ["meta", "document", "reading", "file", "extraction", "claim", "participant"];
const MAGIC = "SQLite format 3\0";
const HEADER_BYTES = 100;
const APPLICATION_ID_AT = 68;
const WRITE_VERSION_AT = 18;
/** The write version of a file whose changes go to a log beside it first. */
const WRITE_AHEAD = 2;

/**
 * What stands at a path, found out without writing anything, not even beside it; only a write that was cut short is undone,
 * as by whoever opens the file next. `empty`: a file without content or an SQLite file without tables. Throws RecordError `not-a-record` for any other file, an SQLite file of another program too.
 */
export function inspectFile(path: string): "absent" | "empty" | "record" {
  if (path === ":memory:") return "absent";
  // SQLite would take this for a database that is thrown away in the end
  if (path === "") throw new RecordError("missing", "the record", "its file name is empty. Look at --record and at CHANCERY_RECORD");
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return "absent";
  if (found.isDirectory()) throw new RecordError("not-a-record", path, "this is a folder. Give the name of a file");
  if (found.size === 0) return "empty";
  const header = readHeader(path);
  if (header.toString("latin1", 0, MAGIC.length) !== MAGIC)
    throw new RecordError(
      "not-a-record",
      path,
      "this is not a Chancery record (nor any SQLite file). Nothing was written. Give another file name, or move this file away",
    );
  const application = header.readUInt32BE(APPLICATION_ID_AT);
  if (application === APPLICATION_ID) return "record";
  const tables = application === 0 ? tablesIn(path, header[WRITE_VERSION_AT] === WRITE_AHEAD) : [];
  if (application === 0 && tables.length === 0) return "empty";
  if (FIRST_TABLES.every((name) => tables.includes(name))) return "record";
  throw foreign(path, tables);
}

/** The error for an SQLite file that is another program's. */
export function foreign(path: string, tables: readonly string[]): RecordError {
  const shown = tables.length > 0 ? `, with the table${tables.length > 1 ? "s" : ""} ${tables.slice(0, 5).join(", ")}` : "";
  return new RecordError(
    "not-a-record",
    path,
    `this is not a Chancery record but an SQLite file of another program${shown}${tables.length > 5 ? " …" : ""}. Nothing was written to it. Give another file name`,
  );
}

function readHeader(path: string): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  const file = openSync(path, "r");
  try {
    readSync(file, header, 0, HEADER_BYTES, 0);
  } finally {
    closeSync(file);
  }
  return header;
}

function tablesIn(path: string, logged: boolean): string[] {
  try {
    return logged ? tablesBesideLog(path) : tableNames(path);
  } catch (error) {
    const reason = (error as Error).message;
    // what another process has half written into the file; with a lock it is waited for
    if (logged && /malformed/i.test(reason)) return tableNames(path);
    // a write that was cut short, which SQLite undoes when it may write
    if (!logged && /readonly/i.test(reason)) return tableNames(path, false);
    throw error;
  }
}

/** The tables of a file with a write-ahead log, which is looked into only when the file has none: SQLite makes a -shm for that. */
function tablesBesideLog(path: string): string[] {
  // an immutable connection takes no lock and makes no file
  const address = pathToFileURL(path);
  address.searchParams.set("immutable", "1");
  const tables = tableNames(address);
  const log = statSync(`${path}-wal`, { throwIfNoEntry: false });
  return tables.length > 0 || !log?.size ? tables : tableNames(path);
}

function tableNames(where: string | URL, readOnly = true): string[] {
  const database = new DatabaseSync(where, { readOnly, timeout: BUSY_SECONDS * 1000 });
  try {
    const rows = database.prepare("select name from sqlite_schema where type = 'table' and name not like 'sqlite\\_%' escape '\\'").all();
    return rows.map((r) => String(r.name));
  } finally {
    database.close();
  }
}
