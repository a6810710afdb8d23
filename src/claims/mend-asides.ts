import { isTree } from "../language/repair-parse.ts";
import type { Node, Parse } from "../language/sentence.ts";
import { base } from "./slot-map.ts";

/** No aside of a few words, in tokens between its commas, is longer. */
const LONGEST = 8;
const CLAUSE = /^(?:VBD|VBZ|VBP|MD|WDT|WP|WRB)$/;
const ALIKE = /^(?:appos|conj|nmod|dep|list|obj|compound)$/;

/**
 * Gives a verb the object that stands behind an aside between commas: "will deliver, free of charge, two boats", "signed, on the
 * same day, a treaty". A parser likes to take the object for one more thing of the aside. And the verb behind an aside the subject
 * before it: "Togo, once the ally of Chile, cut its ties".
 */
export function mendAsides(parse: Parse): Parse {
  const nodes = [...parse.nodes];
  let changed = freeSubjects(nodes);
  if (joinDescriptions(nodes)) changed = true;
  if (joinAppositions(nodes)) changed = true;
  if (bindExclusions(nodes)) changed = true;
  for (let verb = 0; verb + 3 < nodes.length; verb++) {
    if (nodes[verb]!.upos !== "VERB" || nodes[verb + 1]!.text !== ",") continue;
    const close = nodes.findIndex((n, k) => k > verb + 2 && k <= verb + 2 + LONGEST && n.text === ",");
    if (close < 0) continue;
    const aside = nodes.slice(verb + 2, close);
    if (aside.some((n) => CLAUSE.test(n.xpos)) || aside[0]!.upos === "CCONJ") continue;
    const object = headBehind(nodes, close);
    const { head, relation } = nodes[object] ?? { head: -1, relation: "" };
    if (
      head <= verb ||
      head >= close ||
      !ALIKE.test(base(relation)) ||
      nodes.some((n, k) => n.head === object && n.relation === "cc" && k < object)
    )
      continue;
    if (nodes.some((n, k) => n.head === verb && n.relation === "obj" && (k < verb || k > close))) continue;
    nodes.forEach((n, k) => {
      if (k > verb && k < close && n.head === verb && n.relation === "obj")
        nodes[k] = { ...n, relation: n.upos === "ADJ" || n.upos === "ADV" ? "advmod" : "obl:unmarked" };
    });
    nodes[object] = { ...nodes[object]!, head: verb, relation: "obj" };
    changed = true;
  }
  return changed && isTree(nodes) ? { ...parse, nodes } : parse;
}

/**
 * "after Togo, once the largest partner of Chile, cut its ties": what stands beside a name with "once" or "long" is no subject of
 * the verb behind it; the name is. Says whether anything was changed.
 */
function freeSubjects(nodes: Node[]): boolean {
  let changed = false;
  for (let k = 1; k + 4 < nodes.length; k++) {
    if (nodes[k]!.text !== "," || !/^(?:once|formerly|long|now|then|previously|currently|already|still)$/i.test(nodes[k + 1]!.text))
      continue;
    const name = nodes[k - 1]!;
    const close = nodes.findIndex((n, c) => c > k + 2 && c <= k + 2 + 2 * LONGEST && n.text === ",");
    if (close < 0 || name.upos !== "PROPN" || nodes.slice(k + 2, close).some((n) => CLAUSE.test(n.xpos))) continue;
    let verb = close + 1;
    while (verb < nodes.length && /^(?:AUX|ADV)$/.test(nodes[verb]!.upos)) verb++;
    if (verb >= nodes.length || nodes[verb]!.upos !== "VERB" || !/^VB[DZPN]$/.test(nodes[verb]!.xpos)) continue;
    const subject = nodes.findIndex((n, c) => c > k && c < close && n.head === verb && /^nsubj/.test(n.relation));
    if (subject < 0 || nodes.some((n, c) => c < k && n.head === verb && /^nsubj/.test(n.relation))) continue;
    const mark = nodes.findIndex((n, c) => c < k - 1 && n.head === k - 1 && n.relation === "case");
    const { relation } = nodes[subject]!;
    nodes[k - 1] = { ...name, head: verb, relation };
    nodes[subject] = { ...nodes[subject]!, head: k - 1, relation: "appos" };
    if (nodes[k + 1]!.head === verb) nodes[k + 1] = { ...nodes[k + 1]!, head: subject };
    // "days after Togo, once …, cut": the preposition opens the clause
    if (mark >= 0 && /^(?:after|before|since|until)$/i.test(nodes[mark]!.text))
      nodes[mark] = { ...nodes[mark]!, head: verb, relation: "mark" };
    changed = true;
  }
  return changed;
}

