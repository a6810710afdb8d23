import type { WordTables } from "../src/language/word-inputs.ts";
import { collectTags } from "./collect-tags.ts";
import type { NetworkMaterial } from "./train-network.ts";
import type { Tree } from "./treebank.ts";
import type { Vectors } from "./vectors.ts";

/** What the network trains on: lexicon of `lexiconSize` words with pretrained vectors, words seen `least` times or more, tags, relations. */
export interface Material extends NetworkMaterial {
  readonly lexiconWords: readonly string[];
  readonly trainedWordList: readonly string[];
}

export function prepareMaterial(
  trees: readonly Tree[],
  vectors: Vectors,
  wordNet: ReadonlyMap<string, number>,
  lexiconSize: number,
  least: number,
): Material {
  const lexiconWords = vectors.words.slice(0, lexiconSize);
  const counts = new Map<string, number>();
  for (const tree of trees) {
    for (const word of tree.words) {
      const low = word.form
        .replace(/[’‘ʼ`]/g, "'")
        .toLowerCase()
        .replace(/\d/g, "0");
      counts.set(low, (counts.get(low) ?? 0) + 1);
    }
  }
  const frequent = [...counts].filter(([, count]) => count >= least).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  // Row 0 is for unknown words and row 1 for the root.
  const trainedWordList = ["", "\u0000root", ...frequent.map(([word]) => word)];
  return {
    trees,
    tables: createWordTables(
      lexiconWords,
      trainedWordList,
      Uint8Array.from(lexiconWords, (word) => wordNet.get(word) ?? 0),
    ),
    tags: collectTags(trees),
    relations: [...new Set(trees.flatMap((tree) => tree.words.map((word) => word.relation)))].sort(),
    trainedWords: trainedWordList.length,
    pretrained: normalised(vectors, lexiconSize),
    pretrainedWidth: vectors.width,
    lexiconWords,
    trainedWordList,
  };
}

function createWordTables(lexicon: readonly string[], trained: readonly string[], masks: Uint8Array): WordTables {
  const index = new Map(lexicon.map((word, i) => [word, i]));
  const trainedIndex = new Map(trained.map((word, i) => [word, i]));
  return { indexOf: (word) => index.get(word) ?? -1, trainedIndexOf: (word) => trainedIndex.get(word) ?? 0, masks };
}

/** Each vector scaled to the same length, so that frequent words do not count for less. */
function normalised({ rows, width }: Vectors, count: number): Float32Array {
  const out = rows.slice(0, count * width);
  for (let i = 0; i < count; i++) {
    let sum = 0;
    for (let d = 0; d < width; d++) sum += out[i * width + d]! ** 2;
    const scale = (0.6 * Math.sqrt(width)) / Math.sqrt(sum || 1);
    for (let d = 0; d < width; d++) out[i * width + d]! *= scale;
  }
  return out;
}
