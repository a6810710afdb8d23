import { OBJECT_CONTROL } from "../language/control-verbs.ts";
import { isTree } from "../language/repair-parse.ts";
import type { Node, Parse } from "../language/sentence.ts";
import { base } from "./slot-map.ts";

/** Verbs that are told of things as well: "moved its embassy to please them", "ordered tanks to fight them". */
const OF_PERSONS =
  /^(?:government|administration|regime|cabinet|parliament|minister|president|premier|king|leader|ruler|ambassador|country|state|nation|neighbour|neighbor|ally|side|party|power|member|partner|army|rebel|union|bloc|court|firm|company|junta|republic|kingdom|authority|official|counterpart)s?$|^(?:countries|parties|allies|armies|companies|authorities|they|it|them|him|her|us)$/i;

/**
 * "urged Togo in May to sign", "induced Fiji to recognise it": what the one who is urged is to do is no purpose of the one who urges,
 * whatever time stands between.
 */
export function mendControl(parse: Parse): Parse {
  const { nodes } = parse;
  let mended: Node[] | null = null;
  nodes.forEach((deed, d) => {
    const verb = nodes[deed.head];
    if (deed.relation !== "advcl" || deed.xpos !== "VB" || deed.head > d || verb?.upos !== "VERB") return;
    if (!OBJECT_CONTROL.has(verb.lemma.toLowerCase()) || /^(?:have|see|hear|find|keep|want|make)$/.test(verb.lemma)) return;
    const to = nodes.findIndex((n, k) => k < d && k > deed.head && n.head === d && base(n.relation) === "mark");
    if (to < 0 || !/^to$/i.test(nodes[to]!.text) || nodes[to - 1]!.text === "," || /^order$/i.test(nodes[to - 1]!.text)) return;
    const passive = nodes.some((n) => n.head === deed.head && n.relation === "aux:pass");
    const asked = nodes.findLastIndex((n, k) => n.head === deed.head && k < to && isAsked(n, passive));
    if (asked < 0 || nodes.slice(asked, to).some((n) => /^(?:,|and|or|but)$/.test(n.text))) return;
    mended ??= [...nodes];
    mended[d] = { ...deed, relation: "xcomp" };
  });
  return mended && isTree(mended) ? { ...parse, nodes: mended } : parse;
}

function isAsked(n: Node, passive: boolean): boolean {
  const relation = base(n.relation);
  if (passive ? n.relation !== "nsubj:pass" : relation !== "obj" && relation !== "iobj") return false;
  return n.unit?.kind !== "date" && n.unit?.kind !== "amount" && (n.upos === "PROPN" || OF_PERSONS.test(n.text));
}
