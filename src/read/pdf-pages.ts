import { inflateSync, constants as zlib } from "node:zlib";
import type * as PdfJs from "unpdf/pdfjs";
import { repairedPdfs } from "./pdf-recovery.ts";
import { ReadError } from "./reader.ts";

/** A piece of text as a PDF places it, in points from the page's top left corner. */
export interface PdfItem {
  readonly text: string;
  readonly x: number;
  /** The baseline. */
  readonly y: number;
  readonly width: number;
  /** Height of the type. */
  readonly size: number;
  readonly font: string;
}

export interface PdfLink {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly target: string;
}

export interface PdfPage {
  /** As the document numbers it ("iv", "240"), else its place in the file. */
  readonly label: string;
  readonly width: number;
  readonly height: number;
  readonly items: readonly PdfItem[];
  readonly links: readonly PdfLink[];
  /** Items that stand across the page (stamps, axis labels) were left out. */
  readonly turned: number;
  /** It has more pieces of text than a page of words can have; the rest was left out. */
  readonly overfull: boolean;
  /** What went wrong in reading it, or null. */
  readonly fault: string | null;
}

export interface PdfContent {
  readonly pages: readonly PdfPage[];
  readonly pageCount: number;
  readonly info: Readonly<Record<string, unknown>>;
  /** The end of the file is missing. */
  readonly cutOff: boolean;
  /** Why not all pages were read, or null. */
  readonly stopped: string | null;
}

export interface PdfLimits {
  /** Milliseconds for the whole document. */
  readonly time: number;
  readonly pages: number;
  /** Characters of text, over all pages. */
  readonly characters: number;
  /** Bytes that one compressed stream may grow to. */
  readonly stream: number;
}

export const PDF_LIMITS: PdfLimits = { time: 180_000, pages: 10_000, characters: 60_000_000, stream: 200_000_000 };

/** The most that deflate can shrink (RFC 1951: 258 bytes in two bits, some overhead). */
const DEFLATE_RATIO = 1032;
/** Pieces of text on one page. */
const MOST_ITEMS = 40_000;

type Matrix = [number, number, number, number, number, number];

/** Reads all text items with their places. Throws `ReadError` when the file cannot be opened. */
export async function readPdfPages(bytes: Uint8Array, path: string, limits: PdfLimits = PDF_LIMITS): Promise<PdfContent> {
  refuseBombs(bytes, path, limits.stream);
  const begin = Date.now();
  const pdfjs = await import("unpdf/pdfjs");
  const within = <T>(promise: Promise<T>): Promise<T> => withTimeout(promise, limits.time - (Date.now() - begin));
  const { task, document } = await open(pdfjs, bytes, path, within);
  try {
    const info = await within(document.getMetadata()).then(
      (meta) => ({ ...xmp(meta.metadata), ...(meta.info as Record<string, unknown>) }),
      () => ({}),
    );
    const labels = await within(document.getPageLabels()).catch(() => null);
    const pages: PdfPage[] = [];
    let characters = 0;
    let stopped: string | null = null;
    for (let number = 1; number <= document.numPages; number++) {
      if (number > limits.pages) stopped = `it has more than ${limits.pages} pages`;
      else if (characters > limits.characters) stopped = `it has more than ${limits.characters} characters of text`;
      else if (Date.now() - begin > limits.time) stopped = `reading took longer than ${limits.time / 1000} seconds`;
      if (stopped) break;
      const label = labels?.[number - 1] || String(number);
      const page = await within(readPage(document, number, label)).catch((error: unknown) => faultyPage(label, error));
      for (const item of page.items) characters += item.text.length;
      pages.push(page);
    }
    return { pages, pageCount: document.numPages, info, cutOff: !hasEnd(bytes), stopped };
  } finally {
    await task.destroy().catch(() => undefined);
  }
}

type Opened = { task: PdfJs.PDFDocumentLoadingTask; document: PdfJs.PDFDocumentProxy };

/** Opens the file as it is, else as far as it can be repaired. */
async function open(pdfjs: typeof PdfJs, bytes: Uint8Array, path: string, within: <T>(promise: Promise<T>) => Promise<T>): Promise<Opened> {
  const attempt = async (data: Uint8Array): Promise<Opened> => {
    const task = pdfjs.getDocument({
      data: new Uint8Array(data),
      isEvalSupported: false,
      disableFontFace: true,
      useSystemFonts: false,
      useWorkerFetch: false,
      isOffscreenCanvasSupported: false,
      stopAtErrors: false,
      enableXfa: false,
      verbosity: 0,
    } as Parameters<typeof pdfjs.getDocument>[0]);
    try {
      return { task, document: await within(task.promise) };
    } catch (error) {
      await task.destroy().catch(() => undefined);
      throw error;
    }
  };
  try {
    return await attempt(bytes);
  } catch (error) {
    const { name } = error as { name?: string };
    if (name === "PasswordException" || name === "TimeoutError") throw openingError(error, path);
    for (const repaired of repairedPdfs(bytes)) {
      const opened = await attempt(repaired).catch(() => null);
      if (!opened) continue;
      const sound = await within(opened.document.getPage(1)).then(
        () => true,
        () => false,
      );
      if (sound) return opened;
      await opened.task.destroy().catch(() => undefined);
    }
    throw openingError(error, path);
  }
}

