import { ArcHybrid } from "./arc-hybrid.ts";
import type { LanguageModel } from "./model.ts";
import { fillParseFeatures, PARSE_FEATURES } from "./parse-features.ts";
import type { WordFeatures } from "./tag-features.ts";

/** Heads (-1 at the root) and indices of relations, one for each word. */
export interface Arcs {
  readonly heads: Int32Array;
  readonly relations: Int32Array;
}

/** Parses one sentence greedily. Always gives a tree with one root. */
export function parseDependencies(words: WordFeatures, tags: Int32Array, model: LanguageModel): Arcs {
  const state = new ArcHybrid(words.count);
  const features = new Int32Array(PARSE_FEATURES);
  const scores = new Int32Array(model.parser.classes);
  while (!state.finished) {
    const used = fillParseFeatures(state, words, tags, features);
    scores.fill(0);
    model.parser.addScores(features, used, scores);
    state.apply(bestAllowed(state, scores));
  }
  return toTree(state, model);
}

/** The allowed transition with the highest score. */
export function bestAllowed(state: ArcHybrid, scores: ArrayLike<number>): number {
  let best = -1;
  if (state.canShift) best = 0;
  for (let t = 1; t < scores.length; t++) {
    if (t % 2 === 1 ? !state.canLeft : !state.canRight) continue;
    if (best < 0 || scores[t]! > scores[best]!) best = t;
  }
  return best;
}

function toTree(state: ArcHybrid, model: LanguageModel): Arcs {
  const { count } = state;
  const heads = state.heads.slice(0, count);
  const relations = state.labels.slice(0, count);
  const root = model.relations.indexOf("root");
  const parataxis = model.relations.indexOf("parataxis");
  let top = -1;
  for (let i = 0; i < count; i++) {
    if (heads[i] !== count) continue;
    if (top < 0) {
      top = i;
      heads[i] = -1;
      relations[i] = root;
    } else {
      heads[i] = top;
      relations[i] = parataxis;
    }
  }
  return { heads, relations };
}
