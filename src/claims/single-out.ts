import type { FrameTrial } from "./fill-roles.ts";
import type { Filler } from "./match-frames.ts";
import { kindOf } from "./roles.ts";
import type { TopicMemory } from "./topic-memory.ts";

/**
 * "Korea signed a pact with Chad, Niger and Mali; for Chad and Niger it took effect in 2019": of a pact of one state with several, what
 * is said "for" some of them is between each of those and the one, whom this sentence or the last one names.
 */
export function singleOut({ graph, actors, frame, trigger, slots }: FrameTrial, fillers: Map<string, Filler[]>, memory: TopicMemory): void {
  if (frame.type !== "agreement" || frame.phase !== "in-force" || !slots.has("for")) return;
  const singled = (graph.slots(trigger).get("for") ?? []).flatMap((n) => actors.actorsOf(n)).filter((f) => kindOf(f.actor) === "state");
  if (singled.length === 0) return;
  const isSingled = (f: Filler): boolean => singled.some((s) => s.actor === f.actor);
  const own = (fillers.get("party") ?? []).filter((f) => f.slot !== "for");
  const told = own.some((f) => !isSingled(f)) ? own : memory.recall("agreement");
  const hub = told.filter((f) => f.slot !== "with" && f.slot !== "over.with" && !isSingled(f));
  if (hub.length !== 1 || !told.some(isSingled)) return;
  fillers.set("party", [{ ...hub[0]!, slot: "before" }, ...singled.map((f) => ({ ...f, slot: "with" }))]);
}
