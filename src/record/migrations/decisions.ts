import type { MigrationStep } from "./migration-step.ts";

/** Part of version 3: what people decided about claims, events and sources. */
export const DECISIONS: readonly MigrationStep[] = [
  `create table decision (id text primary key, number integer not null unique, kind text not null, person text not null, why text not null,
     ruling text not null, recorded_at text not null)`,
];
