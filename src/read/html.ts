import type { Document } from "../document/document.ts";
import { compose, type MappedText } from "../document/mapped-text.ts";
import { type BlockInput, DocumentBuilder } from "./document-builder.ts";
import { withStatedDate } from "./find-document-date.ts";
import { chooseArticle, judgeFragment } from "./html-article.ts";
import { writeHtmlBlocks } from "./html-blocks.ts";
import { decodeMapped, forEachStretch } from "./html-entities.ts";
import { readHtmlMetadata } from "./html-metadata.ts";
import { textBelow } from "./html-query.ts";
import { type HtmlElement, type HtmlTree, parseHtml } from "./html-tree.ts";
import { markNotices } from "./notices.ts";
import type { ReadMeta } from "./reader.ts";

/**
 * Reads a web page: its article, with title, authors, date, language, address and publisher.
 *
 * The text is what a browser shows of the article; navigation, cookie text, related links, comments and share bars are left
 * out (one diagnostic says how much), boxes in which the publisher speaks are kept with the role `notice`. The title stands
 * first as a block of kind `title`. Faults of the markup are diagnostics. The map is exact through entities.
 */
export function readHtml(input: MappedText, meta: ReadMeta): Document {
  const tree = parseHtml(input.text);
  const { root, judge, leftOut } = chooseArticle(tree);
  const facts = readHtmlMetadata(tree, meta.known?.address ?? meta.source, root);
  const builder = new DocumentBuilder(input);
  for (const d of tree.diagnostics) builder.addDiagnostic(d.code, d.severity, d.message, d.at);
  if (!facts.titleElement || !contains(root, facts.titleElement)) writeTitle(builder, tree, facts.titleElement);
  const before = builder.blockCount;
  const start = builder.length;
  writeHtmlBlocks(builder, tree, root, {
    base: facts.base,
    judge: (e) => (isTitle(e, facts.titleElement) ? null : judge(e)),
    title: facts.titleElement,
  });
  if (builder.blockCount === before && textBelow(tree, root, 200) !== "") {
    builder.addDiagnostic("html-article-unclear", "warning", "no article could be told from what surrounds it; the whole page was read");
    writeHtmlBlocks(builder, tree, tree.root, { base: facts.base, title: facts.titleElement });
  } else if (leftOut.parts)
    builder.addDiagnostic(
      "html-left-out",
      "info",
      `${leftOut.parts} parts of the page that are not the article (navigation, share bars, related links …) were left out, about ${leftOut.characters} characters`,
    );
  if (facts.articleBody && facts.articleBody.text.length > 400 && facts.articleBody.text.length > 3 * (builder.length - start)) {
    builder.addDiagnostic("html-body-from-data", "info", "the page shows little text; the body was read from its JSON-LD data");
    writeBody(builder, compose(facts.articleBody, input), facts.base);
  }
  const { titleElement: _element, base: _base, articleBody: _body, weakDate, ...known } = facts;
  const document = markNotices(withStatedDate(builder.build(meta, { format: "html", ...known })));
  return document.date || !weakDate ? document : { ...document, date: weakDate };
}

/** A body that a data field holds: HTML, or plain text with a paragraph a line. */
function writeBody(builder: DocumentBuilder, body: MappedText, base: string | null): void {
  if (/<\/(?:p|div|a|li)>|<br/i.test(body.text)) {
    writeHtmlFragment(builder, body, { base });
    return;
  }
  builder.readFrom(body);
  for (const line of body.text.matchAll(/[^\n]+/g)) {
    builder.startBlock({ kind: "paragraph" });
    forEachStretch(body.text, line.index, line.index + line[0].length, (text, from, to) => builder.append(text, from, to));
  }
  builder.endBlock();
}

/** Facts about a fragment that stand outside of it. */
export interface FragmentWriting {
  readonly base: string | null;
}

/** Writes a piece of HTML that is an article's body (a post's content, a feed item) into a document in the making. */
export function writeHtmlFragment(builder: DocumentBuilder, fragment: MappedText, { base }: FragmentWriting): void {
  const tree = parseHtml(fragment.text);
  builder.readFrom(fragment);
  const { judge, leftOut } = judgeFragment(tree);
  const placed = (at: number | null) => (at === null ? null : builder.placeInSource(at));
  for (const d of tree.diagnostics)
    builder.addDiagnostic(d.code, d.severity, d.message.replace(/first at offset \d+/, `first at offset ${placed(d.at)}`), placed(d.at));
  writeHtmlBlocks(builder, tree, tree.root, { base, judge });
  if (leftOut.parts)
    builder.addDiagnostic(
      "html-left-out",
      "info",
      `${leftOut.parts} parts that are not the article (share bars, related links …) were left out, about ${leftOut.characters} characters`,
    );
}

/** Writes a short piece of HTML (a title, a caption) as one block. */
export function writeHtmlLine(builder: DocumentBuilder, fragment: MappedText, block: BlockInput): void {
  const tree = parseHtml(fragment.text);
  builder.readFrom(fragment);
  builder.startBlock(block);
  writeInline(builder, tree, tree.root);
  builder.endBlock();
}

/** The text of a short piece of HTML on one line. */
export function textOfHtml(fragment: string): string {
  const tree = parseHtml(fragment);
  return textBelow(tree, tree.root);
}

/** Writes the title block from a heading that stands outside of the article. */
function writeTitle(builder: DocumentBuilder, tree: HtmlTree, heading: HtmlElement | null): void {
  if (!heading) return;
  builder.startBlock({ kind: "title" });
  writeInline(builder, tree, heading);
  builder.endBlock();
}

function writeInline(builder: DocumentBuilder, tree: HtmlTree, element: HtmlElement): void {
  for (const child of element.children)
    if (child.type === "text") builder.appendPiece(decodeMapped(tree.source, child.start, child.end));
    else if (child.type === "element" && child.name === "br") builder.insert(" ");
    else if (child.type === "element" && child.name !== "script" && child.name !== "style") writeInline(builder, tree, child);
}

function contains(root: HtmlElement, element: HtmlElement): boolean {
  for (let e: HtmlElement | null = element; e; e = e.parent) if (e === root) return true;
  return false;
}

/** The title's own surroundings (a page header) are never judged away. */
function isTitle(element: HtmlElement, title: HtmlElement | null): boolean {
  return title !== null && contains(element, title);
}
