import type { Mention } from "../actors/mention.ts";
import type { Block, Document, Table, TableCell, TableRow } from "../document/document.ts";
import { findMatches } from "../document/find-matches.ts";
import { type DateExpression, NO_CONTEXT } from "../language/date-expression.ts";

import { mentionsIn } from "./mentions-in.ts";

type FindDates = (text: string, span: { start: number; end: number }, context: typeof NO_CONTEXT) => DateExpression[];

const COLUMNS = ["country", "city", "date", "type", "joined", "left", "number", "in force", "signed", "status"] as const;
type Column = (typeof COLUMNS)[number];

const POST = /\b(?:embassy|consulate|high commission|legation|mission|office|consul)\b/i;
const CAME_AND_WENT =
  /\b(?:joined|admitted|acceded)\b.*\b(?:left|withdrew)\b|\b(?:left|withdrew)\b.*\b(?:re)?(?:joined|admitted|acceded)\b/i;
const GATHERING =
  /^(?:the\s+)?(?:\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\p{L}+th|[IVX]+)\s+(?:[\p{L}-]+\s+)?(?:summit|meeting|session|conference|congress|round)$/iu;
const JOINED = /^(?:joined|since|member since|admitted|acceded|from|rejoined)\b/i;
const STATUS =
  /^(?:under negotiation|in negotiation|negotiations? (?:ongoing|concluded|suspended|launched)|in force|not (?:yet )?in force|terminated|initial?led|awaiting ratification)$/i;
const SIGNED = /^(?:signed|concluded)\b/i;
const SIGNED_AND_MORE = /\bsigned\b.*,.*\b(?:force|effect|effective|ratified|terminated)\b/i;
const IN_FORCE = /^(?:in (?:force|effect)|(?:entered|entry) into (?:force|effect)|effective|took effect)\b/i;
const LEFT = /^(?:left|until|withdrew|ended)\b/i;

/**
 * Lists whose items are rows in all but form: "Kenya: Nairobi (embassy)", "Israel – 8 September 1968", "Angola (joined 1999)", "Peru".
 * Runs of two and more such items become tables, so that the templates for tables read them.
 */
export function tablesOfLists(document: Document, mentions: readonly Mention[], findDates: FindDates): Table[] {
  const tables: Table[] = [];
  let run: { block: Block; row: TableRow }[] = [];
  const close = (): void => {
    // lines without a mark are rows only where several follow each other
    const isList = run[0]?.block.kind === "list-item";
    if (
      (run.length >= 2 && isList) ||
      (run.length >= 3 && !run.some((r) => r.row.cells.length < 2)) ||
      (run.length === 1 && isList && run[0]!.row.cells.length >= 4)
    ) {
      const columns = COLUMNS.map((c, i) => (run.some(({ row }) => row.cells.some((cell) => cell.column === i)) ? c : ""));
      tables.push({ start: run[0]!.block.start, end: run.at(-1)!.block.end, caption: null, columns, rows: run.map((r) => r.row) });
    }
    run = [];
  };
  for (const block of document.blocks) {
    const inLine = tableInLine(document, block, mentions, findDates);
    if (inLine) tables.push(inLine);
    const isBareRow = block.kind === "table-row" && !document.tables[block.table]?.rows.some((r) => r.header);
    const row = block.kind === "list-item" || block.kind === "paragraph" || isBareRow ? rowOf(document, block, mentions, findDates) : null;
    if (!row || (run.length > 0 && run[0]!.block.section !== block.section)) close();
    if (row) run.push({ block, row });
  }
  close();
  return tables;
}

