import type { Diagnostic } from "../document/diagnostic.ts";
import type { Block, BlockKind, Citation, Document, Format, Link, Section, Span } from "../document/document.ts";
import { documentId } from "../document/document.ts";
import { type MappedText, TextBuilder } from "../document/mapped-text.ts";
import { rangeToSource, toSource } from "../document/source-map.ts";
import { guessLanguage } from "./guess-language.ts";
import type { Known, ReadMeta } from "./reader.ts";
import { finishTable, layOutTable, type TableDraft, type TableInput } from "./table-layout.ts";
import { findUnmarkedItems } from "./unmarked-lists.ts";

/** What a reader found in its format, beside the blocks. */
export interface Found extends Known {
  readonly format: Format;
  /** What source offsets count; default "file". */
  readonly mapUnit?: Document["mapUnit"];
  readonly parts?: Document["parts"];
}

export interface BlockInput {
  readonly kind: BlockKind;
  /** Default: the builder's `role`. */
  readonly role?: Block["role"];
  /** Headings 1 to 6, list items depth from 1; default 0. */
  readonly level?: number;
  readonly marker?: string | null;
}

type BlockDraft = { -readonly [K in keyof Block]: Block[K] };
type LinkDraft = { start: number; end: number; target: string };
/** White space that is written only when more text follows in the same block. */
type Pending = { readonly text: string; readonly start: number; readonly end: number };

/** Text in which nothing matches this is written as it is. */
const SEAM = /[^\S ]| {2}|^ | $|[\p{Cc}\p{Cf}]/u;
const LINES_APART = /[^\s\p{Cc}\u00ad\u200b\u2060\ufeff]+|\s+/gu;

/**
 * Writes a document block by block. All readers end in it.
 *
 * - `append` takes text with its offsets in the current input (`MappedText.text`); they are carried through the input's map.
 *   Runs of white space become one space (no-break spaces too), none at the ends of a block; characters that a page does
 *   not show (soft hyphens, zero-width spaces, control characters) are left out. In a `preformatted` block white space stays.
 * - Blocks without text vanish. Between blocks stands an empty line, between list items and between rows one line break.
 * - A heading opens a section that ends where the next heading of the same or a higher level begins.
 * - Within a table cell, blocks are parted by single line breaks.
 *
 * @example
 * const b = new DocumentBuilder(MappedText.identity("== Visits ==\nIn  May …"));
 * b.startBlock({ kind: "heading", level: 2 }); b.append("Visits", 3);
 * b.startBlock({ kind: "paragraph" }); b.append("In  May …", 13);
 * b.build({ source: "a.txt" }, { format: "mediawiki" }).text; // "Visits\n\nIn May …"
 */
export class DocumentBuilder {
  /** The role of blocks started from now on. */
  role: Block["role"] = "body";
  private readonly out = new TextBuilder();
  private input: MappedText;
  private inputIsSource: boolean;
  private readonly blocks: BlockDraft[] = [];
  private readonly sections: { start: number; end: number; headingEnd: number; level: number; parent: number }[] = [];
  private readonly tables: TableDraft[] = [];
  private readonly links: LinkDraft[] = [];
  private readonly openLinks: LinkDraft[] = [];
  private readonly citations: { -readonly [K in keyof Citation]: Citation[K] }[] = [];
  /** How many of the last citations stand at the beginning of a text not yet written. */
  private citationsWaiting = 0;
  private readonly diagnostics: Diagnostic[] = [];
  private readonly openSections: number[] = [];
  private open: BlockDraft | null = null;
  private openHasText = false;
  private pending: Pending[] = [];
  private inCell = false;
  private cellHasText = false;
  private cellStart = 0;
  private rowHasText = false;
  private tabsDue = 0;

  constructor(input: MappedText) {
    this.input = input;
    this.inputIsSource = isIdentity(input);
  }

  /** From now on offsets count in `input.text`: for a document whose parts come from several values (title, body). */
  readFrom(input: MappedText): void {
    this.input = input;
    this.inputIsSource = isIdentity(input);
  }

  /** Where an offset of the current input stands in the source. */
  placeInSource(offset: number): number {
    return toSource(this.input.map, offset);
  }

