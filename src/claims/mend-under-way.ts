import { isTree } from "../language/repair-parse.ts";
import type { Node, Parse } from "../language/sentence.ts";

const BE = /^(?:am|is|are|was|were|be|been|being)$/i;

/** "Talks with Chile have been under way since 2016", read as a noun, or as a date, with the rest beside it: being under way is what is said of the talks. */
export function mendUnderWay(parse: Parse): Parse {
  const { nodes } = parse;
  const way = nodes.findIndex((n, i) => i > 2 && /^way$/i.test(n.text) && /^under$/i.test(nodes[i - 1]!.text));
  if (way < 0) return parse;
  const root = nodes.findIndex((n) => n.head < 0);
  const isDate = root === way + 1 && nodes[root]?.unit?.kind === "date";
  const subject = isDate ? nodes.findIndex((n, i) => i < way && /^nsubj/.test(n.relation) && n.head >= way - 1 && n.head <= root) : root;
  if (subject < 0 || subject >= way || !/^(?:NOUN|PROPN)$/.test(nodes[subject]!.upos)) return parse;
  const be = nodes.findLastIndex((n, i) => i > subject && i < way && i > way - 4 && BE.test(n.text));
  if (be < 0) return parse;
  const first = /^(?:has|have|had|will|to)$/i.test(nodes[be - 1]!.text) ? be - 1 : be;
  const mended = nodes.map((n, i): Node => {
    if (i === way) return { ...n, head: -1, relation: "root", upos: "NOUN", xpos: "NN" };
    if (i === subject) return { ...n, head: way, relation: "nsubj" };
    if (i === be) return { ...n, head: way, relation: "cop" };
    if (i === first) return { ...n, head: way, relation: "aux" };
    if (i === way - 1) return { ...n, head: way, relation: "case" };
    if (i === root) return { ...n, head: way, relation: "obl" };
    // what follows says since when and where
    const outer = n.head === root || (n.head < way && n.head >= first);
    return i > way && outer ? { ...n, head: way, relation: n.relation === "nmod" ? "obl" : n.relation } : n;
  });
  return isTree(mended) ? { ...parse, nodes: mended } : parse;
}
