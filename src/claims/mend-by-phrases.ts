import { isTree } from "../language/repair-parse.ts";
import type { Node, Parse } from "../language/sentence.ts";

const PERSONS =
  /^(?:president|minister|premier|chancellor|secretary|ambassador|envoy|king|queen|prince|delegation|delegates|officials|chief|commander|speaker|governor)$/i;
/** Nouns for what is done to another, who stands behind "against", "on" or "to". */
const DEEDS =
  /^(?:sanctions?|embargo|blockade|measures?|attacks?|raids?|strikes?|invasion|aggression|visits?|trips?|tours?|donations?|loans?|grants?|sales?|deliver(?:y|ies)|recognition|pressure|threats?|boycott|restrictions?|tariffs?)$/i;

/**
 * Binds what stands behind "by" to the deed right before it: "traded on despite sanctions by Peru against Chile", where the doer was read
 * with the verb; "the visit by the president and the minister to Chile", where the second doer was read as one more deed.
 */
export function mendByPhrases(parse: Parse): Parse {
  let nodes: readonly Node[] = parse.nodes;
  nodes.forEach((by, i) => {
    if (!/^by$/i.test(by.text) || by.head <= i || i === 0) return;
    const doer = by.head;
    const deed = i - 1;
    if (!DEEDS.test(nodes[deed]!.text) || nodes[deed]!.upos !== "NOUN" || nodes.slice(i + 1, doer).some((n) => n.text === ",")) return;
    const mended = bindDoer(nodes, deed, doer) ?? bindSecondDoer(nodes, deed, doer);
    if (mended && isTree(mended)) nodes = mended;
  });
  return nodes === parse.nodes ? parse : { ...parse, nodes };
}

function bindDoer(nodes: readonly Node[], deed: number, doer: number): Node[] | null {
  const { head, relation } = nodes[doer]!;
  const verb = nodes[head];
  if (relation !== "obl" || head > deed || verb?.upos !== "VERB" || nodes[deed]!.head !== head) return null;
  if (nodes[deed]!.relation === "nsubj:pass" || nodes.some((n) => n.head === head && n.relation === "aux:pass")) return null;
  return nodes.map((n, k): Node => {
    if (k === doer) return { ...n, head: deed, relation: "nmod" };
    const isAim = n.head === doer && k > doer && n.relation === "nmod" && nodes.some((c) => c.head === k && isToward(c));
    return isAim ? { ...n, head: deed } : n;
  });
}

function bindSecondDoer(nodes: readonly Node[], deed: number, doer: number): Node[] | null {
  const second = nodes.findIndex((n, k) => k > doer && n.head === deed && n.relation === "conj" && PERSONS.test(n.text));
  if (second < 0 || nodes[doer]!.head !== deed || nodes.slice(doer + 1, second).some((n) => n.upos === "VERB" || n.upos === "ADP"))
    return null;
  return nodes.map((n, k): Node => {
    if (k === second) return { ...n, head: doer };
    const isAim = n.head === second && k > second && n.relation === "nmod" && nodes.some((c) => c.head === k && isToward(c));
    return isAim ? { ...n, head: deed } : n;
  });
}

const isToward = ({ text, relation }: Node): boolean => relation === "case" && /^(?:to|against|on|upon|in|into)$/i.test(text);
