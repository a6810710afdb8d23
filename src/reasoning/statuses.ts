import { type Bounds, edtfBounds } from "../language/dates/edtf.ts";
import { byCodeUnits } from "../record/dyads.ts";
import type { LeanEntry } from "../record/record.ts";
import type { Contradiction } from "./contradiction.ts";
import { groupByMatter } from "./group-by-matter.ts";
import { bearingOf, type Matter } from "./matters.ts";
import { type Preference, preferredSide } from "./preferences.ts";
import { compareBounds, type Mark, settleIntervals } from "./settle-intervals.ts";
import type { Denial, Evidence, Status } from "./status.ts";
import { ANY_TIME, isBefore, timeOf, writtenOn } from "./time-bounds.ts";

/** A standing matter of which claims speak, whose status is worked out when it is asked for. */
export interface StandingMatter<E extends LeanEntry> {
  readonly matter: Matter;
  derive(): Status<E>;
}

/**
 * The statuses of all standing matters that the claims speak of. Where claims contradict each other and the source of one side is
 * preferred, the other side's claims are set aside. Claims of any order give the same.
 */
export function deriveStatuses<E extends LeanEntry>(entries: readonly E[], preferences: readonly Preference[] = []): Status<E>[] {
  const statuses = findMatters(entries, preferences).map((m) => m.derive());
  return statuses.filter((s) => s.intervals.length + s.denials.length + s.steps.length > 0);
}

/** The standing matters that the claims say something of, in the order of their statuses. A preference may leave nothing of one. */
export function findMatters<E extends LeanEntry>(entries: readonly E[], preferences: readonly Preference[] = []): StandingMatter<E>[] {
  const sorted = [...entries].sort((x, y) => byCodeUnits(x.claim.id, y.claim.id) || byCodeUnits(x.recordedAt, y.recordedAt));
  const groups = groupByMatter(sorted);
  return groups
    .filter((g) => g.entries.some((e) => saysSomething(e.claim)))
    .map(({ matter, entries: own }) => ({
      key: keyOf(matter),
      matter,
      derive: () => settleByPreference(matter, own, impliedBy(groups, matter), preferences),
    }))
    .sort((x, y) => x.key.localeCompare(y.key));
}

/** Whether anything follows from a claim for the status of its matter. */
export function saysSomething(claim: Pick<LeanEntry["claim"], "phase" | "factuality">): boolean {
  return bearingOf(claim) !== null || isStep(claim);
}

/** Derives a status, and derives it again without the claims that lose, until no contradiction is left that a preference settles. */
function settleByPreference<E extends LeanEntry>(
  matter: Matter,
  entries: readonly E[],
  implied: readonly E[],
  preferences: readonly Preference[],
): Status<E> {
  const settled: Contradiction<E>[] = [];
  let own = entries;
  let borneOut = implied;
  for (;;) {
    const status = deriveStatus(matter, own, borneOut);
    const next = firstSettled(status, preferences);
    if (!next) return { ...status, settled };
    settled.push(next.contradiction);
    const stays = (e: E): boolean => !next.losing.includes(e);
    own = own.filter(stays);
    borneOut = borneOut.filter(stays);
  }
}

function firstSettled<E extends LeanEntry>(
  { matter, contradictions }: Status<E>,
  preferences: readonly Preference[],
): { contradiction: Contradiction<E>; losing: readonly E[] } | null {
  if (preferences.length === 0) return null;
  const scope = { kind: matter.kind, actors: [matter.a, matter.b] };
  for (const contradiction of contradictions) {
    const { first, second } = contradiction;
    const forFirst = preferredSide(preferences, scope, first, second);
    const forSecond = forFirst ? null : preferredSide(preferences, scope, second, first);
    const winner = forFirst ?? forSecond;
    if (winner) return { contradiction: { ...contradiction, settledBy: winner.decision }, losing: forFirst ? second : first };
  }
  return null;
}

/**
 * Claims of other matters that bear out this one: that an embassy is opened or kept, or an ambassador sent, says that there are
 * diplomatic relations (Vienna Convention on Diplomatic Relations, 1961, articles 2 and 3), and with whom one has these, one
 * recognises.
 */
function impliedBy<E extends LeanEntry>(
  groups: readonly { readonly matter: Matter; readonly entries: readonly E[] }[],
  matter: Matter,
): E[] {
  if (matter.kind !== "relations" && matter.kind !== "recognition") return [];
  const between = (m: Matter): boolean => [m.a, m.b].includes(matter.a) && [m.a, m.b].includes(matter.b);
  const own = groups
    .filter((g) => g.matter.kind !== matter.kind && IMPLYING.has(g.matter.kind) && between(g.matter))
    .flatMap((g) => g.entries);
  return own.filter(({ claim }) => {
    const bearing = bearingOf(claim);
    if (claim.factuality !== "actual" || (bearing !== "begins" && bearing !== "holds")) return false;
    if (claim.type === "relations") return true;
    return claim.type === "mission"
      ? AT_EMBASSIES.has(String(claim.details.level))
      : claim.type === "envoy" && claim.details.rank === "ambassador";
  });
}

