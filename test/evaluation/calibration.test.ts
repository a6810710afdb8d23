import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Random } from "../../scripts/bench/random.ts";
import { drawReliability } from "../../scripts/calibrate/draw-reliability.ts";
import { brierScore, calibrationError, forecastsOf, reliability } from "../../src/evaluation/calibration.ts";
import { fitLogistic, type Observation } from "../../src/evaluation/fit-logistic.ts";
import { type ScoredClaim, scoreUnits, unitsOf } from "../../src/evaluation/score-claims.ts";

describe("calibration", () => {
  const forecasts = [
    { confidence: 0.9, right: true },
    { confidence: 0.9, right: false },
    { confidence: 0.35, right: false },
    { confidence: 1, right: true },
  ];
  it("scores as the definitions say", () => {
    expect(brierScore(forecasts)).toBeCloseTo((0.01 + 0.81 + 0.1225 + 0) / 4, 12);
    expect(reliability(forecasts)).toEqual([
      { from: 0.3, count: 1, meanConfidence: 0.35, shareRight: 0 },
      { from: 0.9, count: 3, meanConfidence: 2.8 / 3, shareRight: 2 / 3 },
    ]);
    expect(calibrationError(forecasts)).toBeCloseTo((0.35 + 3 * (2.8 / 3 - 2 / 3)) / 4, 12);
  });
  it("puts every forecast into one bin", () => {
    fc.assert(
      fc.property(fc.array(fc.record({ confidence: fc.double({ min: 0, max: 1, noNaN: true }), right: fc.boolean() })), (list) => {
        expect(reliability(list).reduce((n, b) => n + b.count, 0)).toBe(list.length);
      }),
    );
  });
  it("takes a unit for right when its year is", () => {
    const visit = (date: string, confidence?: number): ScoredClaim & { why?: object } => ({
      document: "a",
      type: "visit",
      phase: "occurs",
      factuality: "actual",
      participants: [
        { role: "visitor", actor: "KEN" },
        { role: "host", actor: date === "1999" ? "PER" : "LAO" },
      ],
      date,
      ...(confidence === undefined ? {} : { why: { rule: "x", confidence } }),
    });
    const score = scoreUnits(unitsOf(visit("2001")), [visit("2001-05", 0.8), visit("1999", 0.4)].flatMap(unitsOf));
    expect(forecastsOf(score)).toEqual([
      { confidence: 0.8, right: true },
      { confidence: 0.4, right: false },
    ]);
  });
});

describe("fitLogistic", () => {
  it("finds the weights that made the observations, and the same ones again", () => {
    const random = new Random(5);
    const observations = Array.from({ length: 20_000 }, (): Observation => {
      const signs = new Map([
        ["a", random.next() < 0.5 ? 1 : 0],
        ["b", random.next() * 2 - 1],
      ]);
      const odds = 0.5 + 1.5 * signs.get("a")! - 2 * signs.get("b")!;
      return { signs, right: random.next() < 1 / (1 + Math.exp(-odds)) ? 1 : 0 };
    });
    const fit = fitLogistic(observations, () => 0.01);
    expect(fit.intercept).toBeCloseTo(0.5, 1);
    expect(fit.weights.get("a")).toBeCloseTo(1.5, 1);
    expect(fit.weights.get("b")! / -2).toBeCloseTo(1, 1);
    expect(fitLogistic(observations, () => 0.01)).toEqual(fit);
  });
  it("draws a sign that was seen once to nothing, and gives the share where there are no signs", () => {
    const plain = (right: 0 | 1): Observation => ({ signs: new Map(), right });
    const once: Observation = { signs: new Map([["rare", 1]]), right: 0 };
    const { intercept, weights } = fitLogistic([plain(1), plain(1), plain(1), plain(0), once], () => 1000);
    expect(Math.abs(weights.get("rare")!)).toBeLessThan(0.01);
    expect(1 / (1 + Math.exp(-intercept))).toBeCloseTo(0.6, 2);
  });
});

it("drawReliability draws a point for each bin and escapes names", () => {
  const svg = drawReliability([{ name: "a & <b>", bins: reliability([{ confidence: 0.7, right: true }]) }]);
  expect(svg.match(/<circle/g)!.length).toBe(2);
  expect(svg).toContain("a &amp; &lt;b>");
  expect(svg).toContain("1 units, confidence 0.70, right 1.00");
});
