import { loadActors } from "./load-actors.ts";

/** The name to show for an actor's id; an id that no entry has is made readable ("org:some-fund" → "Some Fund"). */
export function nameOfActor(id: string): string {
  const known = loadActors().actor(id);
  if (known) return known.name;
  const slug = id.replace(/^[a-z]+:/, "");
  return slug === id
    ? id
    : slug.replace(/(^|-)(\p{Ll})/gu, (_, dash: string, letter: string) => `${dash ? " " : ""}${letter.toUpperCase()}`);
}
