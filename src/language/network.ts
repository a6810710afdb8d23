import { createMatrixKernel, packedAt } from "./matrix-kernel.ts";
import type { ModelFile } from "./model-file.ts";
import { DISTANCES, distanceBucket, gate, INPUT, LEAK, paddedTo8, SHAPE, SPACES } from "./network-shape.ts";
import type { WordInputs } from "./word-inputs.ts";
import { WordMemory } from "./word-memory.ts";

/** What the network says of one sentence. Row and head 0 are the root, word `i` is `i + 1`. */
export interface Reading {
  /** Scores of the joint tags, `tagCount` for each word, the first word first. */
  readonly tagScores: Float32Array;
  readonly tagCount: number;
  /** Scores of heads: element [d · stride + h] for dependent d and head h. */
  readonly arcScores: Float32Array;
  readonly stride: number;
  /** The best relation for each word, given its head. */
  chooseRelations(heads: Int32Array, isRoot: (relation: number) => boolean): Int32Array;
}

export interface Network {
  /** Sentences must not be longer than MAX_WORDS words. */
  read(inputs: WordInputs): Reading;
}

/** Longer sentences are read piece by piece. */
export const MAX_WORDS = 250;

const { width: W, layers: LAYERS, vector: V, word: WORD, affix: AFFIX, arc: ARC, label: LABEL } = SHAPE;
const HALF = W / 2;
/** Floats that are the same for a word wherever it stands: its own row and what the first layer multiplies it to. */
const OWN = W + 3 * W;

