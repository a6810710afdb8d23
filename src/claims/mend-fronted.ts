import { isTree } from "../language/repair-parse.ts";
import type { Node, Parse } from "../language/sentence.ts";

/**
 * "At the Kabul conference of 2010 Finland pledged 30 million euros", "By a communiqué signed on 9 July Andorra and Nepal
 * established …": a phrase in front that begins with a preposition is no subject. Where it was taken for one and the name
 * right before the verb was hung on it, the name becomes the subject and the phrase a circumstance.
 */
export function mendFronted(parse: Parse): Parse {
  const { nodes } = parse;
  for (let v = 2; v < nodes.length; v++) {
    const verb = nodes[v]!;
    if (!["VBD", "VBZ", "VBP"].includes(verb.xpos)) continue;
    const front = nodes.findIndex((n, i) => i < v && n.head === v && /^nsubj(?!:pass)/.test(n.relation));
    const name = v - 1;
    if (front < 0 || front >= name || !hasPreposition(nodes, front)) continue;
    const held = nodes[name]!;
    if (held.upos !== "PROPN" || !/^(?:appos|nmod|flat|compound|nmod:unmarked)$/.test(held.relation) || hasPreposition(nodes, name))
      continue;
    if (!isBelow(nodes, name, front) || nodes.some((n) => n.head === name && n.relation === "cc")) continue;
    const mended = nodes.map((n, i): Node => {
      if (i === name) return { ...n, head: v, relation: "nsubj" };
      return i === front ? { ...n, relation: "obl" } : n;
    });
    if (isTree(mended)) return { ...parse, nodes: mended };
  }
  return parse;
}

function hasPreposition(nodes: readonly Node[], i: number): boolean {
  return nodes.some((n, k) => k < i && n.head === i && n.relation === "case");
}

function isBelow(nodes: readonly Node[], i: number, top: number): boolean {
  for (let at = nodes[i]!.head, steps = 0; at >= 0 && steps < 8; at = nodes[at]!.head, steps++) if (at === top) return true;
  return false;
}
