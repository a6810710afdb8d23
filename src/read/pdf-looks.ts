import { median, type PdfLine } from "./pdf-lines.ts";
import type { PdfPage } from "./pdf-pages.ts";
import type { LineLook } from "./plain-text-lines.ts";

/** What a browser prints into the margins: the time of printing, the address. */
const PRINTED = /^(?:\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? \d{1,2}:\d{2}(?: ?[ap]m)?|(?:file|https?):\/\/\S+)(?:$|\t)/i;

/** A line with its page and what its look says. */
export interface PlacedLine {
  readonly line: PdfLine;
  readonly page: number;
  readonly look: LineLook;
  /** 1 where more white stands above the line than between the lines of a paragraph. */
  readonly gap: number;
  /** Columns of white before it, in characters. */
  readonly indent: number;
}

const PAGE_NUMBER = /^(?:[-–—[(|\s]*(?:p(?:age|\.)?\s*)?(?:\d{1,4}|[ivxl]{1,7})[-–—\])|\s]*|page \d+ (?:of|\/) \d+|\d+ ?\/ ?\d+)$/i;

/** Tells headings by size and weight, running heads by their place on page after page, footnotes by small type at the foot. */
export function tellLooks(pages: readonly PdfPage[], linesOf: readonly (readonly PdfLine[])[]): PlacedLine[] {
  const bodySize = mostCommon(linesOf, (line) => String(line.size));
  const body = Number(bodySize);
  const bodyFont = mostCommon(linesOf, (line) => (line.size === body ? line.font : null));
  const intruders = findPageFurniture(pages, linesOf);
  const title = findTitle(linesOf[0] ?? [], pages[0]?.height ?? 0, body, intruders[0] ?? new Map());
  const sizes = headingSizes(linesOf, body, title);
  const placed: PlacedLine[] = [];
  linesOf.forEach((lines, page) => {
    const furniture = intruders[page]!;
    const footnotes = findFootnoteLines(lines, pages[page]!.height, body, furniture);
    const pitch = usualPitch(lines);
    lines.forEach((line, at) => {
      const before = lines[at - 1];
      const next = lines[at + 1];
      const drop = before ? line.baseline - before.baseline : 0;
      const apart = before !== undefined && !line.opens && (drop > 1.35 * Math.max(pitch, line.size) || drop < 0);
      const isTitle = page === 0 && title.has(line);
      const heading =
        isTitle || furniture.has(at) || footnotes.has(at) ? 0 : headingByType(line, before, next, { body, bodyFont, sizes, pitch });
      const width = line.text.length ? (line.right - line.left) / line.text.length : line.size / 2;
      placed.push({
        line,
        page,
        gap: apart ? 1 : 0,
        indent: Math.max(0, Math.round((line.left - line.margin) / Math.max(width, 1))),
        look: { heading, title: isTitle, intruder: furniture.get(at) ?? null, footnote: footnotes.has(at) },
      });
    });
  });
  return placed;
}

/** Lines in the top and bottom margins that say the same on several pages, and page numbers there. */
function findPageFurniture(
  pages: readonly PdfPage[],
  linesOf: readonly (readonly PdfLine[])[],
): Map<number, "running-head" | "page-number">[] {
  const seats = new Map<string, Set<number>>();
  const keyOf = (line: PdfLine, page: number): string =>
    `${line.text.toLowerCase().replace(/\d+/g, "#").replace(/\s+/g, " ")}@${Math.round((20 * line.baseline) / Math.max(1, pages[page]!.height))}`;
  const edge = (line: PdfLine, page: number): boolean => {
    const height = pages[page]!.height;
    return line.baseline < 0.11 * height || line.baseline > 0.9 * height;
  };
  linesOf.forEach((lines, page) => {
    for (const line of lines) if (edge(line, page)) seats.set(keyOf(line, page), (seats.get(keyOf(line, page)) ?? new Set()).add(page));
  });
  return linesOf.map((lines, page) => {
    const found = new Map<number, "running-head" | "page-number">();
    const stamped = lines.filter((line) => edge(line, page) && PRINTED.test(line.text)).map((line) => line.baseline);
    lines.forEach((line, at) => {
      if (!edge(line, page)) return;
      if (stamped.some((baseline) => Math.abs(baseline - line.baseline) < 2)) {
        found.set(at, PAGE_NUMBER.test(line.text) ? "page-number" : "running-head");
        return;
      }
      const outermost = !lines.some((other) => other !== line && edge(other, page) && isBeyond(other, line, pages[page]!.height));
      if (PAGE_NUMBER.test(line.text) && (outermost || pages.length > 1)) found.set(at, "page-number");
      else if (page > 0 && outermost && isNumberedHead(line.text)) found.set(at, "running-head");
      else if ((seats.get(keyOf(line, page))?.size ?? 0) >= 2 && !(page === 0 && pages.length < 2)) found.set(at, "running-head");
    });
    return found;
  });
}

/** "240 Author and Author", "A Short Title 241". */
function isNumberedHead(text: string): boolean {
  return text.length < 100 && /^(?:\d{1,4}[\s–—|•-]+\p{Lu}.*[^.;:]|\p{Lu}.*[\s–—|•-]+\d{1,4})$/u.test(text);
}

