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
  /** The trigger is not plural: "a member", not "members". */
  singular: (graph, { trigger }) => !graph.node(trigger).xpos.endsWith("S"),
};
