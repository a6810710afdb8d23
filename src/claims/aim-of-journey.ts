import type { SentenceGraph } from "./sentence-graph.ts";

const ATTENDING =
  /^(?:attend|participate|participate in|take part|take part in|join|address|chair|co-chair|preside over|represent|speak|meet|hold|sign)$/;
export const TRIP = /^(?:visit|trip|tour|stopover|journey)$/;
const GOING: ReadonlySet<string> = new Set("visit travel go come fly journey tour be return reach".split(" "));
/** On the way, not there yet. */
export const UNDER_WAY: ReadonlySet<string> = new Set(["leave", "depart", "set off", "set out", "head", "arrive"]);

/** "led a delegation to attend it": they went. */
const isPartyLed = (graph: SentenceGraph, verb: number, party: number): boolean =>
  /^(?:lead|head)$/.test(graph.lemma(verb)) && /^(?:delegation|team|party)$/.test(graph.lemma(party));

/** "travelled to Lima to attend the summit", "paid a visit to take part in": the aim of a journey, which is reached where it was made. */
export function isAimOfJourney(graph: SentenceGraph, i: number): boolean {
  const { head } = graph.node(i);
  if (!ATTENDING.test(graph.lemma(i)) || head > i) return false;
  if (graph.isVerb(head) && (GOING.has(graph.lemma(head)) || UNDER_WAY.has(graph.lemma(head)))) return true;
  // "was in Lima to attend"
  if (graph.childrenBy(head, "cop").length > 0 && ["in", "at"].includes(graph.preposition(head))) return true;
  return graph.isVerb(head) && graph.childrenBy(head, "obj").some((o) => TRIP.test(graph.lemma(o)) || isPartyLed(graph, head, o));
}
