import type { Document } from "../document/document.ts";
import type { ActorLexicon } from "./lexicon.ts";
import { foldName } from "./scan-words.ts";

const LABEL = /^[\s•*·–—-]*(\p{Lu}[\p{L} .'’-]{2,48}?)\.\s+\p{Lu}/u;
const TITLE_WORDS = /^(?:the\s+)?/i;

/**
 * The state or organisation whose full name, with a full stop behind it, begins a paragraph as its heading: "European Union. A
 * co-operation agreement was signed in July." Null where a paragraph begins with anything else.
 *
 * @param block index of the paragraph
 */
export function runInMatter(document: Document, block: number, lexicon: ActorLexicon): string | null {
  const own = document.blocks[block];
  if (own?.kind !== "paragraph" && own?.kind !== "list-item") return null;
  const words = LABEL.exec(document.text.slice(own.start, Math.min(own.end, own.start + 60)))?.[1];
  return words ? actorNamed(words, lexicon) : null;
}

/**
 * The state whose full name alone is a heading above the first paragraph: an entry of a yearbook or an encyclopedia. Null where
 * other headings are names of states too: there each is of its own section.
 */
export function subjectByHeading(document: Document, lexicon: ActorLexicon): string | null {
  const named = new Map<number, string>();
  document.sections.forEach((section, index) => {
    const actor = actorNamed(section.heading, lexicon);
    if (actor && !actor.includes(":")) named.set(index, actor);
  });
  const [only] = named;
  if (named.size !== 1 || !only) return null;
  const first = document.blocks.findIndex((b) => b.kind === "paragraph" && b.end - b.start > 100);
  const heading = document.blocks.findIndex((b) => b.kind === "heading" && b.section === only[0]);
  return heading >= 0 && heading < first ? only[1] : null;
}

/** The one state or organisation that the words name in full. */
function actorNamed(words: string, lexicon: ActorLexicon): string | null {
  const bare = words.trim().replace(TITLE_WORDS, "");
  const targets = new Set(
    lexicon
      .meanings(foldName(bare))
      .filter((row) => row.sense === "name" || row.sense === "acronym")
      .map((row) => row.target)
      .filter((id) => ["state", "former-state", "organisation"].includes(lexicon.actor(id)?.kind ?? "")),
  );
  return targets.size === 1 ? [...targets][0]! : null;
}
