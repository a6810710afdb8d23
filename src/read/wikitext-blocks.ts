import { type Sink, writeInline } from "./wikitext-inline.ts";
import { dropLead, dropTail, isBlank, type Line, leadOf, splitLines } from "./wikitext-lines.ts";
import { captionIndex, readTarget } from "./wikitext-links.ts";
import { flatText, type WikiLink } from "./wikitext-nodes.ts";
import type { Piece } from "./wikitext-page.ts";
import { matchTables, writeData, writeTable } from "./wikitext-tables.ts";
import type { Extension } from "./wikitext-tags.ts";
import { expand } from "./wikitext-templates.ts";
import { parseTree } from "./wikitext-tree.ts";

export interface BlockContext {
  /** Within a table cell: blocks become lines. */
  readonly inCell: boolean;
  /** Header cells and captions stay on one line. */
  readonly header?: boolean;
  /** How many tables are around. */
  readonly depth: number;
}

/** Writes lines as headings, paragraphs, list items, quotes, tables and captions. */
export function writeBlocks(lines: readonly Line[], sink: Sink, context: BlockContext): void {
  new BlockWriter(lines, sink, context).write();
}

class BlockWriter {
  private readonly lines: readonly Line[];
  private readonly sink: Sink;
  private readonly context: BlockContext;
  private readonly tables: ReadonlyMap<number, number>;
  private paragraph: Piece[] = [];
  private quotes = 0;
  /** Numbers of the ordered lists that are open, by depth; and the marks of the last item. */
  private counts: number[] = [];
  private lastMarks = "";

  constructor(lines: readonly Line[], sink: Sink, context: BlockContext) {
    this.lines = lines;
    this.sink = sink;
    this.context = context;
    this.tables = matchTables(lines);
  }

  write(): void {
    for (let i = 0; i < this.lines.length; ) i = this.writeLine(i);
    this.endParagraph();
    if (this.context.inCell) this.sink.captions = [];
  }

