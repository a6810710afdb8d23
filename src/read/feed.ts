import type { Diagnostic } from "../document/diagnostic.ts";
import type { Document, DocumentDate } from "../document/document.ts";
import { compose, type MappedText, TextBuilder } from "../document/mapped-text.ts";
import { DocumentBuilder } from "./document-builder.ts";
import { textOfHtml, writeHtmlFragment, writeHtmlLine } from "./html.ts";
import { absoluteAddress } from "./html-address.ts";
import { forEachStretch } from "./html-entities.ts";
import { languageTag } from "./html-metadata.ts";
import { attributeOf, elementsBelow } from "./html-query.ts";
import { type HtmlElement, type HtmlTree, parseHtml } from "./html-tree.ts";
import { markNotices } from "./notices.ts";
import { ReadError, type ReadMeta } from "./reader.ts";
import { readStatedDate } from "./stated-date.ts";

/**
 * Reads RSS 2.0, RSS 1.0 (RDF) and Atom: one document for each item, its source `path#guid`.
 *
 * The body is the item's full content where the feed gives it, else its description, read as HTML; the feed's title is the
 * publisher. Broken XML is read as far as it goes. Entities that a DTD defines are never expanded. The map leads through
 * CDATA and escaped markup to the file. Throws `ReadError` when there is no item.
 */
export function* readFeed(input: MappedText, meta: ReadMeta): Generator<Document> {
  const tree = parseHtml(input.text, "xml");
  const items: HtmlElement[] = [];
  let channel: HtmlElement | null = null;
  for (const element of elementsBelow(tree.root)) {
    const name = localName(element);
    if ((name === "channel" || name === "feed") && !channel) channel = element;
    if ((name === "item" || name === "entry") && !insideItem(element)) items.push(element);
  }
  if (items.length === 0)
    throw new ReadError("empty", {
      path: meta.source,
      problem: "the feed has no items",
      expected: "RSS with <item> or Atom with <entry> elements",
      advice: "Open the feed in a browser and check that it lists something.",
    });
  const publisher = channel ? textOf(tree, childOf(channel, "title")) : null;
  const language = channel ? languageTag(textOf(tree, childOf(channel, "language")) ?? attributeOf(tree, channel, "xml:lang")) : null;
  const home = channel ? linkOf(tree, channel, null) : null;
  let diagnostics: readonly Diagnostic[] = [
    ...(meta.diagnostics ?? []),
    ...tree.diagnostics.map((d) => ({ ...d, code: d.code.replace(/^html-/, "xml-"), severity: "warning" as const })),
    ...(/<\/(?:\w+:)?(?:rss|feed|rdf)\s*>\s*(?:<!--[\s\S]*-->\s*)?$/i.test(input.text.slice(-2000))
      ? []
      : [
          {
            code: "xml-cut-off",
            severity: "warning",
            stage: "read",
            message: `the feed ends at offset ${input.text.length} without its end tag: items may be missing`,
            at: input.text.length,
          } as const,
        ]),
  ];
  for (const [index, item] of items.entries()) {
    yield readItem(tree, input, item, index, { ...meta, diagnostics }, { publisher, language, home });
    diagnostics = [];
  }
}

interface Channel {
  readonly publisher: string | null;
  readonly language: string | null;
  readonly home: string | null;
}

