import { type Kysely, type RawBuilder, type SqlBool, sql } from "kysely";
import type { RecordTables } from "./schema.ts";

/**
 * Claims are numbered as they come, and what is found in no such order (ids, dates) is indexed run by run: 65,536 claims, of which
 * only the last run still grows. The pages of an index that are written again and again are those of one run, so that a late
 * claim costs what an early one did; whoever looks something up looks in each run.
 */
const RUN_BITS = 16;
const RUN_CLAIMS = 2 ** RUN_BITS;

/** The run of a claim, by its row. */
export function runOf(row: number): number {
  return Math.floor(row / RUN_CLAIMS);
}

/** The run of the claim of this alias, in the words of the index. */
function runIn(claim: string): RawBuilder<number> {
  return sql`(${sql.ref(`${claim}.row`)} >> ${sql.lit(RUN_BITS)})`;
}

/** The numbers of all runs of a record, from 0. */
export async function readRuns(db: Kysely<RecordTables>): Promise<number[]> {
  const row = await db
    .selectFrom("claim")
    .select((e) => e.fn.max<number | null>("row").as("last"))
    .executeTakeFirst();
  return Array.from({ length: runOf(row?.last ?? 0) + 1 }, (_, run) => run);
}

/** That the claim of this alias stands in one of these runs, as a condition on its id must be joined with to be quick. */
export function inRuns(claim: string, runs: readonly number[]): RawBuilder<SqlBool> {
  return sql<SqlBool>`${runIn(claim)} in (${sql.join(runs.map((run) => sql.lit(run)))})`;
}
