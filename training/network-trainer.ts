import { distanceBucket, gate, INPUT, paddedTo8, SHAPE, SPACES } from "../src/language/network-shape.ts";
import type { WordInputs } from "../src/language/word-inputs.ts";
import type { Parameter, Parameters } from "./network-parameters.ts";
import {
  addMasked,
  dropMask,
  fillRows,
  largest,
  leaky,
  leakyBack,
  maskRows,
  softmaxGradient,
  sumRows,
  transposed,
} from "./row-operations.ts";

/** One sentence to learn from. Heads count the root as 0 and word `i` as `i + 1`. */
export interface Example {
  readonly inputs: WordInputs;
  readonly heads: Int32Array;
  readonly relations: Int32Array;
  readonly tags: Int32Array;
}

export interface Losses {
  words: number;
  arc: number;
  label: number;
  tag: number;
  headsRight: number;
  tagsRight: number;
}

export interface Dropout {
  readonly word: number;
  readonly vector: number;
  readonly affix: number;
  readonly layer: number;
  readonly space: number;
}

const { width: W, layers: LAYERS, vector: V, word: WORD, affix: AFFIX, arc: ARC, label: LABEL } = SHAPE;
const HALF = W / 2;
const TAG_LAYER = LAYERS - 1;

/**
 * Forward and backward pass over a batch of sentences: pretrained and learned word vectors, layers of bidirectional simple
 * recurrent units (Lei et al. 2018, https://arxiv.org/abs/1709.02755), biaffine arc and label scores (Dozat and Manning 2017,
 * https://arxiv.org/abs/1611.01734), tags from the layer below the last. Adds to the gradients of `parameters`.
 */
