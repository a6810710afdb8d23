import { describe, expect, it } from "vitest";
import { createMatrixKernel } from "../../src/language/matrix-kernel.ts";
import { createNetworkKernel } from "../../src/language/network-kernel.ts";
import { gate } from "../../src/language/network-shape.ts";

const WIDTH = 32;
const wave = (i: number): number => Math.sin(i * 12.9898) * 3;

function makeKernel() {
  const kernel = createMatrixKernel(200_000);
  return { kernel, network: createNetworkKernel(kernel, WIDTH) };
}

describe("createNetworkKernel", () => {
  it.each([
    [1, 8, 8],
    [2, 16, 24],
    [3, 192, 56],
    [7, 256, 40],
    [24, 128, 128],
  ])("multiplies %i rows of floats by %i × %i bytes, as near as 16 bits are", (m, rows, columns) => {
    const { kernel, network } = makeKernel();
    const { memory } = kernel;
    const weights = Int8Array.from({ length: rows * columns }, (_, i) => Math.round(wave(i) * 42));
    const scales = Float32Array.from({ length: columns }, (_, i) => 0.01 + i / 1000);
    const bias = Float32Array.from({ length: columns }, (_, i) => wave(i + 7));
    const lda = rows + 8;
    const ldc = columns + 16;
    const a = kernel.allocate(m * lda);
    const c = kernel.allocate(m * ldc);
    for (let i = 0; i < m * lda; i++) memory[a + i] = wave(i);
    for (const [slope, from] of [
      [1, null],
      [0.1, bias],
    ] as const) {
      network.multiply(a, lda, network.layOut(weights, scales, from), c, ldc, m, slope);
      for (let i = 0; i < m; i++)
        for (let j = 0; j < columns; j++) {
          let sum = 0;
          let size = 0;
          for (let x = 0; x < rows; x++) {
            sum += memory[a + i * lda + x]! * weights[x * columns + j]!;
            size += Math.abs(weights[x * columns + j]!);
          }
          const value = sum * scales[j]! + (from?.[j] ?? 0);
          const most = (size * 3 * scales[j]!) / 65534 + 1e-4;
          expect(Math.abs(memory[c + i * ldc + j]! - (value < 0 ? value * slope : value))).toBeLessThan(most);
        }
    }
  });

  it("has exact sums at the largest values that fit", () => {
    const { kernel, network } = makeKernel();
    const b = network.layOut(new Int8Array(256 * 8).fill(-127), new Float32Array(8).fill(1), null);
    const a = kernel.allocate(256);
    const c = kernel.allocate(16);
    kernel.memory.fill(-32767, a, a + 256);
    network.multiply(a, 256, b, c, 16, 1);
    expect([...kernel.memory.subarray(c, c + 8)]).toEqual(Array(8).fill(Math.fround(256 * 127 * 32767)));
  });

  it("gives the bias for a row of zeros, zeros in the columns that fill it up to 16, and leaves alone what stands after the rows", () => {
    const { kernel, network } = makeKernel();
    const b = network.layOut(new Int8Array(64).fill(5), new Float32Array(8).fill(1), new Float32Array(8).fill(2));
    const a = kernel.allocate(8);
    const c = kernel.allocate(24);
    kernel.memory.fill(0, a, a + 8).fill(9, c, c + 24);
    network.multiply(a, 8, b, c, 16, 1);
    expect([...kernel.memory.subarray(c, c + 24)]).toEqual([...Array(8).fill(2), ...Array(8).fill(0), ...Array(8).fill(9)]);
  });

  it("refuses shapes that it cannot multiply", () => {
    const { network } = makeKernel();
    expect(() => network.layOut(new Int8Array(12 * 8), new Float32Array(8), null)).toThrow(/multiples of 8/);
    expect(() => network.layOut(new Int8Array(264 * 8), new Float32Array(8), null)).toThrow(/at most 256/);
  });

  it("runs units both ways as their definition says", () => {
    const { kernel, network } = makeKernel();
    const { memory } = kernel;
    const half = WIDTH / 2;
    const count = 5;
    const [z, recurrent, x, out] = [count * 3 * WIDTH, 4 * WIDTH, count * WIDTH, count * WIDTH].map((n) => kernel.allocate(n));
    for (let i = 0; i < count * 3 * WIDTH; i++) memory[z! + i] = wave(i);
    for (let i = 0; i < 4 * WIDTH; i++) memory[recurrent! + i] = wave(i + 3) / 3;
    for (let i = 0; i < count * WIDTH; i++) memory[x! + i] = wave(i + 5);
    network.recur(z!, recurrent!, x!, out!, count, 0, 1, 0);
    network.recur(z!, recurrent!, x!, out!, count, count - 1, -1, half);
    for (const [side, first, move] of [
      [0, 0, 1],
      [half, count - 1, -1],
    ] as const)
      for (let k = 0; k < half; k++) {
        let state = 0;
        for (let step = 0, row = first; step < count; step++, row += move) {
          const from = z! + row * 3 * WIDTH + 3 * side + k;
          const v = recurrent! + side + k;
          const forget = gate(memory[from + half]! + memory[v]! * state + memory[v + 2 * WIDTH]!);
          const open = gate(memory[from + 2 * half]! + memory[v + WIDTH]! * state + memory[v + 3 * WIDTH]!);
          state = forget * state + (1 - forget) * memory[from]!;
          const at = row * WIDTH + side + k;
          expect(memory[out! + at]).toBeCloseTo(open * state + (1 - open) * memory[x! + at]!, 4);
        }
      }
  });
});
