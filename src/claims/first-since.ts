import type { SentenceContext } from "./build-claims.ts";
import type { ClaimDate } from "./claim.ts";
import { PLAIN, type Repeat, span } from "./repeat.ts";
import type { SentenceGraph } from "./sentence-graph.ts";

/** Nouns of what was done for the first time since, with the type that it is of. */
const FIRST_ACTS: readonly (readonly [RegExp, string])[] = [
  [/^(?:visit|trip|tour|journey|voyage)$/i, "visit"],
  [/^(?:meeting|summit|talk|encounter|session|dialogue|consultation)s?$/i, "meeting"],
];
/** What those do who do it "for the first time since". */
const DONE: readonly (readonly [RegExp, string])[] = [
  [/^(?:visit|travel|fly|arrive|tour)$/i, "visit"],
  [/^(?:meet|hold)$/i, "meeting"],
];
/** Of whom one state has but one at a time: "the first Indian prime minister to do so since 1981". */
const ONE_OF_STATE =
  /^(?:president|premier|chancellor|minister|king|queen|emperor|monarch|sultan|emir|pope|pontiff|secretary|head|leader|speaker)$/i;
/** Others than the one who came may have done it before: "the first foreign leader to visit since 1981". */
const OF_MANY = /^(?:foreign|western|european|african|arab|asian|american|abroad|outside|overseas|world|senior|high-level|high-ranking)$/i;
const OWNER = /^(?:the|its|his|her|their|a)$/i;
/** How far back "first" may stand from "since", in words. */
const REACH = 16;
/** How far behind "since" the date may stand. */
const AHEAD = 8;
const ROUGH = /^(?:about|nearly|almost|some|more|less|over|least)$/i;

/**
 * "Modi went to Fiji in 2014, the first Indian prime minister to do so since Indira Gandhi in 1981", "their first meeting since
 * July", "the first visit in eleven years": it was done then as well, by the same state. Node `i` is "since", "in" or "for".
 */
export function firstSince(context: SentenceContext, i: number): Repeat | null {
  const { graph } = context;
  const { text, unit } = graph.node(i);
  const isSince = /^since$/i.test(text) || (unit?.kind === "date" && /^since\s/i.test(text));
  if (!isSince && !/^(?:in|for)$/i.test(text)) return null;
  const first = firstBefore(graph, i);
  // what the act itself is told by stands before: "the first visit since 1990 took place in May" tells it behind
  if (first < 0 || !graph.nodes.some((n, k) => n.start < graph.node(first).start && graph.isVerb(k))) return null;
  const kind = kindBetween(context, first, i);
  if (kind === null) return null;
  const end = isSince ? dateBehind(context, i) : spanBehind(graph, i);
  if (end < 0) return null;
  const date = isSince ? dateAt(context, end) : null;
  if (isSince && date === null) return null;
  const words = graph.nodes
    .slice(i + 1, end + 1)
    .map((n) => n.text)
    .join(" ");
  // the verb that tells the act may stand in between: "the first to visit Fiji since 1981"
  const verb = graph.nodes.findLastIndex(
    ({ start }, k) => k > first && k < i && start > graph.node(first).start && graph.isVerb(k) && graph.lemma(k) !== "do",
  );
  return {
    ...span(context, Math.max(first, verb + 1), end),
    actors: null,
    factuality: "actual",
    date,
    ...PLAIN,
    counted: isSince ? null : { words, sign: -1, text: `${text} ${words}` },
    kind,
    within: true,
    since: true,
  };
}

/** "first" with an owner or an article before it, and no other clause in between; else -1. */
function firstBefore(graph: SentenceGraph, i: number): number {
  for (let k = i - 1; k > 0 && k >= i - REACH; k--) {
    if (/^first$/i.test(graph.node(k).text)) return OWNER.test(graph.node(k - 1).text) ? k : -1;
    // a verb that was put there from the clause before stands where it stood
    const isOwn = graph.node(k - 1).start < graph.node(k).start;
    if (isOwn && (/^[,;:.]$/.test(graph.node(k).text) || /^(?:VBD|VBZ|VBP|MD)$/.test(graph.node(k).xpos))) return -1;
  }
  return -1;
}

/** "Indian prime minister" may be one word of the tree. */
const isOfState = ({ lemma }: { readonly lemma: string }): boolean => ONE_OF_STATE.test(lemma.split(" ").at(-1)!);

/** What was done for the first time, as the words between say; null where they do not, or others may have done it. */
function kindBetween({ graph, actors }: SentenceContext, first: number, i: number): string | null {
  const between = graph.nodes.slice(first + 1, i);
  if (between.some((n) => OF_MANY.test(n.text))) return null;
  const of = between.map((n) => FIRST_ACTS.find(([nouns]) => nouns.test(n.lemma) && n.upos === "NOUN")?.[1]).find((k) => k !== undefined);
  const named = between.flatMap((_, k) => actors.mentionsAt(first + 1 + k));
  if (named.some((m) => m.kind === "region")) return null;
  const whose = graph.node(first - 1).text.toLowerCase();
  if (of) {
    // "the first visit by a leader since": whose leader is not said
    const isBare = between.some(isOfState) && named.length === 0 && whose === "the";
    return isBare ? null : of;
  }
  if (between.length === 1 && /^time$/i.test(between[0]!.text)) {
    const verb = graph.nodes.findLastIndex((_, k) => k < first && graph.isVerb(k));
    return DONE.find(([verbs]) => verbs.test(graph.lemma(verb)))?.[1] ?? null;
  }
  if (between.some(isOfState) && named.length > 0) return "visit";
  if (between.length > 0) return null;
  return whose === "their" ? "meeting" : /^(?:his|her)$/.test(whose) ? "visit" : null;
}

/** The date behind "since", right there or behind a name: "since 1981", "since Indira Gandhi in 1981"; else -1. */
function dateBehind({ graph, actors }: SentenceContext, i: number): number {
  if (graph.node(i).unit?.kind === "date") return i;
  for (let k = i + 1; k < graph.nodes.length && k <= i + AHEAD; k++) {
    const { unit, upos, text } = graph.node(k);
    if (unit?.kind === "date") return k;
    const isName = upos === "PROPN" || actors.mentionsAt(k).some((m) => m.kind !== "place") || /^(?:’s|'s|of|in|on)$/i.test(text);
    if (!isName && !/^(?:visit|trip|tour|journey|president|minister|prime|king|queen|foreign|early|late)$/i.test(text)) return -1;
  }
  return -1;
}

/** The last word of "eleven years" behind "in" or "for"; -1 where a rough number stands there, or none. */
function spanBehind(graph: SentenceGraph, i: number): number {
  const at = [i + 2, i + 3].find((k) => /^(?:years?|months?|decades?)$/i.test(graph.nodes[k]?.text ?? ""));
  if (at === undefined || graph.nodes.slice(i + 1, at).some((n) => ROUGH.test(n.text))) return -1;
  return graph.nodes.slice(i + 1, at).every((n) => /^(?:NUM|DET|ADJ)$/.test(n.upos)) ? at : -1;
}

/** The date of a node: since when it is the last time. */
function dateAt({ graph, said }: SentenceContext, node: number): ClaimDate | null {
  const { start, end } = graph.node(node);
  const found = said.find((d) => d.start < end && start < d.end);
  if (!found) return null;
  const { edtf, text, basis } = found;
  const isOpen = edtf.endsWith("/..") && edtf.length > 3;
  return { edtf: isOpen ? edtf.slice(0, -3) : edtf, text, basis };
}