function readItem(tree: HtmlTree, input: MappedText, item: HtmlElement, index: number, meta: ReadMeta, channel: Channel): Document {
  const builder = new DocumentBuilder(input);
  const link = linkOf(tree, item, channel.home);
  const guid = textOf(tree, childOf(item, "guid") ?? childOf(item, "id"));
  const title = childOf(item, "title");
  const body = childOf(item, "encoded") ?? childOf(item, "content") ?? childOf(item, "description") ?? childOf(item, "summary");
  const mappedTitle = title ? compose(contentOf(tree, title), input) : null;
  if (mappedTitle) writeHtmlLine(builder, mappedTitle, { kind: "title" });
  if (body) writeHtmlFragment(builder, compose(contentOf(tree, body), input), { base: link ?? channel.home });
  else
    builder.addDiagnostic("content-missing", "warning", `the item at offset ${item.start} has neither content nor description`, item.start);
  if (body && localName(body) !== "encoded" && localName(body) !== "content")
    builder.addDiagnostic("feed-summary-only", "info", "the feed gives a summary, not the whole text");
  if (item.contentEnd >= input.text.length)
    builder.addDiagnostic("xml-cut-off", "warning", `the file ends inside this item, at offset ${input.text.length}`, input.text.length);
  return markNotices(
    builder.build(
      { ...meta, source: `${meta.source}#${guid ?? link ?? index + 1}` },
      {
        format: "feed",
        title: mappedTitle ? textOfHtml(mappedTitle.text) || null : null,
        authors: authorsOf(tree, item),
        date: dateOf(tree, item),
        language: languageTag(attributeOf(tree, item, "xml:lang") ?? textOf(tree, childOf(item, "language"))) ?? channel.language,
        address: link ?? (guid && /^https?:/.test(guid) ? guid : null),
        publisher: textOf(tree, childOf(item, "publisher")) ?? channel.publisher,
      },
    ),
  );
}

/** What an element says as HTML source: CDATA as it stands, escaped markup unescaped, markup that was not escaped as written. */
function contentOf(tree: HtmlTree, element: HtmlElement): MappedText {
  const out = new TextBuilder();
  for (const child of element.children) {
    if (child.type === "text" && child.raw) out.append(tree.source.slice(child.start, child.end), child.start);
    else if (child.type === "text") forEachStretch(tree.source, child.start, child.end, (text, start, end) => out.append(text, start, end));
    else if (child.type === "element") {
      const end = Math.max(child.contentEnd, child.contentStart);
      const close = tree.source.startsWith("</", end) ? tree.source.indexOf(">", end) + 1 : end;
      out.append(tree.source.slice(child.start, Math.max(close, end)), child.start);
    }
  }
  return out.build();
}

function localName(element: HtmlElement): string {
  return element.name.slice(element.name.indexOf(":") + 1).toLowerCase();
}

function insideItem(element: HtmlElement): boolean {
  for (let e = element.parent; e; e = e.parent) if (localName(e) === "item" || localName(e) === "entry") return true;
  return false;
}

/** The first child of this local name that has content (media:title and the like count after plain ones). */
function childOf(element: HtmlElement, name: string): HtmlElement | null {
  const all = element.children
    .filter((c) => c.type === "element")
    .filter((c) => localName(c) === name && !c.name.startsWith("media:") && !c.name.startsWith("itunes:"));
  return all.find((c) => !c.name.includes(":") && c.children.length > 0) ?? all.find((c) => c.children.length > 0) ?? all[0] ?? null;
}

function textOf(tree: HtmlTree, element: HtmlElement | null): string | null {
  return element ? textOfHtml(contentOf(tree, element).text) || null : null;
}

function linkOf(tree: HtmlTree, element: HtmlElement, home: string | null): string | null {
  const links = element.children.filter((c) => c.type === "element").filter((c) => localName(c) === "link");
  const alternate = links.find((l) => attributeOf(tree, l, "href") && /^(alternate)?$/.test(attributeOf(tree, l, "rel") ?? ""));
  const href = alternate ? attributeOf(tree, alternate, "href") : null;
  const text = links.map((l) => textOf(tree, l)).find(Boolean) ?? null;
  const address = href ?? text;
  return address ? absoluteAddress(address, home) : null;
}

function authorsOf(tree: HtmlTree, item: HtmlElement): string[] {
  const names: string[] = [];
  for (const child of item.children) {
    if (child.type !== "element") continue;
    const name = localName(child);
    if (name !== "creator" && name !== "author") continue;
    const inner = childOf(child, "name");
    const text = textOf(tree, inner ?? child);
    // RSS has "mail@example.org (Name)".
    if (text) names.push(/\(([^()]+)\)\s*$/.exec(text)?.[1] ?? text);
  }
  return [...new Set(names)].filter((name) => !/^\S+@\S+$/.test(name));
}

function dateOf(tree: HtmlTree, item: HtmlElement): DocumentDate | null {
  for (const name of ["pubdate", "published", "date", "issued", "created", "updated", "modified"]) {
    const edtf = readStatedDate(textOf(tree, childOf(item, name)) ?? "");
    if (edtf) return { edtf, basis: "field" };
  }
  return null;
}
