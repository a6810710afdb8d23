import { isTree } from "../language/repair-parse.ts";
import type { Node, Parse } from "../language/sentence.ts";

const NAMES = /^(?:call|label|term|brand|dub|name|declare|consider|deem|proclaim|describe)$/i;

/** Of "called Peru an anchor", where both were read as what is said, the first is whom it is said of. */
export function mendNaming(parse: Parse): Parse {
  const nodes = [...parse.nodes];
  let changed = false;
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
