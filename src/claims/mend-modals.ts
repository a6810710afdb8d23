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
  let nodes: readonly Node[] = mendDue(parse.nodes);
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

/** "is due to open an embassy": who opens it is due to, and "due" does not lead in the clause. */
function mendDue(nodes: readonly Node[]): readonly Node[] {
  const due = nodes.findIndex((n, i) => /^due$/i.test(n.text) && n.relation === "mark" && nodes[i + 1]?.text.toLowerCase() === "to");
  const verb = due < 0 ? -1 : nodes[due]!.head;
  if (verb <= due + 1 || !/^VB/.test(nodes[verb]!.xpos)) return nodes;
  const mended = nodes.map((n, i): Node => {
    if (i === due) return { ...n, head: nodes[verb]!.head, relation: nodes[verb]!.relation, upos: "ADJ", xpos: "JJ" };
    if (i === verb) return { ...n, head: due, relation: "xcomp" };
    if (i === due + 1) return { ...n, head: verb, relation: "mark" };
    if (n.head !== verb || i > due) return n;
    return { ...n, head: due, relation: /^aux/.test(n.relation) ? "cop" : n.relation === "nsubj:pass" ? "nsubj" : n.relation };
  });
  return isTree(mended) ? mended : nodes;
}
