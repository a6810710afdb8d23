import type { Frame } from "./frame.ts";
import type { Filler } from "./match-frames.ts";
import type { PhraseActors } from "./phrase-actors.ts";
import type { SentenceGraph } from "./sentence-graph.ts";
import type { TopicMemory } from "./topic-memory.ts";

/** A step that adds to the roles of a match, or takes from them, what its own words leave open; `fillers` are changed in place. */
export type RoleStep = (
  graph: SentenceGraph,
  actors: PhraseActors,
  frame: Frame,
  trigger: number,
  theme: number | null,
  fillers: Map<string, Filler[]>,
  memory: TopicMemory,
) => void;
