import type { FrameTrial } from "./fill-roles.ts";
import { impliedActor } from "./implied-actor.ts";
import type { Filler } from "./match-frames.ts";
import { kindOf } from "./roles.ts";
import type { SentenceGraph } from "./sentence-graph.ts";
import type { Named, ToldSides } from "./told-sides.ts";
import type { TopicMemory } from "./topic-memory.ts";

/** What only those who fight agree on. */
const TRUCE = /^(?:truce|cease-?fire|armistice|hostility|cessation)$/i;
const FIGHTING = /^(?:fighting|fight|hostility|combat|shooting|shelling|bombardment)$/i;
/** A sentence that may tell of it without naming anybody: "A truce took hold a week later". */
export const ENDS_FIGHTING = /\b(?:truces?|cease-?fires?|armistice|hostilities|fighting|shelling)\b/i;
/** What tells who fights whom, or who stands between them. */
const FOES: ReadonlySet<ToldSides["type"]> = new Set(["conflict", "mediation", "agreement"]);
/** What two do to each other before their ties are broken or mended. */
const AT_ODDS: ReadonlySet<ToldSides["type"]> = new Set(["conflict", "sanction", "event", "envoy"]);
const TIES = /^(?:relation|tie)s?$/i;
/** What may be said of ties without making them others: "full diplomatic relations". */
const PLAIN = /^(?:diplomatic|formal|official|full|normal|the|all|no|their)$/i;
/** A sentence that may tell what became of the ties of two who were told of: "Ties were normalised in July 1995". */
export const TURNS_TIES = /\b(?:relations|ties) (?:were|had been|have been|was|would be|will be)\b/i;
const BROKERED = /^(?:broker|mediate|negotiate|arrange|facilitate|sponsor|back|monitor|supervise|propose|draft|draw up|secure)$/;
const BROKERED_IN_ONE =
  /^\S+ ?[-–‑] ?(?:brokered|mediated|negotiated|arranged|facilitated|sponsored|backed|monitored|supervised|imposed)\b/i;

/**
 * "Togo invaded Benin. A ceasefire took hold a week later": between the two who were told to fight, where the sentence names nobody
 * besides them and who brought it about.
 */
export function recallFoes(
  { graph, actors, frame, trigger, theme }: FrameTrial,
  fillers: Map<string, Filler[]>,
  memory: TopicMemory,
): void {
  const about = theme ?? trigger;
  const isTold = frame.type === "agreement" ? isTruce(graph, about) : frame.id === "conflict/war-ends" && FIGHTING.test(graph.lemma(about));
  const isOfTies = frame.type === "relations" && isBareTies(graph, trigger, about);
  if (!(isTold || isOfTies) || fillers.has("organization")) return;
  const own = (fillers.get("party") ?? []).filter((f) => f.slot === "before" || !standsAside(graph, f.node, f.mention.form));
  if (new Set(own.map((f) => f.actor)).size >= 2 || own.some((f) => ["with", "between", "mod"].includes(f.slot))) return;
  const foes = isOfTies ? twoAtOdds(memory) : foesTold(memory);
  if (foes.length !== 2 || own.length > 0) return;
  const sides = foes.map((f) => f.actor);
  if (actors.allNamed().some((a) => !sides.includes(a.actor) && !standsAside(graph, a.node, a.mention.form))) return;
  const why = "the two who were told to be at odds";
  fillers.set(
    "party",
    foes.map(({ actor, text }) => ({ ...impliedActor(graph.node(about), actor, why), text, node: about, slot: "before" })),
  );
}

function isTruce(graph: SentenceGraph, node: number): boolean {
  return TRUCE.test(graph.lemma(node)) || graph.childrenBy(node, "compound", "nmod").some((n) => TRUCE.test(graph.lemma(n)));
}

/** "ties were normalised", of which nothing says whose. */
function isBareTies(graph: SentenceGraph, trigger: number, ties: number): boolean {
  return (
    TIES.test(graph.node(ties).text) &&
    graph.isVerb(trigger) &&
    graph.isPassive(trigger) &&
    graph.childrenBy(ties, "amod", "compound", "det", "nmod:poss").every((n) => PLAIN.test(graph.node(n).text)) &&
    graph.childrenBy(ties, "nmod", "acl").length === 0
  );
}

/** The two states of the last hostile act, where nothing else was told since. */
function twoAtOdds(memory: TopicMemory): readonly Named[] {
  const [told] = memory.sidesTold();
  if (!told || told.back > 2 || !AT_ODDS.has(told.type) || told.from.length !== 1 || told.to.length !== 1) return [];
  const two = [...told.from, ...told.to];
  return two.every((f) => kindOf(f.actor) === "state") ? two : [];
}

/** The two sides of the last fight or truce, where nothing else was told of since that two had with each other. */
function foesTold(memory: TopicMemory): readonly Named[] {
  const told = memory.sidesTold().find((t) => FOES.has(t.type));
  if (!told || told.type === "mediation") {
    const sides = memory.lastSides();
    return sides.every((f) => mayFight(f.actor)) ? sides : [];
  }
  const two = [...told.from, ...told.to];
  return told.from.length === 1 && told.to.length === 1 && two.every((f) => mayFight(f.actor)) ? two : [];
}

function mayFight(actor: string): boolean {
  const kind = kindOf(actor);
  return kind === "state" || kind === "group";
}

/** "in Accra", "brokered by Ghana", "the Ghanaian-brokered truce": no side of it. */
function standsAside(graph: SentenceGraph, node: number, form: string): boolean {
  const over = [node, ...graph.ancestors(node)];
  if (BROKERED_IN_ONE.test([0, 1, 2].map((k) => graph.nodes[node + k]?.text ?? "").join(" "))) return true;
  if ((form === "capital" || form === "city") && over.some((n) => /^(?:in|at|near)$/.test(graph.preposition(n)))) return true;
  return over.some((n) => graph.isVerb(n) && BROKERED.test(graph.lemma(n)) && graph.node(n).relation.startsWith("acl"));
}
