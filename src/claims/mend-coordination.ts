import { isTree } from "../language/repair-parse.ts";
import type { Node, Parse } from "../language/sentence.ts";
import { base } from "./slot-map.ts";

const FINITE = new Set(["VBD", "VBZ", "VBP", "VBN"]);

/**
 * Mends verbs in a row: "became independent, joined the union and opened an embassy". A verb without a subject behind a
 * comma is coordinated, not a sentence put in; a date that was hung on an earlier verb across a later one belongs to the
 * later one, and so does the second date of a verb behind a later verb that has none. What enters "into force" is no part of the force.
 */
export function mendCoordination(parse: Parse): Parse {
  const nodes = [...parse.nodes];
  let changed = false;
  nodes.forEach((node, i) => {
    if (!isPutIn(nodes, i) && !isNextInRow(nodes, i)) return;
    nodes[i] = { ...node, relation: "conj" };
    changed = true;
  });
  nodes.forEach((node, i) => {
    const over = finiteOver(nodes, i);
    if (over < 0) return;
    nodes[i] = { ...node, head: over };
    changed = true;
  });
  nodes.forEach((date, d) => {
    if (date.unit?.kind !== "date" || date.head < 0 || date.head > d || !/^obl|^advmod$|^nmod/.test(date.relation)) return;
    const across = verbAcross(nodes, date.head, d);
    const verb = across < 0 ? (sinceVerb(nodes, date.head, d) ?? undatedVerb(nodes, date.head, d)) : across;
    if (verb < 0) return;
    nodes[d] = { ...date, head: verb, relation: "obl" };
    changed = true;
  });
  nodes.forEach((_, i) => {
    const subject = subjectBeside(nodes, i);
    if (subject < 0) return;
    nodes[subject] = { ...nodes[subject]!, head: i, relation: "nsubj:pass" };
    changed = true;
  });
  nodes.forEach((node, i) => {
    const object = objectBeside(nodes, i);
    if (object < 0) return;
    nodes[i] = { ...node, head: object };
    changed = true;
  });
  nodes.forEach((node, i) => {
    const place = placeBeside(nodes, i);
    if (place < 0) return;
    nodes[i] = { ...node, head: place };
    changed = true;
  });
  nodes.forEach((node, i) => {
    const verb = verbOfFurther(nodes, i);
    if (verb < 0) return;
    nodes[i] = { ...node, head: verb, relation: "obl" };
    changed = true;
  });
  nodes.forEach((node, i) => {
    const relation = argumentOfVerb(nodes, i);
    if (!relation) return;
    nodes[i] = { ...node, relation };
    changed = true;
  });
  nodes.forEach((node, i) => {
    const gerund = gerundBeside(nodes, i);
    if (gerund < 0) return;
    nodes[i] = { ...node, head: gerund };
    changed = true;
  });
  nodes.forEach((node, i) => {
    const passive = passiveOver(nodes, i);
    if (passive < 0) return;
    nodes[i] = { ...node, head: passive };
    changed = true;
  });
  nodes.forEach((node, i) => {
    const force = nodes[node.head];
    if (node.relation !== "nmod" || force?.text.toLowerCase() !== "force" || nodes[force.head]?.upos !== "NOUN") return;
    if (nodes.some((n) => n.head === i && n.relation === "case" && n.text.toLowerCase() === "of")) {
      nodes[i] = { ...node, head: force.head };
      changed = true;
    }
  });
  return changed && isTree(nodes) ? { ...parse, nodes } : parse;
}

/** "accused Togo of financing and arming the rebels": an -ing form is joined to the one behind the preposition, not to the finite verb; -1 elsewhere. */
function gerundBeside(nodes: readonly Node[], i: number): number {
  const { xpos, relation, head } = nodes[i]!;
  if (xpos !== "VBG" || relation !== "conj" || head < 0 || head > i || !FINITE.has(nodes[head]!.xpos)) return -1;
  if (nodes.some((n) => n.head === i && /^(?:aux|nsubj|mark)/.test(n.relation)) || !/^(?:and|or)$/i.test(nodes[i - 1]!.text)) return -1;
  for (let k = i - 2; k > head && k > i - 8; k--)
    if (/ing$/i.test(nodes[k]!.text) && nodes.some((n, c) => c < k && n.head === k && /^(?:case|mark)$/.test(n.relation))) return k;
  return -1;
}