export function trainOnBatch(
  batch: readonly Example[],
  parameters: Parameters,
  pretrained: Float32Array,
  pretrainedWidth: number,
  dropout: Dropout,
  random: () => number,
): Losses {
  const { kernel } = parameters;
  const memory = kernel.memory;
  const mark = kernel.mark();
  const p = (name: string): Parameter => parameters.get(name);
  const starts = [0];
  for (const example of batch) starts.push(starts.at(-1)! + example.inputs.count + 1);
  const T = starts.at(-1)!;
  const zeros = (rows: number, columns: number): number => {
    const at = kernel.allocate(rows * columns);
    memory.fill(0, at, at + rows * columns);
    return at;
  };
  const losses: Losses = { words: T - batch.length, arc: 0, label: 0, tag: 0, headsRight: 0, tagsRight: 0 };

  // Inputs.
  const raw = zeros(T, pretrainedWidth);
  const embedded = zeros(T, INPUT.end);
  const keepWord = new Uint8Array(T);
  const keepAffix = new Float32Array(T * 4);
  const tables: [Parameter, (inputs: WordInputs) => Int32Array, number, number, number][] = [
    [p("words"), (x) => x.word, INPUT.word, WORD, -1],
    [p("suffixes"), (x) => x.suffix, INPUT.suffix, AFFIX, 0],
    [p("endings"), (x) => x.ending, INPUT.ending, AFFIX, 1],
    [p("prefixes"), (x) => x.prefix, INPUT.prefix, AFFIX, 2],
    [p("forms"), (x) => x.form, INPUT.form, AFFIX, 3],
    [p("masks"), (x) => x.mask, INPUT.form, AFFIX, 3],
    [p("units"), (x) => x.unit, INPUT.form, AFFIX, 3],
  ];
  batch.forEach(({ inputs }, s) => {
    for (let i = 0; i <= inputs.count; i++) {
      const row = starts[s]! + i;
      const vector = inputs.vector[i]!;
      if (vector >= 0 && random() >= dropout.vector) {
        memory.set(pretrained.subarray(vector * pretrainedWidth, (vector + 1) * pretrainedWidth), raw + row * pretrainedWidth);
      }
      keepWord[row] = i === 0 || random() >= dropout.word ? 1 : 0;
      for (let a = 0; a < 4; a++) keepAffix[row * 4 + a] = i === 0 || random() >= dropout.affix ? 1 : 0;
    }
  });
  const rowOf = (inputs: WordInputs, pick: (inputs: WordInputs) => Int32Array, i: number, row: number, slot: number): number => {
    if (slot < 0) return keepWord[row] ? pick(inputs)[i]! : 0;
    return keepAffix[row * 4 + slot] ? pick(inputs)[i]! : -1;
  };
  kernel.multiplyAdd(raw, pretrainedWidth, 1, p("vectors").at, V, embedded, INPUT.end, T, V, pretrainedWidth);
  batch.forEach(({ inputs }, s) => {
    for (let i = 0; i <= inputs.count; i++) {
      const row = starts[s]! + i;
      for (const [table, pick, place, size, slot] of tables) {
        const from = rowOf(inputs, pick, i, row, slot);
        if (from < 0) continue;
        const base = table.at + from * size;
        const to = embedded + row * INPUT.end + place;
        for (let d = 0; d < size; d++) memory[to + d]! += memory[base + d]!;
      }
    }
  });
  const x: number[] = [fillRows(memory, zeros(T, W), T, W, p("input.bias").at)];
  kernel.multiplyAdd(embedded, INPUT.end, 1, p("input").at, W, x[0]!, W, T, W, INPUT.end);
  leaky(memory, x[0]!, T * W);

  // Layers.
  const masks: Float32Array[] = [];
  const dropped: number[] = [];
  const gates: { z: number; f: Float32Array; r: Float32Array; c: Float32Array }[] = [];
  for (let layer = 0; layer < LAYERS; layer++) {
    const mask = dropMask(batch.length * W, dropout.layer, random);
    const input = maskRows(memory, x[layer]!, kernel.allocate(T * W), batch, starts, W, mask);
    const z = zeros(T, 3 * W);
    kernel.multiplyAdd(input, W, 1, p(`layer${layer}`).at, 3 * W, z, 3 * W, T, 3 * W, W);
    const out = kernel.allocate(T * W);
    const state = { z, f: new Float32Array(T * W), r: new Float32Array(T * W), c: new Float32Array(T * W) };
    const weights = p(`layer${layer}.recurrent`).at;
    batch.forEach(({ inputs }, s) => {
      for (const backward of [false, true]) recur(memory, state, weights, x[layer]!, out, starts[s]!, inputs.count + 1, backward);
    });
    masks.push(mask);
    dropped.push(input);
    gates.push(state);
    x.push(out);
  }
  const dx: number[] = x.map(() => zeros(T, W));

  // Tags.
  const tagParameter = p("tag");
  const tags = tagParameter.columns;
  const tagMask = dropMask(batch.length * W, dropout.layer, random);
  const tagInput = maskRows(memory, x[TAG_LAYER]!, kernel.allocate(T * W), batch, starts, W, tagMask);
  const tagScores = fillRows(memory, kernel.allocate(T * tags), T, tags, p("tag.bias").at);
  kernel.multiplyAdd(tagInput, W, 1, tagParameter.at, tags, tagScores, tags, T, tags, W);
  batch.forEach((example, s) => {
    memory.fill(0, tagScores + starts[s]! * tags, tagScores + (starts[s]! + 1) * tags);
    for (let i = 0; i < example.inputs.count; i++) {
      const at = tagScores + (starts[s]! + 1 + i) * tags;
      const gold = example.tags[i]!;
      if (largest(memory, at, tags) === gold) losses.tagsRight++;
      losses.tag += softmaxGradient(memory, at, tags, gold, 0.5);
    }
  });
  kernel.multiplyAdd(tagInput, 1, W, tagScores, tags, tagParameter.gradient, tags, W, tags, T);
  sumRows(memory, tagScores, T, tags, p("tag.bias").gradient);
  const dTagInput = zeros(T, W);
  kernel.multiplyAdd(tagScores, tags, 1, transposed(kernel, tagParameter), W, dTagInput, W, T, W, tags);
  addMasked(memory, dTagInput, dx[TAG_LAYER]!, batch, starts, W, tagMask);

  // Spaces of heads and dependents.
  const topMask = dropMask(batch.length * W, dropout.layer, random);
  const top = maskRows(memory, x[LAYERS]!, kernel.allocate(T * W), batch, starts, W, topMask);
  const plain = fillRows(memory, kernel.allocate(T * SPACES.end), T, SPACES.end, p("spaces.bias").at);
  kernel.multiplyAdd(top, W, 1, p("spaces").at, SPACES.end, plain, SPACES.end, T, SPACES.end, W);
  leaky(memory, plain, T * SPACES.end);
  const spaceMask = dropMask(batch.length * SPACES.end, dropout.space, random);
  const spaces = maskRows(memory, plain, kernel.allocate(T * SPACES.end), batch, starts, SPACES.end, spaceMask);
  const dSpaces = zeros(T, SPACES.end);

  // Arcs.
  const bilinear = p("arc");
  const moved = zeros(T, ARC);
  kernel.multiplyAdd(spaces + SPACES.arcDependent, SPACES.end, 1, bilinear.at, ARC, moved, ARC, T, ARC, ARC);
  const dMoved = zeros(T, ARC);
  const headWeights = p("arc.head");
  const distances = p("arc.distance");
  batch.forEach((example, s) => {
    const start = starts[s]!;
    const n = example.inputs.count + 1;
    const wide = paddedTo8(n);
    const inner = kernel.mark();
    const heads = zeros(ARC, wide);
    const scores = zeros(n, wide);
    for (let h = 0; h < n; h++) {
      let own = 0;
      const from = spaces + (start + h) * SPACES.end + SPACES.arcHead;
      for (let d = 0; d < ARC; d++) {
        memory[heads + d * wide + h] = memory[from + d]!;
        own += memory[from + d]! * memory[headWeights.at + d]!;
      }
      for (let d = 1; d < n; d++) memory[scores + d * wide + h] = own + memory[distances.at + distanceBucket(h, d)]!;
    }
    kernel.multiplyAdd(moved + start * ARC, ARC, 1, heads, wide, scores, wide, n, wide, ARC);
    memory.fill(0, scores, scores + wide);
    for (let d = 1; d < n; d++) {
      const at = scores + d * wide;
      const gold = example.heads[d - 1]!;
      memory[at + d] = -1e9;
      if (largest(memory, at, n) === gold) losses.headsRight++;
      losses.arc += softmaxGradient(memory, at, n, gold, 1);
      memory[at + d] = 0;
      memory.fill(0, at + n, at + wide);
      for (let h = 0; h < n; h++) memory[distances.gradient + distanceBucket(h, d)]! += memory[at + h]!;
    }
    kernel.multiplyAdd(scores, wide, 1, spaces + start * SPACES.end + SPACES.arcHead, SPACES.end, dMoved + start * ARC, ARC, n, ARC, n);
    kernel.multiplyAdd(scores, 1, wide, moved + start * ARC, ARC, dSpaces + start * SPACES.end + SPACES.arcHead, SPACES.end, n, ARC, n);
    for (let h = 0; h < n; h++) {
      let sum = 0;
      for (let d = 1; d < n; d++) sum += memory[scores + d * wide + h]!;
      const from = spaces + (start + h) * SPACES.end + SPACES.arcHead;
      const to = dSpaces + (start + h) * SPACES.end + SPACES.arcHead;
      for (let d = 0; d < ARC; d++) {
        memory[headWeights.gradient + d]! += sum * memory[from + d]!;
        memory[to + d]! += sum * memory[headWeights.at + d]!;
      }
    }
    kernel.release(inner);
  });
  kernel.multiplyAdd(spaces + SPACES.arcDependent, 1, SPACES.end, dMoved, ARC, bilinear.gradient, ARC, ARC, ARC, T);
  kernel.multiplyAdd(dMoved, ARC, 1, transposed(kernel, bilinear), ARC, dSpaces + SPACES.arcDependent, SPACES.end, T, ARC, ARC);

  // Labels of the gold arcs.
  const label = p("label");
  const relations = label.columns;
  const joined = zeros(T, 3 * LABEL);
  const headRow = new Int32Array(T).fill(-1);
  batch.forEach((example, s) => {
    for (let i = 0; i < example.inputs.count; i++) headRow[starts[s]! + 1 + i] = starts[s]! + example.heads[i]!;
  });
  for (let row = 0; row < T; row++) {
    if (headRow[row]! < 0) continue;
    const h = spaces + headRow[row]! * SPACES.end + SPACES.labelHead;
    const d = spaces + row * SPACES.end + SPACES.labelDependent;
    const to = joined + row * 3 * LABEL;
    for (let k = 0; k < LABEL; k++) {
      memory[to + k] = memory[h + k]! * memory[d + k]!;
      memory[to + LABEL + k] = memory[h + k]!;
      memory[to + 2 * LABEL + k] = memory[d + k]!;
    }
  }
  const labelScores = fillRows(memory, kernel.allocate(T * relations), T, relations, p("label.bias").at);
  kernel.multiplyAdd(joined, 3 * LABEL, 1, label.at, relations, labelScores, relations, T, relations, 3 * LABEL);
  batch.forEach((example, s) => {
    memory.fill(0, labelScores + starts[s]! * relations, labelScores + (starts[s]! + 1) * relations);
    for (let i = 0; i < example.inputs.count; i++) {
      losses.label += softmaxGradient(memory, labelScores + (starts[s]! + 1 + i) * relations, relations, example.relations[i]!, 1);
    }
  });
  kernel.multiplyAdd(joined, 1, 3 * LABEL, labelScores, relations, label.gradient, relations, 3 * LABEL, relations, T);
  sumRows(memory, labelScores, T, relations, p("label.bias").gradient);
  const dJoined = zeros(T, 3 * LABEL);
  kernel.multiplyAdd(labelScores, relations, 1, transposed(kernel, label), 3 * LABEL, dJoined, 3 * LABEL, T, 3 * LABEL, relations);
  for (let row = 0; row < T; row++) {
    if (headRow[row]! < 0) continue;
    const h = headRow[row]! * SPACES.end + SPACES.labelHead;
    const d = row * SPACES.end + SPACES.labelDependent;
    const from = dJoined + row * 3 * LABEL;
    for (let k = 0; k < LABEL; k++) {
      memory[dSpaces + h + k]! += memory[from + k]! * memory[spaces + d + k]! + memory[from + LABEL + k]!;
      memory[dSpaces + d + k]! += memory[from + k]! * memory[spaces + h + k]! + memory[from + 2 * LABEL + k]!;
    }
  }

  // Back through the spaces and the layers.
  const dPlain = zeros(T, SPACES.end);
  addMasked(memory, dSpaces, dPlain, batch, starts, SPACES.end, spaceMask);
  leakyBack(memory, plain, dPlain, T * SPACES.end);
  kernel.multiplyAdd(top, 1, W, dPlain, SPACES.end, p("spaces").gradient, SPACES.end, W, SPACES.end, T);
  sumRows(memory, dPlain, T, SPACES.end, p("spaces.bias").gradient);
  const dTop = zeros(T, W);
  kernel.multiplyAdd(dPlain, SPACES.end, 1, transposed(kernel, p("spaces")), W, dTop, W, T, W, SPACES.end);
  addMasked(memory, dTop, dx[LAYERS]!, batch, starts, W, topMask);
  for (let layer = LAYERS - 1; layer >= 0; layer--) {
    const parameter = p(`layer${layer}`);
    const recurrent = p(`layer${layer}.recurrent`);
    const dz = kernel.allocate(T * 3 * W);
    batch.forEach(({ inputs }, s) => {
      for (const backward of [false, true]) {
        recurBack(memory, gates[layer]!, recurrent, x[layer]!, dx[layer + 1]!, dx[layer]!, dz, starts[s]!, inputs.count + 1, backward);
      }
    });
    kernel.multiplyAdd(dropped[layer]!, 1, W, dz, 3 * W, parameter.gradient, 3 * W, W, 3 * W, T);
    const dInput = zeros(T, W);
    kernel.multiplyAdd(dz, 3 * W, 1, transposed(kernel, parameter), W, dInput, W, T, W, 3 * W);
    addMasked(memory, dInput, dx[layer]!, batch, starts, W, masks[layer]!);
  }

  // Back through the inputs.
  leakyBack(memory, x[0]!, dx[0]!, T * W);
  kernel.multiplyAdd(embedded, 1, INPUT.end, dx[0]!, W, p("input").gradient, W, INPUT.end, W, T);
  sumRows(memory, dx[0]!, T, W, p("input.bias").gradient);
  const dEmbedded = zeros(T, INPUT.end);
  kernel.multiplyAdd(dx[0]!, W, 1, transposed(kernel, p("input")), INPUT.end, dEmbedded, INPUT.end, T, INPUT.end, W);
  kernel.multiplyAdd(raw, 1, pretrainedWidth, dEmbedded, INPUT.end, p("vectors").gradient, V, pretrainedWidth, V, T);
  batch.forEach(({ inputs }, s) => {
    for (let i = 0; i <= inputs.count; i++) {
      const row = starts[s]! + i;
      for (const [table, pick, place, size, slot] of tables) {
        const to = rowOf(inputs, pick, i, row, slot);
        if (to < 0) continue;
        table.touched!.add(to);
        const from = dEmbedded + row * INPUT.end + place;
        for (let d = 0; d < size; d++) memory[table.gradient + to * size + d]! += memory[from + d]!;
      }
    }
  });
  kernel.release(mark);
  return losses;
}

