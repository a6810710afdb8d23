import type { Actor } from "../actors/actor.ts";
import { UsageError } from "./exit-codes.ts";
import { nameActor } from "./name-actor.ts";

/** The two actors that somebody means. Throws UsageError when one is not known, or both are the same; `what` is what is asked for. */
export function readPair(a: string, b: string, what: string): [Actor, Actor] {
  const [first, second] = [nameActor(a), nameActor(b)];
  if (first.id === second.id)
    throw new UsageError(
      `${a === b ? `"${a}" is named twice` : `"${a}" and "${b}" are both ${first.name} (${first.id})`}. ${what} is between two: name two different states or organisations.`,
    );
  return [first, second];
}
