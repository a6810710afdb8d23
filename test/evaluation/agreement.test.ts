import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readGold } from "../../src/evaluation/read-gold.ts";
import { OPEN_TYPES, scoreUnits, unitsOf } from "../../src/evaluation/score-claims.ts";

const FOLDER = join(import.meta.dirname, "../unseen");
const unitsIn = (file: string) =>
  readGold(readFileSync(join(FOLDER, file), "utf8"), file)
    .flatMap(unitsOf)
    .filter((u) => !OPEN_TYPES.has(u.type));

describe("two annotators of the unseen documents, each of whom knew nothing of the other", () => {
  it("agree as far as docs/evaluation.md says", () => {
    const { levels } = scoreUnits(unitsIn("claims.jsonl"), unitsIn("second-annotator.jsonl"));
    const percent = (level: keyof typeof levels): string => (100 * levels[level].f1).toFixed(1);
    expect([percent("who-what"), percent("core"), percent("full")]).toEqual(["95.0", "94.1", "90.7"]);
  });
});
