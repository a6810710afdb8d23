import type { LanguageModel } from "./model.ts";
import type { SparseScorer } from "./sparse-scorer.ts";
import { fillTagFeatures, readWordFeatures, TAG_FEATURES, type WordFeatures } from "./tag-features.ts";

/** Universal and Penn tag of one word. */
export interface Tag {
  readonly upos: string;
  readonly xpos: string;
}

/**
 * Tags the words of one sentence, left to right, with a joint universal and Penn tag
 * (averaged perceptron after Collins 2002, over words, affixes, word clusters and a dictionary mask).
 */
export function tagWords(forms: readonly string[], model: LanguageModel): Tag[] {
  const words = readWordFeatures(forms, model.lexicon);
  return Array.from(chooseTags(words, model.tagger), (tag) => model.tags[tag]!);
}

/** Tag indices for each word. `allowed[i]`, where given, are the only tags that word `i` may have. */
export function chooseTags(words: WordFeatures, scorer: SparseScorer, allowed?: readonly (readonly number[] | null)[]): Int32Array {
  const tags = new Int32Array(words.count);
  const features = new Int32Array(TAG_FEATURES);
  const scores = new Int32Array(scorer.classes);
  for (let i = 0; i < words.count; i++) {
    const used = fillTagFeatures(words, i, tags, features);
    scores.fill(0);
    scorer.addScores(features, used, scores);
    const choice = allowed?.[i];
    tags[i] = choice ? choice.reduce((a, b) => (scores[b]! > scores[a]! ? b : a)) : indexOfLargest(scores);
  }
  return tags;
}

export function indexOfLargest(scores: ArrayLike<number>): number {
  let best = 0;
  for (let c = 1; c < scores.length; c++) if (scores[c]! > scores[best]!) best = c;
  return best;
}
