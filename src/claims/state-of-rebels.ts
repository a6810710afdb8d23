import { loadActors } from "../actors/load-actors.ts";
import { impliedActor } from "./implied-actor.ts";
import type { Filler } from "./match-frames.ts";
import { kindOf } from "./roles.ts";
import type { SentenceGraph } from "./sentence-graph.ts";

/** "Norway is guarantor of the talks with the ELN": where only rebels are named, the other side is the state they fight. */
export function addStateOfRebels(fillers: Map<string, readonly Filler[]>, graph: SentenceGraph, about: number): void {
  const parties = fillers.get("party") ?? [];
  const [rebels] = parties;
  if (!rebels || parties.some((f) => f.actor !== rebels.actor) || kindOf(rebels.actor) !== "group") return;
  const actor = loadActors().actor(rebels.actor);
  const home = actor?.class === "armed" ? actor.home : null;
  if (!home || (fillers.get("mediator") ?? []).some((m) => m.actor === home)) return;
  fillers.set("party", [
    ...parties,
    { ...impliedActor(graph.node(about), home, "the state that they fight"), node: about, slot: "strife" },
  ]);
}
