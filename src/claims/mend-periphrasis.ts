import { isTree } from "../language/repair-parse.ts";
import type { Node, Parse } from "../language/sentence.ts";
import { childrenOf, type Draft, isDate } from "./clause-draft.ts";

const HAVE = "(?:has|have|had|having)";
const BE = "(?:is|are|was|were|been|being)";
const DEGREE = String.raw`(?:\S+ly )?`;

/**
 * What says no more than that the deed was done, up to "to", "of" or "in" before it; times in it are left out. "took the unusual step of
 * opening", "had no choice but to open", "kept its promise to open".
 */
const PERIPHRASES: readonly string[] = [
  String.raw`(?:go|goes|went|gone|going) (?:so|as) far as(?: to)?`,
  String.raw`(?:does|do|did|${HAVE}) (?:not|n't|never) hesitated? to`,
  String.raw`(?:can|could) ?(?:not|n't) help but`,
  `${BE} ${DEGREE}(?:quick|swift|prompt|fast) to`,
  String.raw`(?:take|takes|took|taken|taking) the (?:\S+ ){0,4}(?:step|liberty|trouble|plunge|opportunity|occasion|initiative) (?:of|to)`,
  `(?:${HAVE}|${BE} left with) (?:no|little) (?:other )?(?:choice|option|alternative|recourse) but to`,
  `(?:find|finds|found|finding) (?:itself|themselves|himself|herself) ${DEGREE}(?:obliged|forced|compelled|constrained|bound|driven) to`,
  String.raw`(?:lose|loses|lost|losing|waste|wastes|wasted|wasting) (?:no|little) time(?: in)?`,
  String.raw`(?:make|makes|made|making) a point of`,
  String.raw`(?:see|sees|saw|seen|seeing) fit to`,
  String.raw`(?:get|gets|got|gotten) (?:a?round )to`,
  String.raw`(?:resort|resorts|resorted|stoop|stoops|stooped|admit|admits|admitted|confess|confesses|confessed) to(?= \S+ing$)`,
  String.raw`(?:opt|opts|opted) for(?= \S+ing$)`,
  String.raw`(?:choose|chooses|chose|${HAVE} chosen|proceed|proceeds|proceeded|manage|manages|managed|hasten|hastened|dare|dared) to`,
  String.raw`(?:keep|keeps|kept|keeping|fulfil|fulfill|fulfils|fulfills|fulfilled|fulfilling|honou?r|honou?rs|honou?red|redeem|redeems|redeemed|make good|made good|makes good|making good|carry out|carries out|carried out)(?: on)? (?:its|their|his|her|a|the) (?:\S+ )?(?:promise|pledge|threat|commitment|vow|word|undertaking|plan) to`,
];
const WHOLE = new RegExp(String.raw`^(?:${PERIPHRASES.join("|")})(?: \S+ing)?$`, "i");
const OPENS =
  /^(?:go|do|have|can|could|be|take|find|lose|waste|make|see|get|resort|stoop|admit|confess|opt|choose|proceed|manage|hasten|dare|keep|fulfil|fulfill|honou?r|redeem|carry)$/i;
/** The longest has some ten words. */
const MOST = 14;

/** Makes the deed the predicate of its clause where what governs it says no more than that it was done. */
export function mendPeriphrasis(parse: Parse): Parse {
  const nodes: Node[] = [...parse.nodes];
  const draft: Draft = { nodes, isActor: () => false, isCountry: () => false, isPerson: () => false };
  let changed = false;
  for (let v = 2; v < nodes.length; v++) {
    const deed = nodes[v]!;
    if (deed.xpos !== "VB" && deed.xpos !== "VBG") continue;
    const opening = openingOf(nodes, v);
    if (opening < 0) continue;
    raise(draft, opening, v);
    changed = true;
  }
  return changed && isTree(nodes) ? { ...parse, nodes } : parse;
}

/** The first word of the periphrasis that ends before the deed; -1 where none does. */
function openingOf(nodes: readonly Node[], v: number): number {
  if (!/^(?:to|of|in|as|but|for|time)$/i.test(nodes[v - 1]!.text) && !isDate(nodes[v - 1])) return -1;
  for (let k = v - 2; k >= 0 && k > v - MOST; k--) {
    const { text, lemma } = nodes[k]!;
    if (/^[,;:.()]$/.test(text)) return -1;
    if (!OPENS.test(lemma)) continue;
    const words = nodes.slice(k, v).filter((n, at, all) => !isDate(n) && !(isDate(all[at + 1]) && n.upos === "ADP"));
    const said = words.map((n) => n.text.toLowerCase()).join(" ");
    const ending = nodes[v]!.xpos === "VBG" ? ` ${nodes[v]!.text.toLowerCase()}` : "";
    if (WHOLE.test(said + ending) && words.length < v - k + 1) return startOf(nodes, k);
  }
  return -1;
}

/** "has not hesitated": what stands right before as its auxiliary belongs to it. */
function startOf(nodes: readonly Node[], k: number): number {
  return k > 0 && nodes[k - 1]!.upos === "AUX" && nodes[k - 1]!.xpos !== "MD" && nodes[k - 1]!.head >= k ? k - 1 : k;
}

/** Puts the deed at `v` where the verb over the words from `from` stood; those words say how, no more. */
function raise(draft: Draft, from: number, v: number): void {
  const { nodes } = draft;
  const inside = (i: number): boolean => i >= from && i < v;
  let top = -1;
  for (let i = from; i < v; i++) if (!inside(nodes[i]!.head) && nodes[i]!.head !== v && !isDate(nodes[i])) top = top < 0 ? i : top;
  if (top < 0) return;
  const { head, relation } = nodes[top]!;
  const finite = nodes.slice(from, v).find((n) => /^VB[DZP]$/.test(n.xpos));
  nodes[v] = { ...nodes[v]!, head, relation, xpos: finite?.xpos ?? nodes[v]!.xpos };
  for (let i = 0; i < nodes.length; i++) {
    if (i === v) continue;
    if (inside(i) && !isDate(nodes[i])) nodes[i] = { ...nodes[i]!, head: v, relation: "dep" };
    else if (inside(nodes[i]!.head) || (inside(i) && nodes[i]!.head !== v))
      nodes[i] = { ...nodes[i]!, head: v, relation: isDate(nodes[i]) ? "obl" : nodes[i]!.relation };
  }
  const subject = childrenOf(draft, v, "nsubj").find((i) => i < from);
  if (subject !== undefined) nodes[subject] = { ...nodes[subject]!, relation: "nsubj" };
}
