import type { Nodes, Parents, Root, RootContent, Table } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFootnoteFromMarkdown } from "mdast-util-gfm-footnote";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmFootnote } from "micromark-extension-gfm-footnote";
import { gfmTable } from "micromark-extension-gfm-table";
import type { Diagnostic } from "../document/diagnostic.ts";
import type { Document } from "../document/document.ts";
import type { MappedText } from "../document/mapped-text.ts";
import { rangeToSource, toSource } from "../document/source-map.ts";
import { DocumentBuilder } from "./document-builder.ts";
import { withStatedDate } from "./find-document-date.ts";
import { cutMarkdown } from "./markdown-chunks.ts";
import { readFrontMatter } from "./markdown-front-matter.ts";
import { disarmMarks, keepCountedRows, restoreMarks } from "./markdown-marks.ts";
import { appendMarkdown } from "./markdown-text.ts";
import type { ReadMeta } from "./reader.ts";

/**
 * Reads Markdown (CommonMark with GitHub's tables and footnotes).
 *
 * Title, authors, date, language and address come from front matter; without one the title is the first heading. Footnotes
 * become citations, HTML tags are left out and the text between them is kept. Diagnostics: `front-matter-damaged`,
 * `footnote-undefined`, `markdown-too-deep`.
 *
 * @example
 * readMarkdown(MappedText.identity("# Tour\n\nIn *May* she left."), { source: "a.md" }).text // "Tour\n\nIn May she left."
 */
export function readMarkdown(input: MappedText, meta: ReadMeta): Document {
  const builder = new DocumentBuilder(input);
  const { end, known, problem } = readFrontMatter(input.text);
  if (problem) builder.addDiagnostic("front-matter-damaged", "warning", problem, rangeToSource(input.map, 0, 0).start);
  const writer = new MarkdownWriter(input, builder, end);
  writer.write();
  const document = withStatedDate(withUndefinedNotes(builder.build(meta, { ...known, format: "markdown" })));
  if (document.title) return document;
  const heading = document.blocks.find((block) => block.kind === "title" || block.kind === "heading");
  return heading ? { ...document, title: document.text.slice(heading.start, heading.end).replaceAll("\n", " ") } : document;
}

/** A mark of a note that has no text stays in the document as it is. */
function withUndefinedNotes(document: Document): Document {
  const marks = [...document.text.matchAll(/\[\^([^\]\s]{1,40})\]/g)].slice(0, 20);
  if (marks.length === 0) return document;
  const found = marks.map((mark): Diagnostic => {
    const at = toSource(document.map, mark.index);
    return { code: "footnote-undefined", severity: "warning", stage: "read", message: `The footnote "${mark[1]}" has no text.`, at };
  });
  return { ...document, diagnostics: [...document.diagnostics, ...found] };
}

const MOST_DEEP = 100;
interface Around {
  readonly depth: number;
  readonly list: number;
  readonly quote: boolean;
}

class MarkdownWriter {
  private readonly source: string;
  private readonly builder: DocumentBuilder;
  private readonly trees: { readonly root: Root; readonly base: number; readonly size: number }[];
  /** What offsets of the tree that is being written count from. */
  private base = 0;
  private readonly definitions = new Map<string, string>();
  private readonly notes = new Map<string, string>();
  private readonly disarmed: boolean;
  private readonly hasStandIns: boolean;
  private tooDeep = false;

  constructor(input: MappedText, builder: DocumentBuilder, base: number) {
    this.source = input.text;
    this.builder = builder;
    const counted = keepCountedRows(this.source.slice(base));
    const { text, changed } = disarmMarks(counted.text);
    this.disarmed = changed;
    this.hasStandIns = changed || counted.changed;
    this.trees = cutMarkdown(text).map((chunk) => {
      const root = chunk.plain
        ? plainRoot(text, chunk.start, chunk.plain)
        : fromMarkdown(chunk.text, {
            extensions: [gfmTable(), gfmFootnote()],
            mdastExtensions: [gfmTableFromMarkdown(), gfmFootnoteFromMarkdown()],
          });
      return { root, base: base + chunk.start, size: chunk.end - chunk.start };
    });
  }

