import { isWithin } from "../language/tree-paths.ts";
import { childrenOf, type Draft, isDate, isNominal, set } from "./clause-draft.ts";

/**
 * "led to relations between Togo and Chile being cut", "ended with the embassy being shut": what stands between the preposition and
 * "being" undergoes it, and the preposition leads in the clause.
 */
export function bindGerundPassives(draft: Draft): void {
  const { nodes } = draft;
  nodes.forEach((being, b) => {
    if (being.text !== "being" || being.relation !== "aux:pass" || being.head !== b + 1 || nodes[b + 1]!.xpos !== "VBN") return;
    const verb = b + 1;
    const over = nodes[verb]!.head;
    if (!/^(?:advcl|acl|xcomp|ccomp)$/.test(nodes[verb]!.relation) || over < 0 || over > verb) return;
    const things = nodes.flatMap((n, k) => (k < b && k > b - 12 && isNominal(n) && /^(?:obl|nmod)$/.test(n.relation) ? [k] : []));
    const thing = things.find((k) => {
      const link = childrenOf(draft, k, "case").find((c) => c < k);
      if (link === undefined || !/^(?:to|in|with|after|before|of|from|without|by|for|against)$/i.test(nodes[link]!.text)) return false;
      if (k === over ? nodes[k]!.head < 0 : nodes[k]!.head !== over) return false;
      for (let i = k + 1; i < b; i++) if (!isWithin(draft.nodes, i, k) && !isWithin(draft.nodes, i, verb)) return false;
      return true;
    });
    if (thing === undefined) return;
    const governor = nodes[thing]!.head;
    const link = childrenOf(draft, thing, "case").find((c) => c < thing)!;
    // "between", read as leading in the clause, stands before what it governs
    const between = childrenOf(draft, verb, "mark", "case").find((m) => m > thing && m < b);
    for (const k of childrenOf(draft, verb)) if (k < b && k > thing && isNominal(nodes[k])) set(draft, k, thing, "nmod");
    if (between !== undefined) {
      const governed = nodes.findIndex((n, k) => k > between && k < b && isNominal(n) && n.head === thing);
      if (governed > 0) set(draft, between, governed, "case");
    }
    const isOfNoun = isNominal(nodes[governor]);
    set(draft, verb, governor, isOfNoun ? "acl" : "advcl");
    set(draft, thing, verb, "nsubj:pass");
    set(draft, link, verb, "case");
  });
}

/** "the signing of a treaty in 2003, which entered into force in 2004": a time before the comma is not of the clause that "which" opens. */
export function freeTimesBeforeWhich(draft: Draft): void {
  const { nodes } = draft;
  nodes.forEach((time, k) => {
    const verb = time.head;
    if (!isDate(time) || verb <= k || nodes[verb]!.relation !== "acl:relcl" || nodes[k + 1]?.text !== ",") return;
    const which = nodes.findIndex((n, i) => i > k && i < verb && /^(?:which|who|whose|whom|where)$/i.test(n.text));
    const antecedent = nodes[verb]!.head;
    if (which !== k + 2 || antecedent < 0 || antecedent > k) return;
    set(draft, k, antecedent, "nmod");
  });
}

/** "was launched in 2004 by the minister": who stands behind "by" and the time does what the passive says, and is not of the time. */
export function bindAgentsBehindDates(draft: Draft): void {
  const { nodes } = draft;
  nodes.forEach((doer, k) => {
    const time = nodes[doer.head];
    if (doer.relation !== "nmod" || doer.head > k || !isDate(time) || !isNominal(doer)) return;
    const passive = time!.head;
    if (passive < 0 || passive > doer.head || nodes[passive]!.xpos !== "VBN" || childrenOf(draft, passive, "obl:agent").length > 0) return;
    if (childrenOf(draft, k, "case").some((c) => /^by$/i.test(nodes[c]!.text))) set(draft, k, passive, "obl:agent");
  });
}

const TAKES_IN = /^(?:cover|encompass|comprise|span|include|involve|total|link|connect)$/;

/** "during a tour covering Togo and Benin": what takes something in is the noun right before it, not what happened meanwhile. */
export function bindScopes(draft: Draft): void {
  const { nodes } = draft;
  nodes.forEach((scope, v) => {
    if (scope.xpos !== "VBG" || scope.relation !== "advcl" || v === 0 || !TAKES_IN.test(scope.lemma)) return;
    const noun = nodes[v - 1]!;
    if (noun.upos === "NOUN" && !isDate(noun) && childrenOf(draft, v, "nsubj", "mark", "case").length === 0) set(draft, v, v - 1, "acl");
  });
}

/** "said Friday it will host the summit", "announced in May that it would": a time between a verb and the clause that it tells is the verb's. */
export function returnTellingTimes(draft: Draft): void {
  const { nodes } = draft;
  nodes.forEach((time, k) => {
    const told = time.head;
    if (!isDate(time) && !DAY.test(time.text)) return;
    if (told <= k || nodes[told]!.relation !== "ccomp" || childrenOf(draft, k, "nmod").length > 0) return;
    const verb = nodes[told]!.head;
    const before = childrenOf(draft, k, "case").includes(k - 1) ? k - 2 : k - 1;
    if (verb !== before || !/^VB[DZP]$/.test(nodes[verb]!.xpos)) return;
    const next = nodes[k + 1];
    const opens = next?.relation === "mark" || childrenOf(draft, told, "nsubj").some((s) => s === k + 1 || nodes[k + 1]?.head === s);
    if (opens && next?.text !== ",") set(draft, k, verb, "obl");
  });
}

const DAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:yesterday|today)$/i;

/**
 * "Soldiers stationed in Chad were attacked": a bare participle right behind its noun, before a verb that has no subject, says more of
 * the noun, and the noun is that verb's subject.
 */
export function freeParticipleSubjects(draft: Draft): void {
  const { nodes } = draft;
  nodes.forEach((participle, v) => {
    const main = participle.head;
    if (!/^VB[ND]$/.test(participle.xpos) || participle.relation !== "advcl" || main <= v || nodes[main]!.upos !== "VERB") return;
    if (participle.xpos === "VBD" && childrenOf(draft, v, "obj", "ccomp", "xcomp").length > 0) return;
    const noun = v - 1;
    if (noun < 0 || nodes[noun]!.head !== v || !/^nsubj/.test(nodes[noun]!.relation) || !isNominal(nodes[noun])) return;
    if (childrenOf(draft, v, "aux", "mark", "cc").length > 0 || childrenOf(draft, main, "nsubj", "csubj", "expl").length > 0) return;
    const isPassive = childrenOf(draft, main, "aux:pass").length > 0;
    if (!isPassive && !/^VB[DZP]$/.test(nodes[main]!.xpos) && childrenOf(draft, main, "aux").length === 0) return;
    set(draft, noun, main, isPassive ? "nsubj:pass" : "nsubj");
    set(draft, v, noun, "acl");
    nodes[v] = { ...nodes[v]!, xpos: "VBN" };
  });
}

/** "A member of the Forum since 1998, Peru hosted": of two subjects the one in front, with its article and a comma behind, only says what the name is. */
export function placeFrontedAsides(draft: Draft): void {
  const { nodes } = draft;
  nodes.forEach((name, k) => {
    const verb = name.head;
    if (!/^nsubj/.test(name.relation) || verb < k || !draft.isActor(k) || nodes[k - 1]?.text !== ",") return;
    const first = childrenOf(draft, verb, "nsubj", "obl").find(
      (s) => s < k && nodes[s]!.upos === "NOUN" && childrenOf(draft, s, "case").length === 0 && !isDate(nodes[s]),
    );
    if (first === undefined || childrenOf(draft, first, "conj").length > 0) return;
    const article = childrenOf(draft, first, "det").find((d) => /^(?:an?|the|one)$/i.test(nodes[d]!.text));
    if (article === 0 || nodes[article! - 1]?.text === ";") set(draft, first, k, "appos");
  });
}

/** "after Togo and others recently shifted to": several behind "after", and a finite verb without a subject right behind them, are a clause. */
export function openClausesOfSeveral(draft: Draft): void {
  const { nodes } = draft;
  nodes.forEach((time, t) => {
    const first = time.head;
    if (!/^(?:after|before|since|until)$/i.test(time.text) || time.relation !== "case" || first <= t || !draft.isActor(first)) return;
    let verb = first + 1;
    while (verb < nodes.length && (isWithin(draft.nodes, verb, first) || nodes[verb]!.upos === "ADV")) verb++;
    const { xpos, upos, relation, head } = nodes[verb] ?? {};
    if (upos !== "VERB" || xpos !== "VBD" || !/^(?:conj|advcl|parataxis|acl)$/.test(relation!) || isWithin(draft.nodes, head!, verb))
      return;
    if (childrenOf(draft, first, "conj").length === 0 || childrenOf(draft, verb, "nsubj", "aux", "mark", "cc").length > 0) return;
    const over = nodes[first]!.head;
    if (over < 0 || over > t) return;
    set(draft, first, verb, "nsubj");
    set(draft, t, verb, "mark");
    set(draft, verb, over, "advcl");
  });
}

const FIGHTS = /^(?:fighting|shelling|bombing|shooting)$/i;

/** "five days of fighting between Togo and Benin", "Fighting between Togo and Benin went on": a noun. */
export function nameFighting(draft: Draft): void {
  const { nodes } = draft;
  nodes.forEach((fight, k) => {
    if (fight.xpos !== "VBG" || fight.head < 0 || !FIGHTS.test(fight.text)) return;
    // "Fighting between the two went on"
    const isDoer = /^(?:csubj|nsubj)$/.test(fight.relation) && childrenOf(draft, k, "obj", "nsubj", "aux").length === 0;
    const between = childrenOf(draft, k, "obl").filter((c) => childrenOf(draft, c, "case").some((m) => nodes[m]!.text === "between"));
    if (isDoer && between.length > 0) {
      nodes[k] = { ...fight, upos: "NOUN", xpos: "NN", lemma: fight.text.toLowerCase(), relation: "nsubj" };
      for (const c of childrenOf(draft, k, "obl")) set(draft, c, k, "nmod");
      return;
    }
    const [link] = childrenOf(draft, k, "mark", "case").filter((m) => m === k - 1);
    if (link === undefined || !/^(?:of|after|during|since|despite)$/i.test(nodes[link]!.text)) return;
    if (childrenOf(draft, k, "obj", "nsubj", "aux").length > 0) return;
    nodes[k] = { ...fight, upos: "NOUN", xpos: "NN", lemma: fight.text.toLowerCase() };
    set(draft, k, fight.head, isNominal(nodes[fight.head]) ? "nmod" : "obl");
    set(draft, link, k, "case");
    for (const c of childrenOf(draft, k, "obl")) set(draft, c, k, "nmod");
  });
}
