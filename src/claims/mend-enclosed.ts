import { isTree } from "../language/repair-parse.ts";
import type { Node, Parse } from "../language/sentence.ts";
import { childrenOf, type Draft, FINITE, isDate, isNominal, isSame, isVerb, set } from "./clause-draft.ts";

/** How many words two commas may enclose. */
const MOST = 14;
const OPENS = /^(?:ADP|SCONJ|ADV)$/;

/**
 * What stands between two commas is passed over: "went on, after a day of talks, to Cuba" goes to Cuba; "Togo and, two years later,
 * Ghana opened" tells of both. So is what stands in brackets.
 */
export function mendEnclosed(parse: Parse): Parse {
  const nodes: Node[] = [...parse.nodes];
  const draft: Draft = { nodes, isActor: () => false, isCountry: () => false, isPerson: () => false };
  passBrackets(draft);
  listAroundBrackets(draft);
  goOnBehind(draft);
  joinBehind(draft);
  return !isSame(nodes, parse.nodes) && isTree(nodes) ? { ...parse, nodes } : parse;
}

/**
 * "with troops from Chad and Togo (Mali withdrew its own in 2015)": what stands outside the brackets hangs on nothing within, where a
 * clause of its own stands there.
 */
function passBrackets(draft: Draft): void {
  const { nodes } = draft;
  for (let open = nodes.findIndex((n) => n.text === "("); open >= 0; open = nodes.findIndex((n, k) => k > open && n.text === "(")) {
    const close = nodes.findIndex((n, k) => k > open && n.text === ")");
    if (close < 0) return;
    const isWithin = (k: number): boolean => k > open && k < close;
    const verb = nodes.findIndex((n, k) => isWithin(k) && FINITE.has(n.xpos) && nodes[k]!.upos === "VERB");
    if (verb < 0 || !childrenOf(draft, verb, "nsubj").some(isWithin)) continue;
    let outer = verb;
    while (isWithin(outer)) outer = nodes[outer]!.head;
    if (outer < 0) continue;
    nodes.forEach((n, k) => {
      if (isWithin(k) || k === open || k === close || !isWithin(n.head) || !/^(?:obl|nmod|advmod|conj)/.test(n.relation)) return;
      set(draft, k, outer, n.relation);
    });
  }
}

/** "embassies in Belgium (which deals with the whole Union), China and Japan": the names behind the brackets go on the list before them. */
function listAroundBrackets(draft: Draft): void {
  const { nodes } = draft;
  nodes.forEach((close, at) => {
    if (close.text !== ")" || nodes[at + 1]?.text !== ",") return;
    const open = nodes.findLastIndex((n, k) => k < at && n.text === "(");
    const name = open - 1;
    const next = /^(?:and|the)$/i.test(nodes[at + 2]?.text ?? "") ? at + 3 : at + 2;
    const goesOn = nodes[next];
    if (name < 0 || nodes[name]!.upos !== "PROPN" || goesOn?.upos !== "PROPN" || nodes[next + 1]?.upos === "VERB") return;
    if (!nodes.some((n) => n.head === name && n.relation === "case")) return;
    const isWithin = goesOn.head > open && goesOn.head < at;
    const isBeside = goesOn.relation === "appos" && goesOn.head === name;
    if ((isWithin && /^(?:conj|appos)$/.test(goesOn.relation)) || isBeside) set(draft, next, name, "conj");
  });
}

/** "travelled, after a stop in Lima, to Bogotá": what follows the second comma belongs to the verb before the first. */
function goOnBehind(draft: Draft): void {
  const { nodes } = draft;
  nodes.forEach((verb, v) => {
    const opening = nodes[v + 2];
    if (!isVerb(verb) || nodes[v + 1]?.text !== "," || !opening) return;
    if (!OPENS.test(opening.upos) && !/^VB[NG]$/.test(opening.xpos)) return;
    const end = enclosedUntil(nodes, v + 2);
    const next = nodes[end + 1];
    if (end < 0 || !next) return;
    const isLed = next.upos === "ADP";
    const noun = isLed || /^(?:DET|PRON|ADJ|NUM)$/.test(next.upos) ? next.head : end + 1;
    if (noun <= end || !isNominal(nodes[noun]) || nodes[noun]!.head <= v || nodes[noun]!.head >= end) return;
    if (isLed) set(draft, noun, v, "obl");
    else if (childrenOf(draft, v, "obj", "ccomp", "xcomp").length === 0 && !/pass/.test(subjectOf(draft, v))) set(draft, noun, v, "obj");
  });
}

/** How the verb's subject hangs on it; "" where it has none. */
function subjectOf(draft: Draft, v: number): string {
  const subject = childrenOf(draft, v, "nsubj")[0];
  return subject === undefined ? "" : draft.nodes[subject]!.relation;
}

/** "Qatar and, a few months later, Oman closed": the second name shares the verb with the first, and the time is its own. */
function joinBehind(draft: Draft): void {
  const { nodes } = draft;
  nodes.forEach((and, i) => {
    if (!/^and$/i.test(and.text) || nodes[i + 1]?.text !== "," || i === 0) return;
    const end = enclosedUntil(nodes, i + 2);
    const time = nodes.findIndex((n, k) => k > i + 1 && k < end && isDate(n));
    if (time < 0 || end - time !== 1 || time > i + 3) return;
    const first = i - 1;
    let second = end + 1;
    if (nodes[second]?.upos === "DET") second++;
    const subject = nodes[second];
    if (nodes[first]!.upos !== "PROPN" || subject?.upos !== "PROPN" || !subject.relation.startsWith("nsubj")) return;
    if (nodes[first]!.head !== subject.head || childrenOf(draft, first, "case").length > 0) return;
    set(draft, first, subject.head, subject.relation);
    set(draft, second, first, "conj");
    set(draft, i, second, "cc");
    set(draft, time, second, "nmod");
  });
}

/** The comma that closes what begins at `from`; -1 where a clause or a list stands there. */
function enclosedUntil(nodes: readonly Node[], from: number): number {
  for (let k = from; k < nodes.length && k < from + MOST; k++) {
    const { text, xpos } = nodes[k]!;
    if (text === ",") return k > from && !/^(?:and|or)$/i.test(nodes[k + 1]?.text ?? "") ? k : -1;
    if (FINITE.has(xpos) || /^[.;:()]$/.test(text)) return -1;
  }
  return -1;
}
