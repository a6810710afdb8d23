import type { Citation, DocumentDate } from "../document/document.ts";
import { MappedText } from "../document/mapped-text.ts";
import type { SourceMap } from "../document/source-map.ts";
import { type BlockInput, DocumentBuilder } from "./document-builder.ts";
import { type DocxBody, type DocxItem, type DocxParagraph, type DocxTable, readBody } from "./docx-body.ts";
import { type Numbering, readNumbering } from "./docx-numbering.ts";
import { type DocxPackage, openDocxPackage } from "./docx-package.ts";
import { readStyles, type Styles } from "./docx-styles.ts";
import { childNamed, childrenNamed, readXml, textOf, type XmlElement } from "./docx-xml.ts";
import { plausibleAuthors, plausibleLanguage, plausibleTitle } from "./file-properties.ts";
import { withStatedDate } from "./find-document-date.ts";
import { guessLanguage } from "./guess-language.ts";
import { isNoticeLine } from "./notice-line.ts";
import { cleanCharacters } from "./plain-text-characters.ts";
import { type CitationStyle, learnCitationStyle, takeOutCitations } from "./plain-text-citations.ts";
import { linksIn, writeWithCitations } from "./plain-text-document.ts";
import { type Head, readHead } from "./plain-text-head.ts";
import { isReferencesHeading } from "./plain-text-headings.ts";
import { measureLayout } from "./plain-text-layout.ts";
import { splitLines, type TextLine } from "./plain-text-lines.ts";
import { type BytesReader, type Known, ReadError, type ReadMeta } from "./reader.ts";
import { readStatedDate } from "./stated-date.ts";

const HEAD_PARAGRAPHS = 24;

/**
 * Reads a Word document (Office Open XML, ECMA-376): headings, lists with their marks, tables with spans, footnotes and
 * endnotes as citations, links, core properties. Deletions are left out and insertions kept; headers and footers are no part
 * of the text.
 *
 * Source offsets count in the extracted text (`mapUnit` "extracted-text"): all paragraphs in order, each ended by a line break.
 *
 * @throws ReadError `unreadable` · `encrypted` · `too-large`
 */
export const readDocx: BytesReader = async (input, meta) => {
  const parts = new Parts(openDocxPackage(input, meta.source));
  const main = parts.mainPart();
  const body = childNamed(parts.xml(main) ?? undefined, "document", "body");
  if (!body) throw withoutBody(parts, meta, main);
  const styles = readStyles(parts.xml(beside(main, "styles.xml")));
  const targets = relationsOf(parts.xml(relationsPath(main)));
  const content = readBody(body, styles, targets);
  const notes = new Map([...readNotes(parts, main, "footnote", styles), ...readNotes(parts, main, "endnote", styles)]);
  const builder = new DocumentBuilder(MappedText.identity(content.text));
  const writer = new Writer(builder, content, notes, readNumbering(parts.xml(beside(main, "numbering.xml"))));
  writer.write();
  parts.report(builder);
  const known = withCoreProperties(writer.known, coreProperties(parts), content.text);
  return withStatedDate(
    builder.build(meta, {
      ...known,
      format: "docx",
      mapUnit: "extracted-text",
      parts: [{ start: 0, end: content.text.length, name: main }],
    }),
  );
};

/** The parts of a package as XML, with a note of what was wrong with each. */
class Parts {
  private readonly files: DocxPackage;
  private readonly faults: { name: string; message: string }[] = [];

  constructor(files: DocxPackage) {
    this.files = files;
  }

  get cutOff(): boolean {
    return this.files.cutOff;
  }

  xml(name: string): XmlElement | null {
    const file = this.files.read(name);
    if (!file) return null;
    const { root, broken, tooDeep } = readXml(file.text);
    if (file.damaged || broken)
      this.faults.push({ name, message: file.damaged ? "its packing is damaged" : `its XML is broken (${broken})` });
    if (tooDeep) this.faults.push({ name, message: "its elements are nested too deeply" });
    return root;
  }