/** "Summits: Lima (1971), Quito (1974)": what stands before the colon is the caption of a table of places and years. */
function tableInLine(document: Document, block: Block, mentions: readonly Mention[], findDates: FindDates): Table | null {
  if ((block.kind !== "paragraph" && block.kind !== "list-item") || block.end - block.start > 1200) return null;
  const text = document.text.slice(block.start, block.end);
  const label = LABELLED.exec(text);
  if (!label) return null;
  const rows: TableRow[] = [];
  for (const part of findMatches(PLACE_AND_YEAR, text.slice(label[0].length))) {
    const from = block.start + label[0].length + part.index;
    const cells: TableCell[] = [];
    let at = from;
    for (const piece of part[0].split(/(?=\()/)) {
      const bare = piece.replace(/^[\s(,;]+|[\s),;.]+$/g, "");
      const cell = bare ? cellOf(document, at + piece.indexOf(bare), bare, mentions, findDates) : undefined;
      if (cell) cells.push(cell);
      at += piece.length;
    }
    const has = (...columns: Column[]): boolean => cells.some((c) => columns.includes(COLUMNS[c.column]!));
    if (has("country", "city") && has("date", "joined")) rows.push({ header: false, cells });
  }
  if (rows.length < 2) return null;
  const columns = COLUMNS.map((c, i) => (rows.some((row) => row.cells.some((cell) => cell.column === i)) ? c : ""));
  return { start: block.start, end: block.end, caption: label[1]!.trim(), columns, rows };
}

const LABELLED = /^[\s•*–—-]*(\p{Lu}[\p{L} -]{4,60}):\s+(?=\p{Lu}[^():;.]{1,50}\s*\([^()]{4,30}\)\s*[,;]\s)/u;
const PLACE_AND_YEAR = /[^(),;]{2,60}\s*\([^()]{4,30}\)/g;

/** An item all of whose parts are a state, a city, a date or a kind of post, a state at least; null for anything with more to say. */
function rowOf(document: Document, block: Block, mentions: readonly Mention[], findDates: FindDates): TableRow | null {
  const text = document.text.slice(block.start, block.end);
  if (text.length > 120) return null;
  const cells: TableCell[] = [];
  for (const part of findMatches(/[^:–—|()\t;]+/g, text)) {
    const whole =
      CAME_AND_WENT.test(part[0]) || SIGNED_AND_MORE.test(part[0])
        ? null
        : cellOf(document, block.start + part.index, part[0], mentions, findDates);
    if (whole) cells.push(whole);
    else if (whole === null) {
      // "Jakarta, Indonesia, 7 March 2017", "left 2007, rejoined 2015"
      let at = part.index;
      for (const piece of part[0].split(/(?<=,\s)(?<!\p{L}\s\d{1,2},\s)/u)) {
        const cell = cellOf(document, block.start + at, piece, mentions, findDates);
        if (cell === null) return null;
        if (cell) cells.push(cell);
        at += piece.length;
      }
    }
  }
  const has = (column: Column): boolean => cells.some((c) => c.column === COLUMNS.indexOf(column));
  return has("country") || (has("city") && has("number") && has("date")) ? { header: false, cells } : null;
}

/** "left 2007": a year that stands for a number elsewhere. */
function yearIn(words: string, { end }: { end: number }): { start: number; end: number } | null {
  return /\b(?:1[89]|20)\d\d$/.test(words) ? { start: end - 4, end } : null;
}

/** The cell that words are; null for words that are none, undefined for no words at all. */
function cellOf(
  document: Document,
  at: number,
  raw: string,
  mentions: readonly Mention[],
  findDates: FindDates,
): TableCell | null | undefined {
  const lead = raw.length - raw.trimStart().length;
  const words = raw.trim().replace(/[,.]$/, "");
  if (!words || words === "-") return undefined;
  const span = { start: at + lead, end: at + lead + words.length };
  const column = columnOf(document, span, words, mentions, findDates);
  return column === null ? null : { ...span, column: COLUMNS.indexOf(column), header: false, text: words };
}

function columnOf(
  document: Document,
  span: { start: number; end: number },
  words: string,
  mentions: readonly Mention[],
  findDates: FindDates,
): Column | null {
  const inside = mentionsIn(mentions, span);
  const covered = (from: number, to: number): boolean => (to - from) / (span.end - span.start) > 0.6;
  const state = inside.find(
    (m) =>
      (m.kind === "state" || m.kind === "former-state") &&
      (m.form === "name" || m.form === "code") &&
      m.person === null &&
      m.office === null &&
      covered(m.start, m.end),
  );
  if (state) return "country";
  const city = inside.find((m) => (m.city !== null || m.form === "capital") && covered(m.start, m.end));
  if (city) return "city";
  if (STATUS.test(words)) return "status";
  const [found] = findDates(document.text, span, NO_CONTEXT);
  const date = found ?? yearIn(words, span);
  if (date && JOINED.test(words)) return "joined";
  if (date && LEFT.test(words)) return "left";
  if (date && IN_FORCE.test(words)) return "in force";
  if (date && SIGNED.test(words)) return "signed";
  if (date && covered(date.start, date.end)) return "date";
  if (GATHERING.test(words)) return "number";
  return POST.test(words) && words.length < 40 ? "type" : null;
}
