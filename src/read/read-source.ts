import { createReadStream, type Stats } from "node:fs";
import { stat } from "node:fs/promises";
import { createGunzip } from "node:zlib";
import type { Document } from "../document/document.ts";
import { MappedText } from "../document/mapped-text.ts";
import { type Decoded, decodeBytes } from "./decode-bytes.ts";
import { type Detected, detectFormat } from "./detect-format.ts";
import { readFeed } from "./feed.ts";
import { type FetchLimits, fetchAddress } from "./fetch-address.ts";
import { otherScheme, schemeOf } from "./find-paths.ts";
import { readHtml } from "./html.ts";
import { readJsonLines, readJsonRecords } from "./json-lines.ts";
import { noteLanguage } from "./note-language.ts";
import { markNotices } from "./notices.ts";
import { type Known, ReadError, type ReadMeta } from "./reader.ts";
import { readWordpress } from "./wordpress.ts";

/** A path, an address, `-` for standard input, or content at hand with the name it goes by. */
export type Source =
  | string
  | { readonly source: string; readonly bytes: Uint8Array }
  | { readonly source: string; readonly stream: AsyncIterable<Uint8Array> };

export interface ReadOptions {
  /** Facts that the caller knows; they win over what the document says. */
  readonly known?: Known;
  /** Most bytes of a file that must be held as a whole. Default 64 MB of text, 256 MB of PDF or DOCX. Streamed formats have no limit. */
  readonly maxBytes?: number;
  readonly fetch?: FetchLimits;
  /** What `-` reads; default the process's standard input. */
  readonly stdin?: AsyncIterable<Uint8Array>;
  /** Takes faults that belong to no document. */
  readonly report?: ReadMeta["report"];
}

const HEAD = 64 * 1024;
const MOST_TEXT = 64 * 1024 * 1024;
const MOST_BINARY = 256 * 1024 * 1024;
const LONGEST_WORD = 1024 * 1024;

/**
 * Reads the documents of one source. The format is told by the content; the name only helps where the content shows nothing.
 *
 * JSON lines and MediaWiki dumps are streamed, also gzipped ones; everything else is held as a whole, up to `maxBytes`.
 * Faults in a document are its diagnostics. Throws `ReadError` when the source as a whole cannot be read, so a caller with
 * several sources reports it and goes on with the next.
 *
 * @example
 * for await (const document of readSource("texts/tour.html")) console.log(document.title);
 */
export async function* readSource(source: Source, options: ReadOptions = {}): AsyncGenerator<Document> {
  const { path, stream, charset, known } = await open(source, options);
  try {
    const { head, rest } = await takeHead(stream);
    if (head[0] === 0x1f && head[1] === 0x8b) {
      const unpacked = unzip(rest, path);
      for await (const document of readOpened(await takeHead(unpacked), path, charset, known, options)) yield noteLanguage(document);
    } else for await (const document of readOpened({ head, rest }, path, charset, known, options)) yield noteLanguage(document);
  } catch (error) {
    throw asReadError(error, path);
  }
}

interface Opened {
  readonly path: string;
  readonly stream: AsyncIterable<Uint8Array>;
  readonly charset: string | null;
  readonly known: Known;
}

async function open(source: Source, options: ReadOptions): Promise<Opened> {
  const known = options.known ?? {};
  if (typeof source !== "string")
    return { path: source.source, stream: "bytes" in source ? once(source.bytes) : source.stream, charset: null, known };
  if (source === "-") return { path: "-", stream: options.stdin ?? process.stdin, charset: null, known };
  if (/^https?:\/\//i.test(source)) {
    const { address, bytes, charset } = await fetchAddress(source, options.fetch);
    return { path: source, stream: once(bytes), charset, known: { address, ...known } };
  }
  const found = await stat(source).catch((error: unknown) => {
    throw schemeOf(source) ? otherScheme(source) : asReadError(error, source);
  });
  if (found.isDirectory())
    throw new ReadError("unreadable", {
      path: source,
      problem: "it is a folder",
      expected: "a file",
      advice: "Name the files in it, or use findPaths.",
    });
  const special = kindOfSpecial(found);
  if (special && !GIVEN_BY_SHELL.test(source))
    throw new ReadError("unreadable", {
      path: source,
      problem: `it is ${special}`,
      expected: "a file",
      advice: "To read what comes out of it, hand it on as standard input and name -.",
    });
  return { path: source, stream: createReadStream(source, { highWaterMark: 256 * 1024 }), charset: null, known };
}

