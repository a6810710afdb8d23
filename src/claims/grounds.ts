import type { SentenceGraph } from "./sentence-graph.ts";

const BECAUSE: ReadonlySet<string> = new Set(["over", "despite", "amid", "amidst", "because of", "due to", "owing to", "given"]);
const BEHIND: ReadonlySet<string> = new Set(["despite", "amid", "amidst", "because of", "due to", "owing to", "given", "notwithstanding"]);
const AFTERWARDS: ReadonlySet<string> = new Set(["after", "following", "since"]);
/** "in response to the raid", "in retaliation for the raid", "in the wake of the raid". */
const ANSWERS = /^(?:response|retaliation|reprisal|revenge|protest|punishment|retribution|reaction|wake|aftermath|consequence|result)$/;
/** What is only thought to come. */
export const DREADED =
  /^(?:fear|worry|concern|concerned|worried|speculation|rumour|rumor|threat|warning|prospect|risk|danger|plan|spectre|specter|possibility|likelihood|talk)$/;
const TO_COME =
  /^(?:possible|potential|planned|imminent|impending|looming|threatened|future|eventual|any|likely|feared|alleged|expected|no)$/i;

/** "sanctions over its invasion of Laos", "talks over a deadly clash": noun `i` is why something is done, and has a time of its own. */
export function isGround(graph: SentenceGraph, i: number): boolean {
  return graph.isNoun(i) && (BECAUSE.has(graph.preposition(i)) || isAnswered(graph, i)) && isSaidToBe(graph, i);
}

/** "despite the sanctions", "amid the war": noun `i` only stands behind what is told. */
export function isBackground(graph: SentenceGraph, i: number): boolean {
  return graph.isNoun(i) && BEHIND.has(graph.preposition(i));
}

/** "on Friday approved sanctions over its raid", "sanctions over its raid on Friday": the day is of what is done, "over its raid of 2011" of the raid. */
export function isApartFrom(graph: SentenceGraph, ground: number, date: number): boolean {
  return !graph.subtreeHas(ground, date) && (date < ground || /(?:day|week|tonight|night)$/i.test(graph.node(date).text));
}

/** "for last week's coup", "despite the raid of May": noun `i`, within whose phrase the date stands, is a reason, not the time of what is done. */
export function isReasonOf(graph: SentenceGraph, i: number, date: number): boolean {
  if (!graph.isNoun(i)) return false;
  if (graph.node(date).head === i && graph.node(date).relation === "nmod:poss")
    return /^(?:for|over|against|despite|about|amid|to)$/.test(graph.preposition(i)) || BEHIND.has(graph.preposition(i));
  return isGround(graph, i) && graph.preposition(i) !== "over";
}

/** A noun that is why or after what something is done: it happened, whatever is made of the rest. */
export function isTakenForDone(graph: SentenceGraph, i: number): boolean {
  return isGround(graph, i) || (graph.isNoun(i) && AFTERWARDS.has(graph.preposition(i)) && isSaidToBe(graph, i));
}

function isAnswered(graph: SentenceGraph, i: number): boolean {
  const { head, relation } = graph.node(i);
  return head >= 0 && relation.startsWith("nmod") && /^(?:to|for|of|at|against|over)$/.test(graph.preposition(i)) && isAnswer(graph, head);
}

function isAnswer(graph: SentenceGraph, noun: number): boolean {
  return ANSWERS.test(graph.lemma(noun)) && /^(?:in|as)$/.test(graph.preposition(noun));
}

/** Neither called possible or planned nor feared. */
function isSaidToBe(graph: SentenceGraph, i: number): boolean {
  const { head } = graph.node(i);
  if (head >= 0 && DREADED.test(graph.lemma(head))) return false;
  return !graph.childrenBy(i, "amod", "det", "advmod").some((c) => TO_COME.test(graph.node(c).text));
}
