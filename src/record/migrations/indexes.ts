import type { MigrationStep } from "./migration-step.ts";

/**
 * Part of version 3: what makes the answers of a large record quick, all of it made from the claims. A dyad is two actors of
 * one claim, kept in the order of a chronology (`~` for no date). A standing total is the number of standing claims of a type
 * (none: of all) in which an actor takes part, alone (no `b`) or with another. Later versions make and fill both anew.
 */
export const INDEXES: readonly MigrationStep[] = [
  {
    sqlite: [
      `create table dyad (a text not null, b text not null, valid_from text not null, valid_to text not null, claim integer not null references claim (row),
         primary key (a, b, valid_from, valid_to, claim)) without rowid`,
      `create table standing_total (type text not null, a text not null, b text not null, claims integer not null,
         primary key (type, a, b)) without rowid`,
    ],
    postgres: [
      `create table dyad (a text collate "C" not null, b text collate "C" not null, valid_from text collate "C" not null, valid_to text collate "C" not null,
         claim bigint not null references claim (row) deferrable, primary key (a, b, valid_from, valid_to, claim))`,
      `create table standing_total (type text collate "C" not null, a text collate "C" not null, b text collate "C" not null, claims bigint not null,
         primary key (type, a, b))`,
    ],
  },
];
