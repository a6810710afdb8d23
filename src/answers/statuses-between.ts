import type { Contradiction } from "../reasoning/contradiction.ts";
import { findContradictions, findFoundingsApart, inOrderOfSettling } from "../reasoning/contradictions.ts";
import { MATTER_KINDS, type MatterKind } from "../reasoning/matters.ts";
import type { Status } from "../reasoning/status.ts";
import type { LeanEntry, Record } from "../record/record.ts";
import { decidedBetween } from "./decided-between.ts";
import { decidedClaims } from "./decided-claims.ts";
import { DerivedCache } from "./derived-cache.ts";
import { type Pair, PairStatuses } from "./pair-statuses.ts";

export interface StatusFilter {
  /** Only matters of these kinds. */
  readonly kinds?: readonly MatterKind[];
  /** As the record was at the end of this day (ISO 8601, UTC). */
  readonly known?: string;
  /** The most statuses, and how many before them are passed over; all when not given. */
  readonly limit?: number;
  readonly skip?: number;
}

/** Statuses of so many claims are kept for each open record. */
const MOST_KEPT = 200_000;
const CACHES = new WeakMap<Record, DerivedCache<Derived>>();

interface Derived {
  readonly statuses: PairStatuses;
  /** Of all kinds of matters and of foundings, open ones first. */
  contradictions: readonly Contradiction<LeanEntry>[] | null;
}

/**
 * The statuses of the standing matters between two actors after the decisions of people, from the index of dyads alone: their
 * claims have no words but those of denials; `statusesWithWords` reads them. Only those that are asked for are worked out; they are
 * kept while nothing that bears on the two is stored or decided. `total` counts all.
 */
export async function statusesBetween(
  record: Record,
  pair: Pair,
  filter: StatusFilter = {},
): Promise<{ readonly total: number; readonly statuses: readonly Status<LeanEntry>[] }> {
  const kinds = MATTER_KINDS.filter((kind) => !filter.kinds?.length || filter.kinds.includes(kind));
  return withDerived(record, pair, filter.known, ({ statuses }) => statuses.page(kinds, filter.skip ?? 0, filter.limit));
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
  return withDerived(record, [a, b], known, async (derived) => {
    if (derived.contradictions === null) {
      const { statuses } = await derived.statuses.page(MATTER_KINDS, 0);
      const { entries, preferences } = await decidedClaims(record, [a, b], { known, types: ["founding"] });
      const all = [...statuses.flatMap((s) => [...s.contradictions, ...s.settled]), ...findFoundingsApart(entries, preferences)];
      derived.contradictions = inOrderOfSettling(all.filter(areTheirs));
    }
    return derived.contradictions;
  });
}

/** Answers from what was derived of a pair before, where nothing that bears on it has changed since. */
async function withDerived<T>(record: Record, pair: Pair, known: string | undefined, answer: (derived: Derived) => Promise<T>): Promise<T> {
  const cache = CACHES.get(record) ?? new DerivedCache(MOST_KEPT);
  CACHES.set(record, cache);
  // first the number, then the claims: what is stored in between is seen, if not now then the next time
  const { claims, changes } = await record.countBetween(...pair);
  const decided = await decidedBetween(record, pair, known);
  const key = JSON.stringify([[...pair].sort(), known ?? null, decided]);
  const derived = cache.get(key, changes) ?? { statuses: new PairStatuses(record, pair, claims, decided, known), contradictions: null };
  const found = await answer(derived);
  cache.set(key, changes, derived.statuses.claimsRead, derived);
  return found;
}
