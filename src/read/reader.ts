import type { Diagnostic } from "../document/diagnostic.ts";
import type { Document, DocumentDate } from "../document/document.ts";
import type { MappedText } from "../document/mapped-text.ts";

/** What is known of a document before it is read. */
export interface ReadMeta {
  /** Becomes `Document.source`: the path or address; for one of several documents in a file, what `Document.source` says. */
  readonly source: string;
  /** What a container (a JSON line, a feed, a command-line option) states about the document. It wins over what the text says. */
  readonly known?: Known;
  /** Faults found on the way to the reader (an encoding that was guessed); they become the first of the document's diagnostics. */
  readonly diagnostics?: readonly Diagnostic[];
  /** Takes faults that belong to no document: a line of JSON lines that could not be read. */
  readonly report?: (diagnostic: Diagnostic) => void;
}

/** Facts about a document as a whole; an absent or null one is unknown. */
export interface Known {
  readonly title?: string | null;
  readonly authors?: readonly string[];
  readonly date?: DocumentDate | null;
  readonly language?: string | null;
  readonly address?: string | null;
  readonly publisher?: string | null;
}

/**
 * Reads decoded text: wikitext, HTML, Markdown, plain text. Pure.
 *
 * `input.map` says where the text stands in the file: the identity for a whole file, the runs of a JSON string value when
 * the text was wrapped in JSON. Readers count offsets in `input.text`; `DocumentBuilder` carries them through `input.map`.
 * Never throws for faults in the text: those become diagnostics, and what is readable is read.
 */
export type TextReader = (input: MappedText, meta: ReadMeta) => Document;

/** Reads a whole binary file: PDF, DOCX. Throws `ReadError` when nothing at all can be read. */
export type BytesReader = (input: Uint8Array, meta: ReadMeta) => Promise<Document>;

export type ReadErrorCode =
  | "not-found"
  | "no-access"
  | "empty"
  | "not-text"
  | "too-large"
  | "line-too-long"
  | "too-deep"
  | "unknown-format"
  | "unreadable"
  | "encrypted"
  | "address-refused"
  | "address-failed"
  | "address-timeout";

/** A source from which no document at all could be read. The message says where, what is wrong, what was expected and what to do. */
export class ReadError extends Error {
  override readonly name = "ReadError";
  readonly code: ReadErrorCode;
  /** The path or address. */
  readonly path: string;
  /** Where in it: "byte 1024", "line 7", or null when it is about the whole. */
  readonly place: string | null;
  readonly expected: string;
  readonly advice: string;

  constructor(code: ReadErrorCode, at: { path: string; place?: string | null; problem: string; expected: string; advice: string }) {
    const place = at.place ?? null;
    super(`${at.path}${place ? ` (${place})` : ""}: ${at.problem}. Expected ${at.expected}. ${at.advice}`);
    this.code = code;
    this.path = at.path;
    this.place = place;
    this.expected = at.expected;
    this.advice = at.advice;
  }
}
