import type { Kysely, RawBuilder, Transaction } from "kysely";
import { isServerAddress } from "./address.ts";
import type { RecordTables } from "./schema.ts";
import type { TextIndex } from "./search/text-index.ts";
import { openSqlite } from "./sqlite-engine.ts";

export interface OpenOptions {
  /** Make the record when it is not there. */
  readonly create?: boolean;
}

/** Tables whose rows are numbered in the order in which they came, and the column with the number. */
export const NUMBERED = { passage: "id", reading: "id", extraction: "id", claim: "row" } as const;
export type Numbered = keyof typeof NUMBERED;

/** A row to be added, by column. */
export type Row = { readonly [column: string]: string | number | null };

/** The database that keeps a record: all in which SQLite and PostgreSQL differ, so that every query is written once. */
export interface Engine {
  readonly kind: "sqlite" | "postgres";
  /** The path of the file, or the address of the database without its password. */
  readonly address: string;
  /** The files of this machine that the record consists of; none when a server keeps it. */
  readonly files: readonly string[];
  readonly db: Kysely<RecordTables>;
  /** Where words stand in quotes and documents. */
  readonly textIndex: TextIndex;
  /** The names of all tables, of other programs too. */
  tables(db: Kysely<RecordTables>): Promise<string[]>;
  /** A statement of a migration, written in SQLite's words, in those of this engine. */
  render(statement: string): string;
  /** Begins a migration: no other process migrates until the transaction ends. */
  beginMigration(tx: Transaction<RecordTables>): Promise<void>;
  /** Work in which rows that point to one another change in any order. */
  deferKeys(tx: Transaction<RecordTables>, work: () => Promise<void>): Promise<void>;
  /** Ends a migration, or any writing that gave rows their numbers: marks the database as a record, goes on counting after the highest number. */
  endMigration(tx: Transaction<RecordTables>): Promise<void>;
  /** The rows of a question as lists of their values: tens of thousands take half the time that objects would. */
  readRows<T extends readonly unknown[]>(db: Kysely<RecordTables>, question: RawBuilder<unknown>): Promise<T[]>;
  /** The table `document`, called `d`, for questions that need no more of it than what answers show. */
  readonly shownDocuments: RawBuilder<unknown>;
  /** Numbers for so many new rows of a table, in ascending order, which no other writer gets. */
  takeNumbers(tx: Transaction<RecordTables>, table: Numbered, count: number): Promise<number[]>;
  /** Adds many rows, each with a value for the same columns; `conflict` says in SQL what is done where a row is there. */
  insert(tx: Transaction<RecordTables>, table: string, rows: readonly Row[], conflict?: string): Promise<void>;
  /** Called once a record that is open to write has its tables. */
  prepareToWrite(): Promise<void>;
  /** Until the transaction ends nobody else writes what has these names, whatever they name. */
  lock(tx: Transaction<RecordTables>, ...names: readonly string[]): Promise<void>;
  /** Until the transaction ends nobody else writes anything. */
  lockAll(tx: Transaction<RecordTables>): Promise<void>;
  /** After a transaction that stored documents: lets the engine look at tables that have grown much since it last did. */
  keepUp(): Promise<void>;
  /** After much was written: lets the engine look at what the tables hold now, so that it chooses well how to answer. */
  settle(): Promise<void>;
  /** Many questions answered from one state of the record, whatever is written meanwhile. */
  snapshot<T>(work: (db: Kysely<RecordTables>) => Promise<T>): Promise<T>;
  /** Checks the database itself: what is damaged, the names of tables first. */
  findFaults(): Promise<string[]>;
  /** The engine with its version, and what of its settings the owner of a record should know. */
  describe(): Promise<string>;
  /** What to do about damage: what was ingested can be ingested again, what cannot must not be lost by a repair. */
  adviceOnDamage(): string;
  /** Bytes on the disk. */
  size(): Promise<number>;
  /** The error for a database that is another program's. */
  foreign(tables: readonly string[]): Error;
  /** What an error of the engine means for the user of a record; other errors come back as they are. */
  explain(error: unknown): unknown;
  close(): Promise<void>;
}

/**
 * The engine for an address: PostgreSQL for `postgres://…`, else SQLite. Throws RecordError where there is no record (unless
 * `create`), where something else stands, and where the database cannot be reached. No table is made or changed.
 */
export async function openEngine(address: string, options: OpenOptions): Promise<Engine> {
  // the client of a server is loaded where one is asked
  if (isServerAddress(address)) return (await import("./postgres-engine.ts")).openPostgres(address, options);
  return openSqlite(address, options);
}
