import { type Bounds, edtfBounds } from "../language/dates/edtf.ts";
import type { ClaimEntry } from "../record/record.ts";
import type { Contradiction } from "./contradiction.ts";
import { bearingOf, groupByMatter, type Matter } from "./matters.ts";
import { ANY_TIME, addYears, intersection, isBefore, mayCoincide, timeOf, writtenOn } from "./time-bounds.ts";

/** A beginning or an end, with every claim that says it. */
export interface Boundary {
  /** Between which days it lies; null where nothing is known. */
  readonly bounds: Bounds;
  /** The most precise date that a claim gives for it; null when none gives one. */
  readonly edtf: string | null;
  readonly claims: readonly ClaimEntry[];
}

/** A time in which a matter held. */
export interface Interval {
  /** Null when no claim tells of the beginning. */
  readonly begins: Boundary | null;
  /** Null when no claim tells of an end. */
  readonly ends: Boundary | null;
  /** Claims that it held, with the days for which they say so. */
  readonly evidence: readonly Evidence[];
}

export interface Evidence {
  readonly bounds: Bounds;
  readonly claim: ClaimEntry;
}

/** What the claims make of one standing matter. */
export interface Status {
  readonly matter: Matter;
  /** In order of time; they do not overlap. */
  readonly intervals: readonly Interval[];
  /** Claims that it has not begun or does not hold. */
  readonly denials: readonly Evidence[];
  readonly contradictions: readonly Contradiction[];
}

/** The statuses of all standing matters that the claims speak of. Claims of any order give the same. */
export function deriveStatuses(entries: readonly ClaimEntry[]): Status[] {
  const sorted = [...entries].sort((x, y) => x.claim.id.localeCompare(y.claim.id) || x.recordedAt.localeCompare(y.recordedAt));
  return groupByMatter(sorted)
    .map(({ matter, entries: own }) => deriveStatus(matter, own))
    .filter((s) => s.intervals.length > 0 || s.denials.length > 0)
    .sort((x, y) => compareStatuses(x, y));
}

interface Mark {
  readonly sign: "begins" | "ends";
  readonly bounds: Bounds;
  readonly edtf: string | null;
  readonly claims: readonly ClaimEntry[];
}

function deriveStatus(matter: Matter, entries: readonly ClaimEntry[]): Status {
  const marks: Mark[] = [];
  const evidence: Evidence[] = [];
  const denials: Evidence[] = [];
  const inForce = entries.some((e) => e.claim.phase === "in-force" && bearingOf(e.claim) === "begins");
  for (const entry of entries) {
    const { claim } = entry;
    const bearing = bearingOf(claim);
    const bounds = timeOf(entry);
    const mark = (sign: Mark["sign"], at: Bounds, edtf: string | null) => marks.push({ sign, bounds: at, edtf, claims: [entry] });
    if (bearing === "denies")
      denials.push({ bounds: claim.date.edtf ? bounds : (writtenOn(entry.document.date) ?? ANY_TIME), claim: entry });
    // once it is known when an agreement came into force, its signature is only what went before
    else if (bearing === "begins" && !(inForce && claim.phase === "signed")) {
      mark("begins", beginningOf(claim.date.edtf, bounds), claim.date.edtf);
      if (claim.date.edtf !== null) evidence.push({ bounds: lastDayOf(bounds), claim: entry });
    } else if (bearing === "ends") mark("ends", bounds, claim.date.edtf);
    else if (bearing === "holds") {
      const [from, to] = claim.date.edtf?.split("/") ?? [];
      if (from && to !== undefined && from !== "..") mark("begins", edtfBounds(from), from);
      if (from && to && to !== "..") mark("ends", edtfBounds(to), to);
      const open = claim.date.edtf === null || to === "..";
      const written = open ? writtenOn(entry.document.date) : null;
      evidence.push({ bounds: written && !isBefore(written, bounds) ? written : bounds, claim: entry });
    }
  }
  return settle(matter, marks, evidence, denials);
}