  /** Makes the open block another kind: when only its end tells what it is. */
  changeBlock(kind: BlockKind, level: number): void {
    if (this.open && !this.inCell) Object.assign(this.open, { kind, level });
  }

  /** Characters of canonical text written so far. */
  get length(): number {
    return this.out.length;
  }

  /** Whether the open block has text already. */
  get hasText(): boolean {
    return this.inCell ? this.cellHasText : this.openHasText;
  }

  /** Blocks finished so far. */
  get blockCount(): number {
    return this.blocks.length;
  }

  /** Ends the open block and starts another. */
  startBlock(block: BlockInput): void {
    this.endBlock();
    if (this.inCell) return;
    this.open = {
      start: -1,
      end: -1,
      kind: block.kind,
      role: block.role ?? this.role,
      level: block.level ?? 0,
      marker: block.marker ?? null,
      section: -1,
      table: -1,
    };
    this.openHasText = false;
  }

  /** Ends the open block, if any. Returns its index, or -1 when it had no text and vanished. */
  endBlock(): number {
    if (this.inCell) {
      this.breakLine();
      return -1;
    }
    const block = this.open;
    this.open = null;
    this.pending = [];
    if (!block || !this.openHasText) return -1;
    this.openHasText = false;
    block.end = this.out.length;
    if (block.kind === "heading") this.openSection(block);
    block.section = this.openSections.at(-1) ?? -1;
    return this.blocks.push(block) - 1;
  }

  /**
   * Text of the current block; without one a paragraph begins when the text is not blank.
   * `text` is what stands at [sourceStart, sourceEnd) of the current input, or what that range means (an entity decoded).
   */
  append(text: string, sourceStart: number, sourceEnd: number = sourceStart + text.length): void {
    if (!text) return;
    const exact = sourceEnd - sourceStart === text.length;
    if (!SEAM.test(text)) this.write(text, sourceStart, sourceEnd);
    else if (this.open?.kind === "preformatted" && !this.inCell) this.appendPreformatted(text, sourceStart, sourceEnd, exact);
    else this.appendNormalised(text, sourceStart, sourceEnd, exact);
  }

  /** Text already mapped to the current input, white space treated as in `append`. */
  appendPiece(piece: MappedText): void {
    let at = 0;
    for (const run of piece.map) {
      if (run.start > at) this.insert(piece.text.slice(at, run.start));
      this.append(piece.text.slice(run.start, run.end), run.sourceStart, run.sourceEnd);
      at = run.end;
    }
    this.insert(piece.text.slice(at));
  }

  /** Text that a page shows and the source does not spell out. White space at its ends joins with what is around it. */
  insert(text: string): void {
    if (text) this.appendNormalised(text, -1, -1, false);
  }

  /** A line break within the block; several in a row are one. */
  breakLine(sourceStart = -1, sourceEnd: number = sourceStart): void {
    if (this.hasText) this.pending = [{ text: "\n", start: sourceStart, end: sourceEnd }];
  }

  startLink(target: string): void {
    this.openLinks.push({ start: -1, end: -1, target });
  }

  /** Ends the innermost open link; one without text vanishes. */
  endLink(): void {
    const link = this.openLinks.pop();
    if (!link || link.start < 0) return;
    link.end = this.out.length;
    if (link.end > link.start) this.links.push(link);
  }

  /** A reference or footnote that stands here and is kept apart from the text. */
  addCitation(citation: { label?: string | null; text: string; fields?: Readonly<Record<string, string>> }): void {
    if (!this.hasText) this.citationsWaiting++;
    this.citations.push({ at: this.out.length, label: citation.label ?? null, text: citation.text, fields: citation.fields ?? {} });
  }

  addDiagnostic(code: string, severity: Diagnostic["severity"], message: string, at: number | null = null): void {
    this.diagnostics.push({ code, severity, stage: "read", message, at });
  }

