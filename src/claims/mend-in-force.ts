import { isTree } from "../language/repair-parse.ts";
import type { Node, Parse } from "../language/sentence.ts";

const PACT =
  /\b(?:agreement|treaty|pact|accord|protocol|convention|memorandum|arrangement|deal|charter|concordat|fta|mou|waiver|contract|compact)s?\b/i;

/** "signed in 2011 and in force since 2013", "the agreement with Chile, in force since 2014": the force is the pact's that the phrase stands behind. */
export function mendInForce(parse: Parse): Parse {
  let nodes: readonly Node[] = parse.nodes;
  for (let f = 3; f < nodes.length; f++) {
    if (nodes[f]!.text !== "force" || nodes[f - 1]!.text !== "in" || !/^(?:,|and|but|or|now|already|still)$/.test(nodes[f - 2]!.text))
      continue;
    if (nodes[f]!.head < 0 || nodes.some((n) => n.head === f && /^(?:cop|nsubj)/.test(n.relation))) continue;
    const pact = pactOver(nodes, f);
    if (pact < 0 || pact === nodes[f]!.head) continue;
    const mended = nodes.map((n, i): Node => {
      if (i === f) return { ...n, head: pact, relation: "nmod" };
      // "already in force since May", the time hung on the verb before
      return i === f + 1 && n.unit?.kind === "date" && /^since\b/i.test(n.text) ? { ...n, head: f, relation: "nmod:unmarked" } : n;
    });
    if (isTree(mended)) nodes = mended;
  }
  return nodes === parse.nodes ? parse : { ...parse, nodes };
}

/** The pact in whose phrase the node stands, or which the verb it was hung on has as its object; -1 where there is none before it. */
function pactOver(nodes: readonly Node[], f: number): number {
  for (let at = nodes[f]!.head, steps = 0; at >= 0 && steps < 6; at = nodes[at]!.head, steps++) {
    if (at < f && isPact(nodes[at]!)) return at;
    if (nodes[at]!.upos !== "VERB") continue;
    return nodes.findLastIndex((n, i) => i < f && i > at - 12 && isPact(n) && (n.head === at || i === nodes[at]!.head));
  }
  return -1;
}

function isPact({ upos, text }: Node): boolean {
  return (upos === "NOUN" || upos === "PROPN") && PACT.test(text);
}
