import type { SentenceGraph } from "./sentence-graph.ts";

const RANKS = /^(?:first|second|third|\w+th|last|latest|only|next|earliest|final)$/i;

const COUNTRIES = /^(?:country|state|nation|government|member|power)$/;

/** A noun counted out of a row: "the first state", "the only one", or an adjective in its place: "the latest". */
export function isRanked(graph: SentenceGraph, i: number): boolean {
  // "is one of 22 countries to recognise it"
  if (/^one$/i.test(graph.node(i).text) && graph.childrenBy(i, "nmod").some((c) => COUNTRIES.test(graph.lemma(c)))) return true;
  if (graph.isNoun(i)) return graph.childrenBy(i, "amod", "nummod").some((c) => RANKS.test(graph.node(c).text));
  // "is the most recent in Africa to do so"
  return (
    graph.node(i).upos === "ADJ" &&
    (RANKS.test(graph.node(i).text) || /^recent$/i.test(graph.node(i).text)) &&
    graph.childrenBy(i, "det").some((d) => /^the$/i.test(graph.node(d).text))
  );
}
