import type { Document, DocumentDate } from "../document/document.ts";
import { MappedText } from "../document/mapped-text.ts";
import { DocumentBuilder } from "./document-builder.ts";
import { finerDate, fullerTitle, plausibleAuthors, plausibleLanguage, plausibleTitle } from "./file-properties.ts";
import { layOutLines } from "./pdf-lines.ts";
import { type PlacedLine, tellLooks } from "./pdf-looks.ts";
import { PDF_LIMITS, type PdfContent, type PdfLimits, type PdfPage, readPdfPages } from "./pdf-pages.ts";
import { cleanCharacters } from "./plain-text-characters.ts";
import { type SourceLink, writeLines } from "./plain-text-document.ts";
import { splitLines, type TextLine } from "./plain-text-lines.ts";
import type { Known, ReadMeta } from "./reader.ts";
import { ReadError } from "./reader.ts";
import { readStatedDate } from "./stated-date.ts";

/**
 * Reads a PDF: lines in reading order (one or two columns), headings by type, running heads and page numbers by place,
 * footnotes by small type at the foot, then the same mending as plain text.
 *
 * The document's source offsets count in the extracted text (`mapUnit` "extracted-text"): the lines of all pages in reading
 * order, each ended by a line break; `parts` says which stretch is which page, by its label.
 *
 * @throws ReadError `encrypted` · `unreadable` (no PDF, or no text on any page) · `too-large` (a stream that unpacks without end)
 */
export async function readPdf(input: Uint8Array, meta: ReadMeta, limits: PdfLimits = PDF_LIMITS): Promise<Document> {
  const content = await readPdfPages(input, meta.source, limits);
  const linesOf = content.pages.map(layOutLines);
  if (!linesOf.some((lines) => lines.length > 0)) throw withoutText(content, meta.source);
  const placed = tellLooks(content.pages, linesOf);
  const { text, starts } = writeExtracted(placed);
  const builder = new DocumentBuilder(MappedText.identity(text));
  report(builder, content, linesOf);
  const cleaned = cleanCharacters(text);
  const lines = withLooks(splitLines(cleaned.mapped.text), placed);
  const known = writeLines(builder, cleaned, lines, findLinks(content.pages, placed, starts));
  return builder.build(meta, {
    ...withProperties(known, content),
    format: "pdf",
    mapUnit: "extracted-text",
    parts: pageParts(content.pages, placed, starts, text.length),
  });
}

function writeExtracted(placed: readonly PlacedLine[]): { text: string; starts: number[] } {
  const starts: number[] = [];
  let size = 0;
  for (const { line } of placed) {
    starts.push(size);
    size += line.text.length + 1;
  }
  return { text: placed.map(({ line }) => `${line.text}\n`).join(""), starts };
}

/** Gives each line of the extracted text its place on the page back. */
function withLooks(lines: readonly TextLine[], placed: readonly PlacedLine[]): readonly TextLine[] {
  if (lines.length !== placed.length) return lines;
  return lines.map((line, at) => {
    const { gap, indent, look, line: set } = placed[at]!;
    return { ...line, gap, indent, newPage: set.opens && at > 0, look };
  });
}

function findLinks(pages: readonly PdfPage[], placed: readonly PlacedLine[], starts: readonly number[]): SourceLink[] {
  const links: SourceLink[] = [];
  placed.forEach(({ line, page }, at) => {
    for (const link of pages[page]!.links) {
      if (line.baseline < link.top - 1 || line.baseline - 0.6 * line.size > link.bottom) continue;
      let start = -1;
      let end = -1;
      for (const { at: offset, item } of line.pieces) {
        if (item.x + item.width <= link.left + 1 || item.x >= link.right - 1 || !item.text.trim()) continue;
        const share = (x: number): number =>
          Math.round((Math.min(Math.max(x - item.x, 0), item.width) / Math.max(item.width, 1)) * item.text.length);
        const from = offset + share(link.left);
        const to = offset + share(link.right);
        if (start < 0 || from < start) start = from;
        end = Math.max(end, to);
      }
      if (end <= start || start < 0) continue;
      start = nearestWordEdge(line.text, start);
      end = nearestWordEdge(line.text, end);
      while (start < end && /\s/.test(line.text[start]!)) start++;
      while (end > start && /\s/.test(line.text[end - 1]!)) end--;
      if (end > start) links.push({ start: starts[at]! + start, end: starts[at]! + end, target: link.target });
    }
  });
  return links.sort((a, b) => a.start - b.start);
}

