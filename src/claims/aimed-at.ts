import type { SentenceGraph } from "./sentence-graph.ts";

const TOWARDS: ReadonlySet<string> = new Set(["for", "toward", "towards", "to", "on", "at"]);
/** Who does one of these would do himself what he aims at. */
const OWN = /^(?:work|prepare|strive|aim|plan|opt|negotiate|aspire|commit|proceed|move|get ready|bid)$/;
/** These may also ask others to do it: only what is done together is surely one's own. */
const ASKING = /^(?:hope|call|press|push|campaign|lobby|ask|argue|plead|appeal|look|vote)$/;
const AIMS =
  /^(?:preparation|plan|negotiation|talk|discussion|request|bid|hope|call|effort|step|progress|work|proposal|campaign|push|application|groundwork|way|consultation)$/;
const WITH_ANOTHER = /^(?:with|between)$/;
const OF_OTHERS = /^(?:by|from)$/;

/**
 * "is working towards the opening of an embassy", "called for the establishment of relations with Togo", "its plans for the signing of":
 * who would do what the noun says, where he stands over what it is aimed at. Undefined where the noun has a doer of its own.
 */
export function aimedBy(graph: SentenceGraph, i: number): readonly number[] | undefined {
  const { head, relation } = graph.node(i);
  if (head < 0 || !TOWARDS.has(graph.preposition(i))) return undefined;
  const own = graph.children(i);
  if (own.some((c) => OF_OTHERS.test(graph.preposition(c)) || graph.node(c).relation === "nmod:poss")) return undefined;
  if (/^obl/.test(relation) && graph.isVerb(head)) {
    const lemma = graph.node(head).lemma;
    if (!OWN.test(lemma) && !(ASKING.test(lemma) && isShared(graph, i))) return undefined;
    if (hasOwner(graph, i)) return undefined;
    return graph.isPassive(head) ? undefined : graph.slots(head).get("agent");
  }
  if (!/^nmod/.test(relation) || !AIMS.test(graph.lemma(head)) || hasOwner(graph, i)) return undefined;
  const around = graph.slots(head);
  return around.get("poss") ?? around.get("agent") ?? around.get("between");
}

/** A partner is named: "relations with Togo". */
function isShared(graph: SentenceGraph, i: number): boolean {
  return graph.nodes.some((_, k) => k > i && WITH_ANOTHER.test(graph.preposition(k)) && graph.subtreeHas(i, k));
}

/** "the withdrawal of French troops": what is aimed at is another's. */
function hasOwner(graph: SentenceGraph, i: number): boolean {
  return graph
    .children(i)
    .flatMap((c) => graph.childrenBy(c, "amod", "nmod:poss", "compound"))
    .some((c) => /^\p{Lu}/u.test(graph.node(c).text));
}
