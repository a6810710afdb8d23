import { isTree } from "../language/repair-parse.ts";
import type { Node, Parse } from "../language/sentence.ts";

/** What is done to things: as a participle it takes no thing behind it. */
const DOES =
  /^(?:sign|conclude|open|establish|exchange|ratify|adopt|launch|found|create|negotiate|initial|restore|resume|sever|break|suspend|host|hold|organi[sz]e|appoint|upgrade|close|build|begin|recogni[sz]e|join|enter|reach)$/;
const FINITE = new Set(["VBD", "VBZ", "VBP"]);

/**
 * "the two countries signed a pact, and France granted a loan": a participle takes no object, so what was read as a relative with a
 * thing right behind it is what the first side did; what follows the "and" is done by the second.
 */
export function mendJoinedActs(parse: Parse): Parse {
  let nodes: readonly Node[] = parse.nodes;
  for (let v = 1; v < nodes.length - 3; v++) {
    const subject = nodes[v]!.head;
    if (
      nodes[v]!.relation !== "acl" ||
      subject !== v - 1 ||
      !DOES.test(nodes[v]!.lemma) ||
      !/ed$|^(?:held|built|broke|began)$/i.test(nodes[v]!.text)
    )
      continue;
    const mended = joined(nodes, subject, v);
    if (mended && isTree(mended)) nodes = mended;
  }
  return nodes === parse.nodes ? parse : { ...parse, nodes };
}

function joined(nodes: readonly Node[], subject: number, v: number): Node[] | null {
  const { head: top, relation } = nodes[subject]!;
  if (!relation.startsWith("nsubj") || top <= v + 2 || !FINITE.has(nodes[top]!.xpos)) return null;
  const and = nodes.findIndex((n, k) => k > v + 1 && k < top && /^(?:and|but|while)$/i.test(n.text) && nodes[k - 1]!.text === ",");
  if (and < 0 || nodes.slice(and, top).some((n, k) => k > 0 && n.text === ",")) return null;
  const second = nodes.findIndex((n, k) => k > and && k < top && n.relation === "conj" && n.head === subject);
  const thing = thingBehind(nodes, v, and);
  if (second < 0 || thing < 0) return null;
  const within = (k: number): boolean => k > v && k < and - 1;
  return nodes.map((n, k): Node => {
    if (k === v) return { ...n, head: nodes[top]!.head, relation: nodes[top]!.relation, xpos: "VBD" };
    if (k === subject) return { ...n, head: v, relation: "nsubj" };
    if (k === top) return { ...n, head: v, relation: "conj" };
    if (k === second) return { ...n, head: top, relation: "nsubj" };
    if (k === thing) return { ...n, head: v, relation: "obj" };
    if (k === and || k === and - 1) return { ...n, head: top };
    // what stands in front belongs to the first act, and so does what was hung on its side
    if (k < subject && n.head === top) return { ...n, head: v };
    if (within(k) && (n.head < v || n.head > and)) return { ...n, head: thing };
    return n;
  });
}

/** The thing right behind the verb, with nothing but its own words before it; -1 where a preposition or a stop follows. */
function thingBehind(nodes: readonly Node[], v: number, and: number): number {
  const thing = nodes.findIndex((n, k) => k > v && k < and && (n.head <= v || n.head >= and));
  if (thing < 0 || !/^(?:NOUN|PROPN)$/.test(nodes[thing]!.upos) || nodes[thing]!.unit) return -1;
  return nodes.slice(v + 1, thing).some((n) => /^(?:ADP|PUNCT|VERB|AUX|PRON)$/.test(n.upos) || n.unit?.kind === "date") ? -1 : thing;
}
