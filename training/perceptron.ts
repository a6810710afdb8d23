/** A trained scorer as it is stored: see createSparseScorer. */
export interface SparseTables {
  keys: Int32Array;
  counts: Uint8Array;
  labels: Uint8Array;
  weights: Int8Array;
}

/** An averaged multi-class perceptron over hashed features, with a row of weights for each feature that was ever updated. */
export class Perceptron {
  readonly classes: number;
  private readonly width: number;
  private slots = new Int32Array(1 << 22);
  private keys = new Int32Array(1 << 16);
  private rows = new Float32Array(0);
  private sums = new Float32Array(0);
  private used = 0;
  private steps = 1;

  constructor(classes: number) {
    this.classes = classes;
    this.width = classes;
    this.grow(1 << 16);
  }

  addScores(features: Int32Array, count: number, scores: Float32Array): void {
    for (let f = 0; f < count; f++) {
      const row = this.find(features[f]!);
      if (row < 0) continue;
      const base = row * this.width;
      for (let c = 0; c < this.classes; c++) scores[c]! += this.rows[base + c]!;
    }
  }

  /** Moves weights towards class `right` and away from `wrong`. */
  update(features: Int32Array, count: number, right: number, wrong: number): void {
    for (let f = 0; f < count; f++) {
      const base = this.findOrAdd(features[f]!) * this.width;
      this.rows[base + right]! += 1;
      this.sums[base + right]! += this.steps;
      this.rows[base + wrong]! -= 1;
      this.sums[base + wrong]! -= this.steps;
    }
  }

  /** To be called once for each decision: the average is over decisions. */
  step(): void {
    this.steps++;
  }

  /** The averaged weights, those below `floor` left out, in 8 bits. */
  export(floor: number, scale: number): SparseTables {
    const keys: number[] = [];
    const counts: number[] = [];
    const labels: number[] = [];
    const weights: number[] = [];
    for (let row = 0; row < this.used; row++) {
      let entries = 0;
      for (let c = 0; c < this.classes; c++) {
        const at = row * this.width + c;
        const average = this.rows[at]! - this.sums[at]! / this.steps;
        if (Math.abs(average) < floor) continue;
        const weight = Math.max(-127, Math.min(127, Math.round(average * scale)));
        if (weight === 0) continue;
        labels.push(c);
        weights.push(weight);
        entries++;
      }
      if (entries > 0) {
        keys.push(this.keys[row]!);
        counts.push(entries);
      }
    }
    return {
      keys: Int32Array.from(keys),
      counts: Uint8Array.from(counts),
      labels: Uint8Array.from(labels),
      weights: Int8Array.from(weights),
    };
  }

  private find(key: number): number {
    const mask = this.slots.length - 1;
    let slot = spread(key) & mask;
    let row = this.slots[slot]!;
    while (row !== 0 && this.keys[row - 1] !== key) {
      slot = (slot + 1) & mask;
      row = this.slots[slot]!;
    }
    return row - 1;
  }

  private findOrAdd(key: number): number {
    const found = this.find(key);
    if (found >= 0) return found;
    if (this.used >= this.keys.length) this.grow(this.keys.length * 2);
    this.keys[this.used++] = key;
    this.insert(key, this.used);
    return this.used - 1;
  }

  private insert(key: number, row: number): void {
    const mask = this.slots.length - 1;
    let slot = spread(key) & mask;
    while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
    this.slots[slot] = row;
  }

  private grow(capacity: number): void {
    const keys = new Int32Array(capacity);
    keys.set(this.keys.subarray(0, this.used));
    this.keys = keys;
    const rows = new Float32Array(capacity * this.width);
    rows.set(this.rows);
    this.rows = rows;
    const sums = new Float32Array(capacity * this.width);
    sums.set(this.sums);
    this.sums = sums;
    if (capacity * 2 > this.slots.length) {
      this.slots = new Int32Array(capacity * 4);
      for (let row = 0; row < this.used; row++) this.insert(this.keys[row]!, row + 1);
    }
  }
}

function spread(key: number): number {
  const mixed = Math.imul(key ^ (key >>> 15), 0x2c1b3c6d);
  return mixed ^ (mixed >>> 13);
}
