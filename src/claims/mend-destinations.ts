import type { Draft } from "./mend-parse.ts";

/** "arrangements for the visit of the premier to Laos": where a visit goes, right behind whose visit it is. */
function bindDestinations({ nodes, isActor, set }: Draft): void {
  for (let i = 4; i < nodes.length; i++) {
    const { head, relation } = nodes[i]!;
    const case_ = nodes[i - 1]!.text === "the" ? i - 2 : i - 1;
    const guest = case_ - 1;
    if (relation !== "obl" || head < 0 || head > guest || !isActor(nodes[i]!) || !/^to$/i.test(nodes[case_]!.text)) continue;
    const visit = nodes[guest]!.relation === "nmod" ? nodes[guest]!.head : -1;
    if (visit <= head || !/^(?:visit|trip|tour)$/i.test(nodes[visit]!.lemma) || !/^(?:of|by)$/i.test(nodes[visit + 1]?.text ?? ""))
      continue;
    set(i, visit, "nmod");
  }
}

/** "embarked on another trip, this time to Ghana": where the trip went. */
function bindThisTime({ nodes, set, childOf }: Draft): void {
  nodes.forEach((time, i) => {
    if (!/^time$/i.test(time.text) || !/^(?:this|that)$/i.test(nodes[i - 1]?.text ?? "") || nodes[i - 2]?.text !== ",") return;
    const place = childOf(i, "nmod");
    const trip = nodes.findLastIndex((n, k) => k < i - 2 && /^(?:visit|trip|tour|journey|voyage)$/i.test(n.lemma) && n.upos === "NOUN");
    if (place > i && trip >= 0 && /^(?:to|of|in)$/i.test(nodes[i + 1]?.text ?? "")) set(place, trip, "nmod");
  });
}

/** What is said of somebody under a picture or beside a name. */
const SHOWN = /^(?:picture|photograph|see|show|flank|accompany|bear|base|name|know|seat|surround|appoint|elect|accredit)$/i;

/** "Togo at once recognised Laos": a participle with an object behind a bare name, which nothing else says anything of, is what it did. */
function makeFinite({ nodes, isActor, isOffice, set, childOf }: Draft): void {
  const root = nodes.findIndex((n) => n.head < 0);
  const name = nodes[root];
  if (name?.upos !== "PROPN" || !isActor(name) || childOf(root, "cop", "nsubj", "case") >= 0) return;
  const verb = nodes.findIndex((n, k) => k > root && n.head === root && /^(?:amod|acl)$/.test(n.relation) && n.xpos === "VBN");
  if (verb < 0 || childOf(verb, "aux", "mark") >= 0) return;
  // "Kenya's ambassador to Laos, Ana Example, called on the premier"
  const isAside =
    nodes[verb - 1]!.text === "," && isOffice(name) && !SHOWN.test(nodes[verb]!.lemma) && !/^by$/i.test(nodes[verb + 1]?.text ?? "");
  if (childOf(verb, "obj") < verb && !isAside) return;
  nodes.forEach((n, k) => {
    if (n.head === root && k !== verb && (k > verb || n.relation === "punct" || n.relation === "advmod")) set(k, verb, n.relation);
  });
  set(verb, -1, "root");
  nodes[verb] = { ...nodes[verb]!, xpos: "VBD", upos: "VERB" };
  set(root, verb, "nsubj");
}

const OFFICIALS = /^(?:counterpart|colleague|minister|official|delegate|representative|ambassador)s$/i;

/** "Foreign Minister Example of Estonia and counterparts from Latvia": officials are in a row with the person, not with his state. */
function joinOfficials({ nodes, isActor, isOffice, set, childOf }: Draft): void {
  nodes.forEach((node, i) => {
    const state = nodes[node.head];
    if (node.relation !== "conj" || !state || !OFFICIALS.test(node.text) || state.relation !== "nmod" || state.head < 0) return;
    const person = nodes[state.head]!;
    const isOwner = isActor(state) && !isOffice(state) && /^of$/i.test(nodes[childOf(node.head, "case")]?.text ?? "");
    if (isOwner && isOffice(person) && state.head < node.head && childOf(i, "case") < 0) set(i, state.head, "conj");
  });
}

const GATHERED = /(?:^|\s)(?:meetings?|summits?|talks|consultations?|conversations?|discussions?|dialogues?)$/i;

/** "held a meeting and other events with the premier": with whom both were. */
function shareCompanions({ nodes, isActor, set, childOf }: Draft): void {
  nodes.forEach((node, i) => {
    const last = nodes[node.head];
    if (node.relation !== "nmod" || last?.relation !== "conj" || !isActor(node)) return;
    const first = nodes[last.head];
    if (first?.relation !== "obj" || !GATHERED.test(first.text) || last.upos !== "NOUN") return;
    if (/^with$/i.test(nodes[childOf(i, "case")]?.text ?? "") && childOf(last.head, "nmod") < 0) set(i, last.head, "nmod");
  });
}

export const DESTINATION_PASSES: readonly ((draft: Draft) => void)[] = [
  bindDestinations,
  bindThisTime,
  joinOfficials,
  shareCompanions,
  makeFinite,
];
