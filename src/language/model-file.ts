import { createHash } from "node:crypto";

/**
 * The container that models are stored in: "CHY1", the length of a JSON header (uint32, little-endian), the first 8 bytes
 * of the SHA-256 of all that follows, the header, then the sections, each aligned to 8 bytes. The header says what each section is; free values stand under `info`.
 */
export type SectionData = Int8Array | Uint8Array | Int16Array | Uint16Array | Int32Array | Float32Array;

type Kind = "i8" | "u8" | "i16" | "u16" | "i32" | "f32";

interface Header {
  readonly info: Readonly<Record<string, unknown>>;
  readonly sections: Readonly<Record<string, { readonly kind: Kind; readonly at: number; readonly length: number }>>;
}

export interface ModelFile {
  readonly info: Readonly<Record<string, unknown>>;
  /** A section as a typed array over the file's own memory. Throws when it is missing. */
  section<T extends SectionData>(name: string): T;
}

const MAGIC = 0x31594843;
const START = 16;

/** Reads a model container. Throws when the bytes are none. */
export function readModelFile(bytes: Uint8Array): ModelFile {
  const aligned = bytes.byteOffset % 8 === 0 ? bytes : new Uint8Array(bytes);
  const view = new DataView(aligned.buffer, aligned.byteOffset, aligned.byteLength);
  if (aligned.byteLength < START || view.getUint32(0, true) !== MAGIC)
    throw new Error("Not a Chancery language model: it should begin with CHY1.");
  const headerLength = view.getUint32(4, true);
  const header = JSON.parse(new TextDecoder().decode(aligned.subarray(START, START + headerLength))) as Header;
  const base = aligned.byteOffset + align(START + headerLength);
  return {
    info: header.info,
    section<T extends SectionData>(name: string): T {
      const place = header.sections[name];
      if (place === undefined)
        throw new Error(`The language model has no section "${name}"; it holds: ${Object.keys(header.sections).join(", ")}.`);
      return sectionView(place.kind, aligned.buffer as ArrayBuffer, base + place.at, place.length) as T;
    },
  };
}

/** Writes a model container. */
export function writeModelFile(info: Record<string, unknown>, sections: Record<string, SectionData>): Uint8Array {
  const places: Record<string, { kind: Kind; at: number; length: number }> = {};
  let at = 0;
  for (const [name, data] of Object.entries(sections)) {
    places[name] = { kind: kindOf(data), at, length: data.length };
    at = align(at + data.byteLength);
  }
  const header = new TextEncoder().encode(JSON.stringify({ info, sections: places }));
  const base = align(START + header.length);
  const bytes = new Uint8Array(base + at);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, header.length, true);
  bytes.set(header, START);
  for (const [name, data] of Object.entries(sections)) {
    bytes.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), base + places[name]!.at);
  }
  bytes.set(createHash("sha256").update(bytes.subarray(START)).digest().subarray(0, 8), 8);
  return bytes;
}

/** The fingerprint of a model from the first 16 bytes of its file, as 16 hex digits. */
export function readFingerprint(start: Uint8Array): string {
  return Buffer.from(start.subarray(8, START)).toString("hex");
}

/** Text as bytes for a section, and back. */
export function packText(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

export function unpackText(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

function align(n: number): number {
  return Math.ceil(n / 8) * 8;
}

function kindOf(data: SectionData): Kind {
  if (data instanceof Int8Array) return "i8";
  if (data instanceof Uint8Array) return "u8";
  if (data instanceof Int16Array) return "i16";
  if (data instanceof Uint16Array) return "u16";
  if (data instanceof Int32Array) return "i32";
  return "f32";
}

function sectionView(kind: Kind, buffer: ArrayBuffer, at: number, length: number): SectionData {
  switch (kind) {
    case "i8":
      return new Int8Array(buffer, at, length);
    case "u8":
      return new Uint8Array(buffer, at, length);
    case "i16":
      return new Int16Array(buffer, at, length);
    case "u16":
      return new Uint16Array(buffer, at, length);
    case "i32":
      return new Int32Array(buffer, at, length);
    case "f32":
      return new Float32Array(buffer, at, length);
  }
}
