import type { Mention } from "../actors/mention.ts";
import type { Document, Span, Table } from "../document/document.ts";
import { findMatches } from "../document/find-matches.ts";
import type { DateContext, DateExpression } from "../language/date-expression.ts";
import type { ClaimDate } from "./claim.ts";
import { listedDates } from "./listed-dates.ts";
import type { Above, Outline } from "./outline.ts";
import { visitsInLine } from "./visit-runs.ts";

type FindDates = (text: string, span: Span, context: DateContext) => DateExpression[];

/** One line of a list or table of visits: who, where, when, and what else is noted. */
export interface VisitRow extends Span {
  /** Those who travelled, named or by their office. */
  readonly people: readonly Mention[];
  /** States and cities beside them; `hosts` where the header says that the visit went there. */
  readonly places: readonly Mention[];
  readonly placesAreHosts: boolean;
  readonly dates: readonly ClaimDate[];
  /** All its words. */
  readonly remarks: string;
  /** The words of a column for the office of those who travelled; empty without one. */
  readonly office: string;
  /** It begins with an office: "Deputy Foreign Minister Ana Example". */
  readonly titled: boolean;
  readonly above: readonly Above[];
}

const PERSON =
  /\b(?:visitors?|guests?|travell?ers?|leaders?|names?|who|heads? of (?:state|government|delegation)|officials?|delegations?|delegates?|presidents?|prime ministers?|(?:foreign )?ministers?|dignitar(?:y|ies)|representatives?|kings?|popes?|monarchs?|emirs?|headed by|led by)\b/i;
const PLACE =
  /\b(?:countr(?:y|ies)|destinations?|states?|nations?|places?|locations?|cit(?:y|ies)|hosts?|venues?|where|areas?|itinerary|from|to|capitals?|stops?|territor(?:y|ies)|areas visited|locations? visited|flags?)\b/i;
const HOSTING = /\b(?:visited|destinations?|hosts?|places?|venues?|where|cit(?:y|ies)|locations?|itinerary|to|stops?|capitals?)\b/i;
const DATE = /\b(?:dates?|years?|months?|when|days?|period|time|duration)\b/i;
/** Columns of days when it began and when it was over, or of places from and to which it went. */
const END_OF_SPAN = /^\W*(?:start\w*|begin\w*|end\w*|arriv\w+|depart\w+|from|to|until)(?:\s+(?:date|day))?\W*$/i;
const FIRST_DAY = /^\W*(?:start|begin|arriv|from)/i;
const LAST_DAY = /^\W*(?:end|depart|until|to\b)/i;
/** The office of who travelled, in a column of its own. */
const TITLE = /^\W*(?:titles?|positions?|offices?|posts?|functions?|ranks?|capacity)\W*$/i;
const OCCASION = /\b(?:occasion|purpose|reason|event|summit|conference)\b/i;
const VISITS = /\b(?:visits?|tours?|trips?|travels?|travell?ed|journeys?|visitors|travel)\b/i;
/** An item that tells is a sentence, and read as one. "State visit" and "working visit" tell nothing. */
const TELLS =
  /\b(?:(?<!\b(?:state|official|working|private|first|return|friendly|courtesy|goodwill|royal)\s)visits|visit(?:ed|ing)|met|meets|sign(?:s|ed)|held|holds?|receiv(?:es|ed)|paid|pays?|made|makes?|travel(?:s|led|ed)|arriv(?:es|ed)|toured|is|was|were|has|had|will|attend(?:s|ed)|announc(?:es|ed)|leads?|led)\b/i;
const TITLED =
  /^[^\p{L}]*(?:(?:the|former|then|vice|deputy|acting|crown|first|second|prime|foreign|parliamentary|special|senior|permanent|defen[cs]e|finance|interior|trade|state|federal|chief|his|her|royal|highness|majesty|excellency)[\s-]+)*(?:president|minister|premier|chancellor|king|queen|prince|princess|emperor|sultan|emir|pope|secretary|speaker|vice-president|envoy|under-?secretary|cabinet secretary|chairman|governor|justice|delegation|commander|admiral|general|sheikh|amir|excellency|h\.?\s?e\.|h\.?\s?r\.?\s?h\.)(?!\p{L})/iu;
const LONGEST_ITEM = 220;

