import { instantiate, type MatrixKernel } from "./matrix-kernel.ts";
import {
  add,
  addFloats,
  addIntegers,
  assembleModule,
  type Code,
  copyMemory,
  countDown,
  divideFloat,
  divideFloats,
  dotPairs,
  everywhere,
  F32,
  float,
  floatAt,
  get,
  greater,
  greaterOf,
  I32,
  integer,
  load,
  loadEverywhere,
  multiply,
  multiplyFloats,
  narrow,
  notAbove,
  repeat,
  repeatWhile,
  set,
  sizes,
  store,
  storeFloat,
  subtractFloats,
  toFloats,
  toIntegers,
  V128,
  type WasmFunction,
} from "./wasm-code.ts";

/** A matrix of 8-bit weights in the memory of a kernel, as 16-bit ones, which need no widening there; with a scale and a bias for each column. */
export interface ByteMatrix {
  readonly rows: number;
  /** A multiple of 16; columns of zeros fill it up. */
  readonly columns: number;
  /** Where weights, scales and biases lie, in floats. */
  readonly weights: number;
  readonly scales: number;
  readonly bias: number;
}

/** What the network does with every sentence, over the memory of a matrix kernel; offsets and strides in floats. */
export interface NetworkKernel {
  /** Lays a matrix out for `multiply`. Rows and columns are multiples of 8. */
  layOut(weights: Int8Array, scales: Float32Array, bias: Float32Array | null): ByteMatrix;
  /**
   * C = bias + A·B, and times `slope` where that is below zero; A m×rows, C m×columns as they were laid out, rows of A and C `lda` and `ldc` apart. Each
   * row of A is rounded to 16-bit integers, its greatest value to 32,767, and the sums of products are exact: twice as fast as floats.
   */
  multiply(a: number, lda: number, b: ByteMatrix, c: number, ldc: number, m: number, slope?: number): void;
  /** Copies `length` floats; faster for a few hundred than copyWithin. */
  copy(to: number, from: number, length: number): void;
  /**
   * One direction of a layer of simple recurrent units (Lei et al. 2018): `half` of its `width` units over `count` words from row
   * `first`, in steps of `move`, 1 or -1. The other half runs the other way; `side` is 0 or `half`. The gate is that of network-shape.ts.
   */
  recur(z: number, recurrent: number, x: number, out: number, count: number, first: number, move: number, side: number): void;
}

/** Most rows of A, and most columns: for longer sentences than the network reads. */
const MOST_ROWS = 256;
const MOST_WIDTH = 256;
/** Columns that are worked out together. */
const STRIP = 16;

