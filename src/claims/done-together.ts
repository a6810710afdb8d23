import type { SentenceGraph } from "./sentence-graph.ts";

const HOLDS = /^(?:hold|organi[sz]e|host|stage|convene|run|put on|mount)$/;
const TOGETHER = /^(?:cooperate|co-operate|collaborate|partner|partner up|team|team up)$/;

/** "cooperated with the university to hold a forum", "joined hands to host it": what they worked together for took place. */
export function isDoneTogether(graph: SentenceGraph, aim: number): boolean {
  const { head } = graph.node(aim);
  if (head < 0 || !HOLDS.test(graph.lemma(aim))) return false;
  if (TOGETHER.test(graph.lemma(head))) return true;
  return graph.lemma(head) === "join" && graph.childrenBy(head, "obj").some((n) => /^(?:hands|forces)$/i.test(graph.node(n).text));
}
