import type { Document, DocumentDate } from "../document/document.ts";
import {
  type DateLine,
  readClosingDate,
  readDateLine,
  readDigestDate,
  readIssueDate,
  readLabelledDate,
  readMakingDate,
  readTitleDate,
} from "./date-line.ts";
import { readDateline } from "./dateline.ts";
import { readMasthead } from "./masthead.ts";

/** A line or block of a document, as far as looking for its date needs it. */
export interface StatedIn {
  readonly text: string;
  readonly kind: "title" | "line" | "item";
}

const HEAD = 16;
const FOOT = 6;
/** Lines among which a journal's issue may stand, also as the running head of the second page. */
const ISSUE_WITHIN = 150;
const EVENT = /^(?:venue|where|when|registration|register|rsvp|lugar|admission|tickets|entrada)\s*(?::|$)/i;

/**
 * The date that a text states of itself, in this order: a labelled line above it ("Published: …"), a bare one, the dateline
 * of its first paragraph, the day in the title of a speech, one behind who publishes, a line at its end, at last when it was updated.
 *
 * Days of other things (an event to come, a list, a chronology, a treaty, a copyright) are none.
 */
export function findDocumentDate(lines: readonly StatedIn[]): DocumentDate | null {
  const end = headEnd(lines);
  const head = lines.slice(0, end).map((line) => (line.kind === "title" ? null : readDateLine(line.text)));
  const isOwn = (at: number): boolean => {
    const found = head[at];
    if (!found || (lines[at]!.kind === "item" && found.named)) return false;
    if (found.kind !== "bare" && !found.mayBeEvent) return true;
    return !lines.slice(Math.max(0, at - 3), at + 4).some((line) => EVENT.test(line.text)) && (found.mayBeEvent || !isListed(head, at));
  };
  const own = head.filter((found, at): found is DateLine => found !== null && isOwn(at));
  const bare = own.some((found) => found.kind === "bare") && !isChronology(lines, end) ? own.find((found) => found.kind === "bare") : null;
  const footStart = Math.max(end, lines.length - FOOT);
  const foot = lines.slice(footStart).filter((line, at) => line.kind !== "item" && !goesOn(lines[footStart + at - 1]?.text ?? ""));
  const signed = foot.map((line) => ({ ...line, date: readDateLine(line.text) }));
  const edtf =
    own.find((found) => found.kind === "published")?.edtf ??
    bare?.edtf ??
    openingDate(lines, end) ??
    lines.slice(0, end).reduce<string | null>((found, line) => found ?? (line.kind === "title" ? readTitleDate(line.text) : null), null) ??
    lines
      .slice(0, end + 1)
      .reduce<string | null>((found, line) => found ?? (line.kind === "line" ? readMasthead(line.text) : null), null) ??
    lines.slice(0, end + 1).reduce<string | null>((found, line) => found ?? readDigestDate(line.text) ?? readMakingDate(line.text), null) ??
    signed.find((line) => line.date?.kind === "published")?.date?.edtf ??
    foot.reduce<string | null>((found, line) => found ?? readClosingDate(line.text), null) ??
    closingLine(signed.slice(-3), () => isChronology(lines, end)) ??
    [...lines.slice(0, end + 1), ...foot].reduce<string | null>(
      (found, line) => found ?? readLabelledDate(line.text)?.edtf ?? null,
      null,
    ) ??
    closingMonth(signed.at(-1)?.date ?? null, () => isChronology(lines, end)) ??
    own.find((found) => found.kind === "updated")?.edtf ??
    signed.find((line) => line.date?.kind === "updated")?.date?.edtf ??
    lines.slice(0, ISSUE_WITHIN).reduce<string | null>((found, line) => found ?? readIssueDate(line.text), null);
  return edtf ? { edtf: withOpeningDay(edtf, lines, end), basis: "dateline" } : null;
}

