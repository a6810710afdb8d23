import type { Mention } from "../actors/mention.ts";
import { isTree } from "../language/repair-parse.ts";
import type { Node, Parse } from "../language/sentence.ts";

const BELONGING = /^(?:member|observer|signatory|party|partner|co-founder|founder)$/i;
const BODIES =
  /^(?:(?:group|grouping|organi[sz]ation|bloc|forum|institution|association|mechanism|convention|agreement|alliance|initiative)s?|fora|bod(?:y|ies)|agenc(?:y|ies)|treat(?:y|ies))$/i;

/**
 * Mends where the names of a list hang. "a member of the Commonwealth, as well as many regional groups, including COMESA": groups are
 * joined to the body one is a member of, not to the member. "several states, among them Peru and Chile": the names are some of the states.
 */
export function mendListings(parse: Parse, mentions: readonly Mention[]): Parse {
  const nodes = [...parse.nodes];
  let changed = false;
  const hang = (i: number, head: number, relation: string): void => {
    nodes[i] = { ...nodes[i]!, head, relation };
    changed = true;
  };
  for (const [body, head] of bodiesInRow(nodes, mentions)) hang(body, head, "conj");
  const isPartial = nodes.some((n) => INCLUDING.test(n.text));
  nodes.forEach((node, i) => {
    const first = listedBeforeBracket(nodes, i);
    if (first >= 0) hang(i, first, "conj");
    const body = bodyBeside(nodes, i);
    if (body >= 0) hang(i, body, "conj");
    const whole = wholeBefore(nodes, i);
    if (whole >= 0) hang(i, whole, "nmod");
    const counted = isPartial ? countedBefore(nodes, i, mentions) : -1;
    if (counted >= 0) hang(i, counted, "nmod");
    const listed = listedAmong(nodes, i, mentions);
    if (!listed) return;
    hang(listed.name, listed.noun, "appos");
    if (node.head !== listed.name) hang(i, listed.name, node.relation === "case" ? "obl" : node.relation);
  });
  return changed && isTree(nodes) ? { ...parse, nodes } : parse;
}

/**
 * "a member of ASEAN (since 1997), the WTO", "of ASEAN, the WTO (since 2013) and": the name that node `i` goes on the list of, where
 * one of the two has a time in brackets; -1 where there is none.
 */
function listedBeforeBracket(nodes: readonly Node[], i: number): number {
  if (nodes[i]!.upos !== "PROPN") return -1;
  if (nodes[i]!.relation === "conj") return joinedBehindBracket(nodes, i);
  if (nodes[i]!.relation !== "appos") return -1;
  const comma = nodes[i - 1]?.upos === "DET" ? i - 2 : i - 1;
  if (nodes[comma]?.text !== ",") return -1;
  const isBefore = (n: number): boolean => nodes[n]?.upos === "PROPN" && nodes[i]!.head <= n;
  if (nodes[i + 1]?.text === "(" && nodes[i + 2]?.unit?.kind === "date" && isBefore(comma - 1)) return comma - 1;
  if (nodes[comma - 1]?.text !== ")" || nodes[comma - 2]?.unit?.kind !== "date") return -1;
  const name = nodes[comma - 3]?.text === "(" ? comma - 4 : comma - 5;
  return nodes[name + 1]?.text === "(" && isBefore(name) ? name : -1;
}

/** "a member of ASEAN, the WTO (since 2013) and the Bank", hung on "member": the name before the bracket; -1 where it is none. */
function joinedBehindBracket(nodes: readonly Node[], i: number): number {
  const and = nodes[i - 1]?.upos === "DET" ? i - 2 : i - 1;
  if (nodes[and]?.upos !== "CCONJ" || nodes[and - 1]?.text !== ")" || nodes[and - 2]?.unit?.kind !== "date") return -1;
  const name = and - 4;
  const { head } = nodes[i]!;
  return nodes[and - 3]!.text === "(" && nodes[name]!.upos === "PROPN" && head < name && nodes[head]?.upos === "NOUN" ? name : -1;
}

/**
 * "joined the African Union, the World Bank, the Monetary Fund": two bodies or more that are read as said of the first are joined to
 * it, where each is another one.
 */
function bodiesInRow(nodes: readonly Node[], mentions: readonly Mention[]): [number, number][] {
  const appositions = nodes.flatMap((n, i) => (n.relation === "appos" && n.upos === "PROPN" ? [i] : []));
  if (appositions.length === 0) return [];
  const bodyAt = (i: number): string | null =>
    mentions.find((m) => m.kind === "organisation" && m.form === "name" && m.start < nodes[i]!.end && m.end > nodes[i]!.start)?.actors[0] ??
    null;
  const isSetOff = (i: number): boolean => nodes[i - (/^the$/i.test(nodes[i - 1]?.text ?? "") ? 2 : 1)]?.text === ",";
  return appositions.flatMap((i): [number, number][] => {
    const { head } = nodes[i]!;
    const own = bodyAt(i);
    if (own === null || !isSetOff(i) || head > i || bodyAt(head) === null || bodyAt(head) === own) return [];
    const beside = nodes.some(
      (n, k) => k !== i && n.head === head && /^(?:appos|conj)$/.test(n.relation) && isSetOff(k) && bodyAt(k) !== null && bodyAt(k) !== own,
    );
    return beside ? [[i, head]] : [];
  });
}

