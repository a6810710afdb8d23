import { isTree } from "../language/repair-parse.ts";
import type { Node, Parse } from "../language/sentence.ts";

/** Words before a number that only say how exact it is. */
const HEDGES: readonly (readonly RegExp[])[] = [
  [/^(?:no|not)$/, /^(?:fewer|less|more)$/, /^than$/],
  [/^(?:more|fewer|less)$/, /^than$/],
  [/^as$/, /^(?:many|few)$/, /^as$/],
  [/^at$/, /^(?:least|most)$/],
  [/^up$/, /^to$/],
];
/** What only says how long or how many: the gathering is what is spoken of. */
const SPAN = /^(?:day|hour|week|evening|afternoon|morning|set|series|string|bout|session|flurry|spate|succession)$/;
const GATHERING = /^(?:talk|meeting|consultation|discussion|conversation|negotiation|visit|trip|tour)s?$/;

/** What only gathers those who are sent: the soldiers are spoken of. */
const GROUP = /^(?:group|batch|wave|handful)$/;
const IN_UNIFORM =
  /\b(?:soldiers|troops|peacekeepers|servicemen|personnel|marines|observers|monitors|policemen|officers|commandos|paratroopers|sappers|instructors)$/i;

/**
 * Makes the counted noun the head of its phrase again: "visits to no fewer than two countries" is visits to two countries,
 * "for a day of talks with" is for talks with, "a series of visits to" visits to. What is right already stays as it is.
 */
export function mendQuantities(parse: Parse): Parse {
  const nodes = [...parse.nodes];
  let changed = false;
  const set = (i: number, head: number, relation: string): void => {
    if (nodes[i]!.head === head && nodes[i]!.relation === relation) return;
    nodes[i] = { ...nodes[i]!, head, relation };
    changed = true;
  };
  for (let i = 0; i < nodes.length; i++) {
    const hedge = HEDGES.find((words) => words.every((w, k) => w.test(nodes[i + k]?.text.toLowerCase() ?? "")));
    if (hedge) countAgain(nodes, i, i + hedge.length, set);
    spanAgain(nodes, i, set);
    groupAgain(nodes, i, set);
    crowdAgain(nodes, i, set);
  }
  return changed && isTree(nodes) ? { ...parse, nodes } : parse;
}

type SetHead = (i: number, head: number, relation: string) => void;

/** The hedge from `first` to the number and the noun it counts. */
function countAgain(nodes: readonly Node[], first: number, number: number, set: SetHead): void {
  if (nodes[number]?.upos !== "NUM" || nodes[number]!.unit) return;
  let noun = number + 1;
  while (nodes[noun] && /^(?:ADJ|NUM)$/.test(nodes[noun]!.upos)) noun++;
  while (nodes[noun]?.upos === "NOUN" && nodes[noun + 1]?.upos === "NOUN" && !nodes[noun + 1]!.unit) noun++;
  if (nodes[noun]?.upos !== "NOUN" || nodes[noun]!.unit) return;
  const within = (k: number): boolean => k >= first && k <= noun;
  const preposition = nodes[first - 1]?.upos === "ADP" ? first - 1 : -1;
  const tops = nodes.flatMap((n, k) => (within(k) && !within(n.head) && n.head !== preposition ? [k] : []));
  const top = tops.find((k) => k !== noun) ?? noun;
  const { head } = nodes[top]!;
  if (head < 0 || (tops.length === 1 && top === noun && preposition < 0)) return;
  const over = nodes[head]!;
  const relation =
    preposition >= 0 ? (over.upos === "VERB" ? "obl" : "nmod") : over.upos === "VERB" && head < first ? "obj" : nodes[top]!.relation;
  for (let k = first; k < number; k++) set(k, number, k === first ? "advmod" : "fixed");
  for (let k = number + 1; k < noun; k++) if (!within(nodes[k]!.head) || nodes[k]!.head < number) set(k, noun, nodes[k]!.relation);
  set(number, noun, "nummod");
  set(noun, head, relation);
  if (preposition >= 0) set(preposition, noun, "case");
  nodes.forEach((n, k) => {
    if (!within(k) && k !== preposition && n.head >= first && n.head < noun) set(k, noun, n.relation);
  });
}

/** "a day of talks with": what hung on the day hangs on the talks. */
function spanAgain(nodes: readonly Node[], i: number, set: SetHead): void {
  const talks = nodes[i + 2];
  const span = nodes[i]!;
  if (!talks || span.head < 0 || span.unit || !SPAN.test(span.lemma.toLowerCase()) || nodes[i + 1]!.text !== "of") return;
  if (talks.upos !== "NOUN" || !GATHERING.test(talks.text.toLowerCase()) || talks.head !== i) return;
  const { head, relation } = span;
  nodes.forEach((n, k) => {
    if (n.head === i && k !== i + 2 && (n.relation === "case" || k > i + 2)) set(k, i + 2, n.relation);
  });
  set(i + 2, head, relation);
  set(i, i + 2, "compound");
  set(i + 1, i, "fixed");
}

/** "sent a second group of sixty soldiers to": what hung on the group hangs on the soldiers. */
function groupAgain(nodes: readonly Node[], i: number, set: SetHead): void {
  const group = nodes[i]!;
  if (group.head < 0 || group.unit || !GROUP.test(group.lemma.toLowerCase()) || nodes[i + 1]?.text !== "of") return;
  const members = nodes[i + 1]!.head;
  const said = nodes[members];
  if (!said || said.head !== i || members > i + 6 || !IN_UNIFORM.test(said.text)) return;
  const { head, relation } = group;
  nodes.forEach((n, k) => {
    if (n.head === i && k !== members && (n.relation === "case" || k > members)) set(k, members, n.relation);
  });
  set(members, head, relation);
  set(i, members, "compound");
  set(i + 1, i, "fixed");
}

const CROWD = /^(?:tens|dozens|scores|hundreds|thousands|millions)$/i;

/** "tens of thousands of soldiers were sent": the soldiers were, and what hung on the number hangs on them. */
function crowdAgain(nodes: readonly Node[], first: number, set: SetHead): void {
  const crowd = nodes[first]!;
  if (!CROWD.test(crowd.text) || crowd.head < 0 || crowd.unit || nodes[first - 1]?.text.toLowerCase() === "of") return;
  let last = first;
  while (nodes[last + 1]?.text === "of" && CROWD.test(nodes[last + 2]?.text ?? "")) last += 2;
  const counted = nodes.findIndex((n, k) => k > last + 1 && n.head === last && n.relation === "nmod");
  if (nodes[last + 1]?.text !== "of" || counted < 0 || !/^(?:NOUN|PROPN)$/.test(nodes[counted]!.upos)) return;
  const { head, relation } = crowd;
  nodes.forEach((n, k) => {
    if (k > counted && n.head >= first && n.head <= last) set(k, counted, n.relation);
    else if (k < first && n.head === first && n.relation === "case") set(k, counted, "case");
  });
  for (let k = first; k <= last + 1; k++) if (k !== first && nodes[k]!.upos === "ADP") set(k, first, "fixed");
  for (let k = first + 2; k <= last; k += 2) set(k, first, "fixed");
  set(first, counted, "nummod");
  set(counted, head, relation);
}
