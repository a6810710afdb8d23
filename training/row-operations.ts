import { LEAK } from "../src/language/network-shape.ts";
import type { Parameter, Parameters } from "./network-parameters.ts";
import type { Example } from "./network-trainer.ts";

export function leaky(memory: Float32Array, at: number, size: number): void {
  for (let i = at; i < at + size; i++) if (memory[i]! < 0) memory[i]! *= LEAK;
}

export function leakyBack(memory: Float32Array, value: number, gradient: number, size: number): void {
  for (let i = 0; i < size; i++) if (memory[value + i]! < 0) memory[gradient + i]! *= LEAK;
}

export function fillRows(memory: Float32Array, at: number, rows: number, columns: number, bias: number): number {
  for (let row = 0; row < rows; row++) memory.copyWithin(at + row * columns, bias, bias + columns);
  return at;
}

export function sumRows(memory: Float32Array, at: number, rows: number, columns: number, to: number): void {
  for (let row = 0; row < rows; row++) for (let c = 0; c < columns; c++) memory[to + c]! += memory[at + row * columns + c]!;
}

/** Dropout masks, one row for each sentence, scaled so that the mean stays. */
export function dropMask(size: number, share: number, random: () => number): Float32Array {
  const mask = new Float32Array(size);
  for (let i = 0; i < size; i++) mask[i] = share > 0 && random() < share ? 0 : 1 / (1 - share);
  return mask;
}

export function maskRows(
  memory: Float32Array,
  from: number,
  to: number,
  batch: readonly Example[],
  starts: readonly number[],
  columns: number,
  mask: Float32Array,
): number {
  for (let s = 0; s < batch.length; s++) {
    for (let row = starts[s]!; row < starts[s + 1]!; row++) {
      for (let c = 0; c < columns; c++) memory[to + row * columns + c] = memory[from + row * columns + c]! * mask[s * columns + c]!;
    }
  }
  return to;
}

export function addMasked(
  memory: Float32Array,
  from: number,
  to: number,
  batch: readonly Example[],
  starts: readonly number[],
  columns: number,
  mask: Float32Array,
): void {
  for (let s = 0; s < batch.length; s++) {
    for (let row = starts[s]!; row < starts[s + 1]!; row++) {
      for (let c = 0; c < columns; c++) memory[to + row * columns + c]! += memory[from + row * columns + c]! * mask[s * columns + c]!;
    }
  }
}

export function transposed(kernel: Parameters["kernel"], { at, rows, columns }: Parameter): number {
  const { memory } = kernel;
  const to = kernel.allocate(rows * columns);
  for (let row = 0; row < rows; row++) for (let c = 0; c < columns; c++) memory[to + c * rows + row] = memory[at + row * columns + c]!;
  return to;
}

export function largest(memory: Float32Array, at: number, size: number): number {
  let best = 0;
  for (let i = 1; i < size; i++) if (memory[at + i]! > memory[at + best]!) best = i;
  return best;
}

/** Turns scores into the gradient of the cross-entropy times `weight`; returns the loss. */
export function softmaxGradient(memory: Float32Array, at: number, size: number, gold: number, weight: number): number {
  let top = memory[at]!;
  for (let i = 1; i < size; i++) if (memory[at + i]! > top) top = memory[at + i]!;
  let sum = 0;
  for (let i = 0; i < size; i++) {
    const e = Math.exp(memory[at + i]! - top);
    memory[at + i] = e;
    sum += e;
  }
  for (let i = 0; i < size; i++) memory[at + i]! *= weight / sum;
  const loss = -Math.log(Math.max(1e-12, memory[at + gold]! / weight));
  memory[at + gold]! -= weight;
  return loss;
}
