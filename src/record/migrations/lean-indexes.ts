import type { MigrationStep } from "./migration-step.ts";

/**
 * Version 4: a dyad says of its claim all that reasoning needs, so that what follows from thousands of claims of two actors is
 * worked out from one stretch of an index, without their words. Totals are no longer kept by type, and count how often what they
 * are made of has changed. Claims are found by their extraction, which has them side by side, and no longer by their edition.
 * Both tables hold nothing that the claims do not; version 5 fills them.
 */
export const LEAN_INDEXES: readonly MigrationStep[] = [
  "drop table dyad",
  "drop table standing_total",
  {
    sqlite: [
      `create table dyad (a text not null, b text not null, valid_from text not null, valid_to text not null, claim integer not null references claim (row),
         id text not null, extraction integer not null, type text not null, phase text not null, factuality text not null, edtf text,
         roles text not null, start integer not null, "end" integer not null, details text, person text,
         primary key (a, b, valid_from, valid_to, claim)) without rowid`,
      `create table standing_total (a text not null, b text not null, claims integer not null, changes integer not null,
         primary key (a, b)) without rowid`,
      // what answers show of a document stands before and behind its text, which runs over many pages
      "create index document_shown on document (edition, id, date, title, publisher, address)",
      // more lists of words stand side by side before they are merged, so that each word is written anew less often
      "insert into quote_words (quote_words, rank) values ('automerge', 8)",
      "insert into passage_words (passage_words, rank) values ('automerge', 8)",
    ],
    postgres: [
      `create table dyad (a text collate "C" not null, b text collate "C" not null, valid_from text collate "C" not null, valid_to text collate "C" not null,
         claim bigint not null references claim (row) deferrable, id text collate "C" not null, extraction bigint not null,
         type text collate "C" not null, phase text collate "C" not null, factuality text collate "C" not null, edtf text collate "C", roles text collate "C" not null,
         start bigint not null, "end" bigint not null, details text collate "C", person text collate "C", primary key (a, b, valid_from, valid_to, claim))`,
      `create table standing_total (a text collate "C" not null, b text collate "C" not null, claims bigint not null, changes bigint not null, primary key (a, b))`,
    ],
  },
  "create index claim_by_extraction on claim (extraction)",
  "drop index claim_by_document",
];
