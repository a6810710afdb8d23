import type { Diagnostic } from "../document/diagnostic.ts";
import { type Attribute, readTag } from "./html-tag.ts";

export interface HtmlElement {
  readonly type: "element";
  /** Lower case in HTML; as written in XML. */
  readonly name: string;
  readonly attributes: readonly Attribute[];
  readonly children: HtmlNode[];
  readonly parent: HtmlElement | null;
  /** The range of the start tag. */
  readonly start: number;
  readonly contentStart: number;
  contentEnd: number;
}

/** Text as it stands in the source: [start, end), entities not yet decoded. `raw` text (CDATA, scripts) has none. */
export interface HtmlText {
  readonly type: "text";
  readonly start: number;
  readonly end: number;
  readonly raw: boolean;
}

/** An end tag that closes nothing: its start tag is missing from the source. */
export interface StrayEnd {
  readonly type: "stray-end";
  readonly name: string;
  readonly start: number;
}

export type HtmlNode = HtmlElement | HtmlText | StrayEnd;

export interface HtmlTree {
  readonly root: HtmlElement;
  readonly source: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** As deep as browsers nest elements; what is nested deeper is put side by side. */
const DEEPEST = 400;
/** Pages have thousands; a million take some 300 MB. */
const MOST_NODES = 1_000_000;

const words = (list: string) => new Set(list.split(" "));
const VOID = words("area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr");
const RAW_TEXT = words("script style xmp iframe noembed noframes");
const PLAIN_TEXT_WITH_ENTITIES = words("title textarea");
const ENDS_PARAGRAPH = words(
  "address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr main menu nav ol p pre search section summary table ul li dd dt",
);
const HEADINGS = words("h1 h2 h3 h4 h5 h6");
const IN_HEAD = words("title meta link script style base basefont bgsound noscript template head html");
const INLINE = words("a abbr b bdi bdo big cite code em font i ins label mark nobr q s small span strike strong sub sup tt u var");
/** An end tag or an implied end does not reach out of these (HTML standard: "has an element in scope"). */
const WALLS = words("table td th caption html template object marquee applet button");
const PARAGRAPH = words("p");
const HEAD = words("head");
const BODY = words("body");
const TABLE_PARTS = words("caption colgroup col tbody thead tfoot tr td th");

/** Which open elements a start tag ends, and where the search for them stops. */
const IMPLIED: Readonly<Record<string, { readonly ends: ReadonlySet<string>; readonly within: ReadonlySet<string> }>> = {
  li: { ends: words("li"), within: words("ul ol menu dir table td th") },
  dd: { ends: words("dd dt"), within: words("dl table td th") },
  dt: { ends: words("dd dt"), within: words("dl table td th") },
  option: { ends: words("option"), within: words("select datalist optgroup table") },
  optgroup: { ends: words("optgroup"), within: words("select table") },
  tr: { ends: words("tr caption colgroup"), within: words("table template") },
  td: { ends: words("td th caption"), within: words("tr table template") },
  th: { ends: words("td th caption"), within: words("tr table template") },
  tbody: { ends: words("tbody thead tfoot caption colgroup"), within: words("table template") },
  thead: { ends: words("tbody thead tfoot caption colgroup"), within: words("table template") },
  tfoot: { ends: words("tbody thead tfoot caption colgroup"), within: words("table template") },
  caption: { ends: words("caption"), within: words("table template") },
  a: { ends: words("a"), within: words("table td th button") },
  button: { ends: words("button"), within: words("table td th") },
  body: { ends: words("head"), within: words("body table") },
};

/**
 * Parses HTML or XML into a tree whose text and attributes are ranges of the source, so that every character can be
 * traced. Follows the HTML standard in what text means (void and raw-text elements, implied end tags, stray end tags);
 * is kinder where the standard would swallow the rest of the page (an attribute, comment or title that never ends).
 * Linear in time; nests at most 400 deep; never throws.
 */
export function parseHtml(source: string, mode: "html" | "xml" = "html"): HtmlTree {
  return new TreeBuilder(source, mode === "xml").parse();
}

class TreeBuilder {
  private readonly source: string;
  private readonly xml: boolean;
  private readonly root: HtmlElement;
  private readonly stack: HtmlElement[];
  private readonly openCount = new Map<string, number>();
  private readonly neverEnds = new Set<string>();
  private nodeCount = 0;
  private readonly diagnostics: Diagnostic[] = [];
  private readonly counts = new Map<string, { first: number; count: number; message: string }>();

