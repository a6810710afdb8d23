import type { Item } from "./item.ts";
import { follows, type TextContext } from "./text-context.ts";

/**
 * "the Costa Rican State Department": a body known as one state's, with another state's name or adjective right before it, is
 * that other state's. Changes `items`, which are in order.
 */
export function ownBodies(context: TextContext, items: Item[]): void {
  const { words } = context;
  items.forEach((one, i) => {
    const before = items[i - 1];
    if (one.form !== "body" || one.kind !== "state" || before?.kind !== "state" || before.actors.length !== 1) return;
    if (before.form !== "demonym" && before.form !== "name") return;
    const isOwner =
      before.last === one.first - 1
        ? before.form === "demonym"
        : before.last === one.first - 2 && /^['’]?s$|^['’]$/.test(words.folds[one.first - 1]!);
    if (!isOwner || !follows(context, one.first) || before.actors[0] === one.actors[0]) return;
    items[i] = { ...one, actors: before.actors, why: `${one.why}; of ${before.why}` };
  });
}
