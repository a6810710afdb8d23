import type { Tree } from "./treebank.ts";

/** All joint tags "UPOS XPOS" of the trees, most frequent first. */
export function collectTags(trees: readonly Tree[]): string[] {
  const counts = new Map<string, number>();
  for (const tree of trees) {
    for (const word of tree.words) counts.set(`${word.upos} ${word.xpos}`, (counts.get(`${word.upos} ${word.xpos}`) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([tag]) => tag);
}
