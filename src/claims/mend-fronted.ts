import { isTree } from "../language/repair-parse.ts";
import type { Node, Parse } from "../language/sentence.ts";

/**
 * "At the Kabul conference of 2010 Finland pledged 30 million euros", "By a communiqué signed on 9 July Andorra and Nepal
 * established …": a phrase in front that begins with a preposition is no subject. Where it was taken for one and the name
 * right before the verb was hung on it, the name becomes the subject and the phrase a circumstance.
 */
export function mendFronted(parse: Parse): Parse {
  const nodes = joinSubjects(freeHeld(readFollowing(freeFrontedName(parse.nodes))));
  for (let v = 2; v < nodes.length; v++) {
    const verb = nodes[v]!;
    if (!FINITE.has(verb.xpos)) continue;
    const front = nodes.findIndex((n, i) => i < v && n.head === v && /^nsubj(?!:pass)/.test(n.relation));
    const name = v - 1;
    if (front < 0 || front >= name || !hasPreposition(nodes, front)) continue;
    const held = nodes[name]!;
    if (held.upos !== "PROPN" || !/^(?:appos|nmod|flat|compound|nmod:unmarked)$/.test(held.relation) || hasPreposition(nodes, name))
      continue;
    if (!isBelow(nodes, name, front) || nodes.some((n) => n.head === name && n.relation === "cc")) continue;
    const mended = nodes.map((n, i): Node => {
      if (i === name) return { ...n, head: v, relation: "nsubj" };
      return i === front ? { ...n, relation: "obl" } : n;
    });
    if (isTree(mended)) return { ...parse, nodes: mended };
  }
  return freeScene(nodes === parse.nodes ? parse : { ...parse, nodes });
}

/** "Following independence, a mission was opened": the participle in front of a circumstance that has no preposition is one. */
function readFollowing(nodes: readonly Node[]): readonly Node[] {
  const at = nodes.findIndex(
    (n, i) => /^(?:following|preceding)$/i.test(n.text) && n.upos === "VERB" && (i === 0 || /^[,;]$/.test(nodes[i - 1]!.text)),
  );
  const noun = nodes[at]?.head ?? -1;
  if (at < 0 || noun < at || nodes[at]!.relation !== "amod" || !nodes[noun]!.relation.startsWith("obl") || hasPreposition(nodes, noun))
    return nodes;
  return nodes.map((n, i): Node => (i === at ? { ...n, lemma: n.text.toLowerCase(), upos: "ADP", xpos: "IN", relation: "case" } : n));
}

/**
 * "Invited to the summit held last June in Lima, the minister met his colleague": a past form without a subject, taken for the verb of the
 * sentence, says more of the noun before it; the verb behind it with a subject of its own is the sentence's.
 */
function freeHeld(nodes: readonly Node[]): readonly Node[] {
  const held = nodes.findIndex((n) => n.head < 0);
  if (held < 3 || nodes[held]!.xpos !== "VBD" || !/^(?:VBN|VBG|IN)$/.test(nodes[0]!.xpos)) return nodes;
  if (nodes.some((n) => n.head === held && /^(?:nsubj|csubj|obj|aux|expl)/.test(n.relation))) return nodes;
  const verb = nodes.findIndex((n, k) => k > held && n.head === held && n.relation === "conj" && FINITE.has(n.xpos));
  const own = verb < 0 ? -1 : nodes.findIndex((n, k) => k > held && k < verb && n.head === verb && n.relation === "nsubj");
  // the name between the comma and the verb, read into the place before it
  const isName = verb > 2 && nodes[verb - 1]!.upos === "PROPN" && nodes[verb - 2]!.text === "," && verb - 2 > held;
  const subject = own < 0 && isName ? verb - 1 : own;
  if (subject < 0 || nodes.some((n, k) => k < verb && n.head === verb && n.relation === "cc")) return nodes;
  let noun = held - 1;
  while (noun > 0 && (nodes[noun]!.upos === "PUNCT" || nodes[noun]!.relation === "appos")) noun--;
  while (nodes[noun]!.head > 0 && nodes[noun]!.head < held && /^(?:NOUN|PROPN)$/.test(nodes[nodes[noun]!.head]!.upos))
    noun = nodes[noun]!.head;
  if (!/^(?:NOUN|PROPN)$/.test(nodes[noun]!.upos)) return nodes;
  const mended = nodes.map((n, k): Node => {
    if (k === held) return { ...n, xpos: "VBN", head: noun, relation: "acl" };
    if (k === verb) return { ...n, head: -1, relation: "root" };
    if (k === subject) return { ...n, head: verb, relation: "nsubj" };
    return n.head === held && (k < held || k > subject) ? { ...n, head: verb } : n;
  });
  return isTree(mended) ? mended : nodes;
}

