import { resolveActor } from "../actors/resolve-actor.ts";
import type { Document } from "../document/document.ts";

const OF_ONE =
  /^(?:the\s+)?(?:foreign|diplomatic|international|external|bilateral|political)?\s*(?:relations|missions|policy|affairs|visits?|trips?|treaties|agreements|membership\w*|recognition|history|list of [\p{L}\s-]+?|[\p{L}\s-]*?(?:visits?|missions|relations|trips|tours|treaties|agreements|recognition))\s+(?:of|by|made by|to|in|from)\s+(?:the\s+)?(?:president of\s+|government of\s+)?(.+?)(?:\s+in\s+.*|\s*\(.*\)|\s+(?:under|since|from)\s.*)?$/iu;
const OF_TWO = /^(.+?)\s*[–—-]\s*(.+?)\s+(?:relations|ties)\b/iu;

/** Whose page this is: "Foreign relations of Ecuador" → [ECU]; "Ecuador–Peru relations" → [ECU, PER]; otherwise nothing. */
export function subjectsOfPage(document: Document): string[] {
  const title = document.title?.replace(/\s+/g, " ").trim();
  if (!title || title.length > 120) return [];
  const two = OF_TWO.exec(title);
  if (two) {
    const pair = [resolveActor(two[1]!), resolveActor(two[2]!)];
    if (pair[0] && pair[1]) return [pair[0].id, pair[1].id];
  }
  const one = OF_ONE.exec(title);
  const actor = one ? resolveActor(one[1]!) : null;
  if (actor) return [actor.id];
  const whole = title.length < 40 ? resolveActor(title) : null;
  return whole && (whole.kind === "state" || whole.kind === "organisation") ? [whole.id] : [];
}
