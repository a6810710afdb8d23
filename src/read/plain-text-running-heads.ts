import { readIssueDate } from "./date-line.ts";
import { endsInHyphen, isOpen, runsOn, startsLower, type TextLayout } from "./plain-text-layout.ts";
import type { TextLine } from "./plain-text-lines.ts";

/** Why a line is no part of the running text. */
export type Intruder = "running-head" | "page-number" | "doubled-line";

const PAGE_NUMBER = /^[-–—[(|\s]*(?:p(?:age|ágina|g|\.)?\.?\s*)?(\d{1,4}|[ivxl]{1,7})[-–—\])|\s]*$/i;
const PAGE_OF =
  /^[-–—[(\s]*(?:page|página|seite|p\.)\s+\d{1,4}(?:\s*(?:of|de|von|\/)\s*\d{1,4})?[-–—\])\s]*$|^\d{1,4}\s*(?:of|\/)\s*\d{1,4}$/i;
const NUMBER_FIRST = /^(\d{1,4})\s*(?:[–—|•·‖]|-\s|\s{2,}|\t)\s*(\p{Lu}.*)$/u;
const NUMBER_LAST = /^(\p{Lu}.*?)\s*(?:[–—|•·‖]|\s-|\s{2,}|\t)\s*(\d{1,4})$/u;
const STAMP =
  /^(?:downloaded (?:from|by|on)|this content downloaded|authorized licensed use|copyright ©|© (?:the )?\p{Lu}|doi:|https?:\/\/doi\.org|issn\b|vol(?:ume)?\.? \d+,? (?:no|issue|number))/iu;
const LONGEST = 120;

type Numbering = { readonly number: number; readonly words: string };

/**
 * Finds the lines that pages carry and the text does not: page numbers, running heads and feet, stamps, lines printed twice.
 * A line is told by what it repeats, by where it stands (at a page break, between the halves of a sentence) and by its number.
 * Line indexes to the reason; the rest of the lines are text.
 */
export function findIntruders(lines: readonly TextLine[], layout: TextLayout): Map<number, Intruder> {
  const found = new Map<number, Intruder>();
  for (let i = 0; i < lines.length; i++) {
    const intruder = lines[i]!.look?.intruder;
    if (intruder) found.set(i, intruder);
    else if (i > 0 && isPageEdge(lines, i) && lines[i]!.text.includes("(") && readIssueDate(lines[i]!.text)) found.set(i, "running-head");
  }
  markDoubledLines(lines, found);
  const keys = lines.map(({ text }) => (text.length > LONGEST ? "" : keyOf(text)));
  const seats = countRepeats(lines, keys);
  const breaks = new Map<number, Intruder>();
  const atBreak = new Set<number>();
  const pages: { index: number; number: number }[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    if (line.text.length > LONGEST || found.has(i)) continue;
    const numbering = readNumbering(line.text);
    const explicit = PAGE_OF.test(line.text);
    const repeated = (seats.get(keys[i]!)?.length ?? 0) > 1 && isHeadlike(line, layout);
    const stamp = STAMP.test(line.text);
    if (!numbering && !explicit && !repeated && !stamp) continue;
    if (numbering?.words === "" && !isYear(numbering.number)) pages.push({ index: i, number: numbering.number });
    const kind: Intruder = explicit || numbering?.words === "" ? "page-number" : "running-head";
    const certain = numbering !== null || explicit || stamp;
    const span = spanAtBreak(lines, i, layout, numbering, seats, certain);
    if (span && !certain) atBreak.add(i);
    else if (span) for (let at = span[0]; at <= span[1]; at++) breaks.set(at, at === i ? kind : (breaks.get(at) ?? "running-head"));
    else if (explicit) breaks.set(i, kind);
  }
  for (const [index, kind] of breaks) found.set(index, kind);
  markPageSequence(pages, found);
  for (const [key, indexes] of seats) if (indexes.length > 1) markRepeats(lines, key, indexes, atBreak, found);
  markDoubledAcross(lines, found);
  return found;
}

/** The lines that are text; those after something left out say so (`seam`). */
export function withoutLines(lines: readonly TextLine[], dropped: { has(index: number): boolean }): TextLine[] {
  const kept: TextLine[] = [];
  let seam = false;
  let newPage = false;
  let gap = 0;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    if (dropped.has(i)) {
      seam = true;
      newPage ||= line.newPage;
      gap = Math.max(gap, line.gap);
      continue;
    }
    kept.push(seam ? { ...line, seam: true, newPage: newPage || line.newPage, gap: Math.max(gap, line.gap) } : line);
    seam = false;
    newPage = false;
    gap = 0;
  }
  return kept;
}

