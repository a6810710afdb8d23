import type { Transaction } from "kysely";
import { editionOf, fromDocumentRow } from "../document-rows.ts";
import type { RecordTables } from "../schema.ts";
import type { MigrationStep } from "./migration-step.ts";

/** Version 2: what is known of a text makes an edition of it; a place is more than the name of its source. */
export const EDITIONS: readonly MigrationStep[] = [
  "alter table document rename column id to edition",
  "alter table document add column id text not null default ''",
  "update document set id = edition",
  "create index document_by_id on document (id)",
  "alter table extraction rename column document to edition",
  "alter table claim rename column document to edition",
  `create table place_reading (id integer primary key, origin text, source text not null, occurrence integer not null, edition text not null references document (edition),
       version integer not null, recorded_at text not null, superseded_at text, unique (origin, source, occurrence, version))`,
  `insert into place_reading (id, source, occurrence, edition, version, recorded_at, superseded_at)
       select id, source, 1, document, version, recorded_at, superseded_at from reading`,
  "drop table reading",
  "alter table place_reading rename to reading",
  "create index reading_by_edition on reading (edition)",
  "create index reading_by_source on reading (source)",
  nameEditions,
  // paths were kept as given, which says nothing in another folder
  "delete from file",
];

/** Gives each document of schema 1, known by the id of its text, the name of its edition. */
async function nameEditions(tx: Transaction<RecordTables>): Promise<void> {
  for (const { id } of await tx.selectFrom("document").select("id").execute()) {
    const row = await tx.selectFrom("document").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
    const edition = editionOf(fromDocumentRow(row, ""));
    for (const table of ["reading", "extraction", "claim"] as const)
      await tx.updateTable(table).set({ edition }).where("edition", "=", id).execute();
    await tx.updateTable("document").set({ edition }).where("id", "=", id).execute();
  }
}
