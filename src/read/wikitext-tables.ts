import type { CellInput, RowInput } from "./table-layout.ts";
import { writeBlocks } from "./wikitext-blocks.ts";
import type { Sink } from "./wikitext-inline.ts";
import { dropLead, isBlank, type Line, leadOf, splitLines } from "./wikitext-lines.ts";
import type { Template } from "./wikitext-nodes.ts";
import type { Piece } from "./wikitext-page.ts";
import { attribute } from "./wikitext-tags.ts";
import { expand } from "./wikitext-templates.ts";

interface Cell {
  readonly header: boolean;
  readonly attributes: string;
  readonly lines: Line[];
}

const MOST_TABLES_DEEP = 12;

/** For every line that begins a table, the line that ends it, or -1: matched like brackets, in one pass. */
export function matchTables(lines: readonly Line[]): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  const open: number[] = [];
  for (const [i, line] of lines.entries()) {
    const lead = leadOf(line.pieces).trimStart();
    if (/^:*\s*\{\|/.test(lead)) {
      ends.set(i, -1);
      open.push(i);
    } else if (lead.startsWith("|}") && open.length) ends.set(open.pop()!, i);
  }
  return ends;
}

/** Writes the table that begins at line `from`; answers the line after it. */
export function writeTable(lines: readonly Line[], from: number, end: number, sink: Sink, depth: number): number {
  const closed = end >= 0;
  const until = closed ? end : unclosedEnd(lines, from);
  if (!closed)
    sink.page.complain("table-unclosed", "A table is not closed; it was taken to end before the next heading or text.", lines[from]!.at);
  if (depth >= MOST_TABLES_DEEP) {
    sink.page.complain("nesting-too-deep", `A table within ${MOST_TABLES_DEEP} others was left out.`, lines[from]!.at);
    return until + (closed ? 1 : 0);
  }
  const table = gather(lines, from + 1, until);
  if (isLayout(table, leadOf(lines[from]!.pieces))) {
    for (const cell of table.rows[0]!) writeBlocks(cell.lines, sink, { inCell: false, depth: depth + 1 });
  } else {
    const { caption } = table;
    sink.builder.addTable({
      ...(caption ? { caption: () => writeBlocks(caption, sink, { inCell: true, header: true, depth: depth + 1 }) } : {}),
      rows: table.rows.map((cells): RowInput => ({ cells: cells.map((cell) => cellInput(cell, sink, depth)) })),
    });
  }
  if (!closed) return until;
  const after = dropLead(lines[until]!.pieces, leadOf(lines[until]!.pieces).indexOf("|}") + 2);
  if (!isBlank(after)) writeBlocks([{ pieces: after, at: lines[until]!.at }], sink, { inCell: depth > 0, depth });
  return until + 1;
}

/** The fields of an infobox, as rows of the publisher's, not of the text. */
export function writeData(template: Template, sink: Sink): void {
  const rows: RowInput[] = [];
  for (const part of template.parts) {
    if (!part.name || TECHNICAL.test(part.name) || part.value.every((n) => n.kind === "text" && n.text.trim() === "")) continue;
    const label = part.name.replaceAll("_", " ");
    const start = part.start;
    rows.push({
      cells: [
        { header: true, write: (builder) => builder.insert(label) },
        {
          write: () =>
            writeBlocks(splitLines([{ kind: "gone", start, end: start }, ...expand(part.value, sink.page)]), sink, {
              inCell: true,
              depth: 1,
            }),
        },
      ],
    });
  }
  if (!rows.length) return;
  const { builder } = sink;
  builder.endBlock();
  const role = builder.role;
  builder.role = "notice";
  builder.addTable({ rows });
  builder.role = role;
}

const TECHNICAL =
  /^(?:.*(?:image|imagen|img|map|mapa|flag|bandera|seal|emblem|logo|photo|foto|picture|caption|alt|width|size|colou?r|style|coord\w*|pushpin.*|latd?|longd?|lat_.*|lon.*_.*|upright|embed|module|child|class|header\d*|nocat|filetype))\d*$/;

