import { lemmatize } from "./lemmatize.ts";
import type { LanguageModel } from "./model.ts";
import { parseDependencies } from "./parse-dependencies.ts";
import type { Node, Parse, Sentence, Unit } from "./sentence.ts";
import { chooseTags } from "./tag.ts";
import { readWordFeatures } from "./tag-features.ts";
import { mergeUnits, tagName, unitTags } from "./unit-words.ts";

/**
 * Tags and parses one sentence. Each unit (known name, date, amount, title, list of actors) becomes one node before
 * tagging. `text` is the document's canonical text; offsets of the nodes count in it.
 *
 * The result has one root (head -1) and no cycles; a sentence without tokens has no nodes.
 */
export function parseSentence(text: string, sentence: Sentence, units: readonly Unit[], model: LanguageModel): Parse {
  const words = mergeUnits(text, sentence.tokens, units);
  if (words.length === 0) return { sentence, nodes: [] };
  const features = readWordFeatures(
    words.map((word) => word.form),
    model.lexicon,
  );
  const allowed = words.map((word) => {
    const names = unitTags(word);
    if (names === null) return null;
    const indices = names.map((name) => model.tags.findIndex((tag) => tagName(tag) === name)).filter((index) => index >= 0);
    return indices.length > 0 ? indices : null;
  });
  const tags = chooseTags(features, model.tagger, allowed);
  const arcs = parseDependencies(features, tags, model);
  const nodes = words.map((word, i): Node => {
    const tag = model.tags[tags[i]!]!;
    return {
      start: word.start,
      end: word.end,
      text: word.text,
      lemma: word.unit === null ? lemmatize(word.text, tag.upos, tag.xpos, model) : word.text,
      upos: tag.upos,
      xpos: tag.xpos,
      head: arcs.heads[i]!,
      relation: model.relations[arcs.relations[i]!]!,
      unit: word.unit,
    };
  });
  return { sentence, nodes };
}