/** The rows of all tables and lists whose caption, lead or headings say that they are of visits. */
export function findVisitRows(
  document: Document,
  mentions: readonly Mention[],
  contexts: ReadonlyMap<number, DateContext>,
  outline: Outline,
  findDates: FindDates,
): VisitRow[] {
  const rows: VisitRow[] = [];
  document.tables.forEach((table, index) => {
    rows.push(...rowsOfTable(document, table, index, mentions, contexts, outline, findDates));
  });
  document.blocks.forEach((block, index) => {
    const context = contexts.get(index);
    if (!context || block.role === "notice") return;
    for (const { whole, when, lead } of visitsInLine(document, block)) {
      const people = within(mentions, whole).filter(isPerson);
      rows.push({
        ...whole,
        people,
        places: [],
        placesAreHosts: false,
        dates: listedDates(document.text, when, context, findDates),
        remarks: document.text.slice(whole.start, whole.end),
        office: "",
        titled: true,
        above: [{ kind: "lead", words: lead, block: index }, ...outline.aboveBlock(index)],
      });
    }
  });
  document.blocks.forEach((block, index) => {
    if (block.kind !== "list-item" || block.role === "notice" || block.end - block.start > LONGEST_ITEM) return;
    const whole = document.text.slice(block.start, block.end);
    if (!isOfVisits(outline.aboveBlock(index), VISITS)) return;
    const context = contexts.get(index);
    if (!context) return;
    const head = headOf(document.text, block, (span) => findDates(document.text, span, context).length > 0);
    const text = document.text.slice(head.start, head.end);
    const inside = within(mentions, head);
    if (TELLS.test(text)) return;
    const [first] = findDates(document.text, head, context);
    // "July 2016: Prime Minister Ana Example"
    const titled = TITLED.test(first?.start === head.start ? document.text.slice(first.end, head.end) : text);
    if (inside.length === 0 && !titled) return;
    const dates = listedDates(document.text, head, context, findDates);
    // what covers several items leads the others; alone it is a label
    if (outline.itemsUnder(index).length > 0 && dates.length === 0) return;
    const people = inside.filter(isPerson);
    // "Delegation of the ministry at the fair" is neither a person nor a place
    const places = inside.filter((m) => isPlace(m) && !people.some((p) => p.start <= m.start && p.end >= m.end));
    if (people.length === 0 && !(titled && dates.length > 0) && !isBareList(document.text, head, places, dates)) return;
    rows.push({
      start: block.start,
      end: block.end,
      people,
      places: people.length > 0 ? places.filter((m) => m.start >= people[0]!.end) : places,
      placesAreHosts: people.length > 0,
      dates,
      remarks: whole,
      office: "",
      titled,
      above: outline.aboveBlock(index),
    });
  });
  return rows;
}

/** Where the note behind a row's own words begins: a sentence of its own, "(cancelled)", ", with fifty companies". */
const NOTE =
  /;|[.:](?=\s+\p{Lu})|:(?=\s)|\s*\((?=\p{Ll})|,\s+(?=(?:who|which|where|when|with|accompanied|at|during|for|to|as|after|following|including|on|in order|inaugurat|open|sign)\p{L}*\b)|\s[–—-]\s(?=\p{Ll})/gu;

/** The item up to the note behind it, where who, where and when stand before that; else the whole. */
function headOf(text: string, item: Span, isDated: (span: Span) => boolean): Span {
  const words = text.slice(item.start, item.end);
  for (const note of findMatches(NOTE, words)) {
    const head = { start: item.start, end: item.start + note.index };
    const before = words.slice(0, note.index);
    // "2004: Foreign Minister Ana Example", "14 June 2018, with": a date alone is no row yet
    if (/\p{Lu}/u.test(before.replace(MONTH_NAMES, "")) && !TELLS.test(before) && isDated(head)) return head;
  }
  return item;
}

const MONTH_NAMES = /\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Spring|Summer|Autumn|Winter|Early|Late|Mid)\p{L}*\b/gu;

/** The nearest words above that are not only a date or a country say visits. */
export function isOfVisits(above: readonly Above[], pattern: RegExp): boolean {
  for (const { kind, words } of above) {
    if (pattern.test(words)) return kind !== "lead" || /\b(?:list|table|following|these|visits|:)\b/i.test(words);
    if (kind === "heading" && /\p{L}{4}/u.test(words) && OTHER_MATTERS.test(words)) return false;
  }
  return false;
}

