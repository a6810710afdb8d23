import type { Diagnostic } from "../document/diagnostic.ts";
import type { Document } from "../document/document.ts";
import { compose, MappedText } from "../document/mapped-text.ts";
import { DocumentBuilder } from "./document-builder.ts";
import { withStatedDate } from "./find-document-date.ts";
import { writeHtmlFragment } from "./html.ts";
import { languageTag, splitNames } from "./html-metadata.ts";
import type { JsonNode, JsonObject } from "./json-node.ts";
import { markNotices } from "./notices.ts";
import { readPlainText } from "./plain-text.ts";
import { type Known, ReadError, type ReadMeta } from "./reader.ts";
import { salvageJson, salvageJsonItems } from "./salvage-json.ts";
import { splitLines } from "./split-lines.ts";
import { readStatedDate } from "./stated-date.ts";
import { WaitingFaults } from "./waiting-faults.ts";
import { isWordpressPost, readWordpress } from "./wordpress.ts";

/** The names under which data sets keep the parts of a document, the first that is there counts. */
const FIELDS = {
  id: ["id", "_id", "doc_id", "docid", "document_id", "uuid", "key"],
  text: ["text", "content", "body", "full_text", "fulltext", "article", "raw_text", "contents", "plain_text"],
  html: ["html", "content_html", "body_html"],
  title: ["title", "headline", "name", "heading"],
  date: ["date", "date_published", "published", "publication_date", "pubdate", "published_at", "datetime", "created", "timestamp", "year"],
  address: ["url", "link", "address", "uri", "source_url", "canonical_url", "href"],
  language: ["language", "lang", "locale"],
  authors: ["authors", "author", "byline", "creator"],
  publisher: ["publisher", "site_name", "domain", "outlet", "source_name", "newspaper"],
} as const;

const MOST_LINE_BYTES = 32 * 1024 * 1024;

/**
 * Reads JSON lines, one document a line: `{id, text, date, title, url, language}`, other usual names of these fields too.
 *
 * Streams: holds one line at a time, of at most 32 MB. `source` is the line's `id`, else `path#line`; the text is read as
 * plain text (an `html` field as HTML; a line that is a WordPress post as one). The map counts offsets of the whole file.
 * A line that cannot be read is an error with its number for `report` (without one, on the next document), and the rest goes
 * on. Throws `ReadError` when no line at all could be read.
 */
export async function* readJsonLines(input: AsyncIterable<Uint8Array>, meta: ReadMeta): AsyncGenerator<Document> {
  const waiting = new WaitingFaults();
  let first = meta.diagnostics ?? [];
  let read = 0;
  let lastBad: Diagnostic | null = null;
  for await (const line of splitLines(input, MOST_LINE_BYTES)) {
    const place = { at: line.offset, line: line.number };
    const bad = (code: string, problem: string) => {
      lastBad = { code, severity: "error", stage: "read", message: `line ${line.number}: ${problem}`, ...place };
      waiting.add(lastBad);
    };
    if (line.text === null) {
      bad("line-too-long", `it is longer than ${MOST_LINE_BYTES / 1024 / 1024} MB and was passed over`);
      continue;
    }
    if (/^\s*$/.test(line.text)) continue;
    const own: Diagnostic[] = [];
    if (line.damaged) {
      const message = `line ${line.number}: it is not valid UTF-8; the bad bytes became U+FFFD`;
      own.push({ code: "encoding-damaged", severity: "warning", stage: "read", message, ...place });
    }
    const { value, diagnostics } = salvageJson(line.text);
    if (value?.type !== "object") {
      bad("line-unreadable", "it is no JSON object and was passed over");
      continue;
    }
    for (const d of diagnostics)
      own.push({
        ...d,
        message: `line ${line.number}: ${d.message.replace(/offset (\d+)/g, (_, n: string) => `offset ${Number(n) + line.offset}`)}`,
        at: d.at === null ? null : d.at + line.offset,
        line: line.number,
      });
    const placed = new MappedText(line.text, [
      { start: 0, end: line.text.length, sourceStart: line.offset, sourceEnd: line.offset + line.text.length },
    ]);
    const record = readRecord(placed, value, { ...meta, diagnostics: [] }, `${meta.source}#${line.number}`);
    if (record === null) {
      bad("line-without-text", `it has no text (expected one of: ${[...FIELDS.text, ...FIELDS.html].join(", ")}) and was passed over`);
      continue;
    }
    read++;
    yield withFaults(record, [...first, ...handOver(waiting, meta), ...own]);
    first = [];
  }
  if (read > 0) for (const diagnostic of waiting.take()) meta.report?.(diagnostic);
  else
    throw new ReadError("unreadable", {
      path: meta.source,
      place: (lastBad as Diagnostic | null)?.message.split(":")[0] ?? null,
      problem: `no line holds a document${lastBad ? ` (${(lastBad as Diagnostic).message})` : ""}`,
      expected: 'one JSON object a line, such as {"id": "a1", "text": "…", "date": "2019-05-12"}',
      advice: "Check that the file is JSON lines and that the text is in a field named text.",
    });
}

