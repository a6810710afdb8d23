import type { ClaimEntry, LeanEntry } from "../record/record.ts";
import type { Contradiction } from "./contradiction.ts";
import type { Denial, Interval, Status } from "./status.ts";
import { addYears, mayCoincide } from "./time-bounds.ts";

/** How sure the record is on a day. */
export type Certainty = "established" | "presumed" | "stale" | "contradicted" | "unknown";

export interface StatusOnDay<E extends LeanEntry = ClaimEntry> {
  /** Null when the claims do not say whether it holds. */
  readonly holds: boolean | null;
  /**
   * established: claims on both sides of the day, or a known end, bear it out · presumed: it had begun, no end is known; or it was
   * denied, no beginning is known · stale: the same, and the last evidence lies years before the day · contradicted: claims
   * cannot all be true of that day · unknown: the day lies where a boundary may fall, or before all evidence.
   */
  readonly certainty: Certainty;
  readonly interval: Interval<E> | null;
  /** Last day for which a claim says that it held, of the interval; or that it did not, where the answer rests on a denial. */
  readonly lastEvidence: string | null;
  readonly contradictions: readonly Contradiction<E>[];
}

/** Years after which evidence without a later word is called stale. */
export const STALE_YEARS = 10;

/** What held on a day (ISO 8601). */
export function statusAt<E extends LeanEntry>(status: Status<E>, day: string, staleYears: number = STALE_YEARS): StatusOnDay<E> {
  const contradictions = status.contradictions.filter((c) => c.days !== null && mayCoincide(c.days, { from: day, to: day }));
  const answer = (
    holds: boolean | null,
    certainty: Certainty,
    interval: Interval<E> | null,
    lastEvidence: string | null,
  ): StatusOnDay<E> => ({
    holds,
    certainty: contradictions.length > 0 ? "contradicted" : certainty,
    interval,
    lastEvidence,
    contradictions,
  });
  const sure = (holds: boolean, interval: Interval<E> | null = null): StatusOnDay<E> =>
    answer(holds, "established", interval, interval && lastEvidenceOf(interval));
  if (status.denials.some((d) => deniesFor(d, day))) return sure(false);
  for (const interval of status.intervals) {
    const begun = hasBegun(interval, day);
    const over = isOver(interval, day);
    if (over === true) continue;
    if (begun === false) return sure(false);
    if (begun === null || over === null) return answer(null, "unknown", interval, lastEvidenceOf(interval));
    if (interval.ends || interval.evidence.some((e) => e.bounds.from !== null && e.bounds.from >= day)) return sure(true, interval);
    const lastDay = lastEvidenceOf(interval);
    return answer(true, isStale(lastDay, day, staleYears) ? "stale" : "presumed", interval, lastDay);
  }
  if (status.intervals.length > 0) return sure(false);
  // after a denial it is taken not to hold, until something says that it began
  const denied = lastDenialBefore(status.denials, day);
  return denied === null
    ? answer(null, "unknown", null, null)
    : answer(false, isStale(denied, day, staleYears) ? "stale" : "presumed", null, denied);
}

/** Whether a denial is surely about this day. */
function deniesFor({ bounds, of }: Pick<Denial, "bounds" | "of">, day: string): boolean {
  if (of === "ever") return bounds.to !== null && day <= bounds.to;
  return of === "holding" && bounds.from !== null && bounds.from === bounds.to && mayCoincide(bounds, { from: day, to: day });
}

function lastDenialBefore(denials: readonly Pick<Denial, "bounds">[], day: string): string | null {
  const days = denials.flatMap((d) => (d.bounds.to !== null && d.bounds.to < day ? [d.bounds.to] : []));
  return days.sort().at(-1) ?? null;
}

function isStale(lastDay: string | null, day: string, staleYears: number): boolean {
  return lastDay !== null && addYears(lastDay, staleYears) < day;
}

/** Null where the day lies before all evidence of an unknown beginning, or where the beginning may fall. */
function hasBegun<E extends LeanEntry>({ begins, evidence }: Interval<E>, day: string): boolean | null {
  if (begins?.bounds.to != null && begins.bounds.to <= day) return true;
  if (begins?.bounds.from != null && begins.bounds.from > day) return false;
  return evidence.some((e) => e.bounds.to !== null && e.bounds.to <= day) ? true : null;
}

/** Null where the end may fall on or before the day, or later. */
function isOver<E extends LeanEntry>({ ends, evidence }: Interval<E>, day: string): boolean | null {
  if (!ends) return false;
  if (ends.bounds.to !== null && ends.bounds.to < day) return true;
  if (ends.bounds.from !== null && ends.bounds.from > day) return false;
  return evidence.some((e) => e.bounds.from !== null && e.bounds.from >= day) ? false : null;
}

function lastEvidenceOf<E extends LeanEntry>({ begins, ends, evidence }: Interval<E>): string | null {
  let last: string | null = null;
  const look = (day: string | null | undefined): void => {
    if (day && (last === null || day > last)) last = day;
  };
  look(begins?.bounds.to);
  look(ends?.bounds.from);
  for (const { bounds } of evidence) look(bounds.to);
  return last;
}
