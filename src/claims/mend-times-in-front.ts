import { isTree } from "../language/repair-parse.ts";
import type { Node, Parse } from "../language/sentence.ts";

/** "Two months after the vote Fiji opened": a name and a verb right behind a time that was read as what they are about are the clause. */
export function mendTimesInFront(parse: Parse): Parse {
  const { nodes } = parse;
  const d = nodes.findIndex((n) => n.unit?.kind === "date" && /^(?:nsubj|root)$/.test(n.relation));
  const name = nodes[d + 1];
  if (d < 0 || name?.upos !== "PROPN" || name.head !== d || !/^(?:nsubj|appos|flat|nmod)/.test(name.relation)) return parse;
  const isRoot = nodes[d]!.relation === "root";
  const verb = isRoot ? d + 2 : nodes[d]!.head;
  if (verb <= d + 1 || nodes[verb]?.upos !== "VERB" || (isRoot && (nodes[verb]!.head !== d || nodes[verb]!.xpos !== "VBD"))) return parse;
  const mended = nodes.map((n, i): Node => {
    if (i === d) return { ...n, head: verb, relation: "obl:unmarked" };
    if (i === d + 1) return { ...n, head: verb, relation: "nsubj" };
    if (!isRoot) return n;
    if (i === verb) return { ...n, head: -1, relation: "root" };
    return n.head === d && i > d ? { ...n, head: verb } : n;
  });
  return isTree(mended) ? { ...parse, nodes: mended } : parse;
}
