import { textBelow } from "./html-query.ts";
import type { HtmlElement, HtmlTree } from "./html-tree.ts";

export interface ArticleChoice {
  /** The element that holds the article. */
  readonly root: HtmlElement;
  /** What to do with an element below it: leave it out, keep it as the publisher's notice, or (null) keep it. */
  readonly judge: (element: HtmlElement) => "drop" | "notice" | null;
  /** How many parts were left out so far, and how many characters. */
  readonly leftOut: { parts: number; characters: number };
}

/** Counts over the text below an element, in characters of the source without white space at the ends. */
interface Weight {
  text: number;
  /** Of these in links. */
  link: number;
  /** Of these in running prose outside of links and of parts that are no article. */
  prose: number;
  links: number;
}

const words = (list: string) => new Set(list.split(" "));
const NOT_SHOWN = words("script style noscript template svg head iframe object select option button");
const NOT_ARTICLE = words("nav footer aside dialog menu");
const LINK_LISTS = words("ul ol div section p td");
const PROSE = words("p blockquote li dd td pre h1 h2 h3 h4 figcaption div section article span em i b strong font main body #root center");
/** Class and id words that sites of every kind give to what surrounds an article. Matched against whole words split at - and _. */
const FURNITURE = wordPattern(
  "share shares sharing sharedaddy sharebar social socials addtoany related relatedposts recommend recommended recommendations readmore comments? commentlist disqus respond breadcrumbs? cookies? consent gdpr pagination pager prevnext nav navbar navigation navigator menu submenu gnb lnb snb sidebar side-?bar sidenav footer masthead topbar skip-?link tagcloud taglist toolbar popup pop-?up login searchform search-?box advert advertisements? ads? adsense adslot sponsor sponsored outbrain taboola trending most-?read toc jp-relatedposts printfriendly editsection catlinks navbox site-?header language-?switcher quick-?menu file-?list satisfaction",
);
/** Words that often mean the same, but that page builders also give to parts of the text: they count only with little prose. */
const DOUBTFUL = wordPattern("widgets? rail also feedback popular overlay modal skip tags banner page-?header");
const LITTLE_PROSE = 200;
const NOTICE_BOX =
  /^(?:.*[-_])?(?:newsletters?|subscribe|subscription|subscriptions|signup|sign-?up|survey|poll|donate|donation|mailing-?list|mailinglist|cta|call-?to-?action|promo|promotion|promobox|paywall|membership|disclaimer|ambox|hatnote|mbox|author-?(?:bio|box|info)|about-?(?:the-)?author)(?:[-_].*)?$/i;
const BODY_CLASS =
  /(?:^|[\s_-])(?:article-?body|entry-?content|post-?content|article-?content|story-?body|post-?body|news-?content|view-?con(?:tent)?s?|board-?view|bbs-?view|field--name-body|mw-parser-output|td-post-content|content-?body|article-?text|main-?content|body-?content)(?:$|[\s_-])/i;

/**
 * Picks the element that holds the article, and judges the parts below it.
 *
 * Semantic marks first (itemprop=articleBody, article, main, the class names that publishing systems give to a body), when
 * they hold a good part of the page's prose; else the smallest element that holds nearly all of it. Prose is text outside
 * of links, navigation and the like. What is judged: by element name, by role, by words in class and id, by how much of
 * the text is links. Nothing that holds a third of the article is ever left out by its name.
 */
export function chooseArticle(tree: HtmlTree): ArticleChoice {
  const weights = weigh(tree);
  const body = tree.root;
  const whole = weights.get(body)!;
  const root = pickRoot(tree, weights, body, whole);
  return { root, ...judging(tree, weights, root, semanticRank(tree, root) > 1) };
}

/** The judge alone, for a fragment that is an article's body already. */
export function judgeFragment(tree: HtmlTree): ArticleChoice {
  const weights = weigh(tree);
  return { root: tree.root, ...judging(tree, weights, tree.root, true) };
}

function judging(
  tree: HtmlTree,
  weights: ReadonlyMap<HtmlElement, Weight>,
  root: HtmlElement,
  marked: boolean,
): Pick<ArticleChoice, "judge" | "leftOut"> {
  const total = Math.max(1, weights.get(root)!.text);
  const leftOut = { parts: 0, characters: 0 };
  const judge = (element: HtmlElement): "drop" | "notice" | null => {
    const weight = weights.get(element);
    if (!weight) return null;
    const verdict = judgeElement(tree, element, weight, total, marked);
    if (verdict === "drop" && weight.text) {
      leftOut.parts++;
      leftOut.characters += weight.text;
    }
    return verdict;
  };
  return { judge, leftOut };
}

function judgeElement(tree: HtmlTree, element: HtmlElement, weight: Weight, total: number, marked: boolean): "drop" | "notice" | null {
  const small = weight.prose * 3 < total || weight.text < 60;
  if (small && hasWord(tree, element, NOTICE_BOX)) return "notice";
  if (small && isFurniture(tree, element)) return "drop";
  if (small && weight.prose < LITTLE_PROSE && hasWord(tree, element, DOUBTFUL)) return "drop";
  if (!LINK_LISTS.has(element.name) || weight.links < 3 || weight.link <= weight.text * 0.75) return null;
  if (weight.text * 4 >= total || weight.prose >= 80 || followsColon(tree, element)) return null;
  // Inside a body that is marked as one, short links may be what the text lists (members, posts); headlines are related links.
  if (!marked || weight.link >= weight.links * 30) return "drop";
  return null;
}

