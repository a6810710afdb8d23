import type { PhraseActor } from "./phrase-actors.ts";

/** Each actor once, as it was found first. */
export function unique(actors: readonly PhraseActor[]): PhraseActor[] {
  const seen = new Set<string>();
  return actors.filter((a) => !seen.has(a.actor) && seen.add(a.actor));
}
