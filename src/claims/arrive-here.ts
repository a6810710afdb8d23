import type { Frame } from "./frame.ts";
import { impliedActor } from "./implied-actor.ts";
import type { Filler } from "./match-frames.ts";
import type { SentenceGraph, Slots } from "./sentence-graph.ts";
import type { TopicMemory } from "./topic-memory.ts";

const ARRIVES = /^(?:arrive|land|touch down|fly in|jet in)$/;
const SOMEWHERE = ["to", "into", "in", "at", "through", "from", "for", "object", "on"];

/** "NAIROBI – The minister of Angola arrived on Tuesday": who arrives, and nothing says where, has come to where the report is from. */
export function arriveHere(
  graph: SentenceGraph,
  frame: Frame,
  trigger: number,
  slots: Slots,
  fillers: Map<string, Filler[]>,
  { stage, press }: TopicMemory,
): void {
  if (frame.type !== "visit" || fillers.has("host") || !fillers.has("visitor")) return;
  const here = press ?? stage;
  if (
    here === null ||
    !graph.isVerb(trigger) ||
    !ARRIVES.test(graph.lemma(trigger)) ||
    fillers.get("visitor")!.some((f) => f.actor === here)
  )
    return;
  const isTime = (n: number): boolean =>
    graph.node(n).unit?.kind === "date" || /^(?:\p{Lu}\p{Ll}+day|yesterday|today)$/u.test(graph.node(n).text);
  const isSaid = SOMEWHERE.some((slot) => (slots.get(slot) ?? []).some((n) => !isTime(n)));
  if (isSaid || !graph.subtree(trigger, false).some(isTime)) return;
  fillers.set("host", [{ ...impliedActor(graph.node(trigger), here, "where the report is from"), node: trigger, slot: "here" }]);
}
