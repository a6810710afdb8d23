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
  const own = memory.voice ?? (memory.subjects.length === 1 ? memory.subjects[0]! : null);
  const home = own !== null && kindOf(own) === "state" ? own : null;
  const visitors = fillers.get("visitor") ?? [];
  const slots = graph.slots(about);
  const said = (...names: readonly string[]): boolean =>
    names.some((s) => (slots.get(s) ?? []).some((n) => graph.node(n).unit?.kind !== "date"));
  const implied = (actor: string, why: string): Filler => ({
    ...impliedActor(graph.node(about), actor, why),
    node: about,
    slot: "subject",
  });
  if (visitors.length > 0 && !fillers.has("host")) {
    const here = [about, graph.node(about).head].some(
      (n) => n >= 0 && (isHere(graph, n) || graph.childrenBy(n, "advmod").some((c) => isHere(graph, c))),
    );
    const [only] = visitors;
    const isVisit = frame.id === "visit/expected" || graph.lemma(about) === "visit";
    const isAlone =
      isVisit &&
      visitors.length === 1 &&
      /^visit\/(?:pay|expected|call-off)$/.test(frame.id) &&
      !said("to", "in", "at", "through", "object");
    if (here && home && visitors.every((f) => f.actor !== home)) fillers.set("host", [implied(home, "the page, for “here”")]);
    else if (isAlone && memory.pair.length === 2 && memory.pair.includes(only!.actor) && !actors.namesAnother(memory.pair)) {
      const other = ofPair(memory, graph, about).filter((f) => f.actor !== only!.actor && kindOf(f.actor) === "state");
      if (other.length > 0) fillers.set("host", other);
    } else if (isAlone && home && only!.actor !== home && !actors.namesAnother([home, only!.actor]))
      fillers.set("host", [implied(home, "the page, whose guest it is")]);
  }
  const hosts = fillers.get("host") ?? [];
  if (visitors.length > 0 || hosts.length === 0 || !home || hosts.some((f) => f.actor === home) || said("by", "of", "poss", "mod", "agent"))
    return;
  // "a visit to Sofia had to be put off": the page's own
  const goesOn = frame.id === "visit/followed" && memory.lastMatch("visit") === null;
  const isOwn = frame.id === "visit/pay" && hosts.every((f) => f.slot === "to") && !graph.node(about).xpos.endsWith("S");
  if (goesOn || (isOwn && !actors.namesAnother([home, ...hosts.map((f) => f.actor)])))
    fillers.set("visitor", [implied(home, "the page, whose visit it is")]);
}

function isHere(graph: SentenceGraph, i: number): boolean {
  return /^here$/i.test(graph.node(i).text);
}
