import type { Block, Document } from "../../document/document.ts";
import { findMatches } from "../../document/find-matches.ts";
import { type DateContext, type DateExpression, NO_CONTEXT } from "../date-expression.ts";
import type { Sentence } from "../sentence.ts";
import { datesOverBlocks } from "./date-lines.ts";
import { partsOf } from "./edtf.ts";
import { findDates } from "./find-dates.ts";
import { GATHERINGS, isProposed } from "./settings.ts";
import { readStatedTerms, termsBefore } from "./stated-terms.ts";
import { yearLedEntries } from "./year-led-entries.ts";

/** What a document's reader knows beside its text. */
export interface DateSettings {
  /** Terms of office of a person, as an actor register has them; asked when the document itself states none. */
  readonly terms?: (person: string) => readonly string[];
  readonly numericOrder?: "day-month" | "month-day";
}

/**
 * The date context of each sentence of a document, in the order of `sentences`.
 *
 * `documentDate` is the document's own (not that of its file); `previous` the last time said before in the same section;
 * `heading` what the section's heading, the list item around it or the row's date cell says. Terms of office stated in the
 * document ("Ana Example (May 2003 – June 2008)") answer for "during her presidency".
 */
export function dateContexts(document: Document, sentences: readonly Sentence[], settings: DateSettings = {}): DateContext[] {
  const shared = sharedContext(document, settings);
  const headings = sectionDates(document, shared);
  const stated = readStatedTerms(document);
  const rows = rowDates(document, shared, headings);
  for (const [block, year] of yearLedEntries(document)) rows.set(block, year);
  const whole = titleDate(document, shared);
  const lines = datesOverBlocks(document, shared);
  const lead = new LeadingDates();
  const contexts: DateContext[] = [];
  let previous: DateExpression | null = null;
  let section = -2;
  let gatherings: DateContext["gatherings"];
  for (const sentence of sentences) {
    const block = document.blocks[sentence.block];
    if (!block || block.role === "notice") {
      contexts.push({ ...shared, previous: null, heading: null });
      continue;
    }
    if (block.section !== section) {
      section = block.section;
      previous = null;
      gatherings = undefined;
      lead.clear();
    }
    const above = lines.has(sentence.block) ? lines.get(sentence.block)! : (headings[block.section] ?? whole);
    const around = rows.get(sentence.block) ?? lead.over(block, sentence) ?? above;
    const heading = dayOf(document.text, block, around) ?? around;
    const terms = termsBefore(stated, sentence.start, settings.terms);
    const context: DateContext = { ...shared, previous, heading, ...(terms ? { terms } : {}), ...(gatherings ? { gatherings } : {}) };
    contexts.push(context);
    const said = findDates(document.text, sentence, context);
    if (block.kind === "list-item" || block.kind === "paragraph") lead.note(block, sentence, said, document.text);
    previous = sceneSetter(said, document.text) ?? previous;
    gatherings = withGatherings(gatherings, sentence, said, document.text);
  }
  return contexts;
}

/**
 * The terms of office that the date contexts of a document can be asked for, by the offset of their sentence: as `dateContexts` has them,
 * but the document is looked through for those it states only when somebody asks.
 */
export function termsAt(
  document: Document,
  others: (person: string) => readonly string[],
): (offset: number) => (person: string) => readonly string[] {
  let stated: ReturnType<typeof readStatedTerms> | null = null;
  return (offset) => (person) => {
    stated ??= readStatedTerms(document);
    return termsBefore(stated, offset, others)?.(person) ?? [];
  };
}

