import type { Complain } from "./wikitext-nodes.ts";

/** An HTML tag that wikitext allows: `<br>`, `<small>`, `</div>`. */
export interface Tag {
  readonly kind: "tag";
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly closing: boolean;
  /** Raw, as it stands between the name and `>`. */
  readonly attributes: string;
}

/** A tag whose content is read by rules of its own: `<ref>`, `<nowiki>`, `<gallery>`. */
export interface Extension {
  readonly kind: "extension";
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly attributes: string;
  /** The content; empty for `<ref name=x />`. */
  readonly innerStart: number;
  readonly innerEnd: number;
}

const EXTENSIONS = new Set(
  (
    "ref references nowiki pre gallery poem math chem ce score syntaxhighlight source timeline templatedata templatestyles imagemap " +
    "inputbox hiero graph mapframe maplink indicator section includeonly categorytree charinsert"
  ).split(" "),
);

/** Tags of the preprocessor that say where a text is shown; on the page itself the first two are shown. */
const TRANSPARENT = new Set(["noinclude", "onlyinclude", "translate", "tvar", "languages"]);

const HTML = new Set(
  (
    "abbr b bdi bdo big blockquote br caption center cite code col colgroup data dd del dfn div dl dt em font h1 h2 h3 h4 h5 h6 hr i ins kbd " +
    "li link mark meta ol p q rb rp rt rtc ruby s samp small span strike strong sub sup table tbody td tfoot th thead time tr tt u ul var wbr"
  ).split(" "),
);

const TAG = /<(\/?)([a-z][a-z0-9]*)((?:[\s/][^<>]*)?)>/iy;
/** A reference that someone forgot to close holds another reference or a heading. */
const BEYOND_REFERENCE = /<ref[\s>]|\n==|\n[ \t]*\n[*#:;{|=]/i;

/** By name of a tag: the closing tag found last and from where it was looked for; null when there is none further on. */
export type Closings = Map<string, { readonly from: number; readonly start: number; readonly end: number } | null>;

/** The tag at `at`, or null when what stands there is text. `closings` is kept from call to call, so that no search is made twice. */
export function scanTag(source: string, at: number, limit: number, closings: Closings, complain: Complain): Tag | Extension | null {
  TAG.lastIndex = at;
  const match = TAG.exec(source);
  if (!match || TAG.lastIndex > limit) return null;
  const name = match[2]!.toLowerCase();
  const end = at + match[0].length;
  const selfClosing = match[3]!.endsWith("/");
  const attributes = (selfClosing ? match[3]!.slice(0, -1) : match[3]!).trim();
  const closing = match[1] === "/";
  if (HTML.has(name) || TRANSPARENT.has(name)) return { kind: "tag", start: at, end, name, closing, attributes };
  if (!EXTENSIONS.has(name)) return null;
  if (closing) return { kind: "tag", start: at, end, name, closing, attributes };
  if (selfClosing) return { kind: "extension", start: at, end, name, attributes, innerStart: end, innerEnd: end };
  const close = findClosing(source, name, end, limit, closings);
  if (!close) return unclosed(source, at, end, limit, name, attributes, complain);
  if (name === "ref") {
    const inner = source.slice(end, close.start);
    const beyond = inner.search(BEYOND_REFERENCE);
    if (beyond >= 0) return unclosed(source, at, end, end + beyond, name, attributes, complain);
  }
  return { kind: "extension", start: at, end: close.end, name, attributes, innerStart: end, innerEnd: close.start };
}

function findClosing(source: string, name: string, from: number, limit: number, closings: Closings): { start: number; end: number } | null {
  const known = closings.get(name);
  if (known === null || (known && from >= known.from && from <= known.start)) return known;
  const closing = new RegExp(`</${name}\\s*>`, "gi");
  closing.lastIndex = from;
  const match = closing.exec(source);
  const found = match && closing.lastIndex <= limit ? { from, start: match.index, end: closing.lastIndex } : null;
  closings.set(name, found);
  return found;
}

/** What a tag without an end holds: a reference the template or address at its start, or else its line; other tags nothing. */
function unclosed(
  source: string,
  start: number,
  from: number,
  limit: number,
  name: string,
  attributes: string,
  complain: Complain,
): Tag | Extension {
  if (name !== "ref") {
    complain("tag-unclosed", `A <${name}> is not closed; the tag alone was left out.`, start);
    return { kind: "tag", start, end: from, name, closing: false, attributes };
  }
  complain("reference-unclosed", "A reference is not closed; it was taken to end with its template, address or line.", start);
  const innerEnd = referenceEnd(source, from, limit);
  return { kind: "extension", start, end: innerEnd, name, attributes, innerStart: from, innerEnd };
}

function referenceEnd(source: string, from: number, limit: number): number {
  const lineBreak = source.indexOf("\n", from);
  const line = Math.min(limit, lineBreak < 0 ? limit : lineBreak);
  const text = source.slice(from, Math.min(limit, from + 4000));
  const address = /^\s*(?:\[[^\]\n]*\]|https?:\/\/[^\s<]+)/.exec(text);
  if (address) return from + address[0].length;
  const opening = /^\s*\{\{/.exec(text);
  if (!opening) return line;
  let depth = 0;
  const braces = /\{\{|\}\}/g;
  for (const brace of text.matchAll(braces)) {
    depth += brace[0] === "{{" ? 1 : -1;
    if (depth === 0) return from + brace.index + 2;
  }
  return line;
}

/** The value of one attribute, or null. Quotes are optional, as wikis have it. */
export function attribute(attributes: string, name: string): string | null {
  if (attributes === "") return null;
  const match = pattern(name).exec(attributes);
  return match ? (match[1] ?? match[2] ?? match[3] ?? "").trim() : null;
}

const patterns = new Map<string, RegExp>();

function pattern(name: string): RegExp {
  const known = patterns.get(name);
  if (known) return known;
  const made = new RegExp(`(?:^|[\\s"'])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, "i");
  patterns.set(name, made);
  return made;
}
