import type { Draft } from "./mend-parse.ts";

const MEMBERS = /^(?:members?|states?|countries|nations|part(?:y|ies)|partners?|signator(?:y|ies)|shareholders?)$/i;

/** "Chad and Mali are founding members of the Bank": what they are is members; "founding" only says since when. */
export function nameFoundingMembers({ nodes, set }: Draft): void {
  nodes.forEach((verb, i) => {
    const members = nodes[i + 1];
    if (!/^founding$/i.test(verb.text) || verb.upos !== "VERB" || members?.head !== i || !MEMBERS.test(members.text)) return;
    const m = i + 1;
    set(m, verb.head, verb.relation);
    nodes.forEach((n, k) => {
      if (n.head === i && k !== m) set(k, m, n.relation.startsWith("aux") ? "cop" : n.relation);
    });
    nodes[i] = { ...nodes[i]!, upos: "ADJ", xpos: "JJ", lemma: "founding" };
    set(i, m, "amod");
  });
}

/**
 * "Peru's embassy in Delhi, closed in 1985 for want of funds, reopened in 1991": of two participles behind a subject and commas,
 * neither with an auxiliary, the first only describes the subject; the last is the verb.
 */
export function endReducedRelatives({ nodes, set, childOf }: Draft): void {
  nodes.forEach((first, r) => {
    if (first.xpos !== "VBN" || nodes[r - 1]?.text !== "," || childOf(r, "aux", "cop", "cc", "mark") >= 0) return;
    const subject = childOf(r, "nsubj");
    if (subject < 0 || subject >= r - 1) return;
    const last = nodes.findLastIndex(
      (n, k) =>
        k > r + 1 && n.upos === "VERB" && /^VB[ND]$/.test(n.xpos) && nodes[k - 1]!.text === "," && childOf(k, "aux", "nsubj", "mark") < 0,
    );
    if (last < 0 || !/^(?:acl|advcl|conj|parataxis|dep)/.test(nodes[last]!.relation)) return;
    set(last, first.head, first.relation);
    set(subject, last, "nsubj");
    set(r, subject, "acl");
    nodes[last] = { ...nodes[last]!, xpos: "VBD" };
    nodes.forEach((n, k) => {
      if (n.head === r && k > last) set(k, last, n.relation);
    });
  });
}

/** "South African troops entered Lesotho in May": of two subjects of a verb in the active the name right behind it is its object. */
export function takeObjects({ nodes, set, childOf }: Draft): void {
  nodes.forEach((node, i) => {
    const verb = nodes[node.head];
    if (node.relation !== "nsubj" || node.head !== i - 1 || node.upos !== "PROPN" || !/^VB[DZP]$/.test(verb?.xpos ?? "")) return;
    const subject = childOf(node.head, "nsubj");
    if (subject >= 0 && subject < node.head && childOf(node.head, "obj", "aux", "ccomp", "xcomp") < 0) set(i, node.head, "obj");
  });
}
