import { GUEST_PASSES } from "./mend-guest-subjects.ts";
import type { Draft } from "./mend-parse.ts";
import { endReducedRelatives, nameFoundingMembers, takeObjects } from "./mend-predicates.ts";

// Passes of mend-parse.ts over subjects and what is said beside them.

const FINITE: ReadonlySet<string> = new Set(["VBD", "VBZ", "VBP"]);

/** "Sweden, though not a member of the Alliance, sent": what is granted of the subject is said of it as in an apposition. */
function bindConcessions({ nodes, set, childOf }: Draft): void {
  nodes.forEach((node, i) => {
    if (!/^(?:advcl|nsubj)$/.test(node.relation) || node.upos !== "NOUN" || node.head < i || childOf(i, "cop", "nsubj", "aux") >= 0) return;
    const subject = childOf(node.head, "nsubj");
    if (subject < 0 || subject >= i) return;
    const mark = nodes.findLastIndex((n, k) => k > subject && k < i && /^(?:though|although|while|albeit|once)$/i.test(n.text));
    if (mark < 0 || nodes.slice(mark, i).some((n) => n.upos === "VERB" || n.upos === "AUX" || n.text === ",")) return;
    set(i, subject, "appos");
    set(mark, i, "mark");
    for (let k = mark + 1; k < i; k++) if (nodes[k]!.head === nodes[subject]!.head) set(k, i, nodes[k]!.relation);
  });
}

/** "With Hong Kong EFTA signed": two names side by side in front of a verb, the first behind a preposition, are two phrases. */
function partFrontedName({ nodes, isActor, set }: Draft): void {
  const [front, name, next, verb] = nodes;
  if (!front || !name || !next || !verb || !/^(?:with|from|to|in|for|against)$/i.test(front.text)) return;
  if (!isActor(name) || !isActor(next) || name.head !== 2 || next.head !== 3 || verb.upos !== "VERB" || !FINITE.has(verb.xpos)) return;
  if (!/^(?:compound|amod|flat|nmod:unmarked|nmod)$/.test(name.relation)) return;
  set(1, 3, "obl");
  set(0, 1, "case");
  nodes[0] = { ...nodes[0]!, upos: "ADP", xpos: "IN" };
  set(2, 3, "nsubj");
}

/** "Danish and Norwegian jets took part": of joined nations and the noun behind them the noun is the subject. */
function headJoinedNations({ nodes, set }: Draft): void {
  nodes.forEach((node, i) => {
    const verb = nodes[node.head];
    if (node.upos !== "ADJ" || !/^(?:nsubj|nsubj:pass|csubj|csubj:pass)$/.test(node.relation) || !verb || !FINITE.has(verb.xpos)) return;
    if (!/^\p{Lu}/u.test(node.text) || !/^(?:and|,)$/.test(nodes[i + 1]?.text ?? "")) return;
    const noun = nodes.findIndex((n, k) => k > i + 2 && k < node.head && n.relation === "conj" && n.head === i && /^NNP?S?$/.test(n.xpos));
    if (noun < 0 || !/^\p{Lu}/u.test(nodes[noun - 1]!.text) || nodes[noun - 1]!.upos !== "ADJ") return;
    const { head, relation } = node;
    set(noun, head, relation.startsWith("csubj") ? relation.replace("csubj", "nsubj") : relation);
    set(i, noun, "amod");
  });
}

/** "The Union, meeting in Nairobi, elected": a bare "meeting" between commas behind a name is what it does. */
function meetInAsides({ nodes, set, isActor }: Draft): void {
  nodes.forEach((node, i) => {
    if (
      node.text !== "meeting" ||
      node.relation !== "appos" ||
      nodes[i - 1]?.text !== "," ||
      !/^(?:in|at|on)$/i.test(nodes[i + 1]?.text ?? "")
    )
      return;
    const name = nodes[node.head];
    if (!name || !isActor(name)) return;
    nodes[i] = { ...node, upos: "VERB", xpos: "VBG", lemma: "meet" };
    set(i, node.head, "acl");
    nodes.forEach((n, k) => {
      if (n.head === i && n.relation === "nmod") set(k, i, "obl");
    });
  });
}

