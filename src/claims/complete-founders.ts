import { resolveActor } from "../actors/resolve-actor.ts";
import type { Frame } from "./frame.ts";
import { impliedActor } from "./implied-actor.ts";
import type { Filler } from "./match-frames.ts";
import type { PhraseActor, PhraseActors } from "./phrase-actors.ts";
import { kindOf } from "./roles.ts";
import type { SentenceGraph, Slots } from "./sentence-graph.ts";
import type { TopicMemory } from "./topic-memory.ts";

/** Bodies that stand between two or more, whoever set them up. */
const SHARED = /\b(?:joint|mixed|bilateral|binational|intergovernmental|inter-governmental|interministerial|common|two-way)\b/i;
/** Those who were named before: "the leaders agreed to create a fund", "both sides set up a commission". */
const BOTH =
  /^(?:leader|side|party|government|country|state|nation|minister|president|capital|neighbou?r|ally|partner|premier|they|both|two|we)s?$/i;

/**
 * "By the agreement that Peru and Chile signed a mixed commission was formed", "A joint committee was set up in 1995" on the page of
 * two: who founded a body between two states that nobody is said to have founded. The two that the sentence names, else those of
 * the page, else those who were last told of together.
 */
export function completeFounders(
  graph: SentenceGraph,
  actors: PhraseActors,
  frame: Frame,
  trigger: number,
  theme: number | null,
  slots: Slots,
  fillers: Map<string, Filler[]>,
  memory: TopicMemory,
): void {
  if (frame.type !== "founding" || frame.phase !== "begins" || theme === null || fillers.has("founder") || !graph.isVerb(trigger)) return;
  if (!frame.roles.has("founder") && !frame.roles.has("founder?")) return;
  if ((fillers.get("organization")?.length ?? 0) > 0) return;
  const doers = [...(slots.get("agent") ?? []), ...(slots.get("by") ?? [])].filter((n) => n !== theme && !isMeans(graph, n));
  if (!doers.every((n) => BOTH.test(graph.node(n).lemma) || BOTH.test(graph.node(n).text))) return;
  const words = [theme, ...graph.childrenBy(theme, "amod", "compound")].map((n) => graph.node(n).text).join(" ");
  if (doers.length === 0 && !SHARED.test(words)) return;
  const own = statesOf(actors.allNamed());
  const inName = sidesInName(graph.node(theme).text);
  const here = inName.length === 2 ? inName : own.length === 2 && doers.length === 0 ? own : [];
  const told = memory.pair.length === 2 ? memory.pair : statesOf(memory.lastPartners());
  const two = here.length === 2 ? here : told;
  if (two.length !== 2 || !two.every((a) => kindOf(a) !== "group") || own.some((a) => !two.includes(a))) return;
  fillers.set(
    "founder",
    two.map((actor) => ({ ...impliedActor(graph.node(trigger), actor, "the two that the text speaks of"), node: trigger, slot: "place" })),
  );
}

/** "by an agreement of 1971". */
function isMeans(graph: SentenceGraph, node: number): boolean {
  return (
    graph.node(node).unit?.kind === "date" ||
    /^(?:agreement|treaty|accord|pact|protocol|memorandum|convention|declaration|decree|act|exchange|decision|statute|arrangement|resolution)s?$/i.test(
      graph.node(node).lemma,
    )
  );
}

/** "the India-Brazil Science Fund": the two that a body is called after. */
function sidesInName(name: string): readonly string[] {
  const words = /^(?:The )?(\p{Lu}\p{L}+)[-–](\p{Lu}\p{L}+) \p{Lu}/u.exec(name)?.slice(1) ?? [];
  return words.map((w) => resolveActor(w)?.id).filter((id): id is string => id !== undefined && kindOf(id) === "state");
}

function statesOf(named: readonly Pick<PhraseActor, "actor">[]): readonly string[] {
  return [...new Set(named.map((f) => f.actor).filter((a) => kindOf(a) === "state"))];
}