/** The gatherings of the last sentence that names any with a date, each with the date said nearest to it, in the order named. */
function withGatherings(
  known: DateContext["gatherings"],
  sentence: Sentence,
  said: readonly DateExpression[],
  text: string,
): DateContext["gatherings"] {
  const times = said.filter((e) => e.role === "time" && e.why !== "date/term-of-office" && !e.edtf.includes(".."));
  if (!times.length) return known;
  // the only time of a sentence is that of what it tells of, though places stand between
  const reach = times.length === 1 ? 240 : 80;
  const made = new Map<string, { edtf: string; offset: number; distance: number }>();
  for (const match of findMatches(/\b[a-z]+\b/gi, text.slice(sentence.start, sentence.end))) {
    // "the ministers met on 3 May": the meeting spoken of next
    const noun = /^met$/i.test(match[0]) ? "meeting" : match[0].toLowerCase();
    if (!GATHERINGS.has(noun)) continue;
    const at = sentence.start + match.index;
    // a date in brackets, as of a report's own day, is farther than it looks
    const bracketed = (e: DateExpression): number => (times.length > 1 && /[([]$/.test(text.slice(e.start - 1, e.start)) ? 60 : 0);
    const away = (e: DateExpression): number => bracketed(e) + (e.start > at ? e.start - at : at < e.end ? 0 : at - e.end);
    const nearest = times.reduce((best, e) => (away(e) < away(best) ? e : best));
    const distance = away(nearest);
    if (distance < reach && distance < (made.get(noun)?.distance ?? reach))
      made.set(noun, { edtf: nearest.edtf, offset: nearest.start, distance });
  }
  return made.size ? made : known;
}

/** The time a sentence leaves its readers at: the last that tells when, rather than a deadline, a bound or the date of a thing; brackets last of all. */
function sceneSetter(said: readonly DateExpression[], text: string): DateExpression | null {
  const rank = (e: DateExpression): number => {
    const bracketed = /[([][^)\]]{0,24}$/.test(text.slice(Math.max(0, e.start - 25), e.start));
    if (bracketed || e.why === "date/term-of-office") return 0;
    if (said.length > 1 && isProposed(text.slice(Math.max(0, e.start - 50), e.start))) return 1.5;
    // "Cambodia, whose prince had been there in 1956, waited until 1958"
    if (e !== said.at(-1) && /,\s(?:which|who|whose)\s[^,;:.]*$/.test(text.slice(Math.max(0, e.start - 120), e.start))) return 2;
    // "On 1 February it stopped the line, which others had closed the previous August": the aside leaves nobody there
    if (e !== said[0] && /,\s(?:which|who|whose)\s[^,;:]*$/.test(text.slice(said[0]!.end, e.start))) return 2;
    return e.role === "time" ? (e.edtf.includes("..") ? 2 : 3) : e.role === "attribute" ? 1 : 0.5;
  };
  let best: DateExpression | null = null;
  for (const e of said) if (!best || rank(e) >= rank(best)) best = e;
  return best;
}

function sharedContext(document: Document, settings: DateSettings): DateContext {
  const documentDate = document.date && document.date.basis !== "file-metadata" ? document.date.edtf : datelineOf(document);
  const numericOrder = settings.numericOrder ?? numericOrderOf(document.text);
  return {
    documentDate,
    previous: null,
    heading: null,
    bareDates: tellsOfThePast(document, documentDate) ? "text" : "document",
    ...(numericOrder ? { numericOrder } : {}),
    ...(citesByYear(document) ? { authorYears: true } : {}),
  };
}

/** The date of a dateline ("LIMA, September 12, 2017 -- ") at the head of the text, for documents whose reader found none. */
function datelineOf(document: Document): string | null {
  for (const block of document.blocks.slice(0, 6)) {
    if (block.kind !== "paragraph" || block.role === "notice") continue;
    const head =
      /^\p{Lu}[\p{Lu} .'’-]{2,40}(?:, [\p{L} .]{2,30})?, (?=.{0,20}\d{4})([^—–-]{8,40}?)\s*(?:\([^)]{2,40}\)\s*)?(?:--|—|–|-)\s/u.exec(
        document.text.slice(block.start, Math.min(block.end, block.start + 160)),
      );
    if (!head) continue;
    const said = findDates(head[1]!, { start: 0, end: head[1]!.length }, NO_CONTEXT);
    if (said.length === 1 && partsOf(said[0]!.edtf).day !== null && !said[0]!.edtf.includes("/")) return said[0]!.edtf;
  }
  return null;
}

/** The order of day and month in figures, when the document has dates that allow only one. */
function numericOrderOf(text: string): "day-month" | "month-day" | undefined {
  let dayFirst = 0;
  let monthFirst = 0;
  for (const [, a, b] of findMatches(/(?<![\d/.-])(\d{1,2})[/-](\d{1,2})[/-](?:1[5-9]|20)\d\d(?![\d/-])/g, text)) {
    if (Number(a) > 12 && Number(b) <= 12) dayFirst++;
    else if (Number(b) > 12 && Number(a) <= 12) monthFirst++;
  }
  if (dayFirst && !monthFirst) return "day-month";
  return monthFirst && !dayFirst ? "month-day" : undefined;
}

/** Whether a document has references like "(Example, 1998, p. 4)", "(Other & Third 2002; Fourth 2004)" again and again. */
function citesByYear(document: Document): boolean {
  let found = 0;
  for (const { text } of document.citations)
    if (/^\W*(?:see |cf\. )?\p{Lu}[^\d]{1,80}\d{4}[a-z]?\W*(?:$|[;,:p])/u.test(text) && ++found >= 4) return true;
  for (const _ of document.text.matchAll(CITATION)) if (++found >= 4) return true;
  return false;
}

const CITATION =
  /[(;]\s*(?:see |cf\. |e\.g\.,? )?\p{Lu}[\p{L}’'-]+(?:\s+(?:et al\.?|(?:and|&)\s+\p{Lu}[\p{L}’'-]+))?,?\s+(?:1[89]|20)\d\d[a-z]?\s*(?=[;:)]|,\s*pp?\.)/gu;

