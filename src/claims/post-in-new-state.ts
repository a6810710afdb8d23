import type { Frame } from "./frame.ts";
import type { Filler } from "./match-frames.ts";
import type { SentenceGraph } from "./sentence-graph.ts";

/** What a new state has gained. */
const GAINED = /^(?:independence|liberation|statehood|decoloni[sz]ation)$/i;

/** "Following Kenyan independence, a High Commission was established": it is established with the new state, not by it. */
export function hostNewState(graph: SentenceGraph, frame: Frame, fillers: Map<string, Filler[]>): void {
  if (frame.type !== "mission" || frame.phase !== "begins" || fillers.has("host")) return;
  const senders = fillers.get("sender") ?? [];
  const [only] = senders;
  if (!only || senders.length > 1) return;
  const { head } = graph.node(only.node);
  if (head < 0 || !GAINED.test(graph.lemma(head))) return;
  fillers.delete("sender");
  fillers.set("host", senders);
}
