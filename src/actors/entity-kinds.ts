import type { Entity } from "./discourse.ts";
import type { Mention } from "./mention.ts";

/** Nouns for those who hold power or bear arms, several of them. */
const RULERS = /\b(?:rulers|leaders|generals|authorities|putschists|rebels|guerrillas|insurgents|militants|separatists|fighters)$/i;

/** One person, by name or by office. */
export function isPerson({ person, form, office, actors, text }: Mention): boolean {
  if (actors.length !== 1) return false;
  if (person !== null) return true;
  return form === "office" || (form === "reference" && office !== null) ? !/s$/.test(headOf(text)) : false;
}

/** "leaders" of "leaders of the Union", "minister" of "minister for foreign affairs". */
export function headOf(text: string): string {
  return text.split(/ (?:of|for|from|at) /, 1)[0]!;
}

/** The holder and his office beside him are one: "Brazil's foreign minister, Celso Amorim". */
export function personKey(entity: Entity, all: readonly Entity[]): string {
  const { person, actors, office } = entity.mention;
  const held = all.filter((e) => e.mention.person !== null && e.mention.actors.join() === actors.join() && e.mention.office === office);
  return person ?? (new Set(held.map((e) => e.mention.person)).size === 1 ? held[0]!.mention.person! : `${actors.join()} ${office}`);
}

/** "Cuban officials", "French troops", "the Taliban": one actor in the plural. */
export function isPlural(entity: Entity): boolean {
  const { form, kind, text, actors } = entity.mention;
  if (actors.length === 0) return false;
  if (entity.mention.why === "reference/assembly") return true;
  // "warned the military rulers that they"
  if (form === "reference" && kind !== "organisation") return RULERS.test(text);
  // "the Icelanders", not "the Icelanders' boats"
  if (form === "demonym") return /\p{Ll}s$/u.test(text) && entity.stand !== null && !["modifier", "possessor"].includes(entity.stand.role);
  if (form === "office" || form === "body")
    return /(?:s|men|troops|police|military|people)$|^\p{L}+ies in /u.test(headOf(text)) && !/ss$/.test(headOf(text));
  return kind === "group" && /(?:s|Taliban|Hamas|FARC|ELN|rebels|guerrillas)$/.test(text);
}
