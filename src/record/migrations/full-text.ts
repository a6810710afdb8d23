import { indexAll } from "../search/index-texts.ts";
import type { MigrationStep } from "./migration-step.ts";

/**
 * Part of version 3: where words stand. A passage is a stretch of a document, searched as a whole. The words themselves are
 * kept by the engine's own index, under the number of the passage or the claim, and can be made anew from the texts.
 */
export const FULL_TEXT: readonly MigrationStep[] = [
  `create table passage (id integer primary key, edition text not null references document (edition), start integer not null, "end" integer not null,
     unique (edition, start))`,
  {
    sqlite: [
      "create virtual table passage_words using fts5 (title, words, content = '', tokenize = 'ascii')",
      "create virtual table quote_words using fts5 (words, content = '', tokenize = 'ascii')",
    ],
    postgres: [
      "create table passage_words (id bigint primary key references passage (id) deferrable, words tsvector not null)",
      "create table quote_words (id bigint primary key references claim (row) deferrable, words tsvector not null)",
      // what was added last stands in a list that every search reads through; a short one, in kB
      "create index passage_words_by_word on passage_words using gin (words) with (gin_pending_list_limit = 256)",
      "create index quote_words_by_word on quote_words using gin (words) with (gin_pending_list_limit = 256)",
    ],
  },
  indexAll,
];
