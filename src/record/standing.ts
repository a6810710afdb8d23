import { type ExpressionBuilder, type Kysely, type Selectable, sql, type Transaction } from "kysely";
import { stands, stoodAt } from "./claim-rows.ts";
import { byCodeUnits, dyadsOf, UNDATED } from "./dyads.ts";
import { inRuns, runOf } from "./runs.ts";
import type { RecordTables } from "./schema.ts";

/** A claim that counts: it stands, and is the first that says so of the editions of one text. */
export interface StandingClaim extends Pick<Selectable<RecordTables["claim"]>, "row" | "id" | "edition" | "valid_from" | "valid_to"> {
  readonly actors: readonly string[];
}

/** Dyads that are marked with one statement; five values each. */
const DYADS_AT_ONCE = 500;

/** That a claim stands, or stood at a time (ISO 8601, UTC), and is the first that says so of the editions of one text. */
export function isFirst(e: ExpressionBuilder<RecordTables, "claim">, runs: readonly number[], time: string | null) {
  const earlier = e
    .selectFrom("claim as earlier")
    .select("earlier.row")
    .where(inRuns("earlier", runs))
    .whereRef("earlier.id", "=", "claim.id")
    .where((n) =>
      n.or([
        n("earlier.edition", "<", n.ref("claim.edition")),
        n.and([n("earlier.edition", "=", n.ref("claim.edition")), n("earlier.row", "<", n.ref("claim.row"))]),
      ]),
    )
    .where(() => earlierStands(time));
  return e.and([time === null ? stands(e) : stoodAt(e, time), e.not(e.exists(earlier))]);
}

/** As `stands` and `stoodAt`. */
function earlierStands(time: string | null) {
  return time === null
    ? sql<boolean>`earlier.retired_at is null and exists (select 1 from reading r where r.edition = earlier.edition and r.superseded_at is null)`
    : sql<boolean>`earlier.recorded_at <= ${time} and (earlier.retired_at is null or earlier.retired_at > ${time}) and exists
        (select 1 from reading r where r.edition = earlier.edition and r.recorded_at <= ${time} and (r.superseded_at is null or r.superseded_at > ${time}))`;
}

/** The claims of documents that count, by the ids of their texts. */
export async function standingOf(db: Kysely<RecordTables>, documents: readonly string[]): Promise<StandingClaim[]> {
  const rows = await db
    .selectFrom("document")
    .innerJoin("extraction", "extraction.edition", "document.edition")
    .innerJoin("claim", "claim.extraction", "extraction.id")
    .innerJoin("participant", "participant.claim", "claim.row")
    .select(["claim.row", "claim.id", "claim.edition", "claim.valid_from", "claim.valid_to", "participant.actor"])
    .where("document.id", "in", [...documents])
    .where((e) => stands(e))
    .execute();
  const claims = Map.groupBy(rows, (r) => r.row);
  return firstOfEach(Array.from(claims.values(), (own) => ({ ...own[0]!, actors: own.map((r) => r.actor) })));
}

/** Of claims with the same id the first: of the first edition, and there the first that was stored. */
export function firstOfEach(claims: readonly StandingClaim[]): StandingClaim[] {
  const first = new Map<string, StandingClaim>();
  for (const claim of claims) {
    const other = first.get(claim.id);
    if (!other || (byCodeUnits(claim.edition, other.edition) || claim.row - other.row) < 0) first.set(claim.id, claim);
  }
  return [...first.values()];
}

/** Says of claims that are in the record whether they count. */
export async function markStanding(tx: Transaction<RecordTables>, claims: readonly StandingClaim[], counts: boolean): Promise<void> {
  const places = claims.flatMap(({ row, valid_from, valid_to, actors }) =>
    dyadsOf(actors).map(
      ([a, b]) => sql`(${a}, ${b}, cast(${runOf(row)} as bigint), ${valid_from ?? UNDATED}, ${valid_to ?? ""}, cast(${row} as bigint))`,
    ),
  );
  for (let at = 0; at < places.length; at += DYADS_AT_ONCE)
    await tx
      .updateTable("dyad")
      .set({ stands: counts ? 1 : 0 })
      .where(sql<boolean>`(a, b, run, valid_from, valid_to, claim) in (values ${sql.join(places.slice(at, at + DYADS_AT_ONCE))})`)
      .execute();
}
