import { isTree } from "../language/repair-parse.ts";
import type { Node, Parse } from "../language/sentence.ts";

/**
 * "a treaty of friendship between Togo and Benin": a preposition stands before what it governs. One that was hung on the noun
 * before it goes to the name or noun behind it that hangs on the same noun.
 */
export function mendCase(parse: Parse): Parse {
  const { nodes } = parse;
  const changes = new Map<number, number>();
  nodes.forEach((node, i) => {
    if (node.relation !== "case" || node.upos !== "ADP" || node.head >= i || node.head < 0) return;
    const governed = nodes.findIndex((n, k) => k > i && n.head === node.head && /^(?:nmod|obl|appos)/.test(n.relation));
    if (governed < 0 || governed - i > 6 || nodes.some((n, k) => k > i && k < governed && n.head === governed && n.relation === "case"))
      return;
    if (nodes.slice(i + 1, governed).some((n) => n.upos === "VERB" || n.upos === "PUNCT")) return;
    changes.set(i, governed);
  });
  if (changes.size === 0) return parse;
  const mended = nodes.map((n, i): Node => (changes.has(i) ? { ...n, head: changes.get(i)! } : n));
  return isTree(mended) ? { ...parse, nodes: mended } : parse;
}
