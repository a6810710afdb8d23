import type { Block } from "../document/document.ts";
import type { BlockInput, DocumentBuilder } from "./document-builder.ts";
import { absoluteAddress } from "./html-address.ts";
import { decodeRange, forEachStretch } from "./html-entities.ts";
import { type Footnotes, findFootnotes } from "./html-footnotes.ts";
import { attributeOf, firstBelow, textBelow } from "./html-query.ts";
import { isDataTable, rowsOf } from "./html-table.ts";
import type { HtmlElement, HtmlNode, HtmlText, HtmlTree, StrayEnd } from "./html-tree.ts";
import { roman } from "./roman.ts";

export interface HtmlWriting {
  /** Relative link addresses are resolved against it. */
  readonly base: string | null;
  /** What to do with an element: leave it out, write it as the publisher's, or (null) write it. */
  readonly judge?: (element: HtmlElement) => "drop" | Block["role"] | null;
  /** The heading that is the page's title. */
  readonly title?: HtmlElement | null;
}

const words = (list: string) => new Set(list.split(" "));
const NEVER_SHOWN = words(
  "head script style noscript template iframe frame object embed applet svg canvas audio video map select option button input textarea datalist nav dialog noframes noembed menu math",
);
const BLOCKS = words(
  "address article aside body center details dir div dl dt fieldset figure footer form header hgroup html legend main p search section summary tbody thead tfoot tr td th table ul ol hr",
);
const CAPTION = /\b(wp-caption-text|caption-text|gallery-caption)\b/;
const PARTING = /^(?:p|li|blockquote|h[1-6])$/;
const LINE_PARENT = /^(?:p|div|td|section|article|body|#root)$/;
const SHORT_HEADING = 90;

/**
 * Writes the elements below `root` as blocks: what a browser would show as separate lines becomes separate blocks.
 *
 * A paragraph that is nothing but a short line in bold is a heading (level 3 unless it follows deeper ones). End tags that lost
 * their start tags still part paragraphs. Footnote marks become citations, footnote lists are left out of the text.
 */
export function writeHtmlBlocks(builder: DocumentBuilder, tree: HtmlTree, root: HtmlElement, writing: HtmlWriting): void {
  new BlockWriter(builder, tree, root, writing).write(root);
}

class BlockWriter {
  private readonly builder: DocumentBuilder;
  private readonly tree: HtmlTree;
  private readonly writing: HtmlWriting;
  private readonly footnotes: Footnotes;
  /** The kind that a block begun now has. */
  private kind: BlockInput = { kind: "paragraph" };
  private listDepth = 0;
  /** Nothing within a data table is judged: its lists of links are what it says. */
  private inTable = false;

  constructor(builder: DocumentBuilder, tree: HtmlTree, root: HtmlElement, writing: HtmlWriting) {
    this.builder = builder;
    this.tree = tree;
    this.writing = writing;
    this.footnotes = findFootnotes(tree, root);
  }

  write(root: HtmlElement): void {
    this.children(root);
    this.builder.endBlock();
  }

  private children(element: HtmlElement): void {
    const { children } = element;
    for (let i = 0; i < children.length; i++) {
      const child = children[i]!;
      if (child.type === "text") this.text(child);
      else if (child.type === "stray-end") this.strayEnd(children, i);
      else if (child.name === "br") i = this.lineBreaks(children, i);
      else this.element(child);
    }
  }

  private text(text: HtmlText): void {
    const { builder, tree } = this;
    if (text.raw) builder.append(tree.source.slice(text.start, text.end), text.start, text.end);
    else forEachStretch(tree.source, text.start, text.end, (piece, start, end) => builder.append(piece, start, end));
  }

  /** One break is a new line, two are a new paragraph. Returns the index of the last node that was used. */
  private lineBreaks(siblings: readonly HtmlNode[], from: number): number {
    let breaks = 0;
    let last = from;
    for (let i = from; i < siblings.length; i++) {
      const node = siblings[i]!;
      if (node.type === "element" && node.name === "br") {
        breaks++;
        last = i;
      } else if (node.type !== "text" || /\S/.test(this.tree.source.slice(node.start, node.end).replaceAll("&nbsp;", " "))) break;
    }
    const first = siblings[from] as HtmlElement;
    if (this.endsBoldFirstLine(siblings, from)) {
      this.builder.changeBlock("heading", 3);
      this.boundary();
      return last;
    }
    if (breaks > 1 && this.kind.kind !== "preformatted") this.boundary();
    else if (this.kind.kind === "preformatted") this.builder.append("\n", first.start, first.contentStart);
    else this.builder.breakLine(first.start, first.contentStart);
    return last;
  }

  /** Whether the line that a break ends is a block's first and nothing but a short one in bold: "<p><b>Outlook</b><br>Text". */
  private endsBoldFirstLine(siblings: readonly HtmlNode[], at: number): boolean {
    const first = siblings[at] as HtmlElement;
    if (this.kind.kind !== "paragraph" || this.inTable || !LINE_PARENT.test(first.parent?.name ?? "")) return false;
    let bold: HtmlElement | null = null;
    let breaks = 0;
    for (let i = at - 1; i >= 0 && breaks < 2; i--) {
      const node = siblings[i]!;
      if (node.type === "text" && !/\S/.test(this.tree.source.slice(node.start, node.end).replaceAll("&nbsp;", ""))) continue;
      if (node.type === "element" && node.name === "br") {
        if (!bold) return false;
        breaks++;
        continue;
      }
      if (breaks === 1 || bold || node.type !== "element") return false;
      bold = boldWithin(this.tree, node);
      if (!bold) return false;
    }
    return bold !== null && breaks !== 1 && isHeadingLike(textBelow(this.tree, bold, 500));
  }

  /** Ends the block in hand; the rest of a list item is a paragraph of its own. */
  private boundary(): void {
    if (this.kind.kind === "list-item" && this.builder.hasText) this.kind = { kind: "paragraph" };
    this.builder.startBlock(this.kind);
  }

  private within(kind: BlockInput, write: () => void): void {
    const outer = this.kind;
    this.boundary();
    this.kind = kind;
    this.builder.startBlock(kind);
    write();
    this.builder.endBlock();
    // What follows a nested block inside a list item is no second item.
    this.kind = outer.kind === "list-item" ? { kind: "paragraph" } : outer;
    this.builder.startBlock(this.kind);
  }

  private strayEnd(siblings: readonly HtmlNode[], at: number): void {
    const { name } = siblings[at] as StrayEnd;
    if (PARTING.test(name) || BLOCKS.has(name)) this.boundary();
    else if ((name === "b" || name === "strong") && this.endsBoldLine(siblings, at)) this.builder.changeBlock("heading", 3);
  }

  /** Whether a line whose start tags are lost ends here in bold: "Outlook</b></p>". */
  private endsBoldLine(siblings: readonly HtmlNode[], at: number): boolean {
    if (this.kind.kind !== "paragraph") return false;
    const next = siblings.slice(at + 1, at + 6).find((n) => n.type !== "text" || /\S/.test(this.tree.source.slice(n.start, n.end)));
    if (next && !(next.type === "stray-end" && PARTING.test(next.name))) return false;
    let line = "";
    for (let i = at - 1; i >= 0 && line.length <= SHORT_HEADING; i--) {
      const node = siblings[i]!;
      if (node.type === "text") line = decodeRange(this.tree.source, node.start, node.end) + line;
      else if (node.type === "element" ? BLOCKS.has(node.name) : PARTING.test(node.name)) break;
    }
    return isHeadingLike(line.trim());
  }

  private element(element: HtmlElement): void {
    const { name } = element;
    if (NEVER_SHOWN.has(name) || this.isHidden(element) || this.footnotes.lists.has(element)) return;
    const verdict = this.inTable ? null : (this.writing.judge?.(element) ?? null);
    if (verdict === "drop") return;
    if (verdict === null) this.shown(element);
    else {
      const outer = this.builder.role;
      this.boundary();
      this.builder.role = verdict;
      this.boundary();
      this.shown(element);
      this.builder.endBlock();
      this.builder.role = outer;
      this.boundary();
    }
  }

  private readonly special: Readonly<Record<string, (element: HtmlElement) => void>> = {
    p: (element) => this.paragraph(element),
    ul: (element) => this.list(element),
    ol: (element) => this.list(element),
    li: (element) => this.wrapped({ kind: "list-item", level: Math.max(1, this.listDepth), marker: "•" }, element),
    dd: (element) => this.wrapped({ kind: "list-item", level: this.listDepth + 1 }, element),
    blockquote: (element) => this.wrapped({ kind: "quote" }, element),
    pre: (element) => this.wrapped({ kind: "preformatted" }, element),
    listing: (element) => this.wrapped({ kind: "preformatted" }, element),
    figcaption: (element) => this.wrapped({ kind: "caption" }, element),
    caption: (element) => this.wrapped({ kind: "caption" }, element),
    table: (element) => this.table(element),
    a: (element) => this.link(element, () => this.children(element)),
    q: (element) => this.quoted(element),
    sup: (element) => this.superscript(element),
    wbr: () => {},
    img: () => {},
  };

  private shown(element: HtmlElement): void {
    const { name } = element;
    const special = Object.hasOwn(this.special, name) ? this.special[name] : undefined;
    if (special) special(element);
    else if (/^h[1-6]$/.test(name)) this.heading(element, Number(name[1]));
    else if (!BLOCKS.has(name)) this.children(element);
    else {
      this.boundary();
      if (CAPTION.test(this.classOf(element))) this.wrapped({ kind: "caption" }, element);
      else if (this.isBoldLine(element)) this.heading(element, 3);
      else this.children(element);
      this.boundary();
    }
  }

  private wrapped(kind: BlockInput, element: HtmlElement): void {
    this.within(kind, () => this.children(element));
  }

  private quoted(element: HtmlElement): void {
    this.builder.insert("“");
    this.children(element);
    this.builder.insert("”");
  }

  private heading(element: HtmlElement, level: number): void {
    if (element !== this.writing.title && firstBelow(element, "p", "h1", "h2", "h3", "h4", "h5", "h6", "table", "ul", "ol")) {
      // A heading that was never closed holds what follows it.
      this.boundary();
      this.children(element);
      this.boundary();
      return;
    }
    const kind: BlockInput = element === this.writing.title ? { kind: "title" } : { kind: "heading", level };
    this.within(kind, () => {
      for (const child of element.children) {
        if (child.type === "text") this.text(child);
        else if (child.type === "element") {
          if (child.name === "br") this.builder.insert(" ");
          else if (!NEVER_SHOWN.has(child.name) && !this.isHidden(child) && !/\bmw-editsection\b|\bheaderlink\b/.test(this.classOf(child)))
            this.inline(child);
        }
      }
    });
  }

  /** Content within a heading: never more than one block. */
  private inline(element: HtmlElement): void {
    const write = () => {
      for (const child of element.children) {
        if (child.type === "text") this.text(child);
        else if (child.type === "element" && !NEVER_SHOWN.has(child.name)) {
          if (child.name === "br") this.builder.insert(" ");
          else this.inline(child);
        }
      }
    };
    if (element.name === "a") this.link(element, write);
    else write();
  }

  private paragraph(element: HtmlElement): void {
    if (this.isBoldLine(element)) this.heading(element, 3);
    else if (CAPTION.test(this.classOf(element))) this.wrapped({ kind: "caption" }, element);
    else {
      this.boundary();
      this.children(element);
      this.boundary();
    }
  }

  /** A block of nothing but one short line in bold, not ending like a sentence. */
  private isBoldLine(element: HtmlElement): boolean {
    if (this.kind.kind !== "paragraph") return false;
    if (element.contentEnd - element.contentStart > 2000) return false;
    if (element.children.some((c) => c.type === "element" && BLOCKS.has(c.name))) return false;
    let bold = "";
    for (const child of element.children) {
      if (child.type === "text" && !/\S/.test(this.tree.source.slice(child.start, child.end).replaceAll("&nbsp;", ""))) continue;
      if (child.type === "element" && child.name === "br") continue;
      const strong = child.type === "element" ? boldWithin(this.tree, child) : null;
      if (!strong) return false;
      bold += ` ${textBelow(this.tree, strong, 500)}`;
    }
    return isHeadingLike(bold.trim());
  }

  private list(element: HtmlElement): void {
    this.listDepth++;
    const outer = this.kind;
    this.boundary();
    let number = Number.parseInt(attributeOf(this.tree, element, "start") ?? "1", 10) || 1;
    for (const child of element.children) {
      if (child.type !== "element") {
        if (child.type === "text") this.text(child);
        continue;
      }
      if (child.name !== "li") {
        this.element(child);
        continue;
      }
      if (this.isHidden(child) || this.footnotes.lists.has(child) || (!this.inTable && this.writing.judge?.(child) === "drop")) continue;
      const value = Number.parseInt(attributeOf(this.tree, child, "value") ?? "", 10);
      if (Number.isFinite(value)) number = value;
      const marker = element.name === "ol" ? orderedMarker(number++, attributeOf(this.tree, element, "type")) : "•";
      this.kind = { kind: "paragraph" };
      this.within({ kind: "list-item", level: this.listDepth, marker }, () => this.children(child));
    }
    this.listDepth--;
    this.kind = outer.kind === "list-item" ? { kind: "paragraph" } : outer;
    this.boundary();
  }

  private table(table: HtmlElement): void {
    if (!isDataTable(this.tree, table)) {
      this.boundary();
      this.children(table);
      this.boundary();
      return;
    }
    const outer = this.kind;
    this.boundary();
    this.kind = { kind: "paragraph" };
    const caption = firstBelow(table, "caption");
    const outerTable = this.inTable;
    this.inTable = true;
    this.builder.addTable({
      ...(caption ? { caption: () => this.inline(caption) } : {}),
      rows: rowsOf(this.tree, table).map(({ header, cells }) => ({
        header,
        cells: cells.map((cell) => ({
          header: cell.header,
          columnSpan: cell.columnSpan,
          rowSpan: cell.rowSpan,
          write: () => this.children(cell.element),
        })),
      })),
    });
    this.inTable = outerTable;
    this.kind = outer;
    this.boundary();
  }

  private link(element: HtmlElement, write: () => void): void {
    const href = attributeOf(this.tree, element, "href");
    const target = href ? absoluteAddress(href, this.writing.base) : null;
    if (target) this.builder.startLink(target);
    write();
    if (target) this.builder.endLink();
  }

  private superscript(element: HtmlElement): void {
    const mark = this.footnotes.marks.get(element);
    if (mark) this.builder.addCitation(mark);
    else this.children(element);
  }

  private classOf(element: HtmlElement): string {
    return attributeOf(this.tree, element, "class") ?? "";
  }

  private isHidden(element: HtmlElement): boolean {
    for (const attribute of element.attributes) {
      if (attribute.name === "hidden") return true;
      const value = this.tree.source.slice(attribute.start, Math.min(attribute.end, attribute.start + 500));
      if (attribute.name === "aria-hidden" && value === "true") return true;
      if (attribute.name === "style" && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(value)) return true;
      if (
        attribute.name === "class" &&
        /(^|\s)(sr-only|screen-reader-text|visually-?hidden|noprint|hidden|mw-editsection|mw-empty-elt)(\s|$)/.test(value)
      )
        return true;
    }
    return false;
  }
}

/** Whether a line can be a heading: short, with letters, and not ending like a sentence or a list of items. */
export function isHeadingLike(line: string): boolean {
  return line.length >= 2 && line.length <= SHORT_HEADING && /\p{L}/u.test(line) && !/[.!;,…]["”’]?$|^["“‘].*["”’]$/u.test(line);
}

/** The element, or one that it only wraps, that shows its text in bold. */
function boldWithin(tree: HtmlTree, element: HtmlElement): HtmlElement | null {
  if (element.name === "b" || element.name === "strong") return element;
  if (element.name !== "span" && element.name !== "font" && element.name !== "u" && element.name !== "em" && element.name !== "i")
    return null;
  if (/font-weight\s*:\s*(bold|[6-9]00)/i.test(attributeOf(tree, element, "style") ?? "")) return element;
  const inner = element.children.filter((c) => c.type !== "text" || /\S/.test(tree.source.slice(c.start, c.end)));
  return inner.length === 1 && inner[0]!.type === "element" ? boldWithin(tree, inner[0]!) : null;
}

function orderedMarker(number: number, type: string | null): string {
  if ((type === "a" || type === "A") && number >= 1 && number <= 26) {
    const letter = String.fromCharCode(96 + number);
    return `${type === "A" ? letter.toUpperCase() : letter}.`;
  }
  if (type === "i" || type === "I") return `${type === "I" ? roman(number).toUpperCase() : roman(number)}.`;
  return `${number}.`;
}
