import type { DocumentDate } from "../document/document.ts";

const MADE_BY_PROGRAM =
  /^(?:microsoft (?:word|powerpoint)|untitled|document\d*$|title$|presentation|powerpoint|layout|print|slide|doc$|dokument\d*$|documento\d*$)|\.(?:docx?|pdf|indd|qxd|rtf|odt|tex|pptx?|dvi|html?)$|^[\w-]+_[\w-]+$|^\S*\d{3,}\S*$/i;

/** The title that a file's properties state, or null when a program put something there that is none. */
export function plausibleTitle(value: unknown): string | null {
  if (typeof value !== "string") return null;
  const title = value.replace(/\s+/g, " ").trim();
  if (title.length < 5 || title.length > 300 || !/\p{L}{3}/u.test(title)) return null;
  return MADE_BY_PROGRAM.test(title) ? null : title;
}

/** The names of persons in a file's property "author", without accounts and programs. */
export function plausibleAuthors(value: unknown): string[] {
  if (typeof value !== "string") return [];
  return value
    .split(/\s*(?:;|,| and | & )\s*/)
    .map((name) => name.trim())
    .filter(
      (name) =>
        /^\p{Lu}[\p{L}.'’-]*(?: (?:[a-z]{2,3} )?\p{Lu}[\p{L}.'’-]*){1,4}$/u.test(name) &&
        !/\b(?:admin(?:istrator)?|user|office|microsoft|owner|windows|author)\b/i.test(name),
    );
}

/** A language tag (BCP 47) as properties state it, or null. */
export function plausibleLanguage(value: unknown): string | null {
  return typeof value === "string" && /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/i.test(value.trim()) ? value.trim() : null;
}

/** The title that the text shows, with the subtitle where the properties state it too. */
export function fullerTitle(shown: string | null | undefined, stated: string | null): string | null {
  if (!shown || !stated) return shown ?? stated;
  const plain = (title: string): string =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
  return plain(stated).startsWith(`${plain(shown)} `) ? stated : shown;
}

/** The date that the text states, unless the file's own says the same more precisely. */
export function finerDate(shown: DocumentDate | null | undefined, stated: DocumentDate | null): DocumentDate | null {
  if (!shown || !stated) return shown ?? stated;
  return stated.edtf.length > shown.edtf.length && stated.edtf.startsWith(shown.edtf) ? stated : shown;
}
