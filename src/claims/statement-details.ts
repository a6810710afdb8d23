import type { FrameMatch } from "./match-frames.ts";
import type { SentenceGraph, Slots } from "./sentence-graph.ts";

const ABOUT = ["over", "about", "of", "for"];
const AFTER = ["on", "at", "with", "against", "to", "from"];
const LONGEST = 200;

/** The topic of a statement in the document's words, and the stance where the words of a vote decide it. */
export function readStatementDetails(graph: SentenceGraph, match: FrameMatch, text: string): Record<string, string> {
  const details: Record<string, string> = {};
  const topic = topicOf(graph, match, text);
  if (topic) details.topic = topic;
  if (match.frame.id === "statement/vote") {
    const against = match.slots.has("against");
    const ends = /\b(?:end|lifting|removal|abolition)\b/i.test(topic ?? "");
    const endured = (match.fillers.get("addressee") ?? []).some(
      (f) => graph.holds(f) && ["against", "on"].includes(graph.preposition(f.node)),
    );
    const blames =
      (ends && !endured) || /\b(?:condemn\w*|censur\w*|sanction\w*|deplor\w*|suspen\w+|expulsion|expel\w*|critici\w+)\b/i.test(topic ?? "");
    details.stance = against === blames ? "supports" : blames ? "criticises" : "rejects";
  }
  return details;
}

/** What it is about: the clause, the phrase after "over" or "for", else the thing of the other that is spoken of. */
function topicOf(graph: SentenceGraph, match: FrameMatch, text: string): string | null {
  const others = match.fillers.get("addressee") ?? [];
  const isActor = (n: number): boolean =>
    others.some((f) => f.node === n) || (match.fillers.get("speaker") ?? []).some((f) => f.node === n);
  const { slots } = match;
  if (match.frame.details.stance === "rejects" && match.theme !== null) return words(graph, match.theme, text, /^$/);
  for (const c of slots.get("clause") ?? []) if (graph.isVerb(c)) return words(graph, c, text, /^(?:that|to|whether|if)\s+/i);
  const phrase = (slot: string, within: Slots = slots): string | null => {
    for (const n of within.get(slot) ?? []) {
      if (n < match.trigger || isActor(n) || graph.node(n).unit?.kind === "date" || n === match.theme) continue;
      return words(graph, n, text, /^(?:over|about|of|for|on|at|with|against|to|from)\s+/i);
    }
    return null;
  };
  const first = (found: readonly (() => string | null)[]): string | null => {
    for (const find of found) {
      const topic = find();
      if (topic) return topic;
    }
    return null;
  };
  const objects = [...(slots.get("object") ?? []), ...(match.theme === null ? [] : [match.theme])].filter((n) => !isActor(n));
  return first([
    ...ABOUT.map((slot) => () => phrase(slot)),
    // "accused Italy of provocations", where the phrase hangs on the name
    ...others.filter((f) => graph.holds(f)).flatMap((f) => ABOUT.map((slot) => () => phrase(slot, graph.slots(f.node)))),
    ...objects.map((n) => () => words(graph, n, text, /^$/)),
    ...AFTER.map((slot) => () => phrase(slot)),
  ]);
}

function words(graph: SentenceGraph, top: number, text: string, before: RegExp): string | null {
  const nodes = graph.subtree(top).map((n) => graph.node(n));
  const start = Math.min(...nodes.map((n) => n.start));
  const end = Math.max(...nodes.map((n) => n.end));
  const said = text
    .slice(start, Math.min(end, start + LONGEST))
    .replace(/\s+/g, " ")
    .replace(/^[\s,;:]+/, "")
    .replace(before, "")
    .replace(/[\s,.;:]+$/, "");
  return said || null;
}