  private writeLine(at: number): number {
    const line = this.lines[at]!;
    if (line.block) {
      this.endParagraph();
      this.lastMarks = "";
      if (line.block.kind === "data") writeData(line.block.template, this.sink);
      else if (line.block.kind === "extension") this.writeExtension(line.block.extension);
      else this.quotes = Math.max(0, this.quotes + (line.block.kind === "quote-start" ? 1 : -1));
      return at + 1;
    }
    const lead = leadOf(line.pieces);
    const head = lead.trimStart();
    const indent = lead.length - head.length;
    if (this.tables.has(at)) {
      this.endParagraph();
      this.lastMarks = "";
      return writeTable(this.lines, at, this.tables.get(at)!, this.sink, this.context.depth);
    }
    if (head.startsWith("=") && this.writeHeading(line, indent)) return at + 1;
    // A cell's text begins behind its "|", not at the start of a line: "| # || Country" is no list.
    const marks = this.context.inCell && at === 0 ? null : /^[*#:;]+/.exec(head)?.[0];
    if (marks) {
      this.endParagraph();
      this.writeItem(dropLead(line.pieces, indent + marks.length), marks);
      return at + 1;
    }
    if (isBlank(line.pieces)) {
      this.endParagraph();
      this.writeUnseen(line.pieces);
      if (line.pieces.every((piece) => piece.kind === "text")) this.lastMarks = "";
      return at + 1;
    }
    this.lastMarks = "";
    const rule = /^-{4,}/.exec(head);
    let pieces = rule ? dropLead(line.pieces, indent + rule[0].length) : line.pieces;
    if (!this.context.inCell) pieces = this.writePictures(pieces);
    if (isBlank(pieces)) {
      this.writeUnseen(pieces);
      return at + 1;
    }
    if (pieces.every((p) => p.kind === "targets" || p.kind === "gone" || (p.kind === "text" && p.text.trim() === ""))) {
      this.endParagraph();
      this.writeUnseen(pieces);
      return at + 1;
    }
    if (this.paragraph.length)
      this.paragraph.push({
        kind: "text",
        text: "\n",
        start: this.paragraph.at(-1)!.end,
        end: this.paragraph.at(-1)!.end + 1,
        live: false,
      });
    for (const piece of pieces) this.paragraph.push(piece);
    return at + 1;
  }

  private endParagraph(): void {
    if (this.paragraph.length === 0) return;
    this.start({ kind: this.quotes > 0 ? "quote" : "paragraph" });
    writeInline(this.paragraph, this.sink, { oneLine: this.context.header ?? false });
    this.paragraph = [];
    this.finishBlock();
  }

  private start(block: Parameters<Sink["builder"]["startBlock"]>[0]): void {
    if (this.context.inCell && this.context.header) {
      this.sink.builder.insert(" ");
      return;
    }
    this.sink.builder.startBlock(block);
  }

  /** Ends the block and writes the captions of pictures that stood within it. */
  private finishBlock(): void {
    const { builder, captions } = this.sink;
    if (this.context.inCell) return;
    builder.endBlock();
    if (!captions.length) return;
    this.sink.captions = [];
    for (const caption of captions) this.writeCaption(expand(caption, this.sink.page));
  }

  private writeCaption(pieces: readonly Piece[]): void {
    this.sink.builder.startBlock({ kind: "caption" });
    writeInline(
      pieces.map((p): Piece => (p.kind === "text" && p.live ? { ...p, text: p.text.replaceAll("\n", " ") } : p)),
      this.sink,
    );
    this.sink.builder.endBlock();
  }

  /** Lines that show nothing may still point somewhere: categories, main articles. */
  private writeUnseen(pieces: readonly Piece[]): void {
    if (pieces.some((p) => p.kind === "targets")) writeInline(pieces, this.sink);
  }

  private writeHeading(line: Line, indent: number): boolean {
    if (indent > 0 || this.context.inCell) return false;
    const text = flatText(line.pieces.filter((p) => p.kind === "text" && p.live) as never).trimEnd();
    const opening = /^=+/.exec(text)?.[0].length ?? 0;
    const closing = /=+$/.exec(text)?.[0].length ?? 0;
    if (opening === text.length) return false;
    const level = Math.min(opening, closing, 6);
    if (level === 0) return false;
    const last = line.pieces.findLast((p) => p.kind === "text" && p.live && p.text.trim() !== "");
    if (last?.kind !== "text" || !last.text.trimEnd().endsWith("=")) return false;
    this.endParagraph();
    this.lastMarks = "";
    const trailing = tailBlank(line.pieces);
    const inner = dropTail(dropLead(line.pieces, level), trailing + level);
    this.sink.builder.startBlock({ kind: "heading", level });
    writeInline(inner, this.sink, { oneLine: true });
    this.sink.builder.endBlock();
    return true;
  }

  private writeItem(pieces: Piece[], marks: string): void {
    const depth = marks.length;
    const mark = marks.at(-1)!;
    const shared = sharedDepth(marks, this.lastMarks);
    this.counts.length = Math.min(this.counts.length, Math.max(shared, 0));
    while (this.counts.length < depth) this.counts.push(0);
    this.lastMarks = marks;
    if (mark === "#") this.counts[depth - 1]!++;
    const marker = mark === "#" ? `${this.counts[depth - 1]}.` : mark === "*" ? "•" : null;
    const split = mark === ";" ? splitTerm(pieces) : null;
    if (this.context.inCell) pieces = [...pieces];
    else pieces = this.writePictures(pieces, true);
    this.start({ kind: "list-item", level: depth, marker });
    writeInline(split ? split[0] : pieces, this.sink);
    this.finishBlock();
    if (!split) return;
    this.start({ kind: "list-item", level: depth, marker: null });
    writeInline(split[1], this.sink);
    this.finishBlock();
  }

  /** Pictures at the start of a line: their captions come first, and a paragraph that went before ends. */
  private writePictures(pieces: Piece[], keepBlock = false): Piece[] {
    let at = 0;
    let pictures = 0;
    for (; at < pieces.length; at++) {
      const piece = pieces[at]!;
      if (piece.kind === "gone" || (piece.kind === "text" && piece.text.trim() === "")) continue;
      const caption = piece.kind === "link" ? this.captionOf(piece) : null;
      if (!caption) break;
      if (!keepBlock) this.endParagraph();
      this.writeCaption(caption);
      pictures++;
    }
    return pictures ? pieces.slice(at) : pieces;
  }

  private captionOf(link: WikiLink): Piece[] | null {
    if (!/:/.test(flatText(link.target)) || readTarget(flatText(link.target), this.sink.page.site).kind !== "file") return null;
    const index = captionIndex(link.parts.map((part) => flatText(part) || (part.length ? "…" : "")));
    return index < 0 ? null : expand(link.parts[index]!, this.sink.page);
  }

  private writeExtension(extension: Extension): void {
    const { page, builder } = this.sink;
    const { innerStart, innerEnd } = extension;
    if (extension.name === "pre") {
      this.start({ kind: "preformatted" });
      const nodes = [
        { kind: "text" as const, text: page.source.slice(innerStart, innerEnd), start: innerStart, end: innerEnd, live: false },
      ];
      writeInline(nodes, this.sink);
      this.finishBlock();
      return;
    }
    let at = innerStart;
    for (const line of page.source.slice(innerStart, innerEnd).split("\n")) {
      const bar = line.indexOf("|");
      if (bar >= 0) {
        const pieces = expand(parseTree(page.source, at + bar + 1, at + line.length, page.complain), page);
        if (this.context.inCell) {
          builder.breakLine();
          writeInline(pieces, this.sink);
        } else this.writeCaption(pieces);
      }
      at += line.length + 1;
    }
  }
}

/** How many leading marks two items share, `;` counting as `:`. */
function sharedDepth(marks: string, before: string): number {
  let at = 0;
  while (at < marks.length && at < before.length && same(marks[at]!, before[at]!)) at++;
  return at;
}

function same(a: string, b: string): boolean {
  return a === b || (/[;:]/.test(a) && /[;:]/.test(b));
}

/** `term : definition`, parted at the first colon before or after which there is space. */
function splitTerm(pieces: readonly Piece[]): [Piece[], Piece[]] | null {
  for (const [i, piece] of pieces.entries()) {
    if (piece.kind !== "text" || !piece.live) continue;
    const colon = piece.text.search(/\s:|:\s/);
    if (colon < 0) continue;
    const at = piece.text[colon] === ":" ? colon : colon + 1;
    const before = dropTail([piece], piece.text.length - at);
    const after = dropLead([piece], at + 1);
    const rest = [...after, ...pieces.slice(i + 1)];
    return isBlank(rest) ? null : [[...pieces.slice(0, i), ...before], rest];
  }
  return null;
}

/** White space at the end of a heading line, in live text. */
function tailBlank(pieces: readonly Piece[]): number {
  let blank = 0;
  for (let i = pieces.length - 1; i >= 0; i--) {
    const piece = pieces[i]!;
    if (piece.kind !== "text" || !piece.live) continue;
    const kept = piece.text.trimEnd().length;
    blank += piece.text.length - kept;
    if (kept > 0) break;
  }
  return blank;
}

/** Resolves and writes nodes as blocks of their own. */
export function writeNodes(nodes: Parameters<typeof expand>[0], sink: Sink): void {
  writeBlocks(splitLines(expand(nodes, sink.page)), sink, { inCell: false, depth: 0 });
}
