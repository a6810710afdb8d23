import type { Bounds } from "../language/dates/edtf.ts";
import type { LeanEntry } from "../record/record.ts";
import { type Contradiction, spanOf } from "./contradiction.ts";
import type { Matter } from "./matters.ts";
import type { Boundary, Denial, Evidence, Interval, Status } from "./status.ts";
import { intersection, isBefore, mayCoincide, timeOf } from "./time-bounds.ts";

/** A beginning or an end that a claim tells of. */
export interface Mark<E extends LeanEntry> {
  readonly sign: "begins" | "ends";
  readonly bounds: Bounds;
  readonly edtf: string | null;
  readonly claims: readonly E[];
}

/** An interval while claims are still put to it. */
interface Open<E extends LeanEntry> {
  begins: Boundary<E> | null;
  ends: Boundary<E> | null;
  readonly evidence: Evidence<E>[];
}

type Against<E extends LeanEntry> = (
  kind: Contradiction["kind"],
  first: readonly E[],
  second: readonly E[],
  says: string,
  denial?: Denial<E>,
) => void;

/** What begins once until it ends; sanctions, troops and envoys may be added to those that are there. */
const ONCE: ReadonlySet<Matter["kind"]> = new Set(["relations", "recognition", "mission", "membership", "agreement"]);

/** The intervals that beginnings, ends and evidence make in order of time, and what does not agree. */
export function settleIntervals<E extends LeanEntry>(
  matter: Matter,
  marks: readonly Mark<E>[],
  evidence: readonly Evidence<E>[],
  denials: readonly Denial<E>[],
): Pick<Status<E>, "intervals" | "contradictions"> {
  const contradictions: Contradiction<E>[] = [];
  const against: Against<E> = (kind, first, second, says, denial) => {
    contradictions.push({ kind, matter, first, second, says, days: daysOf(kind, first, second, denial), settledBy: null });
  };
  const intervals: Open<E>[] = [];
  const dated = merge(marks.filter((m) => m.edtf !== null));
  for (const mark of dated) placeMark(intervals, mark, ONCE.has(matter.kind), against);
  for (const mark of marks.filter((m) => m.edtf === null)) attachUndated(intervals, mark);
  for (const one of [...evidence].sort((x, y) => compareBounds(x.bounds, y.bounds))) placeEvidence(intervals, one, against);
  for (const denial of denials) holdAgainst(intervals, denial, against);
  return { intervals, contradictions };
}

function placeMark<E extends LeanEntry>(intervals: Open<E>[], mark: Mark<E>, once: boolean, against: Against<E>): void {
  const last = intervals.at(-1);
  const open = last?.ends === null ? last : null;
  const boundary: Boundary<E> = { bounds: mark.bounds, edtf: mark.edtf, claims: mark.claims };
  if (mark.sign === "begins") {
    if (open?.begins && once && mark.claims.every((c) => c.claim.phase !== "resumes"))
      against("two-beginnings", open.begins.claims, mark.claims, `begins in ${open.begins.edtf} and in ${mark.edtf}, with no end between`);
    else if (!open) intervals.push({ begins: boundary, ends: null, evidence: [] });
    else for (const claim of mark.claims) open.evidence.push({ bounds: mark.bounds, claim });
  } else if (open) open.ends = boundary;
  else if (last)
    against("two-ends", last.ends!.claims, mark.claims, `ends in ${last.ends!.edtf} and in ${mark.edtf}, with no beginning between`);
  else intervals.push({ begins: null, ends: boundary, evidence: [] });
}

