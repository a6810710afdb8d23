import type { DocumentDate } from "../document/document.ts";
import { type DateLine, readDateLine, readDigestDate, readIssueDate, readMakingDate } from "./date-line.ts";
import { type Collected, type Things, textOf } from "./html-metadata.ts";
import { attributeOf, elementsBelow, textBelow } from "./html-query.ts";
import type { HtmlElement, HtmlTree } from "./html-tree.ts";
import { readMasthead } from "./masthead.ts";
import { dateInAddress, readStatedDate } from "./stated-date.ts";

const DATE_META = [
  "article:published_time",
  "og:article:published_time",
  "citation_publication_date",
  "citation_date",
  "datepublished",
  "dc.date.issued",
  "dcterms.issued",
  "dcterms.created",
  "dc.date.created",
  "dc.date",
  "dcterms.date",
  "pubdate",
  "publish-date",
  "publish_date",
  "publication_date",
  "parsely-pub-date",
  "sailthru.date",
  "article.published",
  "date",
  "last-modified",
];

/** The date of an article: JSON-LD first, then meta tags, marked elements, the day in the address, a line near the headline. */
export function findHtmlDate(
  tree: HtmlTree,
  found: Collected,
  article: Things | undefined,
  address: string | null,
  titleElement: HtmlElement | null,
): DocumentDate | null {
  const inData = readStatedDate(textOf(article?.datePublished) ?? textOf(article?.dateCreated) ?? "");
  if (inData) return { edtf: inData, basis: "meta" };
  for (const key of DATE_META.slice(0, -1)) {
    const edtf = readStatedDate(found.meta.get(key) ?? "");
    if (edtf) return { edtf, basis: "meta" };
  }
  const marked = shownDates(tree, found, titleElement);
  for (const element of marked) {
    const edtf = readStatedDate(attributeOf(tree, element, "datetime") ?? attributeOf(tree, element, "content") ?? "");
    if (edtf) return { edtf, basis: "meta" };
  }
  for (const element of marked) {
    const line = textBelow(tree, element, 160);
    const edtf = readDateLine(line)?.edtf ?? (line.length <= 40 ? readStatedDate(line) : null);
    if (edtf) return { edtf, basis: "dateline" };
  }
  const inAddress = address ? dateInAddress(address) : null;
  if (inAddress && inAddress.length === 10) return { edtf: inAddress, basis: "filename" };
  const heading = titleElement ?? found.headings[0];
  const near = heading ? dateNear(tree, heading) : null;
  if (near) return { edtf: near, basis: "dateline" };
  return null;
}

/** What is known of the date when neither data nor the shown text state one: a month in the address, a day of change. */
export function findWeakHtmlDate(found: Collected, article: Things | undefined, address: string | null): DocumentDate | null {
  const inAddress = address ? dateInAddress(address) : null;
  if (inAddress) return { edtf: inAddress, basis: "filename" };
  const modified = readStatedDate(textOf(article?.dateModified) ?? found.meta.get("last-modified") ?? "");
  return modified ? { edtf: modified, basis: "meta" } : null;
}

const ABOUT =
  /(?:^|[\s_-])(?:event|today|current|deadline|birth|expires?|related|recommend\w*|sidebar|teasers?|comments?|calendar|archives?|agenda|upcoming|masthead|top-?bar|site-?header|most-?read|more-?news|latest|widget|copyright|footer|footnotes?|references?)(?:$|[\s_-])/i;

/**
 * Elements marked as holding a date, likeliest first: named as the day of publication, then `<time>`, then what is called a
 * date; of these those behind the headline first, and those of a change last. Dates of other things (in a sentence, in a
 * list of other articles, of an event, of today) are none.
 */
function shownDates(tree: HtmlTree, found: Collected, title: HtmlElement | null): HtmlElement[] {
  const named = found.marked.filter((m) => /datePublished|published|pubdate|entry-date|post-?date|article-?date/i.test(m.property));
  const dated = found.marked.filter((m) => /date/i.test(m.property) && !ABOUT.test(m.property));
  const rank = (element: HtmlElement): number => {
    const early = title && element.start < title.start ? 1 : 0;
    const far = title && Math.abs(element.start - title.start) > 20_000 ? 1 : 0;
    return (isOfChange(tree, element) ? 100 : 0) + 4 * far + early;
  };
  return [...new Set([...named.map((m) => m.element), ...found.times, ...dated.map((m) => m.element)])]
    .filter((element) => !isAboutOther(tree, element))
    .map((element, order) => ({ element, order, rank: rank(element) }))
    .sort((a, b) => a.rank - b.rank || a.order - b.order)
    .map(({ element }) => element);
}