interface Recurrence {
  readonly z: number;
  readonly f: Float32Array;
  readonly r: Float32Array;
  readonly c: Float32Array;
}

/** One direction of one layer over one sentence. Columns of z by direction: values, forget gates, output gates. */
function recur(
  memory: Float32Array,
  { z, f, r, c }: Recurrence,
  weights: number,
  x: number,
  out: number,
  start: number,
  n: number,
  backward: boolean,
): void {
  const side = backward ? HALF : 0;
  for (let step = 0; step < n; step++) {
    const row = start + (backward ? n - 1 - step : step);
    const back = step === 0 ? 0 : backward ? W : -W;
    for (let k = 0; k < HALF; k++) {
      const from = z + row * 3 * W + 3 * side + k;
      const at = row * W + side + k;
      const v = weights + side + k;
      const previous = step === 0 ? 0 : c[at + back]!;
      const forget = gate(memory[from + HALF]! + memory[v]! * previous + memory[v + 2 * W]!);
      const open = gate(memory[from + 2 * HALF]! + memory[v + W]! * previous + memory[v + 3 * W]!);
      const state = forget * previous + (1 - forget) * memory[from]!;
      f[at] = forget;
      r[at] = open;
      c[at] = state;
      memory[out + at] = open * state + (1 - open) * memory[x + at]!;
    }
  }
}

