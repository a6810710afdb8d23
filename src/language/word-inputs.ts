import type { Unit } from "./sentence.ts";
import { WordCache } from "./word-cache.ts";

/** Sizes of the hashed tables that the network looks words up in. */
export const TABLE_ROWS = { suffix: 8192, ending: 1024, prefix: 4096, form: 1024 } as const;

/** Rows of the network's tables for each word of one sentence; row 0 of each array is the root, word `i` is at `i + 1`. */
export interface WordInputs {
  readonly count: number;
  /** Row of the pretrained vectors, -1 for none. */
  readonly vector: Int32Array;
  /** Row of the trained words: 0 unknown, 1 root. */
  readonly word: Int32Array;
  readonly suffix: Int32Array;
  readonly ending: Int32Array;
  readonly prefix: Int32Array;
  readonly form: Int32Array;
  /** Dictionary bits (0 … 15), 16 for a word that is not known, 17 for the root. */
  readonly mask: Int32Array;
  /** Kind of unit: 0 none, else as UNIT_ROWS. */
  readonly unit: Int32Array;
}

/** Rows for units of several words. Amounts are read by their currency alone, titles as names: no treebank marks them. */
export const UNIT_ROWS: Readonly<Record<Unit["kind"], number>> = { name: 1, date: 2, amount: 0, title: 1, list: 5 };

/** Where words are looked up. */
export interface WordTables {
  /** Index in the lexicon of a lower-cased word, -1 when it is unknown. */
  indexOf(word: string): number;
  /** Index among the trained words, 0 when it is unknown. */
  trainedIndexOf(word: string): number;
  /** Dictionary bits of each word of the lexicon. */
  readonly masks: Uint8Array;
}

/** The rows of one word but its unit: those of WordInputs in their order, and last the form at the start of a sentence. */
type Rows = readonly [number, number, number, number, number, number, number, number];

const known = new WeakMap<WordTables, WordCache<Rows>>();

/**
 * Looks the words of a sentence up. Case is folded for words and affixes and kept in the form; digits are folded to 0;
 * a word that the lexicon does not have is read as what it is most like. `kinds` tells which words are units.
 */
export function readWordInputs(forms: readonly string[], kinds: readonly (Unit["kind"] | null)[] | null, tables: WordTables): WordInputs {
  const count = forms.length;
  const rows = count + 1;
  const all = new Int32Array(8 * rows);
  const part = (i: number): Int32Array => all.subarray(i * rows, (i + 1) * rows);
  const inputs = {
    count,
    vector: part(0),
    word: part(1),
    suffix: part(2),
    ending: part(3),
    prefix: part(4),
    form: part(5),
    mask: part(6),
    unit: part(7),
  };
  inputs.vector[0] = -1;
  inputs.word[0] = 1;
  inputs.mask[0] = 17;
  let cache = known.get(tables);
  if (!cache) {
    cache = new WordCache((form) => findRows(form, tables));
    known.set(tables, cache);
  }
  for (let i = 0; i < count; i++) {
    const own = cache.get(forms[i]!);
    for (let k = 0; k < 7; k++) all[k * rows + i + 1] = own[k]!;
    if (i === 0) inputs.form[1] = own[7];
    const kind = kinds?.[i];
    if (kind) inputs.unit[i + 1] = UNIT_ROWS[kind];
  }
  return inputs;
}

function findRows(text: string, tables: WordTables): Rows {
  const form = text.replace(/[’‘ʼ`]/g, "'");
  const low = form.toLowerCase();
  const folded = /\d/.test(low) ? low.replace(/\d/g, "0") : low;
  let index = tables.indexOf(low);
  if (index < 0) index = tables.indexOf(lookAlike(low));
  const size = folded.length;
  return [
    index,
    tables.trainedIndexOf(folded),
    hashText(folded, Math.max(0, size - 3), size) % TABLE_ROWS.suffix,
    hashText(folded, Math.max(0, size - 2), size) % TABLE_ROWS.ending,
    hashText(folded, 0, Math.min(3, size)) % TABLE_ROWS.prefix,
    shapeOf(form, false) % TABLE_ROWS.form,
    index < 0 ? 16 : tables.masks[index]!,
    shapeOf(form, true) % TABLE_ROWS.form,
  ];
}

/** What a word outside the lexicon is most like: quotes and dashes of another kind, a number, the last part over a hyphen. */
function lookAlike(low: string): string {
  if (/^["“”„«»]$|^''$|^``$/.test(low)) return '"';
  if (/^[–—―]+$|^-{2,}$/.test(low)) return "--";
  if (/^…+$|^\.{2,}$/.test(low)) return "...";
  if (/^\d/.test(low)) return /^\d{4}$/.test(low) ? "1999" : /[,.]/.test(low) ? "1,500" : "15";
  const hyphen = low.lastIndexOf("-");
  if (hyphen > 0) return low.slice(hyphen + 1);
  return low.normalize("NFD").replace(/\p{M}/gu, "");
}

/** FNV-1a over UTF-16 units, never negative. */
function hashText(text: string, from: number, to: number): number {
  let hash = (0x811c9dc5 ^ (to - from)) | 0;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 1;
}

/** Case and character classes with runs shortened, hashed: "Seoul" Xx, "U.S." X.X., "2013" 9; apart at the start of a sentence. */
function shapeOf(form: string, first: boolean): number {
  let hash = first ? 17 : 7;
  let previous = 0;
  let run = 0;
  for (let i = 0; i < form.length && i < 24; i++) {
    const c = form.charCodeAt(i);
    let kind = c;
    if (c >= 97 && c <= 122) kind = 120;
    else if (c >= 65 && c <= 90) kind = 88;
    else if (c >= 48 && c <= 57) kind = 57;
    else if (c > 127) kind = form[i] === form[i]!.toLowerCase() ? 120 : 88;
    run = kind === previous ? run + 1 : 0;
    previous = kind;
    if (run < 2) hash = Math.imul(hash ^ kind, 0x01000193);
  }
  return (hash ^ (hash >>> 15)) >>> 1;
}