  /** The path of the main part: as the package's relations say, else where Word puts it. */
  mainPart(): string {
    const relations = childrenNamed(childNamed(this.xml("_rels/.rels") ?? undefined, "Relationships"), "Relationship");
    const main = relations
      .find((relation) => /\/officeDocument$/.test(relation.attributes.Type ?? ""))
      ?.attributes.Target?.replace(/^\//, "");
    if (main && this.files.names.includes(main)) return main;
    return this.files.names.find((name) => /^word\/document\d*\.xml$/.test(name)) ?? "word/document.xml";
  }

  report(builder: DocumentBuilder): void {
    if (this.files.cutOff)
      builder.addDiagnostic("docx-cut-off", "warning", "The end of the file is missing; the parts that could be found were read");
    for (const { name, message } of this.faults)
      builder.addDiagnostic("docx-part-damaged", "error", `Of the part ${name} only the beginning was read: ${message}`);
  }
}

/** Writes what was read of the body into a document, once all of it is known. */
class Writer {
  known: Known = {};
  private readonly builder: DocumentBuilder;
  private readonly content: DocxBody;
  private readonly notes: ReadonlyMap<string, string>;
  private readonly numbering: Numbering;
  private readonly cleaned: MappedText;
  private style: CitationStyle | null = null;
  private head: { byStart: Map<number, "title" | "notice"> } = { byStart: new Map() };
  private readonly hasHeadings: boolean;
  private inReferences = false;

  constructor(builder: DocumentBuilder, content: DocxBody, notes: ReadonlyMap<string, string>, numbering: Numbering) {
    this.builder = builder;
    this.content = content;
    this.notes = notes;
    this.numbering = numbering;
    this.cleaned = cleanCharacters(content.text).mapped;
    this.hasHeadings = [...paragraphsOf(content.items)].some((paragraph) => paragraph.style.heading > 0 && this.textOf(paragraph) !== "");
  }

  write(): void {
    const paragraphs = [...paragraphsOf(this.content.items)];
    const texts = paragraphs.map((paragraph) => this.textOf(paragraph));
    this.style = learnCitationStyle(texts, entriesIn(paragraphs, texts), new Map(), new Map());
    this.readHead(paragraphs, texts);
    for (const item of this.content.items) this.writeItem(item);
    this.builder.endBlock();
  }

  private textOf(paragraph: DocxParagraph): string {
    return this.content.text.slice(paragraph.start, paragraph.end).trim();
  }

  /** Title, authors and date from the first paragraphs, as in plain text, helped by the title style. */
  private readHead(paragraphs: readonly DocxParagraph[], texts: readonly string[]): void {
    const first: { paragraph: DocxParagraph; line: TextLine }[] = [];
    for (let i = 0; i < paragraphs.length && first.length < HEAD_PARAGRAPHS; i++) {
      const [line] = splitLines(texts[i]!.replace(/\s+/g, " "));
      if (!line) continue;
      const { style } = paragraphs[i]!;
      const title = style.name === "title" || (style.heading === 1 && first.length === 0 && !first.some((f) => f.line.look?.title));
      const look = title || style.heading > 0 ? { heading: style.heading, title, intruder: null, footnote: false } : undefined;
      first.push({ paragraph: paragraphs[i]!, line: { ...line, gap: first.length ? 1 : 0, ...(look ? { look } : {}) } });
    }
    const lines = first.map(({ line }) => line);
    const layout = { ...measureLayout(lines), wrapped: false, lineGap: 0, edge: Number.POSITIVE_INFINITY };
    const head: Head = readHead(lines, layout);
    const title = head.title.map((index) => lines[index]!.text).join(" ");
    this.known = { ...head.known, title: head.known.title ?? (title || null) };
    for (const index of head.title) this.head.byStart.set(first[index]!.paragraph.start, "title");
    for (const index of head.notices) this.head.byStart.set(first[index]!.paragraph.start, "notice");
  }

