import { NOT_THERE } from "./complete-flow.ts";
import type { FrameTrial } from "./fill-roles.ts";
import { impliedActor } from "./implied-actor.ts";
import type { Filler } from "./match-frames.ts";
import { hostOfMission, isMission } from "./name-missions.ts";
import { kindOf } from "./roles.ts";
import type { SentenceGraph } from "./sentence-graph.ts";
import type { TopicMemory } from "./topic-memory.ts";

/** How many sentences back a text may have told who is where. */
const REACH = 3;
/** Those told before, without a name: "the last of them", "another 300", "the rest". */
const PART = /^(?:they|it|them|these|those|both|all|last|first|rest|remainder|others?|another|more|some|most|half)$/i;
const UNIT =
  /^(?:troops?|soldiers?|peacekeepers?|force|forces|battalions?|contingents?|units?|companies|company|regiments?|brigades?|observers?|monitors?|police|officers?|policemen|marines?|paratroopers?|commandos?|advisers?|instructors?|trainers?|engineers?|teams?|men|detachments?|platoons?|squadrons?|frigates?|ships?|aircraft|helicopters?|battle ?groups?|garrisons?|guards?|gendarmes?|convoys?|personnel|group|batch|aircraft|planes|jets)$/i;
const MISSION = /^(?:mission|force|operation)$/i;
const BACK = /^(?:the|that|this|these|those|its|their|his)$/i;
/** What is left or ended and says no other place than before. */
const LEAVES =
  /^(?:it|them|mission|force|operation|deployment|presence|participation|contribution|country|island|islands|territory|region|area|town|city|capital|base|camp|role|involvement|troops?|soldiers?|men|contingent|battalion|company|police|observers?|monitors?|team|advisers?|instructors?|unit)s?$/i;
/** Of a force like the one before: "a second battalion". */
const LIKE = /^(?:another|second|third|fourth|further|additional|more|other|new|last|remaining|first|fresh)$/i;

/**
 * Troops are told of over several sentences: "Rwanda sent 700 men to Bangui. They guard the palace; a second battalion came a year
 * later. Portugal withdrew its commandos." Who sends, where to and for which mission is taken from what was last told, where the
 * clause names neither another state nor another place.
 */
export function recallForces(trial: FrameTrial, fillers: Map<string, Filler[]>, memory: TopicMemory): void {
  const { graph, frame, trigger, slots } = trial;
  if (frame.type !== "deployment") return;
  recallMission(trial, fillers, memory);
  if (isOfOwner(graph, fillers.get("host") ?? [])) fillers.delete("host");
  const last = memory.lastMatch("deployment", REACH) ?? (frame.phase === "ends" ? invaders(memory) : null);
  if (!last) return;
  const missing = (role: string): boolean => (frame.roles.has(role) || frame.roles.has(`${role}?`)) && !fillers.has(role);
  if (missing("sender")) {
    const known = (last.get("sender") ?? []).filter((f) => !(fillers.get("host") ?? []).some((h) => h.actor === f.actor));
    if (known.length > 0 && goesOnWithForces(trial, known.length))
      fillers.set(
        "sender",
        known.map((f) => ({ ...f, slot: "before" })),
      );
  }
  const senders = fillers.get("sender") ?? [];
  if (senders.length === 0 || !missing("host") || goesAway(trial)) return;
  const told = [
    ...new Set(
      last.has("host") ? last.get("host")!.map((f) => f.actor) : (last.get("organization") ?? []).map((f) => hostOfMission(f.actor) ?? ""),
    ),
  ];
  const hosts = told.filter((actor) => kindOf(actor) === "state" && !senders.some((s) => s.actor === actor));
  if (hosts.length === 0 || hosts.length !== told.length) return;
  const known = [...hosts, ...[...senders, ...(last.get("sender") ?? [])].map((f) => f.actor)];
  if (namesElsewhere(trial, known) || goesTo(graph, slots)) return;
  const bodies = fillers.get("organization") ?? [];
  if (bodies.some((f) => isMission(f.actor) && !hosts.includes(hostOfMission(f.actor) ?? ""))) return;
  // "has 200 soldiers" is the size of an army
  if (/^(?:have|number|comprise|command|field)$/.test(graph.lemma(trigger)) && !pointsThere(graph, trigger)) return;
  fillers.set(
    "host",
    hosts.map((actor) => ({
      ...impliedActor(graph.node(trigger), actor, "where the troops told of before are"),
      node: trigger,
      slot: "before",
    })),
  );
}

/** "Israel invaded Lebanon in July. It has begun to pull out its soldiers": those who went in are there. */
function invaders(memory: TopicMemory): ReadonlyMap<string, readonly Filler[]> | null {
  const told = memory.lastTold.concat(memory.toldBefore).find((t) => GOES_IN.test(t.frame.id));
  const last = told && told.claim.factuality === "actual" ? memory.lastMatch("conflict", REACH) : null;
  const [sender, host] = [last?.get("initiator"), last?.get("target")];
  return sender && host
    ? new Map([
        ["sender", sender],
        ["host", host],
      ])
    : null;
}
const GOES_IN = /^conflict\/(?:invade|invasion|cross|march-into|seize-land|occupy|take)/;