/** "Since 2013" begins in 2013, on a day that is not known. */
function beginningOf(edtf: string | null, bounds: Bounds): Bounds {
  const start = edtf?.includes("/") ? edtf.slice(0, edtf.indexOf("/")) : null;
  return start && start !== ".." ? edtfBounds(start) : bounds;
}

function lastDayOf({ from, to }: Bounds): Bounds {
  return { from: to ?? from, to: to ?? from };
}

/** What begins once until it ends; sanctions, troops and envoys may be added to those that are there. */
const ONCE: ReadonlySet<Matter["kind"]> = new Set(["relations", "recognition", "mission", "membership", "agreement"]);

/** Goes through beginnings, ends and evidence in order of time. */
function settle(matter: Matter, marks: readonly Mark[], evidence: readonly Evidence[], denials: readonly Evidence[]): Status {
  const contradictions: Contradiction[] = [];
  const against = (kind: Contradiction["kind"], first: readonly ClaimEntry[], second: readonly ClaimEntry[], says: string): void => {
    contradictions.push({ kind, matter, first, second, says });
  };
  const dated = merge(marks.filter((m) => m.edtf !== null));
  const intervals: { begins: Boundary | null; ends: Boundary | null; evidence: Evidence[] }[] = [];
  const last = () => intervals.at(-1);
  for (const mark of dated) {
    const open = last()?.ends === null ? last()! : null;
    const boundary: Boundary = { bounds: mark.bounds, edtf: mark.edtf, claims: mark.claims };
    if (mark.sign === "begins") {
      if (open?.begins && ONCE.has(matter.kind) && mark.claims.every((c) => c.claim.phase !== "resumes"))
        against(
          "two-beginnings",
          open.begins.claims,
          mark.claims,
          `begins in ${open.begins.edtf} and in ${mark.edtf}, with no end between`,
        );
      else if (!open) intervals.push({ begins: boundary, ends: null, evidence: [] });
      else for (const claim of mark.claims) open.evidence.push({ bounds: mark.bounds, claim });
    } else if (open) open.ends = boundary;
    else if (last())
      against(
        "two-ends",
        last()!.ends!.claims,
        mark.claims,
        `ends in ${last()!.ends!.edtf} and in ${mark.edtf}, with no beginning between`,
      );
    else intervals.push({ begins: null, ends: boundary, evidence: [] });
  }
  for (const mark of marks.filter((m) => m.edtf === null)) attachUndated(intervals, mark);
  for (const one of [...evidence].sort((x, y) => compareBounds(x.bounds, y.bounds))) placeEvidence(intervals, one, against);
  for (const denial of denials)
    for (const interval of intervals) {
      const supporting = [...(interval.begins?.claims ?? []), ...interval.evidence.map((e) => e.claim)];
      if (supporting.length > 0 && surelyWithin(denial.bounds, interval))
        against("held-and-denied", supporting, [denial.claim], "is said to hold and not to hold at one time");
    }
  return { matter, intervals, denials, contradictions };
}

/** Marks of one sign that may be the same, with no mark of the other sign between, become one, with the bounds that all allow. */
function merge(marks: readonly Mark[]): Mark[] {
  const sorted = [...marks].sort((x, y) => compareBounds(x.bounds, y.bounds) || x.sign.localeCompare(y.sign));
  const merged: Mark[] = [];
  for (const mark of sorted) {
    const same = merged.at(-1);
    if (same?.sign === mark.sign && mayCoincide(same.bounds, mark.bounds)) {
      const bounds = intersection(same.bounds, mark.bounds);
      const finer = isNarrower(mark.bounds, same.bounds) ? mark.edtf : same.edtf;
      merged[merged.length - 1] = { sign: mark.sign, bounds, edtf: finer, claims: [...same.claims, ...mark.claims] };
    } else merged.push(mark);
  }
  return merged;
}

