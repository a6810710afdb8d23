import { statesDescribed } from "./country-attributes.ts";
import type { Discourse, Entity } from "./discourse.ts";
import type { At } from "./read-titles.ts";
import type { Reference } from "./reference.ts";
import { distinct } from "./salience.ts";

/** How many sentences back the head of a monarchy may have been named. */
const FAR = 6;

/**
 * "His Highness received", "His Majesty the King": the crowned head last named, when there is only one about; else that of the
 * state that speaks, or in whose press the text stands, where it has one.
 */
export function readHighness(discourse: Discourse, sentence: number, start: number, at: At): Reference | null {
  const crowned = statesDescribed("", "monarchy", discourse.lexicon);
  const fits = ({ mention: m }: Entity): boolean =>
    m.office === "head-of-state" && m.actors.length === 1 && crowned?.has(m.actors[0]!) === true && m.form !== "body";
  const heads = [discourse.inSentence(sentence, start), ...discourse.sentencesBack(sentence, FAR)].flat().filter(fits);
  const states = distinct(heads);
  const home = crownAtHome(discourse, sentence);
  // the guest is styled so too; at home the host needs no name
  const one = states.length === 1 ? states[0]! : states.length === 0 || (home !== null && states.includes(home)) ? home : null;
  if (one === null) return null;
  const persons = new Set(heads.filter((e) => e.mention.actors[0] === one).map((e) => e.mention.person));
  return at([one], "highness", { person: persons.size === 1 ? [...persons][0]! : null, office: "head-of-state" });
}

/** The monarchy that speaks, or in whose press a sentence stands; null where it is none. */
export function crownAtHome(discourse: Discourse, sentence: number): string | null {
  const home = discourse.voicingState?.[0] ?? discourse.pressAt(sentence);
  return home && statesDescribed("", "monarchy", discourse.lexicon)?.has(home) ? home : null;
}
