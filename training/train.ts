import { mkdirSync, writeFileSync } from "node:fs";
import { createLexicon, type Lexicon } from "../src/language/lexicon.ts";
import { packText, type SectionData, writeModelFile } from "../src/language/model-file.ts";
import { createSparseScorer } from "../src/language/sparse-scorer.ts";
import { chooseTags } from "../src/language/tag.ts";
import { readWordFeatures } from "../src/language/tag-features.ts";
import { clusterWords } from "./cluster-words.ts";
import { collectLemmas } from "./collect-lemmas.ts";
import { mergeUnits } from "./merge-units.ts";
import type { SparseTables } from "./perceptron.ts";
import { createRandom } from "./random.ts";
import { type ParserExample, trainArcParser } from "./train-arc-parser.ts";
import { collectTags, trainTagger } from "./train-tagger.ts";
import { hasTreebanks, readTreebank, type Tree } from "./treebank.ts";
import { readVectors } from "./vectors.ts";
import { readWordNet } from "./wordnet.ts";

const WORDS = 60_000;
const FOLDS = 5;
const epochs = { tagger: 5, fold: 4, parser: Number(process.env.PARSER_EPOCHS ?? 3) };

if (!hasTreebanks()) {
  console.error("train: the treebanks are not there. They belong into ../shared/data/ud (en_ewt-train.conllu.gz, en_gum-train.conllu.gz).");
  process.exit(2);
}

const began = Date.now();
const trees = [...readTreebank("en_ewt-train"), ...readTreebank("en_gum-train")];
const vectors = readVectors(80_000);
const clusters = clusterWords(vectors, 512, 8);
const wordNet = readWordNet();
const words = vectors.words.slice(0, WORDS);
const clusterIds = Uint16Array.from(words, (_, i) => clusters[i]! + 1);
const masks = Uint8Array.from(words, (word) => wordNet.get(word) ?? 0);
const lexicon = createLexicon(words, clusterIds, masks);
log(`${trees.length} sentences, ${words.length} words with clusters`);

const tags = collectTags(trees);
const tagger = trainTagger(trees, tags, lexicon, epochs.tagger, 1);
const jackknifed = jackknife(trees, tags, lexicon);
log("tagger trained");

const relations = [...new Set(trees.flatMap((tree) => tree.words.map((word) => word.relation)))].sort();
const parser = trainArcParser(drawExamples, relations.length, lexicon, epochs.parser, 3);
log("parser trained");

const sections: Record<string, SectionData> = {
  words: packText(words.join("\n")),
  clusters: clusterIds,
  masks,
  lemmas: packText(collectLemmas(trees, lexicon)),
  ...named("tagger", tagger.export(0.05, 8)),
  ...named("parser", parser.export(0.12, 8)),
};
const bytes = writeModelFile({ language: "en", tags, relations }, sections);
mkdirSync(new URL("../data/models/", import.meta.url), { recursive: true });
writeFileSync(new URL("../data/models/en.bin", import.meta.url), bytes);
for (const [name, data] of Object.entries(sections)) console.log(`${name}\t${data.byteLength}`);
log(`data/models/en.bin: ${bytes.length} bytes`);

/** Tags as the tagger gives them to sentences that it was not trained on. */
function jackknife(all: readonly Tree[], names: readonly string[], lex: Lexicon): Int32Array[] {
  const given: Int32Array[] = new Array(all.length);
  for (let fold = 0; fold < FOLDS; fold++) {
    const model = trainTagger(
      all.filter((_, i) => i % FOLDS !== fold),
      names,
      lex,
      epochs.fold,
      100 + fold,
    );
    const tables = model.export(0, 8);
    const scorer = createSparseScorer(names.length, tables.keys, tables.counts, tables.labels, tables.weights);
    for (let i = fold; i < all.length; i += FOLDS)
      given[i] = chooseTags(
        readWordFeatures(
          all[i]!.words.map((w) => w.form),
          lex,
        ),
        scorer,
      );
  }
  return given;
}

/** The examples of one epoch: each sentence once, some of its names, dates and lists merged as at use. */
function drawExamples(epoch: number): ParserExample[] {
  const random = createRandom(1000 + epoch);
  const index = new Map(relations.map((relation, i) => [relation, i]));
  return trees.map((tree, at) => {
    const marked: Tree = { ...tree, words: tree.words.map((word, i) => ({ ...word, lemma: String(jackknifed[at]![i]) })) };
    const drawn = mergeUnits(marked, random, 0.4).words;
    return {
      forms: drawn.map((w) => w.form),
      tags: Int32Array.from(drawn, (w) => Number(w.lemma)),
      heads: Int32Array.from(drawn, (w) => (w.head < 0 ? drawn.length : w.head)),
      labels: Int32Array.from(drawn, (w) => index.get(w.relation)!),
    };
  });
}

function named(name: string, tables: SparseTables): Record<string, SectionData> {
  return {
    [`${name}.keys`]: tables.keys,
    [`${name}.counts`]: tables.counts,
    [`${name}.labels`]: tables.labels,
    [`${name}.weights`]: tables.weights,
  };
}

function log(message: string): void {
  console.log(`${((Date.now() - began) / 1000).toFixed(0)} s\t${message}`);
}
