import type { Selectable, Transaction } from "kysely";
import type { ClaimType } from "../claims/claim.ts";
import { ROLES } from "../claims/roles.ts";
import type { Engine } from "./engine.ts";
import { readRuns, runOf } from "./runs.ts";
import type { RecordTables } from "./schema.ts";
import { isFirst } from "./standing.ts";

const CLAIMS_AT_ONCE = 2000;
/** Sorts behind every date. */
export const UNDATED = "~";

/** Two different actors of a list, each pair once, the one that sorts first named first. */
export function dyadsOf(actors: readonly string[]): (readonly [string, string])[] {
  const each = [...new Set(actors)].sort(byCodeUnits);
  return each.flatMap((a, i) => each.slice(i + 1).map((b) => [a, b] as const));
}

/** As SQLite and the collation "C" of PostgreSQL sort ASCII. */
export function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

type ClaimRow = Pick<
  Selectable<RecordTables["claim"]>,
  "row" | "id" | "extraction" | "type" | "phase" | "factuality" | "date_edtf" | "valid_from" | "valid_to" | "start" | "end" | "details"
>;
type ParticipantRow = Pick<Selectable<RecordTables["participant"]>, "role" | "actor" | "person">;

/** The places of a claim in the chronologies of its dyads, with what reasoning needs of it, and whether it counts. */
export function toDyadRows(claim: ClaimRow, participants: readonly ParticipantRow[], counts: boolean): Selectable<RecordTables["dyad"]>[] {
  const dyads = dyadsOf(participants.map((p) => p.actor));
  if (dyads.length === 0) return [];
  const rolesOf = (actor: string): string => [...new Set(participants.filter((p) => p.actor === actor).map((p) => p.role))].join(",");
  // a happening may have dozens of actors and hundreds of dyads, and nothing stands that its details could tell from another
  const standing = claim.phase !== "occurs";
  const [first] = Object.keys(ROLES[claim.type as ClaimType].roles);
  const person = standing ? (participants.find((p) => p.role === first && p.person !== null)?.person ?? null) : null;
  return dyads.map(([a, b]) => ({
    a,
    b,
    run: runOf(claim.row),
    valid_from: claim.valid_from ?? UNDATED,
    valid_to: claim.valid_to ?? "",
    claim: claim.row,
    stands: counts ? 1 : 0,
    id: claim.id,
    extraction: claim.extraction,
    type: claim.type,
    phase: claim.phase,
    factuality: claim.factuality,
    edtf: claim.date_edtf,
    roles: `${rolesOf(a)}:${rolesOf(b)}`,
    start: claim.start,
    end: claim.end,
    details: standing && claim.details !== "{}" ? claim.details : null,
    person,
  }));
}

/** Makes the dyads of all claims of a record that has none yet. */
export async function indexAllDyads(tx: Transaction<RecordTables>, engine: Engine): Promise<void> {
  const runs = await readRuns(tx);
  for (let last = 0; ; ) {
    const claims = await tx
      .selectFrom("claim")
      .selectAll()
      .select((e) =>
        e
          .case()
          .when(isFirst(e, runs, null))
          .then(1)
          .else(0)
          .end()
          .as("counts"),
      )
      .where("row", ">", last)
      .orderBy("row")
      .limit(CLAIMS_AT_ONCE)
      .execute();
    if (claims.length === 0) break;
    const next = claims.at(-1)!.row;
    const participants = await tx
      .selectFrom("participant")
      .select(["claim", "role", "actor", "person"])
      .where("claim", ">", last)
      .where("claim", "<=", next)
      .orderBy("claim")
      .orderBy("position")
      .execute();
    const byClaim = Map.groupBy(participants, (p) => p.claim);
    await engine.insert(
      tx,
      "dyad",
      claims.flatMap((claim) => toDyadRows(claim, byClaim.get(claim.row) ?? [], claim.counts === 1)),
    );
    last = next;
  }
}
