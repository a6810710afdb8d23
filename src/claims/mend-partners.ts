import type { Mention } from "../actors/mention.ts";
import { isTree } from "../language/repair-parse.ts";
import type { Node, Parse } from "../language/sentence.ts";

const TOPIC: ReadonlySet<string> = new Set(["on", "about", "for", "regarding", "concerning", "over"]);
/** What somebody has with somebody: a partner may hang on it. */
const SHARED =
  /^(?:agreement|treaty|pact|accord|deal|memorandum|convention|protocol|talk|negotiation|consultation|discussion|dialogue|meeting|relation|tie|link|cooperation|co-operation|partnership|alliance|trade|commerce|war|border|dispute|conflict|exchange|exercise|union|agreements|partner|contact|friendship|contract)s?$/i;
/** What cannot do without its partner: "talks on relations with China". */
const OWN = /^(?:relation|tie|link|war|border|dispute|conflict|alliance|union)s?$/i;

/**
 * "Held talks on trade and mining with President Xi", "signed a protocol on cotton with Chad": a partner that was hung on what
 * the talks or the pact are about belongs to these. Two persons named with their countries stand side by side.
 */
export function mendPartners(parse: Parse, mentions: readonly Mention[]): Parse {
  const nodes = [...parse.nodes];
  let changed = false;
  for (let i = 0; i < nodes.length; i++) if (joinPersons(nodes, i, mentions)) changed = true;
  for (let i = 0; i < nodes.length; i++) if (joinSides(nodes, i)) changed = true;
  for (let i = 0; i < nodes.length; i++) if (freeSide(nodes, i, mentions)) changed = true;
  nodes.forEach((node, i) => {
    if (node.relation !== "nmod" || node.head < 0 || prepositionOf(nodes, i) !== "with" || !isActor(node, mentions)) return;
    let at = node.head;
    while (nodes[at]!.relation === "conj" && nodes[at]!.head >= 0) at = nodes[at]!.head;
    const topic = nodes[at]!;
    if (topic.upos === "PROPN" || OWN.test(topic.lemma) || OWN.test(nodes[node.head]!.lemma)) return;
    if (topic.head < 0 || !/^(?:nmod|obl)$/.test(topic.relation) || !TOPIC.has(prepositionOf(nodes, at))) return;
    const governor = nodes[topic.head]!;
    const shared =
      governor.upos === "VERB"
        ? nodes.some((n) => n.head === topic.head && n.relation === "obj" && SHARED.test(n.lemma))
        : SHARED.test(governor.lemma);
    if (!shared) return;
    nodes[i] = { ...node, head: topic.head, relation: governor.upos === "VERB" ? "obl" : "nmod" };
    changed = true;
  });
  return changed && isTree(nodes) ? { ...parse, nodes } : parse;
}

/** "between President A of Kenya and President B of Laos": the second person stands beside the first, not beside the first one's country. */
function joinPersons(nodes: Node[], i: number, mentions: readonly Mention[]): boolean {
  const node = nodes[i]!;
  const country = nodes[node.head];
  if (node.relation !== "conj" || !country || country.relation !== "nmod" || prepositionOf(nodes, node.head) !== "of") return false;
  const first = nodes[country.head];
  if (!first || country.head > node.head || !isPerson(node, mentions) || isPerson(country, mentions) || !isPerson(first, mentions))
    return false;
  nodes[i] = { ...node, head: country.head };
  const own = nodes[i + 1]?.text.toLowerCase() === "of" ? nodes[i + 1]!.head : -1;
  if (own > i && nodes[own]!.relation === "nmod") nodes[own] = { ...nodes[own]!, head: i };
  return true;
}

/** "a meeting between Minister A and his counterpart": what "and" joins behind "between" is the other side, no second meeting. */
function joinSides(nodes: Node[], i: number): boolean {
  const node = nodes[i]!;
  if (node.relation !== "conj" || node.head < 0 || !["NOUN", "PROPN"].includes(node.upos)) return false;
  const side = nodes.findIndex(
    (n, k) => k > node.head && k < i && n.head === node.head && /^(?:nmod|obl)$/.test(n.relation) && prepositionOf(nodes, k) === "between",
  );
  if (side < 0 || nodes.some((n) => n.head === side && n.relation === "conj")) return false;
  nodes[i] = { ...node, head: side };
  return true;
}

const GATHERING = /^(?:meeting|talk|summit|consultation|session|dialogue|conversation|discussion|negotiation|round)s?$/i;

/**
 * "talks in Muscat between A and B", "a meeting of the ministers of A and B with C of D": the sides were hung on the place or on
 * the others, and are those of the gathering.
 */
function freeSide(nodes: Node[], i: number, mentions: readonly Mention[]): boolean {
  const node = nodes[i]!;
  if (node.relation !== "nmod" || node.head < 0 || node.head > i || !isActor(node, mentions)) return false;
  const over = nodes[node.head]!;
  const gathering = nodes[over.head];
  if (!gathering || over.head > node.head || !/^(?:nmod|obl)$/.test(over.relation) || !GATHERING.test(gathering.lemma)) return false;
  const [own, above] = [prepositionOf(nodes, i), prepositionOf(nodes, node.head)];
  const isBetween = own === "between" && /^(?:in|at|on)$/.test(above);
  const isWith = own === "with" && above === "of" && isPerson(over, mentions);
  if (!isBetween && !isWith) return false;
  nodes[i] = { ...node, head: over.head };
  return true;
}

function isPerson(node: Node, mentions: readonly Mention[]): boolean {
  return mentions.some((m) => m.start < node.end && m.end > node.start && (m.form === "person" || m.form === "office"));
}

function prepositionOf(nodes: readonly Node[], i: number): string {
  return nodes.find((n) => n.head === i && n.relation === "case")?.text.toLowerCase() ?? "";
}

function isActor(node: Node, mentions: readonly Mention[]): boolean {
  return mentions.some((m) => m.start < node.end && m.end > node.start && m.actors.length > 0);
}
