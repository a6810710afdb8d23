import type { PhraseActors } from "./phrase-actors.ts";
import { kindOf } from "./roles.ts";
import type { SentenceGraph } from "./sentence-graph.ts";

const DISASTER =
  /^(?:earthquakes?|quakes?|tsunamis?|cyclones?|hurricanes?|typhoons?|storms?|floods?|flooding|droughts?|famines?|landslides?|mudslides?|eruptions?|wildfires?|bushfires?|epidemics?|outbreaks?|blasts?|explosions?|fires?)$/i;
const SUFFERS = /^(?:suffer|experience|endure|undergo|face)$/;

/** The one state that a disaster struck, as the clause says in which the disaster does it: "a cyclone devastated Vanuatu"; else null. */
export function strickenState(graph: SentenceGraph, actors: PhraseActors): string | null {
  for (let i = 0; i < graph.nodes.length; i++) {
    if (!DISASTER.test(graph.node(i).text)) continue;
    // "Cyclone Pam": the name may stand over the word
    const noun = graph.node(i).relation === "compound" ? graph.node(i).head : i;
    const { relation, head } = graph.node(noun);
    if (head < 0 || !graph.isVerb(head)) continue;
    const strikes = /^nsubj/.test(relation) || relation === "obl:agent" || (relation === "obj" && SUFFERS.test(graph.lemma(head)));
    if (!strikes) continue;
    const states = graph
      .subtree(head, false)
      .flatMap((n) => actors.mentionsAt(n).flatMap((m) => m.actors))
      .filter((a) => kindOf(a) === "state");
    if (new Set(states).size === 1) return states[0]!;
  }
  return null;
}