/** Widths of letters are estimated, so a link's ends are moved to the edge of a word where one is near. */
function nearestWordEdge(text: string, at: number): number {
  const isEdge = (i: number): boolean => i <= 0 || i >= text.length || /\s/.test(text[i - 1]!) !== /\s/.test(text[i]!);
  for (const step of [0, 1, -1, 2, -2, 3, -3]) if (isEdge(at + step)) return Math.min(Math.max(at + step, 0), text.length);
  return Math.min(Math.max(at, 0), text.length);
}

function pageParts(pages: readonly PdfPage[], placed: readonly PlacedLine[], starts: readonly number[], size: number) {
  const firsts = new Map<number, number>();
  placed.forEach(({ page }, at) => {
    if (!firsts.has(page)) firsts.set(page, starts[at]!);
  });
  const begins = [...firsts];
  return begins.map(([page, start], at) => ({ start, end: begins[at + 1]?.[1] ?? size, name: `page ${pages[page]!.label}` }));
}

/** The text's own title, authors and date come first; the file's properties fill in what is plausible. */
function withProperties(known: Known, { info }: PdfContent): Known {
  const title = plausibleTitle(info.Title);
  const authors = known.authors?.length ? known.authors : plausibleAuthors(info.Author);
  const language = plausibleLanguage(info.Language);
  return {
    ...known,
    title: fullerTitle(known.title, title),
    authors,
    date: finerDate(known.date, creationDate(info.CreationDate)),
    language: known.language ?? language,
  };
}

/** "D:20190502101500+02'00'" (ISO 32000-1, 7.9.4) or an ISO date. */
function creationDate(value: unknown): DocumentDate | null {
  if (typeof value !== "string") return null;
  const digits = /^D?:?(\d{4})(\d{2})(\d{2})/.exec(value);
  const edtf = readStatedDate(digits ? `${digits[1]}-${digits[2]}-${digits[3]}` : value.slice(0, 40));
  return edtf && Number(edtf.slice(0, 4)) > 1985 ? { edtf, basis: "file-metadata" } : null;
}

function report(builder: DocumentBuilder, content: PdfContent, linesOf: readonly (readonly unknown[])[]): void {
  if (content.cutOff)
    builder.addDiagnostic("pdf-cut-off", "warning", "The end of the PDF is missing; the pages that could be found were read");
  if (content.stopped)
    builder.addDiagnostic("pdf-stopped", "error", `Read ${content.pages.length} of ${content.pageCount} pages: ${content.stopped}`);
  for (const page of content.pages)
    if (page.fault)
      builder.addDiagnostic("page-unreadable", "error", `Page ${page.label} could not be read (${page.fault}); it was left out`);
  const empty = content.pages.filter((page, at) => !page.fault && linesOf[at]!.length === 0).map((page) => page.label);
  if (empty.length)
    builder.addDiagnostic(
      "page-without-text",
      "warning",
      `No text on ${empty.length === 1 ? "page" : "pages"} ${empty.slice(0, 20).join(", ")}${empty.length > 20 ? " …" : ""}; it may be a picture`,
    );
  for (const page of content.pages)
    if (page.overfull)
      builder.addDiagnostic("page-overfull", "warning", `Page ${page.label} has too many pieces of text; the first were read`);
  const turned = content.pages.reduce((sum, page) => sum + page.turned, 0);
  if (turned) builder.addDiagnostic("turned-text", "info", `Left out ${turned} pieces of text that stand across the page`);
}

function withoutText(content: PdfContent, path: string): ReadError {
  const faults = content.pages.filter((page) => page.fault).length;
  return new ReadError("unreadable", {
    path,
    problem: faults ? `none of its ${content.pageCount} pages could be read` : `its ${content.pageCount} pages hold pictures and no text`,
    expected: "a PDF with a text layer",
    advice: faults ? "Fetch or save the file again." : "Run text recognition (OCR) over it and read the result.",
  });
}
