/**
 * The words of a sample as a reader of the page sees them, got by means simpler than the project's own readers, so that the
 * expected claims are checked against the files and not against what the readers make of them.
 */
import { readFileSync } from "node:fs";
import { briefing, paper } from "../../scripts/sample-texts.ts";

export const samples = new URL("../../samples/", import.meta.url);

const load = (name: string): string => readFileSync(new URL(name, samples), "utf8");

const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  nbsp: " ",
  ndash: "–",
  mdash: "—",
  hellip: "…",
  rsquo: "’",
  aacute: "á",
  eacute: "é",
  iacute: "í",
  oacute: "ó",
  uacute: "ú",
  ntilde: "ñ",
};

export function squeeze(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}

function decodeEntities(text: string): string {
  return text.replace(/&(#\d+|#x[\da-f]+|\w+);/giu, (whole, name: string) => {
    if (name.startsWith("#x")) return String.fromCodePoint(Number.parseInt(name.slice(2), 16));
    if (name.startsWith("#")) return String.fromCodePoint(Number(name.slice(1)));
    return ENTITIES[name] ?? whole;
  });
}

function plainHtml(html: string): string {
  const visible = html.replace(/<(script|style|head)\b[\s\S]*?<\/\1>/giu, " ");
  return squeeze(decodeEntities(visible.replace(/<\/?(?:a|b|i|em|strong|span|time)\b[^>]*>/giu, "").replace(/<[^>]+>/gu, " ")));
}

function plainWikitext(wikitext: string): string {
  let text = wikitext.replace(/<!--[\s\S]*?-->/gu, "").replace(/<ref[^>]*\/>|<ref[^>]*>[\s\S]*?<\/ref>/giu, "");
  text = text.replace(/\{\{(?:flag|dts)\|([^{}|]*)\}\}/gu, "$1");
  for (let depth = 0; depth < 3; depth++) text = text.replace(/\{\{(?!\|)[^{}]*\}\}/gu, "");
  text = text.replace(/\[\[(?:[^\]|]*\|)?([^\]|]*)\]\]/gu, "$1").replace(/'{2,}/gu, "");
  return squeeze(text.replace(/\|\||!!/gu, "\t").replace(/^\|-?/gmu, " "));
}

interface Post {
  readonly id: number;
  readonly content: { readonly rendered: string };
}

const plainPost = (post: Post): string => plainHtml(post.content.rendered);

const between = (text: string, open: string, close: string): string[] =>
  text
    .split(open)
    .slice(1)
    .map((part) => part.slice(0, part.indexOf(close)));

function plainLines(text: string): string {
  const heads = /^(?:\d{3} {4}[A-Z -]+|\s*[A-Z, ]+ {4}\d{3}|\d [A-Z][a-z ].*|\s*Pacific Papers, .*)$/gmu;
  return squeeze(
    text
      .replaceAll("\f", "\n")
      .replace(heads, "")
      .replace(/(\p{L}{3,})-\s*\n\s*(\p{Ll})/gu, "$1$2"),
  );
}

/** Every document in the samples, by the name under which its claims are expected. */
export function sampleDocuments(): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const name of ["wordpress-post", "wordpress-embedded"]) texts.set(name, plainPost(JSON.parse(load(`${name}.json`)) as Post));
  for (const post of JSON.parse(load("wordpress-posts.json")) as Post[]) texts.set(`wordpress-posts.json#${post.id}`, plainPost(post));
  const cut = load("wordpress-cut-off.txt");
  const rendered = cut.slice(cut.indexOf('"rendered":"\\n<p>') + '"rendered":"'.length).replace(/\\n|[\t\v]/gu, " ");
  texts.set("wordpress-cut-off", plainHtml(rendered.replaceAll("\\/", "/")));
  for (const name of ["ecuador-foreign-relations", "north-korea-latin-america", "taiwan-allies"])
    texts.set(name, plainWikitext(load(`${name}.wiki`)));
  for (const page of between(load("relations-dump.xml"), "<page>", "</page>"))
    texts.set(`relations-dump.xml#${page.match(/<id>(\d+)/u)![1]}`, plainWikitext(decodeEntities(between(page, "<text", "</text>")[0]!)));
  for (const name of ["embassy-raid", "fealac-busan", "andean-chronology"]) texts.set(name, plainHtml(load(`${name}.html`)));
  for (const name of ["summits-forums-funds", "forums-after-2009", "war-of-posts"]) texts.set(name, plainLines(load(`${name}.txt`)));
  for (const name of ["moon-yoon-briefing", "high-level-visits"]) {
    const marked = load(`${name}.md`).replace(/\[([^\]^]+)\]\([^)]*\)/gu, "$1");
    texts.set(name, squeeze(marked.replace(/ \| /gu, "\t").replace(/[*_]/gu, "")));
  }
  const prose = paper.sections.flatMap((section) => section.paragraphs).join(" ");
  texts.set("korea-eclac-iadb-aladi", squeeze(prose.replaceAll("|", "").replace(/\^\d/gu, "")));
  const brief = [briefing.summary, ...briefing.sections.flatMap((section) => section.paragraphs), ...briefing.bullets];
  texts.set("korea-trade-agreements", squeeze([...brief, ...briefing.table.map((row) => row.join("\t"))].join(" ")));
  for (const item of between(load("ministry-feed.xml"), "<item>", "</item>"))
    texts.set(`ministry-feed.xml#${item.match(/<guid[^>]*>([^<]*)/u)![1]}`, plainHtml(between(item, "<![CDATA[", "]]>")[0]!));
  for (const entry of between(load("seoul-bulletin.atom"), "<entry>", "</entry>")) {
    const content = between(entry, "<content", "</content>")[0]!;
    const html = content.slice(content.indexOf(">") + 1);
    texts.set(`seoul-bulletin.atom#${entry.match(/<id>([^<]*)/u)![1]}`, plainHtml(decodeEntities(html)));
  }
  for (const line of load("wire.jsonl").trim().split("\n")) {
    const item = JSON.parse(line) as { id: string; text: string };
    texts.set(item.id, item.text);
  }
  return texts;
}
