import type { Mention } from "../actors/mention.ts";
import type { Document } from "../document/document.ts";

/** How much of a report tells what it is about, in UTF-16 units. */
const OPENING = 500;
/** Those who fight their own government. */
const REBELS = /\b(?:rebels?|rebellion|insurgents?|insurgency|guerrillas?|militias?|warring (?:parties|sides|factions)|mutineers?)\b/gi;
/** What stands between a state and its own government or rebels: "South Sudan rebels", "the Malian government". */
const OWN =
  /^(?:['’]s?)?\s+(?:(?:main|armed|northern|eastern|ethnic|Islamist|separatist)\s+)?(?:rebels?|insurgents?|guerrillas?|militias?)\b/;

/**
 * A report that opens with rebels and their government tells of a war within one state, so that no two states are its sides:
 * `within` is that state ("Chad rebels and government open talks in Libreville" → `TCD`), null where none is told for sure.
 *
 * @param mentions all that the document names, in order
 */
export function stateAtStrife(document: Document, mentions: readonly Mention[]): { readonly within: string | null } | null {
  if ((document.text.slice(0, OPENING).match(REBELS)?.length ?? 0) < 2) return null;
  const opening = mentions.filter((m) => m.start < OPENING && m.kind === "state" && m.actors.length === 1);
  const own = opening.filter((m) => m.form === "body" || OWN.test(document.text.slice(m.end, m.end + 40)));
  const states = new Set(own.map((m) => m.actors[0]!));
  return { within: states.size === 1 ? [...states][0]! : null };
}
