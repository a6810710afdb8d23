import type { PdfItem, PdfPage } from "./pdf-pages.ts";

/** A line of type on a page. Places are points from the page's top left corner. */
export interface PdfLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  /** The size and font of most of its characters. */
  readonly size: number;
  readonly font: string;
  /** Where each item's text begins in `text`, in order. */
  readonly pieces: readonly { readonly at: number; readonly item: PdfItem }[];
  /** The left edge of the column it stands in. */
  readonly margin: number;
  /** It is the first of its page or column. */
  readonly opens: boolean;
}

interface Segment {
  readonly items: PdfItem[];
  left: number;
  right: number;
  baseline: number;
  size: number;
}

const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** The lines of a page in reading order: down the first column, then the second; what spans both stands where it stands. */
export function layOutLines(page: PdfPage): PdfLine[] {
  const segments = gatherSegments(page.items);
  const gutter = findGutter(segments, page.width);
  const lines: PdfLine[] = [];
  for (const column of splitColumns(segments, gutter)) {
    const margin = leftMargin(column);
    const rows = joinRows(column);
    const stops = findTabStops(rows);
    rows.forEach((row, at) => {
      const line = writeLine(row, margin, at === 0, stops.get(row) ?? []);
      if (line) lines.push(line);
    });
  }
  return lines;
}

/** Items on one baseline that touch or nearly so; raised numbers go to the word they stand behind. */
function gatherSegments(items: readonly PdfItem[]): Segment[] {
  const usual = median(items.filter((item) => item.text.trim()).map((item) => item.size));
  const raised = (item: PdfItem): boolean => item.size < 0.85 * usual && /^\s*[\d*†‡,]{1,5}\s*$/.test(item.text);
  const segments: Segment[] = [];
  const rows = new Map<number, Segment[]>();
  const rowsNear = (y: number): Segment[] => {
    const key = Math.round(y / 8);
    return [...(rows.get(key - 1) ?? []), ...(rows.get(key) ?? []), ...(rows.get(key + 1) ?? [])];
  };
  const sorted = items.filter((item) => !raised(item)).sort((a, b) => a.y - b.y || a.x - b.x);
  for (const item of clusterBaselines(sorted)) {
    const near = rowsNear(item.y).filter((segment) => Math.abs(segment.baseline - item.y) <= 0.3 * Math.max(segment.size, item.size));
    const reach = 1.1 * item.size;
    const segment = near.find((s) => item.x >= s.left - 0.3 * item.size && item.x <= s.right + reach);
    if (segment) {
      segment.items.push(item);
      if (item.text.trim()) segment.right = Math.max(segment.right, item.x + item.width);
      segment.size = Math.max(segment.size, item.text.trim() ? item.size : 0);
    } else if (item.text.trim()) {
      const made = { items: [item], left: item.x, right: item.x + item.width, baseline: item.y, size: item.size };
      segments.push(made);
      const key = Math.round(item.y / 8);
      rows.set(key, [...(rows.get(key) ?? []), made]);
    }
  }
  for (const item of items.filter(raised)) {
    const host = rowsNear(item.y)
      .concat(rowsNear(item.y + 8))
      .find(
        (s) =>
          item.y <= s.baseline + 0.1 * s.size &&
          item.y >= s.baseline - 0.8 * s.size &&
          item.x >= s.left - s.size &&
          item.x <= s.right + 0.6 * s.size,
      );
    const higher = host !== undefined && item.y < host.baseline - 0.1 * host.size;
    if (host) {
      host.items.push(higher ? { ...item, text: item.text.replace(/\d/g, (digit) => SUPERSCRIPTS[Number(digit)]!) } : item);
      host.right = Math.max(host.right, item.x + item.width);
    } else segments.push({ items: [item], left: item.x, right: item.x + item.width, baseline: item.y, size: item.size });
  }
  return segments;
}

/** Sorted by line, then from left to right: baselines that differ by a hair are one line. */
function clusterBaselines(sorted: readonly PdfItem[]): PdfItem[] {
  const clusters: PdfItem[][] = [];
  let baseline = Number.NEGATIVE_INFINITY;
  for (const item of sorted) {
    if (item.y - baseline > 0.3 * item.size) {
      clusters.push([]);
      baseline = item.y;
    }
    clusters.at(-1)!.push(item);
  }
  return clusters.flatMap((cluster) => cluster.sort((a, b) => a.x - b.x));
}

/** The middle of the white strip between two columns of prose, or null. */
function findGutter(segments: readonly Segment[], width: number): number | null {
  const prose = segments.filter((segment) => segment.right - segment.left > 0.2 * width);
  if (prose.length < 12) return null;
  let best: { at: number; crossing: number } | null = null;
  for (let at = 0.3 * width; at <= 0.7 * width; at += Math.max(2, width / 400)) {
    let left = 0;
    let right = 0;
    let crossing = 0;
    for (const segment of segments) {
      if (segment.right <= at) left += segment.right - segment.left > 0.2 * width ? 1 : 0;
      else if (segment.left >= at) right += segment.right - segment.left > 0.2 * width ? 1 : 0;
      else crossing++;
    }
    if (left < 5 || right < 5 || crossing > 0.35 * segments.length) continue;
    const narrow = prose.filter((segment) => segment.right <= at || segment.left >= at).length;
    if (narrow < 0.55 * prose.length) continue;
    if (!best || crossing < best.crossing) best = { at, crossing };
  }
  if (!best) return null;
  const { at } = best;
  const leftEnd = Math.max(...segments.filter((s) => s.right <= at).map((s) => s.right));
  const rightStart = Math.min(...segments.filter((s) => s.left >= at).map((s) => s.left));
  return (leftEnd + rightStart) / 2;
}

