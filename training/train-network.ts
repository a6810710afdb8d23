import { paddedTo8 } from "../src/language/network-shape.ts";
import { readWordInputs, type WordInputs, type WordTables } from "../src/language/word-inputs.ts";
import { inventSentence } from "./invent-sentences.ts";
import { leadWithDate } from "./lead-with-date.ts";
import { mergeUnits } from "./merge-units.ts";
import { createParameters, type Parameters, updateParameters } from "./network-parameters.ts";
import { type Dropout, type Example, type Losses, trainOnBatch } from "./network-trainer.ts";
import { createRandom, shuffle } from "./random.ts";
import type { Tree } from "./treebank.ts";

export interface Cycle {
  readonly epochs: number;
  readonly rate: number;
  /** Share of the sentences that begin with their subject which get a date before it. */
  readonly dated: number;
  /** How many invented sentences are added to each epoch. */
  readonly invented: number;
}

export interface NetworkPlan {
  /** Each cycle begins with `rate`, which falls to nothing over its epochs, and with the averaged values of the one before. */
  readonly cycles: readonly Cycle[];
  readonly batchWords: number;
  readonly seed: number;
  readonly dropout: Dropout;
  /** Share of names, dates and lists that are merged into one word in an epoch. */
  readonly merged: number;
}

export interface NetworkMaterial {
  readonly trees: readonly Tree[];
  readonly tables: WordTables;
  readonly tags: readonly string[];
  readonly relations: readonly string[];
  readonly trainedWords: number;
  readonly pretrained: Float32Array;
  readonly pretrainedWidth: number;
}

/** Trains the network; the averaged values are in the parameters when it returns. `resume` goes on from the end of a cycle. */
export function trainNetwork(material: NetworkMaterial, plan: NetworkPlan, report: (line: string) => void, resume?: Resume): Parameters {
  const parameters = createParameters(
    {
      pretrained: material.pretrainedWidth,
      words: material.trainedWords,
      tags: paddedTo8(material.tags.length),
      relations: paddedTo8(material.relations.length),
    },
    40_000_000,
    plan.seed,
  );
  if (resume) for (const { name, at } of parameters.all) parameters.kernel.memory.set(resume.values[name]!, at);
  const plain = material.trees.map((tree) => toExample(tree, material));
  for (let cycle = resume?.cycle ?? 0; cycle < plan.cycles.length; cycle++) {
    runCycle(material, plan, cycle, parameters, plain, report);
    for (const parameter of parameters.all) parameters.kernel.memory.set(parameter.average, parameter.at);
  }
  return parameters;
}

/** The values that a cycle ended with, and the number of the cycle that is next. */
export interface Resume {
  readonly cycle: number;
  readonly values: Readonly<Record<string, Float32Array>>;
}

function runCycle(
  material: NetworkMaterial,
  plan: NetworkPlan,
  cycle: number,
  parameters: Parameters,
  plain: readonly Example[],
  report: (line: string) => void,
): void {
  const { trees, pretrained, pretrainedWidth } = material;
  const { epochs, rate: top, dated, invented } = plan.cycles[cycle]!;
  const random = createRandom(plan.seed + 1 + cycle);
  for (const { mean, square, average, at } of parameters.all) {
    mean.fill(0);
    square.fill(0);
    average.set(parameters.kernel.memory.subarray(at, at + average.length));
  }
  const words = trees.reduce((sum, tree) => sum + tree.words.length, 0);
  const steps = Math.ceil((words * epochs) / plan.batchWords);
  let step = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    const began = Date.now();
    const losses: Losses = { words: 0, arc: 0, label: 0, tag: 0, headsRight: 0, tagsRight: 0 };
    const drawn = trees.map((tree, i) => {
      let merged = mergeUnits(tree, random, plan.merged);
      if (dated > 0 && random() < dated) merged = leadWithDate(merged, random);
      return merged === tree ? plain[i]! : toExample(merged, material);
    });
    for (let i = 0; i < invented; i++) drawn.push(toExample(inventSentence(random), material));
    for (const batch of makeBatches(drawn, plan.batchWords, random)) {
      const part = trainOnBatch(batch, parameters, pretrained, pretrainedWidth, plan.dropout, random);
      for (const key of Object.keys(losses) as (keyof Losses)[]) losses[key] += part[key];
      step++;
      scaleGradients(parameters, 1 / Math.max(200, part.words));
      const rate = top * Math.min(1, step / 150) * Math.max(0.01, 1 - step / steps);
      updateParameters(parameters, rate, step, Math.min(0.998, step / (step + 10)));
    }
    const per = (value: number): string => (value / losses.words).toFixed(3);
    report(
      `cycle ${cycle + 1} epoch ${epoch + 1}: loss arc ${per(losses.arc)} label ${per(losses.label)} tag ${per(losses.tag)}, heads ${per(losses.headsRight)}, tags ${per(losses.tagsRight)}, ${((Date.now() - began) / 1000).toFixed(0)} s`,
    );
  }
}

function scaleGradients({ kernel, all }: Parameters, factor: number): void {
  const { memory } = kernel;
  for (const { gradient, rows, columns, touched } of all) {
    if (touched === null) for (let i = gradient; i < gradient + rows * columns; i++) memory[i]! *= factor;
    else for (const row of touched) for (let i = gradient + row * columns; i < gradient + (row + 1) * columns; i++) memory[i]! *= factor;
  }
}

/** Sentences in random order, in batches of about `batchWords` words. */
function makeBatches(examples: readonly Example[], batchWords: number, random: () => number): Example[][] {
  const order = shuffle([...examples], random);
  const batches: Example[][] = [];
  let batch: Example[] = [];
  let size = 0;
  for (const example of order) {
    batch.push(example);
    size += example.inputs.count + 1;
    if (size >= batchWords) {
      batches.push(batch);
      batch = [];
      size = 0;
    }
  }
  if (batch.length > 0) batches.push(batch);
  return batches;
}

function toExample(tree: Tree & { units?: readonly (WordUnit | null)[] }, material: NetworkMaterial): Example {
  const tagIndex = indexOf(material.tags);
  const relationIndex = indexOf(material.relations);
  const inputs: WordInputs = readWordInputs(
    tree.words.map((word) => word.form),
    tree.units ?? null,
    material.tables,
  );
  return {
    inputs,
    heads: Int32Array.from(tree.words, (word) => word.head + 1),
    relations: Int32Array.from(tree.words, (word) => relationIndex.get(word.relation)!),
    tags: Int32Array.from(tree.words, (word) => tagIndex.get(`${word.upos} ${word.xpos}`)!),
  };
}

type WordUnit = "name" | "date" | "list";

const indices = new WeakMap<readonly string[], Map<string, number>>();

function indexOf(names: readonly string[]): Map<string, number> {
  let index = indices.get(names);
  if (index === undefined) {
    index = new Map(names.map((name, i) => [name, i]));
    indices.set(names, index);
  }
  return index;
}
