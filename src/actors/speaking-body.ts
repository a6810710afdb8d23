import type { Document } from "../document/document.ts";
import type { Mention } from "./mention.ts";

/** What a text is called in which a spokesperson speaks. */
const BRIEFING =
  /\b(?:briefing|transcript|press (?:conference|release|statement|remarks)|media (?:release|statement)|statement|remarks|readout)\b/i;
const SPOKES = /\bspokes(?:person|man|woman)\b/i;
/** The United Nations' own, whose spokespersons name nobody else: "the Spokesperson for the Secretary-General". */
const OF_SECRETARY_GENERAL = /\bspokes(?:person|man|woman) (?:for|of) the (?:UN |U\.N\. |United Nations )?secretary[- ]general\b(?! of\b)/i;
const ATTRIBUTED = /\bstatement attributable to (?:the spokes(?:person|man|woman) (?:for|of) )?the secretary[- ]general\b(?! of\b)/i;
/** How many blocks from the beginning tell who speaks. */
const OPENING = 8;

/** The organisation whose spokesperson gives the briefing or statement, by the title or the lines at its head; else null. */
export function organisationVoiceOf(document: Document, mentions: readonly Mention[]): string | null {
  const opening = document.blocks.slice(0, OPENING).filter((block) => block.end - block.start <= 240);
  const lines = opening.map(({ start, end }) => ({ start, end, words: document.text.slice(start, end).replace(/\s+/g, " ") }));
  const head = `${document.title ?? ""}\n${lines.map((line) => line.words).join("\n")}`;
  if (!BRIEFING.test(head)) return null;
  const bodies = new Set(
    lines
      .filter((line) => SPOKES.test(line.words))
      .flatMap((line) => mentions.filter((m) => m.start >= line.start && m.end <= line.end && m.actors.length === 1))
      .filter((m) => isBesideSpokesperson(document.text, m))
      .map((m) => (m.kind === "organisation" ? m.actors[0]! : "")),
  );
  if (bodies.size === 1 && !bodies.has("")) return [...bodies][0]!;
  return bodies.size === 0 && (OF_SECRETARY_GENERAL.test(head) || ATTRIBUTED.test(head)) ? "org:un" : null;
}

/** "the spokesperson of the European Commission", "the NATO spokeswoman", or one mention of both. */
function isBesideSpokesperson(text: string, m: Mention): boolean {
  const before = text.slice(Math.max(0, m.start - 60), m.start);
  return (
    SPOKES.test(m.text) ||
    /\bspokes(?:person|man|woman) (?:of|for) (?:the )?(?:\p{Lu}[\p{L}-]+ (?:of|for) (?:the )?)?$/iu.test(before.replace(/\s+/g, " ")) ||
    /^(?:['’]s)?\s+(?:deputy |chief |acting )?spokes(?:person|man|woman)\b/i.test(text.slice(m.end, m.end + 40))
  );
}
