import type { Mention } from "../actors/mention.ts";
import { isTree } from "../language/repair-parse.ts";
import type { Node, Parse } from "../language/sentence.ts";
import { isUnder, standsInFront } from "./stands-in-front.ts";

/**
 * "During talks in Nairobi on Monday, President Example and Prime Minister Sample agreed": where the second alone was read as the
 * subject and the first joined to the place or time in front, both do it.
 */
export function mendSharedSubjects(parse: Parse, mentions: readonly Mention[]): Parse {
  let { nodes } = parse;
  for (let second = 4; second < nodes.length; second++) {
    const and = joinerOf(nodes, second);
    const verb = and < 0 || !isSomebody(nodes, second, mentions) ? -1 : verbOf(nodes, second);
    const first = verb < 0 ? -1 : joinedAstray(nodes, and, verb, mentions);
    if (first < 0) continue;
    const mended = nodes.map((n, i): Node => {
      if (i === first) return { ...n, head: verb, relation: nodes[second]!.relation === "nsubj:pass" ? "nsubj:pass" : "nsubj" };
      return i === second ? { ...n, head: first, relation: "conj" } : n;
    });
    if (isTree(mended)) nodes = mended;
  }
  return nodes === parse.nodes ? parse : { ...parse, nodes };
}

function joinerOf(nodes: readonly Node[], second: number): number {
  return /^(?:nsubj|conj)/.test(nodes[second]!.relation)
    ? nodes.findIndex((n, i) => i < second && n.head === second && n.relation === "cc")
    : -1;
}

/** The verb whose subject the second of two is, or right behind him a finite verb that has none; -1 for neither. */
function verbOf(nodes: readonly Node[], second: number): number {
  const { head, relation } = nodes[second]!;
  if (relation !== "conj") return head > second ? head : -1;
  let verb = second + 1;
  while (verb < nodes.length && (nodes[verb]!.upos === "ADV" || nodes[verb]!.upos === "AUX")) verb++;
  const { upos, xpos } = nodes[verb] ?? {};
  if (upos !== "VERB" || (!/^VB[DZP]$/.test(xpos!) && nodes[verb - 1]!.upos !== "AUX")) return -1;
  return nodes.some((n) => n.head === verb && /^(?:nsubj|csubj|expl)/.test(n.relation)) ? -1 : verb;
}

/** The actor right before "and", behind the comma that ends the phrase in front, and hung on that phrase; -1 where there is none. */
function joinedAstray(nodes: readonly Node[], and: number, verb: number, mentions: readonly Mention[]): number {
  let first = and - 1;
  if (nodes[first]?.text === ",") first--;
  while (first > 1 && nodes[first]!.head >= 0 && nodes[first]!.head < first && !isActor(mentionAt(nodes, first, mentions))) first--;
  const over = nodes[first]?.head ?? -1;
  if (first < 2 || over < 0 || over > first || !isActor(mentionAt(nodes, first, mentions))) return -1;
  if (!/^(?:conj|appos|nmod:unmarked|list|dep|flat)$/.test(nodes[first]!.relation)) return -1;
  if (nodes.some((n) => n.head === first && /^(?:cc|case)$/.test(n.relation))) return -1;
  let start = first;
  while (start > 0 && nodes[start - 1]!.text !== "," && isUnder(nodes, start - 1, first)) start--;
  // "in talks in Nairobi the Kenyan president and": an article opens the subject
  if (nodes[start - 1]?.text !== "," && (start - 1 !== over || nodes[start]!.upos !== "DET")) return -1;
  // "after talks with his colleague, Ana Example and": the name says who the colleague is
  const before = mentionAt(nodes, over, mentions);
  if (before && (before.person !== null || before.form === "office")) return -1;
  if (!before && nodes[over]!.upos === "NOUN" && nodes[first]!.relation === "appos" && PEOPLE.test(nodes[over]!.lemma)) return -1;
  return standsInFront(nodes, over, verb) ? first : -1;
}

const PEOPLE =
  /^(?:minister|president|colleague|counterpart|leader|envoy|ambassador|official|host|guest|king|queen|prince|secretary|chairman|chair|head|director|premier|chancellor)s?$/i;

function mentionAt(nodes: readonly Node[], i: number, mentions: readonly Mention[]): Mention | undefined {
  return mentions.find((m) => m.start < nodes[i]!.end && m.end > nodes[i]!.start);
}

function isSomebody(nodes: readonly Node[], i: number, mentions: readonly Mention[]): boolean {
  return PEOPLE.test(nodes[i]!.lemma) || isActor(mentionAt(nodes, i, mentions));
}

function isActor(mention: Mention | undefined): boolean {
  return mention !== undefined && (mention.actors.length > 0 || mention.form === "person") && mention.form !== "demonym";
}