/** Wikis, and texts most of whose years lie well before their own date: a month without a year belongs to the text's dates there. */
function tellsOfThePast(document: Document, documentDate: string | null): boolean {
  if (document.format === "mediawiki" || document.format === "mediawiki-xml") return true;
  const own = documentDate ? partsOf(documentDate.slice(0, 10)).year : null;
  if (own === null) return true;
  const years: number[] = [];
  for (const [year] of findMatches(/\b(?:1[89]|20)\d\d\b/g, document.text)) {
    years.push(Number(year));
    if (years.length >= 400) break;
  }
  if (years.length < 6 || speaksOfToday(document.text)) return false;
  // a paper that says of itself only its year has no day to count bare months from
  if (/^\d{4}$/.test(documentDate!)) return true;
  years.sort((a, b) => a - b);
  return own - years[years.length >> 1]! > 2;
}

/**
 * The date each section's heading is, with the year of the section around it: "2004", under it "March". A heading that says
 * what time it reviews counts as well ("Diplomacy in 2011"), and a numbered chapter covers the plain headings behind it.
 */
function sectionDates(document: Document, shared: DateContext): (string | null)[] {
  const dates: (string | null)[] = [];
  let chapter: { readonly level: number; readonly date: string | null } | null = null;
  for (const section of document.sections) {
    const isChapter = CHAPTER.test(section.heading);
    if (chapter && (isChapter || section.level < chapter.level)) chapter = null;
    const parent: string | null = section.parent >= 0 ? (dates[section.parent] ?? null) : (chapter?.date ?? null);
    const context: DateContext = { ...shared, bareDates: "text", documentDate: null, heading: parent };
    const said = wholeDate(section.heading, context) ?? reviewedTime(section.heading, context);
    if (isChapter) chapter = { level: section.level, date: said };
    // a line with the day of the document itself is no heading over what happened that day
    const isIssue = said?.length === 7 && !CHRONICLE.test(document.title ?? "");
    const isOwnDay = document.date?.basis === "dateline" && said === document.date.edtf && (said.length === 10 || isIssue);
    dates.push((isOwnDay ? null : said) ?? parent);
  }
  return dates;
}

const CHAPTER = /^\W*(?:chapter|part)\s+(?:\d{1,2}|[ivxlc]+|one|two|three|four|five|six|seven|eight|nine|ten)\b/i;

/** What a heading reviews as a whole, against one act of that year: "Relations in 2004", but "The crisis in 2004". */
const REVIEWED =
  /\b(?:affairs|diplomacy|relations|policy|policies|institutions|events|developments|changes|activit(?:y|ies)|world|region|year|trade|review|chronicle|overview|politics|econom(?:y|ies)|highlights|contacts|visits|meetings|visitors|missions|posts|appointments|treaties|agreements|cooperation|progress|happened)\b/i;

/** The year or month of which a heading says that what stands below is its review: "Chapter 4. Diplomacy and institutions in 2011". */
function reviewedTime(heading: string, context: DateContext): string | null {
  const said = findDates(heading, { start: 0, end: heading.length }, context);
  const only = said.length === 1 ? said[0]! : null;
  if (only?.role !== "time" || !/^\d{4}(?:-\d\d)?$/.test(only.edtf) || !/^\W*$/.test(heading.slice(only.end))) return null;
  const before = heading.slice(0, only.start);
  return /\b(?:in|during|of|for)\s+(?:the\s+year\s+)?$/i.test(before) && REVIEWED.test(before) ? only.edtf : null;
}

