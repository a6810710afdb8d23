import type { Mention } from "../actors/mention.ts";
import type { Span } from "../document/document.ts";
import type { Filler } from "./match-frames.ts";
import type { PhraseActor } from "./phrase-actors.ts";
import type { SentenceGraph } from "./sentence-graph.ts";
import type { TopicMemory } from "./topic-memory.ts";

/** A state that the words at a place mean without naming it: the page's, the speaker's. `why` is for `explain`. */
export function impliedActor(
  { start, end, text }: Span & { readonly text: string },
  actor: string,
  why: string,
): Omit<PhraseActor, "node"> {
  const nobody = { start, end, text, person: null, office: null, body: null, city: null };
  const mention: Mention = { ...nobody, actors: [actor], kind: "state", form: "reference", why };
  return { ...nobody, actor, mention };
}

/** The two sides that the sentence's place tells, as parties. */
export function ofPair(memory: TopicMemory, graph: SentenceGraph, node: number): Filler[] {
  return memory.pair.map((actor) => ({
    ...impliedActor(graph.node(node), actor, "the page and its heading or row"),
    node,
    slot: "place",
  }));
}
