import { isTree } from "../language/repair-parse.ts";
import type { Node, Parse } from "../language/sentence.ts";

/** Nouns that several words before them may share: they say of what sort it is. */
const HEADS =
  /^(?:training|assistance|aid|support|cooperation|co-operation|agreements?|treat(?:y|ies)|pacts?|accords?|memorand(?:a|ums?)|protocols?|conventions?|relations|ties|links|talks|courses?|instruction|expertise|advice)$/i;
/** What makes a phrase of its own of a word in the list. */
const OWN = /^(?:DET|NUM|ADP|PRON|VERB|AUX)$/;

/**
 * "provided armour, artillery and parachute training", "signed trade and cultural pacts": of a list of bare words that ends in such a
 * noun, that noun is what is provided or signed, and the words only say of what sort it is.
 */
export function mendSharedHeads(parse: Parse): Parse {
  let nodes: readonly Node[] = parse.nodes;
  for (let head = 3; head < nodes.length; head++) {
    const first = HEADS.test(nodes[head]!.text) ? firstOfList(nodes, head) : -1;
    if (first < 0) continue;
    const { head: over, relation } = nodes[first]!;
    const mended = nodes.map((n, k): Node => {
      if (k === head) return { ...n, head: over, relation };
      if (k === first) return { ...n, head, relation: "compound" };
      if (k > first && k < head)
        return n.upos === "NOUN" || n.upos === "ADJ" || n.upos === "PROPN" ? { ...n, head: first, relation: "conj" } : n;
      // what stands before or behind the list is said of the noun
      return n.head === first || (n.head > first && n.head < head) ? { ...n, head } : n;
    });
    if (isTree(mended)) nodes = mended;
  }
  return nodes === parse.nodes ? parse : { ...parse, nodes };
}

/** The first word of the list that ends right before the noun `head`; -1 where there is none, or the noun is joined to it already. */
function firstOfList(nodes: readonly Node[], head: number): number {
  const last = head - 1;
  if (!isKind(nodes[last]) || !/^(?:and|or)$/i.test(nodes[last - 1]?.text ?? "")) return -1;
  let first = last - 2;
  while (isKind(nodes[first]) && nodes[first - 1]?.text === "," && isKind(nodes[first - 2])) first -= 2;
  if (!isKind(nodes[first]) || first < 1) return -1;
  const verb = nodes[first - 1]!;
  const { head: over, relation } = nodes[first]!;
  // the words follow their verb or their preposition with nothing between
  if (verb.upos !== "VERB" && verb.upos !== "ADP" && verb.upos !== "DET") return -1;
  if (over >= first && over <= head) return -1;
  const listed = nodes[head]!.relation === "conj" && nodes[head]!.head >= first && nodes[head]!.head <= last;
  if (!listed || !/^(?:obj|obl|nmod|nsubj|compound)/.test(relation) || (relation === "compound" && over !== first - 2)) return -1;
  return nodes.slice(first, head).some((n) => OWN.test(n.upos)) ? -1 : first;
}

/** A word that may say of what sort a noun behind it is: a bare noun in the singular or an adjective. */
function isKind(node: Node | undefined): boolean {
  return node !== undefined && !node.unit && /^(?:NN|JJ)$/.test(node.xpos) && /^\p{Ll}/u.test(node.text);
}
