import type { Citation } from "../document/document.ts";
import { type MappedText, TextBuilder } from "../document/mapped-text.ts";
import { plainDigits } from "./plain-text-footnotes.ts";

/** How a document cites, learned from all of it before any paragraph is read. */
export interface CitationStyle {
  /** It cites by author and year in brackets. */
  readonly authorYear: boolean;
  /** It cites by number in square brackets. */
  readonly numbered: boolean;
  /** Family names and acronyms that are cited somewhere beyond doubt. */
  readonly authors: ReadonlySet<string>;
  /** Names that the text uses as places ("in Cartagena"). */
  readonly places: ReadonlySet<string>;
  /** Footnotes and numbered entries by their mark. */
  readonly notes: ReadonlyMap<string, string>;
  /** How many marks that look like ordinary figures ("growth3") are still to be found, by label. */
  readonly open: Map<string, number>;
}

export interface CitedText {
  readonly text: MappedText;
  /** `at` counts in `text`. */
  readonly citations: readonly Citation[];
}

const YEAR = "(?:1[5-9]\\d\\d|20\\d\\d)[a-z]?";
const DATE = `(?:${YEAR}(?:[/–-]\\d{2,4})?|n\\.? ?d\\.?|s\\.? ?f\\.?|forthcoming|in press)`;
const PAGE = "(?:[IVXLCivxlc]+|\\d+[a-z]?)(?:\\s*[–-]\\s*(?:[IVXLCivxlc]+|\\d+[a-z]?)){0,1}";
const LOCATOR = `(?:pp?\\.?|págs?\\.|para?s?\\.?|ch(?:ap)?\\.|vol\\.|nos?\\.|fn\\.|note|§+)\\s*${PAGE}(?:\\s*,\\s*${PAGE})*`;
const NAME =
  "(?:\\p{Lu}[\\p{L}\\p{M}'’.-]*|de|del|de la|da|do|dos|das|du|des|van|von|der|den|di|al-\\p{Lu}\\p{L}+|bin|ibn|la|le|y|e|et al\\.?|and|und|et|&|in)";
const LEAD =
  "(?:see(?: also| e\\.g\\.,?| for example,?)?|cf\\.?|e\\.g\\.,?|i\\.e\\.,?|for example,?|quoted (?:in|by|from)|cited (?:in|by)|as (?:quoted|cited) (?:in|by)|apud|citado (?:en|por)|véase|vid\\.|in)";
const AUTHORED = new RegExp(
  `^(${LEAD}\\s+)?(?=\\p{Lu}|de |al-|von |van )(${NAME}(?:,? ${NAME}){0,14}),?\\s*(${DATE}(?:\\s*(?:,|and|&)\\s*${DATE}){0,6})(\\s*(?:,|:|;)?\\s*(?:${LOCATOR}|${PAGE}))?\\.?$`,
  "u",
);
const LOCATOR_ONLY = new RegExp(
  `^(?:${LEAD}\\s+)?(?:[Ii]bid(?:em)?\\.?|[Oo]p\\. ?cit\\.?|[Ll]oc\\. ?cit\\.?|[Ii]dem)?[,:]?\\s*(?:(?:pp?\\.\\s*|pp?\\s+|págs?\\.\\s*)${PAGE}(?:\\s*,\\s*${PAGE})*)?$`,
  "u",
);
const TAIL = new RegExp(`^(?:${DATE}|${LOCATOR}|\\d{1,4}(?:\\s*[–-]\\s*\\d{1,4})?)$`, "u");
const MONTH_LAST =
  /\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?$/i;
const NO_AUTHOR =
  /\b(?:Treaty|Agreement|Summit|Declaration|Convention|Conference|Accords?|Protocol|Resolution|Act|Law|Decree|Meeting|Charter|Constitution|War|President|Minister|Since|Until|From|Between|Born|Died|Established|Founded|After|Before|During|About|Circa|Round|Assembly|Session|Olympics|Games|Expo)\b/;
/\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Enero|Mayo|Treaty|Agreement|Summit|Declaration|Convention|Conference|Accords?|Protocol|Resolution|Act|Law|Decree|Meeting|Charter|Constitution|War|President|Minister|Since|Until|From|Between|Born|Died|Established|Founded|After|Before|During|About|Circa|Round|Assembly|Session|Olympics|Games|Expo)\b/;
const STRONG = new RegExp(`(?:\\b${LOCATOR})|\\bet al\\b|^(?:see|cf|quoted|cited)\\b|&|\\d{4}[a-z]?\\s*:\\s*\\d+`, "iu");
const LONGEST = 900;
const COUNTRIES = countryNames();

