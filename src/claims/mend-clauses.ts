import type { Mention } from "../actors/mention.ts";
import { BLAMING } from "../language/control-verbs.ts";
import { isTree } from "../language/repair-parse.ts";
import type { Node, Parse } from "../language/sentence.ts";
import { childrenOf, type Draft, FINITE, isDate, isNominal, isSame, isVerb, RELATIVE, set } from "./clause-draft.ts";
import { bindContacts, bindReduced } from "./mend-bare-relatives.ts";
import { bindDeeds } from "./mend-deeds.ts";
import { freePerfects, makePerfects, openClausesBehindColons, openTimeClauses, readPasts, returnSubjects } from "./mend-finite.ts";
import { bindGerundSubjects } from "./mend-gerund-subjects.ts";
import {
  bindAgentsBehindDates,
  bindGerundPassives,
  bindScopes,
  freeParticipleSubjects,
  freeTimesBeforeWhich,
  nameFighting,
  openClausesOfSeveral,
  placeFrontedAsides,
  returnTellingTimes,
} from "./mend-gerunds.ts";
import { turnInversions, unmakePassives } from "./mend-inversions.ts";
import {
  bindClefts,
  bindMoney,
  bindOwned,
  bindPartitives,
  bindRelativeDates,
  chainRelatives,
  freeTimesInRelatives,
  lowerRelatives,
  raiseFromMakers,
  raiseFromSums,
  raisePersons,
} from "./mend-relatives.ts";
import { promoteVerbs } from "./promote-verbs.ts";
import { base } from "./slot-map.ts";
import { MESSAGES, PHRASAL_NOUNS } from "./slot-words.ts";

const COUNTRIES: ReadonlySet<Mention["kind"]> = new Set(["state", "former-state", "region", "place"]);
const PLACE_NAMES: ReadonlySet<Mention["form"]> = new Set(["name", "code", "capital", "city"]);
/** What is done to things, not to the countries and cities that stand between them and the verb. */
const DONE_TO_THINGS =
  /^(?:sign|conclude|ratify|initial|negotiate|renew|terminate|reach|open|close|shut|establish|found|set|launch|suspend|break|sever|restore|resume|cut|adopt|impose|lift|start|begin|build|complete|finance|fund|inaugurate|reopen|upgrade|downgrade|create|deliver|donate|agree|schedule|plan|arrange|postpone|cancel|hold|host|organise|organize|convene|attend|chair|broker|mediate|announce|approve)$/i;
const OFFICES =
  /^(?:ambassador|envoy|consul|minister|president|chief|leader|chancellor|premier|king|emir|sultan|attaché|secretary|commander|spokesman|spokeswoman|representative|chairman|chairwoman|commissioner|adviser|advisor|governor|director)$/i;
const LINKS: ReadonlySet<string> = new Set(["in", "on", "at", "by", "since", "between", "from", "with", "for", "under", "during", "until"]);

/**
 * Puts clauses where they belong, whoever parsed them: what "to" says after "refusal" is refused; "shut since 1992" between
 * commas says more of the embassy before it; "who" means a person; what stands behind a semicolon is a clause of its own;
 * "Peru having left" is no relative. Each pass leaves alone what is right already and is taken back if no tree comes out.
 */
export function mendClauses(parse: Parse, mentions: readonly Mention[]): Parse {
  const at = parse.nodes.map((n) => mentions.filter((m) => m.start < n.end && m.end > n.start));
  let nodes = [...parse.nodes];
  // one draft for all passes: a pass that changes nothing leaves it as it is
  const draft: Draft = {
    nodes: [...nodes],
    isActor: (i) => at[i]!.some((m) => m.actors.length > 0 || m.kind === "place"),
    isCountry: (i) => at[i]!.some((m) => COUNTRIES.has(m.kind) && PLACE_NAMES.has(m.form)),
    isPerson: (i) => at[i]!.some((m) => m.form === "person" || m.form === "office"),
  };
  for (const pass of PASSES) {
    pass(draft);
    if (isSame(draft.nodes, nodes)) continue;
    if (isTree(draft.nodes)) nodes = [...draft.nodes];
    else draft.nodes.splice(0, nodes.length, ...nodes);
  }
  return isSame(nodes, parse.nodes) ? parse : { ...parse, nodes };
}

