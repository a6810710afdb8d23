export { baseRelation as base } from "../language/base-relation.ts";

/** Adds a node to a slot, once. */
export function addTo(slots: Map<string, number[]>, slot: string, i: number): void {
  const there = slots.get(slot);
  if (!there) slots.set(slot, [i]);
  else if (!there.includes(i)) there.push(i);
}

/** Fills an empty slot from another predicate's; with `append` a filled one too. */
export function inherit(slots: Map<string, number[]>, slot: string, from: readonly number[] | undefined, append = false): void {
  if (!from?.length) return;
  if (!slots.has(slot)) slots.set(slot, [...from]);
  else if (append) for (const i of from) addTo(slots, slot, i);
}
