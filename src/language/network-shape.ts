/** Widths of the network. All are multiples of 8. */
export const SHAPE = {
  /** Pretrained vectors as they are stored. */
  vector: 64,
  /** Trained word vectors. */
  word: 64,
  /** Each kind of affix, and the form. */
  affix: 32,
  /** What a word is to the layers, and each layer's output: half from the left, half from the right. */
  width: 256,
  layers: 3,
  /** Arc and label spaces, for heads and for dependents. */
  arc: 128,
  label: 64,
} as const;

/** Where the parts of the input vector begin. */
export const INPUT = { vector: 0, word: 64, suffix: 128, ending: 160, prefix: 192, form: 224, end: 256 } as const;

/** Where the four spaces begin in the output of the last layer's projection. */
export const SPACES = { arcHead: 0, arcDependent: 128, labelHead: 256, labelDependent: 320, end: 384 } as const;

export const DISTANCES = 32;

/** Bucket of the signed distance from a dependent to its head (words; the root is its own). */
export function distanceBucket(head: number, dependent: number): number {
  if (head === 0) return 0;
  const distance = head - dependent;
  const size = Math.abs(distance);
  const bucket = size < 8 ? size : size < 10 ? 8 : size < 13 ? 9 : size < 17 ? 10 : size < 23 ? 11 : size < 32 ? 12 : size < 48 ? 13 : 14;
  return distance < 0 ? bucket : bucket + 15;
}

export function paddedTo8(n: number): number {
  return (n + 7) & ~7;
}

/** A sigmoid without exponential: 0.5 + 0.5·x/(1+|x|). The same to the bit on every machine. */
export function gate(x: number): number {
  return 0.5 + (0.5 * x) / (1 + Math.abs(x));
}

export const LEAK = 0.1;
