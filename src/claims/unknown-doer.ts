import type { Frame } from "./frame.ts";
import type { Filler } from "./match-frames.ts";
import type { PhraseActors } from "./phrase-actors.ts";
import { ROLES } from "./roles.ts";
import type { SentenceGraph } from "./sentence-graph.ts";

const OTHERS = /^(?:country|state|nation|government|neighbou?r|power|member|republic|ally|partner)$/i;

/**
 * "President Example of nobody known suspended relations with Japan", "opened relations with 63 countries": where somebody is named or
 * counted of whom nobody knows who it is, whoever was told of before is not in his place.
 */
export function dropStandIns(
  graph: SentenceGraph,
  actors: PhraseActors,
  frame: Frame,
  trigger: number,
  theme: number | null,
  fillers: Map<string, Filler[]>,
): void {
  const role = Object.keys(ROLES[frame.type].roles)[0]!;
  const found = fillers.get(role);
  if (!found?.some((f) => f.slot === "before")) return;
  const isOpen =
    isByStranger(graph, actors, trigger) || (frame.type === "relations" && isWithUnnamed(graph, actors, [trigger, theme ?? trigger]));
  if (!isOpen) return;
  fillers.set(
    role,
    found.filter((f) => f.slot !== "before"),
  );
}

/** The subject is a person with an office, and nobody knows in what state. */
function isByStranger(graph: SentenceGraph, actors: PhraseActors, verb: number): boolean {
  if (!graph.isVerb(verb) || graph.isPassive(verb)) return false;
  return (graph.slots(verb).get("agent") ?? []).some(
    (n) =>
      graph.node(n).upos === "PROPN" && actors.mentionsAt(n).some((m) => m.kind === "person" && m.actors.length === 0 && m.office !== null),
  );
}

/** "with 63 countries", "with many other states": with others than those told of. */
function isWithUnnamed(graph: SentenceGraph, actors: PhraseActors, places: readonly number[]): boolean {
  return places
    .flatMap((n) => graph.slots(n).get("with") ?? [])
    .some((n) => graph.node(n).xpos === "NNS" && OTHERS.test(graph.node(n).lemma) && actors.actorsOf(n).length === 0);
}