const CHRONICLE =
  /\b(?:chronolog(?:y|ical)|timeline|time line|diary|calendar|chronicle|year\s?book|almanac|annual (?:re(?:view|port)|survey|register)|(?:year|month) in (?:review|brief)|re(?:view|port) of the (?:year|month)|notebook|digest|round-?up|events)\b/i;

const LONE_YEAR = /(?<![\d/–-])(?<!\b(?:since|after|before|until|till|from|to)\s)(?:1[89]|20)\d\d(?![\d/–-])/giu;

/** The one year or month of which the title says that the text is its chronicle: "Chronology of 1998", "Andean Yearbook 2004", "Peru's relations in 2004". */
function titleDate(document: Document, shared: DateContext): string | null {
  const title = document.title ?? "";
  const context: DateContext = { ...shared, bareDates: "text", documentDate: null, heading: null };
  if (!CHRONICLE.test(title)) return reviewedTime(title, context);
  const said = findDates(title, { start: 0, end: title.length }, context);
  // "Andean Yearbook 2004": a year behind a name is no date of a sentence
  const years = said.length === 0 ? (title.match(LONE_YEAR) ?? []) : [];
  if (years.length === 1) return years[0]!;
  const [only] = said;
  return said.length === 1 && /^\d{4}(?:-\d\d)?$/.test(only!.edtf) && only!.role === "time" ? only!.edtf : null;
}

/** The date a heading or cell is, when it says nothing else but a date. Open intervals cover nothing surely, so they give none. */
export function wholeDate(text: string, context: DateContext): string | null {
  const said = findDates(text, { start: 0, end: text.length }, context);
  const only = said.length === 1 ? said[0]! : null;
  if (!only || only.edtf.includes("..") || only.edtf.startsWith("XXXX") || only.role === "before" || only.role === "after") return null;
  const rest = text.slice(0, only.start) + text.slice(only.end);
  return /^(?:\W|\b(?:in|on|year|events|of|the|chronology|timeline|and|during|period|date)\b)*$/i.test(rest) ? only.edtf : null;
}

/** The date of each table row: the cell under a header that speaks of time, else the first cell that is a date and nothing else. Keyed by block. */
function rowDates(document: Document, shared: DateContext, headings: readonly (string | null)[]): Map<number, string> {
  const found = new Map<number, string>();
  if (document.tables.length === 0) return found;
  const context: DateContext = { ...shared, documentDate: null, bareDates: "text" };
  // "Relations established" dates what the column is of, not what the notes beside it tell
  const columns = document.tables.map((t) => t.columns.map((name) => TIME.test(name) && !OF_ITS_OWN.test(name)));
  const lends = document.tables.map((t) => t.columns.map((name) => !TIME.test(name) || !OF_ITS_OWN.test(name)));
  const last = new Map<number, string>();
  const rowAt = new Map<number, { table: number; row: number }>();
  document.tables.forEach((t, table) => {
    t.rows.forEach((r, row) => {
      if (!r.header) for (const c of r.cells) rowAt.set(c.start, { table, row });
    });
  });
  document.blocks.forEach((block, index) => {
    if (block.kind !== "table-row" || block.table < 0) return;
    const place = rowAt.get(block.start);
    const table = document.tables[block.table];
    const row = place && place.table === block.table ? table?.rows[place.row] : undefined;
    const cells = row
      ? row.cells
      : document.text
          .slice(block.start, block.end)
          .split("\t")
          .map((text, column) => ({ text, column }));
    // "September 19–21" under "2017"
    const above = headings[block.section] ?? null;
    const heading = above && /^\d{4}$/.test(above) ? above : null;
    let date: string | null = null;
    for (const cell of cells)
      if (date === null && columns[block.table]?.[cell.column]) date = wholeDate(cell.text, { ...context, heading });
    for (const cell of cells)
      if (date === null && lends[block.table]?.[cell.column] !== false) date = wholeDate(cell.text, { ...context, heading });
    // "1964 | 25 Jan": the year and the day in columns of their own
    if (date !== null && /^\d{4}(?:-\d\d)?$/.test(date)) {
      const year = date;
      const at = cells.findIndex((cell) => wholeDate(cell.text, { ...context, heading }) === year);
      const next = cells[at + 1] ? wholeDate(cells[at + 1]!.text, { ...context, heading: year }) : null;
      if (next?.startsWith(`${year}-`)) date = next;
    }
    // a date said once stands for the rows under it that leave its cell empty
    const blank = cells.length > 1 && cells[0]!.text.trim() === "" && columns[block.table]?.[cells[0]!.column];
    if (date === null && blank) date = last.get(block.table) ?? null;
    if (date !== null) {
      found.set(index, date);
      last.set(block.table, date);
    }
  });
  return found;
}

