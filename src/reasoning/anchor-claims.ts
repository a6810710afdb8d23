import type { Claim, ClaimType } from "../claims/claim.ts";
import { ROLES } from "../claims/roles.ts";
import type { DecisionKind } from "../record/decision.ts";
import type { ClaimEntry } from "../record/record.ts";
import { fold } from "./matters.ts";
import { resemblance, runsOf } from "./sources.ts";
import { mayCoincide, timeOf } from "./time-bounds.ts";

/** What became of a claim that somebody decided about. */
export type Anchoring =
  /** It stands, or another claim stands for its words. */
  | { readonly found: ClaimEntry; readonly differs: readonly string[] }
  /** Several claims may be it. */
  | { readonly ambiguous: readonly ClaimEntry[] }
  | { readonly lost: string };

/** Share of common runs of words from which on two quotes are taken for one that was edited. */
const LEAST_SHARE = 0.5;
const LEAST_WORDS_WITHIN = 3;

/** Claims by what an anchor looks for: id, source, text. */
export class ClaimIndex {
  private readonly ids = new Map<string, ClaimEntry>();
  private readonly places = new Map<string, ClaimEntry[]>();

  constructor(entries: readonly ClaimEntry[]) {
    for (const entry of entries) {
      if (this.ids.has(entry.claim.id)) continue;
      this.ids.set(entry.claim.id, entry);
      for (const key of placesOf(entry.claim)) {
        const list = this.places.get(key) ?? [];
        list.push(entry);
        this.places.set(key, list);
      }
    }
  }

  byId(id: string): ClaimEntry | undefined {
    return this.ids.get(id);
  }

  /** Claims of documents with the same source or the same text. */
  near(claim: Claim): ClaimEntry[] {
    return [...new Set(placesOf(claim).flatMap((key) => this.places.get(key) ?? []))];
  }
}

function placesOf({ evidence }: Claim): string[] {
  return [`document ${evidence.document}`, `source ${evidence.source}`];
}

/**
 * Finds the claim that a decision was about among those that stand. It is the one with the same id; else the one from the same
 * source or text, of one of the types, on the same words. Words are the same when the quotes are, when one stands within the
 * other, or when half of their runs of four words are common. Of several the one that says the most alike is taken: first by its
 * actors, then by its words, phase, factuality, date, details and section; where that leaves several, none is. Offsets do not
 * count, for they move with every word that is put before them (as with the TextQuoteSelector of the W3C Web Annotation model).
 */
export function anchorClaim(said: Claim, types: ReadonlySet<ClaimType>, index: ClaimIndex): Anchoring {
  const same = index.byId(said.id);
  if (same) return { found: same, differs: [] };
  const near = index.near(said).filter((e) => types.has(e.claim.type));
  const ranked = near
    .map((entry) => ({ entry, rank: rankOf(said, entry) }))
    .filter(({ rank }) => rank !== null)
    .map(({ entry, rank }) => ({ entry, rank: rank! }))
    .sort((x, y) => compareRanks(y.rank, x.rank));
  const best = ranked.filter((r) => compareRanks(r.rank, ranked[0]!.rank) === 0).map((r) => r.entry);
  if (best.length === 0)
    return { lost: near.length === 0 ? "its document has no such claim any more" : "its words are not there any more" };
  if (best.length > 1) return { ambiguous: best };
  return { found: best[0]!, differs: differencesOf(said, best[0]!.claim) };
}

/** How alike a claim is, the weightiest first; null when it does not stand on the same words. */
function rankOf(said: Claim, entry: ClaimEntry): number[] | null {
  const { claim } = entry;
  const words = closeness(wordsOf(said), wordsOf(claim));
  if (words === 0) return null;
  const [a, b] = [new Set(actorsOf(said)), new Set(actorsOf(claim))];
  const common = [...a].filter((actor) => b.has(actor)).length;
  const actors = common === a.size && common === b.size ? 1 : common / (a.size + b.size - common);
  const equal = (x: unknown, y: unknown): number => (JSON.stringify(x) === JSON.stringify(y) ? 1 : 0);
  return [
    actors,
    words,
    equal(said.phase, claim.phase),
    equal(said.factuality, claim.factuality),
    equal(said.date.edtf, claim.date.edtf),
    equal(Object.entries(said.details).sort(), Object.entries(claim.details).sort()),
    equal(said.evidence.section, claim.evidence.section),
  ];
}

