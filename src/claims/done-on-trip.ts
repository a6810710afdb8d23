import type { Filler } from "./match-frames.ts";
import type { PhraseActor, PhraseActors } from "./phrase-actors.ts";
import type { RoleStep } from "./role-step.ts";
import { kindOf } from "./roles.ts";
import type { SentenceGraph } from "./sentence-graph.ts";
import { TRIPS } from "./slot-words.ts";

const WHILE = /^(?:during|on|in|at|upon|after|throughout)$/;
/** Stretches of a trip that are named instead of it: "at the end of his visit". */
const STRETCHES = /^(?:end|course|conclusion|close|start|beginning|occasion|day|leg|outset|part|framework)$/;
/** Towns where bodies of many states sit, and papers of many states are signed. */
const SEATS = /\b(?:new york|geneva|brussels|vienna|addis ababa|washington|the hague|nairobi|rome|abuja|montevideo)\b/i;
const OF_MANY = /\b(?:convention|charter|covenant|statute|multilateral|international|law|bill|decree|act)s?\b/i;

/**
 * "signed two treaties during his visit to Chad", "announced a loan at the end of a trip to Laos": who signs on a trip signs with
 * the host, and gives to him; "during a visit by the Chinese president Peru signed" with the visitor. Where papers "were signed"
 * on a trip, it was between the two of it.
 */
export const addSidesOfTrip: RoleStep = (graph, actors, frame, trigger, theme, fillers) => {
  const isPact = frame.type === "agreement" && (frame.phase === "signed" || frame.phase === "concluded");
  if (!isPact && frame.type !== "aid") return;
  if (theme === null || (isPact ? !isOpenPact(graph, theme, fillers) : fillers.has("recipient") || !fillers.has("donor"))) return;
  const own = fillers.get(isPact ? "party" : "donor") ?? [];
  const doers = new Set(own.map((f) => f.actor));
  if (doers.size > 1) return;
  const sides = sidesOfTrip(graph, actors, [trigger, theme]).filter((f) => !doers.has(f.actor));
  if (new Set(sides.map((f) => f.actor)).size !== (own.length === 0 ? 2 : 1)) return;
  const told = sides.map((f) => ({ ...f, slot: "companion" }));
  if (!isPact) fillers.set("recipient", told.slice(0, 1));
  else fillers.set("party", [...own, ...(own.length === 0 ? told : told.slice(0, 1))]);
};

/** A paper without a name of its own, of which nothing says with whom it is and which is not one of many. */
function isOpenPact(graph: SentenceGraph, theme: number, fillers: ReadonlyMap<string, Filler[]>): boolean {
  const slots = graph.slots(theme);
  if (fillers.has("organization") || slots.has("with") || slots.has("between") || /^\p{Lu}/u.test(graph.node(theme).text)) return false;
  return !graph.subtree(theme, false).some((n) => OF_MANY.test(graph.node(n).text));
}

/** The states of the visitor and the host of a trip on which the clause of these nodes takes place. */
function sidesOfTrip(graph: SentenceGraph, actors: PhraseActors, heads: readonly number[]): PhraseActor[] {
  for (const head of heads)
    for (const phrase of graph.childrenBy(head, "obl", "nmod")) {
      if (!WHILE.test(graph.preposition(phrase))) continue;
      const trip = STRETCHES.test(graph.lemma(phrase)) ? (graph.slots(phrase).get("of") ?? [])[0] : phrase;
      if (trip === undefined || !TRIPS.has(graph.node(trip).lemma.toLowerCase())) continue;
      const around = [...graph.childrenBy(trip, "nmod", "obl", "amod", "compound")];
      const named = around.flatMap((n) => actors.actorsOf(n, { places: true }));
      if (named.some((f) => SEATS.test(f.mention.text) || kindOf(f.actor) !== "state")) return [];
      return named.filter((f, k) => named.findIndex((g) => g.actor === f.actor) === k);
    }
  return [];
}