/** What the shell names for a pipe that it has opened itself: `<(command)`, standard input. */
const GIVEN_BY_SHELL = /^\/dev\/(?:stdin|fd\/\d+)$|^\/proc\/(?:self|\d+)\/fd\/\d+$/;

function kindOfSpecial(found: Stats): string | null {
  if (found.isFIFO()) return "a named pipe (FIFO), which may never end";
  if (found.isSocket()) return "a socket";
  return found.isCharacterDevice() || found.isBlockDevice() ? "a device" : null;
}

async function* readOpened(
  { head, rest }: Opening,
  path: string,
  charset: string | null,
  known: Known,
  options: ReadOptions,
): AsyncGenerator<Document> {
  if (head.length === 0 || /^\s*$/.test(Buffer.from(head.subarray(0, HEAD)).toString("latin1")))
    if (head.length < HEAD)
      throw new ReadError("empty", {
        path,
        problem: "it is empty",
        expected: "a document",
        advice: "Check that the file was saved or downloaded whole.",
      });
  const start = decodeBytes(trimmedHead(head), charset);
  const guessed = start.diagnostics.some((d) => d.code === "encoding-guessed");
  const detected = detectFormat(head, start.text, path, guessed);
  const meta: ReadMeta = { source: path, known, ...(options.report ? { report: options.report } : {}) };
  if (detected.format === null) throw notReadable(detected, path);
  if (!detected.whole && start.encoding === "utf-8") {
    if (detected.format === "json-lines") return yield* readJsonLines(rest, meta);
    const { readMediawikiXml } = await import("./mediawiki-xml.ts");
    return yield* readMediawikiXml(rest, meta);
  }
  const binary = detected.format === "pdf" || detected.format === "docx";
  const bytes = await collect(rest, path, options.maxBytes ?? (binary ? MOST_BINARY : MOST_TEXT));
  if (detected.format === "pdf") yield await (await import("./pdf.ts")).readPdf(bytes, meta);
  else if (detected.format === "docx") yield await (await import("./docx.ts")).readDocx(bytes, meta);
  else yield* readText(detected.format, decodeBytes(bytes, charset), meta);
}

async function* readText(format: string, decoded: Decoded, meta: ReadMeta): AsyncGenerator<Document> {
  const { text, diagnostics } = decoded;
  const withFaults: ReadMeta = { ...meta, diagnostics };
  const input = MappedText.identity(text);
  if (format === "wordpress-json") yield* readWordpress(input, withFaults);
  else if (format === "json-lines") yield* readJsonRecords(input, withFaults);
  else if (format === "feed") yield* readFeed(input, withFaults);
  else if (format === "html") yield readHtml(input, withFaults);
  else if (format === "mediawiki-xml") {
    const { readMediawikiXml } = await import("./mediawiki-xml.ts");
    yield* readMediawikiXml(once(Buffer.from(text)), withFaults);
  } else {
    refuseEndlessWord(text, meta.source);
    if (format === "mediawiki") yield (await import("./wikitext.ts")).readWikitext(input, withFaults);
    else if (format === "markdown") yield (await import("./markdown.ts")).readMarkdown(input, withFaults);
    else yield markNotices((await import("./plain-text.ts")).readPlainText(input, withFaults));
  }
}

interface Opening {
  readonly head: Uint8Array;
  /** The whole stream, the head included. */
  readonly rest: AsyncIterable<Uint8Array>;
}