const PASSES: readonly ((draft: Draft) => void)[] = [
  unmakePassives,
  turnInversions,
  freeObjects,
  nameSubjects,
  freeNames,
  makeParticiples,
  nameHolders,
  bindMoney,
  bindOwned,
  openClausesBehindColons,
  freeTimesInRelatives,
  bindMakers,
  bindRanked,
  raiseRanked,
  splitAtSemicolons,
  promoteVerbs,
  lowerRelatives,
  bindClefts,
  chainRelatives,
  raisePersons,
  raiseFromSums,
  bindBlamed,
  freeSubjects,
  bindContacts,
  bindReduced,
  bindRelativeDates,
  bindAgents,
  attachInfinitives,
  attachMessages,
  attachParticiples,
  bindCausatives,
  makePerfects,
  freePerfects,
  returnSubjects,
  openTimeClauses,
  readPasts,
  bindAbsolutes,
  bindPartitives,
  raiseFromMakers,
  bindDeeds,
  bindGerundPassives,
  bindGerundSubjects,
  freeTimesBeforeWhich,
  bindAgentsBehindDates,
  bindScopes,
  nameFighting,
  returnTellingTimes,
  freeParticipleSubjects,
  placeFrontedAsides,
  openClausesOfSeveral,
];

/** "thanked Peru for their help", "toured it in May": what has a preposition is no object. */
function freeObjects(draft: Draft): void {
  draft.nodes.forEach((node, i) => {
    if (node.relation !== "obj" || !isVerb(draft.nodes[node.head])) return;
    const preposition = childrenOf(draft, i, "case").find((c) => c < i && draft.nodes[c]!.upos === "ADP");
    if (preposition !== undefined && LINKS.has(draft.nodes[preposition]!.text.toLowerCase())) set(draft, i, node.head, "obl");
  });
}

/** "Croatia, for its part, chose": a name that is called to before a verb without a subject is that subject. */
function nameSubjects(draft: Draft): void {
  draft.nodes.forEach((node, i) => {
    if (!["vocative", "dislocated", "discourse"].includes(node.relation) || node.head < i || !draft.isActor(i)) return;
    const verb = draft.nodes[node.head]!;
    const finite = FINITE.has(verb.xpos) || childrenOf(draft, node.head, "aux").length > 0;
    if (finite && childrenOf(draft, node.head, "nsubj", "expl").length === 0) set(draft, i, node.head, "nsubj");
  });
}

/** "its ambassador … was expelled", where the ambassador was hung on the verb like a place: who holds an office and has no preposition is the subject. */
function holderIsSubject(draft: Draft, k: number): void {
  const node = draft.nodes[k]!;
  if (node.relation !== "obl" || node.head < k || !OFFICES.test(node.lemma) || !isVerb(draft.nodes[node.head])) return;
  if (childrenOf(draft, k, "case", "mark").length > 0 || childrenOf(draft, node.head, "nsubj", "expl").length > 0) return;
  set(draft, k, node.head, childrenOf(draft, node.head, "aux:pass").length > 0 ? "nsubj:pass" : "nsubj");
}

/** "since its envoy, Piet Hendriks, was expelled": the name between commas says who the envoy is, who is expelled. */
function nameHolders(draft: Draft): void {
  const { nodes } = draft;
  nodes.forEach((name, k) => {
    holderIsSubject(draft, k);
    if (name.upos !== "PROPN" || !name.relation.startsWith("nsubj") || name.head < k || k < 2 || nodes[k - 1]!.text !== ",") return;
    const holder = k - 2;
    if (nodes[holder]!.upos !== "NOUN" || !OFFICES.test(nodes[holder]!.lemma) || nodes[holder]!.head === name.head) return;
    let close = k + 1;
    while (close < nodes.length && nodes[close]!.head === k && /^(?:flat|compound|appos)/.test(nodes[close]!.relation)) close++;
    if (nodes[close]?.text !== "," || close > name.head) return;
    const marks = childrenOf(draft, holder, "case", "mark").filter((c) => c < holder);
    set(draft, holder, name.head, name.relation);
    set(draft, k, holder, "appos");
    // "since", "after" before it begins the clause
    for (const c of marks) set(draft, c, nodes[holder]!.head, "mark");
  });
}

