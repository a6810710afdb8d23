import type { Diagnostic } from "../document/diagnostic.ts";
import type { Document } from "../document/document.ts";
import { guessLanguage } from "./guess-language.ts";

/** As much as `guessLanguage` looks at. */
const STRETCH = 8_000;
const NAMES = new Intl.DisplayNames("en", { type: "language", fallback: "none" });

/**
 * The language that a document is written in when that is not English, as a BCP 47 tag; null for English and for what cannot
 * be told. The words decide over what is stated: pages of any language state the one of their template. A text of which the
 * beginning, the middle or the end is English counts as English, for that much of it is read.
 *
 * @example
 * foreignLanguageOf({ text: "El presidente de la República viajó a Quito en el mes de mayo.", language: "en" }); // "es"
 */
export function foreignLanguageOf({ text, language }: Pick<Document, "text" | "language">): string | null {
  const middle = Math.floor((text.length - STRETCH) / 2);
  const starts = text.length <= STRETCH ? [0] : [0, middle, text.length - STRETCH];
  const told = starts.map((start) => guessLanguage(text.slice(start, start + STRETCH)));
  if (told.includes("en")) return null;
  const found = told.find((tag) => tag !== null) ?? language;
  return found === null || /^(?:en|und|mul|zxx)\b/i.test(found) || nameOf(found) === null ? null : found;
}

/** The document with a warning that nothing of it will be found, when it is not in English; else as it is. */
export function noteLanguage(document: Document): Document {
  const foreign = foreignLanguageOf(document);
  if (foreign === null || !/\p{L}/u.test(document.text)) return document;
  const message = `the text is in ${nameOf(foreign)}; only English is read so far`;
  const note: Diagnostic = { code: "language-not-read", severity: "warning", stage: "read", message, at: null };
  return { ...document, diagnostics: [...document.diagnostics, note] };
}

/** "Spanish" for "es" and "es-EC"; null for a tag that is none. */
function nameOf(tag: string): string | null {
  try {
    return NAMES.of(new Intl.Locale(tag).language) ?? null;
  } catch {
    return null;
  }
}
