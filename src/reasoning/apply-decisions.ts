import type { ClaimType } from "../claims/claim.ts";
import { type Change, claimsOfRuling, type Decided, type Decision } from "../record/decision.ts";
import type { ClaimEntry } from "../record/record.ts";
import { anchorClaim, ClaimIndex, whyNotCarriedOver } from "./anchor-claims.ts";
import { correctClaim, fieldOf } from "./correct-claim.ts";
import { type EventRulings, ruleEvents } from "./event-rulings.ts";
import type { Preference } from "./preferences.ts";

/** What became of a decision. */
export interface DecisionState {
  readonly decision: Decision;
  /**
   * in-force: it takes effect · undone: revoked by another · overruled: a later one says otherwise · unanchored: its claim is not
   * there any more · ambiguous: several claims may be the one it was about.
   */
  readonly state: "in-force" | "undone" | "overruled" | "unanchored" | "ambiguous";
  /** The decision that undid or overruled it. */
  readonly by: Decision | null;
  /** The claims that it is about now; of an ambiguous one those that it may be about. */
  readonly claims: readonly ClaimEntry[];
  /** Why it does not take effect, or how its claims are read now if otherwise; null when there is nothing to say. */
  readonly says: string | null;
}

export interface Application {
  /** The claims in their order, corrected and marked; without those that were rejected. */
  readonly entries: readonly ClaimEntry[];
  readonly rejected: readonly ClaimEntry[];
  readonly preferences: readonly Preference[];
  /** A state for each decision, in their order. */
  readonly states: readonly DecisionState[];
}

interface Anchored {
  readonly decision: Decision;
  readonly claims: readonly ClaimEntry[];
}

/**
 * Claims as people decided about them. Claims are given as extracted, decisions in any order; the same claims and decisions give
 * the same, and without a decision (or with all undone) claims come back as they were. Of conflicting decisions the later wins.
 */
export function applyDecisions(entries: readonly ClaimEntry[], decisions: readonly Decision[]): Application {
  const inOrder = [...decisions].sort((x, y) => x.number - y.number);
  const undoneBy = findUndone(inOrder);
  const states = new Map<string, DecisionState>();
  const settle = (decision: Decision, state: DecisionState["state"], more: Partial<DecisionState> = {}): void => {
    states.set(decision.id, { decision, state, by: null, claims: [], says: null, ...more });
  };
  const index = new ClaimIndex(entries);
  const knowledge = whatWasBrought(inOrder);
  const anchored: Anchored[] = [];
  for (const decision of inOrder) {
    const { ruling } = decision;
    const undo = undoneBy.get(decision.id);
    if (undo) settle(decision, "undone", { by: undo, claims: claimsOfRuling(ruling).flatMap((c) => index.byId(c.id) ?? []) });
    else if (ruling.kind === "undo" || ruling.kind === "prefer") settle(decision, "in-force");
    else {
      const { claims, ambiguous, says } = anchorAll(decision, index, knowledge);
      const enough = ruling.kind === "merge" || ruling.kind === "split" ? 2 : 1;
      if (claims.length >= enough) {
        settle(decision, "in-force", { claims, says });
        anchored.push({ decision, claims });
      } else settle(decision, ambiguous.length > 0 ? "ambiguous" : "unanchored", { claims: ambiguous, says });
    }
  }
  const overrule = (decision: Decision, by: Decision): void => {
    const state = states.get(decision.id)!;
    states.set(decision.id, { ...state, state: "overruled", by });
  };
  const rulings = ruleEvents(anchored);
  for (const { decision, by } of rulings.overruled) overrule(decision, by);
  const byClaim = new Map<string, Decision[]>();
  for (const { decision, claims } of anchored)
    for (const id of new Set(claims.map((c) => c.claim.id))) byClaim.set(id, [...(byClaim.get(id) ?? []), decision]);
  const decided = entries.map((entry) => {
    const own = byClaim.get(entry.claim.id);
    return own ? decide(entry, own, rulings, overrule) : entry;
  });
  return {
    entries: decided.filter((e) => e.decided?.verdict !== "rejected"),
    rejected: decided.filter((e) => e.decided?.verdict === "rejected"),
    preferences: preferencesOf(inOrder, undoneBy, overrule),
    states: inOrder.map((d) => states.get(d.id)!),
  };
}

/** Undone decisions with what undid them. An undoing that is itself undone does nothing. */
export function findUndone(decisions: readonly Decision[]): Map<string, Decision> {
  const numbers = new Map(decisions.map((d) => [d.id, d.number]));
  const undone = new Map<string, Decision>();
  for (const decision of [...decisions].sort((x, y) => y.number - x.number)) {
    if (decision.ruling.kind !== "undo" || undone.has(decision.id)) continue;
    const { decision: revoked } = decision.ruling;
    if ((numbers.get(revoked) ?? decision.number) < decision.number && !undone.has(revoked)) undone.set(revoked, decision);
  }
  return undone;
}

interface Knowledge {
  /** For a claim's id, the types that corrections gave it besides its own. */
  readonly types: ReadonlyMap<string, ReadonlySet<ClaimType>>;
  /** For a claim's id, the actors that corrections gave it. */
  readonly actors: ReadonlyMap<string, ReadonlySet<string>>;
}