/** "the Norwegian-brokered accord": who stands before the hyphen brokered it and is no side of it. */
function bindMakers(draft: Draft): void {
  const { nodes } = draft;
  nodes.forEach((done, v) => {
    if (v < 2 || nodes[v - 1]!.text !== "-" || !/^(?:brokered|mediated|facilitated|sponsored|hosted|convened|chaired)$/i.test(done.text))
      return;
    const maker = v - 2;
    if (!draft.isActor(maker) || done.head <= v || !isNominal(nodes[done.head])) return;
    nodes[v] = { ...done, upos: "VERB", xpos: "VBN", relation: "amod" };
    set(draft, maker, v, "obl:agent");
    set(draft, v - 1, maker, "punct");
  });
}

/** "the first state to recognise it was Sudan": the name behind the infinitive is its object, no second subject. */
function bindRanked(draft: Draft): void {
  const { nodes } = draft;
  nodes.forEach((name, k) => {
    if (name.relation !== "nsubj" || name.head < k || k < 2 || childrenOf(draft, name.head, "cop").length === 0) return;
    let verb = k - 1;
    while (verb > 0 && ["DET", "ADJ"].includes(nodes[verb]!.upos)) verb--;
    if (nodes[verb]!.xpos !== "VB" || base(nodes[verb]!.relation) !== "acl" || childrenOf(draft, verb, "obj").length > 0) return;
    if (childrenOf(draft, name.head, "nsubj").some((other) => other === nodes[verb]!.head)) set(draft, k, verb, "obj");
  });
}

const RANKED = /^(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th)|last|latest|only)$/i;

/** "the first country in the region to recognise it": who is counted does it, not the region. */
function raiseRanked(draft: Draft): void {
  const { nodes } = draft;
  nodes.forEach((verb, k) => {
    if (verb.xpos !== "VB" || base(verb.relation) !== "acl" || nodes[k - 1]?.text !== "to") return;
    for (let at = verb.head, steps = 0; steps < 3; steps++) {
      const noun = nodes[at];
      if (!noun || base(noun.relation) !== "nmod") return;
      at = noun.head;
      if (childrenOf(draft, at, "amod").some((c) => c < at && RANKED.test(nodes[c]!.text))) {
        set(draft, k, at, "acl");
        return;
      }
    }
  });
}

/** "its admission to the Union dates from 1980": a name is no part of a finite verb, nor its preposition the verb's. */
function freeNames(draft: Draft): void {
  const { nodes } = draft;
  nodes.forEach((name, k) => {
    const verb = nodes[name.head];
    if (name.head !== k + 1 || !/^(?:compound|amod|nummod)$/.test(name.relation) || !draft.isActor(k) || !verb || !FINITE.has(verb.xpos))
      return;
    const preposition = childrenOf(draft, k + 1, "case").find((c) => c < k);
    const noun = preposition === undefined ? -1 : preposition - 1;
    if (preposition === undefined || noun < 0 || !isNominal(nodes[noun])) return;
    for (const c of childrenOf(draft, k + 1, "det")) if (c > preposition && c < k) set(draft, c, k, "det");
    set(draft, preposition, k, "case");
    set(draft, k, noun, "nmod");
  });
}

/** "The Forum, created in 1999, …": what a comma parts from its subject, and has no object, was done to it. */
function makeParticiples(draft: Draft): void {
  const { nodes } = draft;
  nodes.forEach((verb, v) => {
    if (v < 2 || !/^VB[DN]$/.test(verb.xpos) || nodes[v - 1]!.text !== "," || !DONE_TO_THINGS.test(verb.lemma)) return;
    const next = nodes[v + 1];
    if (!next || !(LINKS.has(next.text.toLowerCase()) || isDate(next)) || childrenOf(draft, v, "obj", "aux", "xcomp", "ccomp").length > 0)
      return;
    const [subject, ...others] = childrenOf(draft, v, "nsubj");
    if (subject === undefined || others.length > 0 || subject > v || nodes[subject]!.relation === "nsubj:pass") return;
    // nothing but the subject's own phrase stands before the comma, and it is no list of clauses
    let top = v - 2;
    while (top >= 0 && top !== subject && nodes[top]!.head >= subject) top = nodes[top]!.head;
    if (top !== subject || nodes.slice(subject, v - 1).some((n) => n.text === ",")) return;
    set(draft, subject, v, "nsubj:pass");
    nodes[v] = { ...nodes[v]!, xpos: "VBN" };
  });
}