/** The inside of brackets taken as citations, or null when it says something of its own. */
export function readCited(inside: string, style: CitationStyle): { readonly text: string; readonly strong: boolean } | null {
  const content = inside.replace(/\s+/g, " ").trim();
  if (!/\d/.test(content) && !/^(?:ibid|idem|op\. ?cit|loc\. ?cit)/i.test(content)) return null;
  if (content.length < 4 || content.length > LONGEST) return null;
  const parts = splitParts(content);
  let strong = false;
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i]!;
    if (LOCATOR_ONLY.test(part)) {
      strong = true;
      continue;
    }
    if (i > 0 && TAIL.test(part)) continue;
    const match = AUTHORED.exec(part);
    if (!match || isNoAuthor(match[2]!)) return null;
    const names = match[2]!;
    if (STRONG.test(part) || match[1]) strong = true;
    else if (!isAuthor(names, style)) return null;
  }
  return { text: content, strong };
}

/**
 * Takes citations out of a running text: "(Author, 1998, p. 2)", "(pp. 4-5)", "[12]", raised numbers and the marks of known
 * footnotes. Brackets that say something of their own stay.
 */
export function takeOutCitations(piece: MappedText, style: CitationStyle): CitedText {
  const { text } = piece;
  const cuts: { start: number; end: number; label: string | null; cited: string; fields: Record<string, string> }[] = [];
  const marks =
    /\((?=[^)]{0,3}[^\s)])|\[(?=\d{1,3}\s*[\],;–-])|[¹²³⁰⁴-⁹]+|(?<=[\p{Ll}.,;:!?)”"’»])(?<!\d[.,])\d{1,3}(?=[\s.,;:)”"]|$)|(?<=[\p{L}.,;:!?)”"’])[*†‡]{1,3}(?=[\s.,;:)]|$)/gu;
  let skipTo = 0;
  for (const match of text.matchAll(marks)) {
    const at = match.index;
    if (at < skipTo) continue;
    const [mark] = match;
    if (mark === "(") {
      const end = closing(text, at);
      if (end < 0) continue;
      const inside = text.slice(at + 1, end - 1);
      const cited = readCited(inside, style);
      if (cited) {
        cuts.push({ start: at, end, label: null, cited: cited.text, fields: {} });
        skipTo = end;
      } else if (new RegExp(`^${YEAR}$`).test(inside) && style.authorYear && citesBefore(text, at, style)) {
        cuts.push({ start: at, end, label: null, cited: inside, fields: { date: inside } });
        skipTo = end;
      }
    } else if (mark === "[") {
      const list = /^\[\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*\]/.exec(text.slice(at, at + 60));
      if (!list || at === 0) continue;
      const label = list[0].slice(1, -1);
      cuts.push({ start: at, end: at + list[0].length, label, cited: notesOf(label, style), fields: {} });
      skipTo = at + list[0].length;
    } else if (/^[\d*†‡]/.test(mark)) {
      const note = style.notes.get(mark);
      const open = style.open.get(mark) ?? 0;
      if (note === undefined || at === 0 || open === 0 || /(?:^|\P{L})\p{Lu}+\.$/u.test(text.slice(Math.max(0, at - 8), at))) continue;
      style.open.set(mark, open - 1);
      cuts.push({ start: at, end: at + mark.length, label: mark, cited: note, fields: {} });
    } else if (
      at > 0 &&
      /[\p{L}\p{N}.,;:!?)\]”"’»]/u.test(text[at - 1]!) &&
      !/(?:\b[kcmd]?m|\bkm)$/.test(text.slice(Math.max(0, at - 3), at))
    ) {
      const label = plainDigits(mark);
      cuts.push({ start: at, end: at + mark.length, label, cited: style.notes.get(label) ?? "", fields: {} });
    }
  }
  if (cuts.length === 0) return { text: piece, citations: [] };
  return cut(piece, cuts);
}