  write(): void {
    for (const { root } of this.trees) this.collect(root, 0);
    const isTop = (node: RootContent): boolean => node.type === "heading" && node.depth === 1;
    const first = this.trees[0]?.root.children[0];
    const only = this.trees.reduce((count, { root }) => count + root.children.filter(isTop).length, 0) === 1;
    const title = first?.type === "heading" && isTop(first) && only ? first : null;
    for (const { root, base, size } of this.trees) {
      this.base = base;
      for (const node of root.children) {
        if ((node.position?.start.offset ?? 0) >= size) break;
        if (node === title) this.writeBlock(title, "title", 0);
        else this.blocks(node, { depth: 0, list: 0, quote: false });
      }
    }
    if (this.tooDeep || this.disarmed)
      this.builder.addDiagnostic(
        "markdown-too-deep",
        "warning",
        "Marks nested or repeated beyond what any text needs were not followed; their text was kept.",
        null,
      );
  }

  /** Definitions of links and notes may stand anywhere. */
  private collect(node: Nodes, depth: number): void {
    if (depth > MOST_DEEP) return;
    if (node.type === "definition") this.define(this.definitions, node.identifier, node.url);
    else if (node.type === "footnoteDefinition") this.define(this.notes, node.identifier, plain(node, 0).replace(/\s+/g, " ").trim());
    else if ("children" in node) for (const child of node.children) this.collect(child, depth + 1);
  }

  /** A chunk may repeat the first line of a note that stands whole elsewhere: the longer one is it. */
  private define(into: Map<string, string>, identifier: string, text: string): void {
    const known = into.get(identifier);
    if (known === undefined || (text.length > known.length && text.startsWith(known))) into.set(identifier, text);
  }

  private blocks(node: RootContent, around: Around): void {
    if (around.depth > MOST_DEEP) {
      this.tooDeep = true;
      return;
    }
    const inside = { ...around, depth: around.depth + 1 };
    switch (node.type) {
      case "heading":
        this.writeBlock(node, "heading", node.depth);
        break;
      case "paragraph":
        if (node.children.length === 1 && node.children[0]!.type === "image") this.caption(node.children[0]!);
        else if (around.list) {
          this.builder.startBlock({ kind: "list-item", level: around.list });
          this.inline(node, 0);
          this.builder.endBlock();
        } else this.writeBlock(node, around.quote ? "quote" : "paragraph", 0);
        break;
      case "blockquote":
        for (const child of node.children) this.blocks(child, { ...inside, quote: true });
        break;
      case "list":
        for (const [i, item] of node.children.entries()) {
          const marker = node.ordered ? `${(node.start ?? 1) + i}.` : "•";
          const level = around.list + 1;
          const [first, ...rest] = item.children;
          if (first?.type === "paragraph") {
            this.builder.startBlock({ kind: "list-item", level, marker });
            this.inline(first, 0);
            this.builder.endBlock();
          } else if (first) rest.unshift(first);
          for (const child of rest) this.blocks(child, { ...inside, list: level });
        }
        break;
      case "code":
        this.code(this.restore(node.value), ...this.range(node));
        break;
      case "html":
        this.html(...this.range(node));
        break;
      case "table":
        this.table(node);
        break;
      default:
        this.builder.endBlock();
    }
  }

  private writeBlock(node: Parents, kind: "title" | "heading" | "paragraph" | "quote", level: number): void {
    this.builder.startBlock({ kind, level });
    this.inline(node, 0);
    this.builder.endBlock();
  }

  private caption(image: Nodes & { alt?: string | null | undefined }): void {
    const { alt } = image;
    const [start, end] = this.range(image);
    const at = alt ? this.source.indexOf(alt, start) : -1;
    if (!alt?.includes(" ") || at < 0 || at >= end) return;
    this.builder.startBlock({ kind: "caption" });
    this.builder.append(alt, at);
    this.builder.endBlock();
  }

