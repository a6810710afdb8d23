import { isTree } from "../language/repair-parse.ts";
import type { Node, Parse } from "../language/sentence.ts";

const COUNTED = /^(?:two|three|four|five|six|pair|trio)$/i;
const FINITE = /^(?:VBD|VBZ|VBP|MD)$/;
/** Where a clause ends. */
const CLOSES = /^[;:.!?()–—]$/;

/**
 * "the two signed eleven agreements", "the three condemned the attack": a past form between the counted ones and a noun is what they did,
 * where the clause has no other verb.
 */
export function mendCountedSubjects(parse: Parse): Parse {
  const { nodes } = parse;
  for (let v = 2; v < nodes.length - 1; v++) {
    const verb = nodes[v]!;
    const object = verb.head;
    if (!COUNTED.test(nodes[v - 1]!.text) || nodes[v - 2]!.text.toLowerCase() !== "the") continue;
    if (verb.unit || !/(?:ed|[^aeiou]t|aid|ought|aught|eld|ent|ade|ept)$/i.test(verb.text) || object <= v || verb.relation !== "amod")
      continue;
    if (nodes[v - 1]!.head !== object && nodes[v - 1]!.head !== v) continue;
    let end = nodes.findIndex((n, k) => k > object && CLOSES.test(n.text));
    if (end < 0) end = nodes.length;
    // "The two signed agreements were published"
    if (nodes.slice(v, end).some((n, k) => k > 0 && (FINITE.test(n.xpos) || n.upos === "AUX"))) {
      const next = nodes.findIndex((n, k) => k > v && (FINITE.test(n.xpos) || n.upos === "AUX"));
      const between = nodes
        .slice(object, next)
        .some((n) => /^(?:and|but|,|which|that|who|as|when|while|after|before|where)$/i.test(n.text));
      if (!between) continue;
    }
    const mended = withVerb(nodes, v, object);
    if (isTree(mended)) return { ...parse, nodes: mended };
  }
  return parse;
}

function withVerb(nodes: readonly Node[], v: number, object: number): Node[] {
  const told = nodes[object]!;
  // "the two discussed migration and signed two memoranda": what was read as the verb of the object goes on
  const next = told.head > object && nodes[told.head]!.upos === "VERB" ? told.head : -1;
  const { head, relation } = next < 0 ? told : nodes[next]!;
  let end = nodes.findIndex((n, k) => k > object && CLOSES.test(n.text));
  if (end < 0) end = nodes.length;
  return nodes.map((n, i): Node => {
    if (i === v)
      return { ...n, upos: "VERB", xpos: "VBD", head, relation: /^(?:nsubj|obj|obl|nmod)/.test(relation) ? "parataxis" : relation };
    if (i === next) return { ...n, head: v, relation: "conj" };
    if (i === object) return { ...n, head: v, relation: "obj" };
    if (i === v - 1) return { ...n, head: v, relation: "nsubj" };
    if (i === v - 2) return { ...n, head: v - 1 };
    const isVerb = n.upos === "VERB";
    // what stood before the counted ones, and what is joined to the verb
    if (
      n.head === object &&
      (i < v || n.relation === "punct" || /^(?:obl|advcl|parataxis)/.test(n.relation) || (n.relation === "conj" && isVerb))
    )
      return { ...n, head: v };
    if (i > object && i < end && isVerb && n.relation === "conj" && n.head >= 0 && n.head < v - 2) return { ...n, head: v };
    return n.head === next && next >= 0 && i < v - 2 ? { ...n, head: v } : n;
  });
}
