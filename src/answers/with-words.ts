import type { Contradiction } from "../reasoning/contradiction.ts";
import type { Boundary, Evidence, Interval, Status } from "../reasoning/status.ts";
import type { StatusOnDay } from "../reasoning/status-at.ts";
import type { ClaimEntry, LeanEntry, Record } from "../record/record.ts";
import { withDecisions } from "./decided-claims.ts";

/** What is shown of something derived: so many claims of each list, so many intervals and contradictions, and how many claims of all are left out. */
export type Shown<T> = T & { readonly leftOut: number };

/** A status and what it says of a day. */
export interface Answered<E extends LeanEntry = ClaimEntry> {
  readonly status: Status<E>;
  readonly answer: StatusOnDay<E>;
}

/**
 * Statuses with the words of their claims, so many at most of each list: the first of those that tell of a boundary, the last of
 * those that say that it held, the last intervals and the one that the day lies in. What was retired meanwhile is left out.
 */
export async function statusesWithWords(
  record: Record,
  statuses: readonly Answered<LeanEntry>[],
  most: number,
  known?: string,
): Promise<Shown<Answered>[]> {
  const asked = new Showing(most, null);
  for (const each of statuses) asked.answered(each);
  const words = await readWords(record, asked.ids, known);
  return statuses.map((each) => {
    const showing = new Showing(most, words);
    const shown = showing.answered(each);
    return { ...shown, leftOut: claimsOf(each.status).size - showing.ids.size };
  });
}

/** The same for contradictions. */
export async function contradictionsWithWords(
  record: Record,
  contradictions: readonly Contradiction<LeanEntry>[],
  most: number,
  known?: string,
): Promise<Shown<Contradiction>[]> {
  const asked = new Showing(most, null);
  for (const each of contradictions) asked.contradiction(each);
  const words = await readWords(record, asked.ids, known);
  return contradictions.map((each) => {
    const showing = new Showing(most, words);
    const shown = showing.contradiction(each);
    return { ...shown, leftOut: idsOf([...each.first, ...each.second]).size - showing.ids.size };
  });
}

async function readWords(record: Record, ids: ReadonlySet<string>, known: string | undefined): Promise<ReadonlyMap<string, ClaimEntry>> {
  const found = await withDecisions(record, await record.claimsById([...ids], known), known);
  return new Map(found.map((e) => [e.claim.id, e]));
}

/** Makes of what was derived what is shown of it; without words, finds out which claims that needs. */
class Showing {
  /** Of the claims that are shown. */
  readonly ids = new Set<string>();
  private readonly most: number;
  private readonly words: ReadonlyMap<string, ClaimEntry> | null;
  private readonly intervals = new Map<Interval<LeanEntry>, Interval>();
  private readonly contradictions = new Map<Contradiction<LeanEntry>, Contradiction>();

  constructor(most: number, words: ReadonlyMap<string, ClaimEntry> | null) {
    this.most = most;
    this.words = words;
  }

  answered({ status, answer }: Answered<LeanEntry>): Answered {
    const { most } = this;
    const disputed = [...answer.contradictions, ...status.contradictions.filter((c) => !answer.contradictions.includes(c))].slice(0, most);
    const last = status.intervals.length - most;
    return {
      status: {
        ...status,
        intervals: status.intervals.filter((interval, i) => i >= last || interval === answer.interval).map((i) => this.interval(i)),
        denials: this.evidence(status.denials),
        steps: this.claims(status.steps),
        contradictions: status.contradictions.filter((c) => disputed.includes(c)).map((c) => this.contradiction(c)),
        settled: status.settled.slice(0, most).map((c) => this.contradiction(c)),
      },
      answer: {
        ...answer,
        interval: answer.interval && this.interval(answer.interval),
        contradictions: answer.contradictions.filter((c) => disputed.includes(c)).map((c) => this.contradiction(c)),
      },
    };
  }

  contradiction(contradiction: Contradiction<LeanEntry>): Contradiction {
    const { first, second } = contradiction;
    const made = this.contradictions.get(contradiction) ?? { ...contradiction, first: this.claims(first), second: this.claims(second) };
    this.contradictions.set(contradiction, made);
    return made;
  }

  private interval(interval: Interval<LeanEntry>): Interval {
    const { begins, ends, evidence } = interval;
    const made = this.intervals.get(interval) ?? {
      begins: this.boundary(begins),
      ends: this.boundary(ends),
      evidence: this.evidence(evidence),
    };
    this.intervals.set(interval, made);
    return made;
  }

  private boundary(boundary: Boundary<LeanEntry> | null): Boundary | null {
    return boundary && { ...boundary, claims: this.claims(boundary.claims) };
  }

  private claims(list: readonly LeanEntry[]): ClaimEntry[] {
    return list.slice(0, this.most).flatMap((e) => this.read(e));
  }

  /** Of evidence in order of time the last that says it, and the last that implies it. */
  private evidence<T extends Evidence<LeanEntry>>(list: readonly T[]): (Omit<T, "claim"> & { readonly claim: ClaimEntry })[] {
    const kept = new Set([true, false].flatMap((implied) => list.filter((e) => (e.implied ?? false) === implied).slice(-this.most)));
    return list.flatMap((one) => (kept.has(one) ? this.read(one.claim).map((claim) => ({ ...one, claim })) : []));
  }

  private read({ claim: { id } }: LeanEntry): ClaimEntry[] {
    this.ids.add(id);
    const entry = this.words?.get(id);
    return entry ? [entry] : [];
  }
}

function claimsOf({ intervals, denials, steps, contradictions, settled }: Status<LeanEntry>): Set<string> {
  const held = intervals.flatMap((i) => [...(i.begins?.claims ?? []), ...(i.ends?.claims ?? []), ...i.evidence.map((e) => e.claim)]);
  const sides = [...contradictions, ...settled].flatMap((c) => [...c.first, ...c.second]);
  return idsOf([...held, ...denials.map((d) => d.claim), ...steps, ...sides]);
}

function idsOf(entries: readonly LeanEntry[]): Set<string> {
  return new Set(entries.map((e) => e.claim.id));
}
