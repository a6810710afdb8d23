import type { SentenceGraph } from "./sentence-graph.ts";

const HOLDS = /^(?:hold|organi[sz]e|host|stage|convene|run|put on|mount)$/;
const TELLS = /^(?:announce|declare|proclaim|confirm|make public)$/;
const WORDS = /^(?:conference|statement|communiqu[eé]|letter|note|release|briefing|ceremony)$/;
const TOGETHER = /^(?:cooperate|co-operate|collaborate|partner|partner up|team|team up)$/;

/** "cooperated with the university to hold a forum", "joined hands to host it": what they worked together for took place. */
export function isDoneTogether(graph: SentenceGraph, aim: number): boolean {
  const { head } = graph.node(aim);
  // "held a press conference to announce the break": it was announced
  if (head >= 0 && TELLS.test(graph.lemma(aim)) && graph.childrenBy(head, "obj").some((n) => WORDS.test(graph.lemma(n)))) return true;
  if (head < 0 || !HOLDS.test(graph.lemma(aim))) return false;
  if (TOGETHER.test(graph.lemma(head))) return true;
  return graph.lemma(head) === "join" && graph.childrenBy(head, "obj").some((n) => /^(?:hands|forces)$/i.test(graph.node(n).text));
}
