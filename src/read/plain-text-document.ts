import type { Citation, DocumentDate, Span } from "../document/document.ts";
import { type MappedText, TextBuilder } from "../document/mapped-text.ts";
import { toText } from "../document/source-map.ts";
import { readIssueDate } from "./date-line.ts";
import type { DocumentBuilder } from "./document-builder.ts";
import { type BlockDraft, groupLines } from "./plain-text-blocks.ts";
import type { CleanedText } from "./plain-text-characters.ts";
import { type CitationStyle, learnCitationStyle, takeOutCitations } from "./plain-text-citations.ts";
import { afterLabel, findFootnotes, findRuledFootnotes } from "./plain-text-footnotes.ts";
import { readHead, withKnownTitle } from "./plain-text-head.ts";
import { isAllCapitals } from "./plain-text-headings.ts";
import { joinLines } from "./plain-text-join.ts";
import { measureLayout } from "./plain-text-layout.ts";
import type { TextLine } from "./plain-text-lines.ts";
import { findIntruders, type Intruder, withoutLines } from "./plain-text-running-heads.ts";
import { gatherVocabulary, type Vocabulary } from "./plain-text-vocabulary.ts";
import type { Known } from "./reader.ts";

const MOST_REPORTED = 20;
const INTRUDERS: Readonly<Record<Intruder, string>> = {
  "running-head": "Left out a running head",
  "page-number": "Left out a page number",
  "doubled-line": "Left out a line that was printed twice",
};

type NoteLines = { readonly label: string; readonly spans: readonly Span[] };

/** A link that the source gives for a range of its text, as offsets in the builder's input. */
export interface SourceLink extends Span {
  readonly target: string;
}

/**
 * Writes lines of text as blocks: leaves out what belongs to pages, mends and joins the rest, keeps citations apart.
 *
 * @param cleaned the text of the lines; its map leads to the builder's input
 * @param lines the lines of the cleaned text that have text, in reading order
 * @param knownTitle the title that something outside of the text states
 * @returns what the lines say about the document as a whole
 */
export function writeLines(
  builder: DocumentBuilder,
  cleaned: CleanedText,
  all: readonly TextLine[],
  links: readonly SourceLink[] = [],
  knownTitle: string | null = null,
): Known {
  reportCharacters(builder, cleaned);
  const source = cleaned.mapped;
  const layout = measureLayout(all);
  const ruled = findRuledFootnotes(all, layout);
  const unruled = withoutLines(all, new Set([...ruled.rules, ...ruled.notes.flatMap((note) => range(note.from, note.to))]));
  const intruders = findIntruders(unruled, layout);
  reportIntruders(builder, unruled, intruders, source);
  const whole = withoutLines(unruled, intruders);
  const atFoot = findFootnotes(whole, layout);
  const noteLines = new Set(atFoot.flatMap((note) => range(note.from, note.to)));
  const footnotes: NoteLines[] = [
    ...ruled.notes.map(({ label, from, to }) => ({ label, spans: all.slice(from, to) })),
    ...atFoot.map(({ label, from, to }) => ({ label, spans: whole.slice(from, to) })),
  ];
  const lines = withoutLines(whole, noteLines);
  const words = gatherVocabulary(lines);
  const found = readHead(lines, layout);
  const head = knownTitle ? withKnownTitle(found, lines, knownTitle) : found;
  const drafts = groupLines(lines, layout, head);
  const pieces = drafts.map((draft) => (draft.table ? null : mendHeading(joinLines(source, draft.spans, words), draft, words)));
  const notes = gatherNotes(footnotes, drafts, pieces, source, words);
  const style = learnCitationStyle(textsOf(drafts, pieces), entriesOf(drafts, pieces), notes, openMarks(footnotes, drafts, all));
  const titles: string[] = [];
  const cited = new Set<string>();
  for (let i = 0; i < drafts.length; i++) {
    const draft = drafts[i]!;
    if (draft.table) writeTable(builder, draft, source);
    else {
      const piece = pieces[i]!;
      if (draft.kind === "title") titles.push(piece.text);
      for (const label of writeBlock(builder, draft, piece, style, links)) cited.add(label);
    }
  }
  builder.endBlock();
  for (const [label, text] of notes) if (!cited.has(label)) builder.addCitation({ label, text });
  const date = head.known.date ?? issueDate(unruled, intruders);
  return { ...head.known, date, title: head.known.title ?? (titles.join(" ").replace(/\s+/g, " ").trim() || null) };
}

