/**
 * One WebAssembly function with SIMD that multiplies matrices of 32-bit floats, written out as instructions here because
 * plain JavaScript is four to six times slower. Multiplications and additions are not fused, so that results are the same
 * to the bit on every machine.
 */
export interface MatrixKernel {
  /** All memory of the kernel. Grows never; views stay valid. */
  readonly memory: Float32Array;
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
  /**
   * The same with B laid out as `packedAt` says: strips of 8 columns, each whole, so that a strip stays in the nearest cache while every
   * row of A passes it. The sums are taken in the same order, so the results are the same to the bit.
   */
  multiplyAddPacked(
    a: number,
    rowStride: number,
    columnStride: number,
    b: number,
    c: number,
    ldc: number,
    m: number,
    n: number,
    k: number,
  ): void;
}

/** The place of element (row, column) of a matrix of `rows` rows in strips of 8 columns, as `multiplyAddPacked` takes it. */
export function packedAt(row: number, column: number, rows: number): number {
  return (column >> 3) * 8 * rows + row * 8 + (column & 7);
}

const PAGE = 65536;
/** Bytes of a row of a strip. */
const STRIP = 32;

/** A kernel with room for `floats` numbers. */
export function createMatrixKernel(floats: number): MatrixKernel {
  const pages = Math.ceil((floats * 4) / PAGE) + 1;
  const wasmMemory = new WebAssembly.Memory({ initial: pages, maximum: pages });
  const instance = new WebAssembly.Instance(new WebAssembly.Module(assemble(pages)), { e: { m: wasmMemory } });
  const gemm = instance.exports.g as (...values: number[]) => void;
  const memory = new Float32Array(wasmMemory.buffer);
  let top = 0;
  return {
    memory,
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
      if (m > 0 && n > 0 && k > 0) gemm(a * 4, rowStride * 4, columnStride * 4, b * 4, ldb * 4, c * 4, ldc * 4, m, n, k, STRIP);
    },
    multiplyAddPacked(a, rowStride, columnStride, b, c, ldc, m, n, k) {
      if (m > 0 && n > 0 && k > 0) gemm(a * 4, rowStride * 4, columnStride * 4, b * 4, STRIP, c * 4, ldc * 4, m, n, k, STRIP * k);
    },
  };
}

// Parameters and locals of the function, by number.
const PARAMETERS = 11;
const [A, SM, SK, B, LDB, C, LDC, M, N, K, NEXT, I, LEFT, PB, PC, PA] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15];
const ROWS = 4;
const ACC = PA! + ROWS;
const B0 = ACC + 2 * ROWS;
const B1 = B0 + 1;
const SPLAT = B1 + 1;

const I32 = 0x7f;
const V128 = 0x7b;

function assemble(pages: number): Uint8Array<ArrayBuffer> {
  const body = [
    ...vector([
      [...unsigned(ACC - I!), I32],
      [...unsigned(SPLAT + 1 - ACC), V128],
    ]),
    // for each strip of 8 columns
    ...[0x03, 0x40],
    ...set(I!, constant(0)),
    ...rowLoop(ROWS),
    ...rowLoop(1),
    ...set(B!, add(get(B!), get(NEXT!))),
    ...set(C!, add(get(C!), constant(STRIP))),
    ...tee(N!, [...get(N!), ...constant(8), 0x6b]),
    ...constant(0),
    ...[0x4a, 0x0d, 0x00],
    0x0b,
    0x0b,
  ];
  const type = [0x60, ...vector(Array.from({ length: PARAMETERS }, () => [I32])), 0x00];
  const memoryImport = [...name("e"), ...name("m"), 0x02, 0x01, ...unsigned(pages), ...unsigned(pages)];
  return new Uint8Array([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, vector([type])),
    ...section(2, vector([memoryImport])),
    ...section(3, vector([[0x00]])),
    ...section(7, vector([[...name("g"), 0x00, 0x00]])),
    ...section(10, vector([[...unsigned(body.length), ...body]])),
  ]);
}