/** "The force was wound up", "its mandate was renewed": the mission that was named last. */
function recallMission(
  { graph, actors, frame, trigger, slots, theme }: FrameTrial,
  fillers: Map<string, Filler[]>,
  memory: TopicMemory,
): void {
  if (fillers.has("organization") || !(frame.roles.has("organization") || frame.roles.has("organization?"))) return;
  const near = ["agent", "object", "of", "to", "in", "for", "with"].flatMap((slot) => slots.get(slot) ?? []);
  const isIt = (n: number): boolean =>
    MISSION.test(graph.node(n).text) &&
    graph.childrenBy(n, "det", "nmod:poss").some((d) => /^(?:the|its|this|that)$/i.test(graph.node(d).text)) &&
    graph.childrenBy(n, "amod", "compound", "nmod").length === 0 &&
    actors.actorsOf(n).length === 0;
  if (![...near, ...(theme === null ? [] : [theme])].some((n) => n !== trigger && isIt(n))) return;
  const [named] = memory.organization;
  const [told] = memory.lastMatch("deployment", REACH)?.get("organization") ?? [];
  const mission = named && isMission(named.actor) ? named : told && isMission(told.actor) ? told : null;
  if (mission) fillers.set("organization", [{ ...mission, slot: "before" }]);
}

/** Whoever acts is a unit that names no state: "they", "the last of them", "the battalion", "a second company". */
function goesOnWithForces({ graph, actors, trigger, theme, slots }: FrameTrial, several: number): boolean {
  const passive = graph.isVerb(trigger) && graph.isPassive(trigger);
  if (slots.has("by") || (graph.isVerb(trigger) && !passive && !slots.has("agent"))) return false;
  const doers = graph.isVerb(trigger) ? (slots.get(passive ? "object" : "agent") ?? []) : theme === null ? [] : [theme];
  if (doers.length === 0 || doers.some((n) => graph.subtree(n).some((k) => actors.mentionsAt(k).length > 0))) return false;
  return doers.every((n) => {
    const { text, upos, xpos } = graph.node(n);
    if (upos === "PRON" || upos === "NUM" || PART.test(text)) return PART.test(text) || upos === "NUM";
    if (!UNIT.test(text)) return false;
    const marks = graph.childrenBy(n, "det", "nmod:poss", "amod", "nummod").map((d) => graph.node(d).text);
    const plural = xpos.endsWith("S") || /^(?:troops|police|men|aircraft|personnel)$/i.test(text);
    return marks.some((m) => LIKE.test(m)) || (marks.some((m) => BACK.test(m)) && (plural || several === 1));
  });
}

/** "guarded the Polish camp", "the road to the Cameroonian border": whose a thing is says no place. */
function isOfOwner(graph: SentenceGraph, hosts: readonly Filler[]): boolean {
  return (
    hosts.length > 0 &&
    hosts.every(
      (f) =>
        f.mention.form === "demonym" &&
        /^(?:bases?|camps?|contingents?|embass(?:y|ies)|borders?|frontiers?|headquarters|soldiers|troops|battalions?|garrisons?)$/i.test(
          graph.node(graph.node(f.node).head < 0 || graph.isNoun(f.node) ? f.node : graph.node(f.node).head).text,
        ),
    )
  );
}

/** "left in May", "sailed from Luanda": to where is not said, and it is not where they were. */
export function goesAway({ graph, frame, trigger, theme, slots }: FrameTrial): boolean {
  if (frame.phase === "ends") {
    // "left their tents"
    const objects = graph.isVerb(trigger) && !graph.isPassive(trigger) ? (slots.get("object") ?? []) : [];
    return objects.some((n) => n !== theme && graph.node(n).unit?.kind !== "date" && !LEAVES.test(graph.node(n).text));
  }
  if (frame.phase !== "begins") return false;
  if (NOT_THERE.has(graph.lemma(trigger)) && !slots.has("to")) return true;
  const places = frame.roles.get("host") ?? frame.roles.get("host?") ?? [];
  return slots.has("from") || places.every((place) => /^(?:for|to|toward)\*?$/.test(place));
}

/** "flew to Wunstorf", "left for Camp Arifjan": a place that nobody knows. */
function goesTo(graph: SentenceGraph, slots: FrameTrial["slots"]): boolean {
  return ["to", "into", "for", "toward"].some((slot) =>
    (slots.get(slot) ?? []).some((n) => graph.node(n).upos === "PROPN" && graph.node(n).unit?.kind !== "date"),
  );
}

function pointsThere(graph: SentenceGraph, trigger: number): boolean {
  return graph
    .subtree(trigger, false)
    .some((n) => /^(?:there|still|country|island|capital|city|region|mission|force|base|airport|ground)$/i.test(graph.node(n).text));
}

/** Whether the clause names a state that is none of the known. */
function namesElsewhere({ graph, actors, trigger }: FrameTrial, known: readonly string[]): boolean {
  return graph
    .subtree(trigger, false)
    .some((n) => actors.mentionsAt(n).some((m) => m.actors.some((a) => kindOf(a) === "state" && !known.includes(a))));
}

/** A mission that ends by itself, and is nobody's, is no mission of its own: "RAMSI closed". */
export function leaveOutItself(fillers: Map<string, Filler[]>): void {
  const senders = (fillers.get("sender") ?? []).map((f) => f.actor);
  if (fillers.has("host") && (fillers.get("organization") ?? []).some((f) => senders.includes(f.actor))) fillers.delete("organization");
}

/** "in response, forces were deployed": who fights sends soldiers against the other's, not into its land. */
export function areFoes(memory: TopicMemory): boolean {
  return memory.lastMatch("conflict", 4) !== null;
}
