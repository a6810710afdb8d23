import type { Frame } from "./frame.ts";
import { impliedActor } from "./implied-actor.ts";
import type { Filler } from "./match-frames.ts";
import type { PhraseActors } from "./phrase-actors.ts";
import type { RoleStep } from "./role-step.ts";
import { kindOf } from "./roles.ts";
import type { SentenceGraph } from "./sentence-graph.ts";
import type { TopicMemory } from "./topic-memory.ts";

/** How many sentences back a body may have been named. */
const REACH = 2;

/**
 * "Mali has been under an embargo since January": whose embargo it is, where this sentence and those just before name only one
 * organisation.
 */
export function recallImposer(
  graph: SentenceGraph,
  actors: PhraseActors,
  frame: Frame,
  trigger: number,
  fillers: Map<string, Filler[]>,
  memory: TopicMemory,
): void {
  if (frame.type !== "sanction" || fillers.has("imposer") || !fillers.has("target")) return;
  if (frame.id === "sanction/impose" && graph.isVerb(trigger) && graph.isPassive(trigger)) takeSuspender(fillers, memory);
  if (frame.id !== "sanction/under") return;
  for (let back = 0; back <= REACH; back++) {
    const named = (back === 0 ? actors.allNamed() : memory.namedBack(back)).filter((a) => kindOf(a.actor) === "org");
    if (named.length === 0) continue;
    if (new Set(named.map((a) => a.actor)).size > 1) return;
    const { actor, text } = named[0]!;
    const made = impliedActor(graph.node(trigger), actor, "the only organisation that was spoken of");
    fillers.set("imposer", [{ ...made, text, node: trigger, slot: "before" }]);
    return;
  }
}

/** "Kenya ended the visa regime that Chad had imposed on Laos": whose it was is said of it, whoever ends it. */
export function takeMaker(
  graph: SentenceGraph,
  actors: PhraseActors,
  frame: Frame,
  theme: number | null,
  fillers: Map<string, Filler[]>,
): void {
  if (frame.type !== "sanction" || frame.phase !== "ends" || theme === null) return;
  for (const clause of graph.childrenBy(theme, "acl")) {
    if (!/^(?:impose|levy|slap|decree|enforce|enact|place|reimpose)$/.test(graph.lemma(clause))) continue;
    const makers = (graph.slots(clause).get("agent") ?? []).filter((n) => n !== theme).flatMap((n) => actors.actorsOf(n));
    const own = fillers.get("imposer") ?? [];
    if (makers.length === 0 || makers.every((f) => own.length === makers.length && own.some((o) => o.actor === f.actor))) continue;
    fillers.set(
      "imposer",
      makers.map((f) => ({ ...f, slot: "agent" })),
    );
  }
}

/** "Guinea was suspended from the Union. Sanctions were placed on it in May": who suspended a member also punishes it. */
function takeSuspender(fillers: Map<string, Filler[]>, memory: TopicMemory): void {
  const last = memory.lastMatch("membership", REACH);
  const [body, ...more] = last?.get("organization") ?? [];
  const members = new Set((last?.get("member") ?? []).map((f) => f.actor));
  const isSuspended = memory.lastTold.some((t) => t.frame.type === "membership" && /^(?:suspended|ends)$/.test(t.frame.phase));
  if (!body || more.length > 0 || !isSuspended || !fillers.get("target")!.some((f) => members.has(f.actor))) return;
  fillers.set("imposer", [{ ...body, slot: "before" }]);
}

const MEASURE = /(?:ban|sanction|embargo|restriction|measure|blockade|boycott|tariff|duty|penalty)$/;

/**
 * "Fiji was suspended in 2009. Australia dropped its travel bans in 2014": against whom a restriction was that is lifted or called
 * the one known, where the sentence before names one state besides.
 */
export const recallTarget: RoleStep = (graph, actors, frame, trigger, theme, fillers, memory) => {
  if (
    frame.type !== "sanction" ||
    frame.phase !== "ends" ||
    theme === null ||
    !MEASURE.test(graph.lemma(theme)) ||
    fillers.has("target") ||
    !graph.isVerb(trigger) ||
    memory.lastMatch("sanction", REACH)
  )
    return;
  const imposers = fillers.get("imposer") ?? [];
  if (imposers.length === 0 || imposers.some((f) => f.slot === "before")) return;
  const isKnown = graph.childrenBy(theme, "det", "nmod:poss").some((n) => /^(?:its|their|the|these|those)$/i.test(graph.node(n).text));
  const own = imposers.map((f) => f.actor);
  if (!isKnown || actors.namesAnother(own)) return;
  const aims = ["on", "against", "to", "for", "with"].flatMap((slot) => [
    ...(graph.slots(theme).get(slot) ?? []),
    ...(graph.slots(trigger).get(slot) ?? []),
  ]);
  if (aims.some((n) => graph.node(n).upos === "PROPN" && graph.node(n).unit?.kind !== "date")) return;
  const others = memory.namedBack(1).filter((a) => kindOf(a.actor) === "state" && !own.includes(a.actor));
  if (new Set(others.map((a) => a.actor)).size !== 1) return;
  const { actor, text } = others[0]!;
  const made = impliedActor(graph.node(trigger), actor, "the only state that the sentence before names");
  fillers.set("target", [{ ...made, text, node: trigger, slot: "before" }]);
};