/** Behind a semicolon a clause with a subject of its own says nothing more of a noun before it. */
function splitAtSemicolons(draft: Draft): void {
  draft.nodes.forEach((mark, s) => {
    if (mark.text !== ";") return;
    freeClauseBehind(draft, s);
    draft.nodes.forEach((verb, v) => {
      if (v < s || verb.head < 0 || verb.head > s || !/^(?:acl|advcl|obl|nmod|amod|appos)/.test(verb.relation)) return;
      const subject = childrenOf(draft, v, "nsubj").find((k) => k > s && !RELATIVE.test(draft.nodes[k]!.text));
      if (subject === undefined || !draft.nodes.slice(s + 1, subject).every((n) => n.upos !== "VERB" && n.upos !== "SCONJ")) return;
      let over = verb.head;
      while (draft.nodes[over]!.head >= 0 && draft.nodes[over]!.head < s && !isVerb(draft.nodes[over])) over = draft.nodes[over]!.head;
      set(draft, v, over, "parataxis");
    });
  });
}

/**
 * "China will provide aid; Turkish drones arrived": a finite verb behind a semicolon without a subject of its own, and a phrase
 * before it that was hung on something in front of the semicolon.
 */
function freeClauseBehind(draft: Draft, s: number): void {
  const { nodes } = draft;
  const stop = nodes.findIndex((n, k) => k > s && n.text === ";");
  const end = stop < 0 ? nodes.length : stop;
  const v = nodes.findIndex((n, k) => k > s && k < end && ["VBD", "VBZ", "VBP"].includes(n.xpos) && n.upos === "VERB");
  if (v < 0 || childrenOf(draft, v, "nsubj", "expl", "csubj", "aux").length > 0 || nodes[v]!.relation === "acl:relcl") return;
  const own = nodes.map((_, k) => k).slice(s + 1, v);
  if (own.some((k) => nodes[k]!.upos === "VERB" || nodes[k]!.upos === "SCONJ" || RELATIVE.test(nodes[k]!.text))) return;
  const hung = own.filter(
    (k) => isNominal(nodes[k]) && !isDate(nodes[k]) && nodes[k]!.head < s && childrenOf(draft, k, "case").length === 0,
  );
  if (hung.length !== 1) return;
  let over = nodes[hung[0]!]!.head;
  while (over >= 0 && nodes[over]!.head >= 0 && !isVerb(nodes[over])) over = nodes[over]!.head;
  if (over < 0 || over > s) return;
  set(draft, v, over, "parataxis");
  set(draft, hung[0]!, v, "nsubj");
}

/** "accusing Togo of having armed": the name right behind such a verb is whom it accuses. */
function bindBlamed(draft: Draft): void {
  const { nodes } = draft;
  nodes.forEach((name, k) => {
    const over = name.head;
    if (name.relation !== "obj" || over <= k || !draft.isActor(k)) return;
    let verb = k - 1;
    while (verb > 0 && nodes[verb]!.upos === "DET") verb--;
    if (!isVerb(nodes[verb]) || !BLAMING.has(nodes[verb]!.lemma.toLowerCase()) || childrenOf(draft, verb, "obj").length > 0) return;
    if (!/^(?:of|for|from)$/i.test(nodes[k + 1]?.text ?? "")) return;
    set(draft, k, verb, "obj");
    let gerund = over;
    // "having armed" with the participle read as an adjective
    if (/^having$/i.test(nodes[over]!.text) && nodes[over + 1]?.head === over && /^(?:JJ|VBN|VBD)$/.test(nodes[over + 1]!.xpos)) {
      gerund = over + 1;
      for (const c of childrenOf(draft, over)) if (c !== gerund) set(draft, c, gerund, nodes[c]!.relation);
      nodes[gerund] = { ...nodes[gerund]!, upos: "VERB", xpos: "VBN", lemma: participleLemma(nodes[gerund]!) };
      set(draft, over, gerund, "aux");
    }
    set(draft, gerund, verb, "advcl");
  });
  // "accuses Togo of arming": read as a description of Togo
  nodes.forEach((deed, d) => {
    const verb = nodes[deed.head]?.head ?? -1;
    if (deed.relation !== "acl" || deed.xpos !== "VBG" || deed.head > d || verb < 0 || nodes[deed.head]!.relation !== "obj") return;
    if (!isVerb(nodes[verb]) || !BLAMING.has(nodes[verb]!.lemma.toLowerCase()) || !draft.isActor(deed.head)) return;
    if (childrenOf(draft, d, "mark").some((m) => /^(?:of|for|from)$/i.test(nodes[m]!.text))) set(draft, d, verb, "advcl");
  });
}

