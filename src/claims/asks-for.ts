import type { SentenceGraph } from "./sentence-graph.ts";

const ASKS: ReadonlySet<string> = new Set(
  "ask request appeal seek solicit beg plead petition urge demand press push want lobby implore call beseech entreat".split(" "),
);
const ASKING = /^(?:request|appeal|demand|plea|petition|call)$/;
/** From what is asked for up to the asking: "asked Chad to agree to send troops". */
const STEPS = 4;

/** "appealed for food", "asked Chad to send troops", "a request for loans": what node `i` tells is asked of another. */
export function isAskedFor(graph: SentenceGraph, i: number): boolean {
  let at = i;
  for (let step = 0; step < STEPS && at >= 0; step++) {
    const lemma = graph.lemma(at);
    const verb = lemma.split(" ")[0]!;
    if (graph.isVerb(at) ? ASKS.has(verb) : ASKING.test(lemma)) return true;
    const { head, relation } = graph.node(at);
    if (!/^(?:obj|obl|nmod|xcomp|ccomp|acl|compound|conj|advcl)/.test(relation)) return false;
    at = head;
  }
  return false;
}
