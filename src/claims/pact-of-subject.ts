import type { Frame } from "./frame.ts";
import type { Filler } from "./match-frames.ts";
import type { PhraseActors } from "./phrase-actors.ts";
import type { RoleStep } from "./role-step.ts";
import { kindOf } from "./roles.ts";
import type { SentenceGraph } from "./sentence-graph.ts";
import type { TopicMemory } from "./topic-memory.ts";

/** How a pact that is only the ground of what is told hangs on it. */
const GROUND = /^(?:under|by|in|through|with|of|after|before|despite|since|following|from|on|via|per)$/i;

/**
 * "Under a treaty signed with Thailand in 1907 France received Battambang": of a pact that is named as the ground of what is told
 * with one partner alone, the other side is who does what is told.
 */
export const addSubjectOfPact: RoleStep = (graph, actors, frame, trigger, theme, fillers) => {
  const own = fillers.get("party") ?? [];
  if (frame.type !== "agreement" || fillers.has("organization") || own.length === 0) return;
  if (!own.every((f) => /^(?:\w+[>.])?with$/.test(f.slot))) return;
  const pact = theme ?? trigger;
  // the words of the pact itself: the noun, or the participle behind it
  if (graph.isVerb(trigger) ? graph.node(trigger).relation !== "acl" || graph.node(trigger).head !== pact : trigger !== pact) return;
  const { relation } = graph.node(pact);
  if (!/^(?:obl|nmod)/.test(relation) || !GROUND.test(graph.preposition(pact))) return;
  const verb = graph.ancestors(pact).find((n) => graph.isVerb(n));
  if (verb === undefined) return;
  const doers = (graph.slots(verb).get("agent") ?? [])
    .flatMap((n) => actors.actorsOf(n))
    .filter((a) => kindOf(a.actor) === "state" || kindOf(a.actor) === "org");
  const [doer] = doers;
  if (!doer || new Set(doers.map((d) => d.actor)).size !== 1 || own.some((f) => f.actor === doer.actor)) return;
  fillers.set("party", [{ ...doer, slot: "over.agent" }, ...own]);
};

/**
 * "He flew to Accra and then to Lima. In Lima two memoranda were signed": a pact of which only the town is said is between the
 * traveller told of just before and the host whose town it is.
 */
export function addGuestAndHost(
  graph: SentenceGraph,
  actors: PhraseActors,
  frame: Frame,
  trigger: number,
  fillers: Map<string, Filler[]>,
  memory: TopicMemory,
): void {
  if (frame.type !== "agreement" || fillers.size > 0 || !graph.isVerb(trigger) || !graph.isPassive(trigger)) return;
  const there = (graph.slots(trigger).get("in") ?? []).flatMap((n) => actors.actorsOf(n, { places: true }));
  const visit = memory.lastMatch("visit", 2);
  const visitors = visit?.get("visitor") ?? [];
  const host = visit?.get("host")?.find((h) => there.some((t) => t.actor === h.actor));
  if (!host || new Set(visitors.map((v) => v.actor)).size !== 1 || visitors[0]!.actor === host.actor) return;
  if (actors.namesAnother([visitors[0]!.actor, host.actor])) return;
  fillers.set("party", [
    { ...visitors[0]!, slot: "before" },
    { ...host, slot: "before" },
  ]);
}
