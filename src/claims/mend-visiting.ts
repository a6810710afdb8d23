import type { Mention } from "../actors/mention.ts";
import { isTree } from "../language/repair-parse.ts";
import type { Node, Parse } from "../language/sentence.ts";

/** "received visiting Foreign Minister Example", "met with visiting President Example": he is the one who visits, not the one visited. */
export function mendVisiting(parse: Parse, mentions: readonly Mention[]): Parse {
  const { nodes } = parse;
  if (nodes[0]?.text === "Visiting" && nodes[1] && isOfficial(nodes[1], mentions)) return nameVisitor(parse);
  const i = nodes.findIndex((n, k) => n.text === "visiting" && nodes[k + 1]?.head === k && isOfficial(nodes[k + 1]!, mentions));
  const before = nodes[i - 1];
  if (i > 1 && nodes[i]!.relation === "conj") return joinVisitor(parse, i);
  if (i < 1 || !before || nodes[i]!.head < 0 || !(/^VB/.test(before.xpos) || before.xpos === "IN")) return parse;
  // "began visiting President Example"
  if (/^(?:begin|start|stop|finish|consider|avoid|be|keep)$/.test(before.lemma)) return parse;
  const { head } = nodes[i]!;
  const led = before.xpos === "IN";
  const mended = nodes.map((n, k): Node => {
    if (k === i + 1) return { ...n, head, relation: led ? "obl" : "obj" };
    if (k === i) return { ...n, head: i + 1, relation: "amod", upos: "ADJ", xpos: "JJ" };
    if (k === i - 1 && led) return { ...n, head: i + 1, relation: "case" };
    return n.head === i ? { ...n, head } : n;
  });
  return isTree(mended) ? { ...parse, nodes: mended } : parse;
}

/** "Visiting President Example and Prime Minister Other signed": in front of a verb with no other subject the visitor is one who does it. */
function nameVisitor(parse: Parse): Parse {
  const { nodes } = parse;
  const [visiting, visitor] = [nodes[0]!, nodes[1]!];
  const verb = nodes[visiting.head];
  if (visiting.xpos !== "VBG" || visitor.head !== 0 || verb?.upos !== "VERB" || visiting.head < 2) return parse;
  if (!/^(?:csubj|advcl|nsubj|acl)/.test(visiting.relation) || nodes.some((n) => n.head === visiting.head && /^nsubj/.test(n.relation)))
    return parse;
  const subject = nodes.some((n) => n.head === visiting.head && n.relation === "aux:pass") ? "nsubj:pass" : "nsubj";
  const mended = nodes.map((n, k): Node => {
    if (k === 0) return { ...n, head: 1, relation: "amod", upos: "ADJ", xpos: "JJ" };
    if (k === 1) return { ...n, head: visiting.head, relation: subject };
    return n.head === 0 ? { ...n, head: 1 } : n;
  });
  return isTree(mended) ? { ...parse, nodes: mended } : parse;
}

/** "Prime Minister Example and visiting President Other signed": the one who visits is joined to the other, and does what he does. */
function joinVisitor(parse: Parse, visiting: number): Parse {
  const { nodes } = parse;
  const { head } = nodes[visiting]!;
  const host = nodes[head];
  if (!host || !/^(?:PROPN|NOUN|PRON)$/.test(host.upos) || /^(?:root|ccomp|advcl|acl|parataxis)/.test(host.relation)) return parse;
  const visitor = visiting + 1;
  const mended = nodes.map((n, k): Node => {
    if (k === visitor) return { ...n, head, relation: "conj" };
    if (k === visiting) return { ...n, head: visitor, relation: "amod", upos: "ADJ", xpos: "JJ" };
    return n.head === visiting ? { ...n, head: visitor } : n;
  });
  return isTree(mended) ? { ...parse, nodes: mended } : parse;
}

function isOfficial(node: Node, mentions: readonly Mention[]): boolean {
  return mentions.some((m) => (m.person !== null || m.office !== null) && m.start >= node.start && m.end <= node.end);
}