  /** Rows and cells with their spans; each cell writes its own content. Within a cell, a table becomes lines of text. */
  addTable(table: TableInput): void {
    if (this.inCell) {
      for (const row of table.rows) {
        this.breakLine();
        for (const cell of row.cells) {
          cell.write(this);
          this.insert(" ");
        }
      }
      this.breakLine();
      return;
    }
    this.endBlock();
    const before = this.blocks.length;
    let caption: Span | null = null;
    if (table.caption) {
      this.startBlock({ kind: "caption" });
      table.caption(this);
      const block = this.blocks[this.endBlock()];
      if (block) caption = { start: block.start, end: block.end };
    }
    const index = this.tables.length;
    const layout = layOutTable(table.rows, {
      startRow: () => this.startRow(index),
      writeCell: (cell, first) => this.writeCell(cell.write, first),
      endRow: () => this.endRow(),
    });
    if (layout.cut) this.addDiagnostic("table-too-large", "warning", layout.cut);
    const first = this.blocks[before];
    if (!first || layout.rows.length === 0) return;
    this.tables.push({ start: first.start, end: this.out.length, caption, rows: layout.rows, columns: layout.columns });
  }

  /** Ends what is open and hands over the document. The builder must not be used afterwards. */
  build(meta: ReadMeta, found: Found): Document {
    this.endBlock();
    while (this.openLinks.length) this.endLink();
    const { text, map } = this.out.build();
    for (const at of this.openSections) this.sections[at]!.end = text.length;
    for (const { index, level } of findUnmarkedItems(this.blocks, text)) Object.assign(this.blocks[index]!, { kind: "list-item", level });
    const known = { ...withoutNulls(found), ...withoutNulls(meta.known ?? {}) };
    return {
      id: documentId(text),
      source: meta.source,
      format: found.format,
      text,
      title: known.title ?? null,
      authors: known.authors ?? [],
      date: known.date ?? null,
      language: known.language ?? guessLanguage(text),
      address: known.address ?? null,
      publisher: known.publisher ?? null,
      blocks: this.blocks,
      sections: this.sections.map(
        (s): Section => ({ start: s.start, end: s.end, heading: text.slice(s.start, s.headingEnd), level: s.level, parent: s.parent }),
      ),
      tables: this.tables.map((table) => finishTable(table, text)),
      links: this.links.sort((a, b) => a.start - b.start || b.end - a.end) as Link[],
      citations: this.citations,
      map,
      mapUnit: found.mapUnit ?? "file",
      parts: found.parts ?? [],
      diagnostics: [...(meta.diagnostics ?? []), ...this.diagnostics],
    };
  }

  private openSection(block: BlockDraft): void {
    while (this.openSections.length && this.sections[this.openSections.at(-1)!]!.level >= block.level)
      this.sections[this.openSections.pop()!]!.end = block.start;
    const parent = this.openSections.at(-1) ?? -1;
    this.openSections.push(this.sections.push({ start: block.start, end: -1, headingEnd: block.end, level: block.level, parent }) - 1);
  }

  private startRow(table: number): void {
    this.startBlock({ kind: "table-row" });
    if (this.open) this.open.table = table;
    this.inCell = true;
    this.rowHasText = false;
    this.tabsDue = 0;
  }

  private writeCell(write: (builder: DocumentBuilder) => void, first: boolean): Span {
    if (!first) this.tabsDue++;
    this.pending = [];
    this.cellHasText = false;
    write(this);
    this.pending = [];
    if (!this.cellHasText) return { start: this.out.length, end: this.out.length };
    return { start: this.cellStart, end: this.out.length };
  }

  private endRow(): void {
    this.inCell = false;
    this.endBlock();
  }

  private appendPreformatted(text: string, start: number, end: number, exact: boolean): void {
    for (const match of text.matchAll(LINES_APART)) {
      const from = exact ? start + match.index : start;
      const to = exact ? from + match[0].length : end;
      if (match[0].trim() !== "") this.write(match[0], from, to);
      else if (this.openHasText) this.pending.push({ text: match[0].replaceAll("\r\n", "\n"), start: from, end: to });
      else if (!match[0].includes("\n")) this.pending = [{ text: match[0], start: from, end: to }];
      else {
        const line = match[0].lastIndexOf("\n") + 1;
        this.pending = line === match[0].length ? [] : [{ text: match[0].slice(line), start: exact ? from + line : from, end: to }];
      }
    }
  }

