import type { Document, Link } from "../document/document.ts";
import type { MappedText } from "../document/mapped-text.ts";
import { rangeToSource } from "../document/source-map.ts";
import { DocumentBuilder, type Found } from "./document-builder.ts";
import type { ReadMeta } from "./reader.ts";
import { writeNodes } from "./wikitext-blocks.ts";
import type { Sink } from "./wikitext-inline.ts";
import { readTarget } from "./wikitext-links.ts";
import { NO_SITE, newPage, type Site } from "./wikitext-page.ts";
import { rememberReferences } from "./wikitext-references.ts";
import { plainText } from "./wikitext-templates.ts";
import { titleOf } from "./wikitext-title.ts";
import { parseTree } from "./wikitext-tree.ts";

const REDIRECT =
  /^\s*#(?:redirect|redirección|redirecionamento|redirection|weiterleitung|rinvia|doorverwijzing|перенаправление|넘겨주기|転送)\s*:?\s*\[\[([^\]|]+)/iu;

/** Where a page redirects to, or null when it is a page of its own. */
export function redirectOf(source: string): string | null {
  const match = REDIRECT.exec(source.slice(0, 1000));
  const target = match ? readTarget(match[1]!) : null;
  return target?.kind === "page" ? target.page : null;
}

/**
 * Reads a page of MediaWiki wikitext.
 *
 * - Templates that show text are resolved as far as that can be done without the wiki (flags, dates, lists, quotes, languages,
 *   units …), others are left out and listed in one diagnostic (`templates-left-out`).
 * - References become citations at their place, with the fields of their cite template and the number they show.
 * - `{{main|…}}` and its like, categories and links to other languages are links without width (`wiki:Category:…`, `wiki:es:…`).
 * - The fields of an infobox are a table whose rows have the role `notice`.
 * - Broken markup is read on with a diagnostic: `template-unclosed`, `link-unclosed`, `table-unclosed`, `reference-unclosed`,
 *   `comment-unclosed`, `tag-unclosed`, `reference-undefined`, `nesting-too-deep`, `redirect`.
 *
 * The title is the caller's, else what `titleOf` finds. Wikitext has no date.
 *
 * @example
 * readWikitext(MappedText.identity("'''Chile''' has an embassy in [[Quito]].<ref>A list</ref>"), { source: "chile.txt" }).text
 * // "Chile has an embassy in Quito."
 */
export function readWikitext(input: MappedText, meta: ReadMeta): Document {
  return readPage(input, meta, { format: "mediawiki" }, NO_SITE);
}

/** Reads a page of which a container knows more: where it stands, when it was changed, what the wiki calls its namespaces. */
export function readPage(input: MappedText, meta: ReadMeta, found: Found, site: Site): Document {
  const source = input.text;
  const builder = new DocumentBuilder(input);
  const place = (at: number): number => rangeToSource(input.map, at, at).start;
  const complaints = new Map<string, number>();
  const page = newPage(
    source,
    (code, message, at) => {
      const count = (complaints.get(code) ?? 0) + 1;
      complaints.set(code, count);
      if (count <= MOST_OF_A_KIND) builder.addDiagnostic(code, "warning", message, place(at));
    },
    site,
  );
  const redirect = redirectOf(source);
  if (redirect) builder.addDiagnostic("redirect", "info", `The page only redirects to "${redirect}".`, null);
  const sink: Sink = { page, builder, points: [], captions: [], bold: null };
  const nodes = parseTree(source, 0, source.length, page.complain);
  rememberReferences(nodes, page);
  if (!redirect) writeNodes(nodes, sink);
  for (const [code, count] of complaints)
    if (count > MOST_OF_A_KIND) builder.addDiagnostic(code, "warning", `${count - MOST_OF_A_KIND} more of the same.`, null);
  if (page.unknown.size)
    builder.addDiagnostic("templates-left-out", "info", leftOut(page.unknown), place([...page.unknown.values()][0]!.at));
  const displayTitle = page.displayTitle ? plainText(page.displayTitle, page) : null;
  const document = builder.build(meta, found);
  // words in bold further down are a label there
  const lead = document.blocks.find((b) => b.kind === "heading" && b.start > 0)?.start ?? Number.POSITIVE_INFINITY;
  const bold =
    sink.bold && sink.bold.end > sink.bold.start && sink.bold.start <= lead
      ? document.text.slice(sink.bold.start, sink.bold.end).trim()
      : null;
  const links = [...document.links, ...sink.points.map(({ at, target }): Link => ({ start: at, end: at, target }))];
  if (redirect) links.push({ start: 0, end: 0, target: `wiki:${redirect}` });
  links.sort((a, b) => a.start - b.start || b.end - a.end);
  return { ...document, links, title: document.title ?? titleOf(page, displayTitle, bold) };
}

const MOST_OF_A_KIND = 20;

function leftOut(unknown: ReadonlyMap<string, { readonly count: number }>): string {
  const names = [...unknown].slice(0, 30).map(([name, { count }]) => (count > 1 ? `${name} (${count} times)` : name));
  const more = unknown.size > 30 ? ` and ${unknown.size - 30} others` : "";
  return `Templates of which nothing is known were left out: ${names.join(", ")}${more}.`;
}