/** Kinds of matters of which there is none without diplomatic relations or recognition. */
export const IMPLYING: ReadonlySet<Matter["kind"]> = new Set(["relations", "mission", "envoy"]);
const AT_EMBASSIES: ReadonlySet<string> = new Set(["embassy", "high-commission", "legation"]);
/** Phases of an agreement that go before it holds. */
const STEPS: ReadonlySet<string> = new Set(["concluded", "ratified"]);

function isStep({ phase, factuality }: Pick<LeanEntry["claim"], "phase" | "factuality">): boolean {
  return STEPS.has(phase) && factuality === "actual";
}

function deriveStatus<E extends LeanEntry>(matter: Matter, entries: readonly E[], implied: readonly E[]): Status<E> {
  const marks: Mark<E>[] = [];
  const evidence: Evidence<E>[] = [];
  const denials: Denial<E>[] = [];
  const steps: E[] = [];
  const inForce = entries.some((e) => e.claim.phase === "in-force" && bearingOf(e.claim) === "begins");
  for (const entry of entries) {
    const { claim } = entry;
    const bearing = bearingOf(claim);
    const bounds = timeOf(entry);
    const mark = (sign: Mark<E>["sign"], at: Bounds, edtf: string | null) => marks.push({ sign, bounds: at, edtf, claims: [entry] });
    if (bearing === "denies") denials.push(denialOf(entry));
    // once it is known when an agreement came into force, its signature is only what went before
    else if ((bearing === "begins" && inForce && claim.phase === "signed") || isStep(claim)) steps.push(entry);
    else if (bearing === "begins") {
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
  for (const entry of implied) {
    const bounds = entry.claim.date.edtf === null ? (writtenOn(entry.document.date) ?? ANY_TIME) : lastDayOf(timeOf(entry));
    if (bounds.to !== null) evidence.push({ bounds, claim: entry, implied: true });
  }
  const { intervals, contradictions } = settleIntervals(matter, marks, evidence, denials);
  return { matter, intervals, denials, steps, contradictions: [...contradictions, ...findSignaturesApart(matter, steps)], settled: [] };
}

/** What came into force was signed once: claims whose dates of signature cannot be the same stand against each other. */
function findSignaturesApart<E extends LeanEntry>(matter: Matter, steps: readonly E[]): Contradiction<E>[] {
  const signed = steps
    .filter((e) => e.claim.phase === "signed" && e.claim.date.edtf !== null)
    .sort((x, y) => compareBounds(timeOf(x), timeOf(y)) || x.claim.id.localeCompare(y.claim.id));
  const [one] = signed;
  const apart = one ? signed.filter((e) => isBefore(timeOf(one), timeOf(e))) : [];
  if (!one || apart.length === 0) return [];
  const says = `is signed in ${one.claim.date.edtf} and in ${apart[0]!.claim.date.edtf}`;
  const first = signed.filter((e) => !apart.includes(e));
  return [{ kind: "two-signatures", matter, first, second: apart, says, days: null, settledBy: null }];
}

/** "Since 2013" begins in 2013, on a day that is not known. */
function beginningOf(edtf: string | null, bounds: Bounds): Bounds {
  const start = edtf?.includes("/") ? edtf.slice(0, edtf.indexOf("/")) : null;
  return start && start !== ".." ? edtfBounds(start) : bounds;
}

function lastDayOf({ from, to }: Bounds): Bounds {
  return { from: to ?? from, to: to ?? from };
}

/** What is denied without a date is denied of the day on which the document was written; "never" of all days before, too. */
function denialOf<E extends LeanEntry>(entry: E): Denial<E> {
  const { claim, document } = entry;
  const dated = claim.date.edtf !== null;
  const bounds = dated ? timeOf(entry) : (writtenOn(document.date) ?? ANY_TIME);
  if (/\b(?:never|at no time|has yet to)\b/i.test(claim.evidence.quote ?? "")) return { bounds, claim: entry, of: "ever" };
  return { bounds, claim: entry, of: dated && claim.phase !== "holds" ? "beginning" : "holding" };
}

/** By which statuses are put in order. */
function keyOf({ kind, a, b, object }: Matter): string {
  return [kind, a, b, object ?? ""].join("|");
}
