import type { SentenceGraph } from "./sentence-graph.ts";

// What the words of a clause say to be still ahead, by its auxiliaries and what stands over it.

export const BROADCAST: ReadonlySet<string> = new Set(["will", "shall", "'ll", "wo"]);

/** "in the course of", "on" a journey, of what the verb says is still to come. */
export function isOnTheWay(graph: SentenceGraph, trip: number, verb: number): boolean {
  // "will coincide with the visit"
  if (graph.lemma(verb) === "coincide" && graph.preposition(trip) === "with") return isToCome(graph, verb);
  if (!/^(?:during|in|on|as part of|in the course of|within|throughout)$/.test(graph.preposition(trip))) return false;
  return isToCome(graph, verb) || isYetToBeDone(graph, verb);
}

/** "documents to be signed". */
function isYetToBeDone(graph: SentenceGraph, verb: number): boolean {
  const { relation, xpos } = graph.node(verb);
  return (
    xpos === "VBN" &&
    /^(?:acl|xcomp|advcl)\b/.test(relation) &&
    graph.childrenBy(verb, "mark").some((m) => /^to$/i.test(graph.node(m).text)) &&
    graph.childrenBy(verb, "aux:pass").some((a) => graph.node(a).text === "be")
  );
}

/** "will meet", "is to meet", "is expected to meet". */
export function isToCome(graph: SentenceGraph, verb: number): boolean {
  if (["VBD", "VBN"].includes(graph.node(verb).xpos) && graph.childrenBy(verb, "aux").length === 0) return false;
  return (
    isToBe(graph, verb) ||
    graph.childrenBy(verb, "aux").some((a) => BROADCAST.has(graph.node(a).text.toLowerCase())) ||
    isPlannedInfinitive(graph, verb) ||
    // "which are scheduled to open"
    (PLANNED.test(graph.node(verb).lemma) && graph.childrenBy(verb, "aux", "cop").some((a) => /^(?:is|are)$/i.test(graph.node(a).text)))
  );
}

const PLANNED = /^(?:expect|schedule|due|plan|set|slate|intend)$/;

/** "is expected to sign", "is due to meet". */
function isPlannedInfinitive(graph: SentenceGraph, verb: number): boolean {
  const { head, relation } = graph.node(verb);
  return relation === "xcomp" && head >= 0 && PLANNED.test(graph.node(head).lemma) && graph.node(head).xpos !== "VBD";
}

/** "Zambia to send troops": a line without a finite verb, as over a report. */
export function isHeadlineToBe(graph: SentenceGraph, i: number): boolean {
  const { head, relation, xpos } = graph.node(i);
  if (xpos !== "VB" || !graph.childrenBy(i, "mark").some((m) => graph.node(m).text.toLowerCase() === "to")) return false;
  // "Zambia's President To Pay Visit To Malawi", "Zambia to send troops as fighting spreads"
  if (head < 0) return graph.childrenBy(i, "nsubj").length > 0 && graph.childrenBy(i, "aux", "cop").length === 0;
  if (!graph.isHeadline || relation !== "acl") return false;
  // "Zambia, Malawi to send troops"
  const first = /^(?:conj|appos)$/.test(graph.node(head).relation) ? graph.node(head).head : head;
  return graph.node(first).head < 0 && graph.node(head).upos === "PROPN";
}

/** "is to be signed", "are to meet". */
export function isToBe(graph: SentenceGraph, i: number): boolean {
  const to = graph.childrenBy(i, "mark").find((m) => graph.node(m).text.toLowerCase() === "to");
  return (
    to !== undefined &&
    graph
      .childrenBy(i, "aux", "aux:pass", "cop")
      .some((b) => b < to && ["is", "are", "was", "were"].includes(graph.node(b).text.toLowerCase()))
  );
}

/** "a summit to be held in Lomé": of a gathering that is not held yet, whatever is told with it. */
export function isToBeHeld(graph: SentenceGraph, gathering: number): boolean {
  return graph
    .childrenBy(gathering, "acl")
    .some((c) => c > gathering + 2 && graph.node(c - 1).text === "be" && /^to$/i.test(graph.node(c - 2).text) && graph.isPassive(c));
}
