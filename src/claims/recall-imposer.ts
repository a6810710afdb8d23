import type { Frame } from "./frame.ts";
import { impliedActor } from "./implied-actor.ts";
import type { Filler } from "./match-frames.ts";
import type { PhraseActors } from "./phrase-actors.ts";
import { kindOf } from "./roles.ts";
import type { SentenceGraph } from "./sentence-graph.ts";
import type { TopicMemory } from "./topic-memory.ts";

/** How many sentences back a body may have been named. */
const REACH = 2;

/**
 * "Mali has been under an embargo since January": whose embargo it is, where this sentence and those just before name only one
 * organisation.
 */
export function recallImposer(
  graph: SentenceGraph,
  actors: PhraseActors,
  frame: Frame,
  trigger: number,
  fillers: Map<string, Filler[]>,
  memory: TopicMemory,
): void {
  if (frame.id !== "sanction/under" || fillers.has("imposer") || !fillers.has("target")) return;
  for (let back = 0; back <= REACH; back++) {
    const named = (back === 0 ? actors.allNamed() : memory.namedBack(back)).filter((a) => kindOf(a.actor) === "org");
    if (named.length === 0) continue;
    if (new Set(named.map((a) => a.actor)).size > 1) return;
    const { actor, text } = named[0]!;
    const made = impliedActor(graph.node(trigger), actor, "the only organisation that was spoken of");
    fillers.set("imposer", [{ ...made, text, node: trigger, slot: "before" }]);
    return;
  }
}
