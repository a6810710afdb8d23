import type { TopicMemory } from "./topic-memory.ts";

const KIND: ReadonlySet<string> = new Set(["aid", "mission", "visit", "arms"]);

/** So many sentences back, or in this one: of the two that are told of one thanked, helped or visited the other. */
export function areFriends(memory: TopicMemory, back: number): boolean {
  return memory
    .sidesTold()
    .some((t) => t.back === back && (KIND.has(t.type) || (t.type === "statement" && /^(?:prais|support)/.test(t.stance))));
}
