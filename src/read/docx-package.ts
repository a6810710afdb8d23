import { inflateRawSync, constants as zlib } from "node:zlib";
import { ReadError } from "./reader.ts";

/** The files packed in a DOCX. */
export interface DocxPackage {
  readonly names: readonly string[];
  /** The list of packed files at the end was missing; what stands before the cut was found. */
  readonly cutOff: boolean;
  /** The text of a packed file, or null when there is none of that name. `damaged`: only its beginning could be unpacked. */
  read(name: string): { readonly text: string; readonly damaged: boolean } | null;
}

interface Entry {
  readonly method: number;
  readonly start: number;
  readonly end: number;
}

/** Bytes that one packed file may grow to, and all that are read together. */
export const DOCX_LIMITS = { file: 200_000_000, files: 20_000 };
const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;

/**
 * Opens the ZIP container of a DOCX (APPNOTE.TXT 6.3, without ZIP64 and encryption).
 *
 * @throws ReadError `unreadable` when it is no ZIP file, `encrypted` when it is protected; reading a packed file that grows
 *   beyond the limit throws `too-large`.
 */
export function openDocxPackage(bytes: Uint8Array, path: string, limits = DOCX_LIMITS): DocxPackage {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  refuseOldWord(file, path);
  const listed = readCentralDirectory(file, limits.files);
  const entries = listed ?? scanLocalHeaders(file, limits.files);
  if (entries.size === 0)
    throw new ReadError("unreadable", {
      path,
      problem: "the file is no ZIP container, which a DOCX must be",
      expected: "a Word document (.docx)",
      advice: "Fetch or save the file again.",
    });
  return {
    names: [...entries.keys()],
    cutOff: listed === null,
    read: (name) => {
      const entry = entries.get(name);
      if (!entry) return null;
      const packed = file.subarray(entry.start, entry.end);
      const { content, damaged } = entry.method === 0 ? { content: packed, damaged: false } : inflate(packed, limits.file, path, name);
      return { text: decode(content), damaged };
    },
  };
}

function readCentralDirectory(file: Buffer, most: number): Map<string, Entry> | null {
  let end = -1;
  for (let at = file.length - 22; at >= Math.max(0, file.length - 65_557); at--)
    if (file.readUInt32LE(at) === END) {
      end = at;
      break;
    }
  if (end < 0) return null;
  const entries = new Map<string, Entry>();
  let at = file.readUInt32LE(end + 16);
  for (let n = 0; n < Math.min(file.readUInt16LE(end + 10), most); n++) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== CENTRAL) return null;
    const method = file.readUInt16LE(at + 10);
    const size = file.readUInt32LE(at + 20);
    const nameSize = file.readUInt16LE(at + 28);
    const header = file.readUInt32LE(at + 42);
    const name = file.subarray(at + 46, at + 46 + nameSize).toString("utf8");
    at += 46 + nameSize + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
    if (header + 30 > file.length || file.readUInt32LE(header) !== LOCAL) continue;
    const start = header + 30 + file.readUInt16LE(header + 26) + file.readUInt16LE(header + 28);
    entries.set(name.replaceAll("\\", "/"), { method, start, end: Math.min(start + size, file.length) });
  }
  return entries;
}

/** Packed files one after the other, for a container whose list is missing. */
function scanLocalHeaders(file: Buffer, most: number): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  const mark = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
  let at = file.indexOf(mark);
  while (at >= 0 && at + 30 <= file.length && entries.size < most) {
    const size = file.readUInt32LE(at + 18);
    const nameSize = file.readUInt16LE(at + 26);
    const start = at + 30 + nameSize + file.readUInt16LE(at + 28);
    const name = file.subarray(at + 30, at + 30 + nameSize).toString("utf8");
    const next = file.indexOf(mark, size > 0 && start + size <= file.length ? start + size : start);
    if (start < file.length) entries.set(name, { method: file.readUInt16LE(at + 8), start, end: next < 0 ? file.length : next });
    at = next;
  }
  return entries;
}

function inflate(packed: Uint8Array, limit: number, path: string, name: string): { content: Buffer; damaged: boolean } {
  try {
    return { content: inflateRawSync(packed, { maxOutputLength: limit }), damaged: false };
  } catch (error) {
    if ((error as { code?: string }).code === "ERR_BUFFER_TOO_LARGE")
      throw new ReadError("too-large", {
        path,
        place: name,
        problem: `this part grows to more than ${limit} bytes`,
        expected: "a Word document whose parts unpack to less",
        advice: "Open it in a word processor and save it again.",
      });
  }
  try {
    return { content: inflateRawSync(packed, { maxOutputLength: limit, finishFlush: zlib.Z_SYNC_FLUSH }), damaged: true };
  } catch {
    return { content: salvage(packed), damaged: true };
  }
}

/** The longest beginning that can be unpacked, found by halving. */
function salvage(packed: Uint8Array): Buffer {
  let good = Buffer.alloc(0);
  let low = 0;
  let high = packed.length;
  while (high - low > 16) {
    const middle = (low + high) >> 1;
    try {
      good = inflateRawSync(packed.subarray(0, middle), { maxOutputLength: DOCX_LIMITS.file, finishFlush: zlib.Z_SYNC_FLUSH });
      low = middle;
    } catch {
      high = middle;
    }
  }
  return good;
}

function decode(content: Buffer): string {
  if (content[0] === 0xff && content[1] === 0xfe) return content.subarray(2).toString("utf16le");
  const text = content.toString("utf8");
  return text.startsWith("\ufeff") ? text.slice(1) : text;
}

/** Word's old format and protected DOCX files are both OLE containers. */
function refuseOldWord(file: Buffer, path: string): void {
  if (file.length < 8 || file.readUInt32BE(0) !== 0xd0cf11e0) return;
  if (file.includes(Buffer.from("EncryptedPackage", "utf16le")))
    throw new ReadError("encrypted", {
      path,
      problem: "the Word document is protected with a password",
      expected: "a document that opens without one",
      advice: "Save it without protection and read that.",
    });
  throw new ReadError("unreadable", {
    path,
    problem: "this is Word's old binary format (.doc)",
    expected: "a Word document of 2007 or later (.docx)",
    advice: "Save it as .docx and read that.",
  });
}
