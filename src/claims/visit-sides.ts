import type { Frame } from "./frame.ts";
import { impliedActor, ofPair } from "./implied-actor.ts";
import type { Filler } from "./match-frames.ts";
import type { PhraseActors } from "./phrase-actors.ts";
import { kindOf } from "./roles.ts";
import type { SentenceGraph } from "./sentence-graph.ts";
import type { TopicMemory } from "./topic-memory.ts";

/**
 * On the page of two states "President X paid a state visit in 1992" is to the other; in the speech or on the page of one,
 * "was here in August" is to that one, and "a visit to Dushanbe came in 2018" by it.
 */
export function addVisitSides(
  graph: SentenceGraph,
  frame: Frame,
  about: number,
  fillers: Map<string, Filler[]>,
  memory: TopicMemory,
  actors: PhraseActors,
): void {
  const [subject] = memory.subjects;
  const visitors = fillers.get("visitor") ?? [];
  const slots = graph.slots(about);
  if (visitors.length > 0 && !fillers.has("host")) {
    const here = [about, graph.node(about).head].some(
      (n) => n >= 0 && (isHere(graph, n) || graph.childrenBy(n, "advmod").some((c) => isHere(graph, c))),
    );
    if (here && memory.subjects.length === 1 && visitors.every((f) => f.actor !== subject) && kindOf(subject!) === "state")
      fillers.set("host", [{ ...impliedActor(graph.node(about), subject!, "the page, for “here”"), node: about, slot: "subject" }]);
    const isNominal =
      frame.id === "visit/pay" &&
      ["to", "in", "at", "through", "object"].every((s) => !(slots.get(s) ?? []).some((n) => graph.node(n).unit?.kind !== "date"));
    const [only] = visitors;
    if (
      isNominal &&
      visitors.length === 1 &&
      memory.pair.length === 2 &&
      memory.pair.includes(only!.actor) &&
      !actors.namesAnother(memory.pair)
    )
      fillers.set(
        "host",
        ofPair(memory, graph, about).filter((f) => f.actor !== only!.actor && kindOf(f.actor) === "state"),
      );
    if (fillers.get("host")?.length === 0) fillers.delete("host");
  }
  const hosts = fillers.get("host") ?? [];
  if (frame.id !== "visit/followed" || visitors.length > 0 || hosts.length === 0 || memory.lastMatch("visit") !== null) return;
  if (memory.subjects.length !== 1 || kindOf(subject!) !== "state" || hosts.some((f) => f.actor === subject)) return;
  if (["by", "of", "poss", "mod"].some((s) => slots.has(s))) return;
  fillers.set("visitor", [{ ...impliedActor(graph.node(about), subject!, "the page, whose visit it is"), node: about, slot: "subject" }]);
}

function isHere(graph: SentenceGraph, i: number): boolean {
  return /^here$/i.test(graph.node(i).text);
}