/** "The Group, which France and Russia co-chair, met": what stands between a name behind "which" and a comma is its verb. */
function findRelativeVerbs({ nodes, set, isActor }: Draft): void {
  for (let v = 4; v < nodes.length - 1; v++) {
    const [relative, subject, verb] = [nodes[v - 2]!, nodes[v - 1]!, nodes[v]!];
    if (verb.upos !== "NOUN" || !CARRYING.test(verb.text) || verb.unit || !/^[,.;]$/.test(nodes[v + 1]!.text)) continue;
    if (!/^(?:which|whom|that)$/i.test(relative.text) || !isActor(subject) || subject.head !== v) continue;
    const noun = nodes[v - 3]!.text === "," ? v - 4 : v - 3;
    if (!/^(?:NOUN|PROPN)$/.test(nodes[noun]!.upos) || nodes[noun]!.head === v) continue;
    const third = /[^s]s$/.test(verb.text);
    nodes[v] = { ...verb, upos: "VERB", xpos: third ? "VBZ" : "VBP", lemma: third ? verb.text.replace(/s$/, "") : verb.text };
    set(v, noun, "acl:relcl");
    set(v - 1, v, "nsubj");
    set(v - 2, v, "obj");
  }
}

/** Past forms that taggers take for participles behind a long subject. */
const STARTED = /^(?:opened|resumed|started|reopened|ended|closed|continued|failed|collapsed|expired|lapsed)$/i;

/** "Talks between Peru and Laos opened in January, and its treaty with Chad was ratified", "opened in May; the other followed": two subjects of one verb are of two clauses. */
function partTwoClauses({ nodes, set, childOf }: Draft): void {
  for (let v = 2; v < nodes.length - 4; v++) {
    const verb = nodes[v]!;
    if (verb.xpos !== "VBN" || verb.relation !== "acl" || !STARTED.test(verb.text) || childOf(v, "aux", "obj") >= 0) continue;
    const close = nodes.findIndex((n, k) => k > v && /^[,;]$/.test(n.text));
    const joins = /^(?:and|but|while)$/i.test(nodes[close + 1]?.text ?? "");
    if (close < 0 || (!joins && nodes[close]!.text !== ";")) continue;
    const first = nodes.findIndex((n, k) => k < v && n.relation.startsWith("nsubj") && n.head > close && !n.relation.includes("pass"));
    const main = first < 0 ? -1 : nodes[first]!.head;
    if (
      main < 0 ||
      nodes[main]!.head >= 0 ||
      !nodes.some((n, k) => k > close && k < main && n.head === main && n.relation.startsWith("nsubj"))
    )
      continue;
    nodes[v] = { ...verb, xpos: "VBD" };
    set(v, -1, "root");
    set(first, v, "nsubj");
    set(main, v, joins ? "conj" : "parataxis");
    set(close, main, "punct");
    if (joins) set(close + 1, main, "cc");
  }
}

/** Verbs that taggers take for nouns behind a name. */
const CARRYING =
  /^(?:(?:co-)?chair|lead|head|host|found|support|back|fund|finance|sponsor|claim|contest|dispute|occup(?:y|ies)|control)s?$/i;

/** "Fighting broke out between", "Fighting between Chad and Libya broke out": a gerund with nothing but "between" or "with" before a verb without a subject is a noun and its subject. */
function nameGerunds({ nodes, set, childOf }: Draft): void {
  nodes.forEach((node, i) => {
    const verb = nodes[node.head];
    if (node.xpos !== "VBG" || node.head <= i || !/^(?:advcl|csubj|nsubj)$/.test(node.relation) || !verb || !FINITE.has(verb.xpos)) return;
    if (childOf(node.head, "nsubj", "nsubj:pass") >= 0) return;
    const own = nodes.flatMap((n, k) => (n.head === i ? [k] : []));
    const isBare = own.length === 0 && node.head === i + 1;
    const isBetween =
      /^(?:between|among)$/i.test(nodes[i + 1]!.text) && own.every((k) => /^(?:obl|nmod|amod|advmod|det)$/.test(nodes[k]!.relation));
    if (!isBare && !(isBetween && nodes.slice(i, node.head).every((n) => n.text !== ","))) return;
    nodes[i] = { ...node, upos: "NOUN", xpos: "NN", lemma: node.text.toLowerCase() };
    for (const k of own) if (nodes[k]!.relation === "obl") set(k, i, "nmod");
    set(i, node.head, nodes.some((n) => n.head === node.head && n.relation === "aux:pass") ? "nsubj:pass" : "nsubj");
  });
}

