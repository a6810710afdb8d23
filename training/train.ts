import { mkdirSync, writeFileSync } from "node:fs";
import { createLexicon } from "../src/language/lexicon.ts";
import { modelPath } from "../src/language/model.ts";
import { collectLemmas } from "./collect-lemmas.ts";
import { exportModel, type Values } from "./export-model.ts";
import { prepareMaterial } from "./prepare-material.ts";
import { type NetworkPlan, trainNetwork } from "./train-network.ts";
import { hasTreebanks, readTreebank, treebankFolder } from "./treebank.ts";
import { readVectors } from "./vectors.ts";
import { readWordNet } from "./wordnet.ts";

/** Words with pretrained vectors in the model, and how often a word must be seen to have one of its own. */
const LEXICON = 45_000;
const LEAST = 2;

const PLAN: NetworkPlan = {
  cycles: [
    { epochs: 11, rate: 0.007, dated: 0, invented: 0 },
    { epochs: 6, rate: 0.004, dated: 0.2, invented: 1200 },
  ],
  batchWords: 400,
  seed: 1,
  dropout: { word: 0.2, vector: 0.05, affix: 0.1, layer: 0.15, space: 0.25 },
  merged: 0.3,
};

if (!hasTreebanks()) {
  console.error(`train: the treebanks are not here (looked in ${treebankFolder}). Needed: en_ewt-train and en_gum-train (.conllu.gz).`);
  process.exit(2);
}

const began = Date.now();
const log = (message: string): void => console.log(`${((Date.now() - began) / 1000).toFixed(0).padStart(5)} s  ${message}`);

const trees = [...readTreebank("en_ewt-train"), ...readTreebank("en_gum-train")];
const material = prepareMaterial(trees, readVectors(80_000), readWordNet(), LEXICON, LEAST);
log(
  `${trees.length} sentences, ${material.trainedWords} trained words, ${material.tags.length} tags, ${material.relations.length} relations`,
);

const parameters = trainNetwork(material, PLAN, log);
const values: Record<string, Values> = {};
for (const { name, rows, columns, at } of parameters.all)
  values[name] = { rows, columns, data: parameters.kernel.memory.slice(at, at + rows * columns) };

const bytes = exportModel({
  language: "en",
  tags: material.tags,
  relations: material.relations,
  lexiconWords: material.lexiconWords,
  trainedWords: material.trainedWordList,
  masks: material.tables.masks,
  lemmas: collectLemmas(trees, createLexicon(material.lexiconWords, material.tables.masks)),
  pretrained: material.pretrained,
  pretrainedWidth: material.pretrainedWidth,
  values,
});
const path = modelPath("en");
mkdirSync(new URL(".", path), { recursive: true });
writeFileSync(path, bytes);
log(`data/models/en.bin written: ${(bytes.length / 1e6).toFixed(2)} MB. \`npm run evaluate:language\` measures it.`);
