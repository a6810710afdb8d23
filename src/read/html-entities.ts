import { decodeHTML, decodeXML } from "entities";
import { type MappedText, TextBuilder } from "../document/mapped-text.ts";

const REFERENCE = /&(?:#[xX]?[0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]*);?/g;
const REMEMBERED = 5000;
const decoded = new Map<string, string>();

/**
 * Calls `write` for each stretch of source text in order: text as it stands, and each character reference decoded, with its range.
 * Without a semicolon only the reference itself is one (`&ampfoo` is "&" and then "foo").
 */
export function forEachStretch(
  source: string,
  start: number,
  end: number,
  write: (text: string, sourceStart: number, sourceEnd: number) => void,
): void {
  if (end <= start) return;
  let at = start;
  // The slice first: a search in the whole source would run to its end for every stretch.
  const text = source.slice(start, end);
  if (!text.includes("&")) {
    write(text, start, end);
    return;
  }
  for (const match of text.matchAll(REFERENCE)) {
    const reference = match[0];
    let meaning = decodeReference(reference);
    if (meaning === reference) continue;
    let size = reference.length;
    if (!reference.endsWith(";"))
      while (meaning.length > 1 && meaning.at(-1) === reference[size - 1]) {
        meaning = meaning.slice(0, -1);
        size--;
      }
    const ampersand = start + match.index;
    if (ampersand > at) write(source.slice(at, ampersand), at, ampersand);
    if (meaning) write(meaning, ampersand, ampersand + size);
    at = ampersand + size;
  }
  if (end > at) write(source.slice(at, end), at, end);
}

/** The text of a source range, references decoded. */
export function decodeRange(source: string, start: number, end: number): string {
  let text = "";
  forEachStretch(source, start, end, (piece) => {
    text += piece;
  });
  return text;
}

/** The same with its map to the source. */
export function decodeMapped(source: string, start: number, end: number): MappedText {
  const builder = new TextBuilder();
  forEachStretch(source, start, end, (piece, from, to) => builder.append(piece, from, to));
  return builder.build();
}

function decodeReference(reference: string): string {
  const known = decoded.get(reference);
  if (known !== undefined) return known;
  const meaning = reference === "&apos;" ? decodeXML(reference) : decodeHTML(reference);
  if (decoded.size < REMEMBERED) decoded.set(reference, meaning);
  return meaning;
}
