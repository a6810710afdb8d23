import { closeSync, existsSync, openSync, readFileSync, readSync } from "node:fs";
import { type LanguageRules, rulesFor } from "./language-rules.ts";
import { createLexicon, type Lexicon } from "./lexicon.ts";
import { readFingerprint, readModelFile, unpackText } from "./model-file.ts";
import { createSparseScorer, type SparseScorer } from "./sparse-scorer.ts";
import type { Tag } from "./tag.ts";

/** Everything that reading text of one language needs. Immutable; may be shared. */
export interface LanguageModel {
  readonly language: string;
  readonly rules: LanguageRules;
  readonly lexicon: Lexicon;
  readonly tags: readonly Tag[];
  readonly tagger: SparseScorer;
  readonly relations: readonly string[];
  readonly parser: SparseScorer;
  /** "form UPOS" (lower case) → lemma, for forms that the rules do not tell. */
  readonly lemmas: ReadonlyMap<string, string>;
}

const loaded = new Map<string, LanguageModel>();

/** Where the model files lie: data/models beside src or dist. */
export function modelPath(name: string): URL {
  return new URL(`../../data/models/${name}.bin`, import.meta.url);
}

/**
 * The model of a language (BCP 47 primary tag), read from its file at the first call and kept.
 * Throws when there is no model for the language.
 */
export function loadModel(language = "en"): LanguageModel {
  const known = loaded.get(language);
  if (known !== undefined) return known;
  const path = modelPath(language);
  if (!existsSync(path)) throw new Error(`There is no language model for "${language}" (looked for ${path.pathname}). English is "en".`);
  const model = readModel(readFileSync(path));
  loaded.set(language, model);
  return model;
}

/** 16 hex digits that tell the model of a language from every other; read from the first bytes of its file. */
export function modelFingerprint(language = "en"): string {
  const start = new Uint8Array(16);
  const file = openSync(modelPath(language), "r");
  try {
    readSync(file, start, 0, start.length, 0);
  } finally {
    closeSync(file);
  }
  return readFingerprint(start);
}

/** A model from the bytes of its file. */
export function readModel(bytes: Uint8Array): LanguageModel {
  const file = readModelFile(bytes);
  const info = file.info as { language: string; tags: string[]; relations: string[] };
  const scorer = (name: string, classes: number): SparseScorer =>
    createSparseScorer(
      classes,
      file.section(`${name}.keys`),
      file.section(`${name}.counts`),
      file.section(`${name}.labels`),
      file.section(`${name}.weights`),
    );
  const lemmas = new Map<string, string>();
  for (const line of unpackText(file.section<Uint8Array>("lemmas")).split("\n")) {
    const tab = line.indexOf("\t");
    if (tab > 0) lemmas.set(line.slice(0, tab), line.slice(tab + 1));
  }
  return {
    language: info.language,
    rules: rulesFor(info.language),
    lexicon: createLexicon(unpackText(file.section<Uint8Array>("words")).split("\n"), file.section("clusters"), file.section("masks")),
    tags: info.tags.map((tag) => ({ upos: tag.split(" ")[0]!, xpos: tag.split(" ")[1]! })),
    tagger: scorer("tagger", info.tags.length),
    relations: info.relations,
    parser: scorer("parser", 1 + 2 * info.relations.length),
    lemmas,
  };
}
