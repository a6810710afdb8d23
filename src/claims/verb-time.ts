import type { SentenceGraph } from "./sentence-graph.ts";

// Which time the auxiliaries and the form of a verb tell.

export function isPresent(graph: SentenceGraph, i: number): boolean {
  return (
    /^VB[ZP]$/.test(graph.node(i).xpos) ||
    graph.childrenBy(i, "cop", "aux").some((a) => /^(?:is|are|has|have|does|do)$/i.test(graph.node(a).text))
  );
}

export function isFuture(graph: SentenceGraph, i: number): boolean {
  return graph.childrenBy(i, "aux").some((a) => /^(?:will|shall)$/i.test(graph.node(a).text));
}

export function isPast(graph: SentenceGraph, i: number): boolean {
  return graph.node(i).xpos === "VBD" || graph.childrenBy(i, "cop", "aux").some((a) => /^(?:was|were|had|did)$/i.test(graph.node(a).text));
}

export function isNonetheless(graph: SentenceGraph, i: number): boolean {
  return graph.childrenBy(i, "cop").length > 0 && /^(?:despite|although|though|notwithstanding)$/.test(graph.preposition(i));
}

/** "having taken over from Chad", behind node `after`. */
export function isDoneBefore(graph: SentenceGraph, i: number, after: number): boolean {
  return graph.childrenBy(i, "aux").some((a) => a < i && a > after && /^having$/i.test(graph.node(a).text));
}

/** "has trained", "have been". */
export function isPerfect(graph: SentenceGraph, i: number): boolean {
  return graph.childrenBy(i, "aux").some((a) => /^(?:has|have)$/i.test(graph.node(a).text));
}

/** "announced on Sunday that they were leaving": the word is the deed. */
export function isUnderWay(graph: SentenceGraph, i: number): boolean {
  return graph.node(i).xpos === "VBG" && graph.childrenBy(i, "aux").length > 0;
}

/** "had lent its good offices" in an entry of a chronicle: it was over before what the entry tells. */
export function isEarlier(graph: SentenceGraph, i: number): boolean {
  const verb = graph.isNoun(i) ? graph.ancestors(i).find((n) => graph.isVerb(n)) : i;
  return verb !== undefined && graph.childrenBy(verb, "aux").some((a) => /^had$/i.test(graph.node(a).text));
}

/** "have kept troops there since the riots of 2021": node `n` says since when the perfect over it holds. */
export function isPerfectSince(graph: SentenceGraph, n: number): boolean {
  const { head, relation } = graph.node(n);
  return graph.preposition(n) === "since" && relation.startsWith("obl") && head >= 0 && isPerfect(graph, head);
}