/** The network with the values of a model file: int8 tables and matrices with a scale for each column. */
export function createNetwork(file: ModelFile, tagCount: number, relationCount: number): Network {
  const tags = paddedTo8(tagCount);
  const relations = paddedTo8(relationCount);
  const rows = MAX_WORDS + 1;
  const kernel = createMatrixKernel(
    1_000_000 +
      WordMemory.room(OWN) +
      rows * (INPUT.end + 10 * W + SPACES.end + ARC + 3 * LABEL + tags + relations + 2 * paddedTo8(rows) + 64),
  );
  const { memory } = kernel;
  const matrix = (name: string): number => {
    const data = file.section<Int8Array | Int16Array>(name);
    const scales = file.section<Float32Array>(`${name}.scales`);
    const columns = scales.length;
    const at = kernel.allocate(data.length);
    const height = data.length / columns;
    for (let row = 0, i = 0; row < height; row++)
      for (let column = 0; column < columns; column++, i++) memory[at + packedAt(row, column, height)] = data[i]! * scales[column]!;
    return at;
  };
  const floats = (name: string): number => {
    const data = file.section<Float32Array>(name);
    const at = kernel.allocate(data.length);
    memory.set(data, at);
    return at;
  };
  const input = matrix("input");
  const inputBias = floats("input.bias");
  const layers = Array.from({ length: LAYERS }, (_, layer) => ({
    weights: matrix(`layer${layer}`),
    recurrent: floats(`layer${layer}.recurrent`),
  }));
  const spacesWeights = matrix("spaces");
  const spacesBias = floats("spaces.bias");
  const arc = matrix("arc");
  const arcHead = floats("arc.head");
  const distance = floats("arc.distance");
  const label = matrix("label");
  const labelBias = floats("label.bias");
  const tag = matrix("tag");
  const tagBias = floats("tag.bias");
  const table = (name: string): { data: Int8Array; scales: Float32Array } => ({
    data: file.section(name),
    scales: file.section(`${name}.scales`),
  });
  const tables = {
    vectors: table("vectors"),
    words: table("words"),
    suffixes: table("suffixes"),
    endings: table("endings"),
    prefixes: table("prefixes"),
    forms: table("forms"),
    masks: table("masks"),
    units: table("units"),
  };
  if (file.section<Float32Array>("arc.distance").length !== DISTANCES)
    throw new Error("The language model was made for another network shape. Train it again.");
  const addRow = ({ data, scales }: { data: Int8Array; scales: Float32Array }, row: number, size: number, to: number): void => {
    const from = row * size;
    for (let d = 0; d < size; d++) memory[to + d]! += data[from + d]! * scales[d]!;
  };
  const words = new WordMemory(kernel, OWN);
  const work = kernel.mark();

  return {
    read(inputs) {
      const { count } = inputs;
      if (count > MAX_WORDS) throw new RangeError(`A sentence of ${count} words was given to the network; at most ${MAX_WORDS} fit.`);
      kernel.release(work);
      const n = count + 1;
      let x = kernel.allocate(n * W);
      const z = kernel.allocate(n * 3 * W);
      readWords(inputs, x, z);
      let tagFrom = x;
      for (let layer = 0; layer < LAYERS; layer++) {
        const { weights, recurrent } = layers[layer]!;
        if (layer === LAYERS - 1) tagFrom = x;
        if (layer > 0) {
          memory.fill(0, z, z + n * 3 * W);
          kernel.multiplyAddPacked(x, W, 1, weights, z, 3 * W, n, 3 * W, W);
        }
        const out = kernel.allocate(n * W);
        recur(z, recurrent, x, out, n, 0, 1, 0);
        recur(z, recurrent, x, out, n, n - 1, -1, HALF);
        x = out;
      }
      const tagScores = startRows(kernel.allocate(n * tags), n, tags, tagBias);
      kernel.multiplyAddPacked(tagFrom, W, 1, tag, tagScores, tags, n, tags, W);
      const spaces = startRows(kernel.allocate(n * SPACES.end), n, SPACES.end, spacesBias);
      kernel.multiplyAddPacked(x, W, 1, spacesWeights, spaces, SPACES.end, n, SPACES.end, W);
      leaky(spaces, n * SPACES.end);
      const moved = kernel.allocate(n * ARC);
      memory.fill(0, moved, moved + n * ARC);
      kernel.multiplyAddPacked(spaces + SPACES.arcDependent, SPACES.end, 1, arc, moved, ARC, n, ARC, ARC);
      const stride = paddedTo8(n);
      const scores = scoreArcs(spaces, moved, n, stride);
      return {
        tagScores: memory.slice(tagScores + tags, tagScores + n * tags),
        tagCount: tags,
        arcScores: memory.slice(scores, scores + n * stride),
        stride,
        chooseRelations: (heads, isRoot) => chooseRelations(spaces, heads, isRoot),
      };
    },
  };

  /** Each word's own row to `x` and what the first layer multiplies it to to `z`; of words not met lately they are worked out together. */
  function readWords(inputs: WordInputs, x: number, z: number): void {
    const unknown: number[] = [];
    for (let i = 0; i <= inputs.count; i++) {
      const at = words.find(inputs, i);
      if (at < 0) unknown.push(i);
      else takeOwn(at, i, x, z);
    }
    if (unknown.length === 0) return;
    const mark = kernel.mark();
    const count = unknown.length;
    const embedded = kernel.allocate(count * INPUT.end);
    const own = startRows(kernel.allocate(count * W), count, W, inputBias);
    const products = kernel.allocate(count * 3 * W);
    memory.fill(0, embedded, embedded + count * INPUT.end);
    memory.fill(0, products, products + count * 3 * W);
    unknown.forEach((i, k) => {
      embed(inputs, i, embedded + k * INPUT.end);
    });
    kernel.multiplyAddPacked(embedded, INPUT.end, 1, input, own, W, count, W, INPUT.end);
    leaky(own, count * W);
    kernel.multiplyAddPacked(own, W, 1, layers[0]!.weights, products, 3 * W, count, 3 * W, W);
    unknown.forEach((i, k) => {
      const at = words.keep(inputs, i);
      memory.copyWithin(at, own + k * W, own + (k + 1) * W);
      memory.copyWithin(at + W, products + k * 3 * W, products + (k + 1) * 3 * W);
      takeOwn(at, i, x, z);
    });
    kernel.release(mark);
  }

  function takeOwn(from: number, i: number, x: number, z: number): void {
    memory.copyWithin(x + i * W, from, from + W);
    memory.copyWithin(z + i * 3 * W, from + W, from + OWN);
  }

  function embed(inputs: WordInputs, i: number, at: number): void {
    if (inputs.vector[i]! >= 0) addRow(tables.vectors, inputs.vector[i]!, V, at + INPUT.vector);
    addRow(tables.words, inputs.word[i]!, WORD, at + INPUT.word);
    addRow(tables.suffixes, inputs.suffix[i]!, AFFIX, at + INPUT.suffix);
    addRow(tables.endings, inputs.ending[i]!, AFFIX, at + INPUT.ending);
    addRow(tables.prefixes, inputs.prefix[i]!, AFFIX, at + INPUT.prefix);
    addRow(tables.forms, inputs.form[i]!, AFFIX, at + INPUT.form);
    addRow(tables.masks, inputs.mask[i]!, AFFIX, at + INPUT.form);
    addRow(tables.units, inputs.unit[i]!, AFFIX, at + INPUT.form);
  }

  function startRows(at: number, count: number, columns: number, bias: number): number {
    for (let row = 0; row < count; row++) memory.copyWithin(at + row * columns, bias, bias + columns);
    return at;
  }

  function leaky(at: number, size: number): void {
    for (let i = at; i < at + size; i++) if (memory[i]! < 0) memory[i]! *= LEAK;
  }

  /** One direction of a layer of simple recurrent units (Lei et al. 2018). */
  function recur(z: number, recurrent: number, x: number, out: number, n: number, first: number, move: number, side: number): void {
    const state = new Float32Array(HALF);
    for (let step = 0, row = first; step < n; step++, row += move) {
      let from = z + row * 3 * W + 3 * side;
      let at = row * W + side;
      let v = recurrent + side;
      for (let k = 0; k < HALF; k++, from++, at++, v++) {
        const previous = state[k]!;
        const forget = gate(memory[from + HALF]! + memory[v]! * previous + memory[v + 2 * W]!);
        const open = gate(memory[from + 2 * HALF]! + memory[v + W]! * previous + memory[v + 3 * W]!);
        const next = forget * previous + (1 - forget) * memory[from]!;
        state[k] = next;
        memory[out + at] = open * next + (1 - open) * memory[x + at]!;
      }
    }
  }

  function scoreArcs(spaces: number, moved: number, n: number, stride: number): number {
    const heads = kernel.allocate(ARC * stride);
    const scores = kernel.allocate(n * stride);
    memory.fill(0, heads, heads + ARC * stride);
    memory.fill(0, scores, scores + n * stride);
    for (let h = 0; h < n; h++) {
      const from = spaces + h * SPACES.end + SPACES.arcHead;
      let own = 0;
      for (let d = 0; d < ARC; d++) {
        const value = memory[from + d]!;
        memory[heads + d * stride + h] = value;
        own += value * memory[arcHead + d]!;
      }
      for (let d = 1; d < n; d++) memory[scores + d * stride + h] = own + memory[distance + distanceBucket(h, d)]!;
    }
    kernel.multiplyAdd(moved, ARC, 1, heads, stride, scores, stride, n, stride, ARC);
    return scores;
  }

  function chooseRelations(spaces: number, heads: Int32Array, isRoot: (relation: number) => boolean): Int32Array {
    const count = heads.length;
    const mark = kernel.mark();
    const joined = kernel.allocate(count * 3 * LABEL);
    for (let i = 0; i < count; i++) {
      const h = spaces + heads[i]! * SPACES.end + SPACES.labelHead;
      const d = spaces + (i + 1) * SPACES.end + SPACES.labelDependent;
      const to = joined + i * 3 * LABEL;
      for (let k = 0; k < LABEL; k++) {
        memory[to + k] = memory[h + k]! * memory[d + k]!;
        memory[to + LABEL + k] = memory[h + k]!;
        memory[to + 2 * LABEL + k] = memory[d + k]!;
      }
    }
    const scores = startRows(kernel.allocate(count * relations), count, relations, labelBias);
    kernel.multiplyAddPacked(joined, 3 * LABEL, 1, label, scores, relations, count, relations, 3 * LABEL);
    const chosen = new Int32Array(count);
    for (let i = 0; i < count; i++) {
      let best = -1;
      for (let r = 0; r < relationCount; r++) {
        if (isRoot(r) !== (heads[i] === 0)) continue;
        if (best < 0 || memory[scores + i * relations + r]! > memory[scores + i * relations + best]!) best = r;
      }
      chosen[i] = best;
    }
    kernel.release(mark);
    return chosen;
  }
}