/** A beginning or an end without a date adds to the one that is known, or says at least that there was one. */
function attachUndated(intervals: { begins: Boundary | null; ends: Boundary | null; evidence: Evidence[] }[], mark: Mark): void {
  const plain: Boundary = { bounds: mark.bounds, edtf: null, claims: mark.claims };
  const joined = (b: Boundary | null): Boundary => (b ? { ...b, claims: [...b.claims, ...mark.claims] } : plain);
  const first = intervals[0];
  const last = intervals.at(-1);
  if (!first || !last)
    intervals.push(mark.sign === "begins" ? { begins: plain, ends: null, evidence: [] } : { begins: null, ends: plain, evidence: [] });
  else if (mark.sign === "begins") first.begins = joined(first.begins);
  else if (last.ends) last.ends = joined(last.ends);
  else last.ends = { ...plain, bounds: { from: last.begins?.bounds.from ?? null, to: mark.bounds.to } };
}

function placeEvidence(
  intervals: { begins: Boundary | null; ends: Boundary | null; evidence: Evidence[] }[],
  one: Evidence,
  against: (kind: Contradiction["kind"], first: readonly ClaimEntry[], second: readonly ClaimEntry[], says: string) => void,
): void {
  const home = intervals.find(
    (i) => !(i.begins && isBefore(one.bounds, i.begins.bounds)) && !(i.ends && isBefore(i.ends.bounds, one.bounds)),
  );
  if (home) {
    home.evidence.push(one);
    return;
  }
  const at = intervals.findIndex((i) => i.begins && isBefore(one.bounds, i.begins.bounds));
  const next = at < 0 ? undefined : intervals[at];
  const previous = at < 0 ? intervals.at(-1) : intervals[at - 1];
  const fresh = { begins: null, ends: null, evidence: [one] };
  if (previous?.ends) {
    against(
      "held-after-end",
      previous.ends.claims,
      [one.claim],
      `ended in ${previous.ends.edtf ?? "an unknown year"} and is said to hold later, with no beginning between`,
    );
    if (next === undefined) intervals.push(fresh);
  } else if (next)
    against(
      "held-before-beginning",
      [one.claim],
      next.begins!.claims,
      `is said to hold before it begins in ${next.begins!.edtf ?? "an unknown year"}`,
    );
  else intervals.push(fresh);
}

/** Does the matter surely hold all through these days, by its boundaries? */
function surelyWithin({ from, to }: Bounds, { begins, ends }: Interval): boolean {
  if (from === null || to === null) return false;
  const begun = begins?.bounds.to != null && begins.bounds.to <= from;
  const over = ends !== null && (ends.bounds.from === null || ends.bounds.from <= to);
  return begun && !over;
}

function compareBounds(x: Bounds, y: Bounds): number {
  const key = (b: Bounds): string => `${b.from ?? b.to ?? "9999"} ${b.to ?? "9999"}`;
  return key(x).localeCompare(key(y));
}

function isNarrower(x: Bounds, y: Bounds): boolean {
  return (x.from ?? "") >= (y.from ?? "") && (x.to ?? "9999") <= (y.to ?? "9999") && (x.from !== y.from || x.to !== y.to);
}

function compareStatuses({ matter: x }: Status, { matter: y }: Status): number {
  const key = (m: Matter): string => [m.kind, m.a, m.b, m.object ?? ""].join("|");
  return key(x).localeCompare(key(y));
}

/** How sure the record is on a day. */
export type Certainty = "established" | "presumed" | "stale" | "contradicted" | "unknown";