  private writeItem(item: DocxItem): void {
    if ("table" in item) this.writeTable(item.table);
    else this.writeParagraph(item.paragraph);
  }

  private writeParagraph(paragraph: DocxParagraph): void {
    const text = this.textOf(paragraph);
    const block = this.blockFor(paragraph, text);
    this.builder.startBlock(block.input);
    if (block.number) this.builder.insert(`${block.number} `);
    this.writeText(paragraph, block.input.role !== "notice" && block.input.kind !== "heading" && block.input.kind !== "title");
    this.builder.endBlock();
  }

  private blockFor(paragraph: DocxParagraph, text: string): { input: BlockInput; number?: string | null } {
    const { style } = paragraph;
    const place = this.head.byStart.get(paragraph.start);
    if (place === "title") return { input: { kind: "title" } };
    if (place === "notice") return { input: { kind: "paragraph", role: "notice" } };
    if (text === "") return { input: { kind: "paragraph" } };
    if (/^(?:toc|table of (?:contents|figures)|inhaltsverzeichnis)\b/.test(style.name))
      return { input: { kind: "list-item", level: 1, role: "notice" } };
    if (style.heading > 0 || style.name === "subtitle" || this.isBoldHeading(paragraph, text)) {
      const number = style.numbering ? this.numbering.next(style.numbering.list, style.numbering.level) : null;
      this.inReferences = isReferencesHeading(text);
      return { input: { kind: "heading", level: style.heading || 2 }, number: number === "•" ? null : number };
    }
    if (style.numbering && !this.inReferences) {
      const marker = this.numbering.next(style.numbering.list, style.numbering.level);
      return { input: { kind: "list-item", level: Math.min(6, style.numbering.level + 1), marker } };
    }
    if (this.inReferences) return { input: { kind: "list-item", level: 1, role: "notice" } };
    if (style.name === "caption") return { input: { kind: "caption" } };
    if (/quote|zitat|cita|citation/.test(style.name)) return { input: { kind: "quote" } };
    return { input: { kind: "paragraph", role: isNoticeLine(text) ? "notice" : "body" } };
  }

  /** Where no paragraph has a heading style, short bold ones stand for headings. */
  private isBoldHeading(paragraph: DocxParagraph, text: string): boolean {
    return !this.hasHeadings && !paragraph.style.numbering && paragraph.bold && text.length <= 100 && !/[.,;:]$/.test(text);
  }

  private writeText(paragraph: DocxParagraph, citing: boolean): void {
    const whole = sliceBySource(this.cleaned, paragraph.start, paragraph.end);
    const { text, citations } = citing ? takeOutCitations(whole, this.style!) : { text: whole, citations: [] };
    const notes = paragraph.notes.map(
      ({ at, kind, id }): Citation => ({
        at: offsetAfter(text.map, at),
        label: id,
        text: this.notes.get(`${kind} ${id}`) ?? "",
        fields: {},
      }),
    );
    const all = [...notes, ...citations].sort((a, b) => a.at - b.at);
    writeWithCitations(this.builder, text, all, linksIn(text, this.content.links));
  }

