import { isTree } from "../language/repair-parse.ts";
import type { Node, Parse } from "../language/sentence.ts";

/** Verbs of releases and chronicles that do something to a thing: none of them ends with a place or a time. */
const NEEDS_OBJECT =
  /^(?:sign|initial|ratify|resume|restart|reopen|begin|start|open|launch|inaugurate|conclude|hold|organi[sz]e|convene|host|chair|co-chair|present|receive|establish|create|adopt|announce|discuss|review|celebrate|deposit|deliver|appoint|accredit|sever|suspend|restore|recogni[sz]e|close|join|visit|meet|exchange|negotiate|finali[sz]e|complete|terminate|renew|extend|publish|issue|subscribe|greet|welcome|transmit|thank|congratulate|decorate|express|convey|approve|award|grant|donate)$/i;
const ARTICLE = /^(?:the|an?|its|their|his|her|two|three|several)$/i;
/** What a second name for a place begins with: "in Lima, the capital". */
const PLACE_AGAIN =
  /^(?:capital|city|town|village|port|seat|venue|headquarters|country|island|resort|suburb|region|province|district|home|birthplace|site|centre|center|date|day|month|year|anniversary|eve|state|republic|kingdom)$/i;

/** What hangs a noun on the place or time before it, as if it were more of its name. */
const AS_NAME = /^(?:appos|nmod|nmod:desc|nmod:unmarked|parataxis|conj|flat|dep|obl:unmarked)$/;

/**
 * "agreed to resume in October, in Hanoi, the negotiations", "will inaugurate tomorrow, in Bergen, the consulate general": a noun with an
 * article behind a place or a time between commas is what the verb is about, where the verb has nothing else; it was read as another
 * name for the place.
 */
export function mendLateObjects(parse: Parse): Parse {
  let nodes: readonly Node[] = behindAsides(partDays(partPlaces(freeLateObjects(takeBareNames(parse.nodes)))));
  for (let o = 4; o < nodes.length; o++) {
    const { relation, head, upos, lemma } = nodes[o]!;
    if (head < 1 || head > o || (upos !== "NOUN" && upos !== "PROPN") || PLACE_AGAIN.test(lemma)) continue;
    if ((relation !== "appos" && relation !== "parataxis") || nodes.some((n) => n.head === o && /^(?:cop|nsubj|aux)/.test(n.relation)))
      continue;
    const verb = relation === "appos" ? nodes[head]!.head : head;
    if (verb < 0 || verb > o || (relation === "appos" && !/^obl(?::unmarked)?$/.test(nodes[head]!.relation))) continue;
    if (!NEEDS_OBJECT.test(nodes[verb]!.lemma) || !isActive(nodes, verb)) continue;
    let first = o;
    while (first > verb + 2 && nodes[first - 1]!.text !== ",") first--;
    if (nodes[first - 1]?.text !== "," || !ARTICLE.test(nodes[first]!.text)) continue;
    if (nodes.some((n) => n.head === verb && /^(?:obj|ccomp|xcomp|nsubj:pass)$/.test(n.relation))) continue;
    const mended = nodes.map((n, i): Node => (i === o ? { ...n, head: verb, relation: "obj" } : n));
    if (isTree(mended)) nodes = mended;
  }
  return nodes === parse.nodes ? parse : { ...parse, nodes };
}

/** "visited Lima two days ago": a name right behind a verb that needs one was read as a time or a manner. */
function takeBareNames(nodes: readonly Node[]): readonly Node[] {
  const isTaken = ({ relation, unit, head, upos, text }: Node, i: number): boolean =>
    relation === "obl:unmarked" &&
    upos === "PROPN" &&
    (unit ? unit.kind === "name" : !/day$/.test(text)) &&
    head === i - 1 &&
    head >= 0 &&
    NEEDS_OBJECT.test(nodes[head]!.lemma) &&
    nodes[head]!.upos === "VERB" &&
    isActive(nodes, head) &&
    !nodes.some((n) => n.head === head && /^(?:obj|ccomp|xcomp|nsubj:pass)$/.test(n.relation));
  return nodes.some(isTaken) ? nodes.map((n, i): Node => (isTaken(n, i) ? { ...n, relation: "obj" } : n)) : nodes;
}

/**
 * "received here Thursday the speaker", "received today at the palace the ambassador": a noun with its article right behind the last
 * word of a time or a place, with no comma between, is no other name for it but what the verb is about.
 */