/**
 * "travelled to Laos in May and then to Nepal": a noun with a preposition that is joined to a verb is one more place of the verb.
 * "financed through its agency three courses": a bare noun behind a phrase with a preposition is the object of a verb that has none.
 */
function argumentOfVerb(nodes: readonly Node[], i: number): string | null {
  const node = nodes[i]!;
  const verb = node.head >= 0 && node.head < i ? nodes[node.head]! : null;
  if (verb?.upos !== "VERB" || !/^(?:NOUN|PROPN)$/.test(node.upos)) return null;
  const below = nodes.filter((n) => n.head === i);
  const isMarked = below.some((n) => n.relation === "case");
  if (node.relation === "conj") return isMarked && !below.some((n) => /^(?:nsubj|cop|aux|mark)/.test(n.relation)) ? "obl" : null;
  if (base(node.relation) !== "obl" || isMarked || node.unit?.kind === "date" || TIMES.test(node.lemma) || verb.xpos === "VBN") return null;
  const beside = nodes.filter((n, k) => n.head === node.head && k !== i);
  if (beside.some((n) => /^(?:obj|iobj|ccomp|xcomp|aux:pass)/.test(n.relation)) || !beside.some((n) => n.relation.startsWith("nsubj")))
    return null;
  const isBehindPhrase = nodes.some(
    (n, k) => k > node.head && k < i && n.head === node.head && n.relation === "obl" && n.unit?.kind !== "date",
  );
  return isBehindPhrase ? "obj" : null;
}

/** "paid visits to Chad and to Mali": a name with a preposition is joined to the one that has the same, not to the noun over both; -1 elsewhere. */
function placeBeside(nodes: readonly Node[], i: number): number {
  const { relation, head, upos } = nodes[i]!;
  if (relation !== "conj" || head < 0 || head > i || upos !== "PROPN" || nodes[head]!.upos !== "NOUN") return -1;
  const linkOf = (k: number): string => nodes.find((n) => n.head === k && n.relation === "case")?.text.toLowerCase() ?? "";
  const link = linkOf(i);
  if (!/^(?:to|into|in|from|with)$/.test(link) || linkOf(head) === link) return -1;
  return nodes.findLastIndex((n, k) => k < i && n.head === head && n.upos === "PROPN" && n.relation === "nmod" && linkOf(k) === link);
}

/**
 * "went to Laos in May, his first trip abroad, and then to Nepal": the verb that has a place with the same preposition before, where
 * what the further one was joined to has none. -1 for none.
 */
function verbOfFurther(nodes: readonly Node[], i: number): number {
  const node = nodes[i]!;
  if (node.relation !== "conj" || node.head < 0 || node.head > i || node.upos !== "PROPN") return -1;
  const linkOf = (k: number): string => nodes.find((n) => n.head === k && n.relation === "case")?.text.toLowerCase() ?? "";
  const link = linkOf(i);
  if (!/^(?:to|into|from|with)$/.test(link) || linkOf(node.head) === link || nodes[node.head]!.upos === "VERB") return -1;
  for (let at = node.head, step = 0; at >= 0 && step < 6; at = nodes[at]!.head, step++)
    if (nodes[at]!.upos === "VERB")
      return nodes.some((n, k) => k < i && n.head === at && base(n.relation) === "obl" && linkOf(k) === link) ? at : -1;
  return -1;
}

/** Nouns that tell a time without a preposition: "the following year". */
const TIMES =
  /^(?:time|day|week|month|year|decade|century|morning|evening|night|spring|summer|autumn|winter|season|minute|hour|monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|yesterday|tomorrow|percent|per cent)$/i;

/**
 * "asked both envoys to leave and recalled its own": a verb in the past is joined to the verb over the infinitive, not to the
 * infinitive. That verb, or -1.
 */
function finiteOver(nodes: readonly Node[], i: number): number {
  const { head, relation, xpos } = nodes[i]!;
  if (relation !== "conj" || xpos !== "VBD" || head < 0 || head > i || nodes[head]!.xpos !== "VB") return -1;
  const has = (k: number, pattern: RegExp): boolean => nodes.some((n) => n.head === k && pattern.test(n.relation));
  if (has(i, /^(?:nsubj|aux)/) || !nodes.some((n) => n.head === head && n.relation === "mark" && /^to$/i.test(n.text))) return -1;
  let over = head;
  for (let steps = 0; steps < 4 && nodes[over]!.xpos !== "VBD"; steps++) {
    const next = nodes[over]!.head;
    if (next < 0 || next > over || !/^(?:xcomp|advcl|acl|obj|ccomp|conj)$/.test(nodes[over]!.relation)) return -1;
    over = next;
  }
  return nodes[over]!.xpos === "VBD" && nodes[over]!.upos === "VERB" && has(over, /^nsubj/) ? over : -1;
}

