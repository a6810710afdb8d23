import type { FrameMatch } from "./match-frames.ts";
import type { SentenceGraph } from "./sentence-graph.ts";

// How one match stands to another of the same sentence, where it may only say again what the other tells.

/** "to serve", said as what for of a deed that is told as done. */
export function isPurpose(trigger: number, graph: SentenceGraph): boolean {
  const { xpos, relation, head } = graph.node(trigger);
  return (
    xpos === "VB" &&
    relation.startsWith("advcl") &&
    head >= 0 &&
    graph.preposition(trigger) === "to" &&
    /^VB[DN]$/.test(graph.node(head).xpos)
  );
}

/** The body that another match says was founded. */
export function isFounded(node: number, { theme, fillers }: FrameMatch): boolean {
  return theme === node || (fillers.get("organization") ?? []).some((f) => f.node === node);
}

/** A request to others, above the match, by somebody who has no part in what is asked. */
export function asksThird(asked: FrameMatch, match: FrameMatch, graph: SentenceGraph): boolean {
  if (asked.frame.type !== "statement" || !["requests", "demands"].includes(String(asked.frame.details.stance))) return false;
  const { head, relation } = graph.node(match.trigger);
  if (head !== asked.trigger || !/^(?:advcl|xcomp)$/.test(relation)) return false;
  const speakers = new Set((asked.fillers.get("speaker") ?? []).map((f) => f.actor));
  // a body that asks a state to ratify its treaty has no part in the deed
  const doers = [...match.fillers].flatMap(([role, list]) => (role === "organization" ? [] : list));
  return speakers.size > 0 && !doers.some((f) => speakers.has(f.actor));
}

/** Relations that begin or begin again by the words of the paper that another match tells of; not a paper that would have opened them. */
export function opensRelations(other: FrameMatch, paper: FrameMatch, graph: SentenceGraph): boolean {
  const { type, phase } = other.frame;
  if (type !== "relations" || (phase !== "begins" && phase !== "resumes") || paper.theme === null) return false;
  return graph.subtreeHas(paper.theme, other.trigger) && graph.childrenBy(other.trigger, "aux").length === 0;
}
