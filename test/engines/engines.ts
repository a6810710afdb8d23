import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import pg from "pg";
import { describe, inject } from "vitest";
import { ROLE } from "./postgres-server.ts";

/** An empty place for a record: the path of a file that is not there yet, or the address of a database without tables. */
export interface Place {
  readonly address: string;
  /** Runs statements past the record, several with `;` between them, and gives the rows of the last one. */
  run(statements: string): Promise<{ [column: string]: unknown }[]>;
  remove(): Promise<void>;
}

export interface TestEngine {
  readonly name: "SQLite" | "PostgreSQL";
  readonly kind: "sqlite" | "postgres";
  makePlace(): Promise<Place>;
}

export const SQLITE: TestEngine = { name: "SQLite", kind: "sqlite", makePlace: makeFile };
const POSTGRES: TestEngine = { name: "PostgreSQL", kind: "postgres", makePlace: makeDatabase };

/** The same suite over each engine. Where no PostgreSQL can be had its suite is skipped, and its title says why. */
export function describeEngines(title: string, suite: (engine: TestEngine) => void): void {
  describe(`${title} (SQLite)`, () => suite(SQLITE));
  describePostgres(title, suite);
}

/** A suite over PostgreSQL alone; skipped in the same way. */
export function describePostgres(title: string, suite: (engine: TestEngine) => void): void {
  const server = inject("postgres");
  if ("reason" in server) describe.skip(`${title} (PostgreSQL, skipped: ${server.reason})`, () => suite(POSTGRES));
  else describe(`${title} (PostgreSQL)`, () => suite(POSTGRES));
}

/** The address of a database of the shared server. */
export function addressOf(database: string, user = ROLE): string {
  const server = inject("postgres");
  if ("reason" in server) throw new Error(server.reason);
  return `postgres://${user}@${server.host}:${server.port}/${database}`;
}

async function makeFile(): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), "chancery-record-"));
  const address = join(folder, "record.chancery");
  return {
    address,
    run: async (statements) => {
      const database = new DatabaseSync(address);
      try {
        const all = statements.split(/;\s*$/m).filter((s) => s.trim());
        let rows: { [column: string]: unknown }[] = [];
        for (const statement of all) rows = database.prepare(statement).all();
        return rows;
      } finally {
        database.close();
      }
    },
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function makeDatabase(): Promise<Place> {
  const name = `record_${randomBytes(6).toString("hex")}`;
  await query("postgres", `create database ${name}`);
  return {
    address: addressOf(name),
    run: (statements) => query(name, statements),
    remove: async () => {
      await query("postgres", `drop database ${name} with (force)`);
    },
  };
}

async function query(database: string, statements: string): Promise<{ [column: string]: unknown }[]> {
  const client = new pg.Client(addressOf(database));
  await client.connect();
  try {
    const answer: pg.QueryResult | pg.QueryResult[] = await client.query(statements);
    return (Array.isArray(answer) ? answer.at(-1) : answer)?.rows ?? [];
  } finally {
    await client.end();
  }
}