/** The kernel for layers of `width` units, of which half go each way. */
export function createNetworkKernel(kernel: MatrixKernel, width: number): NetworkKernel {
  const half = width / 2;
  const { round, product, copy, recur } = instantiate(kernel.wasm, assembleModule(kernel.pages, [ROUND, PRODUCT, COPY, recurrence(width)]));
  const shorts = new Int16Array(kernel.wasm.buffer);
  const rounded = kernel.allocate((MOST_ROWS * MOST_WIDTH) / 2);
  const sizesOfRows = kernel.allocate(MOST_ROWS);
  return {
    layOut(weights, scales, bias) {
      const given = scales.length;
      const rows = weights.length / given;
      if (rows % 8 !== 0 || given % 8 !== 0 || rows > MOST_WIDTH)
        throw new Error(
          `A matrix of ${rows} × ${given} was given to the network; both must be multiples of 8, rows at most ${MOST_WIDTH}.`,
        );
      const columns = Math.ceil(given / STRIP) * STRIP;
      const matrix = {
        rows,
        columns,
        weights: kernel.allocate((rows * columns) / 2),
        scales: kernel.allocate(columns),
        bias: kernel.allocate(columns),
      };
      shorts.fill(0, matrix.weights * 2, matrix.weights * 2 + rows * columns);
      for (let row = 0, i = 0; row < rows; row++)
        for (let column = 0; column < given; column++, i++) shorts[matrix.weights * 2 + placeOf(row, column, rows)] = weights[i]!;
      for (const [at, values] of [
        [matrix.scales, scales],
        [matrix.bias, bias ?? []],
      ] as const) {
        kernel.memory.fill(0, at, at + columns);
        kernel.memory.set(values, at);
      }
      return matrix;
    },
    multiply(a, lda, b, c, ldc, m, slope = 1) {
      if (m > MOST_ROWS) throw new RangeError(`${m} rows were given to the network; at most ${MOST_ROWS} fit.`);
      if (m === 0) return;
      round!(a * 4, lda * 4, rounded * 4, sizesOfRows * 4, m, b.rows);
      product!(rounded * 4, sizesOfRows * 4, b.weights * 4, b.scales * 4, b.bias * 4, c * 4, ldc * 4, m, b.columns, b.rows, slope);
    },
    copy(to, from, length) {
      copy!(to * 4, from * 4, length * 4);
    },
    recur(z, recurrent, x, out, count, first, move, side) {
      const row = first * width + side;
      const from = first * 3 * width + 3 * side;
      recur!((z + from) * 4, (recurrent + side) * 4, (x + row) * 4, (out + row) * 4, count, move * 12 * width, move * 4 * width, half / 4);
    },
  };
}

/** Strips of columns, in each the rows two by two: what two rows have in the strip stands together, column by column. */
function placeOf(row: number, column: number, rows: number): number {
  return (column - (column % STRIP)) * rows + (row >> 1) * 2 * STRIP + (column % STRIP) * 2 + (row & 1);
}

const MOST = 32767;

/** Rows of floats as 16-bit integers one after the other, and for each what an integer is worth. */
const ROUND = ((): WasmFunction => {
  const [X, STRIDE, Q, SIZES, M, K, LEFT, AT, TOP, WORTH] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
  const greatest = [2, 3].reduce<Code>(
    (code, place) => greater(code, floatAt(get(TOP), place)),
    greater(floatAt(get(TOP), 0), floatAt(get(TOP), 1)),
  );
  const times = (offset: number): Code => toIntegers(multiplyFloats(load(get(AT), offset), get(TOP)));
  return {
    name: "round",
    parameters: [I32, I32, I32, I32, I32, I32],
    locals: [I32, I32, V128, F32],
    body: repeat(
      [
        ...set(TOP, everywhere(float(0))),
        ...set(AT, get(X)),
        ...set(LEFT, get(K)),
        ...repeat(
          [
            ...set(TOP, greaterOf(greaterOf(get(TOP), sizes(load(get(AT), 0))), sizes(load(get(AT), 16)))),
            ...set(AT, add(get(AT), integer(32))),
            ...set(LEFT, add(get(LEFT), integer(-8))),
          ],
          get(LEFT),
        ),
        // a row of zeros is worth nothing
        ...set(WORTH, divideFloat(greater(greatest, float(1e-30)), float(MOST))),
        ...storeFloat(get(SIZES), get(WORTH)),
        ...set(TOP, everywhere(divideFloat(float(1), get(WORTH)))),
        ...set(AT, get(X)),
        ...set(LEFT, get(K)),
        ...repeat(
          [
            ...store(get(Q), narrow(times(0), times(16))),
            ...set(Q, add(get(Q), integer(16))),
            ...set(AT, add(get(AT), integer(32))),
            ...set(LEFT, add(get(LEFT), integer(-8))),
          ],
          get(LEFT),
        ),
        ...set(X, add(get(X), get(STRIDE))),
        ...set(SIZES, add(get(SIZES), integer(4))),
      ],
      countDown(M),
    ),
  };
})();

