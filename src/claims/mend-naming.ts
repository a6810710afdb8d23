import { isTree } from "../language/repair-parse.ts";
import type { Node, Parse } from "../language/sentence.ts";

const NAMES = /^(?:call|label|term|brand|dub|name|declare|consider|deem|proclaim|describe)$/i;

const KNOWN = /^(?:know|call|name|dub|style|nickname)$/;

/**
 * "the group known as the Nile Circle", "a bloc called the Amber League": the name stands beside the thing, as in "the group, the
 * Nile Circle,". Changes the nodes; true where anything was changed.
 */
function setNamesBeside(nodes: Node[]): boolean {
  let changed = false;
  nodes.forEach(({ relation, head, xpos, lemma }, i) => {
    if (xpos !== "VBN" || head < 0 || head >= i || !relation.startsWith("acl") || !KNOWN.test(lemma)) return;
    if (nodes[head]!.upos !== "NOUN" || nodes.some((n) => n.head === i && /^(?:nsubj|aux)/.test(n.relation))) return;
    const name = nodes.findIndex((n, k) => k > i && n.head === i && n.upos === "PROPN" && ["obl", "xcomp", "obj"].includes(n.relation));
    if (name < 0) return;
    const cases = nodes.flatMap((n, k) => (n.head === name && n.relation === "case" ? [k] : []));
    if (cases.some((k) => nodes[k]!.lemma !== "as") || (cases.length === 0 && lemma === "know")) return;
    for (const k of cases) nodes[k] = { ...nodes[k]!, head: i, relation: "mark" };
    nodes[name] = { ...nodes[name]!, head, relation: "appos" };
    changed = true;
  });
  return changed;
}

/** Of "called Peru an anchor", where both were read as what is said, the first is whom it is said of. */
export function mendNaming(parse: Parse): Parse {
  const nodes = [...parse.nodes];
  let changed = setNamesBeside(nodes);
  for (let i = 1; i < nodes.length; i++) {
    const { relation, head, upos } = nodes[i]!;
    if (relation !== "xcomp" || (upos !== "PROPN" && upos !== "NOUN") || head < 0 || head > i || !NAMES.test(nodes[head]!.lemma)) continue;
    if (nodes.some((n, k) => (n.head === i && n.relation === "case") || (n.head === head && n.relation === "obj" && k !== i))) continue;
    if (!nodes.some((n, k) => k > i && n.head === head && n.relation === "xcomp")) continue;
    nodes[i] = { ...nodes[i]!, relation: "obj" } satisfies Node;
    changed = true;
  }
  return changed && isTree(nodes) ? { ...parse, nodes } : parse;
}