/** "armed" read as an adjective has itself for a lemma. */
function participleLemma({ lemma, text }: Node): string {
  return lemma.toLowerCase() === text.toLowerCase() && /ed$/i.test(text) ? text.toLowerCase().replace(/ed$/, "") : lemma;
}

/** "a delegation led by the minister": who stands behind "by" does what the participle before it says. */
function bindAgents(draft: Draft): void {
  const { nodes } = draft;
  nodes.forEach((verb, v) => {
    if (verb.relation !== "acl" || verb.xpos !== "VBN" || nodes[v + 1]?.text.toLowerCase() !== "by") return;
    const agent = nodes[v + 1]!.head;
    if (agent > v && nodes[agent]!.head === verb.head && base(nodes[agent]!.relation) === "nmod") set(draft, agent, v, "obl:agent");
  });
}

/** "signed it three months before Guyana became free": a name before a finite verb without a subject, behind "before" or "when", is its subject. */
function freeSubjects(draft: Draft): void {
  const { nodes } = draft;
  nodes.forEach((name, k) => {
    const verb = nodes[k + 1];
    if (!verb || !draft.isActor(k) || !isNominal(name) || name.head === k + 1 || name.head < 0 || name.head > k) return;
    if (!/^VB[DZP]$/.test(verb.xpos) || verb.upos !== "VERB" || childrenOf(draft, k + 1, "nsubj", "expl").length > 0) return;
    if (!/^(?:before|after|when|while|until|since|because|although|though|once)$/i.test(nodes[k - 1]?.text ?? "")) return;
    const over = name.head;
    const mark = k - 1;
    set(draft, k, k + 1, "nsubj");
    if (verb.head === k || /^acl/.test(verb.relation) || verb.head < 0) set(draft, k + 1, over, "advcl");
    set(draft, mark, k + 1, "mark");
  });
}

/** "thanked them for their refusal to join": what is refused hangs on the refusal. */
function attachInfinitives(draft: Draft): void {
  const { nodes } = draft;
  nodes.forEach((noun, i) => {
    if (noun.upos !== "NOUN" || !PHRASAL_NOUNS.has(noun.lemma.toLowerCase()) || nodes[i + 1]?.xpos !== "TO") return;
    const verb = nodes[i + 1]!.head;
    if (verb <= i || nodes[verb]!.head === i || !isVerb(nodes[verb])) return;
    if (!/^(?:advcl|xcomp|ccomp|obl|conj)/.test(nodes[verb]!.relation) || nodes[verb]!.head > i) return;
    set(draft, verb, i, "acl");
  });
}

/** "rejected a letter from Peru demanding …": it is the letter that demands. */
function attachMessages(draft: Draft): void {
  const { nodes } = draft;
  nodes.forEach((verb, v) => {
    if (verb.xpos !== "VBG" || verb.relation !== "advcl" || verb.head < 0 || nodes[v - 1]?.text === ",") return;
    if (childrenOf(draft, v, "mark", "nsubj", "aux").length > 0) return;
    const message = nodes.findLastIndex((n, k) => k < v && k > verb.head && n.upos === "NOUN" && MESSAGES.has(n.lemma.toLowerCase()));
    if (message < 0 || nodes.slice(message, v).some((n) => n.upos === "VERB" || n.upos === "PUNCT")) return;
    set(draft, v, message, "acl");
  });
}

