import type { Node } from "../language/sentence.ts";
import type { Draft } from "./mend-parse.ts";

const OPENING = /^(?:as|while|after|before|since|until|till)$/i;
const FINITE: ReadonlySet<string> = new Set(["VBD", "VBZ", "VBP"]);

/** "called for restraint as the fighting threatened to spread": a noun behind "as" right before a verb that has no subject is its subject. */
export function giveSubjectsToAsClauses({ nodes, set, childOf }: Draft): void {
  nodes.forEach((noun, i) => {
    if (!/^(?:obl|nmod)$/.test(noun.relation) || !/^(?:NOUN|PROPN)$/.test(noun.upos) || noun.unit?.kind === "date") return;
    const link = childOf(i, "case");
    if (link < 0 || link > i || !OPENING.test(nodes[link]!.text) || noun.head > link) return;
    let verb = i + 1;
    while (verb < nodes.length && isBeforeVerb(nodes[verb]!.upos, nodes[verb]!.relation)) verb++;
    const clause = nodes[verb];
    if (clause && isRun(clause, i) && (childOf(verb, "obj") > verb || (GOES_ON.test(clause.lemma) && childOf(verb, "xcomp") > verb))) {
      // "as the fighting threatened to spread", read as what was threatened
      set(verb, noun.head, "advcl");
      nodes[verb] = { ...nodes[verb]!, xpos: "VBD" };
      set(i, verb, "nsubj");
      set(link, verb, "mark");
      return;
    }
    if (!clause || clause.head > link || !/^(?:advcl|ccomp|conj|parataxis|obl|nmod)$/.test(clause.relation)) return;
    // "threatened" may be read as a noun beside that of "as"
    if (clause.upos !== "VERB" && (!FINITE.has(clause.xpos) || childOf(verb, "case", "det") >= 0)) return;
    if (!FINITE.has(clause.xpos) && childOf(verb, "aux", "aux:pass") < 0) return;
    if (childOf(verb, "nsubj", "csubj", "expl") >= 0 || clause.head === i) return;
    set(i, verb, childOf(verb, "aux:pass") >= 0 ? "nsubj:pass" : "nsubj");
    set(link, verb, "mark");
    if (/^(?:conj|obl|nmod)$/.test(clause.relation)) set(verb, clause.head, "advcl");
    if (clause.upos !== "VERB") nodes[verb] = { ...nodes[verb]!, upos: "VERB" };
  });
}

/** "but renewed tensions have raised fears": a past form right before the noun of a later verb that has no subject says what the noun is like. */
export function readFormsBeforeSubjects({ nodes, set, childOf }: Draft): void {
  nodes.forEach((noun, i) => {
    const form = nodes[i - 1];
    const verb = nodes[noun.head];
    if (noun.relation !== "obj" || noun.head < i || noun.upos !== "NOUN" || form?.xpos !== "VBD" || verb?.upos !== "VERB") return;
    if (childOf(i - 1, "nsubj", "obj", "ccomp", "xcomp") >= 0 || childOf(noun.head, "nsubj", "csubj") >= 0) return;
    if (!FINITE.has(verb.xpos) && childOf(noun.head, "aux") < 0) return;
    set(i, noun.head, "nsubj");
    set(i - 1, i, "amod");
    nodes[i - 1] = { ...nodes[i - 1]!, xpos: "VBN" };
  });
}

const GOES_ON = /^(?:threaten|continue|begin|start|fail|try|seek|tend|refuse|appear|seem|struggle|prepare|vow|manage|help)$/;

function isRun(node: Node, noun: number): boolean {
  return node.xpos === "VBN" && node.upos === "VERB" && node.relation === "acl" && node.head === noun;
}

function isBeforeVerb(upos: string, relation: string): boolean {
  return upos === "AUX" || (upos === "ADV" && relation === "advmod");
}