function isBeyond(other: PdfLine, line: PdfLine, height: number): boolean {
  const top = line.baseline < height / 2;
  if (top !== other.baseline < height / 2) return false;
  return top ? other.baseline < line.baseline - 2 : other.baseline > line.baseline + 2;
}

/** The largest type in the upper part of the first page. */
function findTitle(lines: readonly PdfLine[], height: number, body: number, furniture: ReadonlyMap<number, unknown>): Set<PdfLine> {
  const upper = lines.filter((line, at) => line.baseline < 0.6 * height && !furniture.has(at) && /\p{L}{2}/u.test(line.text));
  const largest = Math.max(0, ...upper.map((line) => line.size));
  if (largest < 1.15 * body || upper.length === 0) return new Set();
  const title = new Set<PdfLine>();
  let last: PdfLine | null = null;
  for (const line of upper) {
    const alike = Math.abs(line.size - largest) < 0.6;
    if (alike && (!last || line.baseline - last.baseline < 2.2 * largest)) {
      title.add(line);
      last = line;
    } else if (last) break;
  }
  const characters = [...title].reduce((sum, line) => sum + line.text.length, 0);
  return title.size > 5 || characters > 300 || characters < 4 ? new Set() : title;
}

/** The sizes of type above the running text's, largest first, leaving out the title's own. */
function headingSizes(linesOf: readonly (readonly PdfLine[])[], body: number, title: ReadonlySet<PdfLine>): number[] {
  const sizes = new Set<number>();
  for (const lines of linesOf) for (const line of lines) if (line.size >= 1.1 * body && !title.has(line)) sizes.add(line.size);
  return [...sizes].sort((a, b) => b - a).slice(0, 12);
}

function headingByType(
  line: PdfLine,
  before: PdfLine | undefined,
  next: PdfLine | undefined,
  type: { body: number; bodyFont: string; sizes: readonly number[]; pitch: number },
): number {
  if (!/\p{L}{2}/u.test(line.text) || line.text.length > 160 || line.text.includes("\t")) return 0;
  if (/[,;]$/.test(line.text) || (/[.]$/.test(line.text) && !/^\d+\.|\b\p{Lu}\.$/u.test(line.text) && line.text.length > 60)) return 0;
  const rank = type.sizes.indexOf(line.size);
  if (rank >= 0) return Math.min(6, 2 + rank);
  if (line.size < 0.97 * type.body || line.font === type.bodyFont) return 0;
  const above =
    !before ||
    line.opens ||
    line.baseline - before.baseline > 1.25 * type.pitch ||
    before.font === line.font ||
    before.size > 1.1 * type.body;
  const changes = next !== undefined && (next.font !== line.font || next.size !== line.size);
  const lowercase = /^\p{Ll}/u.test(line.text);
  if (!above || lowercase || line.text.length > 100 || /[.]$/.test(line.text)) return 0;
  const block =
    changes || (next !== undefined && next.font === line.font && next.baseline - line.baseline < 1.4 * type.pitch && line.text.length < 90);
  return block && next !== undefined && before?.font !== line.font ? Math.min(6, 2 + type.sizes.length) : 0;
}

/** Lines in smaller type that reach down to the page's foot, from the first that carries a mark. */
function findFootnoteLines(lines: readonly PdfLine[], height: number, body: number, furniture: ReadonlyMap<number, unknown>): Set<number> {
  const notes = new Set<number>();
  const indexes = lines.map((_, at) => at).filter((at) => !furniture.has(at));
  const columns: number[][] = [];
  for (const at of indexes) {
    if (lines[at]!.opens || columns.length === 0) columns.push([]);
    columns.at(-1)!.push(at);
  }
  for (const column of columns) {
    const small: number[] = [];
    for (let k = column.length - 1; k >= 0; k--) {
      const line = lines[column[k]!]!;
      if (line.size > 0.93 * body || line.baseline < 0.35 * height) break;
      small.unshift(column[k]!);
    }
    const first = small.findIndex((at) => /^(?:[¹²³⁴-⁹⁰]+|\d{1,3}[.)]?|[*†‡]+)\s*\S/u.test(lines[at]!.text));
    const dotted = small.some((at) => /(?:\. ?){5,}/.test(lines[at]!.text));
    if (first >= 0 && !dotted && small.length - first <= 0.7 * column.length) for (const at of small.slice(first)) notes.add(at);
  }
  return notes;
}

/** The usual distance of a page's baselines. */
function usualPitch(lines: readonly PdfLine[]): number {
  const drops: number[] = [];
  for (let i = 1; i < lines.length; i++) {
    const drop = lines[i]!.baseline - lines[i - 1]!.baseline;
    if (drop > 0 && drop < 4 * lines[i]!.size && !lines[i]!.opens) drops.push(drop);
  }
  return median(drops);
}

function mostCommon(linesOf: readonly (readonly PdfLine[])[], keyOf: (line: PdfLine) => string | null): string {
  const counts = new Map<string, number>();
  for (const lines of linesOf)
    for (const line of lines) {
      const key = keyOf(line);
      if (key !== null) counts.set(key, (counts.get(key) ?? 0) + line.text.length);
    }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? "";
}
