import type { PhraseActors } from "./phrase-actors.ts";
import type { SentenceGraph } from "./sentence-graph.ts";
import { areFriends } from "./told-friends.ts";
import type { TopicMemory } from "./topic-memory.ts";

const ONE_MORE = /^(?:second|third|fourth|fifth|another|further|renewed|fresh)$/i;

/**
 * "War broke out in 1965" in a text on two states is theirs where nobody else is named; "a second war" in their chronicle is theirs
 * whoever else is. Where one has just thanked or helped the other, none of the wars is.
 */
export function isWarOfPair(graph: SentenceGraph, about: number, memory: TopicMemory, actors: PhraseActors): boolean {
  if (!actors.namesAnother(memory.pair)) return memory.subjects.length === 2 || !areFriends(memory, 0);
  const numbered = graph.childrenBy(about, "amod", "det").some((c) => ONE_MORE.test(graph.node(c).text));
  return memory.subjects.length === 2 && numbered && !graph.slots(about).has("between") && !graph.slots(about).has("with");
}
