import type { Mention } from "../actors/mention.ts";
import type { SentenceGraph } from "./sentence-graph.ts";

const PREFIX = /(?<![\p{L}-])(pan|pro|non|neo|trans|ex|anti)-$/iu;
/** What is aimed at a state, where "anti-" stands before its name. */
const MEASURES =
  /^\s(?:\p{L}+\s)?(?:sanctions?|embargo(?:es)?|bans?|tariffs?|dut(?:y|ies)|blockades?|boycotts?|coalition|resolutions?|measures?|laws?|bills?|policy|restrictions?)/iu;

/** The mentions that each node of a sentence stands for: none of a name that only part of a word is ("pan-American", "pro-Russian leaders"). */
export function mentionsOfNodes(graph: SentenceGraph, mentions: readonly Mention[], text: string): Mention[][] {
  const whole = mentions.filter((m) => text[m.start - 1] !== "-" || !isPrefixed(m, text));
  return graph.nodes.map((node) => whole.filter((m) => m.start < node.end && m.end > node.start));
}

/** "anti-Russian sanctions" are against Russia; whoever is "pro-Russian" is not Russia. */
function isPrefixed({ start, end }: Mention, text: string): boolean {
  const found = PREFIX.exec(text.slice(Math.max(0, start - 7), start));
  return found !== null && !(/^anti$/i.test(found[1]!) && MEASURES.test(text.slice(end, end + 40)));
}
