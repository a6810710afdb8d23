import type { Transaction } from "kysely";
import type { Engine } from "../engine.ts";
import type { RecordTables } from "../schema.ts";

/**
 * A statement in SQLite's words, which each engine renders in its own (types of columns and how rows are numbered); one for
 * each engine, where they have nothing in common; or what takes more than statements.
 */
export type MigrationStep =
  | string
  | { readonly sqlite: readonly string[]; readonly postgres: readonly string[] }
  | ((tx: Transaction<RecordTables>, engine: Engine) => Promise<void>);
