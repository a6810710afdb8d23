import type { DocumentDate } from "../document/document.ts";
import { MappedText } from "../document/mapped-text.ts";
import { type DateLine, readDateLine } from "./date-line.ts";
import { attributeOf, elementsBelow, textBelow } from "./html-query.ts";
import type { HtmlElement, HtmlTree } from "./html-tree.ts";
import { type JsonNode, plainValue } from "./json-node.ts";
import { salvageJson } from "./salvage-json.ts";
import { dateInAddress, readStatedDate } from "./stated-date.ts";

export interface HtmlMetadata {
  readonly title: string | null;
  /** The heading that shows the title on the page, where there is one. */
  readonly titleElement: HtmlElement | null;
  readonly authors: readonly string[];
  readonly date: DocumentDate | null;
  /** To be used when the article's own words state none either. */
  readonly weakDate: DocumentDate | null;
  readonly language: string | null;
  readonly address: string | null;
  readonly publisher: string | null;
  /** The body of the article as the page's JSON-LD gives it, mapped to the page's source. */
  readonly articleBody: MappedText | null;
  /** What relative addresses are relative to. */
  readonly base: string | null;
}

type Things = Readonly<Record<string, unknown>>;

const ARTICLE = /^(?:\w*Article|BlogPosting|Report|WebPage|CreativeWork|PressRelease|GovernmentDocument|SpeechArticle|Event|ItemPage)$/;
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

/** What an HTML page says about itself: JSON-LD first, then Open Graph and meta tags, then what the page shows. */
export function readHtmlMetadata(tree: HtmlTree, source: string): HtmlMetadata {
  const found = collect(tree);
  const { meta, things, links } = found;
  const article = things.find((t) => hasType(t, /Article$|BlogPosting|Report|PressRelease/)) ?? things.find((t) => hasType(t, ARTICLE));
  const canonical = links.get("canonical") ?? meta.get("og:url") ?? textOf(article?.url) ?? null;
  const outer = /^https?:/i.test(source) ? source : null;
  const address = canonical && /^https?:/i.test(canonical) ? canonical : outer;
  const base = found.base ? (URL.parse(found.base, address ?? undefined)?.href ?? address) : address;
  const publisher =
    nameOf(article?.publisher) ??
    meta.get("og:site_name") ??
    meta.get("application-name") ??
    meta.get("dc.publisher") ??
    meta.get("citation_publisher") ??
    nameOf(things.find((t) => hasType(t, /^(WebSite|NewsMediaOrganization|Organization|GovernmentOrganization)$/))) ??
    (address ? (URL.parse(address)?.hostname.replace(/^www\./, "") ?? null) : null);
  const stated =
    textOf(article?.headline) ??
    meta.get("og:title") ??
    meta.get("twitter:title") ??
    meta.get("citation_title") ??
    meta.get("dc.title") ??
    null;
  const titleElement = pickTitleHeading(tree, found, stated);
  const shown = titleElement ? textBelow(tree, titleElement, 500) : null;
  const fallback = found.title ? withoutSiteName(found.title, publisher) : null;
  return {
    title: shown || (stated ? withoutSiteName(stated, publisher) : null) || fallback || null,
    titleElement,
    authors: authorsOf(article, meta, found, tree),
    date: dateOf(tree, found, article, address, titleElement),
    weakDate: weakDateOf(found, article, address),
    language:
      languageTag(textOf(article?.inLanguage)) ??
      languageTag(found.language) ??
      languageTag(meta.get("og:locale")) ??
      languageTag(meta.get("content-language")),
    address,
    publisher,
    articleBody: found.bodies.at(0) ?? null,
    base,
  };
}

interface Collected {
  readonly meta: ReadonlyMap<string, string>;
  readonly things: readonly Things[];
  readonly bodies: readonly MappedText[];
  readonly links: ReadonlyMap<string, string>;
  readonly base: string | null;
  readonly title: string | null;
  readonly language: string | null;
  readonly headings: readonly HtmlElement[];
  readonly times: readonly HtmlElement[];
  readonly marked: readonly { readonly property: string; readonly element: HtmlElement }[];
}