async function readPage(document: PdfJs.PDFDocumentProxy, number: number, label: string): Promise<PdfPage> {
  const page = await document.getPage(number);
  const viewport = page.getViewport({ scale: 1 });
  const content = await page.getTextContent();
  const annotations = await page.getAnnotations().catch(() => []);
  const items: PdfItem[] = [];
  let turned = 0;
  for (const item of content.items) {
    if (!("str" in item) || item.str === "") continue;
    if (items.length >= MOST_ITEMS) break;
    const [a, b, c, d, x, y] = multiply(viewport.transform, item.transform as number[]);
    const size = Math.hypot(c!, d!);
    if (Math.abs(b!) > Math.abs(a!) * 0.5) {
      if (item.str.trim()) turned++;
      continue;
    }
    if (!Number.isFinite(x!) || !Number.isFinite(y!) || size <= 0) continue;
    items.push({ text: item.str.replace(/[\n\r\f]/g, " "), x: x!, y: y!, width: item.width, size, font: item.fontName });
  }
  const links: PdfLink[] = [];
  for (const annotation of annotations as { subtype?: string; url?: string; unsafeUrl?: string; rect?: number[] }[]) {
    const target = annotation.url;
    if (annotation.subtype !== "Link" || !target || !/^(?:https?|mailto):/.test(target) || annotation.rect?.length !== 4) continue;
    const [x1, y1, x2, y2] = annotation.rect as [number, number, number, number];
    const [, , , , left, top] = multiply(viewport.transform, [1, 0, 0, 1, x1, y1]) as Matrix;
    const [, , , , right, bottom] = multiply(viewport.transform, [1, 0, 0, 1, x2, y2]) as Matrix;
    links.push({
      left: Math.min(left, right),
      right: Math.max(left, right),
      top: Math.min(top, bottom),
      bottom: Math.max(top, bottom),
      target,
    });
  }
  page.cleanup();
  return { label, width: viewport.width, height: viewport.height, items, links, turned, overfull: items.length >= MOST_ITEMS, fault: null };
}

/**
 * Refuses files with a compressed stream that grows beyond the limit. Only a stream of more than limit/1032 bytes can, or
 * one that is compressed twice; so ordinary files are not touched.
 */
function refuseBombs(bytes: Uint8Array, path: string, limit: number): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const twice = /\/Filter\s*\[[^\]]{0,200}Fl(?:ateDecode)?\b[^\]]{0,200}Fl(?:ateDecode)?\b/;
  for (let at = file.indexOf("stream"); at >= 0; at = file.indexOf("stream", at + 6)) {
    if (file.subarray(at - 3, at).toString("latin1") === "end") continue;
    const dictionary = file.subarray(Math.max(0, at - 1000), at).toString("latin1");
    const own = dictionary.slice(dictionary.lastIndexOf(" obj"));
    const doubled = twice.test(own);
    if (!/\/Fl(?:ateDecode)?\b/.test(own)) continue;
    const start = at + (file[at + 6] === 13 ? 8 : 7);
    const found = file.indexOf("endstream", start);
    const end = found < 0 ? file.length : found;
    if (!doubled && end - start < limit / DEFLATE_RATIO) {
      at = end - 6;
      continue;
    }
    let content: Buffer | null = inflate(file.subarray(start, end), limit);
    if (content && doubled) content = inflate(content, limit);
    if (content === null)
      throw new ReadError("too-large", {
        path,
        place: `byte ${start}`,
        problem: `a compressed stream grows to more than ${limit} bytes`,
        expected: "a PDF whose parts unpack to less",
        advice: "Print the document to a new PDF and read that.",
      });
    at = end - 6;
  }
}

/** The unpacked bytes; null when they are more than the limit; what is no deflate stream counts as empty. */
function inflate(bytes: Uint8Array, limit: number): Buffer | null {
  try {
    return inflateSync(bytes, { maxOutputLength: limit, finishFlush: zlib.Z_SYNC_FLUSH });
  } catch (error) {
    return (error as { code?: string }).code === "ERR_BUFFER_TOO_LARGE" ? null : Buffer.alloc(0);
  }
}

function openingError(error: unknown, path: string): ReadError {
  const name = (error as { name?: string }).name ?? "";
  const message = (error as { message?: string }).message ?? String(error);
  if (name === "PasswordException")
    return new ReadError("encrypted", {
      path,
      problem: "the PDF is protected with a password",
      expected: "a PDF that opens without one",
      advice: "Save it without protection and read that.",
    });
  return new ReadError("unreadable", {
    path,
    problem: name === "TimeoutError" ? "opening the PDF took too long" : `the PDF cannot be opened (${message})`,
    expected: "a whole PDF file",
    advice: "Fetch or save the file again.",
  });
}

function faultyPage(label: string, error: unknown): PdfPage {
  return { label, width: 0, height: 0, items: [], links: [], turned: 0, overfull: false, fault: (error as Error).message ?? String(error) };
}

/** A file that was cut off has no end mark in its last kilobyte. */
function hasEnd(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).subarray(-1024).includes("%%EOF");
}

function xmp(metadata: unknown): Record<string, unknown> {
  const get = (metadata as { get?: (name: string) => unknown } | null)?.get?.bind(metadata);
  if (!get) return {};
  const first = (value: unknown): unknown => (Array.isArray(value) ? value.join(", ") : value);
  return {
    Title: first(get("dc:title")),
    Author: first(get("dc:creator")),
    Language: first(get("dc:language")),
    CreationDate: get("xmp:createdate"),
  };
}

function multiply(m: readonly number[], n: readonly number[]): number[] {
  return [
    m[0]! * n[0]! + m[2]! * n[1]!,
    m[1]! * n[0]! + m[3]! * n[1]!,
    m[0]! * n[2]! + m[2]! * n[3]!,
    m[1]! * n[2]! + m[3]! * n[3]!,
    m[0]! * n[4]! + m[2]! * n[5]! + m[4]!,
    m[1]! * n[4]! + m[3]! * n[5]! + m[5]!,
  ];
}

async function withTimeout<T>(promise: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => {
        reject(Object.assign(new Error("reading took too long"), { name: "TimeoutError" }));
      },
      Math.max(1, milliseconds),
    );
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