function freeLateObjects(nodes: readonly Node[]): readonly Node[] {
  let mended = nodes;
  for (let first = 3; first < nodes.length - 1; first++) {
    if (!ARTICLE.test(nodes[first]!.text)) continue;
    const o = mended[first]!.head;
    const before = mended[first - 1]!;
    if (o <= first || !/^(?:NOUN|PROPN|ADV|NUM)$/.test(before.upos)) continue;
    const { relation, upos, lemma } = mended[o]!;
    if ((upos !== "NOUN" && upos !== "PROPN") || !AS_NAME.test(relation) || PLACE_AGAIN.test(lemma)) continue;
    if (mended.some((n) => n.head === o && /^(?:case|cop|cc|nsubj|aux|mark)/.test(n.relation) && n.relation !== "cc:preconj")) continue;
    let verb = mended[o]!.head;
    while (verb >= 0 && verb < first && /^(?:obl|obl:unmarked|nmod|nmod:desc|appos|advmod|flat)$/.test(mended[verb]!.relation))
      verb = mended[verb]!.head;
    if (verb < 0 || verb >= first - 1 || !NEEDS_OBJECT.test(mended[verb]!.lemma) || !isActive(mended, verb)) continue;
    if (mended.some((n) => n.head === verb && /^(?:obj|ccomp|xcomp|nsubj:pass)$/.test(n.relation))) continue;
    // "met in the capital the day after": a time of its own
    if (mended[o]!.unit?.kind === "date") continue;
    const draft = mended.map((n, i): Node => (i === o ? { ...n, head: verb, relation: "obj" } : n));
    if (isTree(draft)) mended = draft;
  }
  return mended;
}

/**
 * "received at the Dar House Kenya's minister": of two names side by side behind a preposition the first is the place, and the second what
 * the verb is about.
 */
function partPlaces(nodes: readonly Node[]): readonly Node[] {
  let mended = nodes;
  for (let o = 3; o < nodes.length; o++) {
    const place = mended[o - 1]!;
    const { head: verb, relation, upos, unit } = mended[o]!;
    if (upos !== "PROPN" || unit?.kind !== "name" || place.upos !== "PROPN" || place.head !== o || place.relation !== "compound") continue;
    if (verb < 0 || verb >= o - 2 || relation !== "obl" || !NEEDS_OBJECT.test(mended[verb]!.lemma) || !isActive(mended, verb)) continue;
    const preposition = mended.findIndex((n, i) => i > verb && i < o && n.head === o && n.relation === "case");
    if (preposition < 0 || !/^(?:at|in)$/i.test(mended[preposition]!.text)) continue;
    if (mended.some((n) => n.head === verb && /^(?:obj|ccomp|xcomp|nsubj:pass)$/.test(n.relation))) continue;
    const draft = mended.map((n, i): Node => {
      if (i === o) return { ...n, relation: "obj" };
      if (i === o - 1) return { ...n, head: verb, relation: "obl" };
      return i < o && n.head === o && /^(?:case|det|amod)$/.test(n.relation) ? { ...n, head: o - 1 } : n;
    });
    if (isTree(draft)) mended = draft;
  }
  return mended;
}

const DAY = /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|tomorrow)$/i;

/** "received in Riyadh on Sunday outgoing Secretary-General Ana Example": the day ends its phrase, and who was received begins another. */
function partDays(nodes: readonly Node[]): readonly Node[] {
  let mended = nodes;
  for (let d = 2; d < nodes.length - 1; d++) {
    const { head: o, relation, text, unit } = mended[d]!;
    if (!DAY.test(text) && unit?.kind !== "date") continue;
    if (relation.startsWith("obl")) {
      mended = freeBehindDay(mended, d);
      continue;
    }
    if (o <= d || !/^(?:compound|nmod|flat|amod|nmod:unmarked|nmod:desc)$/.test(relation)) continue;
    const { head: verb, relation: said, upos } = mended[o]!;
    if (
      said !== "obl" ||
      upos !== "PROPN" ||
      verb < 0 ||
      verb >= d - 1 ||
      !NEEDS_OBJECT.test(mended[verb]!.lemma) ||
      !isActive(mended, verb)
    )
      continue;
    if (mended.some((n) => n.head === verb && /^(?:obj|ccomp|xcomp|nsubj:pass)$/.test(n.relation))) continue;
    const draft = mended.map((n, i): Node => {
      if (i === o) return { ...n, relation: "obj" };
      if (i === d) return { ...n, head: verb, relation: "obl" };
      return i < d && n.head === o && /^(?:case|det)$/.test(n.relation) ? { ...n, head: d } : n;
    });
    if (isTree(draft)) mended = draft;
  }
  return mended;
}

