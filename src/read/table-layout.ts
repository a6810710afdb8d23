import type { Span, Table, TableCell, TableRow } from "../document/document.ts";
import type { DocumentBuilder } from "./document-builder.ts";

/** A table as a source has it: rows of their own cells, with spans not yet spread out. */
export interface TableInput {
  /** Writes the caption. */
  readonly caption?: (builder: DocumentBuilder) => void;
  readonly rows: readonly RowInput[];
}

export interface RowInput {
  /** True for a row of a table head; a row of header cells only is one in any case. */
  readonly header?: boolean;
  readonly cells: readonly CellInput[];
}

export interface CellInput {
  readonly header?: boolean;
  readonly columnSpan?: number;
  /** 0 means to the end of the table, as in HTML. */
  readonly rowSpan?: number;
  /** Writes the cell's content with the builder's own methods: text, links, citations. */
  readonly write: (builder: DocumentBuilder) => void;
}

export interface CellDraft extends Span {
  readonly column: number;
  readonly header: boolean;
}

export interface TableDraft extends Span {
  readonly caption: Span | null;
  readonly rows: readonly { readonly header: boolean; readonly cells: readonly CellDraft[] }[];
  /** For each column the header cells above it, from the top. */
  readonly columns: readonly (readonly CellDraft[])[];
}

/** What writes the text of the rows, in order. */
export interface RowWriter {
  startRow(): void;
  writeCell(cell: CellInput, first: boolean): Span;
  endRow(): void;
}

/** As browsers have it: HTML standard, tables, 4.9.11. */
const MOST_COLUMNS = 1000;
const MOST_REPEATED_CELLS = 200_000;

/** Writes every row and works out which column each cell stands in. */
export function layOutTable(
  rows: readonly RowInput[],
  writer: RowWriter,
): { rows: TableDraft["rows"]; columns: TableDraft["columns"]; cut: string | null } {
  const drafts: { header: boolean; cells: CellDraft[] }[] = [];
  const columns: CellDraft[][] = [];
  /** By column: the cell that reaches down into the next row, and for how many rows still. */
  let reaching: { readonly cell: CellDraft; readonly width: number; left: number }[] = [];
  let repeated = 0;
  let cut: string | null = null;
  let inHead = true;
  for (const row of rows) {
    writer.startRow();
    const cells: CellDraft[] = [];
    const taken = new Set<number>();
    const spread: { cell: CellDraft; width: number }[] = [];
    for (const above of reaching) {
      for (let i = 0; i < above.width; i++) taken.add(above.cell.column + i);
      spread.push({ cell: above.cell, width: above.width });
      repeated++;
    }
    const next = reaching.filter((above) => --above.left > 0);
    let column = 0;
    let own = 0;
    let headers = 0;
    for (const cell of row.cells) {
      while (taken.has(column)) column++;
      if (column >= MOST_COLUMNS) {
        cut ??= `a table row has more than ${MOST_COLUMNS} columns; the rest of the row was left out`;
        break;
      }
      const width = Math.min(Math.max(1, Math.trunc(cell.columnSpan ?? 1) || 1), MOST_COLUMNS - column);
      const height = spanOf(cell.rowSpan);
      const place = writer.writeCell(cell, own === 0);
      const draft: CellDraft = { ...place, column, header: cell.header ?? row.header ?? false };
      own++;
      if (draft.header) headers++;
      spread.push({ cell: draft, width });
      if (height > 1) next.push({ cell: draft, width, left: height - 1 });
      column += width;
    }
    writer.endRow();
    reaching = next;
    if (repeated > MOST_REPEATED_CELLS && reaching.length) {
      cut ??= `cells that span rows repeat more than ${MOST_REPEATED_CELLS} times; they were not repeated further`;
      reaching = [];
    }
    spread.sort((a, b) => a.cell.column - b.cell.column);
    for (const { cell } of spread) cells.push(cell);
    const header = row.header === true || (own > 0 && headers === own);
    inHead &&= header;
    if (inHead) collectHeaders(columns, spread);
    else for (const { cell, width } of spread) while (columns.length < cell.column + width) columns.push([]);
    if (cells.some((cell) => cell.end > cell.start)) drafts.push({ header, cells });
  }
  return { rows: drafts, columns, cut };
}

/** The table with the texts of its cells, once the text is whole. */
export function finishTable(draft: TableDraft, text: string): Table {
  const rows = draft.rows.map(
    (row): TableRow => ({
      header: row.header,
      cells: row.cells.map((cell): TableCell => ({ ...cell, text: text.slice(cell.start, cell.end) })),
    }),
  );
  const columns = draft.columns.map((cells) => [...new Set(cells.map((c) => text.slice(c.start, c.end)))].filter(Boolean).join(" / "));
  const caption = draft.caption ? text.slice(draft.caption.start, draft.caption.end) : null;
  return { start: draft.start, end: draft.end, caption, columns, rows };
}

function spanOf(rowSpan: number | undefined): number {
  if (rowSpan === undefined || Number.isNaN(rowSpan) || rowSpan < 0) return 1;
  return rowSpan === 0 ? 65_534 : Math.min(Math.trunc(rowSpan), 65_534);
}

function collectHeaders(columns: CellDraft[][], spread: readonly { cell: CellDraft; width: number }[]): void {
  for (const { cell, width } of spread)
    for (let i = cell.column; i < cell.column + width; i++) {
      while (columns.length <= i) columns.push([]);
      if (!columns[i]!.includes(cell)) columns[i]!.push(cell);
    }
}
