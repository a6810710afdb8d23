import { closeSync, existsSync, openSync, readFileSync, readSync } from "node:fs";
import { type LanguageRules, rulesFor } from "./language-rules.ts";
import { createLexicon, type Lexicon } from "./lexicon.ts";
import { type ModelFile, readFingerprint, readModelFile, unpackText } from "./model-file.ts";
import { createNetwork, type Network } from "./network.ts";
import type { WordTables } from "./word-inputs.ts";

/** Universal and Penn part of speech. */
export interface Tag {
  readonly upos: string;
  readonly xpos: string;
}

/** Everything that reading text of one language needs. May be shared; nothing in it changes from outside. */
export interface LanguageModel {
  readonly language: string;
  readonly rules: LanguageRules;
  readonly lexicon: Lexicon;
  readonly tables: WordTables;
  readonly tags: readonly Tag[];
  /** The same as "UPOS XPOS". */
  readonly tagNames: readonly string[];
  /** Universal Dependencies relations. */
  readonly relations: readonly string[];
  readonly network: Network;
  /** "form UPOS XPOS" (form in lower case) → lemma, for forms that the rules do not tell. */
  readonly lemmas: ReadonlyMap<string, string>;
}

const loaded = new Map<string, LanguageModel>();

/** Where the model files lie: data/models beside src or dist. */
export function modelPath(language: string): URL {
  return new URL(`../../data/models/${language}.bin`, import.meta.url);
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
  const lexicon = createLexicon(lines(file, "lexicon"), file.section("dictionary"));
  const trained = new Map(lines(file, "trained").map((word, i) => [word, i]));
  const lemmas = new Map<string, string>();
  for (const line of lines(file, "lemmas")) {
    const tab = line.indexOf("\t");
    if (tab > 0) lemmas.set(line.slice(0, tab), line.slice(tab + 1));
  }
  return {
    language: info.language,
    rules: rulesFor(info.language),
    lexicon,
    tables: { indexOf: lexicon.indexOf, trainedIndexOf: (word) => trained.get(word) ?? 0, masks: lexicon.masks },
    tags: info.tags.map((tag) => ({ upos: tag.split(" ")[0]!, xpos: tag.split(" ")[1]! })),
    tagNames: info.tags,
    relations: info.relations,
    network: createNetwork(file, info.tags.length, info.relations.length),
    lemmas,
  };
}

function lines(file: ModelFile, section: string): string[] {
  return unpackText(file.section<Uint8Array>(section)).split("\n");
}
