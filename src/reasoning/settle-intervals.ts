import type { Bounds } from "../language/dates/edtf.ts";
import { byCodeUnits } from "../record/dyads.ts";
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
  placeAll(intervals, inOrder(evidence), against);
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
  const merged: { sign: Mark<E>["sign"]; bounds: Bounds; edtf: string | null; claims: E[] }[] = [];
  for (const mark of inOrder(marks)) {
    const same = merged.at(-1);
    if (same?.sign !== mark.sign || !mayCoincide(same.bounds, mark.bounds)) {
      merged.push({ ...mark, claims: [...mark.claims] });
      continue;
    }
    if (isNarrower(mark.bounds, same.bounds)) same.edtf = mark.edtf;
    same.bounds = intersection(same.bounds, mark.bounds);
    same.claims.push(...mark.claims);
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

/** Puts evidence, in order of time, to the first interval in which it may lie. */
function placeAll<E extends LeanEntry>(intervals: Open<E>[], evidence: readonly Evidence<E>[], against: Against<E>): void {
  // the first day on which any of the intervals from here on may have begun: before it, none of them is looked at
  const earliest: string[] = [];
  for (let i = intervals.length - 1; i >= 0; i--) {
    const from = intervals[i]!.begins?.bounds.from ?? "";
    earliest[i] = earliest[i + 1] !== undefined && earliest[i + 1]! < from ? earliest[i + 1]! : from;
  }
  const dated = intervals.length;
  // those that were over before this evidence were so before all that follows
  let past = 0;
  for (const one of evidence) {
    const { from, to } = one.bounds;
    if (from !== null) while (intervals[past]?.ends && isBefore(intervals[past]!.ends!.bounds, one.bounds)) past++;
    let home: Open<E> | undefined;
    for (let i = from === null ? 0 : past; i < intervals.length && !home; i++) {
      if (i < dated && to !== null && to < earliest[i]!) i = dated;
      const interval = intervals[i];
      if (interval && mayHold(interval, one.bounds)) home = interval;
    }
    if (home) home.evidence.push(one);
    // what is only implied bears out what is known, and contradicts nothing
    else if (!one.implied) placeOutside(intervals, one, against);
  }
}

function mayHold<E extends LeanEntry>({ begins, ends }: Open<E>, bounds: Bounds): boolean {
  return !(begins && isBefore(bounds, begins.bounds)) && !(ends && isBefore(ends.bounds, bounds));
}

/** What is said to hold when it did not, by all intervals. */
function placeOutside<E extends LeanEntry>(intervals: Open<E>[], one: Evidence<E>, against: Against<E>): void {
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
  return byCodeUnits(keyOf(x), keyOf(y));
}

function keyOf({ from, to }: Bounds): string {
  return `${from ?? to ?? "9999"} ${to ?? "9999"}`;
}

/** By their time; of marks of one time the beginnings first. */
function inOrder<T extends { readonly bounds: Bounds; readonly sign?: string }>(list: readonly T[]): T[] {
  return list
    .map((one) => ({ one, key: `${keyOf(one.bounds)} ${one.sign ?? ""}` }))
    .sort((x, y) => byCodeUnits(x.key, y.key))
    .map(({ one }) => one);
}

function isNarrower(x: Bounds, y: Bounds): boolean {
  return (x.from ?? "") >= (y.from ?? "") && (x.to ?? "9999") <= (y.to ?? "9999") && (x.from !== y.from || x.to !== y.to);
}
