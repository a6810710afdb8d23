import type { SentenceContext } from "./build-claims.ts";
import type { ClaimDate, Factuality } from "./claim.ts";
import type { ClaimDates } from "./claim-dates.ts";
import { judgeFactuality } from "./factuality.ts";
import type { PhraseActor } from "./phrase-actors.ts";
import type { SentenceGraph } from "./sentence-graph.ts";

/** A clause that only points to an act told before. Offsets into the document's text. */
export interface Repeat {
  readonly start: number;
  readonly end: number;
  /** Who did it too; null where the doer is the same and only the time another: "another followed in 2017". */
  readonly actors: readonly PhraseActor[] | null;
  readonly factuality: Factuality | "same";
  /** What the clause itself says of its time. */
  readonly date: ClaimDate | null;
  /** The time counted from that of the act: "a month after Togo" is a month earlier; without words, "on the same day as". */
  readonly counted: { readonly words: string | null; readonly sign: 1 | -1; readonly text: string } | null;
  /** "Hungary followed": next in a row, as the other side if the doer goes on from one to the next. */
  readonly nextInRow: boolean;
  /** Its own verb, where that says what was done and only leaves out to what: "Norway expelled fifteen". */
  readonly verb: string | null;
  /** Only acts of this type are meant; null for any. */
  readonly kind: string | null;
  /** "returned the visit", "reciprocated": the two sides change places. */
  readonly swaps: boolean;
  /** Stands in a relative or adverbial clause: "and Malawi, which did the same". */
  readonly within: boolean;
  /** "one of its five partners; the others were Laos and Togo": the rest of those to whom what was told applies. */
  readonly rest: boolean;
  /** Has the time of the act where it says none itself: "as did Peru". */
  readonly sharesTime: boolean;
  /** "the first visit since 1981": the one before. */
  readonly since: boolean;
}

/** Words that say nothing of what was done. */
const FAMILIAR = /^(?:too|also|either|yet|so|already|still|again|now|later|however|likewise)$/i;
/** What ends a clause, or begins another. */
export const ENDS = /^(?:[,.;:()–—]|and|but|while)$/i;
export const COUNTED =
  /\b((?:(?:some|about|less than|more than|only|just|barely)\s+)?(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2}|several|a few)\s+(?:full\s+)?(?:day|week|month|year|decade)s?)\s+(after|before)\s+(?:the\s+)?$/i;
const WITHIN =
  /^\s+within\s+((?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\s+(?:day|week|month|year)s?)(?=\s*[.,;)]|\s*$)/i;

/** What a repeat is that says nothing special. */
export const PLAIN = {
  nextInRow: false,
  counted: null,
  kind: null,
  verb: null,
  swaps: false,
  within: false,
  sharesTime: false,
  rest: false,
  since: false,
} as const;

/** A clause of its own, with the subject of verb `i`. */
export function byVerb(context: SentenceContext, i: number, last: number): Repeat | null {
  const { graph, actors, dates, lexicon } = context;
  const { factuality } = judgeFactuality(graph, i, lexicon);
  if (factuality === null) return null;
  const nodes = graph.slots(i).get("agent") ?? [];
  let who: readonly PhraseActor[] = nodes.flatMap((n) => actors.actorsOf(n));
  let first = Math.min(...nodes, i);
  if (nodes.length === 0) {
    // the name right before the verb and its auxiliaries, whatever the parse says
    let k = i - 1;
    while (k >= 0 && ["AUX", "PART", "ADV"].includes(graph.node(k).upos)) k--;
    who = k >= 0 && graph.isNoun(k) ? actors.actorsOf(k, { alone: true }) : [];
    first = k;
  }
  if (who.length === 0) return null;
  const counted = countedBefore(context, first) ?? countedWithin(context, Math.max(last, i));
  return {
    ...span(context, first, Math.max(last, i)),
    actors: who,
    factuality,
    date: counted ? null : ownDate(dates, graph, i),
    ...PLAIN,
    within: /^acl/.test(graph.node(i).relation),
    counted,
  };
}

/** The time that the clause of verb `i` itself says, or its heading; not that of the act it repeats. */
function ownDate(dates: ClaimDates, graph: SentenceGraph, i: number): ClaimDate | null {
  const date = dates.dateOf(i, [], true);
  if (date.text === null) return date;
  return dates.dates.some((d) => d.expression.text === date.text && graph.subtreeHas(i, d.node)) ? date : null;
}

/** "followed within a month". */
function countedWithin({ graph, document }: SentenceContext, last: number): Repeat["counted"] {
  const said = WITHIN.exec(document.text.slice(graph.node(last).end, graph.parse.sentence.end));
  return said && { words: said[1]!, sign: 1, text: said[0].trim() };
}

/** "two days after" right before a subject. */
export function countedBefore(context: SentenceContext, first: number): Repeat["counted"] {
  const { graph, document } = context;
  if (first <= 0 || first >= graph.nodes.length) return null;
  const { start } = graph.parse.sentence;
  const words = COUNTED.exec(document.text.slice(start, graph.node(first).start));
  return words && { words: words[1]!, sign: words[2]!.toLowerCase() === "after" ? -1 : 1, text: words[0].trim() };
}

const SPANS_OF_TIME = /^(?:days?|weeks?|months?|years?|decades?)$/i;

/** A word of "two months later", "a few weeks earlier". */
function isDuration(graph: SentenceGraph, i: number): boolean {
  if (/^(?:later|afterwards|earlier)$/i.test(graph.node(i).text)) return SPANS_OF_TIME.test(graph.nodes[i - 1]?.text ?? "");
  const last = [i, i + 1, i + 2, i + 3].find((k) => SPANS_OF_TIME.test(graph.nodes[k]?.text ?? ""));
  if (last === undefined || !/^(?:later|afterwards|earlier)$/i.test(graph.nodes[last + 1]?.text ?? "")) return false;
  return graph.nodes.slice(i, last).every((n) => /^(?:NUM|DET|ADJ|ADV)$/.test(n.upos));
}

/** Where the clause ends, if from `at` on it says nothing but when, or -1. */
export function restIsTime({ graph }: SentenceContext, at: number): number {
  let i = at;
  for (; i < graph.nodes.length; i++) {
    const node = graph.node(i);
    if (ENDS.test(node.text)) break;
    const passes = node.unit?.kind === "date" || node.upos === "ADP" || FAMILIAR.test(node.text) || isDuration(graph, i);
    if (!passes) return -1;
  }
  return i;
}

/** A date among nodes [from, to). */
export function dateWithin({ dates }: SentenceContext, from: number, to: number): ClaimDate | null {
  const said = dates.dates.find((d) => d.node >= from && d.node < to)?.expression;
  return said ? { edtf: said.edtf, text: said.text, basis: said.basis } : null;
}

/** The date, unless it says no time. */
export function withoutShared(date: ClaimDate): ClaimDate | null {
  return date.edtf === null ? null : date;
}

/** The stretch of text of two nodes and what lies between them. */
export function span({ graph }: SentenceContext, from: number, to: number): { start: number; end: number } {
  const first = graph.node(Math.max(0, Math.min(from, to)));
  const last = graph.node(Math.max(from, to));
  return { start: first.start, end: Math.max(first.end, last.end) };
}
