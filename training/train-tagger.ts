import type { Lexicon } from "../src/language/lexicon.ts";
import { fillTagFeatures, readWordFeatures, TAG_FEATURES } from "../src/language/tag-features.ts";
import { Perceptron } from "./perceptron.ts";
import { createRandom, shuffle } from "./random.ts";
import type { Tree } from "./treebank.ts";

/** All joint tags "UPOS XPOS" of the trees, most frequent first. */
export function collectTags(trees: readonly Tree[]): string[] {
  const counts = new Map<string, number>();
  for (const tree of trees)
    for (const word of tree.words) counts.set(`${word.upos} ${word.xpos}`, (counts.get(`${word.upos} ${word.xpos}`) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([tag]) => tag);
}

export function trainTagger(trees: readonly Tree[], tags: readonly string[], lexicon: Lexicon, epochs: number, seed: number): Perceptron {
  const index = new Map(tags.map((tag, i) => [tag, i]));
  const model = new Perceptron(tags.length);
  const random = createRandom(seed);
  const order = trees.map((_, i) => i);
  const features = new Int32Array(TAG_FEATURES);
  const scores = new Float32Array(tags.length);
  const prepared = trees.map((tree) => ({
    words: readWordFeatures(
      tree.words.map((w) => w.form),
      lexicon,
    ),
    gold: tree.words.map((w) => index.get(`${w.upos} ${w.xpos}`)!),
  }));
  for (let epoch = 0; epoch < epochs; epoch++) {
    let wrong = 0;
    let total = 0;
    for (const at of shuffle(order, random)) {
      const { words, gold } = prepared[at]!;
      const chosen = new Int32Array(words.count);
      for (let i = 0; i < words.count; i++) {
        const used = fillTagFeatures(words, i, chosen, features);
        scores.fill(0);
        model.addScores(features, used, scores);
        let best = 0;
        for (let c = 1; c < scores.length; c++) if (scores[c]! > scores[best]!) best = c;
        model.step();
        total++;
        if (best !== gold[i]) {
          model.update(features, used, gold[i]!, best);
          wrong++;
        }
        chosen[i] = best;
      }
    }
    console.error(`  tagger epoch ${epoch + 1}: ${((100 * (total - wrong)) / total).toFixed(2)} % right in training`);
  }
  return model;
}
