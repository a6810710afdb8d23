import { isTree } from "../language/repair-parse.ts";
import type { Node, Parse } from "../language/sentence.ts";

const PARTICIPLES =
  /^(?:held|organi[sz]ed|hosted|convened|signed|concluded|reached|initialled|established|founded|created|launched|opened|adopted|chaired|sponsored|funded|financed|brokered|mediated|proposed|requested|sent|dispatched|deployed|stationed|appointed|named|provided|granted|extended|approved|negotiated|ratified|imposed|built|supplied|delivered|sold|bought|paid|formed|drafted|drawn|agreed|made|announced)$/i;
const FINITE: ReadonlySet<string> = new Set(["VBD", "VBZ", "VBP", "MD"]);
const LINKS = /^(?:in|on|at|by|between|with|for|to|from|during|under|among)$/i;
const BEGINS_CLAUSE =
  /^(?:and|or|but|that|which|who|whom|whose|when|where|while|whereas|after|before|because|as|if|since|until|although|though|[;:—–])$/i;

/**
 * "The treaty concluded in 1888 between Chile and Peru was the first", with "concluded" taken for the verb of the sentence: where
 * another finite verb without a subject follows in the same breath, the participle only says more of the noun, which is that verb's
 * subject.
 */
export function repairReducedSubject(parse: Parse): Parse {
  let nodes: readonly Node[] = parse.nodes;
  for (let v = 1; v < nodes.length - 2; v++) {
    const verb = nodes[v]!;
    if (!PARTICIPLES.test(verb.text) || verb.upos !== "VERB" || !LINKS.test(nodes[v + 1]!.text)) continue;
    const subject = nodes[v - 1]!;
    if (!/^nsubj/.test(subject.relation) || subject.head !== v || subject.upos === "PRON") continue;
    if (nodes.some((n) => n.head === v && n.relation.startsWith("aux"))) continue;
    const mended = handOver(nodes, v);
    if (mended && isTree(mended)) nodes = mended;
  }
  for (let v = 1; v < nodes.length - 2; v++) {
    const kept = keepWithin(nodes, v);
    if (kept && isTree(kept)) nodes = kept;
  }
  return nodes === parse.nodes ? parse : { ...parse, nodes };
}

/** The tree with the next finite verb in the place of verb `v`; null where there is none, or it has its own subject. */
function handOver(nodes: readonly Node[], v: number): Node[] | null {
  let finite = v + 2;
  for (; finite < nodes.length; finite++) {
    const node = nodes[finite]!;
    if (BEGINS_CLAUSE.test(node.text) && !(/^and$/i.test(node.text) && joinsNames(nodes, finite))) return null;
    if (FINITE.has(node.xpos) && /^(?:VERB|AUX)$/.test(node.upos)) break;
    if (node.upos === "VERB" && node.xpos !== "VBG") return null;
  }
  const found = nodes[finite];
  if (!found || /^(?:,|and)$/i.test(nodes[finite - 1]!.text)) return null;
  const top = /^(?:aux|cop)/.test(found.relation) ? found.head : finite;
  if (top < finite || nodes[top]!.head !== v || nodes[top]!.relation.startsWith("acl")) return null;
  // "between Chile and Laos was", read as what the verb is said of
  const isGoverned = (k: number): boolean => k < finite && nodes.some((c) => c.head === k && c.relation === "case");
  if (nodes.some((n, k) => n.head === top && /^(?:nsubj|csubj|mark|expl)/.test(n.relation) && k > v && !isGoverned(k))) return null;
  const { head, relation } = nodes[v]!;
  const passive = nodes.some((n) => n.head === top && n.relation === "aux:pass");
  return nodes.map((n, k) => {
    if (k === top) return { ...n, head, relation };
    if (k === v) return { ...n, head: v - 1, relation: "acl", xpos: "VBN" };
    if (k === v - 1) return { ...n, head: top, relation: passive ? "nsubj:pass" : "nsubj" };
    if (n.head === top && k > v && /^nsubj/.test(n.relation)) return { ...n, head: v, relation: "obl" };
    if (n.head === v && (k > finite || k < v - 1)) return { ...n, head: top };
    return n;
  });
}

/** "the treaty concluded in 1888 between Chile and Peru was …": what stands before the verb of the sentence belongs to the participle. */
function keepWithin(nodes: readonly Node[], v: number): Node[] | null {
  const { relation, head, text } = nodes[v]!;
  if (relation !== "acl" || head !== v - 1 || !PARTICIPLES.test(text) || !/^nsubj/.test(nodes[head]!.relation)) return null;
  const top = nodes[head]!.head;
  if (top < v) return null;
  let end = v + 1;
  while (end < nodes.length && (/^(?:ADP|DET|ADJ|NOUN|PROPN|NUM|ADV)$/.test(nodes[end]!.upos) || nodes[end]!.unit)) end++;
  if (end > top || !/^(?:VERB|AUX)$/.test(nodes[end]?.upos ?? "")) return null;
  const strays = nodes.flatMap((n, k) => (k > v && k < end && n.head === top && /^(?:obl|nmod)/.test(n.relation) ? [k] : []));
  if (strays.length === 0) return null;
  return nodes.map((n, k) => (strays.includes(k) ? { ...n, head: v, relation: "obl" } : n));
}

/** "between Chile and Peru", no clause that goes on. */
function joinsNames(nodes: readonly Node[], and: number): boolean {
  const next = nodes.slice(and + 1, and + 4).find((n) => !/^(?:DET|ADJ)$/.test(n.upos));
  return next !== undefined && /^(?:NOUN|PROPN|NUM)$/.test(next.upos) && !FINITE.has(nodes[and + 2]?.xpos ?? "");
}
