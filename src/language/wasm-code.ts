/**
 * Instructions of WebAssembly with SIMD as bytes, and modules of them, for the few loops that plain JavaScript runs four to six times
 * slower (WebAssembly core specification 2.0, chapter 5, binary format). Floats are never fused, so results are the same to the bit
 * on every machine.
 */
export type Code = readonly number[];

export const I32 = 0x7f;
export const F32 = 0x7d;
export const V128 = 0x7b;

/** A function of a module: the types of its parameters and of its further locals, which are numbered on from them, and its body. */
export interface WasmFunction {
  readonly name: string;
  readonly parameters: readonly number[];
  readonly locals: readonly number[];
  readonly body: Code;
}

/** A module of functions without results over the memory `e.m`, which has `pages` pages and does not grow. */
export function assembleModule(pages: number, functions: readonly WasmFunction[]): Uint8Array<ArrayBuffer> {
  const types = functions.map(({ parameters }) => [0x60, ...vector(parameters.map((type) => [type])), 0x00]);
  const memoryImport = [...name("e"), ...name("m"), 0x02, 0x01, ...unsigned(pages), ...unsigned(pages)];
  const bodies = functions.map(({ locals, body }) => {
    const code = [...vector(locals.map((type) => [1, type])), ...body, 0x0b];
    return [...unsigned(code.length), ...code];
  });
  return new Uint8Array([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, vector(types)),
    ...section(2, vector([memoryImport])),
    ...section(3, vector(functions.map((_, i) => unsigned(i)))),
    ...section(7, vector(functions.map((f, i) => [...name(f.name), 0x00, ...unsigned(i)]))),
    ...section(10, vector(bodies)),
  ]);
}

export const get = (local: number): Code => [0x20, ...unsigned(local)];
export const set = (local: number, value: Code): Code => [...value, 0x21, ...unsigned(local)];
export const integer = (value: number): Code => [0x41, ...signed(value)];
export const float = (value: number): Code => [0x43, ...new Uint8Array(new Float32Array([value]).buffer)];

export const add = (a: Code, b: Code): Code => [...a, ...b, 0x6a];
export const subtract = (a: Code, b: Code): Code => [...a, ...b, 0x6b];
export const multiply = (a: Code, b: Code): Code => [...a, ...b, 0x6c];
export const notAbove = (a: Code, b: Code): Code => [...a, ...b, 0x4c];

export const storeFloat = (address: Code, value: Code, offset = 0): Code => [...address, ...value, 0x38, 0x02, ...unsigned(offset)];
export const greater = (a: Code, b: Code): Code => [...a, ...b, 0x97];
export const divideFloat = (a: Code, b: Code): Code => [...a, ...b, 0x95];

const simd = (code: number, ...values: Code[]): Code => [...values.flat(), 0xfd, ...unsigned(code)];
const fromMemory = (code: number, align: number, address: Code, offset: number): Code => [
  ...address,
  0xfd,
  ...unsigned(code),
  align,
  ...unsigned(offset),
];

/** Four floats, eight 16-bit or four 32-bit integers. */
export const load = (address: Code, offset = 0): Code => fromMemory(0x00, 4, address, offset);
export const store = (address: Code, value: Code, offset = 0): Code => [...address, ...value, 0xfd, 0x0b, 4, ...unsigned(offset)];
/** One 32-bit value in all four places. */
export const loadEverywhere = (address: Code, offset = 0): Code => fromMemory(0x09, 2, address, offset);
export const everywhere = (value: Code): Code => simd(0x13, value);
/** The float at a place, 0 to 3. */
export const floatAt = (value: Code, place: number): Code => [...simd(0x1f, value), place];

/** Products of eight pairs of 16-bit integers, added two by two. */
export const dotPairs = (a: Code, b: Code): Code => simd(0xba, a, b);
export const addIntegers = (a: Code, b: Code): Code => simd(0xae, a, b);
/** To the nearest whole numbers, halves to even ones; what is too large is cut. */
export const toIntegers = (value: Code): Code => simd(0xf8, simd(0x6a, value));
export const toFloats = (value: Code): Code => simd(0xfa, value);
/** Twice four integers as eight of 16 bits; what is too large is cut. */
export const narrow = (a: Code, b: Code): Code => simd(0x85, a, b);

export const addFloats = (a: Code, b: Code): Code => simd(0xe4, a, b);
export const subtractFloats = (a: Code, b: Code): Code => simd(0xe5, a, b);
export const multiplyFloats = (a: Code, b: Code): Code => simd(0xe6, a, b);
export const divideFloats = (a: Code, b: Code): Code => simd(0xe7, a, b);
export const sizes = (value: Code): Code => simd(0xe0, value);
/** The greater of each two: a < b ? b : a. */
export const greaterOf = (a: Code, b: Code): Code => simd(0xeb, a, b);

export const copyMemory = (to: Code, from: Code, size: Code): Code => [...to, ...from, ...size, 0xfc, 0x0a, 0x00, 0x00];

/** Runs the body once, then again as long as the condition, which follows it, holds. */
export const repeat = (body: Code, condition: Code): Code => [0x03, 0x40, ...body, ...condition, 0x0d, 0x00, 0x0b];
/** while (condition) body */
export const repeatWhile = (condition: Code, body: Code): Code => [
  ...[0x02, 0x40, 0x03, 0x40],
  ...[...condition, 0x45, 0x0d, 0x01],
  ...body,
  ...[0x0c, 0x00, 0x0b, 0x0b],
];
/** Takes one from a counter and leaves it on the stack, as a condition. */
export const countDown = (local: number): Code => [...subtract(get(local), integer(1)), 0x22, ...unsigned(local)];

function unsigned(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  do {
    bytes.push((rest & 0x7f) | (rest > 0x7f ? 0x80 : 0));
    rest >>>= 7;
  } while (rest > 0);
  return bytes;
}

function signed(value: number): number[] {
  const bytes: number[] = [];
  for (let rest = value; ; rest >>= 7) {
    const ends = rest >> 6 === rest >> 31;
    bytes.push((rest & 0x7f) | (ends ? 0 : 0x80));
    if (ends) return bytes;
  }
}

function vector(items: readonly Code[]): number[] {
  return [...unsigned(items.length), ...items.flat()];
}

function name(text: string): number[] {
  return vector([...text].map((c) => [c.charCodeAt(0)]));
}

function section(id: number, content: Code): number[] {
  return [id, ...unsigned(content.length), ...content];
}
