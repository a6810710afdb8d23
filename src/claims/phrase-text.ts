import type { SentenceGraph } from "./sentence-graph.ts";

/** The words of a phrase without its clauses, lower case, joined by blanks and bounded by blanks. */
export function wordsOf(graph: SentenceGraph, i: number): string {
  return graph.noted(i, readWords);
}

function readWords(graph: SentenceGraph, i: number): string {
  return ` ${graph
    .subtree(i, false)
    .map((n) => graph.node(n).text.toLowerCase().replace(/\s+/g, " "))
    .join(" ")} `;
}

export function hasWord(phrase: string, word: string): boolean {
  for (let at = phrase.indexOf(word); at >= 0; at = phrase.indexOf(word, at + 1))
    if (phrase[at - 1] === " " && phrase[at + word.length] === " ") return true;
  return false;
}