/**
 * "Togo, an observer at the Union since 2013, has": of two subjects of one verb the second, with an article and between commas,
 * only describes the first. Says whether anything was changed.
 */
function joinDescriptions(nodes: Node[]): boolean {
  let changed = false;
  for (let k = 1; k + 4 < nodes.length; k++) {
    if (nodes[k]!.text !== "," || !/^(?:a|an|the)$/i.test(nodes[k + 1]!.text) || nodes[k - 1]!.upos !== "PROPN") continue;
    const { head: verb, relation } = nodes[k - 1]!;
    if (verb < k || !/^nsubj/.test(relation)) continue;
    const noun = nodes.findIndex((n, c) => c > k + 1 && c < verb && n.head === verb && /^nsubj/.test(n.relation));
    if (noun < 0 || nodes[noun]!.upos !== "NOUN" || nodes.slice(k, noun).some((n) => n.upos === "CCONJ" || n.upos === "VERB")) continue;
    let last = verb - 1;
    while (/^(?:AUX|ADV)$/.test(nodes[last]!.upos)) last--;
    if (nodes[last]!.text !== "," || last <= noun) continue;
    nodes[noun] = { ...nodes[noun]!, head: k - 1, relation: "appos" };
    changed = true;
  }
  return changed;
}

/** "in Lomé, the capital of Togo, prices rose": of two subjects of one verb the first only describes the name before it. Says whether anything was changed. */
function joinAppositions(nodes: Node[]): boolean {
  let changed = false;
  for (let k = 1; k + 4 < nodes.length; k++) {
    if (nodes[k]!.text !== "," || !/^(?:a|an|the)$/i.test(nodes[k + 1]!.text) || nodes[k - 1]!.upos !== "PROPN") continue;
    const close = nodes.findIndex((n, c) => c > k + 2 && c <= k + 2 + LONGEST && n.text === ",");
    const noun = nodes.findIndex((n, c) => c > k + 1 && c < close && /^nsubj/.test(n.relation) && n.head > close);
    if (noun < 0 || nodes[noun]!.upos !== "NOUN") continue;
    const verb = nodes[noun]!.head;
    if (nodes[k - 1]!.head === verb && /^nsubj/.test(nodes[k - 1]!.relation)) continue;
    if (!nodes.some((n, c) => c > close && c < verb && n.head === verb && /^nsubj/.test(n.relation))) continue;
    nodes[noun] = { ...nodes[noun]!, head: k - 1, relation: "appos" };
    changed = true;
  }
  return changed;
}

/** "joins Mali and Guinea, suspended from the Union": it is said of those right before the comma. Says whether anything was changed. */
function bindExclusions(nodes: Node[]): boolean {
  let changed = false;
  for (let v = 2; v + 1 < nodes.length; v++) {
    const { text, relation, head } = nodes[v]!;
    if (!/^(?:suspended|expelled|excluded|barred|banned|ousted|ejected)$/.test(text) || nodes[v + 1]!.text !== "from") continue;
    if (nodes[v - 1]!.text !== "," || !/^(?:advcl|conj|parataxis)$/.test(relation) || head >= v || head < 0) continue;
    if (nodes.some((n) => n.head === v && /^(?:nsubj|aux|obj|cc)/.test(n.relation))) continue;
    const name = nodes.findLastIndex((n, k) => k < v && n.head === head && n.relation === "obj" && n.upos === "PROPN");
    if (name < 0) continue;
    nodes[v] = { ...nodes[v]!, head: name, relation: "acl", xpos: "VBN" };
    changed = true;
  }
  return changed;
}

/** The noun that the words right behind a comma lead up to, -1 where a preposition or a verb stands there. */
function headBehind(nodes: readonly Node[], comma: number): number {
  for (let k = comma + 1; k < nodes.length && k <= comma + 7; k++) {
    const { upos, head } = nodes[k]!;
    const leadsOn = head > k && head <= comma + 7;
    if (!/^(?:DET|NUM|ADJ|NOUN|PROPN|ADV|PUNCT|SYM)$/.test(upos)) return -1;
    if (!leadsOn && (upos === "NOUN" || upos === "PROPN")) return k;
  }
  return -1;
}
