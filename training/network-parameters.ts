import { createMatrixKernel, type MatrixKernel } from "../src/language/matrix-kernel.ts";
import { DISTANCES, INPUT, SHAPE, SPACES } from "../src/language/network-shape.ts";
import { TABLE_ROWS } from "../src/language/word-inputs.ts";
import { createRandom } from "./random.ts";

/** A matrix that is learned: `rows` × `columns` floats at `at` in the kernel's memory, its gradient at `gradient`. */
export interface Parameter {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  readonly at: number;
  readonly gradient: number;
  readonly mean: Float32Array;
  readonly square: Float32Array;
  /** Running average of the values: what is stored in the end. */
  readonly average: Float32Array;
  /** A lookup table: only rows that were used are updated. */
  readonly touched: Set<number> | null;
}

export interface Parameters {
  readonly kernel: MatrixKernel;
  readonly all: readonly Parameter[];
  get(name: string): Parameter;
}

export interface NetworkSizes {
  /** Width of the pretrained vectors as read. */
  readonly pretrained: number;
  readonly words: number;
  readonly tags: number;
  readonly relations: number;
}

/** All parameters with seeded starting values; `room` floats of memory are left for the work. */
export function createParameters(sizes: NetworkSizes, room: number, seed: number): Parameters {
  const { width, layers, affix, word, arc } = SHAPE;
  const list: [string, number, number, number, boolean][] = [
    ["vectors", sizes.pretrained, SHAPE.vector, 1 / Math.sqrt(sizes.pretrained), false],
    ["words", sizes.words, word, 0.1, true],
    ["suffixes", TABLE_ROWS.suffix, affix, 0.1, true],
    ["endings", TABLE_ROWS.ending, affix, 0.1, true],
    ["prefixes", TABLE_ROWS.prefix, affix, 0.1, true],
    ["forms", TABLE_ROWS.form, affix, 0.1, true],
    ["masks", 18, affix, 0.1, true],
    ["units", 6, affix, 0.1, true],
    ["input", INPUT.end, width, 1.5 / Math.sqrt(INPUT.end), false],
    ["input.bias", 1, width, 0, false],
  ];
  for (let layer = 0; layer < layers; layer++) {
    list.push([`layer${layer}`, width, 3 * width, 1.2 / Math.sqrt(width), false]);
    list.push([`layer${layer}.recurrent`, 4, width, 0, false]);
  }
  list.push(
    ["spaces", width, SPACES.end, 1.4 / Math.sqrt(width), false],
    ["spaces.bias", 1, SPACES.end, 0, false],
    ["arc", arc, arc, 0.5 / Math.sqrt(arc), false],
    ["arc.head", 1, arc, 0, false],
    ["arc.distance", 1, DISTANCES, 0, false],
    ["label", 3 * SHAPE.label, sizes.relations, 1 / Math.sqrt(3 * SHAPE.label), false],
    ["label.bias", 1, sizes.relations, 0, false],
    ["tag", width, sizes.tags, 1 / Math.sqrt(width), false],
    ["tag.bias", 1, sizes.tags, 0, false],
  );
  const total = list.reduce((sum, [, rows, columns]) => sum + 2 * (rows * columns + 8), 0);
  const kernel = createMatrixKernel(total + room);
  const random = createRandom(seed);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const all = list.map(([name, rows, columns, scale, sparse]): Parameter => {
    const size = rows * columns;
    const at = kernel.allocate(size);
    const gradient = kernel.allocate(size);
    if (scale > 0) for (let i = 0; i < size; i++) kernel.memory[at + i] = normal() * scale;
    if (name.endsWith(".recurrent")) kernel.memory.fill(0.5, at + 2 * columns, at + 3 * columns);
    return {
      name,
      rows,
      columns,
      at,
      gradient,
      mean: new Float32Array(size),
      square: new Float32Array(size),
      average: kernel.memory.slice(at, at + size),
      touched: sparse ? new Set() : null,
    };
  });
  const byName = new Map(all.map((parameter) => [parameter.name, parameter]));
  return { kernel, all, get: (name) => byName.get(name)! };
}

/** One step of Adam (Kingma and Ba 2015) with the gradient clipped to norm 5; clears the gradients. */
export function updateParameters({ kernel, all }: Parameters, rate: number, step: number, decay: number): void {
  const { memory } = kernel;
  const beta1 = 0.9;
  const beta2 = 0.98;
  let norm = 0;
  const ranges = (parameter: Parameter): [number, number][] =>
    parameter.touched === null
      ? [[0, parameter.rows * parameter.columns]]
      : [...parameter.touched].map((row) => [row * parameter.columns, (row + 1) * parameter.columns]);
  const used = all.map((parameter) => ({ parameter, ranges: ranges(parameter) }));
  for (const { parameter, ranges: parts } of used) {
    for (const [from, to] of parts) for (let i = from; i < to; i++) norm += memory[parameter.gradient + i]! ** 2;
  }
  const clip = Math.min(1, 5 / (Math.sqrt(norm) + 1e-9));
  const correct1 = 1 / (1 - beta1 ** step);
  const correct2 = 1 / (1 - beta2 ** step);
  for (const { parameter, ranges: parts } of used) {
    const { at, gradient, mean, square, average, touched } = parameter;
    for (const [from, to] of parts) {
      for (let i = from; i < to; i++) {
        const g = memory[gradient + i]! * clip;
        const m = beta1 * mean[i]! + (1 - beta1) * g;
        const v = beta2 * square[i]! + (1 - beta2) * g * g;
        mean[i] = m;
        square[i] = v;
        const value = memory[at + i]! - (rate * m * correct1) / (Math.sqrt(v * correct2) + 1e-8);
        memory[at + i] = value;
        // Rows of tables are seen too seldom for a running average to follow them.
        average[i] = touched === null ? decay * average[i]! + (1 - decay) * value : value;
        memory[gradient + i] = 0;
      }
    }
    parameter.touched?.clear();
  }
}