const OTHER_MATTERS =
  /\b(?:agreements?|treaties|trade|econom\w+|missions?|embass\w+|ambassadors?|members\w*|history|background|references|notes|see also|further|external|aid|cooperation|defen[cs]e|military|culture|education|sport)\b/i;

function rowsOfTable(
  document: Document,
  table: Table,
  index: number,
  mentions: readonly Mention[],
  contexts: ReadonlyMap<number, DateContext>,
  outline: Outline,
  findDates: FindDates,
): VisitRow[] {
  const first = document.blocks.findIndex((b) => b.kind === "table-row" && b.table === index);
  if (first < 0) return [];
  const above = outline.aboveBlock(first);
  const header: Above = { kind: "caption", words: table.columns.join(" "), block: -1 };
  const caption: readonly Above[] = table.caption ? [{ kind: "caption", words: table.caption, block: -1 }] : [];
  const around = [...caption, header, ...above.filter((a) => a.kind !== "caption")];
  if (!isOfVisits(around, VISITS)) return [];
  const byContent = table.columns.some((h) => END_OF_SPAN.test(h)) ? kindsByContent(document, table, contexts.get(first), findDates) : [];
  const named = table.columns.map((h, i) =>
    DATE.test(h) || (END_OF_SPAN.test(h) && byContent[i] === "date")
      ? "date"
      : PLACE.test(h) && !/^name\b/i.test(h)
        ? "place"
        : PERSON.test(h)
          ? "person"
          : OCCASION.test(h)
            ? "occasion"
            : "note",
  );
  const isUsable = (all: readonly string[]): boolean => all.includes("date") && (all.includes("person") || all.includes("place"));
  const kinds = isUsable(named) ? named : kindsByContent(document, table, contexts.get(first), findDates);
  if (!isUsable(kinds)) return [];
  let label: Above | null = null;
  const rows: VisitRow[] = [];
  const above1 = new Map<string, VisitRow>();
  for (const row of table.rows) {
    // "From Peru to Laos" across the table leads the rows under it
    const [across] = row.cells;
    if (across && isAcross(table, row)) {
      label = { kind: "label", words: across.text, block: outline.blockAt(across.start) };
      continue;
    }
    if (row.header || row.cells.length === 0) continue;
    const cells = (kind: string): Span[] => row.cells.filter((c) => kinds[c.column] === kind && c.end > c.start);
    const block = outline.blockAt(row.cells.find((c) => c.end > c.start)?.start ?? -1);
    const context = contexts.get(block) ?? contexts.get(first);
    if (!context) continue;
    const inPerson = cells("person").flatMap((c) =>
      within(mentions, c).filter((m) => m.actors.length === 1 && !isBracketed(document.text, c, m)),
    );
    // "Foreign Minister Ana Example to Hanoi"
    const goals = inPerson.filter((m) => isPlace(m) && /\bto\s+(?:the\s+)?$/.test(document.text.slice(Math.max(0, m.start - 8), m.start)));
    const people = inPerson.filter((m) => !goals.includes(m));
    const named = cells("place").flatMap((c) => within(mentions, c).filter((m) => isPlace(m) || isPerson(m)));
    const places = [...inStatesNamed(named), ...goals];
    const found = cells("date").flatMap((c) => listedDates(document.text, c, { ...context, heading: headingYear(context) }, findDates));
    // a year or a name that is said once stands for the rows under it
    const before = above1.get("row");
    const dates = found.length > 0 || cells("date").length > 0 ? asSpan(found, table, kinds) : (before?.dates ?? []);
    const known = inPerson.length > 0 || cells("person").length > 0 ? people : (before?.people ?? []);
    const spans = row.cells.filter(
      (c) => c.end > c.start && ["date", "person", "place"].includes(kinds[c.column]!) && c.start >= table.start,
    );
    const own = spans.filter((c) => outline.blockAt(c.start) === block);
    const span = own.length > 0 ? own : spans;
    if (span.length === 0) continue;
    const text = row.cells.map((c) => c.text).join(" \t ");
    const said: VisitRow = {
      start: Math.min(...span.map((c) => c.start)),
      end: Math.max(...span.map((c) => c.end)),
      people: known,
      places,
      placesAreHosts: goals.length > 0 || table.columns.some((h, i) => kinds[i] === "place" && HOSTING.test(h)),
      dates,
      remarks: text,
      office: row.cells
        .filter((c) => TITLE.test(table.columns[c.column] ?? ""))
        .map((c) => c.text)
        .join(" "),
      titled: row.cells.some(
        (c) =>
          (kinds[c.column] === "person" || TITLE.test(table.columns[c.column] ?? "")) && TITLED.test(document.text.slice(c.start, c.end)),
      ),
      above: label ? [label, ...around] : around,
    };
    above1.set("row", said);
    rows.push(said);
  }
  return rows;
}

