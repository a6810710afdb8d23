import type { SentenceContext } from "./build-claims.ts";
import type { PhraseActor } from "./phrase-actors.ts";
import { PLAIN, type Repeat } from "./repeat.ts";

/**
 * "Of Chad, Niger and Mali only Mali has ratified it": what one alone did, the others that the sentence names before did not
 * (docs/record.md, point 12). One repeat, denied, for each "only" before the subject of a verb that is one of several named.
 */
export function onlyOnes({ graph, actors }: SentenceContext): Repeat[] {
  return graph.nodes.flatMap((only, i): Repeat[] => {
    if (only.text.toLowerCase() !== "only") return [];
    const subject = [i + 1, i + 2].find((k) => k < graph.nodes.length && /^nsubj/.test(graph.node(k).relation));
    const verb = subject === undefined ? -1 : graph.node(subject).head;
    if (subject === undefined || verb < subject) return [];
    const own = actors.actorsOf(subject).map((a) => a.actor);
    const several = own.length === 0 ? [] : namedBefore(i, actors, own);
    const others = several.filter((a) => !own.includes(a.actor));
    if (others.length === 0) return [];
    return [
      {
        start: only.start,
        end: graph.node(verb).end,
        actors: others,
        factuality: "denied",
        date: null,
        ...PLAIN,
        within: true,
      },
    ];
  });
}

/** The last list before a node that has all of `own` and others. */
function namedBefore(before: number, actors: SentenceContext["actors"], own: readonly string[]): readonly PhraseActor[] {
  for (let k = before - 1; k >= 0; k--) {
    const named = actors.actorsOf(k);
    if (named.length > own.length && own.every((o) => named.some((n) => n.actor === o))) return named;
  }
  return [];
}
