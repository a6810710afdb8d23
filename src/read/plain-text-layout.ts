import type { TextLine } from "./plain-text-lines.ts";

/** How a text is set, told from all its lines. */
export interface TextLayout {
  /** Lines end where the page ends, not where the paragraph does. */
  readonly wrapped: boolean;
  /** Empty lines between two lines of one paragraph: 0, or 1 where every line is followed by an empty one. */
  readonly lineGap: number;
  /** The usual length of a full line, in characters. Infinity when lines are paragraphs. */
  readonly edge: number;
  /** Nearly everything is in capitals (an old cable), so capitals say nothing. */
  readonly allCapitals: boolean;
}

const SAMPLE = 20_000;

export function measureLayout(lines: readonly TextLine[]): TextLayout {
  const gaps: number[] = [];
  const full: number[] = [];
  let pairs = 0;
  let upper = 0;
  let lower = 0;
  for (let i = 0; i < Math.min(lines.length, SAMPLE); i++) {
    const { text } = lines[i]!;
    for (let k = 0; k < Math.min(text.length, 400); k++) {
      const code = text.charCodeAt(k);
      if (code >= 0x61 && code <= 0x7a) lower++;
      else if (code >= 0x41 && code <= 0x5a) upper++;
      else if (code > 0x7f && /\p{Ll}/u.test(text[k]!)) lower++;
      else if (code > 0x7f && /\p{Lu}/u.test(text[k]!)) upper++;
    }
  }
  const shouted = upper > 0.7 * (upper + lower);
  for (let i = 0; i < Math.min(lines.length, SAMPLE); i++) {
    const line = lines[i]!;
    const next = lines[i + 1];
    if (!next || line.text.length < 25) continue;
    pairs++;
    const goesOn = shouted ? /^\p{L}/u.test(next.text) : startsLower(next);
    if (!isOpen(line) || !goesOn || line.text.length > 250) continue;
    gaps[next.gap] = (gaps[next.gap] ?? 0) + 1;
    full.push(line.text.length);
  }
  const allCapitals = upper + lower > 100 && shouted;
  const placed = lines.some((line) => line.look !== undefined);
  if (placed && full.length === 0) full.push(...lines.slice(0, SAMPLE).map((line) => line.text.length));
  const wrapped = full.length >= 1 && (placed || full.length >= 0.15 * pairs);
  if (!wrapped) return { wrapped, lineGap: 0, edge: Number.POSITIVE_INFINITY, allCapitals };
  full.sort((a, b) => a - b);
  let lineGap = 0;
  for (let gap = 1; gap <= 3; gap++) if ((gaps[gap] ?? 0) > (gaps[lineGap] ?? 0)) lineGap = gap;
  return { wrapped, lineGap, edge: full[full.length >> 1]!, allCapitals };
}

/** Nothing at the end of the line says that a sentence ends there. */
export function isOpen(line: TextLine): boolean {
  return !/[.!?:;…。][)\]"'”’»\s]*\d{0,3}$/.test(line.text.slice(-12));
}

/** The line begins with a small letter, quotation marks and brackets aside; the letter of an item, "b)", is none. */
export function startsLower(line: TextLine): boolean {
  return /^["“‘'«([]{0,2}\p{Ll}/u.test(line.text) && !/^\(?(?:[a-z]|[ivx]{1,4})\)\s/.test(line.text);
}

/** The line ends in a hyphen that stands right after a letter or digit. */
export function endsInHyphen(line: TextLine): boolean {
  return /[\p{L}\p{N}][-\u00ad\u2010]$/u.test(line.text.slice(-4));
}

/** A sentence runs on from one line to the other, whatever stands between them. */
export function runsOn(line: TextLine, next: TextLine): boolean {
  if (endsInHyphen(line) && startsLower(next)) return true;
  return isOpen(line) && startsLower(next);
}

/** Whether a line is so short that the next line's first word would have stood on it, had the paragraph gone on. */
export function endsShort(line: TextLine, next: TextLine, layout: TextLayout): boolean {
  const space = next.text.indexOf(" ");
  const firstWord = space < 0 ? next.text.length : space;
  return line.text.length + 1 + firstWord <= layout.edge * 1.02 && line.text.length < layout.edge * 0.88;
}
