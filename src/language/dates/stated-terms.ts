import type { Document } from "../../document/document.ts";
import { findMatches } from "../../document/find-matches.ts";
import { NO_CONTEXT } from "../date-expression.ts";
import { findDates } from "./find-dates.ts";

/** A term of office that a document states in brackets after a name: "the presidency of Ana Example (May 2003 – June 2008)". */
export interface StatedTerm {
  readonly name: string;
  readonly edtf: string;
  readonly offset: number;
}

const BRACKET = /\((?=[^()]{0,60}\d{4})([^()]{9,60})\)/gu;
/** Up to six words that end the text, the first with a capital. Asked only before a bracket: a capital is no rare thing. */
const NAME = /((?:\p{Lu}[\p{L}’'.-]+)(?:[ \u00a0\n]+(?:(?:de|da|del|la|van|von|bin|al)[ \u00a0])?\p{Lu}?[\p{L}’'.-]+){0,5})[ \u00a0\n]*$/u;
/** UTF-16 units in which a name is looked for: no name of six words is so long, and a word of 100,000 letters takes no time. */
const NAME_ROOM = 300;
const TERM_WORD =
  /\b(?:president|presidency|prime minister|premier|chancellor|minister|government|administration|term|mandate|secretary|king|queen|emperor|office|rule)/i;

/** Finds names with an interval in brackets, where the words just before speak of an office. */
export function readStatedTerms(document: Document): StatedTerm[] {
  const terms: StatedTerm[] = [];
  const { text } = document;
  for (const bracket of findMatches(BRACKET, text)) {
    const offset = bracket.index + bracket[0].length;
    const room = Math.max(0, bracket.index - NAME_ROOM);
    const name = NAME.exec(text.slice(room, bracket.index));
    if (!name) continue;
    const before = text.slice(Math.max(0, room + name.index - 80), room + name.index + name[1]!.length);
    if (!TERM_WORD.test(before)) continue;
    const inside = bracket[1]!;
    const said = findDates(inside, { start: 0, end: inside.length }, NO_CONTEXT);
    if (said.length !== 1 || !/^\d{4}[^/]*\/(?:\d{4}.*|\.\.)$/.test(said[0]!.edtf)) continue;
    if (!/^\W*(?:in office|term|president|r\.|from|since)?\W*$/i.test(inside.slice(0, said[0]!.start))) continue;
    terms.push({ name: nameIn(name[1]!), edtf: said[0]!.edtf, offset });
  }
  return terms;
}

/** Answers "his" with the term stated last before the place, a name with that name's; what the document does not say goes to `others`. */
export function termsBefore(
  stated: readonly StatedTerm[],
  offset: number,
  others?: (person: string) => readonly string[],
): ((person: string) => readonly string[]) | null {
  if (!stated.length && !others) return null;
  return (person) => {
    if (/^(?:his|her|their|whose|its)$/.test(person)) {
      const known = others?.(person) ?? [];
      if (known.length) return known;
      const last = stated.findLast((t) => t.offset <= offset);
      return last ? [last.edtf] : [];
    }
    const asked = new Set(words(person));
    const common = (t: StatedTerm): number => words(t.name).filter((part) => part.length > 1 && asked.has(part)).length;
    const most = Math.max(0, ...stated.map(common));
    const named = most > 0 ? stated.findLast((t) => common(t) === most) : undefined;
    return named ? [named.edtf] : (others?.(person) ?? []);
  };
}

const TITLES =
  /^(?:the|president|presidency|prime|minister|premier|chancellor|former|mr|mrs|ms|dr|under|during|administration|government|of|king|queen|sir)$/i;

function nameIn(text: string): string {
  return words(text, false)
    .filter((part) => !TITLES.test(part))
    .join(" ");
}

function words(text: string, lower = true): string[] {
  const parts = text.split(/[\s.-]+/).filter(Boolean);
  return lower ? parts.map((p) => p.toLowerCase()) : parts;
}