/**
 * "hosted the summit in May and, in June, the session": a noun read as joined to the verb is joined to its object. "an embassy in Oslo,
 * which was shut in 1990, and a consulate in Bergen": one behind a relative clause and a comma is joined to what the clause is said of.
 */
function objectBeside(nodes: readonly Node[], i: number): number {
  const node = nodes[i]!;
  const isCommon = node.upos === "NOUN" || (node.unit?.kind === "name" && /^\p{Ll}/u.test(node.text));
  if (node.relation !== "conj" || !isCommon || node.head < 0 || node.head > i || nodes[node.head]!.upos !== "VERB") return -1;
  const below = nodes.filter((n) => n.head === i);
  if (below.some((n) => /^(?:nsubj|cop|aux|obj|advcl|ccomp)/.test(n.relation))) return -1;
  const hasArticle = below.some((n) => n.relation === "det");
  const object = nodes.findIndex((n, k) => k > node.head && k < i && n.head === node.head && /^(?:obj|nsubj:pass)$/.test(n.relation));
  if (object >= 0) return hasArticle ? object : -1;
  const joint = nodes.findIndex((n) => n.head === i && n.relation === "cc");
  if (!(hasArticle || node.xpos.endsWith("S")) || joint < 1 || nodes[joint - 1]!.text !== ",") return -1;
  let clause = node.head;
  while (nodes[clause]!.relation === "conj" && nodes[clause]!.head >= 0 && nodes[clause]!.head < clause) clause = nodes[clause]!.head;
  const said = nodes[clause]!.relation === "acl:relcl" ? nodes[clause]!.head : -1;
  return said >= 0 && said < clause && nodes[said]!.upos === "NOUN" ? said : -1;
}

/**
 * "was shut in 1941, when war was declared on Japan, and reopened in 1954": a participle behind a comma and "and", which has neither subject nor
 * object and cannot do without one, goes on with the passive and not with the clause put in. -1 where it does not.
 */
function passiveOver(nodes: readonly Node[], i: number): number {
  const node = nodes[i]!;
  if (node.relation !== "conj" || !/^VB[ND]$/.test(node.xpos) || !UNDERGONE.test(node.lemma)) return -1;
  const below = nodes.filter((n) => n.head === i);
  if (below.some((n) => /^(?:nsubj|obj|aux|expl|mark|ccomp|xcomp)/.test(n.relation))) return -1;
  const joint = nodes.findIndex((n) => n.head === i && n.relation === "cc");
  if (joint < 1 || nodes[joint - 1]!.text !== ",") return -1;
  let clause = node.head;
  if (clause < 0 || nodes.some((n) => n.head === clause && n.relation === "aux:pass")) return -1;
  while (clause >= 0 && nodes[clause]!.relation === "conj" && nodes[clause]!.head < clause) clause = nodes[clause]!.head;
  if (clause < 0 || !/^(?:advcl|acl:relcl)$/.test(nodes[clause]!.relation)) return -1;
  const over = nodes[clause]!.head;
  return over >= 0 && over < clause && nodes.some((n) => n.head === over && n.relation === "aux:pass") ? over : -1;
}

/** What is done to things and seldom said without them. */
const UNDERGONE =
  /^(?:restore|resume|reopen|re-open|close|shut|suspend|renew|revive|lift|impose|sign|ratify|establish|re-establish|reestablish|raise|upgrade|downgrade|sever|cut|replace|found|build|complete|inaugurate|cancel|postpone|reimpose|reinstate|repeal|abolish|dissolve|adopt|approve|extend|transfer|convert|expel|recall|release)$/i;

/**
 * "ties were raised to the level of a partnership and three documents were signed": a noun right before "were", read as joined to
 * the noun before it, is the subject of the passive behind, which has none.
 */
