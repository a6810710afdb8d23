import { isTree } from "../language/repair-parse.ts";
import type { Node, Parse } from "../language/sentence.ts";

/** What is done to a gathering, and is said of it with "to be". */
const DONE = /^(?:hold|organi[sz]e|host|co-host|convene|stage|chair|co-chair|open|launch|attend|inaugurate)$/i;
const GATHERING =
  /(?:^|\s)(?:meetings?|summits?|conferences?|forums?|fora|assembl(?:y|ies)|sessions?|congress|seminars?|workshops?|symposium|talks|rounds?|consultations|dialogues?|exhibitions?|fairs?|expo|events?|ceremon(?:y|ies)|exercises?|elections?|games|festival|week)$/i;

/**
 * "announced a meeting of the Alliance to be held in Quito", "their participation in the summit to be hosted by Togo": what is to be held is
 * the gathering right before it, however far the parser hung the words from it.
 */
export function mendToBeHeld(parse: Parse): Parse {
  let nodes: readonly Node[] = handDown(putThere(parse.nodes));
  for (let i = 3; i < nodes.length; i++) {
    const { lemma, xpos, relation, head } = nodes[i]!;
    if (xpos !== "VBN" || !DONE.test(lemma) || !/^(?:advcl|xcomp|ccomp|acl|obl|conj|nmod)$/.test(relation)) continue;
    const to = nodes[i - 2]!;
    if (nodes[i - 1]!.text !== "be" || !/^to$/i.test(to.text) || to.head !== i) continue;
    const gathering = gatheringBefore(nodes, i - 2);
    if (gathering < 0 || (gathering === head && relation === "acl") || head === -1) continue;
    const mended = nodes.map((n, k): Node => (k === i ? { ...n, head: gathering, relation: "acl" } : n));
    if (isTree(mended)) nodes = mended;
  }
  return nodes === parse.nodes ? parse : { ...parse, nodes };
}

const TAKES_PLACE = /^(?:take place|occur|convene|resume|open|begin|start|conclude|run|follow)$/i;

/** "The summit is expected to be held", "is due to take place": the gathering is the subject of what is expected of it. */
function handDown(nodes: readonly Node[]): readonly Node[] {
  let mended = nodes;
  for (let i = 2; i < nodes.length; i++) {
    const { lemma, relation, head, xpos } = nodes[i]!;
    const happens = lemma === "take" && nodes[i + 1]?.text === "place" ? "take place" : lemma;
    if (relation !== "xcomp" || head < 0 || !(xpos === "VBN" ? DONE : TAKES_PLACE).test(happens)) continue;
    if (!nodes.some((n) => n.head === i && n.relation === "mark" && /^to$/i.test(n.text))) continue;
    const subject = nodes.findIndex((n, k) => k < head && n.head === head && /^nsubj/.test(n.relation) && GATHERING.test(n.text));
    if (subject < 0) continue;
    const own = xpos === "VBN" ? "nsubj:pass" : "nsubj";
    mended = mended.map((n, k): Node => (k === subject ? { ...n, head: i, relation: own } : n));
  }
  return mended === nodes || isTree(mended) ? mended : nodes;
}

/** "The next will be in Tripoli": one more of what was told before. */
const NEXT_ONE = /^(?:next|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth)$/i;

/** "The third summit will be in Tripoli", "is due in Tripoli": where a gathering is it takes place. */
function putThere(nodes: readonly Node[]): readonly Node[] {
  const be = nodes.findIndex((n) => n.relation === "cop" && n.lemma === "be");
  const place = nodes[be]?.head ?? -1;
  if (place < be || nodes[place]?.upos !== "PROPN" || nodes[place].unit?.kind === "date") return nodes;
  if (!/^(?:in|at)$/i.test(nodes[place - 1]!.text) || nodes[place - 1]!.head !== place) return nodes;
  const subject = nodes.findIndex(
    (n, k) => k < be && n.head === place && /^nsubj/.test(n.relation) && (GATHERING.test(n.text) || NEXT_ONE.test(n.text)),
  );
  if (subject < 0) return nodes;
  const { head, relation } = nodes[place]!;
  const mended = nodes.map((n, k): Node => {
    if (k === be) return { ...n, head, relation, upos: "VERB", lemma: "take place" };
    if (k === place) return { ...n, head: be, relation: "obl" };
    return n.head === place &&
      k !== place - 1 &&
      (k < place || n.relation !== "conj") &&
      !/^(?:case|det|nmod|amod|compound)/.test(n.relation)
      ? { ...n, head: be }
      : n;
  });
  return isTree(mended) ? mended : nodes;
}

/** The gathering whose phrase ends right before a word, through what it is of, in or at; -1 where there is none. */
function gatheringBefore(nodes: readonly Node[], end: number): number {
  let at = end - 1;
  if (nodes[at]?.text === ",") at--;
  for (let steps = 0; steps < 5 && at >= 0; steps++) {
    const { text, upos, head } = nodes[at]!;
    if (upos === "VERB" || upos === "AUX") return -1;
    if (GATHERING.test(text)) return at;
    if (head >= at || head < 0) return -1;
    at = head;
  }
  return -1;
}
