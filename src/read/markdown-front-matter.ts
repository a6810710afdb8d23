import { parseDocument } from "yaml";
import type { Known } from "./reader.ts";
import { readStatedDate } from "./stated-date.ts";

export interface FrontMatter {
  /** Where the text of the document begins. */
  readonly end: number;
  readonly known: Known;
  /** What is wrong with it, in words, or null. */
  readonly problem: string | null;
}

const YAML = /^\ufeff?---[ \t]*\r?\n([\s\S]*?)(?:^|\r?\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;
const TOML = /^\ufeff?\+\+\+[ \t]*\r?\n([\s\S]*?)(?:^|\r?\n)\+\+\+[ \t]*(?:\r?\n|$)/;

/** Reads the fields between `---` lines (YAML) or `+++` lines (the plain `key = "value"` of TOML) at the very beginning. */
export function readFrontMatter(text: string): FrontMatter {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const none: FrontMatter = { end: start, known: {}, problem: null };
  const yaml = YAML.exec(text);
  // A rule at the top of a text looks the same: fields begin with a name and a colon.
  if (yaml && /^\s*(?:#.*\s*)*[\w"'][^\n:]*:(?:\s|$)/.test(yaml[1]!)) {
    const parsed = parseDocument(yaml[1]!, { strict: false, uniqueKeys: false, logLevel: "silent" });
    const problem = parsed.errors[0] ? `The front matter is no valid YAML: ${parsed.errors[0].message.split("\n")[0]}` : null;
    return { end: yaml[0].length, known: knownFrom(fieldsOf(() => parsed.toJS({ maxAliasCount: 50 }))), problem };
  }
  const toml = TOML.exec(text);
  if (toml) return { end: toml[0].length, known: knownFrom(tomlFields(toml[1]!)), problem: null };
  return none;
}

function fieldsOf(read: () => unknown): Record<string, unknown> {
  try {
    const value = read();
    if (typeof value !== "object" || value === null || Array.isArray(value)) return {};
    return Object.fromEntries(Object.entries(value).map(([name, field]) => [name.toLowerCase(), field]));
  } catch {
    return {};
  }
}

function tomlFields(text: string): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const line of text.split("\n")) {
    if (/^\s*\[/.test(line)) break;
    const match = /^\s*([\w-]+)\s*=\s*(.*?)\s*$/.exec(line);
    if (!match) continue;
    const values = [...match[2]!.matchAll(/"([^"]*)"|'([^']*)'/g)].map((m) => m[1] ?? m[2]!);
    fields[match[1]!.toLowerCase()] = match[2]!.startsWith("[") ? values : (values[0] ?? match[2]);
  }
  return fields;
}

function knownFrom(fields: Record<string, unknown>): Known {
  const first = (...names: readonly string[]): string | null => {
    for (const name of names) {
      const text = textOf(fields[name]);
      if (text) return text;
    }
    return null;
  };
  const authors = [fields.authors, fields.author, fields.byline, fields.creator].flatMap(namesOf);
  const stated = first("date", "published", "pubdate", "date_published", "publishdate", "created", "updated");
  const edtf = stated ? readStatedDate(stated) : null;
  const address = first("canonical_url", "canonical", "url", "link", "source_url", "permalink", "source");
  const language = first("lang", "language", "locale");
  return {
    title: first("title", "headline"),
    authors: [...new Set(authors)],
    date: edtf ? { edtf, basis: "field" } : null,
    language: language && /^[a-z]{2,3}(?:[-_][a-z0-9]+)*$/i.test(language) ? language.replaceAll("_", "-") : null,
    address: address && /^https?:\/\//i.test(address) ? address : null,
    publisher: first("publisher", "publication", "site", "site_name"),
  };
}

function textOf(value: unknown): string | null {
  if (typeof value === "string") return value.trim() || null;
  if (typeof value === "number") return String(value);
  return value instanceof Date && !Number.isNaN(value.getTime()) ? value.toISOString().slice(0, 10) : null;
}

function namesOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(namesOf);
  if (typeof value === "object" && value !== null && "name" in value) return namesOf(value.name);
  const text = textOf(value);
  return text ? [text] : [];
}