  constructor(source: string, xml: boolean) {
    this.source = source;
    this.xml = xml;
    this.root = {
      type: "element",
      name: "#root",
      attributes: [],
      children: [],
      parent: null,
      start: 0,
      contentStart: 0,
      contentEnd: source.length,
    };
    this.stack = [this.root];
  }

  parse(): HtmlTree {
    const { source } = this;
    let at = 0;
    while (at < source.length) {
      if (this.nodeCount > MOST_NODES) {
        this.note("html-too-large", at, `the page has more than ${MOST_NODES} elements and pieces of text; what follows was left out`);
        break;
      }
      const open = source.indexOf("<", at);
      if (open < 0) {
        this.addText(at, source.length);
        break;
      }
      if (!this.isMarkup(open)) {
        const end = source.indexOf("<", open + 1);
        this.addText(at, end < 0 ? source.length : end);
        at = end < 0 ? source.length : end;
        continue;
      }
      this.addText(at, open);
      at = this.readMarkup(open);
    }
    while (this.stack.length > 1) this.pop(source.length);
    for (const [code, { first, count, message }] of this.counts)
      this.diagnostics.push({
        code,
        severity: code === "html-end-tag-stray" ? "info" : "warning",
        stage: "read",
        message: `${message} (${count === 1 ? "once" : `${count} times`}, first at offset ${first})`,
        at: first,
      });
    return { root: this.root, source, diagnostics: this.diagnostics };
  }

  /** A "<" that nothing of markup follows is text. */
  private isMarkup(open: number): boolean {
    const code = this.source.charCodeAt(open + 1);
    return isLetter(code) || code === 0x2f || code === 0x21 || code === 0x3f || (this.xml && code > 0x7f);
  }

  /** Reads the markup at `open` into the tree; returns where it ends. */
  private readMarkup(open: number): number {
    const { source } = this;
    const code = source.charCodeAt(open + 1);
    if (code === 0x21 || code === 0x3f) return this.skipDeclaration(open);
    if (code === 0x2f && !isLetter(source.charCodeAt(open + 2)) && !(this.xml && source.charCodeAt(open + 2) > 0x7f))
      return this.skipDeclaration(open);
    const tag = readTag(source, open, this.xml);
    if (tag.salvaged)
      this.note("html-attribute-unclosed", open, "an attribute's quote was never closed; the tag was taken to end at its first “>”");
    if (tag.end > source.length || tag.cut) {
      this.note("html-cut-off", open, "the page ends inside a tag");
      return source.length;
    }
    if (tag.closing) {
      this.endTag(tag.name, open, tag.end);
      return tag.end;
    }
    return this.startTag(tag.name, tag.attributes, open, tag.end, tag.selfClosing);
  }

  private skipDeclaration(open: number): number {
    const { source } = this;
    if (source.startsWith("<!--", open)) {
      if (source.startsWith("<!-->", open)) return open + 5;
      if (source.startsWith("<!--->", open)) return open + 6;
      const end = this.find("-->", open + 4);
      if (end >= 0) return end + 3;
      this.note("html-comment-unclosed", open, "a comment was never closed; it was taken to end at its first “>”");
    } else if (source.startsWith("<![CDATA[", open)) {
      const end = this.find("]]>", open + 9);
      if (this.xml || end >= 0) {
        if (end < 0) this.note("xml-cut-off", open, "a CDATA section was never closed; it was read to the end");
        this.addText(open + 9, end < 0 ? source.length : end, true);
        return end < 0 ? source.length : end + 3;
      }
    } else if (this.xml && source.startsWith("<!DOCTYPE", open)) {
      // An internal subset is skipped: its entities are never expanded.
      const bracket = source.slice(open, open + 1000).indexOf("[");
      const close = bracket < 0 ? -1 : this.find("]>", open + bracket);
      const plain = source.indexOf(">", open);
      if (close >= 0 && open + bracket < plain) return close + 2;
    }
    const end = this.find(">", open);
    return end < 0 ? source.length : end + 1;
  }

  /** `indexOf` that never searches twice for what is not there. */
  private find(text: string, from: number): number {
    if (this.neverEnds.has(text)) return -1;
    const at = this.source.indexOf(text, from);
    if (at < 0) this.neverEnds.add(text);
    return at;
  }

