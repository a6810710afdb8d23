import { childrenOf, type Draft, isNominal, set } from "./clause-draft.ts";

/** Nouns of a stance or a chance, and the verbs of it, behind which a gerund has its own subject. */
const ABOUT =
  /^(?:objections?|opposition|resistance|veto|block|hostility|reservations?|concerns?|fears?|worry|worries|consent|prospects?|idea|possibility|chances?|likelihood|risk|hopes?|question|issue|support|case|event|favou?r|result|notion|talk|option|bid|oppose|object|veto|block|favou?r|support|back|welcome|resist|reject|mean|involve|envisage|foresee|prevent|stop|start|see|risk|fear|imagine|mind|insist|count|depend|rely)$/i;
const LINKS = /^(?:to|on|of|for|about|over|against|with|at|upon|in)$/i;

/**
 * "its objections to Togo joining the bloc", "has long opposed Togo joining it": who stands right before the gerund does what it says,
 * not the subject of the clause, and what is opposed, feared or hoped for is the whole of it.
 */
export function bindGerundSubjects(draft: Draft): void {
  const { nodes } = draft;
  nodes.forEach((gerund, v) => {
    const name = v - 1;
    if (gerund.xpos !== "VBG" || name < 1 || !isNominal(nodes[name]) || !draft.isActor(name)) return;
    if (!/^(?:advcl|acl|xcomp|ccomp|dep|obj)$/.test(gerund.relation) || childrenOf(draft, v, "nsubj", "mark", "case", "aux").length > 0)
      return;
    // the head of the phrase: "Togo and Benin joining"
    const head = nodes[name]!.relation === "conj" || nodes[name]!.relation === "flat" ? nodes[name]!.head : name;
    const link = childrenOf(draft, head, "case")[0];
    // "lifted its veto on Togo joining": the noun right before, whatever the phrase was hung on
    const isOfNoun = link !== undefined && isNominal(nodes[link - 1]);
    const governor = isOfNoun ? link - 1 : nodes[head]!.head;
    if (governor < 0 || governor > head || !ABOUT.test(nodes[governor]!.lemma)) return;
    if (link === undefined ? nodes[head]!.relation !== "obj" : !LINKS.test(nodes[link]!.text)) return;
    if (isNominal(nodes[governor]) && link === undefined) return;
    set(draft, v, governor, isNominal(nodes[governor]) ? "acl" : "ccomp");
    set(draft, head, v, "nsubj");
    if (link !== undefined) set(draft, link, v, "mark");
  });
}
