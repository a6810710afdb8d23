import { isTree } from "../language/repair-parse.ts";
import type { Node, Parse } from "../language/sentence.ts";

/** Prepositions that no object has in front of it, as it may have "over" or "about". */
const LEADING = /^(?:to|from|with|against|by|at|in|into|on|for)$/i;

/**
 * "a treaty of friendship between Togo and Benin": a preposition stands before what it governs. One that was hung on the noun
 * before it goes to the name or noun behind it that hangs on the same noun. And what has one is no object: "grants totalling $3 million
 * to thirty countries".
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
  const obliques = new Set<number>();
  nodes.forEach((node, i) => {
    const governed = nodes[node.head];
    if (node.relation !== "case" || governed?.relation !== "obj" || i > node.head || changes.has(i)) return;
    if (LEADING.test(node.text) && governed.head < i - 1) obliques.add(node.head);
  });
  if (changes.size + obliques.size === 0) return parse;
  const mended = nodes.map(
    (n, i): Node => (changes.has(i) ? { ...n, head: changes.get(i)! } : obliques.has(i) ? { ...n, relation: "obl" } : n),
  );
  return isTree(mended) ? { ...parse, nodes: mended } : parse;
}
