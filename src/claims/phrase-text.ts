import type { Node } from "../language/sentence.ts";
import type { SentenceGraph } from "./sentence-graph.ts";

/** The words of a phrase without its clauses, lower case, joined by blanks and bounded by blanks. */
export function wordsOf(graph: SentenceGraph, i: number): string {
  return graph.noted(i, readWords);
}

function readWords(graph: SentenceGraph, i: number): string {
  return ` ${graph
    .subtree(i, false)
    .map((n) => withoutPortfolio(graph.node(n)).toLowerCase().replace(/\s+/g, " "))
    .join(" ")} `;
}

/** A minister's portfolio tells nothing of what a phrase is about: "Trade Minister Ana Example", "the Minister of Trade"; nor does a body's name, "the Pacific Alliance". */
function withoutPortfolio({ text, unit }: Node): string {
  if (unit?.kind !== "name" && unit?.kind !== "list") return text;
  if (!OFFICE.test(text)) return text.replace(/(?<=\p{Lu}\S* )Alliance\b/gu, "");
  return text
    .replace(/^.*?\b(?=(?:(?:Prime|Foreign)\s+)?(?:Minister|Ministry|Secretary)\b)/s, "")
    .replace(/\b(Minister|Ministry|Secretary)\s+(?:of|for)\b.*$/s, "$1");
}

const OFFICE = /\b(?:Minister|Ministry|Secretary)\b/;

export function hasWord(phrase: string, word: string): boolean {
  for (let at = phrase.indexOf(word); at >= 0; at = phrase.indexOf(word, at + 1))
    if (phrase[at - 1] === " " && phrase[at + word.length] === " ") return true;
  return false;
}
