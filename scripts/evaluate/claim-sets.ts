import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { readGold } from "../../src/evaluation/read-gold.ts";
import { type Unit, unitsOf } from "../../src/evaluation/score-claims.ts";
import { type Extractor, readSource } from "../../src/pipeline.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const SHARED = resolve(ROOT, "../shared");

/** Documents with gold claims. */
export interface ClaimSet {
  readonly name: string;
  readonly gold: string;
  readonly paths: readonly string[];
  /** Whether its words may be shown: whoever writes rules must not see those of the unseen set. */
  readonly shown: boolean;
}

/** All sets that there are, those in ../shared too, which may be absent. */
export function claimSets(): ClaimSet[] {
  const own = (name: string): ClaimSet => ({
    name,
    gold: join(ROOT, "test", name, "claims.jsonl"),
    paths: filesIn(join(ROOT, "test", name, "documents")),
    shown: !name.startsWith("unseen"),
  });
  return [
    { name: "seeds", gold: join(SHARED, "gold/seeds.jsonl"), paths: filesIn(join(SHARED, "seeds")), shown: true },
    { name: "samples", gold: join(ROOT, "test/samples/expected.jsonl"), paths: filesIn(join(ROOT, "samples")), shown: true },
    own("development"),
    own("development-2"),
    own("development-3"),
    own("development-4"),
    own("development-5"),
    own("unseen"),
    own("unseen-3"),
    own("unseen-4"),
    own("unseen-5"),
  ];
}

/** The units of a set's gold, those extracted from its documents, and those from documents of which the gold has no claim. */
export async function readSet(set: ClaimSet, extractor: Extractor): Promise<{ gold: Unit[]; predicted: Unit[]; besides: Unit[] }> {
  const gold = readGold(readFileSync(set.gold, "utf8"), set.gold).flatMap(unitsOf);
  const withGold = new Set(gold.map((u) => u.document));
  const predicted: Unit[] = [];
  const besides: Unit[] = [];
  for (const path of set.paths)
    for await (const document of readSource(path))
      for (const unit of extractor.extract(document).flatMap(unitsOf)) (withGold.has(unit.document) ? predicted : besides).push(unit);
  return { gold, predicted, besides };
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((e) => e.isFile())
    .map((e) => join(folder, e.name))
    .sort();
}
