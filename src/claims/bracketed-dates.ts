import type { ClaimDate } from "./claim.ts";
import type { SentenceGraph } from "./sentence-graph.ts";

/** A time of the sentence and its node. */
interface Dated {
  readonly date: ClaimDate;
  readonly node: number;
}

/**
 * "belongs to the Union (since 1997), the Bank (2003) and the Forum": partners with the time said in brackets behind each; where
 * one has such a time, those without it have none. Empty where no partner has one, or only the last ("Peru, Chile and Brazil (2013)").
 */
export function bracketedDates(graph: SentenceGraph, dates: readonly Dated[], nodes: readonly number[]): ReadonlyMap<number, ClaimDate> {
  const own = new Map<number, ClaimDate>();
  const sorted = [...nodes].sort((a, b) => a - b);
  const bracketed = dates.filter(({ node }) => isBracketed(graph, node));
  for (const { date, node } of bracketed) {
    const partner = sorted.findLast((n) => n < node);
    if (
      partner !== undefined &&
      node - partner <= REACH &&
      !graph.nodes.slice(partner + 1, node).some((_, k) => graph.isVerb(partner + 1 + k))
    )
      own.set(partner, date);
  }
  // of one alone it is said right behind it, and others have other times: "took part in Somalia (1992–1994) and, in 1998, in Lesotho"
  if (sorted.length === 1 && bracketed[0]?.node !== sorted[0]! + 2) own.clear();
  if (sorted.length > 1 && own.size === 1 && own.has(sorted.at(-1)!)) own.clear();
  return own;
}

/** How far the bracket may stand behind the partner: "Union (UNASUR, since". */
const REACH = 5;

function isBracketed(graph: SentenceGraph, node: number): boolean {
  const before = graph.nodes[node - 1]?.text;
  const after = graph.nodes[node + 1]?.text;
  return (before === "(" || graph.nodes[node - 2]?.text === "(") && after === ")";
}
