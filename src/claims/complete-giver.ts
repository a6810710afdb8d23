import type { Frame } from "./frame.ts";
import { impliedActor } from "./implied-actor.ts";
import type { Filler } from "./match-frames.ts";
import type { PhraseActors } from "./phrase-actors.ts";
import { kindOf, mayFill } from "./roles.ts";
import type { SentenceGraph, Slots } from "./sentence-graph.ts";
import type { TopicMemory } from "./topic-memory.ts";

/** Frames that say outright that help was given. */
const OUTRIGHT = 0.7;
/** Where the giver would be said. */
const SOURCES = ["from", "by", "through", "via"];
/** Whoever is meant by these was named or is not meant to be: "its partners gave", "donors". */
const SOMEBODY = /^(?:donor|partner|ally|neighbou?r|lender|creditor|community|agency|bank|fund|government|country|state|other)$/i;

/**
 * "Honduras received a soft loan of 25 million dollars", "Fiji was given tents", in a text on one state's dealings with others: help
 * of which nobody says from whom is that state's. Nothing is filled where the sentence names a third, or any source.
 */
export function completeGiver(
  graph: SentenceGraph,
  actors: PhraseActors,
  frame: Frame,
  trigger: number,
  slots: Slots,
  fillers: Map<string, readonly Filler[]>,
  memory: TopicMemory,
): void {
  if (frame.type !== "aid" || frame.confidence < OUTRIGHT || fillers.has("donor") || !graph.isVerb(trigger)) return;
  const home = memory.voice ?? (memory.subjects.length === 1 ? memory.subjects[0]! : null);
  if (home === null || kindOf(home) !== "state") return;
  const takers = fillers.get("recipient") ?? [];
  if (takers.length === 0 || takers.some((f) => f.actor === home || f.slot === "before" || kindOf(f.actor) !== "state")) return;
  if (namesAnother(graph, actors, trigger, [home, ...takers.map((f) => f.actor)]) || !mayFill("aid", "donor", home)) return;
  const taken = new Set(takers.map((f) => f.node));
  const isSource = (n: number): boolean => graph.node(n).unit?.kind !== "date" && graph.node(n).unit?.kind !== "amount" && !taken.has(n);
  if (SOURCES.some((slot) => (slots.get(slot) ?? []).some(isSource))) return;
  const doers = graph.isPassive(trigger) ? [] : (slots.get("agent") ?? []).filter((n) => !taken.has(n));
  if (doers.some((n) => SOMEBODY.test(graph.node(n).lemma) || graph.node(n).upos === "PROPN" || graph.node(n).upos === "PRON")) return;
  fillers.set("donor", [{ ...impliedActor(graph.node(trigger), home, "the one whose page it is"), node: trigger, slot: "subject" }]);
}

/** Whether the words between the semicolons around a verb name a state or a body that is none of the known ones. */
function namesAnother(graph: SentenceGraph, actors: PhraseActors, trigger: number, known: readonly string[]): boolean {
  const isEnd = (n: number): boolean => graph.nodes[n]?.text === ";";
  let [from, to] = [trigger, trigger];
  while (from > 0 && !isEnd(from - 1)) from--;
  while (to < graph.nodes.length - 1 && !isEnd(to + 1)) to++;
  for (let n = from; n <= to; n++) if (actors.mentionsAt(n).some((m) => m.actors.some((a) => !known.includes(a)))) return true;
  return false;
}