function gather(lines: readonly Line[], from: number, until: number): { caption: Line[] | null; rows: Cell[][] } {
  let caption: Line[] | null = null;
  const rows: Cell[][] = [];
  let row: Cell[] | null = null;
  let current: Line[] | null = null;
  let nested = 0;
  for (let i = from; i < until; i++) {
    const line = lines[i]!;
    const lead = leadOf(line.pieces);
    const head = lead.trimStart();
    const indent = lead.length - head.length;
    if (nested > 0 || head.startsWith("{|")) {
      if (head.startsWith("{|")) nested++;
      else if (head.startsWith("|}")) nested--;
      current?.push(line);
    } else if (head.startsWith("|-")) {
      row = null;
      current = null;
    } else if (head.startsWith("|+")) {
      const [, lines] = withAttributes({ pieces: dropLead(line.pieces, indent + 2), at: line.at });
      caption ??= [];
      caption.push(lines);
      current = caption;
    } else if (head.startsWith("|") || head.startsWith("!")) {
      if (!row) {
        row = [];
        rows.push(row);
      }
      const header = head.startsWith("!");
      for (const pieces of splitCells(dropLead(line.pieces, indent + 1), header)) {
        const [attributes, first] = withAttributes({ pieces, at: line.at });
        current = [first];
        row.push({ header, attributes, lines: current });
      }
    } else current?.push(line);
  }
  return { caption, rows };
}

function splitCells(pieces: readonly Piece[], header: boolean): Piece[][] {
  const cells: Piece[][] = [[]];
  const mark = header ? /!!|\|\|/g : /\|\|/g;
  for (const piece of pieces) {
    if (piece.kind !== "text" || !piece.live) {
      cells.at(-1)!.push(piece);
      continue;
    }
    let at = 0;
    const exact = piece.end - piece.start === piece.text.length;
    const push = (to: number): void => {
      if (to <= at) return;
      const text = piece.text.slice(at, to);
      cells.at(-1)!.push(exact ? { ...piece, text, start: piece.start + at, end: piece.start + to } : { ...piece, text });
    };
    for (const match of piece.text.matchAll(mark)) {
      push(match.index);
      cells.push([]);
      at = match.index + 2;
    }
    push(piece.text.length);
  }
  return cells;
}

/** `style="…" | content`: what stands before a single `|` with no link in it. */
function withAttributes(line: Line): [string, Line] {
  let before = "";
  for (const [i, piece] of line.pieces.entries()) {
    if (piece.kind === "link" || piece.kind === "external" || piece.kind === "note") break;
    if (piece.kind !== "text" || !piece.live) continue;
    const bar = piece.text.indexOf("|");
    if (bar < 0) {
      before += piece.text;
      continue;
    }
    const rest = dropLead([piece], bar + 1);
    return [before + piece.text.slice(0, bar), { ...line, pieces: [...rest, ...line.pieces.slice(i + 1)] }];
  }
  return ["", line];
}

function cellInput(cell: Cell, sink: Sink, depth: number): CellInput {
  const columnSpan = Number.parseInt(attribute(cell.attributes, "colspan") ?? "", 10);
  const rowSpan = Number.parseInt(attribute(cell.attributes, "rowspan") ?? "", 10);
  return {
    header: cell.header,
    ...(Number.isNaN(columnSpan) ? {} : { columnSpan }),
    ...(Number.isNaN(rowSpan) ? {} : { rowSpan }),
    write: () => writeBlocks(cell.lines, sink, { inCell: true, header: cell.header, depth: depth + 1 }),
  };
}

/** One row that only puts lists or paragraphs beside one another is no table. */
function isLayout(table: { caption: Line[] | null; rows: Cell[][] }, opening: string): boolean {
  if (table.caption || table.rows.length !== 1 || /wikitable|infobox/.test(opening)) return false;
  return (
    table.rows[0]!.every((cell) => !cell.header) &&
    table.rows[0]!.some((cell) => cell.lines.filter((l) => /^\s*[*#]/.test(leadOf(l.pieces))).length > 1)
  );
}

/** Where a table ends that no one closed: before a heading, or before text after an empty line with no more rows before the heading. */
function unclosedEnd(lines: readonly Line[], from: number): number {
  let last = from;
  let blank = -1;
  for (let i = from + 1; i < lines.length; i++) {
    const lead = leadOf(lines[i]!.pieces).trimStart();
    if (/^={2,6}[^=]/.test(lead)) break;
    if (/^[|!]/.test(lead)) {
      last = i;
      blank = -1;
    } else if (blank < 0 && lead === "" && isBlank(lines[i]!.pieces)) blank = i;
    else if (blank < 0) last = i;
  }
  return last + 1;
}