function collect(tree: HtmlTree): Collected {
  const meta = new Map<string, string>();
  const things: Things[] = [];
  const bodies: MappedText[] = [];
  const links = new Map<string, string>();
  const headings: HtmlElement[] = [];
  const times: HtmlElement[] = [];
  const marked: { property: string; element: HtmlElement }[] = [];
  let base: string | null = null;
  let title: string | null = null;
  let language: string | null = null;
  for (const element of elementsBelow(tree.root)) {
    const { name } = element;
    if (name === "meta") {
      const key = (
        attributeOf(tree, element, "property") ??
        attributeOf(tree, element, "name") ??
        attributeOf(tree, element, "itemprop") ??
        attributeOf(tree, element, "http-equiv")
      )?.toLowerCase();
      const content = attributeOf(tree, element, "content");
      if (key && content && !meta.has(key)) meta.set(key, content);
    } else if (name === "script") {
      if (/ld\+json/i.test(attributeOf(tree, element, "type") ?? "")) addThings(tree, element, things, bodies);
    } else if (name === "link") {
      const rel = attributeOf(tree, element, "rel")?.toLowerCase();
      const href = attributeOf(tree, element, "href");
      if (rel && href && !links.has(rel)) links.set(rel, href);
    } else if (name === "base") base ??= attributeOf(tree, element, "href");
    else if (name === "title") title ??= textBelow(tree, element, 1000);
    else if (name === "html" || name === "body") language ??= attributeOf(tree, element, "lang") ?? attributeOf(tree, element, "xml:lang");
    else if (/^h[1-4]$/.test(name)) headings.push(element);
    else if (name === "time") times.push(element);
    if (marked.length < 200 && name !== "meta")
      for (const attribute of element.attributes)
        if (attribute.name === "itemprop" || attribute.name === "rel" || attribute.name === "class") {
          const property = tree.source.slice(attribute.start, Math.min(attribute.end, attribute.start + 200));
          if (
            /\b(author|byline|datePublished|published|pubdate|post-?date|entry-date|article-?date|date|dateline|reg-?date|write-?date)\b/i.test(
              property,
            )
          )
            marked.push({ property, element });
        }
  }
  return { meta, things, bodies, links, base, title, language, headings, times, marked };
}

function addThings(tree: HtmlTree, script: HtmlElement, things: Things[], bodies: MappedText[]): void {
  const [text] = script.children;
  if (text?.type !== "text") return;
  const { value } = salvageJson(tree.source.slice(text.start, text.end));
  const body = value ? findMember(value, "articleBody", 0) : null;
  if (body?.type === "string") {
    const { text: said, map } = body.read();
    const shifted = map.map((run) => ({ ...run, sourceStart: run.sourceStart + text.start, sourceEnd: run.sourceEnd + text.start }));
    bodies.push(new MappedText(said, shifted));
  }
  const queue: unknown[] = [plainValue(value)];
  for (let i = 0; i < queue.length && i < 500; i++) {
    const thing = queue[i];
    if (Array.isArray(thing)) queue.push(...thing.slice(0, 100));
    else if (isThing(thing)) {
      things.push(thing);
      if (thing["@graph"]) queue.push(thing["@graph"]);
      if (thing.mainEntity) queue.push(thing.mainEntity);
    }
  }
}

function findMember(node: JsonNode, key: string, depth: number): JsonNode | null {
  if (depth > 6 || node.type === "string" || node.type === "scalar") return null;
  if (node.type === "object" && node.entries.has(key)) return node.entries.get(key)!;
  for (const inner of node.type === "object" ? node.entries.values() : node.items) {
    const found = findMember(inner, key, depth + 1);
    if (found) return found;
  }
  return null;
}

