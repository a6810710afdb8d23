import { impliedActor } from "./implied-actor.ts";
import type { Filler } from "./match-frames.ts";
import type { PhraseActors } from "./phrase-actors.ts";
import { kindOf } from "./roles.ts";
import type { SentenceGraph } from "./sentence-graph.ts";
import type { TopicMemory } from "./topic-memory.ts";

/** What is between two: "relations between Chad and Niger", "Peru's trade with Laos", "the border of Togo and Benin". */
const BETWEEN_TWO =
  /^(?:relation|relationship|tie|link|trade|commerce|friendship|cooperation|partnership|partner|border|boundary|frontier|neighbour|neighbor|friend|ally|alliance|dialogue|dispute|quarrel|war|conflict|rapprochement|exchange|contact|rivalry|rival|enemy)$/i;
/** A sentence that may tell what the two just spoken of did, naming neither: "A border treaty was signed in 1929". */
export const MAY_BE_THEIRS =
  /\b(?:agreements?|treat(?:y|ies)|pacts?|accords?|memorand(?:um|a)|protocols?|conventions?|declarations?|negotiations?|talks|relations|ties|peace)\b/i;

/**
 * The two states that a sentence is about, where it names no third and says what is between them: whom the next sentence may leave unsaid.
 * Null where nothing is.
 */
export function spokenPair(graph: SentenceGraph, actors: PhraseActors): readonly string[] | null {
  const named = [...new Set(actors.allNamed().map((a) => a.actor))];
  if (named.length !== 2 || !named.every((a) => kindOf(a) === "state" || kindOf(a) === "org")) return null;
  if (named.some((a) => kindOf(a) === "state") && isJointSubject(graph, actors, named)) return named;
  if (named.some((a) => kindOf(a) === "org")) return null;
  return graph.nodes.some((n) => n.upos === "NOUN" && BETWEEN_TWO.test(n.lemma)) ? named : null;
}

/** "Chad and Niger: military pact enters into force": the two in front of a headline's colon. */
function pairInFront(graph: SentenceGraph, actors: PhraseActors): readonly string[] | null {
  const colon = graph.nodes.findIndex((n) => n.text === ":");
  if (colon < 1 || colon > 4) return null;
  const named = [...new Set(graph.nodes.slice(0, colon).flatMap((_, i) => actors.actorsOf(i).map((a) => a.actor)))];
  return named.length === 2 && graph.nodes.slice(0, colon).every((n) => !n.upos.startsWith("V")) ? named : null;
}

/** "Chad and Niger drew a line in 2003": what the two did together. */
function isJointSubject(graph: SentenceGraph, actors: PhraseActors, pair: readonly string[]): boolean {
  return graph.nodes.some((n, i) => {
    if (n.relation !== "nsubj" || n.head < 0 || !graph.isVerb(n.head)) return false;
    const here = new Set(actors.actorsOf(i).map((a) => a.actor));
    return here.size === 2 && pair.every((a) => here.has(a));
  });
}

/** "Chad has close ties with Niger. A border treaty was signed in 1929": between the two just spoken of, where nobody else is named. */
export function fillSpoken(
  graph: SentenceGraph,
  about: number,
  fillers: Map<string, Filler[]>,
  memory: TopicMemory,
  actors: PhraseActors,
): boolean {
  const pair = memory.spokenPair ?? pairInFront(graph, actors);
  if (!pair || fillers.has("organization") || graph.node(about).unit?.kind === "name" || actors.namesAnother(pair)) return false;
  const verb = graph.isVerb(about) ? about : graph.ancestors(about).find((a) => graph.isVerb(a));
  // "The author signed a treaty", "was signed by ninety states"
  if (verb !== undefined && !graph.isPassive(verb) && graph.childrenBy(verb, "nsubj").some((n) => n !== about)) return false;
  if (verb !== undefined && graph.childrenBy(verb, "obl").some((n) => /^(?:by|with)$/.test(graph.preposition(n)))) return false;
  const why = "the two of whom the sentence before speaks";
  fillers.set(
    "party",
    pair.map((actor) => ({ ...impliedActor(graph.node(about), actor, why), node: about, slot: "before" })),
  );
  return true;
}
