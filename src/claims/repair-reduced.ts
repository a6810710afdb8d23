import { isTree } from "../language/repair-parse.ts";
import type { Node, Parse } from "../language/sentence.ts";

const PARTICIPLES =
  /^(?:held|organi[sz]ed|hosted|convened|signed|concluded|established|founded|created|launched|opened|adopted|attended|chaired|led|sponsored|funded|financed|brokered|mediated|proposed|requested|sent|deployed|stationed|appointed|named|accredited|provided|granted|approved|negotiated|ratified|initialled|imposed|built|supplied|delivered|sold|bought|paid)$/i;
const FINITE = new Set(["VBD", "VBZ", "VBP", "MD"]);
const LINKS = new Set(["in", "on", "at", "by", "between", "with", "for", "to", "from", "during", "under"]);

/**
 * Mends reduced relatives that were read as main verbs: in "during the meeting held in Lima, Peru proposed …" the noun
 * behind a preposition cannot be the subject of "held", so "held in Lima" says more of the meeting.
 */
export function repairReduced(parse: Parse): Parse {
  let nodes: Node[] = [...parse.nodes];
  let changed = false;
  for (let v = 2; v < nodes.length - 1; v++) {
    const verb = nodes[v]!;
    if (!PARTICIPLES.test(verb.text) || !isLinked(nodes, v)) continue;
    const noun = nounBefore(nodes, v);
    if (noun < 0 || (verb.head === noun && verb.relation === "acl") || !isGoverned(nodes, noun)) continue;
    if (nodes.some((n, i) => n.head === v && i > noun && i < v && n.relation.startsWith("aux"))) continue;
    const mended = attach(nodes, v, noun);
    if (mended && isTree(mended)) {
      nodes = mended;
      changed = true;
    }
  }
  return changed ? { ...parse, nodes } : parse;
}

/** "held in", "held virtually on". */
function isLinked(nodes: readonly Node[], v: number): boolean {
  const next = nodes[v + 1]!;
  return LINKS.has(next.text.toLowerCase()) || (next.xpos === "RB" && LINKS.has(nodes[v + 2]?.text.toLowerCase() ?? ""));
}

/** The noun right before, over a closing bracket or quotation mark. */
function nounBefore(nodes: readonly Node[], v: number): number {
  let i = v - 1;
  while (i > 0 && [")", "”", '"', ","].includes(nodes[i]!.text)) i--;
  const { upos } = nodes[i]!;
  if (upos !== "NOUN" && upos !== "PROPN") return -1;
  // within a bracket the noun before it is meant
  return nodes[v - 1]!.text === ")" ? nodes[i]!.head : i;
}

/** The noun stands behind a preposition. */
function isGoverned(nodes: readonly Node[], noun: number): boolean {
  if (noun < 0) return false;
  for (let i = noun - 1; i >= Math.max(0, noun - 6); i--) {
    const { upos, xpos } = nodes[i]!;
    if (upos === "ADP" || xpos === "TO") return true;
    if (!["DET", "ADJ", "NOUN", "PROPN", "NUM"].includes(upos) && nodes[i]!.xpos !== "POS") return false;
  }
  return false;
}

function attach(nodes: readonly Node[], v: number, noun: number): Node[] | null {
  const out = nodes.map((n) => ({ ...n }));
  const verb = out[v]!;
  if (verb.head < 0) {
    // the sentence needs another head: the first finite verb that hung on this one
    const heir = out.findIndex(
      (n, i) =>
        n.head === v &&
        i !== v &&
        (FINITE.has(n.xpos) || n.xpos === "VBN" || n.xpos === "VB") &&
        ["conj", "parataxis", "ccomp", "advcl", "acl"].includes(n.relation.split(":")[0]!),
    );
    if (heir < 0) return null;
    out[heir] = { ...out[heir]!, head: -1, relation: "root" };
    for (const [i, n] of out.entries()) if (n.head === v && i !== heir && i < v) out[i] = { ...n, head: heir };
    if (out[noun]!.head === v) out[noun] = { ...out[noun]!, head: heir, relation: "obl" };
  } else if (out[noun]!.head === v) out[noun] = { ...out[noun]!, head: verb.head, relation: "obl" };
  // what stood before the noun and hung on the verb belongs to the clause
  const over = out[noun]!.head;
  for (const [i, n] of out.entries()) if (n.head === v && i < noun && i !== over) out[i] = { ...n, head: over >= 0 ? over : noun };
  out[v] = { ...out[v]!, head: noun, relation: "acl", upos: "VERB", xpos: "VBN" };
  // its own phrases: "in January 2010 in Japan"
  let at = v + 1;
  while (at < out.length - 1 && LINKS.has(out[at]!.text.toLowerCase())) {
    let end = at + 1;
    while (end < out.length && ["DET", "ADJ", "NUM"].includes(out[end]!.upos)) end++;
    if (end >= out.length || !["NOUN", "PROPN"].includes(out[end]!.upos)) {
      if (out[end - 1]!.upos !== "NUM") break;
      end--;
    }
    out[end] = { ...out[end]!, head: v, relation: "obl" };
    for (let i = at; i < end; i++) if (out[i]!.upos === "ADP") out[i] = { ...out[i]!, head: end, relation: "case" };
    at = end + 1;
  }
  return out;
}