function isOfChange(tree: HtmlTree, element: HtmlElement): boolean {
  const property = ["class", "itemprop"].map((name) => attributeOf(tree, element, name) ?? "").join(" ");
  if (/updat|modif|revis/i.test(property)) return true;
  const before = element.parent ? tree.source.slice(Math.max(element.parent.contentStart, element.start - 60), element.start) : "";
  const said = `${before.replace(/<[^>]*>/g, " ")} ${textBelow(tree, element, 60)}`;
  return /\b(?:updated|modified|revised|actualizado|aktualisiert|mis à jour)\b(?!.*\bpublished\b)/i.test(said);
}

/** It stands in a sentence, in furniture of the page, or in a part that speaks of other things. */
function isAboutOther(tree: HtmlTree, element: HtmlElement): boolean {
  let sentence = false;
  for (let e: HtmlElement | null = element; e?.parent; e = e.parent) {
    if (/^(?:nav|aside|footer)$/.test(e.name)) return true;
    // a table with a header holds data; one without may only lay out the page
    if (e.name === "table" && (hasHeader(e) || textBelow(tree, e, 400).length > 300)) return true;
    const words = ["class", "id"].map((name) => attributeOf(tree, e!, name) ?? "").join(" ");
    if (e.name !== "body" && e.name !== "main" && e.name !== "article" && ABOUT.test(words)) return true;
    if (!sentence && /^(?:p|li|td|dd|blockquote|figcaption)$/.test(e.name)) {
      sentence = true;
      const all = textBelow(tree, e, 400);
      const rest = all.length - textBelow(tree, element, 200).length;
      if (rest > 25 && !readDateLine(all)) return true;
    }
  }
  return false;
}

/** A row of several header cells; one beside its value ("Date | 3 May 2011") is a field of the page. */
function hasHeader(table: HtmlElement): boolean {
  for (const row of elementsBelow(table))
    if (row.name === "tr" && row.children.filter((c) => c.type === "element" && c.name === "th").length > 1) return true;
  return false;
}

/** A line near the title that holds little but a date ("Date: 2019-05-12", "Posted on May 12, 2019"). */
function dateNear(tree: HtmlTree, title: HtmlElement): string | null {
  let around = title.parent;
  let updated: string | null = null;
  for (let up = 0; around && up < 3; up++, around = around.parent) {
    const lines: (DateLine | null)[] = [];
    for (const element of elementsBelow(around)) {
      if (element.start < title.start - 1500 || element.contentEnd - element.contentStart > 400) continue;
      if (element.start > title.start + 3000) break;
      if (element === title || isAboutOther(tree, element)) continue;
      const line = textBelow(tree, element, 170);
      // behind the first paragraph of running text stands what the text is about
      if (element.start > title.start && line.length >= 120) break;
      if (element.children.some((child) => child.type === "element" && textBelow(tree, child, 170) === line)) continue;
      if (line.length < 8 || !/\d{4}/.test(line)) {
        if (line && (EVENT_DETAIL.test(line) || line.length > 20)) lines.push(null);
        if (EVENT_DETAIL.test(line)) return null;
        continue;
      }
      const spoken = readDateLine(line)
        ? null
        : (readDigestDate(line) ?? readMakingDate(line) ?? readMasthead(line) ?? readIssueDate(line));
      lines.push(spoken ? { edtf: spoken, kind: "published", named: false, mayBeEvent: false } : readDateLine(line));
    }
    const found = lines.filter((line) => line !== null && line.edtf.length >= 7);
    const published = found.find((line) => line?.kind === "published");
    if (published) return published.edtf;
    const bare = found.filter((line) => line?.kind === "bare");
    if (new Set(bare.map((line) => line!.edtf)).size === 1) return bare[0]!.edtf;
    updated ??= found.find((line) => line?.kind === "updated")?.edtf ?? null;
  }
  return updated;
}

const EVENT_DETAIL = /^(?:venue|where|when|registration|register|rsvp|lugar|admission|tickets|entrada)\s*(?::|$)/i;
