import type { FrameMatch } from "./match-frames.ts";
import type { SentenceGraph } from "./sentence-graph.ts";

const ABOUT = ["over", "about", "of", "for", "on", "at", "with", "against", "to", "from"];
const LONGEST = 200;

/** The topic of a statement in the document's words, and the stance where the words of a vote decide it. */
export function readStatementDetails(graph: SentenceGraph, match: FrameMatch, text: string): Record<string, string> {
  const details: Record<string, string> = {};
  const topic = topicOf(graph, match, text);
  if (topic) details.topic = topic;
  if (match.frame.id === "statement/vote") {
    const against = match.slots.has("against");
    const blames = /\b(?:condemn\w*|censur\w*|sanction\w*|deplor\w*|suspen\w+|expulsion|expel\w*|critici\w+)\b/i.test(topic ?? "");
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
  for (const c of slots.get("clause") ?? []) if (graph.isVerb(c)) return words(graph, c, text, /^(?:that|to|whether|if)\s+/i);
  for (const slot of ABOUT) {
    for (const n of slots.get(slot) ?? []) {
      if (isActor(n) || graph.node(n).unit?.kind === "date" || n === match.theme) continue;
      return words(graph, n, text, /^(?:over|about|of|for|on|at|with|against|to|from)\s+/i);
    }
  }
  for (const n of [...(slots.get("object") ?? []), ...(match.theme === null ? [] : [match.theme])])
    if (!isActor(n)) return words(graph, n, text, /^$/);
  return null;
}

function words(graph: SentenceGraph, top: number, text: string, before: RegExp): string | null {
  const nodes = graph.subtree(top).map((n) => graph.node(n));
  const start = Math.min(...nodes.map((n) => n.start));
  const end = Math.max(...nodes.map((n) => n.end));
  const said = text
    .slice(start, Math.min(end, start + LONGEST))
    .replace(/\s+/g, " ")
    .replace(before, "")
    .replace(/[\s,.;:]+$/, "");
  return said || null;
}
