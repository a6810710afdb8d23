import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bestTree } from "../../src/language/best-tree.ts";

const isTree = (heads: readonly number[]): boolean => {
  if (heads.filter((head) => head === 0).length !== 1) return false;
  return heads.every((_, i) => {
    let at = i + 1;
    for (let hops = 0; at !== 0; hops++) {
      if (hops > heads.length) return false;
      at = heads[at - 1]!;
    }
    return true;
  });
};

const sum = (scores: Float32Array, stride: number, heads: ArrayLike<number>): number => {
  let total = 0;
  for (let d = 1; d <= heads.length; d++) total += scores[d * stride + heads[d - 1]!]!;
  return total;
};

/** The best single-rooted tree by trying all. */
function bruteForce(scores: Float32Array, stride: number, count: number): number {
  let best = -Infinity;
  const extend = (heads: number[]): void => {
    if (heads.length === count) {
      if (isTree(heads)) best = Math.max(best, sum(scores, stride, heads));
      return;
    }
    for (let h = 0; h <= count; h++) if (h !== heads.length + 1) extend([...heads, h]);
  };
  extend([]);
  return best;
}

const scoresOf = (count: number): fc.Arbitrary<Float32Array> =>
  fc
    .array(fc.integer({ min: -500, max: 500 }), { minLength: (count + 1) * 8, maxLength: (count + 1) * 8 })
    .map((list) => Float32Array.from(list, (n) => n / 100));

describe("bestTree", () => {
  it("gives one word under the root", () => {
    expect([...bestTree(new Float32Array(16), 8, 1)]).toEqual([0]);
  });

  it("always gives a tree with one root", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 7 }).chain((count) => fc.tuple(fc.constant(count), scoresOf(count))),
        ([count, scores]) => {
          expect(isTree([...bestTree(scores, 8, count)])).toBe(true);
        },
      ),
    );
  });

  it("finds the best tree when one root stands out", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 5 }).chain((count) => fc.tuple(fc.constant(count), scoresOf(count), fc.integer({ min: 1, max: count }))),
        ([count, scores, root]) => {
          for (let d = 1; d <= count; d++) scores[d * 8] = d === root ? 30 : -30;
          expect(sum(scores, 8, bestTree(scores, 8, count))).toBeCloseTo(bruteForce(scores, 8, count), 3);
        },
      ),
    );
  });
});
