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
  let nodes: readonly Node[] = partPlaces(freeLateObjects(parse.nodes));
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

/** Finite, infinitive or perfect, and not passive. */
function isActive(nodes: readonly Node[], verb: number): boolean {
  const { xpos } = nodes[verb]!;
  if (/^(?:VB|VBD|VBZ|VBP|VBG)$/.test(xpos)) return !nodes.some((n) => n.head === verb && n.relation === "aux:pass");
  return xpos === "VBN" && nodes.some((n) => n.head === verb && n.relation === "aux" && n.lemma.toLowerCase() === "have");
}
