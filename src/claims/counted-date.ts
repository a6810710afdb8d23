import { countFrom } from "../language/dates/counted.ts";
import type { ClaimDate } from "./claim.ts";
import type { SentenceGraph } from "./sentence-graph.ts";

/** An amount of time and what it is counted from: "two years after", at the end of the words before a clause. */
const COUNTED = /\b((?:\p{L}+ than )?(?:[\p{L}\d]+(?:-\p{L}+)? )(?:full )?(?:day|week|month|year|decade)s?)\s*$/iu;

/** "two years later", "more than a decade earlier": counted from another date; null where that has none. */
export function counted(from: ClaimDate, words: string, sign: 1 | -1): ClaimDate | null {
  const edtf = from.edtf === null ? null : countFrom(from.edtf, words.replace(/^less than |^more than /i, "about "), sign);
  return edtf === null ? null : { edtf, text: words, basis: "relative" };
}

/** The amount of time that stands before the "after" or "before" of a clause. */
export function amountBefore(
  graph: SentenceGraph,
  text: string,
  clause: number,
): { readonly words: string; readonly after: boolean } | null {
  const mark = opens(graph, clause);
  if (mark === undefined || mark === 0) return null;
  const said = COUNTED.exec(text.slice(graph.parse.sentence.start, graph.node(mark).start));
  return said && { words: said[1]!, after: /^after$/i.test(graph.node(mark).text) };
}

/** The "after" or "before" of a clause, which the parser may also have hung at the clause's subject. */
function opens(graph: SentenceGraph, clause: number): number | undefined {
  const isMark = (m: number): boolean => /^(?:after|before)$/i.test(graph.node(m).text);
  const own = graph.childrenBy(clause, "mark", "case").find(isMark);
  if (own !== undefined) return own;
  const subject = graph.childrenBy(clause, "nsubj", "nsubj:pass").find((s) => s < clause);
  return subject === undefined ? undefined : graph.childrenBy(subject, "case").find(isMark);
}