/** "reopened its embassy in Lima, shut since 1992, in May": a participle between commas says more of the thing before it. */
function attachParticiples(draft: Draft): void {
  const { nodes } = draft;
  nodes.forEach((verb, v) => {
    if (v < 2 || !/^VB[ND]$/.test(verb.xpos) || nodes[v - 1]!.text !== "," || verb.head < 0) return;
    const astray = verb.relation === "acl" && draft.isCountry(verb.head) && DONE_TO_THINGS.test(verb.lemma);
    if (!astray && !["advcl", "parataxis", "dep", "xcomp"].includes(base(verb.relation))) return;
    const next = nodes[v + 1];
    if (!next || !(LINKS.has(next.text.toLowerCase()) || isDate(next))) return;
    if (childrenOf(draft, v, "nsubj", "obj", "aux", "mark", "expl", "ccomp").length > 0) return;
    const thing = thingBefore(draft, v - 1);
    if (thing < 0 || thing === verb.head) return;
    // what stands before its noun and hung on it belongs to the clause
    for (const k of childrenOf(draft, v)) if (k < thing && k !== thing) set(draft, k, verb.head, nodes[k]!.relation);
    if (nodes[thing]!.head === v) set(draft, thing, verb.head, nodes[thing]!.relation);
    nodes[v] = { ...nodes[v]!, head: thing, relation: "acl", upos: "VERB", xpos: "VBN" };
  });
}

/** "had its envoy recalled": what someone has done is done to the object. */
function bindCausatives(draft: Draft): void {
  const { nodes } = draft;
  nodes.forEach((verb, v) => {
    if (!/^VB[ND]$/.test(verb.xpos) || !/^(?:acl|xcomp|ccomp|conj|advcl)$/.test(verb.relation)) return;
    if (childrenOf(draft, v, "nsubj", "aux", "mark", "obj").length > 0) return;
    const have = nodes.findLastIndex((n, k) => k < v && n.lemma.toLowerCase() === "have" && n.relation !== "aux");
    if (have < 0 || nodes.slice(have + 1, v).some((n) => /^[,;:]$/.test(n.text) || FINITE.has(n.xpos))) return;
    const object = childrenOf(draft, have, "obj").find((o) => o < v);
    if (object === undefined || !childrenOf(draft, object, "nmod:poss").length) return;
    nodes[v] = { ...verb, head: have, relation: "xcomp", xpos: "VBN", upos: "VERB" };
  });
}

/** The thing, no actor, place or date, that the phrase before a comma is about; -1 where it names only actors. */
function thingBefore(draft: Draft, comma: number): number {
  const { nodes } = draft;
  let at = comma - 1;
  if (nodes[at]!.text === ")") while (at > 0 && nodes[at]!.text !== "(") at--;
  if (nodes[at]!.text === "(") at--;
  for (let step = 0; step < 6 && at >= 0; step++) {
    const node = nodes[at]!;
    if (!isNominal(node)) return -1;
    const own =
      node.unit?.kind === "name" &&
      /\b(?:Agreement|Treaty|Pact|Protocol|Programme|Program|Fund|Convention|Commission|Project)s?\b/u.test(node.text);
    if (own || (!draft.isActor(at) && !isDate(node) && !draft.isPerson(at))) return at;
    const preposition = childrenOf(draft, at, "case").find((c) => c < at);
    if (node.head >= 0 && node.head < at && /^(?:nmod|flat|compound|appos|conj)/.test(node.relation)) at = node.head;
    // "its consulate in Goma", where the place was hung on the verb
    else if (preposition !== undefined && preposition > 0 && base(node.relation) === "obl") at = preposition - 1;
    else return -1;
  }
  return -1;
}

/** "…, Togo having gone over to Beijing": a name before "having" is who has, and the clause stands by itself. */
function bindAbsolutes(draft: Draft): void {
  const { nodes } = draft;
  for (let k = 1; k + 2 < nodes.length; k++) {
    const aux = nodes[k + 1]!;
    if (!/^(?:having|being)$/i.test(aux.text) || !isNominal(nodes[k]) || !draft.isActor(k) || aux.head <= k + 1) continue;
    const verb = aux.head;
    const before = nodes.slice(0, k).findLastIndex((n) => !["DET", "ADJ"].includes(n.upos));
    if (before < 0 || !/^(?:,|with|;)$/i.test(nodes[before]!.text)) continue;
    const over = nodes.slice(0, before).findLastIndex((n) => isVerb(n) || n.head < 0);
    let top = over;
    while (top >= 0 && nodes[top]!.head >= 0 && !isVerb(nodes[top])) top = nodes[top]!.head;
    if (top < 0) continue;
    if (nodes[k]!.head !== verb) set(draft, k, verb, childrenOf(draft, verb, "aux:pass").length > 0 ? "nsubj:pass" : "nsubj");
    if (/^acl|^conj|^appos/.test(nodes[verb]!.relation) && nodes[verb]!.head !== top) set(draft, verb, top, "advcl");
  }
}
