import { readFileSync } from "node:fs";
import { findMentions } from "../../src/actors/find-mentions.ts";
import type { Mention } from "../../src/actors/mention.ts";
import type { Block, Document, Section } from "../../src/document/document.ts";
import { type Extractor, loadExtractor } from "../../src/pipeline.ts";

let extractor: Extractor | null = null;
/** All mentions of a document, references included, as extraction sees them. */
export function readMentions(document: Document): Mention[] {
  extractor ??= loadExtractor();
  return extractor.mentions(document);
}

/** One golden case: a text whose mentions stand in brackets, `[Seoul](KOR capital @Seoul)`. */
export interface GoldenCase {
  readonly name: string;
  /** What the header says after the bar: `title`, `date`, `publisher`, `address`, `language`. */
  readonly options: Readonly<Record<string, string>>;
  readonly marked: string;
  /** Which mentions are shown: those by name, only references, or all. */
  readonly shows: "named" | "references" | "all";
}

/** Reads a golden file: `=== name | key: value; key: value`, then lines that begin with `>`; `> # Mexico` is a heading. */
export function readGolden(path: string): GoldenCase[] {
  const shows = /references[^/]*$/.test(path) ? "references" : /paragraphs[^/]*$/.test(path) ? "all" : "named";
  return readFileSync(path, "utf8")
    .split(/^=== /m)
    .slice(1)
    .map((part) => {
      const [head, ...lines] = part.split("\n");
      const [name, rest] = head!.split("|");
      const options = Object.fromEntries(
        (rest ?? "")
          .split(";")
          .flatMap((o) => (o.includes(":") ? [[o.slice(0, o.indexOf(":")).trim(), o.slice(o.indexOf(":") + 1).trim()]] : [])),
      );
      const marked = lines
        .filter((line) => line.startsWith(">"))
        .map((line) => line.slice(1).trim())
        .join("\n");
      return { name: name!.trim(), options, marked, shows };
    });
}

const MARK = /\[([^\][]+)\]\(([^()]*)\)/g;

/** What the program makes of a case, in the notation of the case: details that the case does not ask for are left out. */
export function renderGolden(golden: GoldenCase): string {
  const wanted = new Map<number, string>();
  let text = "";
  let at = 0;
  for (const match of golden.marked.matchAll(MARK)) {
    text += golden.marked.slice(at, match.index);
    wanted.set(text.length, match[2]!);
    text += match[1]!;
    at = match.index + match[0].length;
  }
  text += golden.marked.slice(at);
  const document = makeDocument(text, golden.options);
  const all = golden.shows === "named" ? findMentions(document) : readMentions(document);
  const mentions = golden.shows === "references" ? all.filter((mention) => mention.form === "reference") : all;
  let out = "";
  let from = 0;
  for (const mention of mentions) {
    out += text.slice(from, mention.start);
    out += `[${mention.text}](${describe(mention, wanted.get(mention.start) ?? null)})`;
    from = mention.end;
  }
  return out + text.slice(from);
}

/** Actors, then only the details that are asked for: form, kind:…, @city, "person", #office, !body. */
function describe(mention: Mention, wanted: string | null): string {
  const parts = [mention.actors.join("+") || "-"];
  const asks = (sign: RegExp) => wanted === null || sign.test(wanted);
  if (asks(/(?:^| )(?:name|demonym|capital|city|body|office|person|reference|code)\b/)) parts.push(mention.form);
  if (asks(/kind:/)) parts.push(`kind:${mention.kind}`);
  if (mention.city && asks(/@/)) parts.push(`@${mention.city}`);
  if (mention.person && asks(/"/)) parts.push(`"${mention.person}"`);
  if (mention.office && asks(/#/)) parts.push(`#${mention.office}`);
  if (mention.body && asks(/!/)) parts.push(`!${mention.body}`);
  return parts.join(" ");
}

/** A document of paragraphs, one a line; lines that begin with `#` are headings and open sections. */
export function makeDocument(text: string, options: Readonly<Record<string, string>> = {}): Document {
  const blocks: Block[] = [];
  const sections: Section[] = [];
  let at = 0;
  for (const line of text.split("\n")) {
    const start = at;
    at += line.length + 1;
    if (line === "") continue;
    const heading = line.startsWith("# ");
    if (heading) sections.push({ heading: line.slice(2), level: 2, parent: -1, start, end: text.length });
    const from = heading ? start + 2 : start;
    blocks.push({
      kind: heading ? "heading" : "paragraph",
      role: "body",
      level: heading ? 2 : 0,
      marker: null,
      section: sections.length - 1,
      table: -1,
      start: from,
      end: start + line.length,
    });
  }
  return {
    id: "d_test",
    source: "test",
    format: "text",
    text,
    title: options.title ?? null,
    authors: [],
    date: options.date ? { edtf: options.date, basis: "field" } : null,
    language: options.language ?? "en",
    address: options.address ?? null,
    publisher: options.publisher ?? null,
    blocks,
    sections,
    tables: [],
    links: [],
    citations: [],
    map: [],
    mapUnit: "file",
    parts: [],
    diagnostics: [],
  };
}