/**
 * C = bias + A·B for rounded A. |a| ≤ 32,767, |b| ≤ 127 and at most 256 rows of B: no sum is beyond 2³¹. Four rows of A pass a strip
 * of B at once, four pairs of rows of B in each round. V8 makes one vector of two where the
 * machine has wider ones (`instantiate`), if the two are written side by side, begin from the same zeros, and nothing is read after the
 * first of them is written: then this is twice as fast.
 */
const PRODUCT = ((): WasmFunction => {
  const [A, SIZES, B, SCALES, BIAS, C, LDC, M, N, K, SLOPE, I, LEFT, PB, PC, STRIDE] = [
    0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15,
  ] as const;
  const PA = 16;
  const ROWS = 4;
  /** Vectors of four columns in a strip. */
  const FOURS = STRIP / 4;
  const ACC = PA + ROWS;
  const COLUMNS = ACC + FOURS * ROWS;
  const SPLAT = COLUMNS + FOURS;
  const VALUE = SPLAT + 1;
  const ZERO = VALUE + FOURS;
  const PAIRS = 4;
  const rowLoop = (rows: number): Code => {
    const each = (code: (row: number) => Code): Code => Array.from({ length: rows }, (_, row) => code(row)).flat();
    const fours = (code: (four: number) => Code): Code => Array.from({ length: FOURS }, (_, four) => code(four)).flat();
    const sum = (row: number, four: number): number => ACC + FOURS * row + four;
    const pair = (p: number): Code => [
      ...fours((f) => set(COLUMNS + f, load(get(PB), 4 * STRIP * p + 16 * f))),
      ...each((r) => [
        ...set(SPLAT, loadEverywhere(get(PA + r), 4 * p)),
        ...fours((f) => set(sum(r, f), addIntegers(get(sum(r, f)), dotPairs(get(SPLAT), get(COLUMNS + f))))),
      ]),
    ];
    const value = (r: number, f: number): Code =>
      set(
        VALUE + f,
        addFloats(load(get(BIAS), 16 * f), multiplyFloats(toFloats(get(sum(r, f))), multiplyFloats(get(SPLAT), load(get(SCALES), 16 * f)))),
      );
    const result = (f: number): Code =>
      store(get(PC), greaterOf(get(VALUE + f), multiplyFloats(get(VALUE + f), everywhere(get(SLOPE)))), 16 * f);
    return repeatWhile(notAbove(add(get(I), integer(rows)), get(M)), [
      ...each((r) => [
        ...set(PA + r, r === 0 ? add(get(A), multiply(get(I), get(STRIDE))) : add(get(PA + r - 1), get(STRIDE))),
        ...fours((f) => set(sum(r, f), get(ZERO))),
      ]),
      ...set(PB, get(B)),
      ...set(LEFT, get(K)),
      ...repeat(
        [
          ...Array.from({ length: PAIRS }, (_, p) => pair(p)).flat(),
          ...each((r) => set(PA + r, add(get(PA + r), integer(4 * PAIRS)))),
          ...set(PB, add(get(PB), integer(4 * STRIP * PAIRS))),
          ...set(LEFT, add(get(LEFT), integer(-2 * PAIRS))),
        ],
        get(LEFT),
      ),
      ...set(PC, add(get(C), multiply(get(I), get(LDC)))),
      ...each((r) => [
        ...set(SPLAT, loadEverywhere(add(get(SIZES), multiply(add(get(I), integer(r)), integer(4))))),
        // all that is read before all that is written, so that V8 may take two vectors for one of twice the width
        ...fours((f) => value(r, f)),
        ...fours(result),
        ...(r < rows - 1 ? set(PC, add(get(PC), get(LDC))) : []),
      ]),
      ...set(I, add(get(I), integer(rows))),
    ]);
  };
  return {
    name: "product",
    parameters: [...Array<number>(10).fill(I32), F32],
    locals: [...Array<number>(ACC - I).fill(I32), ...Array<number>(ZERO + 1 - ACC).fill(V128)],
    body: [
      ...set(STRIDE, add(get(K), get(K))),
      ...set(ZERO, everywhere(float(0))),
      ...repeat(
        [
          ...set(I, integer(0)),
          ...rowLoop(ROWS),
          // what is left over: three rows, two or one
          ...[3, 2, 1].flatMap(rowLoop),
          ...set(B, add(get(B), multiply(get(K), integer(2 * STRIP)))),
          ...[SCALES, BIAS, C].flatMap((pointer) => set(pointer, add(get(pointer), integer(4 * STRIP)))),
          ...set(N, add(get(N), integer(-STRIP))),
        ],
        get(N),
      ),
    ],
  };
})();