const FINITE: ReadonlySet<string> = new Set(["VBD", "VBZ", "VBP"]);

/** "The king and the president meet in 1983": a name in front that an "and" joins to the subject is the first of two who do it. */
function joinSubjects(nodes: readonly Node[]): readonly Node[] {
  const and = nodes[1]?.text === "and" ? 1 : -1;
  const first = nodes[0];
  const second = and > 0 ? nodes[and]!.head : -1;
  if (!first || second <= and || first.upos !== "PROPN" || !/^(?:discourse|vocative|dep|obl|obl:unmarked|nmod)$/.test(first.relation))
    return nodes;
  const { head, relation } = nodes[second]!;
  if (!relation.startsWith("nsubj") || first.head !== head || nodes[second]!.upos !== "PROPN") return nodes;
  const mended = nodes.map((n, i): Node => {
    if (i === 0) return { ...n, head, relation };
    return i === second ? { ...n, head: 0, relation: "conj" } : n;
  });
  return isTree(mended) ? mended : nodes;
}

/** Words that put a phrase at the time of a gathering or an event. */
const SCENE = /^(?:during|at|in|after|before|following|since)$/i;

/**
 * "Pushing its plan, during the third meeting held in Bamako, Chad was chosen": a circumstance between two commas right before
 * the subject belongs to the subject's verb, not to what was said before it.
 */
function freeScene(parse: Parse): Parse {
  const { nodes } = parse;
  for (let v = 4; v < nodes.length; v++) {
    if (!["VBD", "VBZ", "VBP", "VBN"].includes(nodes[v]!.xpos)) continue;
    const subject = nodes.findIndex((n, i) => i < v && n.head === v && /^nsubj/.test(n.relation));
    if (subject < 0) continue;
    let first = subject;
    while (first > 0 && isBelow(nodes, first - 1, subject)) first--;
    if (nodes[first - 1]?.text !== ",") continue;
    const scene = nodes.findIndex((n, i) => {
      if (i >= first || n.head >= i || !/^(?:obl|nmod)$/.test(n.relation) || !isBelow(nodes, n.head, v)) return false;
      const start = nodes.findIndex((c) => c.head === i && c.relation === "case" && SCENE.test(c.text));
      if (start < 1 || start > i || nodes[start - 1]!.text !== "," || n.head >= start) return false;
      for (let k = i + 1; k < first - 1; k++) if (!isBelow(nodes, k, i) && nodes[k]!.text !== ",") return false;
      return true;
    });
    if (scene < 0) continue;
    const mended = nodes.map((n, i): Node => (i === scene ? { ...n, head: v, relation: "obl" } : n));
    if (isTree(mended)) return { ...parse, nodes: mended };
  }
  return parse;
}

/** "With Yemen a border treaty was signed": without a comma the name was read into the subject; it is a circumstance of the verb. */
function freeFrontedName(nodes: readonly Node[]): readonly Node[] {
  if (!/^(?:with|to|in|from)$/i.test(nodes[0]?.text ?? "")) return nodes;
  const name = nodes[1]?.upos === "DET" ? 2 : 1;
  if (nodes[name]?.upos !== "PROPN" || !/^(?:an?|the|no|its)$/i.test(nodes[name + 1]?.text ?? "")) return nodes;
  const subject = nodes[name + 1]!.head;
  const noun = nodes[subject];
  if (subject < name || !noun?.relation.startsWith("nsubj") || noun.head < subject || nodes[name]!.head !== subject) return nodes;
  const mended = nodes.map((n, i): Node => {
    if (i === name) return { ...n, head: noun.head, relation: "obl" };
    if (i === 0) return { ...n, head: name, relation: "case" };
    return i === 1 && name === 2 ? { ...n, head: name } : n;
  });
  return isTree(mended) ? mended : nodes;
}

function hasPreposition(nodes: readonly Node[], i: number): boolean {
  return nodes.some((n, k) => k < i && n.head === i && n.relation === "case");
}

function isBelow(nodes: readonly Node[], i: number, top: number): boolean {
  for (let at = nodes[i]!.head, steps = 0; at >= 0 && steps < 8; at = nodes[at]!.head, steps++) if (at === top) return true;
  return false;
}
