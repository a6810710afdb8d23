import { isTree } from "../language/repair-parse.ts";
import type { Parse } from "../language/sentence.ts";

/** Nouns that ask for what one has a part in. */
const SHARES = /^(?:role|part|share|involvement|participation|interest|effort|experience|support|contribution|assistance|help)s?$/i;

/**
 * "praised the role of Peru in the talks", "thanked Togo for its part in the mission": what stands behind "in" right after such a
 * noun and whose it is belongs to the noun, not to the praising.
 */
export function attachShares(parse: Parse): Parse {
  const { nodes } = parse;
  const moves = nodes.flatMap((node, i): [number, number][] => {
    if (node.relation !== "obl" || node.head > i) return [];
    const link = nodes.findIndex((n, k) => n.head === i && n.relation === "case" && k < i);
    if (link < 1 || !/^in$/i.test(nodes[link]!.text)) return [];
    const before = nodes[link - 1]!;
    const share = SHARES.test(before.lemma) ? link - 1 : before.relation === "nmod" ? before.head : -1;
    if (share < 0 || share >= link || !SHARES.test(nodes[share]!.lemma) || nodes[share]!.upos !== "NOUN") return [];
    // "took part in the talks" goes on being said of the taking
    const isOwned = share !== link - 1 || nodes.some((n) => n.head === share && n.relation === "nmod:poss");
    return isOwned && nodes[share]!.head === node.head && nodes[share]!.relation !== "nsubj" ? [[i, share]] : [];
  });
  if (moves.length === 0) return parse;
  const mended = [...nodes];
  for (const [i, share] of moves) mended[i] = { ...mended[i]!, head: share, relation: "nmod" };
  return isTree(mended) ? { ...parse, nodes: mended } : parse;
}