/** Learns a document's way of citing from its running text and its list of references. */
export function learnCitationStyle(
  texts: Iterable<string>,
  entries: readonly string[],
  notes: ReadonlyMap<string, string>,
  open: Map<string, number>,
): CitationStyle {
  const authors = new Set<string>();
  const places = new Set<string>();
  let located = 0;
  let numbered = 0;
  let bare = 0;
  for (const text of texts) {
    for (const match of text.includes("(") ? text.matchAll(/\(([^()]{4,900})\)/g) : []) {
      for (const part of splitParts(match[1]!.replace(/\s+/g, " ").trim())) {
        const read = AUTHORED.exec(part);
        if (LOCATOR_ONLY.test(part) && /\d/.test(part)) located++;
        if (!read || isNoAuthor(read[2]!)) continue;
        if (!STRONG.test(part) && !read[1]) {
          bare++;
          continue;
        }
        located++;
        for (const name of namesIn(read[2]!)) authors.add(name);
      }
    }
    for (const match of text.matchAll(/\b(?:in|at|near|from|to) (\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?)\b/gu)) places.add(match[1]!);
    if (text.includes("[")) numbered += text.match(/(?<=[\p{L}.,;)])\s?\[\d{1,3}\]/gu)?.length ?? 0;
  }
  for (const entry of entries) for (const name of namesIn(/^[^\d(]{2,80}/.exec(entry)?.[0] ?? "")) authors.add(name);
  const authorYear = located >= 2 || (entries.length >= 3 && bare >= 2);
  return { authorYear, numbered: numbered >= 2, authors, places, notes, open };
}

function splitParts(content: string): string[] {
  return content
    .split(/\s*;\s*/)
    .flatMap((part) => part.split(new RegExp(`(?<=\\d[a-z]?),\\s+(?=\\p{Lu}[\\p{L}.&' -]*,? ${YEAR})`, "u")))
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

function namesIn(names: string): string[] {
  return names.match(/\p{Lu}[\p{L}\p{M}'’-]{1,}/gu) ?? [];
}

/** A date or a treaty: what the brackets say is content. */
function isNoAuthor(names: string): boolean {
  return NO_AUTHOR.test(names) || MONTH_LAST.test(names) || names.split(/,? and |, /).every((name) => COUNTRIES.has(name.trim()));
}

function isAuthor(names: string, style: CitationStyle): boolean {
  if (!style.authorYear) return false;
  const words = namesIn(names);
  if (words.some((word) => style.authors.has(word))) return true;
  if (words.length > 0 && words.every((word) => /^\p{Lu}{2,}$/u.test(word))) return true;
  return !style.places.has(names) && !words.some((word) => style.places.has(word));
}

/** "Keohane and Nye (1988)": the year of a work named in the sentence. */
function citesBefore(text: string, at: number, style: CitationStyle): boolean {
  const name = /(\p{Lu}[\p{L}\p{M}'’-]+)\s?$/u.exec(text.slice(Math.max(0, at - 40), at))?.[1];
  return name !== undefined && style.authors.has(name) && !/^\p{Lu}+$/u.test(name);
}

function notesOf(label: string, style: CitationStyle): string {
  const texts: string[] = [];
  for (const part of label.split(/\s*[,;]\s*/)) {
    const [from, to = from] = part.split(/\s*[–-]\s*/).map(Number);
    for (let n = from!; n <= to! && n - from! < 20; n++) {
      const note = style.notes.get(String(n));
      if (note) texts.push(note);
    }
  }
  return texts.join("; ");
}

function closing(text: string, open: number): number {
  let depth = 0;
  for (let i = open; i < Math.min(text.length, open + LONGEST); i++) {
    const code = text.charCodeAt(i);
    if (code === 0x28) depth++;
    else if (code === 0x29 && --depth === 0) return i + 1;
  }
  return -1;
}

function cut(
  piece: MappedText,
  cuts: readonly { start: number; end: number; label: string | null; cited: string; fields: Record<string, string> }[],
): CitedText {
  const { text } = piece;
  const builder = new TextBuilder();
  const citations: Citation[] = [];
  let from = 0;
  for (const { start, end, label, cited, fields } of cuts) {
    let until = start;
    while (until > from && text[until - 1] === " ") until--;
    builder.appendFrom(piece, from, until);
    citations.push({ at: builder.length, label, text: cited, fields });
    from = end;
    if (builder.length === 0) while (text[from] === " ") from++;
    const stopped = /[.!?,;:][”"’']?$/.test(builder.ending);
    if (stopped && /^\s*[.,;]/.test(text.slice(from, from + 3))) {
      const mark = text.indexOf(text.slice(from, from + 3).trim()[0]!, from);
      if (/[.!?]/.test(builder.ending.slice(-2)) || text[mark] === builder.ending.at(-1)) from = mark + 1;
    }
    if (until < start && from < text.length && /[\p{L}\p{N}]/u.test(text[from]!)) builder.insert(" ");
  }
  builder.appendFrom(piece, from);
  return { text: builder.build(), citations };
}

/** English names of the states and territories that the Unicode data of the runtime know. */
function countryNames(): ReadonlySet<string> {
  const names = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });
  const letters = Array.from({ length: 26 }, (_, i) => String.fromCharCode(65 + i));
  return new Set(letters.flatMap((a) => letters.map((b) => names.of(a + b)).filter((name) => name !== undefined)));
}
