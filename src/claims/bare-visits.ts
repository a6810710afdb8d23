import type { SentenceContext } from "./build-claims.ts";
import type { Frame, FrameSet } from "./frame.ts";
import { impliedActor } from "./implied-actor.ts";
import type { Filler, FrameMatch } from "./match-frames.ts";
import type { PhraseActor } from "./phrase-actors.ts";
import { kindOf } from "./roles.ts";
import type { SentenceGraph } from "./sentence-graph.ts";
import type { TopicMemory } from "./topic-memory.ts";

const PLACE = /^(?:in|at)$/;
/** What the traveller is there on: "Isaias on return visit". */
const TRIP = /^(?:visit|trip|tour)$/;
/** Offices whose holders live abroad, and bodies that stay there. */
const STAYS: ReadonlySet<string> = new Set(["ambassador", "military", "body"]);

/**
 * Entries of a chronicle that tell a visit without a verb: "14 March – Rwandan defence minister in Gitega with a letter", "Abiy
 * in Asmara", "Isaias on return visit". The words begin with a person or an office of one state, and with the place where he is
 * in another; only where the clause is dated and has no verb.
 */
export function bareVisits({ graph, actors }: SentenceContext, frames: FrameSet, memory: TopicMemory): FrameMatch[] {
  if (!graph.dated || !(memory.listed || memory.entry)) return [];
  const root = graph.nodes.findIndex((n) => n.head < 0);
  if (root < 0 || !graph.isNoun(root) || !opensClause(graph, root)) return [];
  const visitors = travellers(actors.actorsOf(root, { alone: true }), root);
  const own = new Set(visitors.map((v) => v.actor));
  if (own.size !== 1) return [];
  const hosts = hostsOf(graph, root, (n) => actors.actorsOf(n, { alone: true, places: true }), memory, [...own][0]!);
  const frame = frames.byVerb.get("visit")?.find((f) => f.type === "visit");
  if (!frame || hosts.length !== 1 || own.has(hosts[0]!.actor)) return [];
  return [matchOf(frame, graph, root, visitors, hosts)];
}

/** The noun heads all up to the first comma or stop, which no finite verb stands in. */
function opensClause(graph: SentenceGraph, root: number): boolean {
  const close = graph.nodes.findIndex((n, k) => k > root && /^[.;,]$/.test(n.text));
  const clause = graph.nodes.slice(0, close < 0 ? undefined : close);
  if (clause.some((n) => /^(?:VB[DZPN]?|MD|AUX)$/.test(n.xpos))) return false;
  // behind a comma another clause may have the verb of this one
  return (
    graph.nodes[close]?.text !== "," ||
    !graph.nodes.some((n) => n.head === root && /^(?:cop|acl|parataxis)/.test(n.relation) && /^VB[DZP]$/.test(n.xpos))
  );
}

function travellers(found: readonly PhraseActor[], node: number): Filler[] {
  return found
    .filter((f) => kindOf(f.actor) === "state" && (f.person !== null || f.office !== null) && !STAYS.has(f.office ?? ""))
    .map((f) => ({ ...f, node, slot: "agent" }));
}

function hostsOf(
  graph: SentenceGraph,
  root: number,
  at: (node: number) => readonly PhraseActor[],
  memory: TopicMemory,
  visitor: string,
): Filler[] {
  const places = graph.childrenBy(root, "nmod", "obl").filter((n) => n > root);
  const there = places.find((n) => PLACE.test(graph.preposition(n)));
  if (there !== undefined && there === firstBehind(graph, root))
    return at(there)
      .filter((f) => kindOf(f.actor) === "state" && f.person === null)
      .map((f) => ({ ...f, node: there, slot: "in" }));
  const trip = places.find((n) => graph.preposition(n) === "on" && TRIP.test(graph.lemma(n)));
  if (trip === undefined || !memory.entry || graph.slots(trip).has("to") || !memory.subjects.includes(visitor)) return [];
  const other = memory.subjects.find((s) => s !== visitor && kindOf(s) === "state");
  return other
    ? [{ ...impliedActor(graph.node(trip), other, "the other one of the two that the page is about"), node: trip, slot: "to" }]
    : [];
}

/** The head of the phrase right behind a noun. */
function firstBehind(graph: SentenceGraph, root: number): number {
  const next = graph.nodes[root + 1];
  return next?.upos === "ADP" ? next.head : -1;
}

function matchOf(frame: Frame, graph: SentenceGraph, root: number, visitors: readonly Filler[], hosts: readonly Filler[]): FrameMatch {
  return {
    frame: { ...frame, id: "visit/bare-entry", conditions: [], confidence: 0.76 },
    trigger: root,
    theme: null,
    said: root,
    slots: graph.slots(root),
    fillers: new Map([
      ["visitor", visitors],
      ["host", hosts],
    ]),
    before: null,
    resumed: null,
  };
}