/** The date of the issue that running heads name. */
function issueDate(lines: readonly TextLine[], intruders: ReadonlyMap<number, Intruder>): DocumentDate | null {
  for (const index of intruders.keys()) {
    const edtf = readIssueDate(lines[index]!.text);
    if (edtf) return { edtf, basis: "dateline" };
  }
  return null;
}

function writeBlock(
  builder: DocumentBuilder,
  draft: BlockDraft,
  piece: MappedText,
  style: CitationStyle,
  links: readonly SourceLink[],
): string[] {
  builder.startBlock({ kind: draft.kind, role: draft.role, level: draft.level, marker: draft.marker });
  const { text, citations } = isCiting(draft) ? takeOutCitations(piece, style) : { text: piece, citations: [] };
  writeWithCitations(builder, text, citations, linksIn(text, links));
  builder.endBlock();
  return citations.flatMap((citation) => (citation.label ? citation.label.split(/\s*[,;]\s*/) : []));
}

/** Writes a running text with the citations at their places and its links, given or bare addresses. */
export function writeWithCitations(
  builder: DocumentBuilder,
  piece: MappedText,
  citations: readonly Citation[],
  given: readonly SourceLink[],
): void {
  const links = given.length > 0 ? given : bareAddresses(piece.text);
  let at = 0;
  let next = 0;
  const writeTo = (end: number): void => {
    if (end > at) builder.appendPiece(at === 0 && end === piece.text.length ? piece : piece.slice(at, end));
    at = Math.max(at, end);
  };
  const citeTo = (end: number): void => {
    for (; next < citations.length && citations[next]!.at <= end; next++) {
      writeTo(citations[next]!.at);
      builder.addCitation(citations[next]!);
    }
  };
  for (const link of links) {
    if (link.start < at) continue;
    citeTo(link.start);
    writeTo(link.start);
    builder.startLink(link.target);
    citeTo(link.end - 1);
    writeTo(link.end);
    builder.endLink();
  }
  citeTo(piece.text.length);
  writeTo(piece.text.length);
}

function bareAddresses(text: string): SourceLink[] {
  if (!text.includes("://") && !text.includes("www.")) return [];
  return Array.from(text.matchAll(/\b(?:https?:\/\/|www\.)[^\s<>"“”]{3,}/g), (match) => {
    const address = match[0].replace(/[.,;:!?)\]'’»]+$/, "");
    return {
      start: match.index,
      end: match.index + address.length,
      target: address.startsWith("www.") ? `http://${address}` : address,
    };
  });
}

/** The source's links that lie in a piece, as offsets in its text. */
export function linksIn(piece: MappedText, links: readonly SourceLink[]): SourceLink[] {
  const first = piece.map[0];
  const last = piece.map.at(-1);
  if (links.length === 0 || !first || !last) return [];
  return links
    .filter((link) => link.end > first.sourceStart && link.start < last.sourceEnd)
    .flatMap((link) => {
      const start = toText(piece.map, Math.max(link.start, first.sourceStart));
      const end = toText(piece.map, Math.min(link.end, last.sourceEnd) - 1);
      return start === null || end === null || end < start ? [] : [{ start, end: end + 1, target: link.target }];
    });
}

function writeTable(builder: DocumentBuilder, draft: BlockDraft, source: MappedText): void {
  builder.addTable({
    rows: draft.table!.rows.map((row) => ({
      header: row.header,
      cells: row.cells.map((cell) => ({
        header: row.header,
        write: (into: DocumentBuilder) => {
          for (const part of [cell, ...(cell.more ?? [])]) {
            if (part !== cell) into.insert(" ");
            into.appendPiece(source.slice(part.start, part.end));
          }
        },
      })),
    })),
  });
}

/** Closes a gap inside a name in a heading ("YOUNG-S AM") when the document writes the name whole elsewhere. */
function mendHeading(piece: MappedText, draft: BlockDraft, words: Vocabulary): MappedText {
  if ((draft.kind !== "heading" && draft.kind !== "title") || !isAllCapitals(piece.text)) return piece;
  const builder = new TextBuilder();
  let at = 0;
  for (const match of piece.text.matchAll(/(?<=^|\s)([\p{L}'’-]+) (?=([\p{L}'’-]+)(?:\s|$|[.,:;]))/gu)) {
    const [found, left, right] = match;
    const parts = `${left}${right}`;
    const whole = words.count(parts);
    if (whole < 1 || (words.count(left!) >= whole && words.count(right!) >= whole) || Math.min(left!.length, right!.length) > 4) continue;
    const odd = words.count(left!) <= 1 || /-\p{L}{1,2}$/u.test(left!) || left!.length === 1;
    if (!odd) continue;
    const gap = match.index + found.length - 1;
    builder.appendFrom(piece, at, gap);
    at = gap + 1;
  }
  if (at === 0) return piece;
  builder.appendFrom(piece, at);
  return builder.build();
}