/** A newer extractor may write what a correction said: its types and actors are no strangers to the claim. */
function whatWasBrought(decisions: readonly Decision[]): Knowledge {
  const types = new Map<string, Set<ClaimType>>();
  const actors = new Map<string, Set<string>>();
  for (const { ruling } of decisions) {
    if (ruling.kind !== "correct") continue;
    const { id } = ruling.claim;
    for (const change of ruling.changes) {
      if (change.field === "type") types.set(id, (types.get(id) ?? new Set()).add(change.to));
      if (change.field === "participant" && change.to !== null) actors.set(id, (actors.get(id) ?? new Set()).add(change.to));
    }
  }
  return { types, actors };
}

function anchorAll(
  { ruling }: Decision,
  index: ClaimIndex,
  { types, actors }: Knowledge,
): { claims: ClaimEntry[]; ambiguous: ClaimEntry[]; says: string | null } {
  const claims: ClaimEntry[] = [];
  const ambiguous: ClaimEntry[] = [];
  const notes: string[] = [];
  for (const said of claimsOfRuling(ruling)) {
    const anchoring = anchorClaim(said, new Set([said.type, ...(types.get(said.id) ?? [])]), index);
    if ("ambiguous" in anchoring) {
      ambiguous.push(...anchoring.ambiguous);
      notes.push(`${said.id}: ${anchoring.ambiguous.length} claims may be the one that was meant`);
    } else if ("lost" in anchoring) notes.push(`${said.id}: ${anchoring.lost}`);
    else {
      const { found, differs } = anchoring;
      const why = whyNotCarriedOver(ruling.kind, said, found, actors.get(said.id) ?? new Set());
      if (why === null) claims.push(found);
      if (why !== null) notes.push(`${said.id}: ${why} (${found.claim.id})`);
      else if (found.claim.id !== said.id)
        notes.push(`${said.id} is ${found.claim.id} now${differs.length > 0 ? ` (${differs.join("; ")})` : ""}`);
    }
  }
  return { claims, ambiguous, says: notes.length > 0 ? notes.join(". ") : null };
}

/** What the decisions about one claim come to, the last one first in rank. */
function decide(
  entry: ClaimEntry,
  decisions: readonly Decision[],
  { together, apart }: EventRulings,
  overrule: (decision: Decision, by: Decision) => void,
): ClaimEntry {
  const { id } = entry.claim;
  const verdicts = decisions.filter((d) => ["confirm", "reject", "correct"].includes(d.ruling.kind));
  const last = verdicts.at(-1);
  const mark: Decided = {
    verdict: null,
    was: null,
    decisions,
    together: together.get(id) ?? null,
    apart: apart.get(id) ?? [],
  };
  if (!last) return { ...entry, decided: mark };
  for (const earlier of verdicts) {
    const against = verdicts.find((d) => d.number > earlier.number && !agrees(earlier, d));
    if (against && !agrees(earlier, last)) overrule(earlier, against);
  }
  if (last.ruling.kind === "reject") return { ...entry, decided: { ...mark, verdict: "rejected" } };
  const corrections = verdicts.filter((d) => d.ruling.kind === "correct");
  const changes = corrections.flatMap((d) => changesOf(d).map((change) => ({ change, decision: d })));
  for (const decision of corrections) {
    const later = changes.filter((c) => c.decision.number > decision.number);
    const over = changesOf(decision).map((change) => later.find((c) => fieldOf(c.change) === fieldOf(change)));
    if (over.every((c) => c !== undefined)) overrule(decision, over.map((c) => c.decision).sort((x, y) => y.number - x.number)[0]!);
  }
  const claim = correctClaim(
    entry.claim,
    changes.map((c) => c.change),
  );
  const verdict = last.ruling.kind === "confirm" ? "confirmed" : "corrected";
  return { ...entry, claim, decided: { ...mark, verdict, was: corrections.length > 0 ? entry.claim : null } };
}

function changesOf({ ruling }: Decision): readonly Change[] {
  return ruling.kind === "correct" ? ruling.changes : [];
}

/** A rejection agrees with rejections only; a confirmation with what follows but for corrections and rejections; a correction with all but rejections. */
function agrees({ ruling: earlier }: Decision, { ruling: later }: Decision): boolean {
  if (earlier.kind === "reject" || later.kind === "reject") return earlier.kind === later.kind;
  return earlier.kind === "correct" || later.kind === "confirm";
}

/** Preferences in force, the last first; one that a later one contradicts word for word is overruled. */
function preferencesOf(
  decisions: readonly Decision[],
  undone: ReadonlyMap<string, Decision>,
  overrule: (decision: Decision, by: Decision) => void,
): Preference[] {
  const preferences: Preference[] = [];
  for (const decision of [...decisions].reverse()) {
    const { ruling } = decision;
    if (ruling.kind !== "prefer" || undone.has(decision.id)) continue;
    const { source, over, pair, matter } = ruling;
    const scope = scopeOf(ruling);
    const opposite = preferences.find((p) => scopeOf(p) === scope && p.source === over && p.over === source);
    if (opposite) overrule(decision, opposite.decision);
    preferences.push({ decision, source, over, pair, matter });
  }
  return preferences;
}

function scopeOf({ pair, matter }: Pick<Preference, "pair" | "matter">): string {
  return JSON.stringify([[...(pair ?? [])].sort(), matter]);
}