  private startTag(name: string, attributes: readonly Attribute[], start: number, end: number, selfClosing: boolean): number {
    if (this.xml) {
      this.push(name, attributes, start, end);
      if (selfClosing) this.pop(end);
      return end;
    }
    if ((name === "html" || name === "body" || name === "head") && this.openCount.get(name)) return end;
    this.impliedEnds(name, start);
    this.push(name, attributes, start, end);
    if (VOID.has(name) || (selfClosing && this.openCount.get("svg"))) {
      this.pop(end);
      return end;
    }
    if (RAW_TEXT.has(name) || (PLAIN_TEXT_WITH_ENTITIES.has(name) && !this.openCount.get("svg"))) return this.rawText(name, end);
    return end;
  }

  private rawText(name: string, from: number): number {
    const closing = new RegExp(`</${name}(?=[\\s/>])`, "gi");
    closing.lastIndex = from;
    const found = this.neverEnds.has(name) ? null : closing.exec(this.source);
    if (!found) {
      this.neverEnds.add(name);
      this.note(`html-${name}-unclosed`, from, `a <${name}> element was never closed`);
      if (PLAIN_TEXT_WITH_ENTITIES.has(name)) return from;
      this.pop(this.source.length);
      return this.source.length;
    }
    this.addText(from, found.index, RAW_TEXT.has(name));
    this.pop(found.index);
    const end = this.source.indexOf(">", found.index);
    return end < 0 ? this.source.length : end + 1;
  }

  private impliedEnds(name: string, at: number): void {
    if (this.openCount.get("head") && !IN_HEAD.has(name) && name !== "body") this.closeWithin(HEAD, BODY, at);
    if (ENDS_PARAGRAPH.has(name) && this.openCount.get("p")) this.closeWithin(PARAGRAPH, WALLS, at);
    const implied = IMPLIED[name];
    if (implied) this.closeWithin(implied.ends, implied.within, at);
    else if (HEADINGS.has(name) && HEADINGS.has(this.top.name)) this.pop(at);
  }

  /** Closes the innermost open element of `ends`, unless one of `within` is nearer. */
  private closeWithin(ends: ReadonlySet<string>, within: ReadonlySet<string>, at: number): void {
    for (let i = this.stack.length - 1; i > 0; i--) {
      const { name } = this.stack[i]!;
      if (ends.has(name)) {
        while (this.stack.length > i) this.pop(at);
        return;
      }
      if (within.has(name)) return;
    }
  }

  private endTag(name: string, start: number, end: number): void {
    if (!this.xml && name === "br") {
      this.push("br", [], start, end);
      this.pop(end);
      return;
    }
    if (this.openCount.get(name)) {
      const inline = INLINE.has(name);
      for (let i = this.stack.length - 1; i > 0; i--) {
        const open = this.stack[i]!.name;
        if (open === name) {
          while (this.stack.length > i) this.pop(start);
          return;
        }
        if (this.xml) continue;
        if (inline && !INLINE.has(open)) return;
        if (WALLS.has(open) && !TABLE_PARTS.has(name) && name !== "table" && name !== "body" && name !== "html") break;
        if (open === "table" && TABLE_PARTS.has(name)) break;
      }
    }
    if (VOID.has(name) || name === "html" || name === "body" || name === "head") return;
    this.note("html-end-tag-stray", start, "an end tag has no start tag: tags, and with them link addresses, are missing from the source");
    this.nodeCount++;
    this.top.children.push({ type: "stray-end", name, start });
  }

  private get top(): HtmlElement {
    return this.stack.at(-1)!;
  }

  private push(name: string, attributes: readonly Attribute[], start: number, end: number): void {
    if (this.stack.length > DEEPEST) {
      this.note("html-too-deep", start, `elements nest more than ${DEEPEST} deep; deeper ones were put side by side`);
      this.pop(start);
    }
    const parent = this.top;
    const element: HtmlElement = {
      type: "element",
      name,
      attributes,
      children: [],
      parent,
      start,
      contentStart: end,
      contentEnd: this.source.length,
    };
    parent.children.push(element);
    this.nodeCount++;
    this.stack.push(element);
    this.openCount.set(name, (this.openCount.get(name) ?? 0) + 1);
  }

  private pop(at: number): void {
    const element = this.stack.pop()!;
    element.contentEnd = Math.max(at, element.contentStart);
    this.openCount.set(element.name, this.openCount.get(element.name)! - 1);
  }

  private addText(start: number, end: number, raw = false): void {
    if (end <= start) return;
    this.nodeCount++;
    this.top.children.push({ type: "text", start, end, raw });
  }

  private note(code: string, at: number, message: string): void {
    const known = this.counts.get(code);
    if (known) known.count++;
    else this.counts.set(code, { first: at, count: 1, message });
  }
}

function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || code === 0x5f;
}