function markDoubledLines(lines: readonly TextLine[], found: Map<number, Intruder>): void {
  for (let i = 1; i < lines.length; i++) {
    for (let period = 1; period <= 3 && period <= i; period++) {
      let size = 0;
      let same = i + period <= lines.length;
      for (let k = 0; same && k < period; k++) {
        const line = lines[i + k]!;
        same = line.text === lines[i + k - period]!.text && !found.has(i + k - period);
        size += line.text.length;
      }
      if (!same || size < 20 * period || !/\p{L}.*\s.*\p{L}/u.test(lines[i]!.text) || /\t| {3}/.test(lines[i]!.text)) continue;
      for (let k = 0; k < period; k++) found.set(i + k, "doubled-line");
      i += period - 1;
      break;
    }
  }
}

/** A line printed again after what was left out, as when a page begins with the last line of the one before. */
function markDoubledAcross(lines: readonly TextLine[], found: Map<number, Intruder>): void {
  let last = -1;
  for (let i = 0; i < lines.length; i++) {
    if (found.has(i)) continue;
    if (last >= 0 && last < i - 1 && lines[last]!.text === lines[i]!.text && lines[i]!.text.length >= 20) found.set(i, "doubled-line");
    else last = i;
  }
}

function countRepeats(lines: readonly TextLine[], keys: readonly string[]): Map<string, number[]> {
  const seats = new Map<string, number[]>();
  for (let i = 0; i < lines.length; i++) {
    const { text } = lines[i]!;
    if (text.length < 4 || text.length > LONGEST) continue;
    const key = keys[i]!;
    if (!/\p{L}{2}/u.test(key)) continue;
    const seen = seats.get(key);
    if (seen) seen.push(i);
    else if (seats.size < 500_000) seats.set(key, [i]);
  }
  return seats;
}

function keyOf(text: string): string {
  const lower = text.toLowerCase();
  const counted = /\d/.test(lower) ? lower.replace(/\d+/g, "#") : lower;
  return /\s\s|[^\S ]/.test(counted) ? counted.replace(/\s+/g, " ") : counted;
}

/** The smallest group of up to three head-like lines around `i` that stands at a page's edge or between the halves of a sentence. */
function spanAtBreak(
  lines: readonly TextLine[],
  i: number,
  layout: TextLayout,
  numbering: Numbering | null,
  seats: ReadonlyMap<string, readonly number[]>,
  certain: boolean,
): readonly [number, number] | null {
  const fits = (at: number): boolean => {
    const { text } = lines[at]!;
    return at === i || PAGE_NUMBER.test(text) || (certain && text.length <= LONGEST && isTitleLike(text, layout));
  };
  for (const [from, to] of [
    [i, i],
    [i - 1, i],
    [i, i + 1],
    [i - 1, i + 1],
    [i - 2, i],
    [i, i + 2],
  ] as const) {
    if (from < 1 || to >= lines.length) continue;
    let ok = true;
    for (let at = from; at <= to; at++) ok &&= fits(at);
    if (!ok) continue;
    const prev = lines[from - 1]!;
    const next = lines[to + 1];
    if (!next) {
      if (from === to && numbering && !isYear(numbering.number) && layout.wrapped && numbering.words === "") return [from, to];
      continue;
    }
    if (splits(prev, next, layout)) return yearlike(numbering, prev, layout) ? null : [from, to];
    const pageEdge = lines[from]!.newPage || next.newPage;
    if (pageEdge && numbering && (numbering.words === "" || (seats.get(keyOf(lines[i]!.text))?.length ?? 0) > 1)) return [from, to];
    const full = layout.wrapped && isOpen(prev) && prev.text.length >= 0.8 * layout.edge && isProse(prev.text);
    if (to - from < 2 && numbering && !isYear(numbering.number) && full && next.text.length >= 0.5 * layout.edge && isProse(next.text))
      return [from, to];
  }
  return null;
}

function splits(prev: TextLine, next: TextLine, layout: TextLayout): boolean {
  if (!runsOn(prev, next)) return false;
  if (endsInHyphen(prev)) return /\p{Ll}/u.test(prev.text);
  return layout.wrapped && prev.text.length >= 0.55 * layout.edge && isProse(prev.text);
}