const TIME = /\b(?:dates?|years?|when|signed|period|since|established|time|day|month|began|joined)\b/i;
const OF_ITS_OWN =
  /\b(?:relations?|established|establishment|recogni\p{L}*|signed|signature|signing|since|joined|accession|admi\p{L}*|ratifi\p{L}*|in force|effective|founded|opened|began|independence|born|appointed|credentials)\b/iu;

/** The day that leads an item or a paragraph under a month: "15: Kenya opens …", "3rd – …" under "May 2018". */
function dayOf(text: string, block: Block, month: string | null): string | null {
  if (!month || !/^\d{4}-\d\d$/.test(month) || (block.kind !== "list-item" && block.kind !== "paragraph")) return null;
  const led = /^[\s(•*–—-]*(\d{1,2})(?:st|nd|rd|th)?\s*[:.–—)-]\s*(?=\D)/.exec(
    text.slice(block.start, Math.min(block.end, block.start + 16)),
  );
  const day = Number(led?.[1] ?? block.marker?.match(/^(\d{1,2})[.)]?$/)?.[1] ?? 0);
  return led && day >= 1 && day <= 31 ? `${month}-${String(day).padStart(2, "0")}` : null;
}

/** Dates that lead a list item ("1962:", "March 2004 – ") and hold for the rest of it and for the items under it. */
class LeadingDates {
  private levels: { level: number; edtf: string; block: Block; end: number }[] = [];

  clear(): void {
    this.levels = [];
  }

  /** The leading date that covers the sentence: of its own item when the sentence is a later one, else of the items around it. */
  over(block: Block, sentence: Sentence): string | null {
    if (block.kind !== "list-item") {
      const own = this.levels.at(-1);
      return own?.block === block && sentence.start >= own.end ? own.edtf : null;
    }
    while (
      this.levels.length &&
      (this.levels.at(-1)!.level > block.level || (this.levels.at(-1)!.level === block.level && this.levels.at(-1)!.block !== block))
    )
      this.levels.pop();
    return this.levels.at(-1)?.edtf ?? null;
  }

  note(block: Block, sentence: Sentence, said: readonly DateExpression[], text: string): void {
    const first = said[0];
    if (!first || (first.role !== "time" && first.role !== "attribute") || first.edtf.includes("..") || first.edtf.startsWith("XXXX"))
      return;
    if (this.levels.at(-1)?.block === block) return;
    const before = text.slice(sentence.start, first.start);
    const after = text.slice(first.end, first.end + 4);
    const alone = /^[.\s]*$/.test(text.slice(first.end, sentence.end));
    if (!/^[\s([•*–—-]*(?:on|in)?\s*$/i.test(before) || !(/^[)\]]?\s*[:–—-]/.test(after) || alone)) return;
    this.levels.push({ level: block.level, edtf: first.edtf, block, end: first.end });
  }
}

/** Within how many UTF-16 units a report says when it was. */
const AT_ONCE = 600;
const TODAY =
  /\b(?:on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?! (?:morning|evening)?,? ?\d|,? (?:the )?\d)|(?:earlier |later )?this (?:week|month|year)|(?:last|next) (?:week|month|year)|yesterday|tomorrow)\b/g;

/** A report of the day looks at its own date again and again, or at once, however much history it tells. */
function speaksOfToday(text: string): boolean {
  if (/\b(?:yesterday|tomorrow)\b/.test(text.slice(0, AT_ONCE))) return true;
  const found = text.slice(0, 100_000).match(TODAY)?.length ?? 0;
  return found >= 3 && found * 1000 > text.length / 4;
}
