import type { BlockKind, Span } from "../document/document.ts";
import { isNoticeLine } from "./notice-line.ts";
import { afterLabel, labelOf } from "./plain-text-footnotes.ts";
import type { Head } from "./plain-text-head.ts";
import { headingLevel, isAllCapitals, isNotesHeading, isReferencesHeading } from "./plain-text-headings.ts";
import { endsInHyphen, endsShort, isOpen, runsOn, startsLower, type TextLayout } from "./plain-text-layout.ts";
import type { TextLine } from "./plain-text-lines.ts";
import { isLoneYear, type ListMarker, opensWithDate, readListMarker } from "./plain-text-markers.ts";
import { readTableAt, type TextTable } from "./plain-text-tables.ts";

/** A block before its lines are joined. Spans are of the cleaned text. */
export interface BlockDraft {
  kind: BlockKind;
  readonly role: "body" | "notice";
  level: number;
  readonly marker: string | null;
  readonly spans: Span[];
  readonly table: TextTable | null;
  /** What part of the document it belongs to, where that is not the running text. */
  readonly part: "references" | "notes" | null;
}

const RULE = /^[=\-~_*–—]{3,}$/;
const CAPTION = /^(?:figure|fig\.|table|map|chart|graph|photo|image|box|cuadro|tabla|gráfico|figura|mapa)\s+(?:\d+|[ivx]+)\s*[.:–-]\s*\S/i;
const LEADERS = /(?:(?<!\.)\.{4,}|(?<!\. )(?:\. ){4,}|(?<!…)…{2,})\s*\d{1,4}$/;
const ENTRY = /^(?:\[\d{1,3}\]|\d{1,3}\.|\p{Lu}[\p{L}'’-]+,\s+(?:\p{Lu}|[A-Z]\.)|[—_-]{2,}|\p{Lu}{3,}[.,\s(]|https?:)/u;

/** Puts lines together to blocks: paragraphs, headings, list items, tables, notices. */
export function groupLines(lines: readonly TextLine[], layout: TextLayout, head: Head): BlockDraft[] {
  return new Grouping(lines, layout, head).run();
}

class Grouping {
  private readonly lines: readonly TextLine[];
  private readonly layout: TextLayout;
  private readonly head: Head;
  private readonly drafts: BlockDraft[] = [];
  private current: BlockDraft | null = null;
  private first: TextLine | null = null;
  private readonly lists: { indent: number; kind: ListMarker["kind"]; number: number }[] = [];
  private readonly dated: boolean;
  private part: BlockDraft["part"] = null;

  constructor(lines: readonly TextLine[], layout: TextLayout, head: Head) {
    this.lines = lines;
    this.layout = layout;
    this.head = head;
    let dated = 0;
    for (const line of lines) if (opensWithDate(line.text) && ++dated > 1) break;
    this.dated = dated > 1;
  }

  run(): BlockDraft[] {
    const titles = new Set(this.head.title);
    const sections = new Set(this.head.section);
    for (let i = 0; i < this.lines.length; i++) {
      const line = this.lines[i]!;
      if (titles.has(i)) {
        if (this.current?.kind === "title") this.current.spans.push(titleSpan(line));
        else this.start(line, { kind: "title", role: "body", spans: [titleSpan(line)] });
      } else if (sections.has(i)) {
        if (sections.has(i - 1)) this.current!.spans.push(titleSpan(line));
        else this.start(line, { kind: "heading", role: "body", level: 2, spans: [titleSpan(line)] });
      } else if (this.head.notices.has(i)) {
        this.start(line, { kind: "paragraph", role: "notice" });
        this.current = null;
      } else i = this.place(i);
    }
    return this.drafts;
  }

  /** Puts the line where it belongs; answers with the last line taken. */
  private place(i: number): number {
    const { layout } = this;
    const line = this.lines[i]!;
    const before = this.current ? this.lines[i - 1]! : null;
    const next = this.lines[i + 1];
    const midSentence = before !== null && runsOn(before, line);
    if (RULE.test(line.text)) {
      this.underline(line.text);
      return i;
    }
    if (this.part && !this.leavesPart(line, before, next)) return this.placeEntry(line, before, i);
    if (!midSentence && isNoticeLine(line.text) && this.isApart(line, before)) {
      this.start(line, { kind: "paragraph", role: "notice" });
      this.current = null;
      return i;
    }
    if (LEADERS.test(line.text)) {
      this.start(line, { kind: "list-item", role: "notice", level: 1 });
      this.current = null;
      return i;
    }
    const table = midSentence ? null : readTableAt(this.lines, i, layout.lineGap);
    if (table) {
      this.start(line, { kind: "table-row", role: "body", table, spans: [] });
      this.current = null;
      return table.to - 1;
    }
    if (this.continuesHeading(line, before)) {
      this.current!.spans.push(line);
      return i;
    }
    if (!midSentence && isLoneYear(line.text) && this.isYearHead(i)) {
      this.start(line, { kind: "heading", role: "body", level: 3 });
      return i;
    }
    const level = midSentence ? 0 : headingLevel(line, this.current?.kind === "heading" ? null : before, next, layout, this.lines[i + 2]);
    if (level > 0) {
      this.start(line, { kind: "heading", role: "body", level });
      this.part = isReferencesHeading(line.text) ? "references" : isNotesHeading(line.text) && this.notesFollow(i) ? "notes" : null;
      return i;
    }
    if (!midSentence && CAPTION.test(line.text) && this.isApart(line, before)) {
      this.start(line, { kind: "caption", role: "body" });
      return i;
    }
    const marker = midSentence ? null : this.listMarker(line, before, i);
    if (marker) {
      const span = { start: line.start + marker.size, end: line.end };
      this.start(line, { kind: "list-item", role: "body", level: this.listLevel(line, marker), marker: marker.marker, spans: [span] });
      return i;
    }
    if (!midSentence && this.dated && opensWithDate(line.text) && this.endsBefore(line, before)) {
      this.start(line, { kind: "list-item", role: "body", level: 1 });
      return i;
    }
    if (this.current && before && this.current.kind !== "heading" && this.current.kind !== "title" && this.joins(before, line)) {
      this.current.spans.push(line);
      return i;
    }
    if (this.current?.kind !== "list-item" || line.gap > layout.lineGap) this.lists.length = 0;
    this.start(line, { kind: "paragraph", role: "body" });
    return i;
  }

  private start(line: TextLine, draft: Partial<BlockDraft> & Pick<BlockDraft, "kind" | "role">): void {
    this.first = line;
    this.current = { level: 0, marker: null, spans: [line], table: null, part: null, ...draft };
    this.drafts.push(this.current);
  }

  private isApart(line: TextLine, before: TextLine | null): boolean {
    return (
      before === null || line.gap > this.layout.lineGap || !isOpen(before) || endsShort(before, line, this.layout) || !this.layout.wrapped
    );
  }

  private endsBefore(line: TextLine, before: TextLine | null): boolean {
    if (before === null || line.gap > this.layout.lineGap || !this.layout.wrapped) return true;
    return (
      !isOpen(before) || endsShort(before, line, this.layout) || this.current?.kind === "list-item" || this.current?.kind === "heading"
    );
  }

  /** A lone year heads what follows, unless it stands among figures. */
  private isYearHead(i: number): boolean {
    const before = this.lines[i - 1];
    const next = this.lines[i + 1];
    return next !== undefined && /\p{L}{3}/u.test(next.text) && (before === undefined || /\p{L}{3}/u.test(before.text));
  }

  /** Headings in capitals that go on in the next line, and numbered ones whose number stands alone. */
  private continuesHeading(line: TextLine, before: TextLine | null): boolean {
    if (this.current?.kind === "heading" && before?.look && line.look && line.look.heading > 0 && line.gap <= this.layout.lineGap)
      return line.look.heading === before.look.heading && !line.newPage && this.current.spans.length < 5;
    if (this.current?.kind !== "heading" || !before || this.current.spans.length > 3 || line.gap > this.layout.lineGap) return false;
    if (endsInHyphen(before) && isAllCapitals(before.text)) return true;
    if (!isLoneYear(before.text) && /^(?:\d+(?:\.\d+)*\.?|[IVXLC]+\.?|(?:chapter|section|part|article) \S+)$/i.test(before.text))
      return line.text.length < 120;
    if (this.layout.allCapitals || !isAllCapitals(before.text) || !isAllCapitals(line.text)) return false;
    return !/[.?!]$/.test(before.text) && !isReferencesHeading(line.text) && this.layout.wrapped;
  }

  private underline(rule: string): void {
    const { current } = this;
    if (current?.spans.length === 1 && (current.kind === "paragraph" || current.kind === "heading") && /^[=\-~]+$/.test(rule)) {
      const size = current.spans[0]!.end - current.spans[0]!.start;
      if (size <= 120 && rule.length >= 0.5 * size && rule.length <= 2 * size + 4) {
        current.kind = "heading";
        current.level = rule[0] === "=" ? 1 : 2;
      }
    }
    this.current = null;
  }

  private listMarker(line: TextLine, before: TextLine | null, i: number): ListMarker | null {
    const marker = readListMarker(line.text);
    if (!marker || line.text.length <= marker.size) return null;
    if (marker.kind === "bullet") return marker;
    const inList = this.lists.some((list) => list.kind === marker.kind);
    if (!this.endsBefore(line, before) && !inList) return null;
    if (marker.kind === "dash") {
      if (inList || before?.text.endsWith(":") || this.hasLater(i, (other) => other.kind === "dash")) return marker;
      return null;
    }
    const follows = this.lists.some((list) => list.kind === marker.kind && marker.number === list.number + 1);
    if (follows) return marker;
    if (
      /^[\p{L}\p{N}]+\)$/u.test(marker.marker) &&
      before &&
      isOpen(before) &&
      this.layout.wrapped &&
      !before.text.endsWith(":") &&
      line.gap <= this.layout.lineGap
    )
      return null;
    const continued = this.hasLater(i, (other) => other.kind === marker.kind && other.number === marker.number + 1);
    if (marker.number === 1) return continued || before === null || line.gap > this.layout.lineGap ? marker : null;
    return continued && marker.kind === "number" && marker.number < 200 ? marker : null;
  }

  private hasLater(i: number, fits: (marker: ListMarker) => boolean): boolean {
    for (let k = i + 1; k < Math.min(this.lines.length, i + 40); k++) {
      const marker = readListMarker(this.lines[k]!.text);
      if (marker && fits(marker)) return true;
    }
    return false;
  }

  private listLevel(line: TextLine, marker: ListMarker): number {
    const { lists } = this;
    while (lists.length && lists.at(-1)!.indent > line.indent + 1) lists.pop();
    const same = lists.findIndex((list) => list.kind === marker.kind && list.indent >= line.indent - 1);
    if (same >= 0) {
      lists.length = same + 1;
      lists[same] = { indent: line.indent, kind: marker.kind, number: marker.number };
    } else lists.push({ indent: line.indent, kind: marker.kind, number: marker.number });
    return Math.min(lists.length, 6);
  }

  /** Whether a line goes on with the block of the line before. */
  private joins(before: TextLine, line: TextLine): boolean {
    const { layout } = this;
    if (endsInHyphen(before) && startsLower(line) && line.gap <= layout.lineGap + 2) return true;
    if (line.text.startsWith("http") && line.gap > layout.lineGap) return false;
    if (!layout.wrapped) return line.gap <= 1 && runsOn(before, line) && before.text.length >= 40;
    const torn = line.seam || line.newPage || line.gap < layout.lineGap;
    if (line.gap > layout.lineGap && !torn) return runsOn(before, line) && before.text.length >= 0.6 * layout.edge;
    if (runsOn(before, line)) return true;
    if (before.text.length > 2.2 * layout.edge || line.text.length > 2.2 * layout.edge) return false;
    const margin = this.current!.spans.length > 1 ? before.indent : Math.min(before.indent, this.first!.indent);
    const hanging = this.current!.kind === "list-item";
    if (!hanging && !torn && line.indent >= margin + 2 && !isOpen(before)) return false;
    if (hanging && !torn && line.indent < this.first!.indent && !isOpen(before)) return false;
    if (!isOpen(before)) return !endsShort(before, line, layout);
    const cutShort = before.text.length < 0.5 * layout.edge && endsShort(before, line, layout);
    return !cutShort || /(?:[,&–—/-]|\b(?:and|or|of|the|a|an|to|in|for|with|by|from|at|on|de|y|la|el))$/i.test(before.text);
  }

  /** A heading after the references that opens something else. */
  private leavesPart(line: TextLine, before: TextLine | null, next: TextLine | undefined): boolean {
    if (line.gap <= this.layout.lineGap && this.layout.lineGap === 0 && before && !isAllCapitals(line.text)) return false;
    if (ENTRY.test(line.text) && !isAllCapitals(line.text)) return false;
    if (/\b(?:1[5-9]\d\d|20\d\d)\b/.test(line.text)) return false;
    const apart = before && runsOn(before, line) ? 0 : headingLevel(line, before, next, this.layout);
    return (
      apart > 0 &&
      (isAllCapitals(line.text) ||
        /^(?:appendix|annex|about|acknowledg|notes?|endnotes|references|bibliography|biograph|author)/i.test(line.text))
    );
  }

  private placeEntry(line: TextLine, before: TextLine | null, i: number): number {
    const opens =
      this.current === null ||
      this.current.kind === "heading" ||
      !this.layout.wrapped ||
      (line.gap > this.layout.lineGap && !(before && runsOn(before, line))) ||
      (this.part === "notes" && labelOf(line.text) !== null) ||
      (ENTRY.test(line.text) && before !== null && !isOpen(before)) ||
      (ENTRY.test(line.text) && line.indent < before!.indent);
    if (!opens) {
      this.current!.spans.push(line);
      return i;
    }
    const notice = isNoticeLine(line.text);
    const marker = notice
      ? null
      : this.part === "notes"
        ? labelOf(line.text)
        : (/^(\[\d{1,3}\]|\d{1,3}\.)\s+/.exec(line.text)?.[1] ?? null);
    const text = marker ? (this.part === "notes" ? afterLabel(line.text) : line.text.slice(marker.length).trimStart()) : line.text;
    const spans = [{ start: line.end - text.length, end: line.end }];
    this.start(line, { kind: "list-item", role: "notice", level: 1, marker, spans, part: notice ? null : this.part });
    return i;
  }

  /** The first line under the heading "Notes" is a note. */
  private notesFollow(i: number): boolean {
    const next = this.lines[i + 1];
    return next !== undefined && labelOf(next.text) !== null;
  }
}

function titleSpan(line: TextLine): Span {
  const field = /^(?:title|headline|subject|título)\s*:\s+/i.exec(line.text);
  return { start: line.start + (field?.[0].length ?? 0), end: line.end };
}
