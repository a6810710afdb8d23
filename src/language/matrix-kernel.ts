import v8 from "node:v8";
import {
  add,
  addFloats,
  assembleModule,
  type Code,
  countDown,
  get,
  I32,
  integer,
  load,
  loadEverywhere,
  multiply,
  multiplyFloats,
  notAbove,
  repeat,
  repeatWhile,
  set,
  store,
  V128,
} from "./wasm-code.ts";

/**
 * Memory for matrices of 32-bit floats and their product, with SIMD. Multiplications and additions are not fused, so that
 * results are the same to the bit on every machine.
 */
export interface MatrixKernel {
  /** All memory of the kernel. Grows never; views stay valid. */
  readonly memory: Float32Array;
  /** The same as WebAssembly has it, and its size in pages: other functions may work on it. */
  readonly wasm: WebAssembly.Memory;
  readonly pages: number;
  /** Takes `length` floats (aligned to 16 bytes) and gives their offset in floats. Throws when the memory is used up. */
  allocate(length: number): number;
  /** Offset up to which memory is taken; give it to `release` to free everything allocated since. */
  mark(): number;
  release(mark: number): void;
  /**
   * C += A·B with C m×n, A m×k, B k×n; offsets and strides in floats. A's element (i, x) lies at a + i·rowStride + x·columnStride;
   * rows of B and C lie `ldb` and `ldc` apart. n must be a multiple of 8.
   */
  multiplyAdd(
    a: number,
    rowStride: number,
    columnStride: number,
    b: number,
    ldb: number,
    c: number,
    ldc: number,
    m: number,
    n: number,
    k: number,
  ): void;
}

const PAGE = 65536;
/** Bytes of eight columns of a row. */
const STRIP = 32;

/** A kernel with room for `floats` numbers. */
export function createMatrixKernel(floats: number): MatrixKernel {
  const pages = Math.ceil((floats * 4) / PAGE) + 1;
  const wasm = new WebAssembly.Memory({ initial: pages, maximum: pages });
  const { product } = instantiate(wasm, assembleModule(pages, [PRODUCT]));
  const memory = new Float32Array(wasm.buffer);
  let top = 0;
  return {
    memory,
    wasm,
    pages,
    allocate(length) {
      const at = top;
      top += Math.ceil(length / 4) * 4;
      if (top > memory.length)
        throw new RangeError(`The matrix memory of ${memory.length} floats is used up: ${length} more were asked for.`);
      return at;
    },
    mark: () => top,
    release(mark) {
      top = mark;
    },
    multiplyAdd(a, rowStride, columnStride, b, ldb, c, ldc, m, n, k) {
      if (m > 0 && n > 0 && k > 0) product!(a * 4, rowStride * 4, columnStride * 4, b * 4, ldb * 4, c * 4, ldc * 4, m, n, k);
    },
  };
}

/**
 * The functions of a module over a memory, by name. V8 is told to compile two vectors of 128 bits as one of 256 where it can, which it
 * does not do by itself yet: sums and products are the same.
 */
export function instantiate(memory: WebAssembly.Memory, bytes: Uint8Array<ArrayBuffer>): Record<string, (...values: number[]) => void> {
  v8.setFlagsFromString("--experimental-wasm-revectorize");
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), { e: { m: memory } });
  return exports as Record<string, (...values: number[]) => void>;
}

// Parameters and locals of the function, by number.
const [A, SM, SK, B, LDB, C, LDC, M, N, K] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
const [I, LEFT, PB, PC, PA] = [10, 11, 12, 13, 14] as const;
const ROWS = 4;
const ACC = PA + ROWS;
const B0 = ACC + 2 * ROWS;
const B1 = B0 + 1;
const SPLAT = B1 + 1;

const PRODUCT = {
  name: "product",
  parameters: Array<number>(10).fill(I32),
  locals: [...Array<number>(ACC - I).fill(I32), ...Array<number>(SPLAT + 1 - ACC).fill(V128)],
  // for each strip of 8 columns
  body: repeat(
    [
      ...set(I, integer(0)),
      ...rowLoop(ROWS),
      ...rowLoop(1),
      ...set(B, add(get(B), integer(STRIP))),
      ...set(C, add(get(C), integer(STRIP))),
      ...set(N, add(get(N), integer(-8))),
    ],
    get(N),
  ),
};

/** while (i + rows <= m) { rows of C += rows of A · strip of B; i += rows } */
function rowLoop(rows: number): Code {
  const each = (code: (row: number) => Code): Code => Array.from({ length: rows }, (_, row) => code(row)).flat();
  const rowOfC = (row: number): Code => (row < rows - 1 ? set(PC, add(get(PC), get(LDC))) : []);
  const firstOfC = set(PC, add(get(C), multiply(get(I), get(LDC))));
  const steps = [
    ...set(B0, load(get(PB), 0)),
    ...set(B1, load(get(PB), 16)),
    ...each((r) => [
      ...set(SPLAT, loadEverywhere(get(PA + r))),
      ...set(ACC + 2 * r, addFloats(get(ACC + 2 * r), multiplyFloats(get(SPLAT), get(B0)))),
      ...set(ACC + 2 * r + 1, addFloats(get(ACC + 2 * r + 1), multiplyFloats(get(SPLAT), get(B1)))),
      ...set(PA + r, add(get(PA + r), get(SK))),
    ]),
    ...set(PB, add(get(PB), get(LDB))),
  ];
  return repeatWhile(notAbove(add(get(I), integer(rows)), get(M)), [
    ...firstOfC,
    ...each((r) => [
      ...set(PA + r, r === 0 ? add(get(A), multiply(get(I), get(SM))) : add(get(PA + r - 1), get(SM))),
      ...set(ACC + 2 * r, load(get(PC), 0)),
      ...set(ACC + 2 * r + 1, load(get(PC), 16)),
      ...rowOfC(r),
    ]),
    ...set(PB, get(B)),
    ...set(LEFT, get(K)),
    ...repeat(steps, countDown(LEFT)),
    ...firstOfC,
    ...each((r) => [...store(get(PC), get(ACC + 2 * r), 0), ...store(get(PC), get(ACC + 2 * r + 1), 16), ...rowOfC(r)]),
    ...set(I, add(get(I), integer(rows))),
  ]);
}
