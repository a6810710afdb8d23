import { isTree } from "../language/repair-parse.ts";
import type { Node, Parse } from "../language/sentence.ts";

const THAT: ReadonlySet<string> = new Set(["that", "who"]);

/**
 * Takes clefts apart: "it was with Chile, in March 2018, that Laos signed a treaty" says what "Laos signed a treaty with Chile
 * in March 2018" does. The phrase behind "it was" hangs on the verb behind "that", which heads the sentence.
 */
export function mendClefts(parse: Parse): Parse {
  let mended = parse;
  for (let i = 0; i + 1 < parse.nodes.length; i++)
    if (/^it$/i.test(parse.nodes[i]!.text) && /^(?:is|was)$/i.test(parse.nodes[i + 1]!.text)) mended = mendCleft(mended, i);
  return mended;
}

/** Takes apart the one that begins with the "it" at a node, where it is one. */
function mendCleft(parse: Parse, it: number): Parse {
  const nodes = parse.nodes.map((n) => ({ ...n }));
  const focus = nodes[it]!.head;
  if (focus <= it + 1 || !(["NOUN", "PROPN", "NUM"].includes(nodes[focus]!.upos) || /^(?:he|she|they)$/i.test(nodes[focus]!.text)))
    return parse;
  const that = nodes.findIndex((n, i) => i > focus && THAT.has(n.text.toLowerCase()));
  // nothing but dates and commas between the phrase and "that"
  const between = nodes.slice(focus + 1, Math.max(focus + 1, that));
  if (
    that < 0 ||
    that - focus > 8 ||
    nodes[that - 1]!.upos === "ADP" ||
    between.some((n) => n.unit?.kind !== "date" && n.upos !== "PUNCT" && n.upos !== "ADP")
  )
    return parse;
  const verb = nodes.findIndex(
    (n, i) => i > that && n.upos === "VERB" && n.xpos !== "VBG" && (n.head === focus || n.head < that || n.relation === "root"),
  );
  if (verb < 0) return parse;
  const marked = nodes.some((n, i) => i < focus && n.head === focus && n.relation === "case");
  const subject = nodes.some((n, i) => i !== that && n.head === verb && n.relation.startsWith("nsubj"));
  const { head, relation } = nodes[focus]!;
  nodes[verb] = { ...nodes[verb]!, head: head === verb ? -1 : head, relation: head === verb ? "root" : relation };
  nodes.forEach((n, i) => {
    // dates of the phrase are those of the deed
    if (n.head === focus && n.unit?.kind === "date") nodes[i] = { ...n, head: verb, relation: "obl" };
  });
  nodes[focus] = { ...nodes[focus]!, head: verb, relation: marked ? "obl" : subject ? "obj" : "nsubj" };
  nodes[it] = { ...nodes[it]!, head: verb, relation: "expl" };
  nodes[it + 1] = { ...nodes[it + 1]!, head: verb, relation: "dep" };
  nodes[that] = { ...nodes[that]!, head: verb, relation: "mark" };
  return isTree(nodes) ? { ...parse, nodes: nodes as readonly Node[] } : parse;
}