function gatherNotes(
  footnotes: readonly NoteLines[],
  drafts: readonly BlockDraft[],
  pieces: readonly (MappedText | null)[],
  source: MappedText,
  words: Vocabulary,
): Map<string, string> {
  const notes = new Map<string, string>();
  for (const note of footnotes) {
    const text = afterLabel(joinLines(source, note.spans, words).text);
    notes.set(note.label, notes.has(note.label) ? `${notes.get(note.label)} ${text}` : text);
  }
  drafts.forEach((draft, i) => {
    if (!draft.part || !draft.marker) return;
    const label = draft.marker.replace(/[[\].]/g, "");
    if (!notes.has(label)) notes.set(label, pieces[i]!.text);
  });
  return notes;
}

/** The marks to look for among the figures of the text; where type shows what is raised there are none. */
function openMarks(footnotes: readonly NoteLines[], drafts: readonly BlockDraft[], lines: readonly TextLine[]): Map<string, number> {
  const open = new Map<string, number>();
  const raisedKnown = lines[0]?.look !== undefined;
  const labels = [
    ...footnotes.map((note) => note.label),
    ...drafts.flatMap((draft) => (draft.part === "notes" && draft.marker ? [draft.marker] : [])),
  ];
  for (const label of labels) if (!raisedKnown || !/^\d/.test(label)) open.set(label, (open.get(label) ?? 0) + 1);
  return open;
}

/** Blocks in which a bracket may be a citation. Headings and notices are left as they are. */
function isCiting(draft: BlockDraft): boolean {
  return (
    draft.role === "body" &&
    (draft.kind === "paragraph" || draft.kind === "list-item" || draft.kind === "caption" || draft.kind === "quote")
  );
}

function* textsOf(drafts: readonly BlockDraft[], pieces: readonly (MappedText | null)[]): Generator<string> {
  for (let i = 0; i < drafts.length; i++) if (pieces[i] && isCiting(drafts[i]!)) yield pieces[i]!.text;
}

function entriesOf(drafts: readonly BlockDraft[], pieces: readonly (MappedText | null)[]): string[] {
  return drafts.flatMap((draft, i) => (draft.part === "references" && pieces[i] ? [pieces[i]!.text] : []));
}

function reportCharacters(builder: DocumentBuilder, { controls, lost }: CleanedText): void {
  if (controls.count > 0)
    builder.addDiagnostic(
      "control-character",
      "warning",
      `${controls.count} control characters were left out; the first stood at this offset`,
      controls.at,
    );
  if (lost.count > 0)
    builder.addDiagnostic(
      "lost-character",
      "warning",
      `${lost.count} characters were lost in an earlier conversion (U+FFFD); the first stands at this offset`,
      lost.at,
    );
}

function reportIntruders(
  builder: DocumentBuilder,
  lines: readonly TextLine[],
  found: ReadonlyMap<number, Intruder>,
  source: MappedText,
): void {
  const counts = new Map<Intruder, number>();
  for (const [index, kind] of [...found].sort((a, b) => a[0] - b[0])) {
    const line = lines[index]!;
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    if (count > MOST_REPORTED) continue;
    const at = source.slice(line.start, line.start + 1).map[0]?.sourceStart ?? null;
    builder.addDiagnostic(kind, "info", `${INTRUDERS[kind]}: “${line.text.slice(0, 80)}”`, at);
  }
  for (const [kind, count] of counts)
    if (count > MOST_REPORTED) builder.addDiagnostic(kind, "info", `${INTRUDERS[kind]}, ${count - MOST_REPORTED} more times`);
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i);
}