  private writeTable(table: DocxTable): void {
    const columnsOf = table.rows.map((row) => {
      let column = 0;
      return row.cells.map((cell) => {
        const at = column;
        column += cell.columns;
        return at;
      });
    });
    this.builder.addTable({
      rows: table.rows.map((row, r) => ({
        header: row.header,
        cells: row.cells.flatMap((cell, c) => {
          if (cell.continues && r > 0) return [];
          let rowSpan = 1;
          for (let below = r + 1; below < table.rows.length; below++) {
            const under = columnsOf[below]!.indexOf(columnsOf[r]![c]!);
            if (under < 0 || !table.rows[below]!.cells[under]!.continues) break;
            rowSpan++;
          }
          const write = (): void => {
            for (const item of cell.content) {
              if ("table" in item) this.writeTable(item.table);
              else if (item.paragraph.end > item.paragraph.start) {
                this.builder.breakLine();
                this.writeText(item.paragraph, true);
              }
            }
          };
          return [{ header: row.header, columnSpan: cell.columns, rowSpan, write }];
        }),
      })),
    });
  }
}

function* paragraphsOf(items: readonly DocxItem[]): Generator<DocxParagraph> {
  for (const item of items) {
    if ("paragraph" in item) yield item.paragraph;
    else for (const row of item.table.rows) for (const cell of row.cells) yield* paragraphsOf(cell.content);
  }
}

function entriesIn(paragraphs: readonly DocxParagraph[], texts: readonly string[]): string[] {
  const from = paragraphs.findIndex((_, i) => isReferencesHeading(texts[i]!));
  return from < 0 ? [] : texts.slice(from + 1).filter((text) => text !== "");
}

/** The part of a text that came from a range of its source. */
function sliceBySource(text: MappedText, sourceStart: number, sourceEnd: number): MappedText {
  return text.slice(offsetAfter(text.map, sourceStart), offsetAfter(text.map, sourceEnd));
}

/** The text offset behind everything that stands before a place in the source. Runs are in source order. */
function offsetAfter(map: SourceMap, sourceAt: number): number {
  let low = 0;
  let high = map.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (map[middle]!.sourceStart < sourceAt) low = middle + 1;
    else high = middle;
  }
  const run = map[low - 1];
  if (!run) return 0;
  if (sourceAt >= run.sourceEnd || run.end - run.start !== run.sourceEnd - run.sourceStart) return run.end;
  return run.start + sourceAt - run.sourceStart;
}

function readNotes(parts: Parts, main: string, kind: "footnote" | "endnote", styles: Styles): Map<string, string> {
  const notes = new Map<string, string>();
  const path = beside(main, `${kind}s.xml`);
  for (const note of childrenNamed(childNamed(parts.xml(path) ?? undefined, `${kind}s`), kind)) {
    const { id, type } = note.attributes;
    if (!id || (type && type !== "normal")) continue;
    notes.set(`${kind} ${id}`, readBody(note, styles, new Map()).text.replace(/\s+/g, " ").trim());
  }
  return notes;
}

function relationsOf(root: XmlElement | null): Map<string, string> {
  const relations = childrenNamed(childNamed(root ?? undefined, "Relationships"), "Relationship");
  return new Map(relations.map((relation) => [relation.attributes.Id ?? "", relation.attributes.Target ?? ""]));
}

function relationsPath(main: string): string {
  const slash = main.lastIndexOf("/");
  return `${main.slice(0, slash + 1)}_rels/${main.slice(slash + 1)}.rels`;
}

function beside(main: string, name: string): string {
  return main.slice(0, main.lastIndexOf("/") + 1) + name;
}

function coreProperties(parts: Parts): Map<string, string> {
  const core = childNamed(parts.xml("docProps/core.xml") ?? undefined, "coreProperties");
  return new Map(
    (core?.children ?? []).flatMap((child) => (typeof child === "string" ? [] : [[child.name, textOf(child).trim()] as const])),
  );
}

function withCoreProperties(known: Known, core: ReadonlyMap<string, string>, text: string): Known {
  const edtf = readStatedDate((core.get("created") ?? core.get("modified") ?? "").slice(0, 10));
  const date: DocumentDate | null = edtf ? { edtf, basis: "file-metadata" } : null;
  return {
    ...known,
    title: known.title ?? plausibleTitle(core.get("title")),
    authors: known.authors?.length ? known.authors : plausibleAuthors(core.get("creator")),
    date: known.date ?? date,
    language: plausibleLanguage(core.get("language")) ?? guessLanguage(text),
  };
}

function withoutBody(parts: Parts, meta: ReadMeta, main: string): ReadError {
  return new ReadError("unreadable", {
    path: meta.source,
    place: main,
    problem: parts.cutOff ? "the file is cut off before its text" : "the file has no text part, so it is no Word document or a broken one",
    expected: "a Word document (.docx)",
    advice: "Fetch or save the file again.",
  });
}
