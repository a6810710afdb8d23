import { isTree } from "../language/repair-parse.ts";
import type { Node, Parse } from "../language/sentence.ts";

const PRO_VERBS = /^(?:do|does|did|will|would|has|have|had|is|are|was|were)$/i;
const BEFORE = /^(?:as|so|nor|neither)$/i;

/**
 * "visited Laos in 1986, as did the premier in 1990 and 1993": whoever stands behind the verb that takes up another is its subject, and
 * the times behind him are its own, not those of the verb before.
 */
export function mendProVerbs(parse: Parse): Parse {
  const nodes = [...parse.nodes];
  let changed = false;
  for (let i = 2; i < nodes.length - 1; i++) {
    if (!PRO_VERBS.test(nodes[i]!.text) || !BEFORE.test(nodes[i - 1]!.text)) continue;
    const verb = nodes[i]!.relation === "aux" || nodes[i]!.relation === "cop" ? -1 : i;
    const who = verb < 0 ? -1 : subjectBehind(nodes, verb);
    if (who < 0) continue;
    nodes[who] = { ...nodes[who]!, head: verb, relation: "nsubj" };
    takeTimes(nodes, verb, who);
    changed = true;
  }
  return changed && isTree(nodes) ? { ...parse, nodes } : parse;
}

/** The head of the phrase right behind, over its articles; -1 where the words go on otherwise: "as did not". */
function subjectBehind(nodes: readonly Node[], verb: number): number {
  let at = verb + 1;
  while (/^(?:DET|ADJ|ADV)$/.test(nodes[at]?.upos ?? "")) at++;
  const first = nodes[at];
  if (!first || !/^(?:NOUN|PROPN)$/.test(first.upos) || first.unit?.kind === "date") return -1;
  let who = at;
  while (nodes[who]!.head > who && nodes[who]!.head <= who + 3 && /^(?:NOUN|PROPN)$/.test(nodes[nodes[who]!.head]!.upos))
    who = nodes[who]!.head;
  return nodes[who]!.head === verb || nodes[who]!.head < at ? who : -1;
}

/** Dates behind the subject, up to where the clause ends, that hang on what stands before it. */
function takeTimes(nodes: Node[], verb: number, who: number): void {
  for (let k = who + 1; k < nodes.length; k++) {
    const node = nodes[k]!;
    if (node.unit?.kind === "date") {
      if (node.head < verb && /^(?:obl|nmod|advmod)/.test(node.relation)) nodes[k] = { ...node, head: verb, relation: "obl" };
    } else if (!/^(?:ADP|PUNCT|CCONJ|ADV)$/.test(node.upos) || /^[.;:()]$/.test(node.text)) break;
  }
}
