/**
 * A linear scorer over hashed features: each feature is a 32-bit hash, each known feature has a short list of classes
 * with 8-bit weights. Open addressing, no strings, no allocation while scoring.
 */
export interface SparseScorer {
  readonly classes: number;
  /** Adds the weights of the first `count` features to `scores` (length `classes`). */
  addScores(features: Int32Array, count: number, scores: Int32Array): void;
}

/** `keys[i]` has `counts[i]` entries, one after another, in `labels` and `weights`. */
export function createSparseScorer(
  classes: number,
  keys: Int32Array,
  counts: Uint8Array,
  labels: Uint8Array,
  weights: Int8Array,
): SparseScorer {
  let size = 1024;
  while (size < keys.length * 2) size *= 2;
  const mask = size - 1;
  const slots = new Int32Array(size);
  const starts = new Int32Array(keys.length + 1);
  for (let i = 0, at = 0; i < keys.length; i++) {
    starts[i] = at;
    at += counts[i]!;
    starts[i + 1] = at;
    let slot = spread(keys[i]!) & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = i + 1;
  }
  return {
    classes,
    addScores(features, count, scores) {
      for (let f = 0; f < count; f++) {
        const key = features[f]!;
        let slot = spread(key) & mask;
        let row = slots[slot]!;
        while (row !== 0 && keys[row - 1] !== key) {
          slot = (slot + 1) & mask;
          row = slots[slot]!;
        }
        if (row === 0) continue;
        const end = starts[row]!;
        for (let e = starts[row - 1]!; e < end; e++) scores[labels[e]!]! += weights[e]!;
      }
    },
  };
}

function spread(key: number): number {
  const mixed = Math.imul(key ^ (key >>> 15), 0x2c1b3c6d);
  return mixed ^ (mixed >>> 13);
}

/** FNV-1a over UTF-16 units. */
export function hashText(text: string, from = 0, to: number = text.length): number {
  let hash = 0x811c9dc5 | 0;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}

/** Mixes one more value into a hash. */
export function mix(hash: number, value: number): number {
  const mixed = Math.imul(hash ^ value, 0x5bd1e995);
  return Math.imul(mixed ^ (mixed >>> 15), 0x27d4eb2d) ^ value;
}
