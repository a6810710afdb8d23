import { findMentions } from "../actors/find-mentions.ts";
import { bareText } from "../document/bare-text.ts";
import type { Document } from "../document/document.ts";
import { kindOf } from "./roles.ts";

/** Who gives and who gets, as far as a caption or heading says it. */
export interface FlowSides {
  readonly giver: string | null;
  readonly taker: string | null;
}

export const NO_SIDES: FlowSides = { giver: null, taker: null };

const HELP =
  /\b(?:aid|assistance|help|support|loans?|grants?|credits?|lending|donations?|relief|oda|financing|funding|arms|weapons|equipment)\b/i;
const TO = /\b(?:to|for|towards?|received by|in favou?r of)\s+(?:the\s+)?$/i;
const FROM = /\b(?:from|by|of)\s+(?:the\s+)?(?:government of\s+(?:the\s+)?)?$/i;

/** "Irish assistance to Jordan", "Loans of China to Laos", "Japan's grants", "Aid received from Kuwait": the ways that help went. */
export function flowSidesIn(document: Document, words: string): FlowSides {
  if (words.length > 140 || !HELP.test(words)) return NO_SIDES;
  let giver: string | null = null;
  let taker: string | null = null;
  for (const m of findMentions({ ...document, ...bareText(words), map: [] })) {
    const [actor, other] = m.actors;
    if (!actor || other || m.person !== null || !["state", "org"].includes(kindOf(actor))) continue;
    const before = words.slice(0, m.start);
    const after = words.slice(m.end);
    if (TO.test(before)) taker ??= actor;
    else if (FROM.test(before) || /^['’]s?\s/.test(after) || (m.form === "demonym" && HELP.test(after))) giver ??= actor;
  }
  return giver === taker ? NO_SIDES : { giver, taker };
}
