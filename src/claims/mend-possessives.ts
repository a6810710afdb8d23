import { isTree } from "../language/repair-parse.ts";
import type { Node, Parse } from "../language/sentence.ts";

/**
 * "Kuwait's was closed in 2012", "Jordan's in Ankara followed", "Togo's own left Lagos": an owner whose thing was named before. The
 * mark of possession becomes the noun that stands for it, with the lemma "one": the owner hangs on it, and it is the subject.
 */
export function mendPossessives(parse: Parse): Parse {
  const nodes = [...parse.nodes];
  let changed = false;
  const set = (i: number, head: number, relation: string, more: Partial<Node> = {}): void => {
    nodes[i] = { ...nodes[i]!, ...more, head, relation };
    changed = true;
  };
  for (let k = 1; k + 1 < nodes.length; k++) {
    const { xpos, relation: mark, head: marked } = nodes[k]!;
    const isMark = xpos === "POS" || (/^['’]s$/.test(nodes[k]!.text) && mark === "case" && marked === k - 1);
    if (!isMark || !/^(?:NOUN|PROPN)$/.test(nodes[k - 1]!.upos)) continue;
    const owner = k - 1;
    // "Togo's own left": "own" is the thing
    const own = nodes[k + 1]!.text.toLowerCase() === "own" && isClauseStart(nodes, k + 2) ? k + 1 : -1;
    const thing = own < 0 ? k : own;
    const verb = subjectVerb(nodes, thing);
    if (verb < 0) continue;
    const over = nodes[owner]!;
    // "Jordan's in Ankara": the place was taken for what is owned
    const place = nodes[thing + 1]!.upos === "ADP" ? thing + 2 : -1;
    const passive = nodes.some((n) => n.head === verb && n.relation === "aux:pass");
    const subject = nodes[place]?.head === verb && nodes[place]!.relation.startsWith("nsubj") ? nodes[place]!.relation : over.relation;
    const relation = subject.startsWith("nsubj") && over.head === verb ? subject : passive ? "nsubj:pass" : "nsubj";
    if (nodes[verb]!.xpos === "VBN" && !nodes.some((n) => n.head === verb && n.relation.startsWith("aux")))
      set(verb, nodes[verb]!.head, nodes[verb]!.relation, { xpos: "VBD" });
    const hung = nodes.flatMap((n, i) => (n.head === owner && i > thing && i < verb ? [i] : []));
    set(thing, verb, relation, { upos: "NOUN", xpos: "NN", lemma: "one" });
    set(owner, thing, "nmod:poss");
    if (own > 0) set(k, owner, "case");
    if (place > 0) set(place, thing, "nmod");
    for (const i of hung) if (i !== place) set(i, thing, nodes[i]!.relation);
  }
  return changed && isTree(nodes) ? { ...parse, nodes } : parse;
}

/** The verb whose subject ends at `thing`: right behind it, behind its place ("in Ankara"), or behind an aside between commas; -1 for none. */
function subjectVerb(nodes: readonly Node[], thing: number): number {
  let at = thing + 1;
  if (nodes[at]?.upos === "ADP" && nodes[at + 1]?.upos === "PROPN") at += 2;
  else if (nodes[at]?.text === ",") {
    // ", opened in 1993, was closed"
    const end = nodes.findIndex((n, k) => k > at && (n.text === "," || /^[.;:]$/.test(n.text)));
    if (end < 0 || nodes[end]!.text !== "," || nodes[at + 1]?.xpos !== "VBN") return -1;
    at = end + 1;
  }
  if (!isClauseStart(nodes, at)) return -1;
  while (nodes[at] && /^(?:AUX|PART|ADV)$/.test(nodes[at]!.upos)) at++;
  return nodes[at]?.upos === "VERB" ? at : -1;
}

/** A finite verb or an auxiliary, and no participle before its noun ("Kenya's opened markets"). */
function isClauseStart(nodes: readonly Node[], i: number): boolean {
  const node = nodes[i];
  if (!node) return false;
  if (node.upos === "AUX") return true;
  return node.upos === "VERB" && /^VB[DZPN]$/.test(node.xpos) && !(node.relation === "amod" && node.head > i);
}
