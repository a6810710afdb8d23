import type { SentenceGraph } from "./sentence-graph.ts";

/** The words of a phrase from its first modifier to its head, without clauses and without an article in front. */
export function readPhrase(graph: SentenceGraph, text: string, i: number): string {
  const own = new Set(graph.subtree(i, false));
  let [from, to] = [i, i];
  while (own.has(from - 1)) from--;
  while (own.has(to + 1)) to++;
  while (to > i && graph.node(to).upos === "PUNCT") to--;
  return text.slice(graph.node(from).start, graph.node(to).end).replace(/^(the|a|an)\s+/i, "");
}
