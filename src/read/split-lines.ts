export interface Line {
  /** From 1. */
  readonly number: number;
  /** Where it begins, in UTF-16 units of the decoded file (a byte order mark not counted). */
  readonly offset: number;
  /** Without its line break; null when it is longer than allowed. */
  readonly text: string | null;
  /** It held bytes that are not UTF-8. */
  readonly damaged: boolean;
}

const NEWLINE = 0x0a;

/** Lines of UTF-8 bytes, one at a time; of a line longer than `most` bytes only the size is kept. */
export async function* splitLines(input: AsyncIterable<Uint8Array>, most: number): AsyncGenerator<Line> {
  const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  const lenient = new TextDecoder("utf-8", { ignoreBOM: true });
  let parts: Uint8Array[] = [];
  let size = 0;
  let skippedUnits = 0;
  let tooLong = false;
  let number = 0;
  let offset = 0;
  const finish = (ended: boolean): Line => {
    number++;
    const here = offset;
    if (tooLong) {
      offset += skippedUnits + (ended ? 1 : 0);
      skippedUnits = 0;
      tooLong = false;
      parts = [];
      size = 0;
      return { number, offset: here, text: null, damaged: false };
    }
    let bytes = parts.length === 1 ? parts[0]! : Buffer.concat(parts);
    parts = [];
    size = 0;
    if (number === 1 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) bytes = bytes.subarray(3);
    let text: string;
    let damaged = false;
    try {
      text = strict.decode(bytes);
    } catch {
      text = lenient.decode(bytes);
      damaged = true;
    }
    offset += text.length + (ended ? 1 : 0);
    return { number, offset: here, text: text.endsWith("\r") ? text.slice(0, -1) : text, damaged };
  };
  for await (const chunk of input) {
    let start = 0;
    while (start < chunk.length) {
      const end = chunk.indexOf(NEWLINE, start);
      const piece = chunk.subarray(start, end < 0 ? chunk.length : end);
      size += piece.length;
      if (size > most && !tooLong) {
        tooLong = true;
        for (const part of parts) skippedUnits += unitsOf(part);
        parts = [];
      }
      if (tooLong) skippedUnits += unitsOf(piece);
      else if (piece.length) parts.push(piece);
      if (end < 0) break;
      yield finish(true);
      start = end + 1;
    }
  }
  if (size > 0) yield finish(false);
}

/** How many UTF-16 units bytes of UTF-8 decode to: one for each leading byte, two for those of four-byte sequences. */
function unitsOf(bytes: Uint8Array): number {
  let units = 0;
  for (const byte of bytes) if ((byte & 0xc0) !== 0x80) units += byte >= 0xf0 ? 2 : 1;
  return units;
}
