import type { Format } from "../document/document.ts";

/** What a source turned out to be; `json` is JSON that stands as one value, of posts or of records. */
export type Detected = { readonly format: Format; readonly whole: boolean } | { readonly format: null; readonly reason: string };

const is = (format: Format, whole = true): Detected => ({ format, whole });

/**
 * Tells a format by the first bytes of its content (64 KB are enough). `name` decides only between plain text and a light
 * markup when the content shows no sign of either. `whole` is false for what is best read as a stream. When the encoding of
 * `headText` was only `guessed`, a few characters that no text has are enough to tell it from text.
 */
export function detectFormat(head: Uint8Array, headText: string, name: string, guessed = false): Detected {
  const magic = String.fromCharCode(...head.subarray(0, 1024));
  if (/%PDF-\d/.test(magic)) return is("pdf");
  if (magic.startsWith("PK\x03\x04")) return detectZip(head);
  const binary = binaryKind(magic, headText, guessed);
  if (binary) return { format: null, reason: binary };
  const text = headText.trimStart();
  return (
    detectXml(text) ??
    detectJson(text) ??
    (/^(?:<!--[\s\S]{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body)[\s>]/i.test(text) ? is("html") : null) ??
    detectByMarkup(text, extensionOf(name))
  );
}

function detectZip(head: Uint8Array): Detected {
  const names = String.fromCharCode(...head.subarray(0, 8192)) + Buffer.from(head).toString("latin1");
  if (/word\//.test(names)) return is("docx");
  if (/xl\//.test(names)) return { format: null, reason: "a spreadsheet (XLSX)" };
  if (/ppt\//.test(names)) return { format: null, reason: "a presentation (PPTX)" };
  if (/opendocument/.test(names)) return { format: null, reason: "an OpenDocument file" };
  if (/\[Content_Types\]\.xml/.test(names)) return is("docx");
  return { format: null, reason: "a ZIP archive" };
}

/** Most of such characters in a text whose encoding is known, and in one that is read in a guessed encoding. */
const MOST_ODD = 0.1;
const MOST_ODD_GUESSED = 0.02;

function binaryKind(magic: string, text: string, guessed: boolean): string | null {
  if (magic.startsWith("BZh")) return "a bzip2 archive";
  if (magic.startsWith("\xfd7zXZ")) return "an xz archive";
  if (magic.startsWith("\xd0\xcf\x11\xe0")) return "an old Office file (DOC, XLS)";
  if (magic.startsWith("{\\rtf")) return "an RTF file";
  if (/^\x89PNG|^\xff\xd8\xff|^GIF8|^RIFF|^\x7fELF|^MZ\x90|^7z\xbc|^Rar!|^SQLite format 3/.test(magic)) return "a binary file";
  let odd = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x20 ? code !== 9 && code !== 10 && code !== 13 && code !== 12 : code === 0xfffd || (code >= 0x80 && code < 0xa0)) odd++;
  }
  if (odd > text.length * MOST_ODD) return "binary data and not text";
  return guessed && odd >= 3 && odd > text.length * MOST_ODD_GUESSED
    ? "binary data and not text, or text in an encoding that cannot be told"
    : null;
}

function detectXml(text: string): Detected | null {
  if (!text.startsWith("<")) return null;
  const start = text
    .slice(0, 20_000)
    .replace(/<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE[^>[]*(?:\[[\s\S]*?\])?>/g, "")
    .trimStart();
  const root = /^<([\w:-]+)/.exec(start)?.[1]?.toLowerCase() ?? "";
  if (root === "mediawiki" || ((root === "page" || root === "siteinfo") && /<(?:revision|namespaces|ns)\b/.test(start)))
    return is("mediawiki-xml", false);
  if (root === "rss" || root === "feed" || root === "rdf:rdf" || root === "channel" || /:feed$/.test(root)) return is("feed");
  if (root === "html") return is("html");
  if ((root === "item" || root === "entry") && /<(?:title|link|guid|id)\b/.test(start)) return is("feed");
  return null;
}

function detectJson(text: string): Detected | null {
  const start = text.replace(/^\)\]\}',?\s*|^[\w$.]{1,40}\(\s*(?=[{[])/, "");
  const object = /^\{\s*(?:"|\}|[A-Za-z_]\w*\s*:\s*["\d[{])/.test(start);
  const array = /^\[\s*(?:\{\s*"|\])/.test(start);
  const inside = /^"(?:[^"\\\n]|\\.){1,60}"\s*:\s*["\d{[tfn-]/.test(start);
  if (!object && !array && !inside) return null;
  if (object) {
    const [first = "", second = ""] = linesOf(start);
    if (/\}\s*$/.test(first) && /^\s*\{/.test(second)) return is("json-lines", false);
  }
  if (isPost(start)) return is("wordpress-json");
  // One record on one line, or a line longer than the head.
  const [only = ""] = linesOf(start);
  const streamed = object && (/\}\s*$/.test(only) || only.length >= 30_000);
  return is("json-lines", !streamed);
}

function isPost(text: string): boolean {
  if (/"(?:title|content|excerpt|guid)"\s*:\s*\{\s*"(?:raw"\s*:\s*"(?:[^"\\]|\\.)*"\s*,\s*")?rendered"/.test(text)) return true;
  return /"content"\s*:\s*"/.test(text) && /"(?:slug|ID|post_type|site_ID)"\s*:/.test(text);
}

function linesOf(text: string): string[] {
  const lines: string[] = [];
  let at = 0;
  while (at < text.length && lines.length < 2) {
    const end = text.indexOf("\n", at);
    const line = text.slice(at, end < 0 ? text.length : end);
    if (line.trim()) lines.push(line);
    if (end < 0) break;
    at = end + 1;
  }
  return lines;
}

/** Weighs the signs of HTML, wikitext and Markdown in text that does not declare itself. */
function detectByMarkup(text: string, extension: string): Detected {
  const sample = text.slice(0, 64 * 1024);
  const count = (pattern: RegExp) => Math.min(40, sample.match(pattern)?.length ?? 0);
  const html = count(
    /<\/?(?:p|div|h[1-6]|table|tr|td|ul|ol|li|article|section|span|a|br|strong|em|img|blockquote)(?:\s[^<>]{0,500})?\/?>/gi,
  );
  const wiki =
    count(/\[\[[^[\]\n]{1,300}\]\]/g) +
    count(/\{\{[^{}]{1,1000}\}\}/g) +
    2 * count(/^={2,6}[^=\n].{0,200}?={2,6}\s*$/gm) +
    count(/'''?[^'\n]{1,200}'''?/g) / 2 +
    2 * count(/^\{\|/gm) +
    count(/<ref[\s>/]/gi) +
    5 * count(/^#REDIRECT\b/gi);
  const markdown =
    2 * count(/^#{1,6} \S/gm) +
    2 * count(/(?<!\[)\[[^[\]\n]{1,200}\]\((?:https?:|\/|#|\.|mailto:)[^()\s]{0,500}\)/g) +
    count(/\*\*[^*\n]{1,200}\*\*/g) +
    2 * count(/^(?:```|~~~)/gm) +
    2 * count(/^\|?\s*:?-{3,}:?\s*\|/gm) +
    count(/^\[\^[\w-]+\]:/gm) +
    (/^---\r?\n[\s\S]{0,4000}?\n(?:---|\.\.\.)\r?\n/.test(text) && /^---\r?\n\s*[\w-]+\s*:/.test(text) ? 6 : 0) +
    (count(/^.{3,}\n(?:={3,}|-{3,})\s*$/gm) > 0 ? 2 : 0);
  if (wiki >= 3 && wiki >= markdown && wiki * 2 >= html) return is("mediawiki");
  if (html >= 4 && html > markdown && html > wiki) return is("html");
  if (markdown >= 4 && markdown > wiki) return is("markdown");
  if (/^(?:md|markdown|mdown|mkd)$/.test(extension)) return is("markdown");
  if (/^(?:wiki|mediawiki|wikitext)$/.test(extension) || (wiki >= 2 && markdown === 0 && html === 0)) return is("mediawiki");
  if (/^(?:x?html?|xhtml)$/.test(extension) && html > 0) return is("html");
  return is("text");
}

function extensionOf(name: string): string {
  return /\.([A-Za-z]{1,10})(?:[?#].*)?$/.exec(name)?.[1]?.toLowerCase() ?? "";
}