/** Whether the text just before says that a list follows: "Its members are:". */
function followsColon(tree: HtmlTree, element: HtmlElement): boolean {
  const siblings = element.parent?.children ?? [];
  if (siblings.length > 2000) return false;
  const before = siblings.slice(Math.max(0, siblings.indexOf(element) - 3), siblings.indexOf(element));
  const text = before.map((node) => textBelow(tree, node, 3000)).join("");
  return /[:：]$/.test(text.trim()) && text.trim().length > 20;
}

/** Navigation and the like, by the element's name, role, class or id. */
function isFurniture(tree: HtmlTree, element: HtmlElement): boolean {
  if (NOT_ARTICLE.has(element.name)) return true;
  for (const attribute of element.attributes)
    if (attribute.name === "role") {
      const role = tree.source.slice(attribute.start, attribute.end).toLowerCase();
      if (/^(navigation|banner|contentinfo|search|complementary|dialog|alertdialog|menu|menubar|toolbar)$/.test(role)) return true;
    }
  return hasWord(tree, element, FURNITURE);
}

function hasWord(tree: HtmlTree, element: HtmlElement, pattern: RegExp): boolean {
  for (const attribute of element.attributes) {
    if (attribute.name !== "class" && attribute.name !== "id") continue;
    const value = tree.source.slice(attribute.start, Math.min(attribute.end, attribute.start + 300));
    for (const word of value.split(/\s+/)) if (word.length <= 60 && pattern.test(word) && !STATE.test(word)) return true;
  }
  return false;
}

/** Class words that describe a state of the page, the kind of a post or a builder's box, not what the part is for. */
const STATE =
  /^(?:has|is|no|with|without|tag|category|type|status|format|js|elementor|fusion|et)[-_]|^(?:post|page)-\d+$|^(?:page|single)-(?:template|id|child|parent)/i;

/** A class word that has one of these as a part: "share", "post-share", "share_bar". */
function wordPattern(list: string): RegExp {
  return new RegExp(`^(?:.*[-_])?(?:${list.replaceAll(" ", "|")})(?:[-_].*)?$`, "i");
}

function pickRoot(tree: HtmlTree, weights: ReadonlyMap<HtmlElement, Weight>, body: HtmlElement, whole: Weight): HtmlElement {
  const marked: { element: HtmlElement; rank: number; prose: number }[] = [];
  for (const [element, weight] of weights) {
    const rank = semanticRank(tree, element);
    if (rank > 0) marked.push({ element, rank, prose: weight.prose });
  }
  for (const [rank, share] of [
    [4, 0.35],
    [3, 0.5],
    [2, 0.5],
    [1, 0.6],
  ] as const) {
    const best = marked.filter((m) => m.rank === rank).sort((a, b) => b.prose - a.prose)[0];
    if (best && best.prose >= 80 && best.prose >= whole.prose * share) return best.element;
  }
  let root = body;
  for (;;) {
    const { prose } = weights.get(root)!;
    let heaviest: HtmlElement | null = null;
    for (const child of root.children) {
      if (child.type !== "element" || child.name === "p" || child.name === "table" || child.name === "ul" || child.name === "ol") continue;
      const weight = weights.get(child);
      if (weight && weight.prose >= prose * 0.93 && weight.prose > 0) heaviest = child;
    }
    if (!heaviest) return root;
    root = heaviest;
  }
}

function semanticRank(tree: HtmlTree, element: HtmlElement): number {
  let rank = element.name === "article" ? 3 : element.name === "main" ? 1 : 0;
  for (const attribute of element.attributes) {
    const value = tree.source.slice(attribute.start, Math.min(attribute.end, attribute.start + 300));
    if (attribute.name === "itemprop" && /\barticleBody\b/i.test(value)) return 4;
    if (attribute.name === "role" && /^(article|main)$/.test(value)) rank = Math.max(rank, 1);
    if (
      (attribute.name === "class" || attribute.name === "id") &&
      element.name !== "body" &&
      element.name !== "html" &&
      BODY_CLASS.test(value)
    )
      rank = Math.max(rank, 2);
  }
  return rank;
}

/** Weighs every element from the leaves up. */
function weigh(tree: HtmlTree): Map<HtmlElement, Weight> {
  const weights = new Map<HtmlElement, Weight>();
  const visit = (element: HtmlElement, inLink: boolean, inFurniture: boolean): Weight => {
    const weight: Weight = { text: 0, link: 0, prose: 0, links: 0 };
    weights.set(element, weight);
    for (const child of element.children) {
      if (child.type === "stray-end") continue;
      if (child.type === "text") {
        const size = trimmedSize(tree.source, child.start, child.end);
        weight.text += size;
        if (inLink) weight.link += size;
        else if (!inFurniture && PROSE.has(element.name)) weight.prose += size;
        continue;
      }
      if (NOT_SHOWN.has(child.name)) continue;
      const link = inLink || child.name === "a";
      const below = visit(child, link, inFurniture || (child.name !== "html" && child.name !== "body" && isFurniture(tree, child)));
      weight.text += below.text;
      weight.link += below.link;
      weight.prose += below.prose;
      weight.links += below.links + (child.name === "a" ? 1 : 0);
    }
    return weight;
  };
  visit(tree.root, false, false);
  return weights;
}

function trimmedSize(source: string, start: number, end: number): number {
  let from = start;
  let to = end;
  while (from < to && source.charCodeAt(from) <= 0x20) from++;
  while (to > from && source.charCodeAt(to - 1) <= 0x20) to--;
  return to - from;
}
