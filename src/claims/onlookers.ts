import type { Frame } from "./frame.ts";
import type { Filler } from "./match-frames.ts";
import type { SentenceGraph } from "./sentence-graph.ts";

/** What those do who only stand by while others sign. */
const STANDS_BY = /^(?:look|watch|preside|stand|sit|smile|applaud|attend|witness|observe|chair|beam|act)$/;

/** "Kenya and Laos sign the accord with the Thai premier looking on": who stands by is no party. */
export function dropOnlookers(graph: SentenceGraph, frame: Frame, fillers: Map<string, Filler[]>): void {
  if (frame.type !== "agreement") return;
  const parties = fillers.get("party") ?? [];
  const left = parties.filter((f) => !(f.slot === "with" && standsBy(graph, f.node)));
  if (left.length === parties.length || new Set(left.map((f) => f.actor)).size < 2) return;
  fillers.set("party", left);
}

function standsBy(graph: SentenceGraph, person: number): boolean {
  const next = graph.nodes[person + 1];
  return next?.xpos === "VBG" && STANDS_BY.test(next.lemma.toLowerCase());
}
