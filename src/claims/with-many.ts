import type { PhraseActors } from "./phrase-actors.ts";
import type { SentenceGraph } from "./sentence-graph.ts";

const THOSE = /^(?:the|these|those|both|all|its|their|our|his|her|each)$/i;

/** "agreements signed with 101 states", "treaties with dozens of countries": with many whom nobody names, and not with those told of before. */
export function isWithMany(graph: SentenceGraph, actors: PhraseActors, ...places: readonly number[]): boolean {
  return places.some((place) =>
    (graph.slots(place).get("with") ?? []).some((n) => {
      const inside = [n, ...graph.childrenBy(n, "nmod")];
      const many = inside.find((k) => graph.node(k).xpos === "NNS" && /^(?:country|state|nation|government)$/.test(graph.lemma(k)));
      if (many === undefined || inside.some((k) => actors.actorsOf(k).length > 0)) return false;
      return inside.every((k) => !graph.childrenBy(k, "det", "nmod:poss").some((d) => THOSE.test(graph.node(d).text)));
    }),
  );
}
