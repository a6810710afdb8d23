import type { Document } from "../document/document.ts";
import type { Mention } from "./mention.ts";

/** A line longer than this tells something itself. */
const LABEL = 80;
/** How many blocks up the line that heads a part may stand. */
const FAR = 12;
/** How far from the start of a paragraph a name may stand that heads it. */
const BEFORE = 12;
const RUN_IN = /^\s*\(\s*(?:since\s+)?\d{4}[^)]{0,20}\)\s*[.:–—-]/i;
/** "The Lula years", "Under President Park (2013–2017)", "5.2 Felipe Calderón": what may stand around the name. */
const AROUND =
  /^(?:[\d.()\s,:;–—-]|\b\p{L}\)|\b(?:[ivx]+|the|under|and|of|in|years?|era|government|administration|presidency|president|prime|minister|premier|chancellor|term|terms|first|second|third|from|since|to|until|after|before|present)\b|['’]s?)*$/iu;

/**
 * The leader whose name heads the part that a block stands in: "Lee Myung-bak (2008–2013)", "The Lula years", as a heading or as a
 * short line of its own. Null where what stands above names nobody, several, or more than a person and a time.
 */
export function headedPerson(document: Document, mentions: readonly Mention[], block: number): Mention | null {
  const own = document.blocks[block];
  const first = own && mentions.find((m) => m.start >= own.start && m.start < own.start + BEFORE);
  // "5.2 Felipe Calderón (2006–2012). The plan was renamed"
  if (first && first.person !== null && first.actors.length === 1 && RUN_IN.test(document.text.slice(first.end, first.end + 40)))
    return first;
  for (let i = block - 1; i >= 0 && i >= block - FAR; i--) {
    const { kind, start, end } = document.blocks[i]!;
    const words = document.text.slice(start, end);
    const isLabel = words.length <= LABEL && !/[.!?]$/.test(words.trim());
    if (kind === "heading" || kind === "title" || isLabel) {
      const named = mentions.filter((m) => m.start >= start && m.end <= end && m.actors.length > 0);
      const [person] = named;
      const rest = person ? `${words.slice(0, person.start - start)} ${words.slice(person.end - start)}` : words;
      if (named.length === 1 && person!.person !== null && person!.actors.length === 1 && AROUND.test(rest)) return person!;
      if (kind !== "paragraph" && kind !== "list-item") return null;
    }
  }
  return null;
}
