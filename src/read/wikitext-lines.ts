import type { Template, Text } from "./wikitext-nodes.ts";
import type { Piece } from "./wikitext-page.ts";
import type { Extension, Tag } from "./wikitext-tags.ts";

/** One line of a page after its templates are resolved, or something that is a block of its own. */
export interface Line {
  readonly pieces: Piece[];
  readonly at: number;
  readonly block?:
    | { readonly kind: "quote-start" | "quote-end" }
    | { readonly kind: "data"; readonly template: Template }
    | { readonly kind: "extension"; readonly extension: Extension };
}

/** Splits pieces into lines. HTML tables, lists, headings and paragraphs become the wiki marks that mean the same. */
export function splitLines(pieces: readonly Piece[]): Line[] {
  const splitter = new LineSplitter();
  for (const piece of pieces) splitter.take(piece);
  return splitter.finish();
}

class LineSplitter {
  private readonly lines: Line[] = [];
  private pieces: Piece[] = [];
  private at = 0;
  private readonly lists: string[] = [];

  take(piece: Piece): void {
    if (piece.kind === "text" && piece.live) this.takeText(piece);
    else if (piece.kind === "tag") this.takeTag(piece);
    else if (piece.kind === "data") this.standAlone({ kind: "data", template: piece.template }, piece.start);
    else if (piece.kind === "extension") this.standAlone({ kind: "extension", extension: piece }, piece.start);
    else this.pieces.push(piece);
  }

  finish(): Line[] {
    this.endLine(this.at);
    return this.lines;
  }

  private takeText(piece: Text): void {
    const { text, start, end } = piece;
    let line = text.indexOf("\n");
    if (line < 0) {
      this.pieces.push(piece);
      return;
    }
    const exact = end - start === text.length;
    let from = 0;
    for (; line >= 0; line = text.indexOf("\n", from)) {
      if (line > from) this.pieces.push(cut(piece, from, line, exact));
      this.endLine(exact ? start + line : start);
      from = line + 1;
    }
    if (from < text.length) this.pieces.push(cut(piece, from, text.length, exact));
  }

  private takeTag(tag: Tag): void {
    const { name, closing, start } = tag;
    switch (name) {
      case "table":
        this.mark(closing ? "|}" : `{| ${tag.attributes}`, start);
        this.endLine(start);
        break;
      case "tr":
        if (!closing) {
          this.mark("|-", start);
          this.endLine(start);
        }
        break;
      case "td":
      case "th":
        if (!closing) this.mark(`${name === "td" ? "|" : "!"}${tag.attributes.replaceAll("|", " ") || " "}|`, start);
        break;
      case "caption":
        if (!closing) this.mark("|+", start);
        break;
      case "ul":
      case "ol":
      case "dl":
        if (!closing) this.lists.push(name === "ol" ? "#" : name === "ul" ? "*" : "");
        else {
          this.lists.pop();
          this.endLine(start);
        }
        break;
      case "li":
      case "dt":
      case "dd":
        if (!closing)
          this.mark(
            `${this.lists.slice(0, 30).join("")}${name === "li" ? (this.lists.length ? "" : "*") : name === "dt" ? ";" : ":"} `,
            start,
          );
        break;
      case "p":
      case "div":
      case "center":
        this.part(tag);
        break;
      case "hr":
        this.endLine(start);
        break;
      case "blockquote":
        this.standAlone({ kind: closing ? "quote-end" : "quote-start" }, start);
        break;
      default:
        if (/^h[1-6]$/.test(name)) {
          const marks = "=".repeat(Number(name[1]));
          if (!closing) this.mark(marks, start);
          else {
            this.pieces.push({ kind: "text", text: marks, start, end: start, live: true });
            this.endLine(start);
          }
        } else this.pieces.push(tag);
    }
  }

  /** A block element: within a row or a list item a line break, elsewhere the end of a paragraph. */
  private part(tag: Tag): void {
    const head = leadOf(this.pieces).trimStart();
    if (head === "" && this.pieces.every((p) => p.kind === "gone" || (p.kind === "text" && p.text.trim() === ""))) return;
    if (/^[|!*#:;{]/.test(head)) this.pieces.push({ ...tag, name: "br", closing: false, attributes: "" });
    else {
      this.endLine(tag.start);
      this.endLine(tag.start);
    }
  }

  private mark(text: string, at: number): void {
    if (this.pieces.length) this.endLine(at);
    this.pieces.push({ kind: "text", text, start: at, end: at, live: true });
  }

  private standAlone(block: NonNullable<Line["block"]>, at: number): void {
    if (this.pieces.length) this.endLine(at);
    this.lines.push({ pieces: [], at, block });
  }

  private endLine(at: number): void {
    this.lines.push({ pieces: this.pieces, at });
    this.pieces = [];
    this.at = at;
  }
}

function cut(piece: Text, from: number, to: number, exact: boolean): Text {
  const text = piece.text.slice(from, to);
  return exact ? { ...piece, text, start: piece.start + from, end: piece.start + to } : { ...piece, text };
}

const LEAD = 24;

/** The live text a line begins with, up to the first link, reference or the like; at most some two dozen characters. */
export function leadOf(pieces: readonly Piece[]): string {
  let lead = "";
  for (const piece of pieces) {
    if (piece.kind === "gone" || piece.kind === "targets") continue;
    if (piece.kind !== "text" || !piece.live || lead.length >= LEAD) break;
    lead += piece.text.length > LEAD ? piece.text.slice(0, LEAD) : piece.text;
  }
  return lead;
}

/** The pieces without the first `size` characters of live text. */
export function dropLead(pieces: readonly Piece[], size: number): Piece[] {
  const rest: Piece[] = [];
  let left = size;
  for (const piece of pieces) {
    if (left > 0 && piece.kind === "text" && piece.live) {
      const taken = Math.min(left, piece.text.length);
      left -= taken;
      if (taken < piece.text.length) rest.push(cut(piece, taken, piece.text.length, piece.end - piece.start === piece.text.length));
    } else rest.push(piece);
  }
  return rest;
}

/** The pieces without the last `size` characters of live text. */
export function dropTail(pieces: readonly Piece[], size: number): Piece[] {
  const rest: Piece[] = [];
  let left = size;
  for (let i = pieces.length - 1; i >= 0; i--) {
    const piece = pieces[i]!;
    if (left > 0 && piece.kind === "text" && piece.live) {
      const taken = Math.min(left, piece.text.length);
      left -= taken;
      if (taken < piece.text.length) rest.push(cut(piece, 0, piece.text.length - taken, piece.end - piece.start === piece.text.length));
    } else rest.push(piece);
  }
  return rest.reverse();
}

/** Whether a line shows nothing: white space and what was left out. */
export function isBlank(pieces: readonly Piece[]): boolean {
  return pieces.every((piece) => piece.kind === "gone" || (piece.kind === "text" && piece.text.trim() === ""));
}
