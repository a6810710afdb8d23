import type { DateContext, DateExpression } from "../date-expression.ts";
import { isEdtf, partsOf, withoutMarks, withTilde } from "./edtf.ts";
import type { Words } from "./words.ts";

/** What the words of one sentence may lean on while it is read: its own dates so far, the one before, the heading, the document's date. */
export interface Scene {
  readonly words: Words;
  readonly context: DateContext;
  /** Times of this sentence read so far. */
  readonly said: DateExpression[];
  readonly document: { readonly edtf: string; readonly year: number; readonly month: number | null; readonly day: number | null } | null;
}

/** A date that other words are worked out from. */
export interface Anchor {
  readonly edtf: string;
  /** Its offset in the text; null for a heading's. */
  readonly offset: number | null;
}

export function sceneOf(words: Words, context: DateContext): Scene {
  const edtf = context.documentDate?.slice(0, 10) ?? null;
  const parts = edtf !== null && isEdtf(edtf) ? partsOf(edtf) : null;
  const document = parts?.year == null ? null : { edtf: edtf!, year: parts.year, month: parts.month, day: parts.day };
  return { words, context, said: [], document };
}

/** The date said last: in this sentence, else before it, else by the heading. */
export function anchorOf(scene: Scene): Anchor | null {
  const said = scene.said.at(-1);
  if (said) return { edtf: said.edtf, offset: said.start };
  const { previous, heading } = scene.context;
  if (previous && isEdtf(previous.edtf)) return { edtf: previous.edtf, offset: previous.start };
  return heading !== null && isEdtf(heading) ? { edtf: heading, offset: null } : null;
}

/** A date as coarse as the unit: the year, month or day that holds it, or null when it is not known so exactly. Of an interval, its beginning or its end. */
export function coarsen(edtf: string, unit: "day" | "month" | "year" | "decade", side: "from" | "to" = "from"): string | null {
  const parts = withoutMarks(edtf).split("/");
  let end = side === "to" ? parts.at(-1)! : parts[0]!;
  if (end === "" || end === "..") end = parts.find((p) => p !== "" && p !== "..") ?? "";
  const known = partsOf(end);
  if (unit === "decade")
    return known.year !== null ? `${String(known.year).padStart(4, "0").slice(0, 3)}X` : /^\d{3}X/.test(end) ? end.slice(0, 4) : null;
  if (known.year === null) {
    // XXXX-09-24: the month and day are known all the same.
    if (unit !== "year" && /^XXXX-(\d\d)/.test(end)) return unit === "month" ? end.slice(0, 7) : end.length === 10 ? end : null;
    return null;
  }
  if (unit === "year") return end.slice(0, 4);
  if (unit === "month") return known.month === null ? null : end.slice(0, 7);
  return known.day === null ? null : end.slice(0, 10);
}

/** The day, month, year or decade an anchor lies in; where the anchor is not known so exactly, the anchor's own month or year. Keeps `~` where it still counts. */
export function unitOf(anchor: Anchor, unit: "day" | "month" | "year" | "decade"): string | null {
  const exact = coarsen(anchor.edtf, unit);
  const base =
    exact ??
    (unit === "day" ? coarsen(anchor.edtf, "month") : null) ??
    (unit === "day" || unit === "month" ? coarsen(anchor.edtf, "year") : null);
  const approximate = anchor.edtf.endsWith("~") && base !== null && base.length >= anchor.edtf.length - 1;
  return approximate ? withTilde(base) : base;
}

/** "2001 Premier Ana Example visits": the year that dates an entry stands at its head. */
export function leadsEntry({ words, context }: Scene, i: number): boolean {
  return i === 0 && context.heading !== null && words.fourDigits(0) > 0 && context.heading === String(words.fourDigits(0));
}
