import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ActorLexicon } from "./lexicon.ts";
import type { LeaderData, LexiconData } from "./lexicon-data.ts";

const folder = fileURLToPath(new URL("../../data/actors/", import.meta.url));
let loaded: ActorLexicon | null = null;

/**
 * The lexicon of data/actors, read at the first call and kept.
 *
 * The list of leaders that may only be shipped share-alike lies in a file of its own and may be absent.
 */
export function loadActors(): ActorLexicon {
  if (loaded) return loaded;
  const lists = ["leaders.json", "leaders-countryinfo.json"]
    .filter((file) => existsSync(folder + file))
    .map((file) => read<LeaderData>(file));
  loaded = new ActorLexicon(read<LexiconData>("lexicon.json"), lists);
  return loaded;
}

function read<T>(file: string): T {
  return JSON.parse(readFileSync(folder + file, "utf8")) as T;
}
