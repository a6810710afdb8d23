import { applyDecisions } from "../reasoning/apply-decisions.ts";
import type { Preference } from "../reasoning/preferences.ts";
import { claimsOfRuling } from "../record/decision.ts";
import type { ClaimEntry, LeanEntry, Record } from "../record/record.ts";
import { bringsIn, placesOf, withMeant } from "./decided-claims.ts";

/** What people decided that may bear on the claims of two actors. */
export interface DecidedBetween {
  /** Claims as they are after the decisions, of whatever actors. */
  readonly entries: readonly ClaimEntry[];
  /** The ids of those that were rejected. */
  readonly rejected: readonly string[];
  readonly preferences: readonly Preference[];
}

const NOTHING: DecidedBetween = { entries: [], rejected: [], preferences: [] };

/**
 * The decisions about claims of two actors, those that bring a claim to them, those about claims that do not stand any more and so
 * may be about one of theirs now, all others about the same claims, and preferences; as known on a day where one is given.
 */
export async function decidedBetween(record: Record, pair: readonly [string, string], known?: string): Promise<DecidedBetween> {
  const decisions = await record.decisions(known);
  if (decisions.length === 0) return NOTHING;
  const claims = decisions.flatMap((d) => claimsOfRuling(d.ruling));
  const theirs = new Set(claims.filter((c) => hasBoth(c, pair)).map((c) => c.id));
  const others = [...new Set(claims.map((c) => c.id))].filter((id) => !theirs.has(id));
  const standing = await record.standing(others, known);
  const bringing = decisions.filter((d) => bringsIn(d, pair, {})).flatMap((d) => claimsOfRuling(d.ruling));
  const lost = claims.filter((c) => !theirs.has(c.id) && !standing.has(c.id));
  const near = new Set([...theirs, ...[...bringing, ...lost].map((c) => c.id)]);
  // under which ids these were decided about since, their words tell
  const places = new Set([...bringing, ...lost].flatMap(placesOf));
  const bearing = decisions.filter(({ ruling }) => {
    const about = claimsOfRuling(ruling);
    return about.length === 0 || about.some((c) => near.has(c.id) || placesOf(c).some((place) => places.has(place)));
  });
  const { entries, rejected, preferences } = applyDecisions(await withMeant(record, [], bearing, known), bearing);
  return { entries, rejected: rejected.map((e) => e.claim.id), preferences };
}

/** The claims of two actors with what was decided: rejected ones left out, corrected ones as they are now, under whichever actors and type. */
export function takeOver(
  claims: readonly LeanEntry[],
  { entries, rejected }: DecidedBetween,
  pair: readonly [string, string],
  types: readonly string[],
): LeanEntry[] {
  if (entries.length + rejected.length === 0) return [...claims];
  const decided = new Set([...rejected, ...entries.map((e) => e.claim.id)]);
  return [
    ...claims.filter((e) => !decided.has(e.claim.id)),
    ...entries.filter(({ claim }) => types.includes(claim.type) && hasBoth(claim, pair)),
  ];
}

function hasBoth({ participants }: LeanEntry["claim"], pair: readonly [string, string]): boolean {
  return pair.every((actor) => participants.some((p) => p.actor === actor));
}
