/** What was derived, of how many claims, and at which state of what it was derived from. */
interface Kept<T> {
  readonly state: number;
  readonly claims: number;
  readonly value: T;
}

/**
 * Keeps what was derived from claims while these stay as they are. It is a cache in memory and nothing more: nothing of it is
 * stored, an answer is the same without it, and what is kept under another state of the record is derived anew.
 */
export class DerivedCache<T> {
  private readonly kept = new Map<string, Kept<T>>();
  private readonly most: number;
  private claims = 0;

  /** Of so many claims at most are the values kept, those that were used last. */
  constructor(most: number) {
    this.most = most;
  }

  get(key: string, state: number): T | undefined {
    const found = this.kept.get(key);
    if (found?.state !== state) return undefined;
    this.kept.delete(key);
    this.kept.set(key, found);
    return found.value;
  }

  set(key: string, state: number, claims: number, value: T): void {
    this.drop(key);
    if (claims > this.most) return;
    this.kept.set(key, { state, claims, value });
    this.claims += claims;
    for (const oldest of this.kept.keys()) {
      if (this.claims <= this.most) return;
      this.drop(oldest);
    }
  }

  private drop(key: string): void {
    this.claims -= this.kept.get(key)?.claims ?? 0;
    this.kept.delete(key);
  }
}