/** Reads the same records from one JSON value: an array of them, or a single one over several lines. */
export function* readJsonRecords(input: MappedText, meta: ReadMeta): Generator<Document> {
  const waiting = new WaitingFaults();
  waiting.add(...(meta.diagnostics ?? []));
  let count = 0;
  let read = 0;
  for (const { value, diagnostics } of salvageJsonItems(input.text)) {
    waiting.add(...diagnostics);
    const list =
      value.type === "object"
        ? [...value.entries.values()].find((v) => v.type === "array" && v.items.some((i) => i.type === "object" && fieldOf(i, "text")))
        : value;
    for (const item of list?.type === "array" ? list.items : [value]) {
      count++;
      const record =
        item.type === "object"
          ? readRecord(input, item, { ...meta, diagnostics: [] }, count === 1 && value === item ? meta.source : `${meta.source}#${count}`)
          : null;
      if (record) {
        read++;
        yield withFaults(record, waiting.take());
      } else
        waiting.add({
          code: "record-without-text",
          severity: "error",
          stage: "read",
          message: `record ${count} at offset ${item.start} has no text and was passed over`,
          at: item.start,
        });
    }
  }
  if (read > 0) for (const diagnostic of waiting.take()) meta.report?.(diagnostic);
  else
    throw new ReadError("unreadable", {
      path: meta.source,
      place: waiting.first && waiting.first.at !== null ? `offset ${waiting.first.at}` : null,
      problem: `the JSON holds no document${waiting.first ? ` (${waiting.first.message})` : ""}`,
      expected: "WordPress posts, or records with a field named text",
      advice: "Check what the file holds, and rename the field that holds the text.",
    });
}

/** Faults of lines that became no document: to `report` where there is one, else back, for the next document to carry. */
function handOver(waiting: WaitingFaults, meta: ReadMeta): readonly Diagnostic[] {
  const faults = waiting.take();
  if (!meta.report) return faults;
  for (const fault of faults) meta.report(fault);
  return [];
}

function withFaults(document: Document, faults: readonly Diagnostic[]): Document {
  return faults.length ? { ...document, diagnostics: [...faults, ...document.diagnostics] } : document;
}

function readRecord(input: MappedText, record: JsonObject, meta: ReadMeta, fallback: string): Document | null {
  if (isWordpressPost(record)) {
    const post = input.slice(record.start, record.end);
    const [document] = readWordpress(post, { ...meta, source: idOf(record) ?? fallback });
    return document ?? null;
  }
  const text = fieldOf(record, "text");
  const html = text ? null : fieldOf(record, "html");
  const value = text ?? html;
  if (value?.type !== "string") return null;
  const known: Known = { ...meta.known, ...knownOf(record) };
  const inner: ReadMeta = { source: idOf(record) ?? fallback, known, diagnostics: meta.diagnostics ?? [] };
  const mapped = compose(value.read(), input);
  const notes: Diagnostic[] = [];
  const written = plainOf(fieldOf(record, "date"));
  if (written && !known.date)
    notes.push({
      code: "date-unreadable",
      severity: "warning",
      stage: "read",
      message: `the date “${written.slice(0, 60)}” could not be read`,
      at: null,
    });
  if (html || looksLikeHtml(mapped.text)) {
    const builder = new DocumentBuilder(mapped);
    writeHtmlFragment(builder, mapped, { base: known.address ?? null });
    const document = markNotices(withStatedDate(builder.build(inner, { format: "json-lines" })));
    return { ...document, diagnostics: [...document.diagnostics, ...notes] };
  }
  const document = readPlainText(mapped, inner);
  return markNotices({ ...document, format: "json-lines", diagnostics: [...document.diagnostics, ...notes] });
}

function looksLikeHtml(text: string): boolean {
  const sample = text.slice(0, 20_000);
  return (sample.match(/<\/(?:p|div|li|h[1-6]|td|span|a)>|<br\s*\/?>/gi)?.length ?? 0) >= 2;
}

function fieldOf(record: JsonObject, field: keyof typeof FIELDS): JsonNode | undefined {
  for (const name of FIELDS[field]) {
    const value = record.entries.get(name);
    if (
      value &&
      !(value.type === "scalar" && value.value === null) &&
      !(value.type === "string" && field !== "text" && value.read().text.trim() === "")
    ) {
      if ((field === "text" || field === "html") && value.type !== "string") continue;
      return value;
    }
  }
  return undefined;
}

function plainOf(node: JsonNode | undefined): string | null {
  if (node?.type === "string") return node.read().text.trim() || null;
  return node?.type === "scalar" && typeof node.value === "number" ? String(node.value) : null;
}

function idOf(record: JsonObject): string | null {
  return plainOf(fieldOf(record, "id"));
}

function knownOf(record: JsonObject): Known {
  const edtf = readStatedDate(plainOf(fieldOf(record, "date")) ?? "");
  const authors = fieldOf(record, "authors");
  const names =
    authors?.type === "array"
      ? authors.items.map((item) => (item.type === "object" ? plainOf(item.entries.get("name")) : plainOf(item)))
      : splitNames(plainOf(authors) ?? "");
  const stated = {
    title: plainOf(fieldOf(record, "title")),
    date: edtf ? ({ edtf, basis: "field" } as const) : null,
    language: languageTag(plainOf(fieldOf(record, "language"))),
    address: plainOf(fieldOf(record, "address")),
    publisher: plainOf(fieldOf(record, "publisher")),
  };
  const present = Object.entries(stated).filter(([, value]) => value !== null);
  const list = names.filter((name) => name !== null);
  return { ...Object.fromEntries(present), ...(list.length ? { authors: list } : {}) };
}
