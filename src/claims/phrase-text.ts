import type { SentenceGraph } from "./sentence-graph.ts";

/** Every frame that a trigger may have asks for the words of the same phrase. */
const phrases = new WeakMap<SentenceGraph, string[]>();

/** The words of a phrase without its clauses, lower case, joined by blanks and bounded by blanks. */
export function wordsOf(graph: SentenceGraph, i: number): string {
  let known = phrases.get(graph);
  if (!known) {
    known = [];
    phrases.set(graph, known);
  }
  known[i] ??= readWords(graph, i);
  return known[i];
}

function readWords(graph: SentenceGraph, i: number): string {
  return ` ${graph
    .subtree(i, false)
    .map((n) => graph.node(n).text.toLowerCase().replace(/\s+/g, " "))
    .join(" ")} `;
}

export function hasWord(phrase: string, word: string): boolean {
  return phrase.includes(` ${word} `);
}
