import type { Frame } from "./frame.ts";
import type { Filler } from "./match-frames.ts";
import type { PhraseActors } from "./phrase-actors.ts";
import type { SentenceGraph } from "./sentence-graph.ts";

/** "Kenya opened a Baku consulate": the town before the word for a post, where its sender is another, is where it stands. */
export function hostByTown(graph: SentenceGraph, actors: PhraseActors, frame: Frame, post: number, fillers: Map<string, Filler[]>): void {
  if (frame.type !== "mission" || fillers.has("host") || !fillers.has("sender")) return;
  const senders = (fillers.get("sender") ?? []).map((f) => f.actor);
  for (const node of graph.childrenBy(post, "compound")) {
    if (!actors.mentionsAt(node).some((m) => m.form === "capital" || m.form === "city")) continue;
    const hosts = actors.actorsOf(node, { places: true }).filter((a) => !senders.includes(a.actor));
    if (hosts.length === 1) fillers.set("host", [{ ...hosts[0]!, node, slot: "mod" }]);
  }
}
