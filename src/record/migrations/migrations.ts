import { DECISIONS } from "./decisions.ts";
import { EDITIONS } from "./editions.ts";
import { FIRST_TABLES } from "./first-tables.ts";
import { FULL_TEXT } from "./full-text.ts";
import { INDEXES } from "./indexes.ts";
import { LEAN_INDEXES } from "./lean-indexes.ts";
import type { MigrationStep } from "./migration-step.ts";
import { RUNS } from "./runs.ts";

/** What brings a record from version i to i + 1. Forwards only; never change one that was released (1 to 4 are). */
export const MIGRATIONS: readonly (readonly MigrationStep[])[] = [
  FIRST_TABLES,
  EDITIONS,
  [...FULL_TEXT, ...DECISIONS, ...INDEXES],
  LEAN_INDEXES,
  RUNS,
];
