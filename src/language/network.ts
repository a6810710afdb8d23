import { createMatrixKernel } from "./matrix-kernel.ts";
import type { ModelFile } from "./model-file.ts";
import { type ByteMatrix, createNetworkKernel } from "./network-kernel.ts";
import { DISTANCES, distanceBucket, INPUT, LEAK, paddedTo8, SHAPE, SPACES } from "./network-shape.ts";
import type { WordInputs } from "./word-inputs.ts";
import { WordMemory } from "./word-memory.ts";

/** What the network says of one sentence, until it reads the next. Row and head 0 are the root, word `i` is `i + 1`. */
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
  const rows = MAX_WORDS + 1;
  const kernel = createMatrixKernel(
    1_000_000 +
      WordMemory.room(OWN) +
      rows * (INPUT.end + 10 * W + SPACES.end + ARC + 3 * LABEL + tagCount + relationCount + 2 * paddedTo8(rows) + 96),
  );
  const { memory } = kernel;
  const { layOut, multiply, copy, recur } = createNetworkKernel(kernel, W);
  const matrix = (name: string, bias: string | null = null): ByteMatrix =>
    layOut(file.section(name), file.section(`${name}.scales`), bias === null ? null : file.section<Float32Array>(bias));
  const floats = (name: string): number => {
    const data = file.section<Float32Array>(name);
    const at = kernel.allocate(data.length);
    memory.set(data, at);
    return at;
  };
  const input = matrix("input", "input.bias");
  const layers = Array.from({ length: LAYERS }, (_, layer) => ({
    weights: matrix(`layer${layer}`),
    recurrent: floats(`layer${layer}.recurrent`),
  }));
  const spacesWeights = matrix("spaces", "spaces.bias");
  const arc = matrix("arc");
  const arcHead = floats("arc.head");
  const distance = floats("arc.distance");
  const label = matrix("label", "label.bias");
  const tag = matrix("tag", "tag.bias");
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
        if (layer > 0) multiply(x, W, weights, z, 3 * W, n);
        const out = kernel.allocate(n * W);
        recur(z, recurrent, x, out, n, 0, 1, 0);
        recur(z, recurrent, x, out, n, n - 1, -1, HALF);
        x = out;
      }
      const tags = tag.columns;
      const tagScores = kernel.allocate(n * tags);
      multiply(tagFrom, W, tag, tagScores, tags, n);
      const spaces = kernel.allocate(n * SPACES.end);
      multiply(x, W, spacesWeights, spaces, SPACES.end, n, LEAK);
      const moved = kernel.allocate(n * ARC);
      multiply(spaces + SPACES.arcDependent, SPACES.end, arc, moved, ARC, n);
      const stride = paddedTo8(n);
      const scores = scoreArcs(spaces, moved, n, stride);
      return {
        tagScores: memory.subarray(tagScores + tags, tagScores + n * tags),
        tagCount: tags,
        arcScores: memory.subarray(scores, scores + n * stride),
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
    const own = kernel.allocate(count * W);
    const products = kernel.allocate(count * 3 * W);
    memory.fill(0, embedded, embedded + count * INPUT.end);
    unknown.forEach((i, k) => {
      embed(inputs, i, embedded + k * INPUT.end);
    });
    multiply(embedded, INPUT.end, input, own, W, count, LEAK);
    multiply(own, W, layers[0]!.weights, products, 3 * W, count);
    unknown.forEach((i, k) => {
      const at = words.keep(inputs, i);
      copy(at, own + k * W, W);
      copy(at + W, products + k * 3 * W, 3 * W);
      takeOwn(at, i, x, z);
    });
    kernel.release(mark);
  }

  function takeOwn(from: number, i: number, x: number, z: number): void {
    copy(x + i * W, from, W);
    copy(z + i * 3 * W, from + W, 3 * W);
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
    const relations = label.columns;
    const scores = kernel.allocate(count * relations);
    multiply(joined, 3 * LABEL, label, scores, relations, count);
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