/** Columns from top to bottom: what crosses the gutter parts the page into bands, each read left column first. */
function splitColumns(segments: readonly Segment[], gutter: number | null): Segment[][] {
  const sorted = [...segments].sort((a, b) => a.baseline - b.baseline || a.left - b.left);
  if (gutter === null) return [sorted];
  const columns: Segment[][] = [];
  let across: Segment[] = [];
  let left: Segment[] = [];
  let right: Segment[] = [];
  const close = (): void => {
    for (const column of [across, left, right]) if (column.length) columns.push(column);
    across = [];
    left = [];
    right = [];
  };
  for (const segment of sorted) {
    if (segment.left < gutter - 1 && segment.right > gutter + 1) {
      if (left.length || right.length) close();
      across.push(segment);
    } else if (segment.right <= gutter + 1) left.push(segment);
    else right.push(segment);
  }
  close();
  return columns;
}

function joinRows(column: readonly Segment[]): Segment[][] {
  const rows: Segment[][] = [];
  for (const segment of column) {
    const row = rows.at(-1);
    if (row && Math.abs(row[0]!.baseline - segment.baseline) <= 0.35 * Math.max(row[0]!.size, segment.size)) row.push(segment);
    else rows.push([segment]);
  }
  for (const row of rows) row.sort((a, b) => a.left - b.left);
  return rows;
}

/** Narrow columns: places where three rows or more, one after the other, go on after the same white; a head above may stand otherwise. */
function findTabStops(rows: readonly Segment[][]): Map<readonly Segment[], readonly number[]> {
  const breaks = rows.map(findBreaks);
  const stops = new Map<readonly Segment[], readonly number[]>();
  for (let from = 0; from < rows.length; ) {
    const first = breaks[from]!;
    const alike = (at: number): boolean =>
      breaks[at]!.length === first.length && breaks[at]!.every(({ x }, i) => Math.abs(x - first[i]!.x) < 2);
    let to = from + 1;
    while (to < rows.length && first.length > 0 && alike(to)) to++;
    const wide = breaks.slice(from, to).flat();
    if (to - from >= 3 && wide.filter(({ gap }) => gap > 0.45).length >= 0.7 * wide.length) {
      const head = breaks[from - 1];
      const above = head?.length === first.length && head.every(({ gap }) => gap > 0.45) && !stops.has(rows[from - 1]!);
      for (let at = above ? from - 1 : from; at < to; at++)
        stops.set(
          rows[at]!,
          breaks[at]!.map(({ x }) => x),
        );
    }
    from = to;
  }
  return stops;
}

/** Where a row's items begin after white that is wider than between most words, with the white in parts of the type's size. */
function findBreaks(row: readonly Segment[]): { x: number; gap: number }[] {
  const found: { x: number; gap: number }[] = [];
  const items = row.flatMap((segment) => segment.items.filter((item) => item.text.trim())).sort((a, b) => a.x - b.x);
  if (items[0] && /^\s*(?:[•·▪◦‣●○■□*–—-]|\(?\w{1,3}[.)])\s*$/.test(items[0].text)) return [];
  for (let i = 1; i < items.length; i++) {
    const gap = (items[i]!.x - (items[i - 1]!.x + items[i - 1]!.width)) / items[i]!.size;
    if (gap > 0.3) found.push({ x: items[i]!.x, gap });
  }
  return found;
}

function writeLine(row: readonly Segment[], margin: number, opens: boolean, stops: readonly number[]): PdfLine | null {
  let text = "";
  const pieces: { at: number; item: PdfItem }[] = [];
  const sizes = new Map<string, number>();
  let right = Number.NEGATIVE_INFINITY;
  row.forEach((segment, place) => {
    if (place > 0) text = `${text.trimEnd()}\t`;
    right = Number.NEGATIVE_INFINITY;
    for (const item of segment.items.sort((a, b) => a.x - b.x)) {
      const gap = item.x - right;
      const apart = text !== "" && !/\s$/.test(text) && !/^\s/.test(item.text) && gap > 0.18 * item.size && Number.isFinite(gap);
      if (item.text.trim() && stops.includes(item.x)) text = `${text.trimEnd()}\t`;
      else if (apart) text += " ";
      pieces.push({ at: text.length, item });
      text += item.text;
      right = Math.max(right, item.x + item.width);
      const key = `${Math.round(item.size * 2) / 2} ${item.font}`;
      sizes.set(key, (sizes.get(key) ?? 0) + item.text.trim().length);
    }
  });
  const lead = text.length - text.trimStart().length;
  const trimmed = text.trim();
  if (!trimmed) return null;
  const [most] = [...sizes].sort((a, b) => b[1] - a[1])[0]!;
  const [size, font] = most.split(" ");
  return {
    text: trimmed,
    left: row[0]!.left,
    right: Math.max(...row.map((segment) => segment.right)),
    baseline: row[0]!.baseline,
    size: Number(size),
    font: font ?? "",
    pieces: pieces.map((piece) => ({ at: Math.max(0, piece.at - lead), item: piece.item })),
    margin,
    opens,
  };
}

/** Where most of a column's lines begin. */
function leftMargin(column: readonly Segment[]): number {
  const counts = new Map<number, number>();
  for (const segment of column) {
    const key = Math.round(segment.left / 3);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const most = Math.max(...counts.values());
  const keys = [...counts].filter(([, count]) => count >= 0.4 * most).map(([key]) => key);
  return Math.min(...keys) * 3;
}

export function median(numbers: readonly number[]): number {
  if (numbers.length === 0) return 0;
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[sorted.length >> 1]!;
}
