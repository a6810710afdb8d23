import iconv from "iconv-lite";
import type { Diagnostic } from "../document/diagnostic.ts";

export interface Decoded {
  readonly text: string;
  /** As iconv names it: "utf-8", "utf-16le", "windows-1252", "euc-kr" … */
  readonly encoding: string;
  readonly diagnostics: readonly Diagnostic[];
}

const SAMPLE = 64 * 1024;

/**
 * Bytes as text. A byte order mark decides; else UTF-8 when it is valid; else what the text declares (an HTML meta tag, an
 * XML declaration, `declared` from a server); else a guess, said in a diagnostic. The byte order mark is not part of the text.
 */
export function decodeBytes(bytes: Uint8Array, declared: string | null = null): Decoded {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return decodeUtf8(bytes.subarray(3));
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { text: decodeAs(bytes.subarray(2), "utf-16le"), encoding: "utf-16le", diagnostics: [] };
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return { text: decodeAs(bytes.subarray(2), "utf-16be"), encoding: "utf-16be", diagnostics: [] };
  const wide = guessUtf16(bytes);
  if (wide) return { text: decodeAs(bytes, wide), encoding: wide, diagnostics: [guessed(wide, "every other byte is zero")] };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes), encoding: "utf-8", diagnostics: [] };
  } catch {
    // Not UTF-8, or damaged.
  }
  const stated = declaredEncoding(bytes) ?? (declared && iconv.encodingExists(declared) ? declared.toLowerCase() : null);
  if (stated && !/^utf-?8$|^utf-?16/.test(stated)) return { text: decodeAs(bytes, stated), encoding: stated, diagnostics: [] };
  const sequences = countSequences(bytes.subarray(0, 1024 * 1024));
  if (sequences.valid > sequences.invalid * 4) return decodeUtf8(bytes);
  const korean = decodeAs(bytes.subarray(0, SAMPLE), "euc-kr");
  if (shareOf(korean, /[\uac00-\ud7a3]/g) > 0.8)
    return { text: decodeAs(bytes, "euc-kr"), encoding: "euc-kr", diagnostics: [guessed("euc-kr", "it gives Korean letters throughout")] };
  return {
    text: decodeAs(bytes, "windows-1252"),
    encoding: "windows-1252",
    diagnostics: [guessed("windows-1252", "the bytes are not valid UTF-8 and nothing declares another encoding")],
  };
}

/** UTF-8 in which what is invalid becomes U+FFFD, with a diagnostic for it. */
function decodeUtf8(bytes: Uint8Array): Decoded {
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  const lost = text.split("\ufffd").length - 1;
  if (lost === 0) return { text, encoding: "utf-8", diagnostics: [] };
  const at = text.indexOf("\ufffd");
  const message = `${lost} places are not valid UTF-8, first at offset ${at}; each became U+FFFD`;
  return { text, encoding: "utf-8", diagnostics: [{ code: "encoding-damaged", severity: "warning", stage: "read", message, at }] };
}

function decodeAs(bytes: Uint8Array, encoding: string): string {
  return iconv.decode(bytes, encoding, { stripBOM: true });
}

function guessed(encoding: string, why: string): Diagnostic {
  return {
    code: "encoding-guessed",
    severity: "warning",
    stage: "read",
    message: `the encoding was guessed to be ${encoding}: ${why}`,
    at: null,
  };
}

function guessUtf16(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const size = Math.min(bytes.length, 4096) & ~1;
  if (size < 8) return null;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < size; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  const pairs = size / 2;
  if (odd > pairs * 0.7 && even < pairs * 0.05) return "utf-16le";
  return even > pairs * 0.7 && odd < pairs * 0.05 ? "utf-16be" : null;
}

function declaredEncoding(bytes: Uint8Array): string | null {
  const head = iconv.decode(bytes.subarray(0, 4096), "latin1");
  const name =
    /^\s*<\?xml[^>]{0,200}\bencoding\s*=\s*["']([\w.:-]{2,40})["']/i.exec(head)?.[1] ??
    /<meta[^>]{0,200}\bcharset\s*=\s*["']?\s*([\w.:-]{2,40})/i.exec(head)?.[1];
  if (!name || !iconv.encodingExists(name)) return null;
  // What says Latin-1 on the web is read as windows-1252 (WHATWG Encoding standard).
  return /^(iso-?8859-?1|latin-?1|us-ascii|ascii)$/i.test(name) ? "windows-1252" : name.toLowerCase();
}

/** Multi-byte sequences of UTF-8 that are whole, and bytes that are part of none. */
function countSequences(bytes: Uint8Array): { valid: number; invalid: number } {
  let valid = 0;
  let invalid = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    if (byte < 0x80) continue;
    const more = byte >= 0xc2 && byte < 0xe0 ? 1 : byte >= 0xe0 && byte < 0xf0 ? 2 : byte >= 0xf0 && byte < 0xf5 ? 3 : 0;
    let whole = more > 0;
    for (let k = 1; k <= more; k++) if ((bytes[i + k]! & 0xc0) !== 0x80) whole = false;
    if (whole) {
      valid++;
      i += more;
    } else invalid++;
  }
  return { valid, invalid };
}

/** How much of the text outside of ASCII the pattern matches. */
function shareOf(text: string, pattern: RegExp): number {
  const foreign = text.match(/[\u0080-\uffff]/g)?.length ?? 0;
  return foreign === 0 ? 0 : (text.match(pattern)?.length ?? 0) / foreign;
}
