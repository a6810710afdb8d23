import type { Frame } from "./frame.ts";
import type { Filler } from "./match-frames.ts";
import { isAside } from "./only-looks-on.ts";
import type { PhraseActors } from "./phrase-actors.ts";
import { kindOf } from "./roles.ts";
import type { SentenceGraph } from "./sentence-graph.ts";
import type { TopicMemory } from "./topic-memory.ts";

/** How many sentences back a quarrel may have been told. */
const REACH = 2;
const HOSTILE: ReadonlySet<string> = new Set(["accuses", "criticises", "rejects", "threatens", "demands"]);
/** "over the war in Gaza": what it is about, not against whom. */
const MATTER = /^(?:in|over|on|about|at|near|for|towards?|into)$/;

/** The host sends the envoy away. */
export const EXPELLING = /^(?:expel|deport|oust|eject)$/;
const POST = /^(?:embassy|consulate|legation|mission|high commission)$/i;
/** Ties that one side breaks, cuts down or takes up again. */
const TURNS: ReadonlySet<string> = new Set(["ends", "suspended", "downgraded", "resumes"]);

/**
 * From where an envoy is recalled, or with whom relations are broken, where the words leave it out: from the state whose deed the same
 * sentence tells ("Angered by the Danish decision, Oman recalled its ambassador"), else from the one with which the sender has just
 * quarrelled, else from the only other state that the sentence before names. Null where two might be meant.
 */
export function quarrelSide(
  graph: SentenceGraph,
  actors: PhraseActors,
  frame: Frame,
  own: Filler,
  memory: TopicMemory,
  trigger: number,
): Pick<Filler, "actor" | "text"> | null {
  const isBroken = frame.type === "relations" && TURNS.has(frame.phase) && own.slot === "agent";
  if (!isBroken && (frame.type !== "envoy" || frame.phase !== "ends")) return null;
  if (kindOf(own.actor) !== "state") return null;
  const here = statesBeside(graph, actors, own.actor);
  if (here.length > 0) return here.length === 1 && !isMatter(graph, here[0]!.node) ? here[0]! : null;
  for (const told of memory.sidesTold()) {
    if (told.back > REACH) continue;
    // "Togo recognised Kosovo. Serbia broke off relations": with who recognised
    const isThird = isBroken && told.type === "recognition" && told.from.length === 1;
    if (isThird && ![...told.from, ...told.to].some((f) => f.actor === own.actor)) return told.from[0]!;
    // "Oman broke off relations with Yemen. Kuwait recalled its ambassador": from the same
    const isNext = told.type === "relations" && told.back === 1 && told.to.length === 1 && hasBroken(memory);
    if (isNext && ![...told.from, ...told.to].some((f) => f.actor === own.actor)) {
      // "Oman broke off relations with Yemen. The Iranian ambassador was expelled": by Oman, if by anybody
      if (!EXPELLING.test(graph.lemma(trigger))) return told.to[0]!;
      return told.from.length === 1 ? told.from[0]! : null;
    }
    if (!(["event", "sanction", "conflict", "envoy"].includes(told.type) || HOSTILE.has(told.stance))) continue;
    const others = [told.from, told.to].filter((side) => !side.some((f) => f.actor === own.actor));
    const isHere = others.length === 1 && others[0]!.length === 1;
    if (isHere && kindOf(others[0]![0]!.actor) === "state") return others[0]![0]!;
  }
  const before = memory.namedBack(1).filter((f) => kindOf(f.actor) === "state");
  const others = new Map(before.filter((f) => f.actor !== own.actor).map((f) => [f.actor, f]));
  return others.size === 1 && before.some((f) => f.actor === own.actor) ? [...others.values()][0]! : null;
}

/** The sentence before told that relations were broken or cut down. */
function hasBroken(memory: TopicMemory): boolean {
  return memory.lastTold.some((t) => t.frame.type === "relations" && ["ends", "suspended", "downgraded"].includes(t.frame.phase));
}

/** "over the war in Gaza"; not "the embassy in Tehran". */
function isMatter(graph: SentenceGraph, node: number): boolean {
  if (!MATTER.test(graph.preposition(node))) return false;
  const { head } = graph.node(node);
  return !(head >= 0 && POST.test(graph.lemma(head)));
}

/** Other states that the sentence names, each once. */
function statesBeside(graph: SentenceGraph, actors: PhraseActors, own: string): { actor: string; text: string; node: number }[] {
  const found = new Map<string, { actor: string; text: string; node: number }>();
  graph.nodes.forEach((_, node) => {
    // "suspended relations, in spite of Burmese mediation"
    if ([node, ...graph.ancestors(node)].some((n) => isAside(graph, n))) return;
    for (const m of actors.mentionsAt(node))
      for (const actor of m.actors)
        if (actor !== own && kindOf(actor) === "state" && m.form !== "reference" && !found.has(actor))
          found.set(actor, { actor, text: m.text, node });
  });
  return [...found.values()];
}
