import { loadActors } from "../actors/load-actors.ts";
import type { Filler } from "./match-frames.ts";
import { kindOf } from "./roles.ts";

/**
 * "The leaders of the Visegrád Group, Hungary, Poland, Slovakia and the Czech Republic, met": where an organisation is named first
 * and then most of its members, and nobody else, it is the body that meets and none of those who do. Null where it is not so.
 */
export function bodyOfMembers(participants: readonly Filler[]): Filler | null {
  const [body, ...others] = [...participants].sort((a, b) => a.start - b.start);
  if (!body || others.length < 2 || kindOf(body.actor) !== "org" || !others.every((f) => f.slot === body.slot)) return null;
  const members = loadActors().actor(body.actor)?.members ?? [];
  return others.every((f) => members.includes(f.actor)) && 2 * others.length >= members.length ? body : null;
}
