import { isTree } from "../language/repair-parse.ts";
import type { Node, Parse } from "../language/sentence.ts";

const KEEPING = /^(?:keep|hold|leave|find|have|get|declare)$/i;
const STATES = /^(?:closed|shut|sealed|open|blocked|frozen|suspended|locked|barred|reopened)$/i;

/** "kept its border with Fiji closed": the state is that of the border, and the neighbour hangs on it. */
export function mendKept(parse: Parse): Parse {
  const { nodes } = parse;
  const state = nodes.findIndex((n, i) => {
    const neighbour = nodes[i - 1];
    return STATES.test(n.text) && i > 3 && neighbour?.head === i && neighbour.relation.startsWith("nsubj");
  });
  if (state < 0) return parse;
  const neighbour = state - 1;
  const link = nodes.findIndex((n) => n.head === neighbour && n.relation === "case" && /^(?:with|to|from|between|on)$/i.test(n.text));
  const noun = link - 1;
  const verb = nodes[noun]?.head ?? -1;
  if (noun < 1 || verb < 0 || nodes[noun]!.upos !== "NOUN" || !KEEPING.test(nodes[verb]!.lemma) || verb > noun) return parse;
  const mended = nodes.map((n, i): Node => {
    if (i === neighbour) return { ...n, head: noun, relation: "nmod" };
    if (i === noun) return { ...n, head: verb, relation: "obj" };
    if (i === state) return { ...n, head: verb, relation: "xcomp", upos: "ADJ", xpos: "JJ" };
    return n.head === state && i > state ? { ...n, head: verb } : n;
  });
  return isTree(mended) ? { ...parse, nodes: mended } : parse;
}
