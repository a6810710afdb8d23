import { loadActors } from "../actors/load-actors.ts";
import type { Mention } from "../actors/mention.ts";
import { readNumber } from "../language/read-number.ts";
import type { SentenceGraph } from "./sentence-graph.ts";

/** A name that a list has, and the node it stands at. */
export interface Listed {
  readonly node: number;
  readonly mention: Mention;
}

const VAGUE = /^(?:following|these|several|many|some|various|most|few|numerous|other)$/i;
/** Words behind a comma that begin with those who are meant: "the latest being Kenya", "most recently Kenya". */
const PICKS =
  /^(?:namely|notably|chiefly|mainly|principally|first|including|among (?:them|which|these|those)|of which|most (?:recently|notably|importantly)|(?:with )?(?:the )?(?:first|last|latest|main|largest|biggest|most \p{L}+|oldest|newest|best known)(?: \p{L}+){0,2} (?:being|are|is|was|were)|being (?:the )?(?:first|last|latest|main|largest|oldest|most \p{L}+))(?!\p{L})/iu;

/**
 * Those whom a counted noun means, by a list that follows it: "Seven states recognise Taiwan: Belize, Guatemala …", "three
 * Baltic countries did, namely Estonia …", "the three economies (Canada, Mexico and the United States)", "several Asian states
 * have ties with Cuba, the oldest being those with India". Empty where nothing is counted or nobody is listed.
 */
export function membersListed(graph: SentenceGraph, i: number, mentionsAt: (node: number) => readonly Mention[]): Listed[] {
  const bracketed = inBrackets(graph, i, mentionsAt);
  if (bracketed.length > 0) return bracketed;
  const count = graph.childrenBy(i, "nummod", "amod", "det").find((c) => graph.node(c).xpos === "CD" || VAGUE.test(graph.node(c).text));
  if (count === undefined && !(graph.node(i).xpos === "NNS" && includes(graph, i + 1) > 0)) return [];
  const number = count !== undefined && graph.node(count).xpos === "CD" ? readNumber(graph.node(count).text) : null;
  const region = [i, ...graph.childrenBy(i, "amod", "compound", "nmod")]
    .flatMap((c) => mentionsAt(c))
    .find((m) => m.kind === "region" && m.actors.length === 1);
  const members = region ? (loadActors().actor(region.actors[0]!)?.members ?? []) : null;
  for (let k = i + 1; k < graph.nodes.length; k++) {
    const { text } = graph.node(k);
    const isColon = text === ":" || /^(?:–|—|--)$/.test(text);
    // "visits to several countries which include Chad and Mali"
    const relative = includes(graph, k);
    const isRelative = relative > 0;
    if (!isColon && !isRelative && text !== "," && text.toLowerCase() !== "namely") continue;
    const from = isRelative ? k + relative : text.toLowerCase() === "namely" ? k : k + 1;
    if (!isColon && !isRelative && !PICKS.test(wordsFrom(graph, from))) continue;
    const names = namesFrom(graph, from, mentionsAt, isColon ? 0 : 6);
    if (names === null) continue;
    if (isColon && number !== names.length && countedBetween(graph, i, k) === names.length) return [];
    const fitting =
      members && members.length > 0 && number !== names.length ? names.filter((n) => members.includes(n.mention.actors[0]!)) : names;
    const isEnough = isColon || isRelative || text.toLowerCase() === "namely" ? fitting.length > 1 : fitting.length > 0 && members !== null;
    if (isEnough && (number === null || fitting.length <= number)) return fitting;
  }
  return [];
}

/** How many words "which include", "that also included" are; 0 where they do not stand at `k`. */
function includes(graph: SentenceGraph, k: number): number {
  if (!/^(?:which|that)$/i.test(graph.nodes[k]?.text ?? "")) return 0;
  const verb = /^also$/i.test(graph.nodes[k + 1]?.text ?? "") ? k + 2 : k + 1;
  return /^includ(?:e|es|ed)$/i.test(graph.nodes[verb]?.text ?? "") ? verb - k + 1 : 0;
}

/** "went to nine countries, not to the three that were courted: Chad, Mali and Togo": how many the noun nearest to the colon counts. */
function countedBetween(graph: SentenceGraph, first: number, colon: number): number | null {
  for (let k = colon - 1; k > first; k--) {
    if (graph.node(k).xpos !== "NNS") continue;
    const count = graph.childrenBy(k, "nummod").find((c) => graph.node(c).xpos === "CD");
    if (count !== undefined) return readNumber(graph.node(count).text);
  }
  return null;
}

/** "several African leaders, including President Ruto" */
const NAMING: ReadonlySet<Mention["form"]> = new Set(["name", "code", "person", "office"]);

function wordsFrom(graph: SentenceGraph, from: number): string {
  return graph.nodes
    .slice(from, from + 8)
    .map((n) => n.text)
    .join(" ");
}

/** The states from a node to the end of the sentence; null where a clause of its own begins there, but for "the latest were". */
function namesFrom(
  graph: SentenceGraph,
  from: number,
  mentionsAt: (node: number) => readonly Mention[],
  copulaWithin: number,
): Listed[] | null {
  const found: Listed[] = [];
  for (let k = from; k < graph.nodes.length; k++) {
    const { xpos, text } = graph.node(k);
    if (/^[;.]$/.test(text)) break;
    const isCopula = /^(?:is|are|was|were)$/i.test(text) && k < from + copulaWithin;
    if (/^(?:VBD|VBZ|VBP|MD)$/.test(xpos) && !isCopula) return null;
    for (const m of mentionsAt(k))
      if (NAMING.has(m.form) && m.kind !== "region" && m.actors.length === 1) found.push({ node: k, mention: m });
  }
  return found;
}

/** "the three economies (Canada, Mexico and the United States)". */
function inBrackets(graph: SentenceGraph, i: number, mentionsAt: (node: number) => readonly Mention[]): Listed[] {
  if (graph.nodes[i + 1]?.text !== "(") return [];
  const found: Listed[] = [];
  for (let k = i + 2; k < graph.nodes.length && graph.node(k).text !== ")"; k++)
    for (const mention of mentionsAt(k)) if (mention.kind !== "place") found.push({ node: k, mention });
  return found;
}
