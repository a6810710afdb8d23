import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createMatrixKernel } from "../../src/language/matrix-kernel.ts";

describe("createMatrixKernel", () => {
  it("multiplies as the definition says, for all shapes and strides", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9 }),
        fc.integer({ min: 0, max: 3 }),
        fc.integer({ min: 0, max: 7 }),
        fc.boolean(),
        (m, strips, k, turned) => {
          const n = strips * 8;
          const kernel = createMatrixKernel(2000);
          const { memory } = kernel;
          const a = kernel.allocate(m * k);
          const b = kernel.allocate(k * n);
          const c = kernel.allocate(m * n);
          for (let i = 0; i < m * k; i++) memory[a + i] = (i % 7) - 3;
          for (let i = 0; i < k * n; i++) memory[b + i] = (i % 5) - 2;
          for (let i = 0; i < m * n; i++) memory[c + i] = i;
          const [rowStride, columnStride] = turned ? [1, m] : [k, 1];
          kernel.multiplyAdd(a, rowStride, columnStride, b, n, c, n, m, n, k);
          for (let i = 0; i < m; i++) {
            for (let j = 0; j < n; j++) {
              let sum = i * n + j;
              for (let x = 0; x < k; x++) sum += memory[a + i * rowStride + x * columnStride]! * memory[b + x * n + j]!;
              expect(memory[c + i * n + j]).toBe(sum);
            }
          }
        },
      ),
    );
  });

  it("gives memory and takes it back", () => {
    const kernel = createMatrixKernel(100);
    const first = kernel.allocate(3);
    const mark = kernel.mark();
    const second = kernel.allocate(5);
    expect(second - first).toBe(4);
    kernel.release(mark);
    expect(kernel.allocate(1)).toBe(second);
    expect(() => kernel.allocate(10_000_000)).toThrow(RangeError);
  });
});
