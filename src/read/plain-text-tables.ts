import type { Span } from "../document/document.ts";
import type { TextLine } from "./plain-text-lines.ts";

/** A table set with tabs, bars or columns of spaces. */
export interface TextTable {
  /** Line indexes, half-open. */
  readonly from: number;
  readonly to: number;
  readonly rows: readonly { readonly header: boolean; readonly cells: readonly Span[] }[];
}

type Cells = readonly Span[];
const RULE = /^[\s|+=_-]{4,}$/;
const LONGEST = 500;
/** Rows after which a table that does not line up is given up. */
const EARLY = 20;

/** The table that begins at a line, or null. Needs at least three rows (two with tabs or bars) of two columns that line up. */
export function readTableAt(lines: readonly TextLine[], start: number, lineGap: number): TextTable | null {
  const first = lines[start]!;
  if (first.text.length > LONGEST || /^(?:[•·▪◦‣●○■□*–—-]|\(?\w{1,3}[.)])\s/.test(first.text)) return null;
  if (first.text.includes("\t")) return readRows(lines, start, lineGap, splitAtTabs, 2);
  if (first.text.includes("|")) return readRows(lines, start, lineGap, splitAtBars, 2);
  if (/\S {2,}\S/.test(first.text)) return readAligned(lines, start, lineGap);
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
