import { type Kysely, type RawBuilder, sql } from "kysely";
import type { RecordTables } from "./schema.ts";

/** What must hold between the rows of a record, whatever keeps it: a question for what breaks it, and the words for the answer. */
const RULES: readonly { readonly broken: RawBuilder<{ count: number }>; readonly says: (count: number) => string }[] = [
  {
    broken: sql`select count(*) as count from extraction e left join (select extraction, count(*) as claims from claim group by extraction) c
      on c.extraction = e.id where e.claims <> coalesce(c.claims, 0)`,
    says: (count) => `table extraction: ${count} say another number of claims than there is`,
  },
  {
    broken: sql`select count(*) as count from (select origin, source, occurrence from reading where superseded_at is null and origin is not null
      group by origin, source, occurrence having count(*) > 1) twice`,
    says: (count) => `table reading: ${count} places have two current versions`,
  },
  {
    broken: sql`select count(*) as count from (select edition from extraction where retired_at is null group by edition having count(*) > 1) twice`,
    says: (count) => `table extraction: ${count} texts have two current extractions`,
  },
  {
    broken: sql`select count(*) as count from document d where not exists (select 1 from passage p where p.edition = d.edition)`,
    says: (count) => `table passage: ${count} documents cannot be searched`,
  },
  {
    broken: sql`select abs((select count(*) from claim) - (select count(*) from quote_words)) as count`,
    says: (count) => `index of words: differs from the quotes by ${count}`,
  },
  {
    broken: sql`select abs((select count(*) from passage) - (select count(*) from passage_words)) as count`,
    says: (count) => `index of words: differs from the passages by ${count}`,
  },
  {
    broken: sql`select count(*) as count from
      (select p.actor, count(distinct c.id) as claims from claim c join participant p on p.claim = c.row
         where c.retired_at is null and exists (select 1 from reading r where r.edition = c.edition and r.superseded_at is null)
         group by p.actor) counted
      full join (select a as actor, claims from standing_total where b = '' and claims <> 0) kept on kept.actor = counted.actor
      where counted.claims is distinct from kept.claims`,
    says: (count) => `table standing_total: wrong for ${count} actors`,
  },
  {
    broken: sql`select count(*) as count from (select a, b, count(*) as claims from dyad where stands = 1 group by a, b) counted
      full join (select a, b, claims from standing_total where b <> '' and claims <> 0) kept on kept.a = counted.a and kept.b = counted.b
      where counted.claims is distinct from kept.claims`,
    says: (count) => `table dyad: wrong for ${count} pairs of actors`,
  },
];

/** The rules that the rows of a sound database break all the same; empty when they keep them all. */
export async function findInconsistencies(db: Kysely<RecordTables>): Promise<string[]> {
  const faults: string[] = [];
  for (const { broken, says } of RULES) {
    const { count } = (await broken.execute(db)).rows[0]!;
    if (count > 0) faults.push(says(count));
  }
  return faults;
}
