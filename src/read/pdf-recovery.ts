import { inflateSync, constants as zlib } from "node:zlib";

const MOST_UNPACKED = 50_000_000;

/**
 * Ways to open a PDF whose end, and so its table of contents, is missing: the file with a new trailer for the catalog that
 * is left, and the file with a new page tree over all pages that are left. Objects in compressed object streams
 * (ISO 32000-1, 7.5.7) are written out again, since without the cross-reference nothing leads to them.
 */
export function* repairedPdfs(bytes: Uint8Array): Generator<Uint8Array> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = file.toString("latin1");
  if (!text.startsWith("%PDF-", Math.max(0, text.indexOf("%PDF-")))) return;
  const packed = unpackObjectStreams(file, text);
  const written = packed.map(({ number, body }) => `${number} 0 obj\n${body}\nendobj\n`).join("");
  const catalog = findObjects(text, packed, /\/Type\s*\/Catalog\b/).at(-1);
  if (catalog) yield withTail(file, `${written}trailer\n<< /Root ${catalog} 0 R >>\n`);
  const pages = findObjects(text, packed, /\/Type\s*\/Page\b(?!s)/);
  if (pages.length === 0) return;
  const root =
    1 +
    Math.max(...pages, ...packed.map(({ number }) => number), ...Array.from(text.matchAll(/(\d{1,8}) \d+ obj\b/g), (m) => Number(m[1])));
  const kids = pages.map((page) => `${page} 0 R`).join(" ");
  yield withTail(
    file,
    `${written}${root} 0 obj\n<< /Type /Pages /Count ${pages.length} /MediaBox [0 0 612 792] /Kids [${kids}] >>\nendobj\n` +
      `${root + 1} 0 obj\n<< /Type /Catalog /Pages ${root} 0 R >>\nendobj\ntrailer\n<< /Root ${root + 1} 0 R >>\n`,
  );
}

function withTail(file: Buffer, tail: string): Uint8Array {
  return Buffer.concat([file, Buffer.from(`\nendstream\nendobj\n${tail}startxref\n0\n%%EOF\n`, "latin1")]);
}

/** Numbers of the objects whose own dictionary matches, in the order of the file. */
function findObjects(text: string, packed: readonly { number: number; body: string }[], type: RegExp): number[] {
  const found = new Set<number>();
  for (const match of text.matchAll(/(?<!\d)(\d{1,8}) \d{1,5} obj\b/g)) {
    const from = match.index + match[0].length;
    const body = text.slice(from, from + 2000);
    const end = body.search(/\bendobj\b|\bstream\r?\n/);
    if (end >= 0 && type.test(body.slice(0, end))) found.add(Number(match[1]));
  }
  for (const { number, body } of packed) if (type.test(body)) found.add(number);
  return [...found];
}

function unpackObjectStreams(file: Buffer, text: string): { number: number; body: string }[] {
  const objects: { number: number; body: string }[] = [];
  let unpacked = 0;
  for (const match of text.matchAll(/\/Type\s*\/ObjStm\b/g)) {
    const opening = text.lastIndexOf("obj", match.index);
    const stream = text.indexOf("stream", match.index);
    if (opening < 0 || stream < 0 || unpacked > MOST_UNPACKED) continue;
    const dictionary = text.slice(opening, stream);
    const count = Number(/\/N\s+(\d+)/.exec(dictionary)?.[1] ?? 0);
    const first = Number(/\/First\s+(\d+)/.exec(dictionary)?.[1] ?? 0);
    if (!dictionary.includes("/FlateDecode") || dictionary.includes("/DecodeParms") || !count || !first) continue;
    const start = stream + (text[stream + 6] === "\r" ? 8 : 7);
    const end = text.indexOf("endstream", start);
    const body = inflate(file.subarray(start, end < 0 ? file.length : end));
    unpacked += body.length;
    const head = body.slice(0, first).trim().split(/\s+/).map(Number);
    for (let i = 0; i + 1 < head.length && i < 2 * count; i += 2) {
      const from = first + head[i + 1]!;
      const to = i + 3 < head.length ? first + head[i + 3]! : body.length;
      if (to <= body.length && from < to) objects.push({ number: head[i]!, body: body.slice(from, to) });
    }
  }
  return objects;
}

function inflate(bytes: Uint8Array): string {
  try {
    return inflateSync(bytes, { maxOutputLength: MOST_UNPACKED, finishFlush: zlib.Z_SYNC_FLUSH }).toString("latin1");
  } catch {
    return "";
  }
}
