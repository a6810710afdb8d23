import type { SentenceGraph } from "./sentence-graph.ts";

/** What auxiliaries and governing words say of a predicate: done, to come, possible, or advised. */
export type Mood = "done" | "coming" | "maybe" | "advice";

const NEGATIONS = new Set(["not", "n't", "never", "no", "neither", "nor", "hardly"]);
/** Verbs whose passive makes a plan of what stands under them. */
const EXPECTED = new Set(["expect", "schedule", "plan", "slate", "bill", "tip", "set", "intend"]);

export function isNegated(graph: SentenceGraph, p: number): boolean {
  return graph
    .childrenBy(p, "advmod", "det", "cc")
    .some((c) => NEGATIONS.has(graph.node(c).text.toLowerCase()) && !/^(only|longer)$/i.test(graph.nodes[c + 1]?.text ?? ""));
}

export function moodOf(graph: SentenceGraph, p: number): Mood {
  const words = graph.childrenBy(p, "aux").map((c) => graph.node(c).text.toLowerCase());
  if (words.some((w) => ["must", "should", "ought"].includes(w))) return "advice";
  if (graph.isVerb(p) && graph.childrenBy(p, "aux").some((c) => graph.node(c).lemma === "have" && graph.node(c + 1)?.text === "to"))
    return "advice";
  if (words.some((w) => ["will", "would", "shall", "'ll", "wo", "'d"].includes(w)) || isExpected(graph, p) || isToBeDone(graph, p))
    return "coming";
  if (words.some((w) => ["may", "might", "could"].includes(w))) return "maybe";
  return "done";
}

/** "is expected to visit", "was scheduled to sign". */
function isExpected(graph: SentenceGraph, p: number): boolean {
  const { head, relation } = graph.node(p);
  return relation === "xcomp" && head >= 0 && EXPECTED.has(graph.lemma(head)) && graph.isPassive(head);
}

/** "are to hold a summit". */
function isToBeDone(graph: SentenceGraph, p: number): boolean {
  return (
    graph.node(p).xpos === "VB" &&
    graph.node(p - 1)?.text === "to" &&
    graph.childrenBy(p, "cop", "aux").some((c) => /^(?:is|are|was|were)$/i.test(graph.node(c).text))
  );
}

export function hasUnless(graph: SentenceGraph, p: number): boolean {
  return graph.childrenBy(p, "advcl").some((c) => graph.childrenBy(c, "mark").some((m) => graph.node(m).text.toLowerCase() === "unless"));
}
