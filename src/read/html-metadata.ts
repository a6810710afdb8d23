import type { DocumentDate } from "../document/document.ts";
import { MappedText } from "../document/mapped-text.ts";
import { findHtmlDate, findWeakHtmlDate } from "./html-dates.ts";
import { attributeOf, elementsBelow, textBelow } from "./html-query.ts";
import { isCalledTitle, pickTitleHeading, siteNameBeside, withoutSiteName } from "./html-title.ts";
import type { HtmlElement, HtmlTree } from "./html-tree.ts";
import { type JsonNode, plainValue } from "./json-node.ts";
import { salvageJson } from "./salvage-json.ts";

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

export type Things = Readonly<Record<string, unknown>>;

const ARTICLE = /^(?:\w*Article|BlogPosting|Report|WebPage|CreativeWork|PressRelease|GovernmentDocument|SpeechArticle|Event|ItemPage)$/;

/** What an HTML page says about itself: JSON-LD first, then Open Graph and meta tags, then what the page shows. */
export function readHtmlMetadata(tree: HtmlTree, source: string, article: HtmlElement = tree.root): HtmlMetadata {
  const found = collect(tree);
  const { meta, things, links } = found;
  const data = things.find((t) => hasType(t, /Article$|BlogPosting|Report|PressRelease/)) ?? things.find((t) => hasType(t, ARTICLE));
  const canonical = links.get("canonical") ?? meta.get("og:url") ?? textOf(data?.url) ?? null;
  const outer = /^https?:/i.test(source) ? source : null;
  const address = canonical && /^https?:/i.test(canonical) ? canonical : outer;
  const base = found.base ? (URL.parse(found.base, address ?? undefined)?.href ?? address) : address;
  const named =
    nameOf(data?.publisher) ??
    meta.get("og:site_name") ??
    meta.get("application-name") ??
    meta.get("dc.publisher") ??
    meta.get("citation_publisher") ??
    nameOf(things.find((t) => hasType(t, /^(WebSite|NewsMediaOrganization|Organization|GovernmentOrganization)$/))) ??
    null;
  const host = address ? (URL.parse(address)?.hostname.replace(/^www\./, "") ?? null) : null;
  const stated =
    textOf(data?.headline) ??
    meta.get("og:title") ??
    meta.get("twitter:title") ??
    meta.get("citation_title") ??
    meta.get("dc.title") ??
    null;
  const titleElement = pickTitleHeading(tree, found, stated, named ?? host, article);
  const shown = titleElement ? textBelow(tree, titleElement, 500) : null;
  const publisher = named ?? siteNameBeside(found.title, shown) ?? host;
  const fallback = found.title ? withoutSiteName(found.title, publisher) : null;
  return {
    title: shown || (stated ? withoutSiteName(stated, publisher) : null) || fallback || null,
    titleElement,
    authors: authorsOf(data, meta, found, tree),
    date: findHtmlDate(tree, found, data, address, titleElement),
    weakDate: findWeakHtmlDate(found, data, address),
    language:
      languageTag(textOf(data?.inLanguage)) ??
      languageTag(found.language) ??
      languageTag(meta.get("og:locale")) ??
      languageTag(meta.get("content-language")),
    address,
    publisher,
    articleBody: found.bodies.at(0) ?? null,
    base,
  };
}

/** What the elements of a page say, gathered in one pass. */
export interface Collected {
  readonly meta: ReadonlyMap<string, string>;
  readonly things: readonly Things[];
  readonly bodies: readonly MappedText[];
  readonly links: ReadonlyMap<string, string>;
  readonly base: string | null;
  readonly title: string | null;
  readonly language: string | null;
  readonly headings: readonly HtmlElement[];
  /** Elements of other names that are called a title. */
  readonly titled: readonly HtmlElement[];
  readonly times: readonly HtmlElement[];
  readonly marked: readonly { readonly property: string; readonly element: HtmlElement }[];
}

function collect(tree: HtmlTree): Collected {
  const meta = new Map<string, string>();
  const things: Things[] = [];
  const bodies: MappedText[] = [];
  const links = new Map<string, string>();
  const headings: HtmlElement[] = [];
  const titled: HtmlElement[] = [];
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
    else if (titled.length < 50 && /^(?:div|p|span|strong|b|td|th|dt|font)$/.test(name) && isCalledTitle(tree, element))
      titled.push(element);
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
  return { meta, things, bodies, links, base, title, language, headings, titled, times, marked };
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

export function textOf(value: unknown): string | null {
  const first = Array.isArray(value) ? value[0] : value;
  return typeof first === "string" && first.trim() ? first.replace(/\s+/g, " ").trim() : null;
}

function nameOf(value: unknown): string | null {
  const first = Array.isArray(value) ? value[0] : value;
  return isThing(first) ? textOf(first.name) : textOf(first);
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

/** A BCP 47 tag from `lang`, `og:locale` or JSON-LD; null when it is none. */
export function languageTag(value: string | null | undefined): string | null {
  const tag = value?.trim().replaceAll("_", "-");
  if (!tag || !/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/.test(tag)) return null;
  const [language, ...rest] = tag.split("-");
  return [language!.toLowerCase(), ...rest.map((r) => (r.length === 2 ? r.toUpperCase() : r))].join("-");
}
