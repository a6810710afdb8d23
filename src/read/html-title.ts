import type { Collected } from "./html-metadata.ts";
import { attributeOf, elementsBelow, textBelow } from "./html-query.ts";
import type { HtmlElement, HtmlTree } from "./html-tree.ts";

/**
 * The heading that shows the title: one that says what the title says, else the first of the article above its running
 * text, else the only h1 of the page. A heading that is only the site's name is none where there is another.
 */
export function pickTitleHeading(
  tree: HtmlTree,
  found: Collected,
  stated: string | null,
  site: string | null,
  article: HtmlElement,
): HtmlElement | null {
  const wanted = [stated, found.title].filter((t) => t !== null).map(plainWords);
  let best: { readonly heading: HtmlElement; readonly score: number } | null = null;
  for (const heading of [...found.headings, ...found.titled]) {
    const words = plainWords(textBelow(tree, heading, 500));
    const score = words.length < 3 ? 0 : Math.max(0, ...wanted.map((title) => likeness(words, title)));
    if (score > (best?.score ?? 0) && !(score < 3 && isSite(words, site)) && !leadsHome(tree, heading)) best = { heading, score };
  }
  if (best) return best.heading;
  const shown = found.headings.filter((h) => textBelow(tree, h, 500) !== "");
  const first = shown.filter((h) => h.name === "h1");
  const own = first.filter((h) => !leadsHome(tree, h) && !isSiteName(plainWords(textBelow(tree, h, 500)), site, found.title));
  if (own.length === 1) return own[0]!;
  const above = shown.find((h) => h.name !== "h4" && isAboveText(tree, h, article));
  if (above && own.length === 0 && plainWords(textBelow(tree, above, 500)).split(" ").length >= 3) return above;
  return first.length === 1 ? first[0]! : null;
}

/** A logo: it links to where the site begins. */
function leadsHome(tree: HtmlTree, heading: HtmlElement): boolean {
  for (const element of elementsBelow(heading))
    if (
      element.name === "a" &&
      /^(?:https?:\/\/[^/]+)?\.?\/?(?:(?:index|home|main)[.\w]*)?$/i.test(attributeOf(tree, element, "href") ?? "#")
    )
      return true;
  return false;
}

function isSite(words: string, site: string | null): boolean {
  return site !== null && words === plainWords(site);
}

/** The publisher's name, or what the page's title ends or begins with beside the title itself. */
function isSiteName(words: string, site: string | null, title: string | null): boolean {
  if (isSite(words, site)) return true;
  const parts = (title ?? "").split(/ [|–—·»:-] | :: /).map(plainWords);
  return parts.length > 1 ? parts.at(-1) === words : false;
}

/** It stands in the article, before any long paragraph of it. */
function isAboveText(tree: HtmlTree, heading: HtmlElement, article: HtmlElement): boolean {
  if (heading.start < article.start || heading.start >= article.contentEnd) return false;
  let text = 0;
  for (const element of elementsBelow(article)) {
    if (element.start > heading.start) return true;
    if (element.name === "p") text += textBelow(tree, element, 200).length;
    if (text >= 120) return false;
  }
  return true;
}

/** How surely a heading says a title: 3 the same, 2 its beginning (a site's name follows) or the title its beginning, 1 a long part; its end is the site's name. */
function likeness(heading: string, title: string): number {
  if (heading === title) return 3;
  if (title.startsWith(`${heading} `)) return 2;
  if (title.length >= 12 && heading.startsWith(`${title} `)) return 2;
  return heading.length >= 15 && title.includes(` ${heading} `) ? 1 : 0;
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

/** The site's name as the page's title has it beside the title that the page shows: "Envoys meet - The Daily Example"; null without one. */
export function siteNameBeside(title: string | null, shown: string | null): string | null {
  const parts = (title ?? "")
    .replace(/\s+/g, " ")
    .trim()
    .split(/ [|–—·»:-] | :: /);
  if (parts.length < 2 || !shown) return null;
  const [first, last] = [parts[0]!, parts.at(-1)!];
  const heading = plainWords(shown);
  const site = heading.startsWith(plainWords(first)) ? last : heading.startsWith(plainWords(last)) ? first : null;
  return site && plainWords(site) !== "" && !heading.includes(plainWords(site)) ? site : null;
}

/** Its class or id calls an element that is no heading a title. */
export function isCalledTitle(tree: HtmlTree, element: HtmlElement): boolean {
  const called = element.attributes.some(
    (attribute) =>
      /^(?:class|id|itemprop)$/.test(attribute.name) &&
      /(?:^|[\s_-])(?:title|tit|headline|subject|heading)(?:$|[\s_-])/i.test(
        tree.source.slice(attribute.start, Math.min(attribute.end, attribute.start + 200)),
      ),
  );
  return called && element.contentEnd - element.contentStart < 1500;
}
