import { findMentions } from "../actors/find-mentions.ts";
import { bareText } from "../document/bare-text.ts";
import type { Document } from "../document/document.ts";

/**
 * Whose page this is, by its title: "Foreign relations of Ecuador" → [ECU]; "Ecuador–Peru relations" → [ECU, PER]; "North
 * Korea and Latin America" → [PRK]; "Member states of the African Union" → [org:au]. Nothing where a title names none, or
 * more than two.
 */
export function subjectsOfPage(document: Document): string[] {
  const title = document.title?.replace(/\s+/g, " ").trim();
  // a headline tells what happened; a page's title only names its matter
  if (!title || title.length > 100 || HEADLINE.test(title)) return [];
  const mentions = findMentions(titleAsDocument(document, title)).filter((m) => m.form !== "city" && m.kind !== "place");
  const of = (...kinds: readonly string[]): string[] => [
    ...new Set(mentions.filter((m) => kinds.includes(m.kind)).flatMap((m) => m.actors)),
  ];
  const states = of("state", "former-state");
  if (states.length > 0) return states.length <= 2 ? states : [];
  const organisations = of("organisation");
  return organisations.length === 1 ? organisations : [];
}

const HEADLINE =
  /\b(?:signs?|signed|visits?\s+\p{Lu}|visited|meets?|met|says?|said|opens?|opened|closes?|closed|expels?|recalls?|agrees?|agreed|joins?|joined|recogni[sz]es?|condemns?|leaves?|wins?|holds?|held|sends?|to\s+(?:sign|visit|open|meet|host|join|send|hold)|could|will|why|how)\b/iu;

function titleAsDocument(document: Document, title: string): Document {
  return { ...document, ...bareText(title), map: [] };
}

/**
 * The state that says "we" and "our": "Address by the Foreign Minister of Ghana", a release of a ministry. Null where the
 * title, the authors and the publisher name no office or body of one state.
 */
export function voiceOf(document: Document): string | null {
  for (const words of [document.publisher, ...document.authors, document.title]) {
    if (!words || words.length > 160) continue;
    const acting = findMentions(titleAsDocument(document, words)).filter(
      (m) => (m.office !== null || m.body !== null || m.form === "body") && m.actors.length === 1,
    );
    if (acting.length > 0 && new Set(acting.flatMap((m) => m.actors)).size === 1) return acting[0]!.actors[0]!;
  }
  return null;
}
