import type { Actor } from "../actors/actor.ts";
import { nearActors, resolveActor } from "../actors/resolve-actor.ts";
import { UsageError } from "./exit-codes.ts";

/** The actor that somebody means by these words. Throws UsageError with near matches when there is none. */
export function nameActor(words: string): Actor {
  const actor = resolveActor(words);
  if (actor) return actor;
  const near = nearActors(words).map((a) => `${a.name} (${a.id})`);
  throw new UsageError(
    `no state or organisation is known as "${words}".${near.length > 0 ? ` Did you mean ${near.join(", ")}?` : " Expected a name, an acronym or a code such as KOR."}`,
  );
}
