import { createRandom } from "./random.ts";
import type { Vectors } from "./vectors.ts";

/**
 * Spherical k-means over word vectors. Returns the cluster of each word, 0 … `k` - 1.
 * Seeded with the `k` most frequent words, so that it is the same on every run.
 */
export function clusterWords(vectors: Vectors, k: number, rounds: number, seed = 7): Uint16Array {
  const { width } = vectors;
  const n = vectors.words.length;
  const rows = normalised(vectors.rows, n, width);
  const random = createRandom(seed);
  const centres = new Float32Array(k * width);
  for (let c = 0; c < k; c++) {
    const from = Math.floor(random() * Math.min(n, 20_000)) * width;
    centres.set(rows.subarray(from, from + width), c * width);
  }
  const clusters = new Uint16Array(n);
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < n; i++) clusters[i] = nearest(rows, i * width, centres, k, width);
    centres.fill(0);
    for (let i = 0; i < n; i++) for (let d = 0; d < width; d++) centres[clusters[i]! * width + d]! += rows[i * width + d]!;
    centres.set(normalised(centres, k, width));
  }
  return clusters;
}

function nearest(rows: Float32Array, at: number, centres: Float32Array, k: number, width: number): number {
  let best = -Infinity;
  let which = 0;
  for (let c = 0; c < k; c++) {
    let a = 0;
    let b = 0;
    const base = c * width;
    for (let d = 0; d < width; d += 2) {
      a += rows[at + d]! * centres[base + d]!;
      b += rows[at + d + 1]! * centres[base + d + 1]!;
    }
    if (a + b > best) {
      best = a + b;
      which = c;
    }
  }
  return which;
}

function normalised(rows: Float32Array, n: number, width: number): Float32Array {
  const out = new Float32Array(n * width);
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (let d = 0; d < width; d++) sum += rows[i * width + d]! ** 2;
    const scale = sum > 0 ? 1 / Math.sqrt(sum) : 0;
    for (let d = 0; d < width; d++) out[i * width + d] = rows[i * width + d]! * scale;
  }
  return out;
}
