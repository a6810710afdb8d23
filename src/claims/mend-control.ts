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
export function mendControl(given: Parse): Parse {
  const parse = handDown(given);
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

/** Verbs that have an infinitive and no object of their own behind it. */
const WITHOUT_OBJECT: ReadonlySet<string> = new Set(
  "decline refuse agree fail plan intend hope manage attempt try decide hesitate vow aim opt resolve undertake".split(" "),
);

/** "declined to hand over the suspect", with the suspect hung on "declined": what stands behind the infinitive is its own. */
function handDown(parse: Parse): Parse {
  const { nodes } = parse;
  const deedOf = ({ head, relation }: Node, o: number): number => {
    if (base(relation) !== "obj" || head < 0 || head > o || !WITHOUT_OBJECT.has(nodes[head]!.lemma)) return -1;
    return nodes.findIndex((n, d) => d > head && d < o && n.head === head && n.relation === "xcomp" && n.xpos === "VB");
  };
  if (!nodes.some((n, o) => deedOf(n, o) >= 0)) return parse;
  const mended = nodes.map((n, o): Node => (deedOf(n, o) >= 0 ? { ...n, head: deedOf(n, o) } : n));
  return isTree(mended) ? { ...parse, nodes: mended } : parse;
}

function isAsked(n: Node, passive: boolean): boolean {
  const relation = base(n.relation);
  if (passive ? n.relation !== "nsubj:pass" : relation !== "obj" && relation !== "iobj") return false;
  return n.unit?.kind !== "date" && n.unit?.kind !== "amount" && (n.upos === "PROPN" || OF_PERSONS.test(n.text));
}