/** while (i + rows <= m) { rows of C += rows of A · strip of B; i += rows } */
function rowLoop(rows: number): number[] {
  const step: number[] = [];
  step.push(...set(PC!, add(get(C!), multiply(get(I!), get(LDC!)))));
  for (let r = 0; r < rows; r++) {
    step.push(...set(PA! + r, r === 0 ? add(get(A!), multiply(get(I!), get(SM!))) : add(get(PA! + r - 1), get(SM!))));
    step.push(...set(ACC + 2 * r, load(get(PC!), 0)), ...set(ACC + 2 * r + 1, load(get(PC!), 16)));
    if (r < rows - 1) step.push(...set(PC!, add(get(PC!), get(LDC!))));
  }
  step.push(...set(PB!, get(B!)), ...set(LEFT!, get(K!)), 0x03, 0x40);
  step.push(...set(B0, load(get(PB!), 0)), ...set(B1, load(get(PB!), 16)));
  for (let r = 0; r < rows; r++) {
    step.push(...set(SPLAT, [...get(PA! + r), 0xfd, 0x09, 0x02, 0x00]));
    step.push(...set(ACC + 2 * r, fusedNot(ACC + 2 * r, B0)), ...set(ACC + 2 * r + 1, fusedNot(ACC + 2 * r + 1, B1)));
    step.push(...set(PA! + r, add(get(PA! + r), get(SK!))));
  }
  step.push(...set(PB!, add(get(PB!), get(LDB!))), ...tee(LEFT!, [...get(LEFT!), ...constant(1), 0x6b]), 0x0d, 0x00, 0x0b);
  step.push(...set(PC!, add(get(C!), multiply(get(I!), get(LDC!)))));
  for (let r = 0; r < rows; r++) {
    step.push(...store(get(PC!), get(ACC + 2 * r), 0), ...store(get(PC!), get(ACC + 2 * r + 1), 16));
    if (r < rows - 1) step.push(...set(PC!, add(get(PC!), get(LDC!))));
  }
  step.push(...set(I!, add(get(I!), constant(rows))));
  // block { loop { if !(i + rows <= m) leave; …; again } }
  return [0x02, 0x40, 0x03, 0x40, ...add(get(I!), constant(rows)), ...get(M!), 0x4a, 0x0d, 0x01, ...step, 0x0c, 0x00, 0x0b, 0x0b];
}

function fusedNot(accumulator: number, strip: number): number[] {
  return [...get(accumulator), ...get(SPLAT), ...get(strip), 0xfd, 0xe6, 0x01, 0xfd, 0xe4, 0x01];
}

function get(local: number): number[] {
  return [0x20, ...unsigned(local)];
}

function set(local: number, value: number[]): number[] {
  return [...value, 0x21, ...unsigned(local)];
}

function tee(local: number, value: number[]): number[] {
  return [...value, 0x22, ...unsigned(local)];
}

function constant(value: number): number[] {
  return [0x41, value]; // below 64: one byte of signed LEB128
}

function add(a: number[], b: number[]): number[] {
  return [...a, ...b, 0x6a];
}

function multiply(a: number[], b: number[]): number[] {
  return [...a, ...b, 0x6c];
}

function load(address: number[], offset: number): number[] {
  return [...address, 0xfd, 0x00, 0x04, offset];
}

function store(address: number[], value: number[], offset: number): number[] {
  return [...address, ...value, 0xfd, 0x0b, 0x04, offset];
}

function unsigned(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  do {
    bytes.push((rest & 0x7f) | (rest > 0x7f ? 0x80 : 0));
    rest >>>= 7;
  } while (rest > 0);
  return bytes;
}

function vector(items: readonly number[][]): number[] {
  return [...unsigned(items.length), ...items.flat()];
}

function name(text: string): number[] {
  return vector([...text].map((c) => [c.charCodeAt(0)]));
}

function section(id: number, content: number[]): number[] {
  return [id, ...unsigned(content.length), ...content];
}
