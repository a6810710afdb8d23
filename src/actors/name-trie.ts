import { BREAK, HYPHEN, INITIAL, PERIOD, SLASH, type Words } from "./scan-words.ts";

/** A trie over folded words as it is stored: nodes are numbered in the order of `parents`, the root is 0, its first child 1. */
export interface TrieData {
  /** Distinct words, joined by line breaks. */
  readonly words: string;
  /** Base64 of Int32Array: for node n (from 1) at n - 1 its parent, and the word that leads to it. */
  readonly parents: string;
  readonly labels: string;
  /** Base64 of Int32Array: for node n the index of its first row; rows of node n end where those of n + 1 begin. */
  readonly firstRow: string;
}

/** Words that end in a period and go on: St. Lucia, Rep. of Korea. */
const abbreviations = new Set([
  "st",
  "rep",
  "dem",
  "s",
  "n",
  "w",
  "mt",
  "gen",
  "sen",
  "fed",
  "is",
  "dr",
  "no",
  "dept",
  "int",
  "u",
  "p",
  "r",
  "d",
]);

/** Builds the stored form of a trie from folded names; row r belongs to `names[r]`, and `names` must be sorted so that equal names are together. */
export function buildTrie(names: readonly string[]): { data: TrieData; order: readonly number[] } {
  const ids = new Map<string, number>();
  const children = new Map<string, number>();
  const parents: number[] = [];
  const labels: number[] = [];
  const rowsOf: number[][] = [[]];
  names.forEach((name, row) => {
    let node = 0;
    for (const word of name.split(" ")) {
      let id = ids.get(word);
      if (id === undefined) {
        id = ids.size;
        ids.set(word, id);
      }
      const key = `${node} ${id}`;
      let child = children.get(key);
      if (child === undefined) {
        child = parents.push(node);
        labels.push(id);
        rowsOf.push([]);
        children.set(key, child);
      }
      node = child;
    }
    rowsOf[node]!.push(row);
  });
  const order: number[] = [];
  const firstRow: number[] = [];
  for (const rows of rowsOf) {
    firstRow.push(order.length);
    order.push(...rows);
  }
  firstRow.push(order.length);
  return { data: { words: [...ids.keys()].join("\n"), parents: pack(parents), labels: pack(labels), firstRow: pack(firstRow) }, order };
}

/** A hashed trie over words: finds every known name that begins at a word, in time that does not depend on how many names there are. */
export class NameTrie {
  private readonly ids = new Map<string, number>();
  private readonly slots: Int32Array;
  private readonly parents: Int32Array;
  private readonly labels: Int32Array;
  private readonly firstRow: Int32Array;
  private readonly mask: number;

  constructor(data: TrieData) {
    for (const word of data.words.split("\n")) this.ids.set(word, this.ids.size);
    this.parents = unpack(data.parents);
    this.labels = unpack(data.labels);
    this.firstRow = unpack(data.firstRow);
    let size = 1024;
    while (size < this.parents.length * 2) size *= 2;
    this.mask = size - 1;
    this.slots = new Int32Array(size);
    for (let i = 0; i < this.parents.length; i++) {
      let slot = hash(this.parents[i]!, this.labels[i]!) & this.mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & this.mask;
      this.slots[slot] = i + 1;
    }
  }

  /** The rows of a whole folded name, as a half-open range; empty when it is not known. */
  rowsOf(folds: readonly string[]): { from: number; to: number } {
    let node = 0;
    for (const fold of folds) {
      const id = this.ids.get(fold);
      if (id === undefined) return { from: 0, to: 0 };
      node = this.child(node, id);
      if (node === 0) return { from: 0, to: 0 };
    }
    return { from: this.firstRow[node]!, to: this.firstRow[node + 1]! };
  }

  /** Every known name that begins at word `at`, shortest first. Calls `found` for each; the caller decides which one counts. */
  matchFrom(words: Words, at: number, found: (last: number, from: number, to: number) => void): void {
    let node = 0;
    for (let i = at; i < words.count; i++) {
      if (i > at && !continues(words, i)) return;
      const id = this.ids.get(words.folds[i]!);
      if (id === undefined) return;
      node = this.child(node, id);
      if (node === 0) return;
      const from = this.firstRow[node]!;
      const to = this.firstRow[node + 1]!;
      if (to > from) found(i, from, to);
    }
  }

  private child(node: number, label: number): number {
    let slot = hash(node, label) & this.mask;
    for (;;) {
      const child = this.slots[slot]!;
      if (child === 0) return 0;
      if (this.parents[child - 1] === node && this.labels[child - 1] === label) return child;
      slot = (slot + 1) & this.mask;
    }
  }
}

function continues(words: Words, at: number): boolean {
  const gap = words.gaps[at]!;
  if (gap === BREAK || gap === SLASH) return false;
  if (gap === PERIOD) return words.shapes[at - 1] === INITIAL || abbreviations.has(words.folds[at - 1]!);
  return gap <= HYPHEN || gap < PERIOD;
}

function hash(node: number, label: number): number {
  let h = Math.imul(node, 0x9e3779b1) ^ Math.imul(label + 1, 0x85ebca6b);
  h ^= h >>> 15;
  h = Math.imul(h, 0x2c1b3c6d);
  return (h ^ (h >>> 12)) >>> 0;
}

function pack(numbers: readonly number[]): string {
  return Buffer.from(Int32Array.from(numbers).buffer).toString("base64");
}

function unpack(text: string): Int32Array {
  const bytes = Buffer.from(text, "base64");
  const copy = new Uint8Array(bytes.length);
  copy.set(bytes);
  return new Int32Array(copy.buffer);
}
