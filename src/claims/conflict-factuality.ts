import type { Factuality } from "./claim.ts";
import { STRENGTH } from "./factuality.ts";
import type { Frame } from "./frame.ts";
import type { SentenceGraph } from "./sentence-graph.ts";

const PROMISES = /^(?:promise|pledge|vow|swear|agree|undertake|commit|guarantee|assure|commitment|undertaking)$/;

/**
 * Whether a conflict took place, beyond what the words around it say of any act: a quarrel that is talked about lasts ("discussed their
 * border dispute"), and an attack that is forsworn is no attack that failed to come ("promised never to attack Laos": null, no claim).
 */
export function conflictFactuality(graph: SentenceGraph, frame: Frame, trigger: number, judged: Factuality): Factuality | null {
  const over = graph.node(trigger).head;
  const isForsworn = over >= 0 && PROMISES.test(graph.lemma(over)) && graph.childrenBy(trigger, "advmod").some((c) => isNot(graph, c));
  if (judged === "denied" && isForsworn) return null;
  if (frame.phase === "holds" && judged === "proposed" && graph.isNoun(trigger)) return "actual";
  return frame.factuality && STRENGTH[judged] <= STRENGTH[frame.factuality] ? frame.factuality : judged;
}

function isNot(graph: SentenceGraph, i: number): boolean {
  return /^(?:not|n['’]t|never)$/i.test(graph.node(i).text);
}