function isThing(value: unknown): value is Things {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function hasType(thing: Things, type: RegExp): boolean {
  const types = Array.isArray(thing["@type"]) ? thing["@type"] : [thing["@type"]];
  return types.some((t) => typeof t === "string" && type.test(t));
}

function textOf(value: unknown): string | null {
  const first = Array.isArray(value) ? value[0] : value;
  return typeof first === "string" && first.trim() ? first.replace(/\s+/g, " ").trim() : null;
}

function nameOf(value: unknown): string | null {
  const first = Array.isArray(value) ? value[0] : value;
  return isThing(first) ? textOf(first.name) : textOf(first);
}

/** The heading that says what the title says; without a stated title the only h1 of the page. */
function pickTitleHeading(tree: HtmlTree, found: Collected, stated: string | null): HtmlElement | null {
  const wanted = [stated, found.title].filter((t) => t !== null).map(plainWords);
  let best: { readonly heading: HtmlElement; readonly score: number } | null = null;
  for (const heading of found.headings) {
    const words = plainWords(textBelow(tree, heading, 500));
    const score = words.length < 3 ? 0 : Math.max(0, ...wanted.map((title) => likeness(words, title)));
    if (score > (best?.score ?? 0)) best = { heading, score };
  }
  if (best) return best.heading;
  const first = found.headings.filter((h) => h.name === "h1" && textBelow(tree, h, 500) !== "");
  return first.length === 1 ? first[0]! : null;
}

/** How surely a heading says a title: 3 the same, 2 its beginning (a site's name follows) or the title its beginning, 1 a long part; its end is the site's name. */
function likeness(heading: string, title: string): number {
  if (heading === title) return 3;
  if (title.startsWith(`${heading} `)) return 2;
  if (title.length >= 12 && heading.startsWith(`${title} `)) return 2;
  return heading.length >= 20 && title.includes(` ${heading} `) ? 1 : 0;
}

function plainWords(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** "Envoys meet - The Daily Example" without the site's name. */
export function withoutSiteName(title: string, publisher: string | null): string {
  const clean = title.replace(/\s+/g, " ").trim();
  const parts = clean.split(/ [|–—·»:-] | :: /);
  if (parts.length < 2) return clean;
  const last = parts.at(-1)!;
  const named =
    publisher &&
    plainWords(publisher) !== "" &&
    (plainWords(last).includes(plainWords(publisher)) || plainWords(publisher).includes(plainWords(last)));
  if (!named && !clean.includes(` | ${last}`)) return clean;
  const cut = clean.slice(0, clean.length - last.length).replace(/ (?:[|–—·»:-]|::) $/, "");
  return cut.length >= 8 ? cut : clean;
}

function authorsOf(article: Things | undefined, meta: ReadonlyMap<string, string>, found: Collected, tree: HtmlTree): string[] {
  const listed = (Array.isArray(article?.author) ? article.author : article?.author ? [article.author] : []).map(nameOf);
  const names = listed.filter((n) => n !== null);
  if (names.length) return [...new Set(names)];
  const tagged =
    meta.get("author") ?? meta.get("article:author") ?? meta.get("citation_author") ?? meta.get("dc.creator") ?? meta.get("parsely-author");
  if (tagged && !/^https?:/.test(tagged)) return splitNames(tagged);
  const element = found.marked.find((m) => /\b(author|byline)\b/i.test(m.property))?.element;
  const shown = element ? textBelow(tree, element, 200) : "";
  return shown.length >= 3 && shown.length <= 100 ? splitNames(shown) : [];
}

/** "By Ana Example and Jo Sample" as names. */
export function splitNames(byline: string): string[] {
  return byline
    .replace(/^\s*(?:by|por|par|von|written by|text by)\s*:?\s+/i, "")
    .split(/\s*(?:;|,(?!\s*(?:Jr|Sr|PhD|Ph\.D|MD|II|III)\b)|\s+and\s+|\s+&\s+|\s+y\s+|\s+e\s+|\s+et\s+)\s*/)
    .map((n) => n.trim())
    .filter((n) => /\p{L}/u.test(n) && n.length <= 80);
}

function dateOf(
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
function weakDateOf(found: Collected, article: Things | undefined, address: string | null): DocumentDate | null {
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
    if (/^(?:nav|aside|footer|table)$/.test(e.name)) return true;
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
      lines.push(readDateLine(line));
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

const EVENT_DETAIL = /^(?:time|venue|where|registration|register|rsvp|hora|lugar|admission|tickets|entrada)\s*:/i;

/** A BCP 47 tag from `lang`, `og:locale` or JSON-LD; null when it is none. */
export function languageTag(value: string | null | undefined): string | null {
  const tag = value?.trim().replaceAll("_", "-");
  if (!tag || !/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/.test(tag)) return null;
  const [language, ...rest] = tag.split("-");
  return [language!.toLowerCase(), ...rest.map((r) => (r.length === 2 ? r.toUpperCase() : r))].join("-");
}
