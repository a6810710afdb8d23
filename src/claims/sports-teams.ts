import type { SentenceGraph } from "./sentence-graph.ts";

const TEAM = /^(?:team|squad|side|eleven|selection|club|players?)$/i;
const SPORT =
  /^(?:cricket|football|soccer|rugby|hockey|netball|basketball|volleyball|handball|baseball|softball|tennis|badminton|golf|chess|polo|athletics|swimming|boxing|wrestling|judo|karate|cycling|sailing|rowing|olympic|test)$/i;

/** "Malawi's cricket team toured Zambia": those who go there go to play. */
export function isTeamOfSport(graph: SentenceGraph, node: number): boolean {
  return [node, graph.node(node).head].some(
    (n) => n >= 0 && TEAM.test(graph.lemma(n)) && graph.childrenBy(n, "compound", "amod").some((c) => SPORT.test(graph.node(c).text)),
  );
}