function subjectBeside(nodes: readonly Node[], i: number): number {
  const node = nodes[i]!;
  if (node.relation !== "conj" || node.xpos !== "VBN" || nodes.some((n) => n.head === i && /^(?:nsubj|expl|mark)/.test(n.relation)))
    return -1;
  const auxiliary = nodes.findIndex((n, k) => k < i && n.head === i && /^(?:was|were|is|are)$/i.test(n.text));
  if (auxiliary < 2) return -1;
  const noun = nodes[auxiliary - 1]!;
  const isJoined = noun.relation === "conj" && noun.upos === "NOUN" && noun.head < auxiliary - 1 && noun.head > node.head;
  const isOwn = (n: Node, k: number): boolean =>
    n.relation === "cc" && k > noun.head && k < auxiliary && [auxiliary - 1, i].includes(n.head);
  if (!isJoined || !nodes.some(isOwn)) return -1;
  return auxiliary - 1;
}

/** A verb read as parataxis of a verb before it, with a comma or "and" right before and no subject of its own. */
function isPutIn(nodes: readonly Node[], i: number): boolean {
  const node = nodes[i]!;
  if (base(node.relation) !== "parataxis" || node.head >= i || !FINITE.has(node.xpos)) return false;
  const head = nodes[node.head]!;
  if (head.upos !== "VERB" || !/^(?:,|and)$/.test(nodes[i - 1]!.text)) return false;
  return !nodes.some((n) => n.head === i && /^(?:nsubj|expl|mark|aux)/.test(n.relation));
}

/** "had joined in 1965, left in 2013 and": behind a date and a comma, with a date of its own and nothing else. */
function isNextInRow(nodes: readonly Node[], i: number): boolean {
  const node = nodes[i]!;
  if (node.relation !== "advcl" || node.head >= i || !FINITE.has(node.xpos) || node.lemma === "follow") return false;
  if (nodes[node.head]!.upos !== "VERB" || nodes[i - 1]?.text !== "," || nodes[i - 2]?.unit?.kind !== "date") return false;
  const next = nodes[i + 1]?.upos === "ADP" ? i + 2 : i + 1;
  return nodes[next]?.unit?.kind === "date" && !nodes.some((n) => n.head === i && /^(?:nsubj|expl|mark|aux)/.test(n.relation));
}

/** The last verb between a date and its head whose own arc leaves that stretch: two arcs that cross cannot both be right. */
function verbAcross(nodes: readonly Node[], head: number, date: number): number {
  for (let w = date - 1; w > head; w--) {
    const node = nodes[w]!;
    // "a member since 1996 and signed … in 2012": the first has its date already
    const second = node.head === head && node.relation === "conj" && nodes.some((n, i) => n.unit?.kind === "date" && i < w && i > head);
    if (node.upos !== "VERB" || node.head < 0 || (node.head >= head && node.head <= date && !second)) continue;
    return nodes.some((n, i) => i > head && n.head === w && n.unit?.kind === "date") ? -1 : w;
  }
  return -1;
}

/** "have grown since he travelled to Laos in May 2015": what goes on till now has no such date, what it goes on since has. Null elsewhere. */
function sinceVerb(nodes: readonly Node[], head: number, date: number): number | null {
  const isPerfect = nodes.some((n) => n.head === head && n.relation === "aux" && /^(?:has|have|'ve|'s)$/i.test(n.text));
  if (!isPerfect || nodes[head]!.xpos !== "VBN") return null;
  const verb = nodes.findIndex((n, w) => {
    if (w <= head || w >= date || n.head !== head || n.relation !== "advcl" || n.xpos !== "VBD") return false;
    return nodes.some((m) => m.head === w && m.relation === "mark" && m.text.toLowerCase() === "since");
  });
  return verb < 0 || nodes.some((n, i) => i > verb && n.head === verb && n.unit?.kind === "date") ? null : verb;
}

/** "began talks in 2006 with those that had signed the treaty in 1992": the last verb before the second date of another, where it has none itself. */
function undatedVerb(nodes: readonly Node[], head: number, date: number): number {
  if (nodes[head]!.upos !== "VERB") return -1;
  const first = nodes.findIndex((n, i) => i > head && i < date && n.head === head && n.unit?.kind === "date");
  if (first < 0) return -1;
  for (let w = date - 1; w > first; w--) {
    const node = nodes[w]!;
    if (node.upos !== "VERB" || node.unit || (node.relation === "amod" && node.head > w)) continue;
    return nodes.some((n) => n.head === w && n.unit?.kind === "date") ? -1 : w;
  }
  return -1;
}
