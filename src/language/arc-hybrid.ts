/**
 * The arc-hybrid transition system (Kuhlmann, Gómez-Rodríguez and Satta 2011) over words 0 … n-1 with the root as word n
 * at the end of the buffer. Transition 0 shifts; 1 + 2·label attaches the stack's top to the next word (left);
 * 2 + 2·label attaches it to the word below it on the stack (right).
 */
export class ArcHybrid {
  readonly count: number;
  readonly stack: Int32Array;
  depth = 0;
  next = 0;
  readonly heads: Int32Array;
  readonly labels: Int32Array;
  /** First and second child from the left end and from the right end, -1 where there is none. */
  readonly left1: Int32Array;
  readonly left2: Int32Array;
  readonly right1: Int32Array;
  readonly right2: Int32Array;
  readonly leftCount: Int32Array;
  readonly rightCount: Int32Array;

  constructor(count: number) {
    this.count = count;
    this.stack = new Int32Array(count + 2);
    this.heads = new Int32Array(count + 1).fill(-1);
    this.labels = new Int32Array(count + 1).fill(-1);
    this.left1 = new Int32Array(count + 1).fill(-1);
    this.left2 = new Int32Array(count + 1).fill(-1);
    this.right1 = new Int32Array(count + 1).fill(-1);
    this.right2 = new Int32Array(count + 1).fill(-1);
    this.leftCount = new Int32Array(count + 1);
    this.rightCount = new Int32Array(count + 1);
  }

  get finished(): boolean {
    return this.next >= this.count && this.depth === 0;
  }

  get canShift(): boolean {
    return this.next < this.count;
  }

  get canLeft(): boolean {
    return this.depth > 0;
  }

  get canRight(): boolean {
    return this.depth > 1;
  }

  apply(transition: number): void {
    if (transition === 0) {
      this.stack[this.depth++] = this.next++;
      return;
    }
    const dependent = this.stack[--this.depth]!;
    const left = transition % 2 === 1;
    const head = left ? this.next : this.stack[this.depth - 1]!;
    this.heads[dependent] = head;
    this.labels[dependent] = (transition - 1) >> 1;
    if (left) {
      this.left2[head] = this.left1[head]!;
      this.left1[head] = dependent;
      this.leftCount[head]!++;
    } else {
      this.right2[head] = this.right1[head]!;
      this.right1[head] = dependent;
      this.rightCount[head]!++;
    }
  }
}
