import { ArcHybrid } from "../src/language/arc-hybrid.ts";
import type { Lexicon } from "../src/language/lexicon.ts";
import { bestAllowed } from "../src/language/parse-dependencies.ts";
import { fillParseFeatures, PARSE_FEATURES } from "../src/language/parse-features.ts";
import { readWordFeatures, type WordFeatures } from "../src/language/tag-features.ts";
import { Perceptron } from "./perceptron.ts";
import { createRandom, shuffle } from "./random.ts";

export interface ParserExample {
  forms: string[];
  tags: Int32Array;
  /** The root's head is the number of words. */
  heads: Int32Array;
  labels: Int32Array;
}

/** Trains with a dynamic oracle and exploration (Goldberg and Nivre 2013). `draw` gives the examples of one epoch. */
export function trainArcParser(
  draw: (epoch: number) => ParserExample[],
  relations: number,
  lexicon: Lexicon,
  epochs: number,
  seed: number,
): Perceptron {
  const classes = 1 + 2 * relations;
  const model = new Perceptron(classes);
  const random = createRandom(seed);
  const features = new Int32Array(PARSE_FEATURES);
  const scores = new Float32Array(classes);
  const known = new WeakMap<string[], WordFeatures>();
  for (let epoch = 0; epoch < epochs; epoch++) {
    let wrong = 0;
    let total = 0;
    for (const example of shuffle(draw(epoch), random)) {
      const words = known.get(example.forms) ?? readWordFeatures(example.forms, lexicon);
      known.set(example.forms, words);
      const state = new ArcHybrid(words.count);
      while (!state.finished) {
        const used = fillParseFeatures(state, words, example.tags, features);
        scores.fill(0);
        model.addScores(features, used, scores);
        model.step();
        total++;
        const chosen = bestAllowed(state, scores);
        const right = bestRight(state, example, scores, chosen);
        if (right !== chosen) {
          model.update(features, used, right, chosen);
          wrong++;
        }
        state.apply(right === chosen || (epoch > 0 && random() < 0.9) ? chosen : right);
      }
    }
    console.error(`  parser epoch ${epoch + 1}: ${((100 * (total - wrong)) / total).toFixed(2)} % of transitions right`);
  }
  return model;
}

/** `chosen` if it loses nothing, else the best-scored transition that loses least. */
function bestRight(state: ArcHybrid, example: ParserExample, scores: Float32Array, chosen: number): number {
  const { heads, labels } = example;
  const { stack, depth, next, count } = state;
  const s0 = depth > 0 ? stack[depth - 1]! : -1;
  const s1 = depth > 1 ? stack[depth - 2]! : -1;
  let shift = Infinity;
  let left = Infinity;
  let right = Infinity;
  if (state.canShift) {
    shift = 0;
    for (let k = 0; k < depth; k++) {
      if (k < depth - 1 && heads[next] === stack[k]) shift++;
      if (heads[stack[k]!] === next) shift++;
    }
  }
  if (depth > 0) {
    let lost = 0;
    for (let d = next; d < count; d++) if (heads[d] === s0) lost++;
    const above = heads[s0]!;
    left = lost + (above === s1 || above > next ? 1 : 0);
    if (depth > 1) right = lost + (above >= next ? 1 : 0);
  }
  const least = Math.min(shift, left, right);
  const label = s0 >= 0 ? labels[s0]! : 0;
  const leftLabel = s0 >= 0 && heads[s0] === next;
  const rightLabel = s0 >= 0 && heads[s0] === s1;
  const fits = (t: number): boolean => {
    if (t === 0) return shift === least;
    if (t % 2 === 1) return left === least && (!leftLabel || (t - 1) >> 1 === label);
    return right === least && (!rightLabel || (t - 1) >> 1 === label);
  };
  if (fits(chosen)) return chosen;
  let best = -1;
  for (let t = 0; t < scores.length; t++) if (fits(t) && (best < 0 || scores[t]! > scores[best]!)) best = t;
  return best;
}