  private code(value: string, start: number, end: number): void {
    this.builder.startBlock({ kind: "preformatted" });
    const fence = /^[ \t]*(?:`{3,}|~{3,})[^\n]*\n/.exec(this.source.slice(start, end));
    const from = fence ? start + fence[0].length : start;
    const at = this.source.indexOf(value, from);
    if (at >= 0 && at < end) this.builder.append(value, at);
    else appendMarkdown(this.builder, this.source, value, from, end, true);
    this.builder.endBlock();
  }

  /** The text between the tags of an HTML block. */
  private html(start: number, end: number): void {
    const tags = /<!--[\s\S]*?(?:-->|$)|<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)|<[!/?a-z][^>]*(?:>|$)/giy;
    this.builder.startBlock({ kind: "paragraph" });
    let at = start;
    while (at < end) {
      tags.lastIndex = at;
      const tag = this.source[at] === "<" ? tags.exec(this.source) : null;
      if (tag) {
        if (/^<\/?(?:p|div|h[1-6]|li|tr|td|th|ul|ol|table|section|details|summary)\b/i.test(tag[0]))
          this.builder.startBlock({ kind: "paragraph" });
        at = Math.min(end, tags.lastIndex);
        continue;
      }
      const next = this.source.indexOf("<", at + 1);
      const to = next < 0 || next > end ? end : next;
      appendMarkdown(this.builder, this.source, decode(this.source.slice(at, to)), at, to);
      at = to;
    }
    this.builder.endBlock();
  }

  private table(table: Table): void {
    this.builder.addTable({
      rows: table.children.map((row, i) => ({
        header: i === 0,
        cells: row.children.map((cell) => ({ header: i === 0, write: () => this.inline(cell, 0) })),
      })),
    });
  }

  private inline(node: Parents, depth: number): void {
    if (depth > MOST_DEEP) {
      this.tooDeep = true;
      return;
    }
    for (const child of node.children) {
      switch (child.type) {
        case "text":
        case "inlineCode": {
          const [start, end] = this.range(child);
          const value = this.restore(child.value);
          const isCode = child.type === "inlineCode";
          const at = isCode ? this.source.indexOf(value, start) : -1;
          if (at >= 0 && at < end) this.builder.append(value, at);
          else appendMarkdown(this.builder, this.source, value, start, end, isCode);
          break;
        }
        case "break":
          this.builder.breakLine(...this.range(child));
          break;
        case "html":
          if (/^<br\b/i.test(child.value)) this.builder.breakLine(...this.range(child));
          break;
        case "link":
        case "linkReference": {
          const url = child.type === "link" ? child.url : this.definitions.get(child.identifier);
          if (url) this.builder.startLink(url);
          this.inline(child, depth + 1);
          if (url) this.builder.endLink();
          break;
        }
        case "footnoteReference":
          this.note(child.identifier, child.label ?? child.identifier);
          break;
        default:
          if ("children" in child) this.inline(child, depth + 1);
      }
    }
  }

  private note(identifier: string, label: string): void {
    const text = this.notes.get(identifier);
    const url = text ? /https?:\/\/[^\s<>()]+/.exec(text)?.[0] : undefined;
    this.builder.addCitation({ label, text: text ?? "", fields: url ? { url: url.replace(/[.,;]$/, "") } : {} });
  }

  private restore(value: string): string {
    return this.hasStandIns ? restoreMarks(value) : value;
  }

  private range(node: Nodes): [number, number] {
    return [(node.position?.start.offset ?? 0) + this.base, (node.position?.end.offset ?? 0) + this.base];
  }
}

/** The tree of paragraphs without marks: what the parser would make of them, without its time. */
function plainRoot(text: string, base: number, paragraphs: readonly { readonly start: number; readonly end: number }[]): Root {
  const point = (offset: number) => ({ line: 1, column: 1, offset });
  return {
    type: "root",
    children: paragraphs.map(({ start, end }) => {
      const position = { start: point(start), end: point(end) };
      return { type: "paragraph", position, children: [{ type: "text", value: text.slice(base + start, base + end), position }] };
    }),
  };
}

function decode(text: string): string {
  return text
    .replaceAll("&nbsp;", "\u00a0")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
}

/** The text of a node and what is in it; the address of a link follows its words. */
function plain(node: Nodes, depth: number): string {
  if (depth > MOST_DEEP) return "";
  if (node.type === "text" || node.type === "inlineCode") return node.value;
  if (node.type === "break") return " ";
  if (!("children" in node)) return "";
  const text = node.children.map((child) => plain(child, depth + 1)).join(node.type === "footnoteDefinition" ? " " : "");
  return node.type === "link" && node.url !== text && /^https?:/.test(node.url) ? `${text} ${node.url}` : text;
}
