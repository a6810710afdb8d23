import type { FrameMatch } from "./match-frames.ts";
import { kindOf } from "./roles.ts";
import type { SentenceGraph } from "./sentence-graph.ts";

/** Slots in which a body stands that is said to let somebody in, and not as what is joined. */
const DECIDES: ReadonlySet<string> = new Set(["agent", "by"]);

/** Those who decide for a body, where they are not called by its name: "the foreign ministers of Peru and Chile", "the summit". */
const MEMBERS =
  /\b(?:ministers|presidents|leaders|members|heads|states|countries|partners|governments|council|summit|meeting|conference|session)\b/i;

/** Conditions of memberships, beside those in diplomacy-conditions.ts; docs/frames.md lists them by name. */
export const MEMBERSHIP_CONDITIONS: Readonly<Record<string, (graph: SentenceGraph, match: FrameMatch) => boolean>> = {
  /** Whoever decides on who comes in is the organisation or its members, or nobody is said to; not a parliament. */
  "body-decides": (graph, { trigger, slots, fillers }) => {
    const [body] = fillers.get("organization") ?? [];
    if (!body || kindOf(body.actor) !== "org") return false;
    if (DECIDES.has(body.slot)) return true;
    const deciders = [...(slots.get("agent") ?? []), ...(graph.isPassive(trigger) ? (slots.get("by") ?? []) : [])];
    return deciders.length === 0 ? graph.isPassive(trigger) : deciders.every((n) => MEMBERS.test(graph.node(n).text));
  },
  /** "will be joined by delegations of": those who come along join no body. */
  "joined-by": (graph, { trigger, fillers }) =>
    graph.isVerb(trigger) && graph.isPassive(trigger) && (fillers.get("organization") ?? []).every((f) => f.slot === "before"),
};
