import { describe, expect, it } from "vitest";
import { casesOf, compareRuns } from "../../src/evaluation/compare-runs.ts";
import { type ScoredClaim, scoreUnits, unitsOf } from "../../src/evaluation/score-claims.ts";
import { scoreGroups } from "../../src/evaluation/score-groups.ts";

const visit = (document: string, host: string, date: string | null, type = "visit"): ScoredClaim => ({
  document,
  type,
  phase: "occurs",
  factuality: "actual",
  participants: [
    { role: type === "visit" ? "visitor" : "source", actor: "KEN" },
    { role: type === "visit" ? "host" : "target", actor: host },
  ],
  date,
});
const score = (gold: ScoredClaim[], predicted: ScoredClaim[]) => scoreUnits(gold.flatMap(unitsOf), predicted.flatMap(unitsOf));

describe("casesOf and compareRuns", () => {
  const gold = [visit("a", "LAO", "2001"), visit("a", "LAO", "2001-05"), visit("a", "PER", "2002"), visit("b", "FJI", null)];
  it("tell found and wrong cases apart at the core level, and equal ones by number", () => {
    const cases = casesOf(
      score(gold, [visit("a", "LAO", "2001"), visit("a", "LAO", "2001-06"), visit("a", "PER", "1999"), visit("b", "TON", null)]),
    );
    expect(cases.found).toEqual(["a visit KEN LAO 2001", "a visit KEN LAO 2001 #2"]);
    expect(cases.wrong).toEqual(["a visit KEN PER 1999", "b visit KEN TON -"]);
  });
  it("say what changed", () => {
    const then = casesOf(score(gold, [visit("a", "LAO", "2001"), visit("b", "TON", null)]));
    const now = casesOf(score(gold, [visit("a", "PER", "2002"), visit("b", "TGO", null)]));
    expect(compareRuns(now, then)).toEqual({
      gained: ["a visit KEN PER 2002"],
      lost: ["a visit KEN LAO 2001"],
      newlyWrong: ["b visit KEN TGO -"],
      noLongerWrong: ["b visit KEN TON -"],
    });
    expect(compareRuns(now, now)).toEqual({ gained: [], lost: [], newlyWrong: [], noLongerWrong: [] });
  });
});

describe("scoreGroups", () => {
  it("has a row for each type, document and format, whose sums are the whole", () => {
    const gold = [visit("a", "LAO", "2001"), visit("b", "PER", "2002"), visit("c", "FJI", null, "event")].flatMap(unitsOf);
    const predicted = [visit("a", "LAO", "2001"), visit("b", "TON", "2002")].flatMap(unitsOf);
    const formats = new Map([
      ["a", "html"],
      ["b", "pdf"],
    ]);
    const rows = scoreGroups(gold, predicted, ["type", "document", "format"], formats);
    expect(rows.map(({ by, name, score: s }) => [by, name, s.gold, s.predicted, s.levels.core.recall])).toEqual([
      [null, "chronicle", 2, 2, 0.5],
      [null, "all", 3, 2, 1 / 3],
      ["type", "event", 1, 0, 0],
      ["type", "visit", 2, 2, 0.5],
      ["document", "a", 1, 1, 1],
      ["document", "b", 1, 1, 0],
      ["document", "c", 1, 0, 0],
      ["format", "html", 1, 1, 1],
      ["format", "not read", 1, 0, 0],
      ["format", "pdf", 1, 1, 0],
    ]);
  });
});
