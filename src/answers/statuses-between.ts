import type { Contradiction } from "../reasoning/contradiction.ts";
import { findContradictions, findFoundingsApart, inOrderOfSettling } from "../reasoning/contradictions.ts";
import { MATTER_KINDS, type MatterKind } from "../reasoning/matters.ts";
import type { Status } from "../reasoning/status.ts";
import { deriveStatuses, IMPLYING } from "../reasoning/statuses.ts";
import type { LeanEntry, Record } from "../record/record.ts";
import { decidedBetween, takeOver } from "./decided-between.ts";
import { decidedClaims } from "./decided-claims.ts";
import { DerivedCache } from "./derived-cache.ts";

type Pair = readonly [string, string];

export interface StatusFilter {
  /** Only matters of these kinds. */
  readonly kinds?: readonly MatterKind[];
  /** As the record was at the end of this day (ISO 8601, UTC). */
  readonly known?: string;
}

/** Statuses of so many claims are kept for each open record. */
const MOST_KEPT = 200_000;
const CACHES = new WeakMap<Record, DerivedCache<Derived>>();

interface Derived {
  readonly statuses: readonly Status<LeanEntry>[];
  /** Of all kinds of matters and of foundings, open ones first. */
  contradictions: readonly Contradiction<LeanEntry>[] | null;
}

/**
 * The statuses of the standing matters between two actors after the decisions of people, from the index of dyads alone: their
 * claims have no words but those of denials; `statusesWithWords` reads them. They are kept while nothing that bears on the two is
 * stored or decided.
 */
export async function statusesBetween(record: Record, pair: Pair, filter: StatusFilter = {}): Promise<readonly Status<LeanEntry>[]> {
  return (await deriveBetween(record, pair, filter)).statuses;
}

/** The contradictions about these actors (one, two, or none for all of the record), open ones first; about two in the same way as their statuses. */
export async function contradictionsAbout(
  record: Record,
  actors: readonly string[],
  known?: string,
): Promise<readonly Contradiction<LeanEntry>[]> {
  const areTheirs = ({ matter }: Contradiction<LeanEntry>): boolean => actors.every((id) => matter.a === id || matter.b === id);
  const [a, b] = actors;
  if (a === undefined || b === undefined || a === b || actors.length > 2) {
    const { entries, preferences } = await decidedClaims(record, actors, { known });
    return findContradictions(entries, preferences).filter(areTheirs);
  }
  const derived = await deriveBetween(record, [a, b], { known });
  if (derived.contradictions === null) {
    const { entries, preferences } = await decidedClaims(record, [a, b], { known, types: ["founding"] });
    const all = [...derived.statuses.flatMap((s) => [...s.contradictions, ...s.settled]), ...findFoundingsApart(entries, preferences)];
    derived.contradictions = inOrderOfSettling(all.filter(areTheirs));
  }
  return derived.contradictions;
}

async function deriveBetween(record: Record, pair: Pair, { kinds, known }: StatusFilter): Promise<Derived> {
  const cache = CACHES.get(record) ?? new DerivedCache(MOST_KEPT);
  CACHES.set(record, cache);
  // first the number, then the claims: what is stored in between is seen, if not now then the next time
  const state = await record.changesOf(...pair);
  const decided = await decidedBetween(record, pair, known);
  const asked = MATTER_KINDS.filter((kind) => !kinds?.length || kinds.includes(kind));
  const key = JSON.stringify([[...pair].sort(), asked, known ?? null, decided]);
  const there = cache.get(key, state);
  if (there) return there;
  const types = asked.some((kind) => kind === "relations" || kind === "recognition") ? [...new Set([...asked, ...IMPLYING])] : asked;
  const entries = takeOver(await record.leanClaims(...pair, types, known), decided, pair, types);
  const statuses = deriveStatuses(entries, decided.preferences).filter(
    ({ matter }) => asked.some((kind) => kind === matter.kind) && pair.includes(matter.a) && pair.includes(matter.b),
  );
  const derived: Derived = { statuses, contradictions: null };
  cache.set(key, state, entries.length, derived);
  return derived;
}