export interface StatusOnDay {
  /** Null when the claims do not say whether it holds. */
  readonly holds: boolean | null;
  /**
   * established: claims on both sides of the day, or a known end, bear it out · presumed: it had begun, no end is known ·
   * stale: the same, and the last evidence lies years before the day · contradicted: claims cannot all be true of that day ·
   * unknown: the day lies where a boundary may fall, or before or after all evidence.
   */
  readonly certainty: Certainty;
  readonly interval: Interval | null;
  /** Last day for which a claim says that it held, of the interval. */
  readonly lastEvidence: string | null;
  readonly contradictions: readonly Contradiction[];
}

/** Years after which evidence without a later word is called stale. */
export const STALE_YEARS = 10;

/** What held on a day (ISO 8601). */
export function statusAt(status: Status, day: string, staleYears: number = STALE_YEARS): StatusOnDay {
  const contradictions = status.contradictions.filter((c) => reaches(c, day));
  const answer = (holds: boolean | null, certainty: Certainty, interval: Interval | null): StatusOnDay => ({
    holds,
    certainty: contradictions.length > 0 ? "contradicted" : certainty,
    interval,
    lastEvidence: interval && lastEvidenceOf(interval),
    contradictions,
  });
  const on = { from: day, to: day };
  if (status.denials.some((d) => d.bounds.from !== null && mayCoincide(d.bounds, on) && d.bounds.from === d.bounds.to))
    return answer(false, "established", null);
  for (const interval of status.intervals) {
    const begun = hasBegun(interval, day);
    const over = isOver(interval, day);
    if (over === true) continue;
    if (begun === false) return answer(false, "established", null);
    if (begun === null || over === null) return answer(null, "unknown", interval);
    if (interval.ends || interval.evidence.some((e) => e.bounds.from !== null && e.bounds.from >= day))
      return answer(true, "established", interval);
    const lastDay = lastEvidenceOf(interval);
    return answer(true, lastDay !== null && addYears(lastDay, staleYears) < day ? "stale" : "presumed", interval);
  }
  return status.intervals.length > 0 ? answer(false, "established", null) : answer(null, "unknown", null);
}

/** Null where the day lies before all evidence of an unknown beginning, or where the beginning may fall. */
function hasBegun({ begins, evidence }: Interval, day: string): boolean | null {
  if (begins?.bounds.to != null && begins.bounds.to <= day) return true;
  if (begins?.bounds.from != null && begins.bounds.from > day) return false;
  return evidence.some((e) => e.bounds.to !== null && e.bounds.to <= day) ? true : null;
}

/** Null where the end may fall on or before the day, or later. */
function isOver({ ends, evidence }: Interval, day: string): boolean | null {
  if (!ends) return false;
  if (ends.bounds.to !== null && ends.bounds.to < day) return true;
  if (ends.bounds.from !== null && ends.bounds.from > day) return false;
  return evidence.some((e) => e.bounds.from !== null && e.bounds.from >= day) ? false : null;
}

function lastEvidenceOf({ begins, ends, evidence }: Interval): string | null {
  const days = [begins?.bounds.to, ends?.bounds.from, ...evidence.map((e) => e.bounds.to)].filter(
    (d): d is string => typeof d === "string",
  );
  return days.sort().at(-1) ?? null;
}

/** Whether a contradiction leaves open what held on the day: for two beginnings or ends the days between them, else all days from the later claim on. */
function reaches({ kind, first, second }: Contradiction, day: string): boolean {
  const x = first.map(timeOf);
  const y = second.map(timeOf);
  const starts = (bounds: readonly Bounds[]): string => bounds.map((b) => b.from ?? "0000").sort()[0] ?? "0000";
  const ends = (bounds: readonly Bounds[]): string =>
    bounds
      .map((b) => b.to ?? "9999")
      .sort()
      .at(-1) ?? "9999";
  if (kind === "two-beginnings" || kind === "two-ends") {
    const [a, b] = starts(x) < starts(y) ? [starts(x), ends(y)] : [starts(y), ends(x)];
    return a <= day && day <= b;
  }
  if (kind === "held-before-beginning") return starts(x) <= day && day <= ends(y);
  return starts(x) <= day;
}