  private appendNormalised(text: string, start: number, end: number, exact: boolean): void {
    const size = text.length;
    let from = 0;
    for (let i = 0; i < size; i++) {
      const code = text.charCodeAt(i);
      if (code > 0x20 && (code < 0x7f || (code > 0xad && code < 0x1680))) continue;
      const space = isSpace(code);
      if (!space && !isInvisible(code)) continue;
      if (code === 0x20 && i > from && i + 1 < size && isShown(text.charCodeAt(i + 1))) continue;
      if (i > from) this.write(text.slice(from, i), exact ? start + from : start, exact ? start + i : end);
      let next = i + 1;
      if (space) {
        while (next < size && isSpace(text.charCodeAt(next))) next++;
        if (this.hasText) this.addSpace(exact ? start + i : start, exact ? start + next : end);
      }
      from = next;
      i = next - 1;
    }
    if (from < size) this.write(text.slice(from), exact ? start + from : start, exact ? start + size : end);
  }

  private addSpace(start: number, end: number): void {
    const last = this.pending.at(-1);
    if (!last) this.pending = [{ text: " ", start, end }];
    else if (last.text === " " && last.start >= 0 && last.end === start) this.pending = [{ text: " ", start: last.start, end }];
  }

  /** Puts out text that needs no more treatment. */
  private write(text: string, start: number, end: number): void {
    if (!this.hasText) this.beginText();
    for (const space of this.pending) this.put(space.text, space.start, space.end);
    this.pending = [];
    for (const link of this.openLinks) if (link.start < 0) link.start = this.out.length;
    for (; this.citationsWaiting; this.citationsWaiting--) this.citations.at(-this.citationsWaiting)!.at = this.out.length;
    this.put(text, start, end);
  }

  /** The first text of a block or a cell: what parts it from the one before. */
  private beginText(): void {
    if (!this.open) this.startBlock({ kind: "paragraph" });
    const block = this.open!;
    if (!this.openHasText) {
      this.separate(block);
      block.start = this.out.length;
      this.openHasText = true;
      if (block.kind !== "preformatted") this.pending = [];
    }
    if (!this.inCell) return;
    this.pending = [];
    if (this.rowHasText) this.out.insert("\t".repeat(this.tabsDue));
    this.tabsDue = 0;
    this.rowHasText = true;
    this.cellHasText = true;
    this.cellStart = this.out.length;
  }

  private separate(block: BlockDraft): void {
    const before = this.blocks.at(-1);
    if (!before) return;
    const sameTable = block.kind === "table-row" && before.kind === "table-row" && before.table === block.table;
    this.out.insert(sameTable || (block.kind === "list-item" && before.kind === "list-item") ? "\n" : "\n\n");
  }

  private put(text: string, start: number, end: number): void {
    if (start < 0) this.out.insert(text);
    else if (this.inputIsSource) this.out.append(text, start, end);
    else if (end - start === text.length && this.input.text.startsWith(text, start)) this.out.appendFrom(this.input, start, end);
    else {
      const whole = rangeToSource(this.input.map, start, end);
      this.out.append(text, whole.start, whole.end);
    }
  }
}

function isIdentity(input: MappedText): boolean {
  const run = input.map[0];
  return (
    !run ||
    (input.map.length === 1 && run.start === 0 && run.sourceStart === 0 && run.end === input.text.length && run.sourceEnd === run.end)
  );
}

function isSpace(code: number): boolean {
  if (code < 0x80) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  return (
    code === 0xa0 ||
    code === 0x85 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000 ||
    code === 0x1680
  );
}

function isShown(code: number): boolean {
  return !isSpace(code) && !isInvisible(code);
}

function isInvisible(code: number): boolean {
  if (code < 0xa0) return code < 0x20 || code >= 0x7f;
  return (
    code === 0xad ||
    code === 0x200b ||
    code === 0x200e ||
    code === 0x200f ||
    (code >= 0x202a && code <= 0x202e) ||
    code === 0x2060 ||
    (code >= 0x2066 && code <= 0x2069) ||
    code === 0xfeff
  );
}

function withoutNulls(known: Known): { -readonly [K in keyof Known]: Known[K] } {
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value !== null && value !== undefined));
}
