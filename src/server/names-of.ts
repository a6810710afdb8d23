import { nameOfActor } from "../actors/name-of.ts";

/** The names of actors by their ids. */
export function namesOf(actors: readonly string[]): { [id: string]: string } {
  return Object.fromEntries([...new Set(actors)].map((id) => [id, nameOfActor(id)]));
}
