import { indexAllDyads } from "../dyads.ts";
import { countAllTotals } from "../totals.ts";
import type { MigrationStep } from "./migration-step.ts";

/**
 * Version 5: ids and dyads are indexed run by run (see `runs.ts`), so that what a late claim costs does not grow with the record;
 * and a dyad says whether its claim counts, so that no question about two actors has to look for that. Dyads and totals hold
 * nothing that the claims do not, and are made anew.
 */
export const RUNS: readonly MigrationStep[] = [
  "drop index claim_by_id",
  `create index claim_by_id on claim (("row" >> 16), id)`,
  "drop table dyad",
  "delete from standing_total",
  {
    sqlite: [
      `create table dyad (a text not null, b text not null, run integer not null, valid_from text not null, valid_to text not null,
         claim integer not null references claim (row), stands integer not null, id text not null, extraction integer not null,
         type text not null, phase text not null, factuality text not null, edtf text, roles text not null,
         start integer not null, "end" integer not null, details text, person text,
         primary key (a, b, run, valid_from, valid_to, claim)) without rowid`,
    ],
    postgres: [
      `create table dyad (a text collate "C" not null, b text collate "C" not null, run bigint not null,
         valid_from text collate "C" not null, valid_to text collate "C" not null, claim bigint not null references claim (row) deferrable,
         stands bigint not null, id text collate "C" not null, extraction bigint not null,
         type text collate "C" not null, phase text collate "C" not null, factuality text collate "C" not null, edtf text collate "C", roles text collate "C" not null,
         start bigint not null, "end" bigint not null, details text collate "C", person text collate "C",
         primary key (a, b, run, valid_from, valid_to, claim))`,
    ],
  },
  indexAllDyads,
  countAllTotals,
];