/** "Had Chad invaded Libya, Egypt would have helped": what stands between "Had" and the comma is a clause under what would have been. */
function openInvertedConditions({ nodes, set }: Draft): void {
  if (nodes[0]?.text !== "Had" || nodes.at(-1)?.text === "?") return;
  const would = nodes.findIndex((n) => /^(?:would|could|might)$/i.test(n.text));
  const comma = nodes.findLastIndex((n, k) => k < would && n.text === ",");
  const main = nodes[would]?.head ?? -1;
  const verb = nodes.findIndex((n, k) => k > 1 && k < comma && /^VB[ND]$/.test(n.xpos));
  if (comma < 0 || main < would || verb < 0) return;
  const subject = nodes.findIndex((n, k) => k > 0 && k < verb && /^(?:PROPN|NOUN|PRON)$/.test(n.upos) && !(n.head > k && n.head < verb));
  if (subject < 0) return;
  const root = nodes.findIndex((n) => n.head < 0);
  if (root < comma) set(main, -1, "root");
  nodes.forEach((n, k) => {
    if (k > 0 && k < comma && k !== verb && (n.head <= 0 || n.head > comma)) set(k, verb, n.relation);
  });
  nodes[verb] = { ...nodes[verb]!, xpos: "VBN" };
  const isPassive = nodes.slice(subject, verb).some((n) => /^been$/i.test(n.text));
  set(subject, verb, isPassive ? "nsubj:pass" : "nsubj");
  nodes[0] = { ...nodes[0]!, upos: "AUX", xpos: "VBD", lemma: "have" };
  set(0, verb, "aux");
  set(verb, main, "advcl");
}

/** "Kenyan envoys have acted as": a noun right before the verb, with nothing that makes it a clause, is its subject. */
function nameSubjects({ nodes, set, childOf, isActor }: Draft): void {
  nodes.forEach((node, i) => {
    // "Serbia, a candidate, does not recognise it": nobody is addressed
    if (node.relation === "vocative" && node.head > i && isActor(node) && childOf(node.head, "nsubj", "nsubj:pass", "csubj") < 0) {
      const aux = childOf(node.head, "aux");
      if (FINITE.has(nodes[node.head]!.xpos) || (aux > i && FINITE.has(nodes[aux]!.xpos))) set(i, node.head, "nsubj");
      return;
    }
    if (node.relation !== "advcl" || node.head < i || !/^(?:PROPN|NOUN)$/.test(node.upos) || !isActor(node)) return;
    if (childOf(i, "case", "mark", "cop", "aux", "nsubj") >= 0 || childOf(node.head, "nsubj", "nsubj:pass", "csubj") >= 0) return;
    if (nodes.slice(i + 1, node.head).every((n) => n.upos === "AUX" || n.upos === "ADV")) set(i, node.head, "nsubj");
  });
}

/**
 * "Before the trip to Laos, the Bank was founded": behind a comma and right before a verb that has no subject stands its subject,
 * and no other name of the place before.
 */
function freeAppositeSubjects({ nodes, set, childOf }: Draft): void {
  nodes.forEach((node, i) => {
    // "At the invitation of the President of Chad, and Chair of the Bank, the summit was held": none of those joined before
    const isLoose = node.relation === "conj" && childOf(i, "cc") < 0 && childOf(i, "det") >= 0;
    if ((node.relation !== "appos" && !isLoose) || node.head > i) return;
    let last = i;
    for (let k = i + 1; k < nodes.length && hangsOn(nodes, k, i); k++) last = k;
    let verb = last + 1;
    while (/^(?:AUX|ADV)$/.test(nodes[verb]?.upos ?? "")) verb++;
    const { head: over = -1, upos, xpos } = nodes[verb] ?? {};
    const auxiliary = childOf(verb, "aux", "aux:pass");
    if (upos !== "VERB" || (!FINITE.has(xpos!) && (auxiliary <= last || auxiliary > verb)) || !hangsOn(nodes, node.head, verb)) return;
    if (over > verb || childOf(verb, "nsubj", "nsubj:pass", "csubj", "expl") >= 0) return;
    let first = i;
    while (first > 0 && hangsOn(nodes, first - 1, i)) first--;
    if (nodes[first]!.text === ",") first++;
    // what comes between commas may be an aside
    const isAside = nodes.some((n, k) => k < first - 1 && n.text === "," && hangsOn(nodes, k, node.head));
    if (nodes[first - 1]?.text !== "," || (isAside && !isLoose)) return;
    set(i, verb, xpos === "VBN" && nodes.some((n) => n.head === verb && n.relation === "aux:pass") ? "nsubj:pass" : "nsubj");
  });
}

