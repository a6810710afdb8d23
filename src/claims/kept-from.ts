import type { Factuality } from "./claim.ts";
import type { Lexicon } from "./frame.ts";
import type { SentenceGraph } from "./sentence-graph.ts";

/** "decided against opening", "was prevented from opening", "hinted at opening", "warned against opening": what the preposition and its verb say. */
export function shunnedBy(graph: SentenceGraph, verb: number, mark: readonly string[], lexicon: Lexicon): Factuality | "dropped" | null {
  if (mark.includes("against"))
    return /^(?:decide|rule|vote|choose|come out|argue|side)$/.test(graph.node(verb).lemma) ? "denied" : "dropped";
  if (mark.includes("from") && (KEPT_FROM.test(graph.node(verb).lemma) || lexicon.governors.get(graph.lemma(verb)) === "denied"))
    return "denied";
  return mark.includes("at") && /^(?:hint|aim)$/.test(graph.node(verb).lemma) ? "possible" : null;
}

const KEPT_FROM = /^(?:bar|stop|keep|deter|dissuade|discourage|prohibit|forbid|ban|refrain|abstain|exclude|hinder|desist)$/;
