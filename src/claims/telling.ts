import type { SentenceGraph } from "./sentence-graph.ts";

export const NEGATIONS: ReadonlySet<string> = new Set(["not", "n't", "never", "no", "neither", "nor", "hardly", "cannot", "yet to"]);

const TELLING =
  /^(?:announce|confirm|tell|say|inform|report|add|recall|note|mention|share|assure|disclose|reveal|underline|stress|point out|state|repeat|remind)$/;

export const THAT_CLAUSE: ReadonlySet<string> = new Set(["ccomp", "csubj"]);
const REMARKED =
  /^(?:recall|remember|note|mention|add|stress|underline|underscore|emphasi[sz]e|highlight|observe|point out|remark|bear|keep|record|say|state|acknowledge|recogni[sz]e)$/;

/** "It should be recalled that", "it may be noted that": the reader is told so; nothing is advised. */
export function isRemark(graph: SentenceGraph, verb: number): boolean {
  if (!REMARKED.test(graph.lemma(verb)) || graph.node(verb).xpos !== "VBN" || graph.childrenBy(verb, "aux").length === 0) return false;
  const it = graph.children(verb).find((c) => c < verb && /^it$/i.test(graph.node(c).text));
  return it !== undefined && graph.childrenBy(verb, "advmod").every((c) => !NEGATIONS.has(graph.node(c).text.toLowerCase()));
}

/** "by the end of the year", "by June": a time till when something is still to be done. */
export function isDeadline(graph: SentenceGraph, i: number): boolean {
  const { text, unit } = graph.node(i);
  return /^by\s/i.test(text) || (unit?.kind === "date" && graph.preposition(i) === "by");
}

/** Whether the speaker tells it in so many words ("I can confirm", "I would like to announce", "let me add"), or says that he does not; null for all others. */
export function tellingHere(graph: SentenceGraph, verb: number): "told" | "withheld" | null {
  if (!TELLING.test(graph.lemma(verb)) || !["VB", "VBP", "VBG"].includes(graph.node(verb).xpos)) return null;
  const path = [verb, ...graph.ancestors(verb).filter((n) => graph.isVerb(n))].slice(0, 3);
  const isOwn = path.some((n) => graph.childrenBy(n, "nsubj", "obj").some((c) => c < verb && /^(?:i|we|me|us)$/i.test(graph.node(c).text)));
  if (!isOwn) return null;
  const isDenied = path.some((n) => graph.childrenBy(n, "advmod").some((c) => /^(?:not|n['’]t|never)$/i.test(graph.node(c).text)));
  return isDenied ? "withheld" : "told";
}
