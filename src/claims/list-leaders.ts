import type { PhraseActors } from "./phrase-actors.ts";
import type { SentenceGraph } from "./sentence-graph.ts";
import type { TopicMemory } from "./topic-memory.ts";

/** Those who met, or their gathering, right before a colon, with "agreed", "decided" or the like behind them at most. */
const DELIBERATES =
  /\b(?:[Ss]ummit|[Mm]eeting|[Aa]ssembly|[Cc]onference|[Ss]ession|[Cc]ouncil|[Mm]inisters|[Ll]eaders|[Ff]orum|[Pp]articipants|[Dd]elegations|[Hh]eads of [Ss]tate(?: and(?: of)? [Gg]overnment)?|[Tt]hey)(?: (?:also|further|then|have|has|hereby|agreed|decided|resolved|adopted|the|following|as|follows|on|to|that)){0,6}\s*:\s*$/u;

/** "The two sides:", "During the talks, both ministers:": who does what the points below say; nobody where no list follows. */
export function leadersOf(graph: SentenceGraph, actors: PhraseActors, text: string, memory: TopicMemory): string[] {
  const { start, end } = graph.parse.sentence;
  if (!/:\s*$/.test(text.slice(start, end))) return [];
  const root = graph.nodes.findIndex((n) => n.head < 0);
  const subjects = graph.childrenBy(root, "nsubj").filter((s) => graph.node(s).xpos !== "EX");
  const said = subjects[0] ?? (graph.isNoun(root) ? root : graph.nodes.findLastIndex((_, i) => graph.isNoun(i)));
  const named = said < 0 ? [] : [...new Set(actors.actorsOf(said).map((a) => a.actor))];
  // "After deliberations, the Summit:", "The Assembly:"
  return named.length === 0 && memory.convened && DELIBERATES.test(text.slice(start, end)) ? [memory.convened] : named;
}
