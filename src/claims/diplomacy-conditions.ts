import type { FrameMatch } from "./match-frames.ts";
import { kindOf } from "./roles.ts";
import type { SentenceGraph } from "./sentence-graph.ts";

type Condition = (graph: SentenceGraph, match: FrameMatch) => boolean;

/** Offices whose holders are away from home only on a visit; ambassadors and soldiers live there. */
const TRAVELS: ReadonlySet<string> = new Set([
  "head-of-state",
  "head-of-government",
  "foreign-minister",
  "minister",
  "official",
  "delegation",
]);

/** Conditions of the frames of visits and meetings; docs/frames.md lists them by name. */
export const DIPLOMACY_CONDITIONS: Readonly<Record<string, Condition>> = {
  /** "returned from", "came home after" a trip. */
  "trip-is-behind": (graph, { trigger }) => ["from", "after", "following"].includes(graph.preposition(trigger)),
  /** "on a visit to", "during a tour of": the doer of the sentence travels, unless the words give the trip to another. */
  "on-a-trip": (graph, { trigger }) =>
    ["on", "during"].includes(graph.preposition(trigger)) && !["poss", "by", "agent"].some((slot) => graph.slots(trigger).has(slot)),
  /** The visitor is a statesman, an official or a delegation, no ambassador and no army. */
  "statesman-travels": (_, { fillers }) =>
    (fillers.get("visitor") ?? []).some((f) => (f.office === null ? f.person !== null : TRAVELS.has(f.office))),
  /** The clause says when. */
  "time-is-said": (graph, { trigger }) => {
    const top = graph.node(trigger).relation === "cop" ? graph.node(trigger).head : trigger;
    return graph.subtree(top, false).some((n) => graph.node(n).unit?.kind === "date");
  },
  /** "called on his counterpart", not "called on him to resign". */
  "calls-on-person": (graph, { trigger, slots, fillers }) => {
    const called = [...(slots.get("on") ?? []), ...(slots.get("upon") ?? [])];
    const persons = [...fillers.values()].flat().filter((f) => f.person !== null || f.office !== null);
    const asks = graph.subtree(trigger).some((n) => n > trigger && graph.isVerb(n) && hasMark(graph, n, "to"));
    return !asks && called.some((n) => persons.some((f) => f.node === n || graph.conjuncts(n).includes(f.node)));
  },
  /** An organisation, or those who speak for it, comes together: "the African Union met in Nairobi". */
  "body-meets": (_, { slots, fillers }) =>
    !slots.has("object") && !slots.has("with") && (fillers.get("organization") ?? []).every((f) => kindOf(f.actor) === "org"),
  /** Persons or offices on both sides, who do it: "met to discuss" is told by the meeting. */
  "two-persons": (graph, { trigger, fillers }) =>
    !hasMark(graph, trigger, "to") && (fillers.get("participant") ?? []).filter((f) => f.person !== null || f.office !== null).length > 1,
  /** "came face to face". */
  "face-to-face": (graph, { trigger }) =>
    /\bface[ -]to[ -]face\b/i.test(
      graph
        .subtree(trigger)
        .map((n) => graph.node(n).text)
        .join(" "),
    ),
};

function hasMark(graph: SentenceGraph, i: number, word: string): boolean {
  return graph.childrenBy(i, "mark").some((m) => graph.node(m).text.toLowerCase() === word);
}