/** Marks of one sign that may be the same, with no mark of the other sign between, become one, with the bounds that all allow. */
function merge<E extends LeanEntry>(marks: readonly Mark<E>[]): Mark<E>[] {
  const sorted = [...marks].sort((x, y) => compareBounds(x.bounds, y.bounds) || x.sign.localeCompare(y.sign));
  const merged: Mark<E>[] = [];
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
function attachUndated<E extends LeanEntry>(intervals: Open<E>[], mark: Mark<E>): void {
  const plain: Boundary<E> = { bounds: mark.bounds, edtf: null, claims: mark.claims };
  const joined = (b: Boundary<E> | null): Boundary<E> => (b ? { ...b, claims: [...b.claims, ...mark.claims] } : plain);
  const first = intervals[0];
  const last = intervals.at(-1);
  if (!first || !last)
    intervals.push(mark.sign === "begins" ? { begins: plain, ends: null, evidence: [] } : { begins: null, ends: plain, evidence: [] });
  else if (mark.sign === "begins") first.begins = joined(first.begins);
  else if (last.ends) last.ends = joined(last.ends);
  else last.ends = { ...plain, bounds: { from: last.begins?.bounds.from ?? null, to: mark.bounds.to } };
}

function placeEvidence<E extends LeanEntry>(intervals: Open<E>[], one: Evidence<E>, against: Against<E>): void {
  const home = intervals.find(
    (i) => !(i.begins && isBefore(one.bounds, i.begins.bounds)) && !(i.ends && isBefore(i.ends.bounds, one.bounds)),
  );
  if (home) home.evidence.push(one);
  // what is only implied bears out what is known, and contradicts nothing
  if (home || one.implied) return;
  const at = intervals.findIndex((i) => i.begins && isBefore(one.bounds, i.begins.bounds));
  const next = at < 0 ? undefined : intervals[at];
  const previous = at < 0 ? intervals.at(-1) : intervals[at - 1];
  if (previous?.ends) {
    against(
      "held-after-end",
      previous.ends.claims,
      [one.claim],
      `ended in ${previous.ends.edtf ?? "an unknown year"} and is said to hold later, with no beginning between`,
    );
    if (next === undefined) intervals.push({ begins: null, ends: null, evidence: [one] });
  } else if (next)
    against(
      "held-before-beginning",
      [one.claim],
      next.begins!.claims,
      `is said to hold before it begins in ${next.begins!.edtf ?? "an unknown year"}`,
    );
  else intervals.push({ begins: null, ends: null, evidence: [one] });
}

function daysOf<E extends LeanEntry>(
  kind: Contradiction["kind"],
  first: readonly E[],
  second: readonly E[],
  denial: Denial<E> | undefined,
): Bounds {
  const { from } = spanOf(first.map(timeOf));
  if (kind === "held-after-end") return { from, to: null };
  if (denial && denial.of !== "ever") return { from: denial.bounds.from ?? from, to: null };
  return denial ? { from, to: denial.bounds.to } : spanOf([...first, ...second].map(timeOf));
}

/** Which claims of intervals cannot be true if a denial is. */
function holdAgainst<E extends LeanEntry>(intervals: readonly Open<E>[], denial: Denial<E>, against: Against<E>): void {
  const { bounds, claim } = denial;
  for (const interval of intervals) {
    const { begins } = interval;
    if (denial.of === "beginning") {
      if (begins && begins.edtf !== null && liesWithin(begins.bounds, bounds))
        against(
          "begun-and-denied",
          begins.claims,
          [claim],
          `is said to begin in ${begins.edtf} and not to begin in ${claim.claim.date.edtf}`,
        );
      continue;
    }
    const supporting = [...(begins?.claims ?? []).map((c) => ({ bounds: begins!.bounds, claim: c })), ...interval.evidence];
    if (denial.of === "ever") {
      const earlier = supporting.filter((s) => endsBy(s.bounds, bounds)).map((s) => s.claim);
      if (earlier.length > 0)
        against("held-and-denied", [...new Set(earlier)], [claim], `is said to hold, and by ${bounds.to} never to have held`, denial);
    } else if (supporting.length > 0 && surelyWithin(bounds, interval))
      against(
        "held-and-denied",
        [...new Set(supporting.map((s) => s.claim))],
        [claim],
        "is said to hold and not to hold at one time",
        denial,
      );
  }
}

/** Whether a time was surely over, or had come, when another ends. */
function endsBy(x: Bounds, y: Bounds): boolean {
  return x.to !== null && y.to !== null && x.to <= y.to;
}

function liesWithin(inner: Bounds, outer: Bounds): boolean {
  const begins = outer.from === null || (inner.from !== null && inner.from >= outer.from);
  return begins && (outer.to === null || (inner.to !== null && inner.to <= outer.to));
}

/** Does the matter surely hold all through these days, by its boundaries? */
function surelyWithin<E extends LeanEntry>({ from, to }: Bounds, { begins, ends }: Interval<E>): boolean {
  if (from === null || to === null) return false;
  const begun = begins?.bounds.to != null && begins.bounds.to <= from;
  const over = ends !== null && (ends.bounds.from === null || ends.bounds.from <= to);
  return begun && !over;
}

export function compareBounds(x: Bounds, y: Bounds): number {
  const key = (b: Bounds): string => `${b.from ?? b.to ?? "9999"} ${b.to ?? "9999"}`;
  return key(x).localeCompare(key(y));
}

function isNarrower(x: Bounds, y: Bounds): boolean {
  return (x.from ?? "") >= (y.from ?? "") && (x.to ?? "9999") <= (y.to ?? "9999") && (x.from !== y.from || x.to !== y.to);
}
