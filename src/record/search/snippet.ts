import { closestStretch, type Occurrence } from "./find-phrases.ts";
import type { Word } from "./words.ts";

/** A part of a text around the words that were looked for. */
export interface Snippet {
  readonly text: string;
  /** Of its beginning in the text. */
  readonly start: number;
  /** The words that were looked for, as UTF-16 offsets into the snippet. */
  readonly marks: readonly { readonly start: number; readonly end: number }[];
}

const LONGEST = 240;

/** Cuts the part of a text in which most of what was looked for stands closest together; cut between words, at most 240 long. */
export function cutSnippet(text: string, words: readonly Word[], found: readonly Occurrence[], groups: number): Snippet {
  const stretch = closestStretch(found, groups);
  const [first, last] = stretch ? [words[stretch.first]!.start, words[stretch.last]!.end] : [0, 0];
  const room = Math.max(0, LONGEST - (last - first));
  let start = Math.max(0, Math.min(first - Math.floor(room / 2), text.length - LONGEST));
  let end = Math.min(text.length, Math.max(start + LONGEST, Math.min(last, first + LONGEST)));
  if (start > 0) start = words.find((w) => w.start >= start && w.start <= first)?.start ?? start;
  if (end < text.length) end = words.findLast((w) => w.end <= end && w.end >= Math.min(last, first + LONGEST))?.end ?? end;
  const marks = found
    .map((o) => ({ start: words[o.first]!.start, end: words[o.last]!.end }))
    .filter((m) => m.start >= start && m.end <= end)
    .map((m) => ({ start: m.start - start, end: m.end - start }));
  return { text: text.slice(start, end), start, marks: withoutOverlap(marks) };
}

function withoutOverlap(marks: readonly { start: number; end: number }[]): { start: number; end: number }[] {
  const apart: { start: number; end: number }[] = [];
  for (const mark of marks.toSorted((a, b) => a.start - b.start)) {
    const before = apart.at(-1);
    if (before && mark.start < before.end) before.end = Math.max(before.end, mark.end);
    else apart.push({ ...mark });
  }
  return apart;
}
