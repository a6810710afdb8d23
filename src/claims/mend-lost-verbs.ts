import { isTree } from "../language/repair-parse.ts";
import type { Node, Parse } from "../language/sentence.ts";

const NOMINAL = /^(?:NOUN|PROPN|PRON)$/;

/** "Kenyan troops laid siege to Lima", "it froze its membership": a past form that was hung on its own object is the verb of the sentence. */
export function mendLostVerbs(parse: Parse): Parse {
  const { nodes } = parse;
  const verb = nodes.findIndex(
    (n, i) =>
      n.xpos === "VBD" &&
      n.upos === "VERB" &&
      i > 0 &&
      /^(?:amod|case|compound|nummod|advmod)$/.test(n.relation) &&
      n.head > i &&
      nodes[n.head]!.head < 0 &&
      NOMINAL.test(nodes[n.head]!.upos),
  );
  if (verb < 0) return parse;
  const object = nodes[verb]!.head;
  const subject = nodes.findLastIndex(
    (n, i) => i < verb && NOMINAL.test(n.upos) && (n.head === verb || n.head === object) && n.unit?.kind !== "date",
  );
  if (
    subject < 0 ||
    nodes.some((n) => n.head === subject && n.relation === "case") ||
    nodes.some((n) => n.head === object && n.relation === "cop")
  )
    return parse;
  const mended = nodes.map((n, i): Node => {
    if (i === verb) return { ...n, head: -1, relation: "root" };
    if (i === object) return { ...n, head: verb, relation: "obj" };
    if (i === subject) return { ...n, head: verb, relation: "nsubj" };
    if (n.head === object && (i < verb || n.relation === "punct" || n.relation === "obl" || n.relation.startsWith("advcl")))
      return { ...n, head: verb };
    return n;
  });
  return isTree(mended) ? { ...parse, nodes: mended } : parse;
}