/** "received in Accra on Monday Foreign Minister Ana Example": a name right behind the day, hung on it as more of its words. */
function freeBehindDay(nodes: readonly Node[], day: number): readonly Node[] {
  const behind = nodes[day + 1]!;
  const verb = nodes[day]!.head;
  const hung = nodes[behind.head];
  if (behind.unit?.kind !== "name" || !AS_NAME.test(behind.relation) || verb < 0 || verb > day) return nodes;
  if (behind.head !== day && (behind.head < verb || hung?.head !== verb || !hung.relation.startsWith("obl"))) return nodes;
  if (!NEEDS_OBJECT.test(nodes[verb]!.lemma) || !isActive(nodes, verb)) return nodes;
  if (nodes.some((n) => n.head === verb && /^(?:obj|ccomp|xcomp|nsubj:pass)$/.test(n.relation))) return nodes;
  const draft = nodes.map((n, i): Node => (i === day + 1 ? { ...n, head: verb, relation: "obj" } : n));
  return isTree(draft) ? draft : nodes;
}

/** What stands between commas before the object: "in the presence of the King", "on the occasion of the summit". */
const ASIDE = /^(?:in|on|at|during|with|under|within|by|as|following|after|before)$/i;
const SIGNS = /^(?:sign|initial|adopt|issue|conclude|exchange|inaugurate|launch|open|sign off)$/i;

/**
 * "signed in Lima, in the presence of the King, and on the occasion of the summit, a memorandum": behind asides between commas comes
 * what was signed, though the participle was read as a passive.
 */
function behindAsides(nodes: readonly Node[]): readonly Node[] {
  for (let v = 1; v + 4 < nodes.length; v++) {
    const verb = nodes[v]!;
    if (!/^VB[DN]$/.test(verb.xpos) || !SIGNS.test(verb.lemma) || !ASIDE.test(nodes[v + 1]!.text)) continue;
    // "the ministers, signed in Lomé": a sentence whose only verb was hung on its subject
    const isOnly = verb.relation === "acl" && nodes[verb.head]!.relation === "root" && !nodes.some((n) => /^(?:VB[DZP]|MD)$/.test(n.xpos));
    if (verb.relation.startsWith("acl") && !isOnly) continue;
    if (nodes.some((n) => n.head === v && /^(?:obj|ccomp|xcomp|aux|aux:pass|obl:agent)$/.test(n.relation))) continue;
    const subject = isOnly ? verb.head : nodes.findIndex((n, k) => k < v && n.head === v && n.relation.startsWith("nsubj"));
    if (subject < 0) continue;
    const o = nodes.findIndex((n, k) => k > v + 3 && isFreeObject(nodes, k, v, subject) && /^(?:NOUN|PROPN)$/.test(n.upos));
    if (o < 0) continue;
    const draft = nodes.map((n, i): Node => {
      if (i === o) return { ...n, head: v, relation: "obj" };
      if (i === v) return isOnly ? { ...n, xpos: "VBD", head: -1, relation: "root" } : { ...n, xpos: "VBD" };
      return i === subject ? { ...n, head: v, relation: "nsubj" } : n;
    });
    if (isTree(draft)) return draft;
  }
  return nodes;
}

/** A noun with its article right behind a comma, hung on an aside or the subject as another name or one more of a list. */
function isFreeObject(nodes: readonly Node[], at: number, verb: number, subject: number): boolean {
  const { head, relation } = nodes[at]!;
  if (!/^(?:appos|conj|parataxis|nmod)$/.test(relation) || (head < verb && head !== subject && head !== verb)) return false;
  let first = at;
  while (first > verb && nodes[first - 1]!.text !== "," && at - first < 8) first--;
  if (nodes[first - 1]?.text !== "," || !/^(?:an?|the|two|three|four|five|several)$/i.test(nodes[first]!.text)) return false;
  if (nodes.slice(first, at).some((n) => n.upos === "VERB" || n.relation === "cc")) return false;
  return !PLACE_AGAIN.test(nodes[at]!.lemma) && !nodes.some((n) => n.head === at && /^(?:case|cop|cc|nsubj|aux|mark)/.test(n.relation));
}

/** Finite, infinitive or perfect, and not passive. */
function isActive(nodes: readonly Node[], verb: number): boolean {
  const { xpos } = nodes[verb]!;
  if (/^(?:VB|VBD|VBZ|VBP|VBG)$/.test(xpos)) return !nodes.some((n) => n.head === verb && n.relation === "aux:pass");
  return xpos === "VBN" && nodes.some((n) => n.head === verb && n.relation === "aux" && n.lemma.toLowerCase() === "have");
}
