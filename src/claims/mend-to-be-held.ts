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
  let nodes: readonly Node[] = parse.nodes;
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
