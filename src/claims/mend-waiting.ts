import { isTree } from "../language/repair-parse.ts";
import type { Node, Parse } from "../language/sentence.ts";
import { isDate } from "./clause-draft.ts";

/** Words before and behind a time that was waited for: the deed was done then. */
const WAITED = /(?:\bwait(?:s|ed|ing)?(?: patiently)?|\btook (?:\S+ ){1,4}?)\s*$/i;
const THEN_DID = /^\s+(?:to|before)\b/i;

/** Whether a time with "until" is the one at which what had been waited for was done: "waited until 1992 to", "it took Peru until 2004 to". */
export function isWaitedFor(text: string, { start, end }: { readonly start: number; readonly end: number }): boolean {
  const before = text.slice(Math.max(0, start - 60), start);
  return WAITED.test(before) && !/\bnot wait\s*$/i.test(before) && THEN_DID.test(text.slice(end, end + 10));
}

/** Makes what somebody waited to do, or took until then to do, the predicate, with the time: "waited until 2000 before it sent", "it took Peru until 2004 to open". */
export function mendWaiting(parse: Parse): Parse {
  const nodes = [...parse.nodes];
  let changed = false;
  for (let at = 2; at + 2 < nodes.length; at++) {
    if (!isDate(nodes[at]) || !/^(?:until|till)\b/i.test(nodes[at]!.text) || !/^(?:to|before)$/i.test(nodes[at + 1]!.text)) continue;
    const deed = nodes.findIndex((n, k) => k > at && k <= at + 4 && n.upos === "VERB");
    if (deed < 0) continue;
    const waited = nodes[at - 1]!.lemma === "wait" ? at - 1 : -1;
    const took = waited < 0 ? nodes.findLastIndex((n, k) => k < at && k >= at - 6 && n.lemma === "take") : -1;
    const verb = Math.max(waited, took);
    if (verb < 1 || (took > 0 && !/^it$/i.test(nodes[took - 1]!.text))) continue;
    if (/^(?:not|n.t|never)$/i.test(nodes[verb - 1]!.text)) continue;
    const own = nodes.slice(at + 2, deed).findIndex((n) => n.relation === "nsubj");
    const doer =
      took > 0
        ? nodes.findIndex((n, k) => k > took && k < at && n.head === took)
        : nodes.findIndex((n, k) => k < verb && n.head === verb && n.relation.startsWith("nsubj"));
    if (doer < 0) continue;
    raise(nodes, verb, deed, own < 0 ? doer : -1);
    nodes[at] = { ...nodes[at]!, head: deed, relation: "obl" };
    nodes[at + 1] = { ...nodes[at + 1]!, head: deed, relation: "dep" };
    changed = true;
  }
  return changed && isTree(nodes) ? { ...parse, nodes } : parse;
}

/** Puts the deed in the place of the verb before it, which hangs on it then, and makes the doer its subject where it has none. */
function raise(nodes: Node[], verb: number, deed: number, doer: number): void {
  const { head, relation, xpos } = nodes[verb]!;
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i]!;
    if (i === deed) nodes[i] = { ...node, head, relation, xpos: /^VB[DZP]$/.test(node.xpos) ? node.xpos : xpos };
    else if (i === verb) nodes[i] = { ...node, head: deed, relation: "dep" };
    else if (i === doer) nodes[i] = { ...node, head: deed, relation: "nsubj" };
    else if (node.head === verb && !/^(?:nsubj|expl)/.test(node.relation)) nodes[i] = { ...node, head: deed };
  }
}
