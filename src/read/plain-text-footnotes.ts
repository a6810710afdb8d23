import { isOpen, runsOn, type TextLayout } from "./plain-text-layout.ts";
import type { TextLine } from "./plain-text-lines.ts";

/** A footnote between two lines of the running text: the indexes of its lines, half-open, and its mark. */
export interface Footnote {
  readonly label: string;
  readonly from: number;
  readonly to: number;
}

const NOTE_START =
  /^(?:\[(\d{1,3})\]|(\d{1,3})[.)]?|([*†‡]{1,3})|([¹²³⁴-⁹⁰]{1,3}))\s*(?=["“'‘(¿¡]?(?:\p{Lu}|https?:|www\.|ibid|op\. cit))/u;
const SOURCE_WORDS =
  /\b(?:[Ss]ee(?: also)?|[Cc]f\.|[Ii]bid|[Ii]bidem|op\. cit|loc\. cit|pp?\. ?\d|vol\. ?\d|eds?\.|et al|[Aa]vailable at|[Aa]ccessed|[Rr]etrieved|https?:\/\/|www\.|[Ii]nterview with|[Uu]niversity Press|[Aa]uthor'?s|véase|vid\.)/;
const LONGEST = 14;
const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** Footnotes that stand at a page's foot, in the middle of the text that runs on after them. */
export function findFootnotes(lines: readonly TextLine[], layout: TextLayout): Footnote[] {
  const notes = lines.some((line) => line.look?.footnote) ? readNotesByLook(lines) : [];
  if (notes.length > 0 || !layout.wrapped) return notes;
  let lastNumber = 0;
  for (let i = 1; i < lines.length; i++) {
    const label = labelOf(lines[i]!.text);
    if (!label) continue;
    const found = readGroup(lines, i, label, lastNumber);
    if (!found) continue;
    notes.push(...found);
    const last = found.at(-1)!;
    if (/^\d+$/.test(last.label)) lastNumber = Number(last.label);
    i = last.to - 1;
  }
  return notes;
}

/** Footnotes under a rule at a page's foot: from the rule to the next empty line that no note follows. The first index is the rule. */
export function findRuledFootnotes(
  lines: readonly TextLine[],
  layout: TextLayout,
): { readonly notes: Footnote[]; readonly rules: number[] } {
  const notes: Footnote[] = [];
  const rules: number[] = [];
  for (let i = 1; i + 1 < lines.length; i++) {
    if (!/^[_–—-]{3,}$/.test(lines[i]!.text) || labelOf(lines[i + 1]!.text) === null || /^\d+[.)]/.test(lines[i + 1]!.text)) continue;
    rules.push(i);
    let at = i + 1;
    for (; at < lines.length && at - i < 60; at++) {
      const line = lines[at]!;
      const label = labelOf(line.text);
      if (at > i + 1 && (line.newPage || (line.gap > layout.lineGap && label === null))) break;
      const last = notes.at(-1);
      if (label !== null && (at === i + 1 || /^\d+$/.test(label))) notes.push({ label, from: at, to: at + 1 });
      else if (last) notes[notes.length - 1] = { ...last, to: at + 1 };
    }
    i = at - 1;
  }
  return { notes, rules };
}

/** Lines in small type at the foot of a page; a line that begins with a mark begins a note, others go on with the last. */
function readNotesByLook(lines: readonly TextLine[]): Footnote[] {
  const notes: { label: string; from: number; to: number }[] = [];
  for (let i = 0; i < lines.length; i++) {
    if (!lines[i]!.look?.footnote) continue;
    const label = labelOf(lines[i]!.text);
    const last = notes.at(-1);
    if (label) notes.push({ label, from: i, to: i + 1 });
    else if (last && last.to === i) last.to = i + 1;
    else if (last) notes.push({ label: last.label, from: i, to: i + 1 });
  }
  return notes;
}

/** The mark a line begins with, if it may begin a footnote. */
export function labelOf(text: string): string | null {
  const match = NOTE_START.exec(text.slice(0, 40));
  if (!match) return null;
  return match[1] ?? match[2] ?? match[3] ?? plainDigits(match[4]!);
}

/** The note without its mark. */
export function afterLabel(text: string): string {
  return text.replace(NOTE_START, "");
}

export function plainDigits(superscripts: string): string {
  return superscripts.replace(/[⁰¹²³⁴-⁹]/gu, (digit) => String(SUPERSCRIPTS.indexOf(digit)));
}

function readGroup(lines: readonly TextLine[], start: number, label: string, lastNumber: number): Footnote[] | null {
  const before = lines[start - 1]!;
  const starts = [start];
  for (let end = start + 1; end <= lines.length && end - start <= LONGEST * starts.length; end++) {
    const next = lines[end];
    const previousLabel = labelOf(lines[starts.at(-1)!]!.text);
    if (next && labelOf(next.text) === String(Number(previousLabel) + 1) && end > starts.at(-1)!) {
      starts.push(end);
      continue;
    }
    const pageEnds = next === undefined || next.newPage || next.seam;
    const sentenceSplit = next !== undefined && runsOn(before, next) && isOpen(before) && !isOpen(lines[end - 1]!);
    if (!sentenceSplit && !pageEnds) continue;
    const text = lines
      .slice(start, end)
      .map((line) => line.text)
      .join(" ");
    const cites = SOURCE_WORDS.test(text);
    const marked = isMarked(lines, start, label);
    const inTurn = /^\d+$/.test(label) && Number(label) === lastNumber + 1 && lastNumber > 0;
    const dotted = /^\d+[.)]/.test(lines[start]!.text);
    const enough = sentenceSplit ? cites || marked || inTurn : (marked && !dotted) || (cites && inTurn && !dotted) || (cites && marked);
    if (!enough) {
      if (pageEnds) return null;
      continue;
    }
    if (next === undefined && (!marked || end - start > 6 * starts.length)) return null;
    return starts.map((from, at) => ({ label: labelOf(lines[from]!.text)!, from, to: starts[at + 1] ?? end }));
  }
  return null;
}

/** The mark stands in one of the lines before, right behind a word. */
function isMarked(lines: readonly TextLine[], start: number, label: string): boolean {
  const escaped = label.replace(/[*]/g, "\\*");
  const raised = /^\d+$/.test(label) ? `|${[...label].map((digit) => SUPERSCRIPTS[Number(digit)]).join("")}` : "";
  const mark = new RegExp(`(?:\\p{Ll}|[.,;:!?)\\]”"’»])(?<!\\d[.,])(?:\\[?${escaped}\\]?${raised})(?=$|[\\s.,;:)”"])`, "u");
  for (let i = start - 1; i >= Math.max(0, start - 60); i--) if (mark.test(lines[i]!.text)) return true;
  return false;
}
