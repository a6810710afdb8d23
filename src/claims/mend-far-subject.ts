import type { Mention } from "../actors/mention.ts";
import { isTree } from "../language/repair-parse.ts";
import type { Node, Parse } from "../language/sentence.ts";

/**
 * "On 14 August, commencing at 10 a.m. for two hours, Mr. Example, Minister for Foreign Affairs, who is visiting Laos, held a
 * meeting": the person between commas is the subject of the verb that has none, and whom "who" means; so is a name right before it.
 */
export function mendFarSubject(parse: Parse, mentions: readonly Mention[]): Parse {
  const { nodes } = parse;
  const verb = nodes.findIndex((n) => n.head < 0);
  if (!/^VB[DZP]$/.test(nodes[verb]?.xpos ?? "")) return parse;
  if (nodes.some((n) => n.head === verb && /^(?:nsubj|csubj|expl|aux)/.test(n.relation))) return parse;
  const behind = behindPlace(nodes, verb, mentions);
  if (behind) return isTree(behind) ? { ...parse, nodes: behind } : parse;
  // "After a delay of two years Kenya opened an embassy": the name right before the verb
  const next = nodes[verb - 1];
  // "In talks with the Chilean minister on 3 May the Danish minister offered help": hung on the other minister
  const isHung = next !== undefined && next.relation === "amod" && next.head < verb - 1 && isName(nodes[next.head]!, mentions);
  if (next && (BESIDE.test(next.relation) || isHung) && isName(next, mentions) && !isOfDoer(nodes, verb - 1)) {
    const beside = nodes.map((n, i): Node => (i === verb - 1 ? { ...n, head: verb, relation: "nsubj" } : n));
    return isTree(beside) ? { ...parse, nodes: beside } : parse;
  }
  if (next?.text !== ",") return parse;
  const subject = nodes.findLastIndex((n, i) => i < verb - 1 && nodes[i - 1]?.text === "," && isPerson(n, mentions) && !isOfDoer(nodes, i));
  if (subject < 0 || !endsWithComma(nodes, subject)) return parse;
  // "Mr. Example, Minister of Laos, and Ms. Example, Minister of Peru, met": several, which only the parser can join
  if (nodes.some((n, i) => i !== subject && i < verb && isPerson(n, mentions) && endsWithComma(nodes, i))) return parse;
  const mended = nodes.map((n, i): Node => {
    if (i === subject) return { ...n, head: verb, relation: "nsubj" };
    // "Minister for Foreign Affairs, who is visiting": the person is
    const isHis =
      n.relation === "acl:relcl" &&
      n.head > subject &&
      n.head < i &&
      i < verb &&
      !nodes.slice(subject, n.head).some((m) => m.upos === "VERB");
    return isHis && /^(?:who|whom)$/i.test(nodes.find((m) => m.head === i && /^nsubj/.test(m.relation))?.text ?? "")
      ? { ...n, head: subject }
      : n;
  });
  return isTree(mended) ? { ...parse, nodes: mended } : parse;
}

/** "…; a second, planned for 2003, never took place": the noun behind the semicolon, with its participle between commas, is the subject of the verb that has none. */
export function joinSubjectBehindSemicolon(parse: Parse): Parse {
  const { nodes } = parse;
  let mended: readonly Node[] = nodes;
  nodes.forEach((verb, v) => {
    if (
      !/^VB[DZP]$/.test(verb.xpos) ||
      verb.relation !== "parataxis" ||
      nodes.some((n) => n.head === v && /^(?:nsubj|csubj|expl)/.test(n.relation))
    )
      return;
    const noun = nodes.findLastIndex(
      (n, k) => k < v && n.head === verb.head && n.relation === "parataxis" && /^(?:NOUN|PROPN|ADJ|NUM|PRON)$/.test(n.upos),
    );
    const participle = nodes.findIndex((n, k) => k > noun && k < v && n.head === noun && /^acl/.test(n.relation) && n.xpos === "VBN");
    const between = nodes.slice(noun + 1, v);
    if (noun < 0 || participle < 0 || nodes[noun + 1]?.text !== "," || between.filter((n) => n.text === ",").length !== 2) return;
    mended = mended.map((n, k): Node => (k === noun ? { ...n, head: v, relation: "nsubj" } : n));
  });
  return mended !== nodes && isTree(mended) ? { ...parse, nodes: mended } : parse;
}

/** "Today in Helsinki, Foreign Minister Example and counterparts signed": who stands behind the comma is not in a row with the place. */
function behindPlace(nodes: readonly Node[], verb: number, mentions: readonly Mention[]): readonly Node[] | null {
  const person = nodes.findIndex((n, i) => {
    if (i < 3 || i >= verb || n.relation !== "conj" || nodes[i - 1]?.text !== "," || n.head >= i - 1) return false;
    const place = nodes[n.head]!;
    return place.head === verb && place.relation === "obl" && (isPerson(n, mentions) || isName(n, mentions)) && !isPerson(place, mentions);
  });
  if (person < 0) return null;
  const place = nodes[person]!.head;
  // "in Oslo, Bergen and Tromsø officials met": a row of places
  if (nodes.slice(place, person).some((n) => n.relation === "cc")) return null;
  return nodes.map((n, i): Node => {
    if (i === person) return { ...n, head: verb, relation: "nsubj" };
    return i > person && i < verb && n.head === place ? { ...n, head: person } : n;
  });
}

const BESIDE = /^(?:appos|flat|compound|nmod:unmarked|obl:unmarked|dep)$/;

function isName(node: Node, mentions: readonly Mention[]): boolean {
  return mentions.some((m) => /^(?:name|office)$/.test(m.form) && m.actors.length > 0 && m.start === node.start && m.end === node.end);
}

function isPerson(node: Node, mentions: readonly Mention[]): boolean {
  return mentions.some((m) => m.person !== null && m.start >= node.start && m.end <= node.end);
}

/** The comma may be part of a name and title that are read as one word. */
function endsWithComma(nodes: readonly Node[], i: number): boolean {
  return nodes[i]!.text.endsWith(",") || nodes[i + 1]?.text === ",";
}

/** Behind a preposition of his own: "led by Mr. Example, Minister". */
function isOfDoer(nodes: readonly Node[], i: number): boolean {
  return nodes.some((n) => n.head === i && n.relation === "case");
}