function recurBack(
  memory: Float32Array,
  { z, f, r, c }: Recurrence,
  recurrent: Parameter,
  x: number,
  dOut: number,
  dx: number,
  dz: number,
  start: number,
  n: number,
  backward: boolean,
): void {
  const side = backward ? HALF : 0;
  const carried = new Float32Array(HALF);
  for (let step = n - 1; step >= 0; step--) {
    const row = start + (backward ? n - 1 - step : step);
    const back = backward ? W : -W;
    for (let k = 0; k < HALF; k++) {
      const at = row * W + side + k;
      const from = row * 3 * W + 3 * side + k;
      const v = recurrent.at + side + k;
      const g = recurrent.gradient + side + k;
      const previous = step === 0 ? 0 : c[at + back]!;
      const forget = f[at]!;
      const open = r[at]!;
      const dh = memory[dOut + at]!;
      memory[dx + at]! += dh * (1 - open);
      const dc = carried[k]! + dh * open;
      const dOpen = dh * (c[at]! - memory[x + at]!) * slope(open);
      const dForget = dc * (previous - memory[z + from]!) * slope(forget);
      memory[dz + from] = dc * (1 - forget);
      memory[dz + from + HALF] = dForget;
      memory[dz + from + 2 * HALF] = dOpen;
      memory[g]! += dForget * previous;
      memory[g + W]! += dOpen * previous;
      memory[g + 2 * W]! += dForget;
      memory[g + 3 * W]! += dOpen;
      carried[k] = dc * forget + dForget * memory[v]! + dOpen * memory[v + W]!;
    }
  }
}

/** The slope of the gate at a place, from its value there. */
function slope(value: number): number {
  const q = 1 - Math.abs(2 * value - 1);
  return 0.5 * q * q;
}