/** "Lima, Jan. 11 (Andina)" above and "Published: 1/11/2014" below: the dateline has the day of a year that is all the rest tells for sure. */
function withOpeningDay(edtf: string, lines: readonly StatedIn[], end: number): string {
  if (!/^\d{4}$/.test(edtf)) return edtf;
  for (const { kind, text } of lines.slice(0, end + 2)) {
    const day = kind === "line" ? readDateline(text)?.dayAndMonth : null;
    if (day) return `${edtf}-${String(day.month).padStart(2, "0")}-${String(day.day).padStart(2, "0")}`;
  }
  return edtf;
}

/** A document with the date that its text states, where its format stated none. */
export function withStatedDate(document: Document): Document {
  if (document.date && document.date.basis !== "file-metadata") return document;
  const lines = document.blocks
    .filter((block) => block.kind !== "table-row" && block.kind !== "preformatted" && block.kind !== "quote")
    .flatMap((block): StatedIn[] => {
      const kind = block.kind === "list-item" ? "item" : block.kind === "title" ? "title" : "line";
      const texts = kind === "title" ? [document.text.slice(block.start, block.end)] : linesOf(document, block.start, block.end);
      return texts.map((text) => ({ text, kind }));
    });
  const date = findDocumentDate(lines);
  return date ? { ...document, date } : document;
}

function linesOf(document: Document, start: number, end: number): string[] {
  const text = document.text.slice(start, end);
  return text.length < 600 ? text.split("\n") : [text];
}

/** Where the head ends: behind the first line of running text. */
function headEnd(lines: readonly StatedIn[]): number {
  for (let at = 0; at < Math.min(lines.length, HEAD); at++) {
    const { text, kind } = lines[at]!;
    if (kind === "title") continue;
    const next = lines[at + 1]?.text ?? "";
    const sentence = /[.!?]["”’)]?$/.test(text) && text.split(/\s+/).length >= 9;
    if (text.length > 160 || sentence || (text.length >= 45 && /^\p{Ll}/u.test(next) && !readDateLine(text))) return at + 1;
  }
  return Math.min(lines.length, HEAD);
}

/** A bare date with others of its kind right beside it belongs to a list. */
function isListed(head: readonly (DateLine | null)[], at: number): boolean {
  return [head[at - 1], head[at + 1]].some((other) => other?.kind === "bare" && other.edtf !== head[at]!.edtf);
}

/** Further lines that are only dates head the entries of a chronology. */
function isChronology(lines: readonly StatedIn[], from: number): boolean {
  let dates = 0;
  for (let at = from; at < Math.min(lines.length, 2000); at++) {
    const { text } = lines[at]!;
    if (text.length <= 40 && readDateLine(text)?.kind === "bare" && ++dates >= 2) return true;
  }
  return false;
}

/** A line in the middle of wrapped running text. */
function goesOn(before: string): boolean {
  return before.length >= 45 && before.length <= 120 && !/[.!?:;]["”’)]?$/.test(before);
}

function openingDate(lines: readonly StatedIn[], end: number): string | null {
  for (let at = 0; at < Math.min(lines.length, end + 2); at++) {
    const found = lines[at]!.kind === "line" ? readDateline(lines[at]!.text) : null;
    if (found?.edtf) return found.edtf;
  }
  return null;
}

/** "Bergen, 3 May 2011" under a text. */
function closingLine(foot: readonly { readonly date: DateLine | null }[], chronology: () => boolean): string | null {
  const found = foot.flatMap(({ date }) => (date?.kind === "bare" && date.edtf.length === 10 ? [date.edtf] : []));
  return found.length === 1 && !chronology() ? found[0]! : null;
}

/** "August 2021", the last line of a page. */
function closingMonth(last: DateLine | null, chronology: () => boolean): string | null {
  return last?.kind === "bare" && !last.named && last.edtf.length === 7 && !chronology() ? last.edtf : null;
}
