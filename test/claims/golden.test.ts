import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { type Extractor, loadExtractor } from "../../src/pipeline.ts";
import { readGoldenCases } from "./golden-case.ts";
import { judgeCase } from "./judge-case.ts";

const cases = readGoldenCases(join(import.meta.dirname, "golden"));
/** Cases known to be wrong when the evaluation was last frozen. */
const wrong = new Set(
  (JSON.parse(readFileSync(join(import.meta.dirname, "../evaluation/frozen.json"), "utf8")) as { goldenWrong: string[] }).goldenWrong,
);
let extractor: Extractor;
beforeAll(() => {
  extractor = loadExtractor();
});

describe("golden claims", () => {
  for (const c of cases) {
    const name = `${c.file}: ${c.name}`;
    if (wrong.has(name))
      it(`${name} (known to be wrong)`, () =>
        expect(judgeCase(c, extractor), "right now: npm run evaluate -- --freeze keeps it so").not.toEqual([]));
    else it(name, () => expect(judgeCase(c, extractor)).toEqual([]));
  }
  it("a third of the cases at least claim nothing", () => {
    expect(cases.filter((c) => c.expected.length === 0).length / cases.length).toBeGreaterThanOrEqual(0.3);
  });
  it("every case has a name of its own", () => {
    expect(new Set(cases.map((c) => `${c.file}: ${c.name}`)).size).toBe(cases.length);
  });
});
