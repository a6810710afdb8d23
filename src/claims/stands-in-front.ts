import type { Node } from "../language/sentence.ts";

/** The phrase that `i` is part of begins with a preposition and hangs on the verb behind it. */
export function standsInFront(nodes: readonly Node[], i: number, verb: number): boolean {
  for (let at = i, steps = 0; at >= 0 && steps < 10; at = nodes[at]!.head, steps++) {
    if (nodes[at]!.head !== verb) continue;
    return at < verb && nodes.some((n, k) => n.head === at && n.relation === "case" && k < at);
  }
  return false;
}

/** Whether `i` hangs on `top`, over at most ten steps. */
export function isUnder(nodes: readonly Node[], i: number, top: number): boolean {
  for (let at = i, steps = 0; at >= 0 && steps < 10; at = nodes[at]!.head, steps++) if (at === top) return true;
  return false;
}