/** The "of" phrase of a word for members that a noun for bodies, read as joined to that word, is joined to; else -1. */
function bodyBeside(nodes: readonly Node[], i: number): number {
  const { relation, head, text } = nodes[i]!;
  if (relation !== "conj" || head < 0 || head > i || !BODIES.test(text) || !BELONGING.test(nodes[head]!.lemma)) return -1;
  if (nodes.some((n) => n.head === i && n.relation === "cop")) return -1;
  return nodes.findIndex(
    (n, k) =>
      k > head &&
      k < i &&
      n.head === head &&
      n.relation === "nmod" &&
      nodes.some((c) => c.head === k && c.relation === "case" && /^(?:of|to|in)$/i.test(c.text)),
  );
}

/** The plural noun that a phrase with "including" or "such as" stands right behind, where it hangs elsewhere; else -1. */
function wholeBefore(nodes: readonly Node[], i: number): number {
  const { relation, head, upos } = nodes[i]!;
  if (!/^(?:nmod|obl)$/.test(relation) || head > i || (upos !== "PROPN" && upos !== "NOUN")) return -1;
  const first = nodes.findIndex((n, k) => k < i && n.head === i && /^(?:including|such)$/i.test(n.text));
  if (first < 2) return -1;
  const at = nodes[first - 1]!.text === "," ? first - 2 : first - 1;
  const noun = nodes[at]!;
  if (at === head || noun.unit?.kind === "date" || noun.upos !== "NOUN" || !noun.xpos.endsWith("S") || nodes[head]!.upos === "VERB")
    return -1;
  return at;
}

const INCLUDING = /^including$/i;
const COUNTRIES = /^(?:country|state|nation|government|member|power|neighbou?r|leader|president|minister|ally|capital|organi[sz]ation)$/i;

/**
 * "Several countries recognised Kosovo in 2008, including Peru and Chile": those named behind a comma and "including" are some of the
 * many who do it; the plural noun, or -1 where they are of something else.
 */
function countedBefore(nodes: readonly Node[], i: number, mentions: readonly Mention[]): number {
  const { start, end, upos } = nodes[i]!;
  if (upos !== "PROPN" || !mentions.some((m) => m.start < end && m.end > start && m.actors.length > 0)) return -1;
  const first = nodes.findIndex((n, k) => k < i && n.head === i && INCLUDING.test(n.text));
  if (first < 2 || nodes[first - 1]!.text !== "," || isCounted(nodes[first - 2]!)) return -1;
  let verb = nodes[i]!.head;
  for (let steps = 0; verb >= 0 && steps < 6 && !VERBS.has(nodes[verb]!.upos); steps++) verb = nodes[verb]!.head;
  if (verb < 0) return -1;
  const doers = nodes.flatMap((n, k) => (n.head === verb && /^(?:nsubj|obl:agent)$/.test(n.relation) && k < first ? [k] : []));
  const [doer] = doers.filter((k) => isCounted(nodes[k]!));
  // "the leaders of Peru and Chile met": they are named already
  return doer === undefined || mentions.some((m) => m.start < nodes[doer]!.end && m.end > nodes[doer]!.start) ? -1 : doer;
}

const VERBS: ReadonlySet<string> = new Set(["VERB", "AUX"]);

function isCounted({ xpos, lemma }: Node): boolean {
  return xpos === "NNS" && COUNTRIES.test(lemma);
}

/** At "them" or "which" of "several states, among them Peru": the plural noun before the comma and the name behind. */
function listedAmong(nodes: readonly Node[], i: number, mentions: readonly Mention[]): { noun: number; name: number } | null {
  if (!/^(?:them|which)$/i.test(nodes[i]!.text) || !/^among(?:st)?$/i.test(nodes[i - 1]?.text ?? "")) return null;
  const at = nodes[i - 2]?.text === "," || nodes[i - 2]?.text === "(" ? i - 3 : i - 2;
  const noun = nodes[at];
  let name = i + 1;
  while (nodes[name]?.upos === "DET") name++;
  const named = nodes[name];
  if (!noun?.xpos.endsWith("S") || noun.upos !== "NOUN" || named?.upos !== "PROPN" || named.head === at) return null;
  // "states, among which Peru leads": the name has a verb of its own
  if (/^nsubj/.test(named.relation) && named.head > name) return null;
  return mentions.some((m) => m.start < named.end && m.end > named.start && m.actors.length > 0) ? { noun: at, name } : null;
}
