import { isTree } from "../language/repair-parse.ts";
import type { Node, Parse } from "../language/sentence.ts";

/** What stands before a noun, or was read as if it did. */
const BEFORE_NOUN = /^(?:amod|compound|nummod|nmod:desc|nmod)$/;
const GOES_ON = /^(?:to|in|into|from|for|with|at|on)$/i;

/**
 * "Latvia will second two experts to Podgorica", "may station troops": the word behind a modal is a verb, though it may be an adjective or
 * a noun elsewhere, where the modal was hung on the noun behind it.
 */
export function mendModals(parse: Parse): Parse {
  let nodes: readonly Node[] = parse.nodes;
  for (let m = 0; m < nodes.length - 2; m++) {
    const modal = nodes[m]!;
    if (modal.xpos !== "MD" || modal.relation !== "aux" || modal.head < m + 2) continue;
    const noun = modal.head;
    if (nodes[noun]!.upos !== "NOUN" && nodes[noun]!.upos !== "PROPN") continue;
    let v = m + 1;
    while (v < noun && nodes[v]!.upos === "ADV") v++;
    const word = nodes[v]!;
    if (v >= noun || word.head !== noun || !BEFORE_NOUN.test(word.relation) || !/^\p{Ll}+$/u.test(word.text)) continue;
    if (nodes.some((n) => n.head === noun && n.relation === "cop")) continue;
    const mended = nodes.map((n, i): Node => {
      if (i === v)
        return { ...n, head: nodes[noun]!.head, relation: nodes[noun]!.relation, upos: "VERB", xpos: "VB", lemma: n.text.toLowerCase() };
      if (i === noun) return { ...n, head: v, relation: "obj" };
      if (n.head !== noun) return n;
      if (i < v || /^(?:punct|advmod|advcl|parataxis)$/.test(n.relation)) return { ...n, head: v };
      const link = nodes.find((c, k) => c.head === i && c.relation === "case" && k < i);
      return n.relation === "nmod" && link && GOES_ON.test(link.text) && i > noun ? { ...n, head: v, relation: "obl" } : n;
    });
    if (isTree(mended)) nodes = mended;
  }
  return nodes === parse.nodes ? parse : { ...parse, nodes };
}
