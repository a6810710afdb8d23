import { isTree } from "../language/repair-parse.ts";
import type { Node, Parse } from "../language/sentence.ts";
import { isWithin } from "../language/tree-paths.ts";

/**
 * "signed an agreement to normalise relations and restore ties": a verb in its bare form behind "and" goes on with the infinitive before
 * it, not with the past form over both.
 */
export function mendBareConjuncts(parse: Parse): Parse {
  let nodes: readonly Node[] = parse.nodes;
  for (let v = 3; v < nodes.length; v++) {
    const { relation, head, upos, text, lemma, xpos } = nodes[v]!;
    if (relation !== "conj" || upos !== "VERB" || head < 0 || head > v || text !== lemma || !/^VBP?$/.test(xpos)) continue;
    if (!/^VB[DZ]$/.test(nodes[head]!.xpos) || nodes[head]!.text === nodes[head]!.lemma) continue;
    if (nodes.some((n) => n.head === v && /^(?:nsubj|csubj|expl|aux|mark)/.test(n.relation))) continue;
    if (!nodes.some((n, k) => n.head === v && n.relation === "cc" && k < v)) continue;
    const first = nodes.findLastIndex((n, k) => k > head && k < v && n.upos === "VERB" && n.xpos === "VB" && isWithin(nodes, k, head));
    if (first < 0 || !nodes.some((n) => n.head === first && n.relation === "mark" && /^to$/i.test(n.text))) continue;
    const mended = nodes.map((n, k): Node => (k === v ? { ...n, head: first, xpos: "VB" } : n));
    if (isTree(mended)) nodes = mended;
  }
  return nodes === parse.nodes ? parse : { ...parse, nodes };
}
