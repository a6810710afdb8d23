import { findMentions } from "../actors/find-mentions.ts";
import { loadActors } from "../actors/load-actors.ts";
import type { Mention } from "../actors/mention.ts";
import { subjectByHeading } from "../actors/run-in-label.ts";
import { bareText } from "../document/bare-text.ts";
import type { Document } from "../document/document.ts";

/**
 * Whose page this is, by its title: "Foreign relations of Ecuador" → [ECU]; "Ecuador–Peru relations" → [ECU, PER]; "North
 * Korea and Latin America" → [PRK]; "Chad and the African Union" → [TCD, org:au]; "Member states of the African Union" → [org:au]. Nothing where a title names none, or
 * more than two.
 */
export function subjectsOfPage(document: Document): string[] {
  const title = (document.title ?? firstHeading(document))?.replace(/\s+/g, " ").trim();
  // a headline tells what happened; a page's title only names its matter
  if (!title || title.length > 160 || HEADLINE.test(title) || DOES.test(title)) return [];
  const mentions = findMentions(titleAsDocument(document, title)).filter((m) => m.form !== "city" && m.kind !== "place");
  if (mentions.some((m) => PREDICATE.test(title.slice(m.end)))) return [];
  const of = (...kinds: readonly string[]): string[] => [
    ...new Set(mentions.filter((m) => kinds.includes(m.kind)).flatMap((m) => m.actors)),
  ];
  const states = of("state", "former-state");
  const organisations = of("organisation");
  if (states.length === 1 && organisations.length === 1 && areJoined(title, mentions)) return [...states, ...organisations];
  if (states.length > 0) return states.length <= 2 ? states : [];
  if (organisations.length > 0) return organisations.length === 1 ? organisations : [];
  const headed = subjectByHeading(document, loadActors());
  return headed ? [headed] : [];
}

/** "Chad and the African Union", "Relations between Chad and the Union": the two stand side by side. */
function areJoined(title: string, mentions: readonly Mention[]): boolean {
  const [first, second] = mentions.filter((m) => m.kind === "state" || m.kind === "organisation");
  return first !== undefined && second !== undefined && /^\s*(?:and|&|[-–—])\s*(?:the\s+)?$/i.test(title.slice(first.end, second.start));
}

/**
 * Where the events of a report take place: the only state of its headline, where the dateline lies in it or no state is named
 * more often. Null where the headline names several, or none that the text is about.
 *
 * @param mentions all that the document names
 */
export function stageOf(document: Document, mentions: readonly Mention[]): string | null {
  const title = (document.title ?? firstLine(document))?.replace(/\s+/g, " ").trim();
  if (!title || title.length > 160) return null;
  const named = findMentions(titleAsDocument(document, title)).filter((m) => m.kind === "state" && m.form !== "demonym");
  const [state, other] = [...new Set(named.flatMap((m) => m.actors))];
  if (!state || other) return null;
  const opening = mentions.filter((m) => m.start < title.length + 200);
  const isDateline = (m: Mention): boolean =>
    (m.form === "capital" || m.kind === "place") && /^[^.!?]{0,20}\d|^\s*(?:\(|[—–-])/.test(document.text.slice(m.end, m.end + 24));
  const dateline = opening.find(isDateline);
  if (dateline) return dateline.actors.includes(state) ? state : null;
  const counts = new Map<string, number>();
  for (const m of mentions) if (m.kind === "state" && m.actors.length === 1) counts.set(m.actors[0]!, (counts.get(m.actors[0]!) ?? 0) + 1);
  return [...counts.values()].every((n) => n <= (counts.get(state) ?? 0)) ? state : null;
}

/** The first line of a plain text, where it may be its headline. */
function firstLine(document: Document): string | null {
  const [first] = document.blocks;
  const words = first ? document.text.slice(first.start, first.end).split("\n")[0]!.trim() : "";
  return words.length > 0 && words.length <= 160 && !/[.!?]$/.test(words) ? words : null;
}

/** What a text without a title has in its place: a heading before its first paragraph. */
function firstHeading(document: Document): string | null {
  for (const block of document.blocks.slice(0, 6)) {
    const words = document.text.slice(block.start, block.end);
    if (block.kind === "heading") return words.trim();
    if (block.kind === "paragraph" && words.length > 160) return null;
  }
  return null;
}

/**
 * Whose matters a long text without a telling title is about: the state that is named more than all others together. Null where
 * none is, or where too few are named to tell.
 */
export function subjectByMentions(mentions: readonly Mention[]): string | null {
  const counts = new Map<string, number>();
  for (const m of mentions)
    if (m.kind === "state" && m.actors.length === 1 && m.form !== "reference")
      counts.set(m.actors[0]!, (counts.get(m.actors[0]!) ?? 0) + 1);
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  const all = [...counts.values()].reduce((sum, n) => sum + n, 0);
  return first && first[1] >= OFTEN && first[1] * 2 > all && first[1] >= 3 * (second?.[1] ?? 0) ? first[0] : null;
}

const OFTEN = 20;

/** A verb right behind a name: "Fiji reopens mission", not "Chile relations". */
const PREDICATE =
  /^\s+(?!(?:has|affairs|allies|armed|diplomats|embassies|exports|forces|foundations|imports|interests|links|members|missions|nations|negotiations|partners|policies|politics|relations|sanctions|soldiers|studies|summits|talks|ties|towards|treaties|troops|visits|ambassadors|agreements|disputes|conflicts|wars|borders|series|news|states|countries|islands|consulates|companies|products|across|minus|plus|versus|as|is)\b)\p{Ll}{2,}s\b(?!['’])/u;
/** A person or body that does something in the present: "Minister Example concludes a visit to Laos". */
const DOES =
  /\p{Lu}\p{L}+\s+(?:visits|tours|receives|hosts|concludes|completes|pays|travels|begins|starts|ends|arrives|attends|welcomes|urges|calls|thanks|returns|discusses|presents|inaugurates|addresses|represents|congratulates|expresses)\s+\p{L}/u;
const HEADLINE =
  /\b(?:signs?|signed|visits?\s+\p{Lu}|visited|meets?|met|says?|said|opens?|opened|closes?|closed|expels?|recalls?|agrees?|agreed|joins?|joined|recogni[sz]es?|condemns?|leaves?|wins?|holds?|held|sends?|to\s+(?:sign|visit|open|meet|host|join|send|hold)|could|will|why|how)\b/iu;

function titleAsDocument(document: Document, title: string): Document {
  return { ...document, ...bareText(title), map: [] };
}
