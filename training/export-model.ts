import { packText, type SectionData, writeModelFile } from "../src/language/model-file.ts";
import { SHAPE } from "../src/language/network-shape.ts";

/** A learned matrix with its values. */
export interface Values {
  readonly rows: number;
  readonly columns: number;
  readonly data: Float32Array;
}

export interface ModelParts {
  readonly language: string;
  readonly tags: readonly string[];
  readonly relations: readonly string[];
  readonly lexiconWords: readonly string[];
  readonly trainedWords: readonly string[];
  readonly masks: Uint8Array;
  readonly lemmas: string;
  readonly pretrained: Float32Array;
  readonly pretrainedWidth: number;
  readonly values: Readonly<Record<string, Values>>;
}

const TABLES = ["words", "suffixes", "endings", "prefixes", "forms", "masks", "units"];
const PLAIN = /\.bias$|\.recurrent$|^arc\.head$|^arc\.distance$/;

/** The bytes of a model file: tables and matrices in 8 bits with a scale for each column, biases as floats. */
export function exportModel(parts: ModelParts): Uint8Array {
  const sections: Record<string, SectionData> = {
    lexicon: packText(parts.lexiconWords.join("\n")),
    trained: packText(parts.trainedWords.join("\n")),
    dictionary: parts.masks,
    lemmas: packText(parts.lemmas),
  };
  const add = (name: string, values: Values): void => {
    const { data, scales } = quantise(values);
    sections[name] = data;
    sections[`${name}.scales`] = scales;
  };
  add("vectors", project(parts));
  for (const [name, values] of Object.entries(parts.values)) {
    if (name === "vectors") continue;
    if (PLAIN.test(name)) sections[name] = values.data;
    else add(name, values);
  }
  for (const name of TABLES) if (sections[name] === undefined) throw new Error(`The network has no table "${name}".`);
  return writeModelFile({ language: parts.language, tags: parts.tags, relations: parts.relations }, sections);
}

/** The pretrained vectors through the learned projection. */
function project({ lexiconWords, pretrained, pretrainedWidth, values }: ModelParts): Values {
  const projection = values.vectors!.data;
  const columns = SHAPE.vector;
  const rows = lexiconWords.length;
  const data = new Float32Array(rows * columns);
  for (let i = 0; i < rows; i++) {
    for (let k = 0; k < pretrainedWidth; k++) {
      const value = pretrained[i * pretrainedWidth + k]!;
      for (let c = 0; c < columns; c++) data[i * columns + c]! += value * projection[k * columns + c]!;
    }
  }
  return { rows, columns, data };
}

/** Eight bits with a scale for each column. Of the few largest values of a long column, those beyond the scale are cut. */
function quantise({ rows, columns, data }: Values): { data: Int8Array; scales: Float32Array } {
  const scales = new Float32Array(columns);
  const out = new Int8Array(rows * columns);
  for (let c = 0; c < columns; c++) {
    const sizes = Float32Array.from({ length: rows }, (_, row) => Math.abs(data[row * columns + c]!)).sort();
    const top = rows > 2000 ? sizes[Math.floor(rows * 0.9995)]! : sizes[rows - 1]!;
    scales[c] = (top || 1) / 127;
    for (let row = 0; row < rows; row++)
      out[row * columns + c] = Math.max(-127, Math.min(127, Math.round(data[row * columns + c]! / scales[c]!)));
  }
  return { data: out, scales };
}
