import { COUNTED, TITLES } from "./phrase-words.ts";
import type { SentenceGraph } from "./sentence-graph.ts";

/** "six countries", "several governments". */
export function isCounted(graph: SentenceGraph, i: number): boolean {
  return (
    COUNTED.has(graph.node(i).lemma.toLowerCase()) &&
    graph.childrenBy(i, "nummod", "amod", "det").some((c) => {
      const { xpos, text } = graph.node(c);
      return (xpos === "CD" && text.toLowerCase() !== "one") || text.toLowerCase() === "several";
    })
  );
}

/** "international organizations": of no one state, wherever they have their seat. */
export function isOfMany(graph: SentenceGraph, i: number): boolean {
  return graph
    .childrenBy(i, "amod", "compound")
    .some((c) => /^(?:international|intergovernmental|multilateral|supranational)$/i.test(graph.node(c).text));
}

/** The person's name and the titles in capitals before it in the same phrase, where there are any. */
export function titlesBefore(graph: SentenceGraph, i: number): number[] {
  const titles = graph.subtree(i, false).filter((n) => n < i && TITLES.test(graph.node(n).text));
  const isFullName = graph.childrenBy(i, "flat").length > 0;
  return titles.length > 0 ? [i, ...titles] : isFullName ? [i] : [];
}