/** Reads the first 64 KB and gives the stream back whole. */
async function takeHead(stream: AsyncIterable<Uint8Array>): Promise<Opening> {
  const iterator = stream[Symbol.asyncIterator]();
  const taken: Uint8Array[] = [];
  let size = 0;
  while (size < HEAD) {
    const next = await iterator.next();
    if (next.done) break;
    const chunk = typeof next.value === "string" ? Buffer.from(next.value) : next.value;
    taken.push(chunk);
    size += chunk.length;
  }
  async function* whole(): AsyncGenerator<Uint8Array> {
    try {
      yield* taken;
      for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
    } finally {
      await iterator.return?.();
    }
  }
  return { head: Buffer.concat(taken), rest: whole() };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function* unzip(stream: AsyncIterable<Uint8Array>, path: string): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip();
  const feed = (async () => {
    for await (const chunk of stream) if (!gunzip.write(chunk)) await new Promise((resolve) => gunzip.once("drain", resolve));
    gunzip.end();
  })();
  feed.catch((error) => gunzip.destroy(error));
  try {
    yield* gunzip as AsyncIterable<Uint8Array>;
  } catch (error) {
    throw new ReadError("unreadable", {
      path,
      problem: `the gzip archive is damaged (${error instanceof Error ? error.message : String(error)})`,
      expected: "a whole gzip file",
      advice: "Download it again.",
    });
  } finally {
    gunzip.destroy();
  }
}

async function collect(stream: AsyncIterable<Uint8Array>, path: string, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > most)
      throw new ReadError("too-large", {
        path,
        place: `byte ${most}`,
        problem: `it is larger than ${Math.round(most / 1024 / 1024)} MB`,
        expected: "a document that fits into memory",
        advice: "Split it, or turn it into JSON lines, which are read one by one.",
      });
    chunks.push(chunk);
  }
  return chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
}

/** The head without a character that its end cuts in two. */
function trimmedHead(head: Uint8Array): Uint8Array {
  let end = Math.min(head.length, HEAD);
  if (end < HEAD) return head.subarray(0, end);
  end &= ~1;
  for (let back = 1; back <= 3; back++) {
    const byte = head[end - back]!;
    if (byte < 0x80) break;
    if (byte >= 0xc0) return head.subarray(0, end - back);
  }
  return head.subarray(0, end);
}

/** A megabyte without white space is no text, and would cost every later stage dearly. */
function refuseEndlessWord(text: string, path: string): void {
  const space = /\s/g;
  let at = 0;
  while (at + LONGEST_WORD < text.length) {
    space.lastIndex = at;
    const next = space.exec(text)?.index ?? text.length;
    if (next - at > LONGEST_WORD)
      throw new ReadError("line-too-long", {
        path,
        place: `offset ${at}`,
        problem: `${next - at} characters follow one another without a space`,
        expected: "text in words",
        advice: "Check that the file is a document; it may be encoded or packed data.",
      });
    at = next + 1;
  }
}

function notReadable(detected: Extract<Detected, { format: null }>, path: string): ReadError {
  const data = /binary/.test(detected.reason);
  return new ReadError(data ? "not-text" : "unknown-format", {
    path,
    place: "byte 0",
    problem: `it is ${detected.reason}`,
    expected: "text, HTML, wikitext, Markdown, PDF, DOCX, a feed, WordPress JSON or JSON lines",
    advice: data ? "Check that it is a document, and save text as UTF-8." : "Convert or unpack it first.",
  });
}

/** A fault of the file system in our words; any other error as it is. */
function asReadError(error: unknown, path: string): unknown {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  if (code === "ENOENT" || code === "ENOTDIR")
    return new ReadError("not-found", {
      path,
      problem: "there is no such file",
      expected: "a file",
      advice: "Check the spelling and the folder you are in.",
    });
  if (code === "ELOOP")
    return new ReadError("not-found", {
      path,
      problem: "it is a link that leads back to itself",
      expected: "a file",
      advice: "Name the file that the link was to lead to.",
    });
  if (code === "EACCES" || code === "EPERM")
    return new ReadError("no-access", {
      path,
      problem: "it may not be read",
      expected: "a file that you may read",
      advice: "Check its permissions.",
    });
  if (code === "EISDIR")
    return new ReadError("unreadable", { path, problem: "it is a folder", expected: "a file", advice: "Name the files in it." });
  if (code === "ERR_STRING_TOO_LONG" || error instanceof RangeError)
    return new ReadError("too-large", {
      path,
      problem: `it cannot be held in memory (${(error as Error).message})`,
      expected: "a smaller file",
      advice: "Split it.",
    });
  return error;
}
