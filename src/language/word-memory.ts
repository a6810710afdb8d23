import type { MatrixKernel } from "./matrix-kernel.ts";
import type { WordInputs } from "./word-inputs.ts";

/** How many words are remembered at a time. */
const PLACES = 2048;
/** The numbers that make a word what it is to the network. */
const KEYS = 8;

/**
 * What a network makes of a word before it looks at the words around it. That is the same wherever the word stands, and most
 * words of a text were there before, so it is worked out once and kept: `size` floats for each of at most 2,048 words, in the
 * kernel's memory. A word takes the place of another whose numbers lead to the same place. What is remembered is what would be
 * worked out again, to the bit.
 */
export class WordMemory {
  private readonly size: number;
  private readonly rows: number;
  private readonly keys = new Int32Array(PLACES * KEYS);
  private readonly taken = new Uint8Array(PLACES);

  constructor(kernel: MatrixKernel, size: number) {
    this.size = size;
    this.rows = kernel.allocate(PLACES * size);
  }

  /** Floats of the kernel's memory that a memory of words of this size takes. */
  static room(size: number): number {
    return PLACES * size;
  }

  /** The offset at which the floats of row `i` of the inputs are kept, or -1 when the word is not remembered. */
  find(inputs: WordInputs, i: number): number {
    const place = placeOf(inputs, i);
    const at = place * KEYS;
    const { keys } = this;
    return this.taken[place] === 1 &&
      keys[at] === inputs.vector[i] &&
      keys[at + 1] === inputs.word[i] &&
      keys[at + 2] === inputs.suffix[i] &&
      keys[at + 3] === inputs.ending[i] &&
      keys[at + 4] === inputs.prefix[i] &&
      keys[at + 5] === inputs.form[i] &&
      keys[at + 6] === inputs.mask[i] &&
      keys[at + 7] === inputs.unit[i]
      ? this.rows + place * this.size
      : -1;
  }

  /** Takes a place for row `i` of the inputs and gives the offset at which its floats are to be written. */
  keep(inputs: WordInputs, i: number): number {
    const place = placeOf(inputs, i);
    this.taken[place] = 1;
    this.keys.set(
      [
        inputs.vector[i]!,
        inputs.word[i]!,
        inputs.suffix[i]!,
        inputs.ending[i]!,
        inputs.prefix[i]!,
        inputs.form[i]!,
        inputs.mask[i]!,
        inputs.unit[i]!,
      ],
      place * KEYS,
    );
    return this.rows + place * this.size;
  }
}

/** FNV-1a over the numbers, folded. */
function placeOf(inputs: WordInputs, i: number): number {
  let hash = 0x811c9dc5;
  hash = Math.imul(hash ^ inputs.vector[i]!, 0x01000193);
  hash = Math.imul(hash ^ inputs.word[i]!, 0x01000193);
  hash = Math.imul(hash ^ inputs.suffix[i]!, 0x01000193);
  hash = Math.imul(hash ^ inputs.prefix[i]!, 0x01000193);
  hash = Math.imul(hash ^ inputs.form[i]!, 0x01000193);
  hash = Math.imul(hash ^ inputs.unit[i]!, 0x01000193);
  return (hash ^ (hash >>> 13)) & (PLACES - 1);
}
