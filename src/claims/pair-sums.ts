import { findAmounts } from "./find-amounts.ts";
import type { Filler, FrameMatch } from "./match-frames.ts";
import type { PhraseActors } from "./phrase-actors.ts";
import type { SentenceGraph } from "./sentence-graph.ts";
import { isConverted } from "./supply-details.ts";

/** One recipient and the sum said beside it. */
export interface PairedSum {
  readonly recipient: readonly Filler[];
  readonly amount: number;
  readonly currency: string;
}

/**
 * Recipients with a sum of their own: "4 million euros to Cape Verde and 6 million euros to Niger", "gave Kenya $5 million
 * and Uganda $3 million". Read along the words; empty unless two or more stand so, one of them the match's recipient.
 */
export function pairSums(match: FrameMatch, graph: SentenceGraph, actors: PhraseActors): PairedSum[] {
  const own = match.fillers.get("recipient") ?? [];
  if (own.length === 0) return [];
  const sums = graph.nodes.flatMap((n, i) => (n.unit?.kind === "amount" && !isConverted(graph, i) ? [i] : []));
  if (sums.length < 2) return [];
  const pairs: (PairedSum & { readonly node: number })[] = [];
  for (const i of sums) {
    const node = toWhom(graph, i) ?? who(graph, i, actors);
    const sum = findAmounts(graph.node(i).text, { start: 0, end: graph.node(i).text.length })[0];
    if (node === null || !sum) return [];
    const recipient = actors.actorsOf(node, { alone: true }).map((a) => ({ ...a, slot: "to" }));
    if (recipient.length === 0) return [];
    pairs.push({ node, recipient, amount: sum.amount, currency: sum.currency });
  }
  const nodes = new Set(pairs.map((p) => p.node));
  return nodes.size === pairs.length && own.some((f) => nodes.has(f.node)) ? pairs : [];
}

/** The noun after "to" or "for" that follows a sum at once. */
function toWhom(graph: SentenceGraph, sum: number): number | null {
  if (!["to", "for"].includes(graph.nodes[sum + 1]?.text.toLowerCase() ?? "")) return null;
  const at = graph.nodes[sum + 2]?.text.toLowerCase() === "the" ? sum + 3 : sum + 2;
  return at < graph.nodes.length && graph.isNoun(at) ? at : null;
}

/** The name that stands right before a sum. */
function who(graph: SentenceGraph, sum: number, actors: PhraseActors): number | null {
  return sum > 0 && graph.isNoun(sum - 1) && actors.mentionsAt(sum - 1).length > 0 ? sum - 1 : null;
}
