import type { Frame } from "./frame.ts";
import type { Filler } from "./match-frames.ts";
import type { PhraseActors } from "./phrase-actors.ts";
import { kindOf, mayFill } from "./roles.ts";
import type { SentenceGraph } from "./sentence-graph.ts";
import { thankedFor } from "./thanked-for.ts";
import { unique } from "./unique-actors.ts";

const GRATEFUL = /^(?:thank|praise|commend|applaud|express|voice|convey|extend|reiterate|offer|give|transmit)$/;

/**
 * "thanked Vietnam for the 5,000 tonnes of rice sent to the island", "gratitude to Japan for the ambulances it had given": who is thanked
 * gave it, and who thanks received it, where the clause that tells of the giving leaves them out.
 */
export function completeThanked(
  graph: SentenceGraph,
  actors: PhraseActors,
  frame: Frame,
  trigger: number,
  fillers: Map<string, Filler[]>,
): void {
  if (frame.type !== "aid" || (fillers.has("donor") && fillers.has("recipient")) || !frame.roles.has("donor")) return;
  const { relation } = graph.node(trigger);
  if (!graph.isVerb(trigger) || !relation.startsWith("acl")) return;
  for (const thing of graph.ancestors(trigger).slice(0, 4)) {
    const { head } = graph.node(thing);
    if (!graph.isNoun(thing) || head < 0) continue;
    const [giver, ...more] = unique(thankedFor(graph, thing, graph.slots(thing)).flatMap((n) => actors.actorsOf(n)));
    if (!giver || more.length > 0 || kindOf(giver.actor) === "group" || !mayFill("aid", "donor", giver.actor)) continue;
    const named = fillers.get("donor");
    if (named && !named.some((f) => f.actor === giver.actor)) return;
    if (!named) fillers.set("donor", [{ ...giver, slot: "over.object" }]);
    if (fillers.has("recipient")) return;
    const verb = [thing, ...graph.ancestors(thing)].find((n) => graph.isVerb(n) && GRATEFUL.test(graph.lemma(n)));
    const takers = verb === undefined ? [] : (graph.slots(verb).get("agent") ?? []).flatMap((n) => actors.actorsOf(n));
    const [taker] = unique(takers.filter((a) => a.actor !== giver.actor && kindOf(a.actor) === "state"));
    if (taker) fillers.set("recipient", [{ ...taker, slot: "over.agent" }]);
    return;
  }
}
