import type { FrameMatch } from "./match-frames.ts";
import type { SentenceGraph } from "./sentence-graph.ts";

/** Conditions that a frame can name under `if`, where words and roles are not enough. */
export const CONDITIONS: Readonly<Record<string, (graph: SentenceGraph, match: FrameMatch) => boolean>> = {
  /** The trigger has a finite verb of its own or governs the sentence: "X has an embassy". */
  "main-clause": (graph, { trigger }) =>
    graph.node(trigger).head < 0 || ["conj", "parataxis", "ccomp"].includes(graph.node(trigger).relation),
  /** The visitor is a person, an office or a body that travels, not a bare country. */
  "someone-travels": (_, { fillers }) =>
    [...(fillers.get("visitor") ?? [])].some((f) => f.person !== null || f.office !== null || f.mention.form !== "name"),
  /** A place is said to be in the host, not only a people or a body. */
  "host-is-place": (_, { fillers }) =>
    [...(fillers.get("host") ?? [])].some(
      (f) => ["name", "capital", "city", "reference", "code"].includes(f.mention.form) && f.person === null,
    ),
  /** A present-tense or perfect statement of what stands: "recognize Taiwan", against "recognised Kosovo in 2010". */
  "general-present": (graph, { trigger }) => ["VBP", "VBZ"].includes(graph.node(trigger).xpos),
  /** "break" for "break off" is an end, not a pause. */
  breaking: (graph, { trigger }) => graph.node(trigger).lemma === "break",
  /** A post or an ambassador elsewhere does the representing. */
  "through-post": (graph, { trigger }) =>
    /\b(embassy|ambassador|consulate|mission|high commission|chargé)\b/i.test(
      graph
        .subtree(trigger)
        .map((n) => graph.node(n).text)
        .join(" "),
    ),
  /** What enters into force is a pact, not a storm. */
  "subject-is-pact": (graph, { slots }) =>
    (slots.get("agent") ?? []).some((n) =>
      /agreement|treaty|pact|accord|deal|convention|protocol|fta|memorandum|charter|arrangement/i.test(graph.node(n).text),
    ),
  /** The words call it potential, possible or prospective. */
  potential: (graph, { trigger }) =>
    graph.childrenBy(trigger, "amod").some((c) => /^(potential|possible|prospective|proposed|eventual)$/i.test(graph.node(c).text)),
  /** The one received is a person or a body that travels. */
  "visitor-is-person": (_, { fillers }) =>
    (fillers.get("visitor") ?? []).some(
      (f) =>
        f.person !== null ||
        ["head-of-state", "head-of-government", "foreign-minister", "minister", "official", "delegation"].includes(f.office ?? ""),
    ),
  /** At least one side is a person, an office or a body; two bare countries that meet are teams. */
  "someone-meets": (_, { fillers }) =>
    (fillers.get("participant") ?? []).some((f) => f.person !== null || f.office !== null || f.mention.form !== "name"),
  /** The trigger is not plural: "a member", not "members". */
  singular: (graph, { trigger }) => !graph.node(trigger).xpos.endsWith("S"),
};