const COPY: WasmFunction = { name: "copy", parameters: [I32, I32, I32], locals: [], body: copyMemory(get(0), get(1), get(2)) };

/** The units of one direction, sixteen side by side through all words, then the next sixteen. */
function recurrence(width: number): WasmFunction {
  const [Z, V, X, OUT, COUNT, Z_STEP, X_STEP, BLOCKS, LEFT, PZ, PX, PO, STATE] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;
  const TOGETHER = 4;
  const [ONE, HALF, INNER, OPEN, FORGET] = [
    STATE + TOGETHER,
    STATE + TOGETHER + 1,
    STATE + TOGETHER + 2,
    STATE + TOGETHER + 3,
    STATE + TOGETHER + 4,
  ];
  const half = 2 * width;
  const whole = 4 * width;
  const gate = (value: Code): Code => [
    ...set(INNER!, value),
    ...addFloats(get(HALF!), divideFloats(multiplyFloats(get(HALF!), get(INNER!)), addFloats(get(ONE!), sizes(get(INNER!))))),
  ];
  const gateOf = (from: number, weights: number, bias: number, block: number): Code =>
    gate(
      addFloats(
        addFloats(load(get(PZ), from + 16 * block), multiplyFloats(load(get(V), weights + 16 * block), get(STATE + block))),
        load(get(V), bias + 16 * block),
      ),
    );
  const mix = (share: number, a: Code, b: Code): Code =>
    addFloats(multiplyFloats(get(share), a), multiplyFloats(subtractFloats(get(ONE!), get(share)), b));
  const units = (block: number): Code => [
    // both gates see the state before
    ...set(OPEN!, gateOf(2 * half, whole, 3 * whole, block)),
    ...set(FORGET!, gateOf(half, 0, 2 * whole, block)),
    ...set(STATE + block, mix(FORGET!, get(STATE + block), load(get(PZ), 16 * block))),
    ...store(get(PO), mix(OPEN!, get(STATE + block), load(get(PX), 16 * block)), 16 * block),
  ];
  const each = (code: (block: number) => Code): Code => Array.from({ length: TOGETHER }, (_, block) => code(block)).flat();
  return {
    name: "recur",
    parameters: Array<number>(8).fill(I32),
    locals: [...Array<number>(STATE - LEFT).fill(I32), ...Array<number>(FORGET! + 1 - STATE).fill(V128)],
    body: [
      ...set(ONE!, everywhere(float(1))),
      ...set(HALF!, everywhere(float(0.5))),
      ...repeat(
        [
          ...each((block) => set(STATE + block, everywhere(float(0)))),
          ...set(PZ, get(Z)),
          ...set(PX, get(X)),
          ...set(PO, get(OUT)),
          ...set(LEFT, get(COUNT)),
          ...repeat(
            [
              ...each(units),
              ...set(PZ, add(get(PZ), get(Z_STEP))),
              ...[PX, PO].flatMap((pointer) => set(pointer, add(get(pointer), get(X_STEP)))),
            ],
            countDown(LEFT),
          ),
          ...[Z, V, X, OUT].flatMap((pointer) => set(pointer, add(get(pointer), integer(16 * TOGETHER)))),
          ...set(BLOCKS, add(get(BLOCKS), integer(-TOGETHER))),
        ],
        get(BLOCKS),
      ),
    ],
  };
}
