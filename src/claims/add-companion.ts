import type { Frame } from "./frame.ts";
import type { Filler } from "./match-frames.ts";
import type { PhraseActor, PhraseActors } from "./phrase-actors.ts";
import type { RoleStep } from "./role-step.ts";
import { kindOf } from "./roles.ts";
import type { SentenceGraph } from "./sentence-graph.ts";
import type { TopicMemory } from "./topic-memory.ts";

/** Verbs of going to see somebody: what is promised on the way is promised to him. */
const SEEING: ReadonlySet<string> = new Set("visit tour meet host receive travel go come arrive fly call".split(" "));

/**
 * "visited Mongolia and announced a credit line", "flew to Accra and signed a treaty": help and pacts that are told in one breath
 * with a visit are for the host and with him; so is what the visitor signs in the host's city in the sentence behind.
 */
export const addCompanion: RoleStep = (graph, actors, frame, trigger, theme, fillers, memory) => {
  const [known, missing] = frame.type === "aid" ? ["donor", "recipient"] : ["party", "party"];
  const own = fillers.get(known);
  if (!own) return;
  const doers = new Set(own.map((f) => f.actor));
  if (frame.type === "aid" ? fillers.has(missing) : !isSignedAlone(graph, frame, theme, doers, fillers)) return;
  const hosts = [
    ...seenWith(graph, actors, trigger),
    ...(frame.type === "agreement" ? hostHere(graph, actors, trigger, doers, memory) : []),
    ...(frame.type === "agreement" && maySignThere(graph, theme, own) ? capitalHere(graph, actors, [trigger, theme ?? trigger]) : []),
  ];
  const others = hosts.filter((h) => kindOf(h.actor) === "state" && !doers.has(h.actor));
  if (new Set(others.map((h) => h.actor)).size !== 1) return;
  fillers.set(missing, [...(frame.type === "aid" ? [] : own), { ...others[0]!, slot: "companion" }]);
};

/** One side signs a pact of which nothing says with whom: "a treaty", "two memoranda", no name of its own. */
function isSignedAlone(
  graph: SentenceGraph,
  frame: Frame,
  theme: number | null,
  doers: ReadonlySet<string>,
  fillers: ReadonlyMap<string, Filler[]>,
): boolean {
  if (frame.type !== "agreement" || !["signed", "concluded"].includes(frame.phase) || theme === null) return false;
  if (
    doers.size !== 1 ||
    fillers.has("organization") ||
    graph.node(theme).text.charAt(0) !== graph.node(theme).text.charAt(0).toLowerCase()
  )
    return false;
  return !graph.slots(theme).has("with") && !graph.slots(theme).has("between");
}

/** Whom the clause that a clause goes on with is a visit to or a meeting with. */
function seenWith(graph: SentenceGraph, actors: PhraseActors, trigger: number): readonly PhraseActor[] {
  const { head, relation } = graph.node(trigger);
  if (head < 0) return [];
  // "flew to Accra, where she signed"
  const where =
    /^(?:acl:relcl|advcl)/.test(relation) && graph.childrenBy(trigger, "advmod").some((w) => /^where$/i.test(graph.node(w).text));
  if (where) {
    const there = actors.actorsOf(head, { places: true });
    if (there.length > 0) return there;
    // "returned from Zambia on Friday, where he signed"
    const over = graph.slots(graph.isVerb(head) ? head : graph.node(head).head);
    return ["to", "from", "in", "object"].flatMap((slot) => (over.get(slot) ?? []).flatMap((n) => actors.actorsOf(n, { places: true })));
  }
  if (!/^(?:conj|advcl)/.test(relation) || !SEEING.has(graph.lemma(head))) return [];
  const slots = graph.slots(head);
  return ["object", "to", "in", "with"].flatMap((slot) => (slots.get(slot) ?? []).flatMap((n) => actors.actorsOf(n, { places: true })));
}

/** Somebody who travels signs, or the paper is one between two, no convention of many. */
function maySignThere(graph: SentenceGraph, theme: number | null, own: readonly Filler[]): boolean {
  if (own.every((f) => f.office !== null || f.person !== null)) return true;
  return theme !== null && /^(?:contract|deal|agreement|accord|pact|memorandum|arrangement)s?$/i.test(graph.node(theme).lemma);
}

/** Capitals in which bodies between states sit: what is signed there need not be with the state. */
const SEATS = /^(?:brussels|vienna|addis ababa|washington|the hague|nairobi|rome|abuja|montevideo)\b/i;

/** "The Peruvian president signed a treaty in Quito": who signs in another's capital signs with that state. */
function capitalHere(graph: SentenceGraph, actors: PhraseActors, heads: readonly number[]): PhraseActor[] {
  return heads
    .flatMap((head) => graph.slots(head).get("in") ?? [])
    .flatMap((n) => actors.actorsOf(n, { places: true }))
    .filter((a) => a.mention.form === "capital" && !SEATS.test(a.mention.text));
}

/** "toured Ghana and Togo; in Accra she signed": the host of the last visit in whose city it is. */
function hostHere(
  graph: SentenceGraph,
  actors: PhraseActors,
  trigger: number,
  doers: ReadonlySet<string>,
  memory: TopicMemory,
): PhraseActor[] {
  const last = memory.lastMatch("visit", 1);
  if (!last?.get("visitor")?.some((v) => doers.has(v.actor))) return [];
  const hosts = new Set((last.get("host") ?? []).map((h) => h.actor));
  return (graph.slots(trigger).get("in") ?? []).flatMap((n) => actors.actorsOf(n, { places: true })).filter((a) => hosts.has(a.actor));
}
