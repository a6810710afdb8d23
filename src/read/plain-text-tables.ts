import type { Span } from "../document/document.ts";
import type { TextLine } from "./plain-text-lines.ts";

/** A table set with tabs, bars or columns of spaces. */
export interface TextTable {
  /** Line indexes, half-open. */
  readonly from: number;
  readonly to: number;
  readonly rows: readonly { readonly header: boolean; readonly cells: readonly TextCell[] }[];
}

/** A cell: its words in its first line, and in the lines below that go on with it. */
export interface TextCell extends Span {
  readonly more?: readonly Span[];
}

type Cells = readonly TextCell[];
/** "No.   Title   Signed": the header of a table whose rows are numbered, no item of a list. */
const NUMBERED_HEADER = /^(?:No|Nr|S\/N|Sl?|#)\.? {2,}\S.* {2,}\S/i;
const RULE = /^[\s|+=_-]{4,}$/;
const LONGEST = 500;
/** Rows after which a table that does not line up is given up. */
const EARLY = 20;

/** The table that begins at a line, or null. Needs at least three rows (two with tabs or bars) of two columns that line up. */
export function readTableAt(lines: readonly TextLine[], start: number, lineGap: number): TextTable | null {
  const first = lines[start]!;
  if (NUMBERED_HEADER.test(first.text)) return readWrapped(lines, start, lineGap);
  if (first.text.length > LONGEST || /^(?:[•·▪◦‣●○■□*–—-]|\(?\w{1,3}[.)])\s/.test(first.text)) return null;
  if (first.text.includes("\t")) return readRows(lines, start, lineGap, splitAtTabs, 2);
  if (first.text.includes("|")) return readRows(lines, start, lineGap, splitAtBars, 2);
  if (/\S {2,}\S/.test(first.text)) return readAligned(lines, start, lineGap) ?? readWrapped(lines, start, lineGap);
  return null;
}

function readRows(
  lines: readonly TextLine[],
  start: number,
  lineGap: number,
  split: (line: TextLine) => Cells,
  least: number,
): TextTable | null {
  const rows: Cells[] = [];
  let ruled = false;
  let at = start;
  const width = split(lines[start]!).length;
  if (width < 2) return null;
  for (; at < lines.length; at++) {
    const line = lines[at]!;
    if (at > start && (isApart(line, lineGap) || line.text.length > LONGEST)) break;
    if (RULE.test(line.text)) {
      if (rows.length === 1) ruled = true;
      continue;
    }
    const cells = split(line);
    if (cells.length < 2 || cells.length > width + 1) break;
    rows.push(cells);
    if (rows.length === EARLY && rows.filter((row) => row.length === width).length < 0.6 * EARLY) return null;
  }
  const same = rows.filter((row) => row.length === width).length;
  if (rows.length < least || same < 0.6 * rows.length) return null;
  if (rows.length === 2 && width < 3 && !ruled) return null;
  return { from: start, to: at, rows: withHeader(lines, rows, ruled) };
}

/** Columns parted by two or more spaces that begin (or end) at the same place in nearly every row. */
function readAligned(lines: readonly TextLine[], start: number, lineGap: number): TextTable | null {
  const rows: { cells: Cells; columns: number[]; ends: number[] }[] = [];
  let ruled = false;
  let at = start;
  for (; at < lines.length; at++) {
    const line = lines[at]!;
    if (at > start && (isApart(line, lineGap) || line.text.length > LONGEST)) break;
    if (RULE.test(line.text)) {
      if (rows.length === 1) ruled = true;
      continue;
    }
    const cells = splitAtSpaces(line);
    if (cells.length < 2 || (rows[0] && cells.length !== rows[0].cells.length)) break;
    rows.push({
      cells,
      columns: cells.map((cell) => line.indent + cell.start - line.start),
      ends: cells.map((cell) => line.indent + cell.end - line.start),
    });
    if (rows.length === EARLY && !linesUp(rows)) return null;
  }
  if (rows.length < 3 || !linesUp(rows)) return null;
  return {
    from: start,
    to: at,
    rows: withHeader(
      lines,
      rows.map((row) => row.cells),
      ruled,
    ),
  };
}

/**
 * A table under a header of three or more columns, whose rows may lack cells and whose cells may go on in the line below: each
 * cell begins where its column's header does.
 */
function readWrapped(lines: readonly TextLine[], start: number, lineGap: number): TextTable | null {
  const head = splitAtSpaces(lines[start]!);
  if (head.length < 3 || head.some((cell) => cell.end - cell.start > 50)) return null;
  if (/\d/.test(lines[start]!.text.replace(/\b(?:1[89]|20)\d\d\b/g, ""))) return null;
  const begins = head.map((cell) => placeOf(lines[start]!, cell));
  const rows: (TextCell | null)[][] = [];
  let at = start + 1;
  for (; at < lines.length; at++) {
    const line = lines[at]!;
    if (isApart(line, lineGap) || line.text.length > LONGEST) break;
    if (RULE.test(line.text)) continue;
    const row = inColumns(line, begins);
    if (!row) break;
    const above = rows.at(-1);
    if (above && goesOn(row, above)) rows[rows.length - 1] = above.map((cell, i) => joined(cell, row[i]!));
    else rows.push(row);
  }
  const full = rows.filter((row) => row.filter((cell) => cell !== null).length >= Math.min(3, head.length - 1)).length;
  if (rows.length < 2 || full < 0.6 * rows.length || full < 2) return null;
  const empty = { start: lines[start]!.start, end: lines[start]!.start };
  return {
    from: start,
    to: at,
    rows: [{ header: true, cells: head }, ...rows.map((row) => ({ header: false, cells: row.map((cell) => cell ?? empty) }))],
  };
}

function placeOf(line: TextLine, cell: Span): number {
  return line.indent + cell.start - line.start;
}

/** The cells of a line by column, null where it has none; null altogether where a cell begins under no header. */
function inColumns(line: TextLine, begins: readonly number[]): (TextCell | null)[] | null {
  const row: (TextCell | null)[] = begins.map(() => null);
  for (const cell of splitAtSpaces(line)) {
    const place = placeOf(line, cell);
    const column = begins.findIndex((b) => Math.abs(b - place) <= 3);
    if (column < 0 || row[column]) return null;
    row[column] = cell;
  }
  return row;
}

/** A line without a first cell goes on with the row above. */
function goesOn(row: readonly (TextCell | null)[], above: readonly (TextCell | null)[]): boolean {
  if (row.every((cell) => cell === null)) return false;
  return row[0] === null && above[0] !== null;
}

function joined(cell: TextCell | null, next: TextCell | null): TextCell | null {
  if (!cell || !next) return cell ?? next;
  return { ...cell, more: [...(cell.more ?? []), next] };
}

/** Rows of a table on a page may stand further apart than lines of text do. */
function isApart(line: TextLine, lineGap: number): boolean {
  return line.gap > (line.look ? Math.max(1, lineGap) : lineGap);
}

function linesUp(rows: readonly { readonly columns: readonly number[]; readonly ends: readonly number[] }[]): boolean {
  for (let column = 1; column < rows[0]!.columns.length; column++) {
    const starts = mostCommonShare(rows.map((row) => row.columns[column]!));
    const ends = mostCommonShare(rows.map((row) => row.ends[column]!));
    if (Math.max(starts, ends) < 0.7) return false;
  }
  return true;
}

function withHeader(lines: readonly TextLine[], rows: readonly Cells[], ruled: boolean): TextTable["rows"] {
  const textOf = (cell: Span): string => {
    const line = lineAt(lines, cell.start);
    return line.text.slice(cell.start - line.start, cell.end - line.start);
  };
  const isNumber = (cell: Span): boolean => /^[\s$€£~<>+\d.,%–-]*\d[\s\d.,%–-]*$/.test(textOf(cell));
  const [head, ...rest] = rows;
  let header = ruled;
  if (head && !ruled && rest.length >= 1) {
    const plain = head.every(
      (cell) => !isNumber(cell) && cell.end - cell.start <= 40 && cell.end > cell.start && !/[.!?]$/.test(textOf(cell)),
    );
    const figures = head.some(
      (_, column) => rest.filter((row) => row[column] && isDataLike(textOf(row[column]))).length >= 0.6 * rest.length,
    );
    const dataInHead = head.some((cell) => isDataLike(textOf(cell)));
    header = plain && figures && !dataInHead;
  }
  return rows.map((cells, at) => ({ header: header && at === 0, cells }));
}

function isDataLike(text: string): boolean {
  return /\d/.test(text);
}

function splitAtTabs(line: TextLine): Cells {
  return cellsBetween(line, /\t/g);
}

function splitAtBars(line: TextLine): Cells {
  const trimmed = /^\|?(.*?)\|?$/s.exec(line.text)!;
  const offset = line.text.startsWith("|") ? 1 : 0;
  return cellsBetween({ ...line, start: line.start + offset, text: trimmed[1]! }, /\|/g);
}

function splitAtSpaces(line: TextLine): Cells {
  return cellsBetween(line, / {2,}/g);
}

function cellsBetween(line: Pick<TextLine, "start" | "text">, separator: RegExp): Cells {
  const cells: Span[] = [];
  let from = 0;
  const push = (to: number): void => {
    const raw = line.text.slice(from, to);
    const lead = raw.length - raw.trimStart().length;
    const text = raw.trim();
    const start = line.start + from + (text ? lead : 0);
    cells.push({ start, end: start + text.length });
  };
  for (const match of line.text.matchAll(separator)) {
    push(match.index);
    from = match.index + match[0].length;
  }
  push(line.text.length);
  return cells;
}

function mostCommonShare(values: readonly number[]): number {
  let most = 0;
  for (const value of new Set(values)) most = Math.max(most, values.filter((v) => Math.abs(v - value) <= 1).length);
  return most / values.length;
}

function lineAt(lines: readonly TextLine[], offset: number): TextLine {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (lines[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  return lines[low - 1]!;
}
