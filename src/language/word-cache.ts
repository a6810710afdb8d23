/**
 * What was found of words, for texts that repeat most of them. Holds at most `most` words; when there are more it begins anew, so that
 * memory does not grow with the text. A word is kept as a copy: cut out of a text it would keep the whole text in memory.
 */
export class WordCache<T> {
  private readonly known = new Map<string, T>();
  private readonly find: (word: string) => T;
  private readonly most: number;

  constructor(find: (word: string) => T, most = 20_000) {
    this.find = find;
    this.most = most;
  }

  get(word: string): T {
    const known = this.known.get(word);
    if (known !== undefined) return known;
    if (this.known.size >= this.most) this.known.clear();
    const copy = ` ${word}`.slice(1);
    const found = this.find(copy);
    this.known.set(copy, found);
    return found;
  }
}