/** Where the row names states, their towns only: a cell that spans rows names those of others. */
function inStatesNamed(places: readonly Mention[]): readonly Mention[] {
  const states = new Set(places.filter((m) => m.kind !== "place" && (m.form === "name" || m.form === "code")).flatMap((m) => m.actors));
  return states.size === 0 ? places : places.filter((m) => states.has(m.actors[0]!) || (m.form !== "city" && m.form !== "capital"));
}

/** A day under "Start" and one under "End" are one span. */
function asSpan(dates: readonly ClaimDate[], table: Table, kinds: readonly string[]): readonly ClaimDate[] {
  const [first, last] = table.columns.filter((_, i) => kinds[i] === "date");
  const [from, to] = dates;
  if (dates.length !== 2 || !first || !last || !FIRST_DAY.test(first) || !LAST_DAY.test(last)) return dates;
  if (!from!.edtf || !to!.edtf || from!.edtf.includes("/") || to!.edtf.includes("/")) return dates;
  return [{ ...from!, edtf: from!.edtf === to!.edtf ? from!.edtf : `${from!.edtf}/${to!.edtf}` }];
}

/** A row of one cell in a table of more columns. */
function isAcross(table: Table, row: Table["rows"][number]): boolean {
  return row.cells.filter((c) => c.end > c.start).length === 1 && table.columns.length > 1 && row.cells[0]!.text.trim() !== "";
}

/** Where no header tells: a column whose cells begin with dates, and one whose cells begin with an office. */
function kindsByContent(document: Document, table: Table, context: DateContext | undefined, findDates: FindDates): string[] {
  const rows = table.rows.filter((row) => !row.header && !isAcross(table, row));
  return table.columns.map((_, column) => {
    const cells = rows.flatMap((row) => row.cells.filter((c) => c.column === column && c.end > c.start));
    const share = (fits: (c: Span) => boolean): number => cells.filter(fits).length / Math.max(1, rows.length);
    const isDate = (c: Span): boolean =>
      context !== undefined &&
      c.end - c.start <= 40 &&
      listedDates(document.text, c, { ...context, heading: headingYear(context) }, findDates).length > 0;
    if (share(isDate) >= 0.8) return "date";
    return share((c) => TITLED.test(document.text.slice(c.start, c.end))) >= 0.6 ? "person" : "note";
  });
}

/** "(inauguration of President Ana Example)": why it was, not who came. */
function isBracketed(text: string, cell: Span, m: Mention): boolean {
  const before = text.slice(cell.start, m.start);
  return before.lastIndexOf("(") > before.lastIndexOf(")");
}

/** The year that a row's own date is resolved against: of the heading, or of what the row is dated by it. */
function headingYear(context: DateContext): string | null {
  return /^\d{4}(?=$|[-/])/.exec(context.heading ?? "")?.[0] ?? null;
}

function within(mentions: readonly Mention[], span: Span): Mention[] {
  return mentions.filter((m) => m.start >= span.start && m.end <= span.end && m.actors.length > 0);
}

function isPerson(m: Mention): boolean {
  return m.person !== null || m.office !== null || m.body !== null;
}

function isPlace(m: Mention): boolean {
  return (
    m.actors.length === 1 &&
    (m.kind === "state" || m.kind === "former-state" || m.kind === "place") &&
    m.form !== "demonym" &&
    m.form !== "reference" &&
    !isPerson(m)
  );
}

/** "Rwanda (2016)", "Lima, Peru – May 2011": names and dates and nothing else. */
function isBareList(text: string, span: Span, places: readonly Mention[], dates: readonly ClaimDate[]): boolean {
  if (places.length === 0 || dates.length === 0) return false;
  let rest = text.slice(span.start, span.end);
  for (const m of places) rest = rest.replace(m.text, " ");
  for (const d of dates) if (d.text) rest = rest.replace(d.text, " ");
  return /^(?:[^\p{L}\p{N}]|\b(?:the|and|in|on|to|state|official|working|visits?|twice|again)\b)*$/iu.test(rest);
}