function compareRanks(x: readonly number[], y: readonly number[]): number {
  const at = x.findIndex((value, i) => value !== y[i]);
  return at < 0 ? 0 : x[at]! - y[at]!;
}

interface Words {
  readonly folded: string;
  readonly count: number;
  readonly runs: ReadonlySet<string>;
}

const known = new WeakMap<Claim, Words>();

/** The words of a claim's quote, worked out once. */
function wordsOf(claim: Claim): Words {
  let words = known.get(claim);
  if (!words) {
    const folded = fold(claim.evidence.quote);
    words = { folded, count: folded.split(" ").length, runs: runsOf(claim.evidence.quote) };
    known.set(claim, words);
  }
  return words;
}

/** 3 for the same words, 2 for some within the others, from 0.5 to 1 for the share of common runs, 0 for other words. */
function closeness(x: Words, y: Words): number {
  if (x.folded === y.folded) return 3;
  const [short, long] = x.folded.length < y.folded.length ? [x, y] : [y, x];
  if (short.count >= LEAST_WORDS_WITHIN && ` ${long.folded} `.includes(` ${short.folded} `)) return 2;
  // not even all runs of the shorter would be enough
  if (short.runs.size < LEAST_SHARE * long.runs.size) return 0;
  const share = resemblance(x.runs, y.runs);
  return share >= LEAST_SHARE ? share : 0;
}

/** Role and actor; of equal parties the actor alone. */
export function actorsOf({ type, participants }: Claim): string[] {
  return participants.map(({ role, actor }) =>
    ROLES[type].mutual && role !== "initiator" && role !== "target" ? actor : `${role} ${actor}`,
  );
}

/** The fields in which two readings of the same words differ, in words. */
function differencesOf(said: Claim, now: Claim): string[] {
  const differs: string[] = [];
  const tell = (field: string, from: string | number | null | undefined, to: string | number | null | undefined): void => {
    if ((from ?? null) !== (to ?? null)) differs.push(`${field} ${from ?? "none"} → ${to ?? "none"}`);
  };
  tell("type", said.type, now.type);
  tell("phase", said.phase, now.phase);
  tell("factuality", said.factuality, now.factuality);
  tell("date", said.date.edtf, now.date.edtf);
  tell("actors", [...new Set(actorsOf(said))].sort().join(", "), [...new Set(actorsOf(now))].sort().join(", "));
  for (const name of new Set([...Object.keys(said.details), ...Object.keys(now.details)]))
    tell(name, said.details[name], now.details[name]);
  return differs;
}

/**
 * Whether what was decided about one reading of some words holds for another reading of them: null if it does, else why not.
 * It does not hold for a claim that names actors of whom nobody spoke: neither the first reading nor, in `brought`, the decisions
 * themselves; for two claims often stand on the same words. What was confirmed is besides not what says another time, phase or
 * factuality; dates that can be the same are no other time.
 */
export function whyNotCarriedOver(kind: DecisionKind, said: Claim, now: ClaimEntry, brought: ReadonlySet<string>): string | null {
  if (said.id === now.claim.id) return null;
  const sameType = said.type === now.claim.type;
  const named = (claim: Claim): string[] => (sameType ? actorsOf(claim) : claim.participants.map((p) => p.actor));
  const before = new Set(named(said));
  const after = new Set(named(now.claim));
  const added = [...after].filter((actor) => !before.has(actor) && !brought.has(actor.split(" ").at(-1)!));
  if (added.length > 0) return `its words are now read with ${added.join(", ")}`;
  if (after.size < Math.min(2, before.size)) return "its words are now read with fewer actors";
  if (kind !== "confirm") return null;
  if (said.phase !== now.claim.phase) return `its words are now read as ${now.claim.phase}`;
  if (said.factuality !== now.claim.factuality) return `its words are now read as ${now.claim.factuality}`;
  const [x, y] = [said.date.edtf, now.claim.date.edtf];
  if ((x === null) !== (y === null)) return `its words are now read with ${y === null ? "no date" : `the date ${y}`}`;
  return x !== null && !mayCoincide(timeOf({ ...now, claim: said }), timeOf(now)) ? `its words are now read with the date ${y}` : null;
}