/** Whether node `k` stands under node `top`. */
function hangsOn(nodes: Draft["nodes"], k: number, top: number): boolean {
  let steps = 0;
  for (let at = k; at >= 0 && steps <= nodes.length; at = nodes[at]!.head, steps++) if (nodes[at]!.head === top) return true;
  return false;
}

/** "We have, however, sent": what the parser hung on an auxiliary belongs to its verb. */
function freeAuxiliaries({ nodes, set, childOf }: Draft): void {
  nodes.forEach((node, i) => {
    const over = nodes[node.head];
    if (!/^nsubj/.test(node.relation) || !over || !/^aux/.test(over.relation) || over.head < 0) return;
    if (childOf(over.head, "nsubj", "nsubj:pass", "csubj", "expl") < 0)
      set(i, over.head, childOf(over.head, "aux:pass") >= 0 ? "nsubj:pass" : "nsubj");
  });
}

/** "For Chad it entered into force": a name behind a preposition is no subject beside the verb's own. */
function freeFronted({ nodes, set, childOf }: Draft): void {
  nodes.forEach((node, i) => {
    if (!/^nsubj/.test(node.relation) || node.head < i) return;
    const link = childOf(i, "case");
    if (link < 0 || link > i || !/^(?:for|with|from|to|between|among|under)$/i.test(nodes[link]!.text)) return;
    if (nodes.some((n, k) => k > i && k < node.head && n.head === node.head && /^nsubj/.test(n.relation))) set(i, node.head, "obl");
  });
}

/** What a state may be called besides its name. */
const DESCRIBES =
  /^(?:member|observer|state|country|nation|power|colony|ally|partner|founder|signatory|island|republic|kingdom|neighbou?r|home|host|producer|exporter|participant|beneficiary|candidate|applicant|economy|democracy|monarchy|protectorate|territory|newcomer)$/i;

/** "Already a member of ASEAN, Laos applied": a common noun in front of a comma and the subject says what the subject is. */
function apposeInFront({ nodes, set, isActor }: Draft): void {
  nodes.forEach((node, i) => {
    if (!/^nsubj/.test(node.relation) || !isActor(node) || node.head <= i || nodes[i - 1]?.text !== ",") return;
    const first = nodes.findIndex((n, k) => k < i && n.head === node.head && /^nsubj/.test(n.relation));
    const what = nodes[first];
    if (
      !what ||
      !DESCRIBES.test(what.lemma) ||
      what.unit ||
      isActor(what) ||
      nodes.slice(first, i).some((n) => /^(?:VERB|AUX|CCONJ)$/.test(n.upos))
    )
      return;
    set(first, i, "appos");
    for (let k = 0; k < first; k++) if (nodes[k]!.upos === "ADV" && nodes[k]!.head === node.head) set(k, first, "advmod");
  });
}

/** "OFAC imposed": an acronym that names an actor is no exclamation; "the corvette ARC Nariño": nor is one before a name a common noun. */
export function tagAcronyms({ nodes, isNamed, retag }: Draft): void {
  nodes.forEach((n, i) => {
    if ((n.upos === "INTJ" || n.upos === "X") && /^\p{Lu}{3}/u.test(n.text) && isNamed(n)) retag(i);
    const next = nodes[i + 1];
    if (n.upos === "NOUN" && /^\p{Lu}{2,5}$/u.test(n.text) && next?.upos === "PROPN" && next.head === i && next.relation === "flat")
      retag(i);
  });
}

export const SUBJECT_PASSES: readonly ((draft: Draft) => void)[] = [
  ...GUEST_PASSES,
  nameFoundingMembers,
  endReducedRelatives,
  takeObjects,
  openInvertedConditions,
  freeAuxiliaries,
  freeFronted,
  nameGerunds,
  nameSubjects,
  bindConcessions,
  partFrontedName,
  headJoinedNations,
  meetInAsides,
  findRelativeVerbs,
  partTwoClauses,
  freeAppositeSubjects,
  apposeInFront,
];