/** "1962 – Something" is an entry of a chronology, unless the line before it cannot be the end of anything. */
function yearlike(numbering: Numbering | null, prev: TextLine, layout: TextLayout): boolean {
  if (!numbering || !isYear(numbering.number)) return false;
  return !(
    endsInHyphen(prev) ||
    (prev.text.length >= 0.8 * layout.edge && /\b(?:the|a|an|of|and|to|in|with|for|by|its|his|their)$/.test(prev.text))
  );
}

/** Lone numbers that count up page after page. */
function markPageSequence(pages: readonly { index: number; number: number }[], found: Map<number, Intruder>): void {
  let run: { index: number; number: number }[] = [];
  const close = (): void => {
    if (run.length >= 3 || (run.length === 2 && run.every((page) => found.has(page.index))))
      for (const page of run) found.set(page.index, "page-number");
    run = [];
  };
  for (const page of pages) {
    const last = run.at(-1);
    if (last && (page.number !== last.number + 1 || page.index - last.index < 6)) close();
    run.push(page);
  }
  close();
}

function markRepeats(
  lines: readonly TextLine[],
  key: string,
  indexes: readonly number[],
  split: ReadonlySet<number>,
  found: Map<number, Intruder>,
): void {
  if (indexes.some((i, at) => at > 0 && i - indexes[at - 1]! < 3)) return;
  if (key.endsWith(":") || /^(?:mr|mrs|ms|q|a)\b/.test(key)) return;
  const atBreak = indexes.filter(
    (i) => split.has(i) || found.has(i) || found.get(i - 1) === "page-number" || found.get(i + 1) === "page-number" || isPageEdge(lines, i),
  );
  const enough = indexes.length >= 3 ? atBreak.length * 2 >= indexes.length : atBreak.length === indexes.length;
  if (!enough || atBreak.length < 2) return;
  if (alike(indexes.map((i) => lines[i - 1]?.text)) && alike(indexes.map((i) => lines[i + 1]?.text))) return;
  for (const i of indexes) {
    const early = i < 5 && i === indexes[0] && !key.includes("#");
    if (!early && !found.has(i) && (indexes.length >= 3 || atBreak.includes(i))) found.set(i, "running-head");
  }
}

/** Most are the same: the line is repeated with the text around it, as a formula is, not as a head is. */
function alike(texts: readonly (string | undefined)[]): boolean {
  const counts = new Map<string | undefined, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return Math.max(...counts.values()) * 2 > texts.length;
}

function isPageEdge(lines: readonly TextLine[], i: number): boolean {
  return lines[i]!.newPage || (lines[i - 1]?.newPage ?? false) || (lines[i + 1]?.newPage ?? false) || (lines[i + 2]?.newPage ?? false);
}

function readNumbering(text: string): Numbering | null {
  const lone = PAGE_NUMBER.exec(text);
  if (lone) {
    const digits = /^\d+$/.test(lone[1]!);
    if (!digits && !/^(?:x{0,3}(?:ix|iv|v?i{0,3})|xl(?:ix|iv|v?i{0,3}))$/i.test(lone[1]!)) return null;
    return { number: digits ? Number(lone[1]) : 0, words: "" };
  }
  const first = NUMBER_FIRST.exec(text);
  if (first && isTitleCased(first[2]!)) return { number: Number(first[1]), words: first[2]! };
  const last = NUMBER_LAST.exec(text);
  if (last && isTitleCased(last[1]!)) return { number: Number(last[2]), words: last[1]! };
  return null;
}

function isYear(number: number): boolean {
  return number >= 1800 && number <= 2100;
}

function isTitleCased(text: string): boolean {
  const words = text.match(/\p{L}{4,}/gu) ?? text.match(/\p{L}+/gu) ?? [];
  const capital = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  return words.length > 0 && capital >= 0.75 * words.length && !/[.!?;:]$/.test(text);
}

function isTitleLike(text: string, layout: TextLayout): boolean {
  return text.length < 0.9 * layout.edge && /^["“‘(]?[\p{Lu}\d©]/u.test(text) && isTitleCased(text);
}

/** Short, begins with a capital or a number, does not end as a sentence: may stand above a page. */
function isHeadlike(line: TextLine, layout: TextLayout): boolean {
  return (
    !startsLower(line) && isOpen(line) && line.text.length < (layout.wrapped ? 1.1 * layout.edge : LONGEST) && !/\t| {3}/.test(line.text)
  );
}

function isProse(text: string): boolean {
  return (text.match(/\p{Ll}{2,}/gu)?.length ?? 0) >= 4;
}
