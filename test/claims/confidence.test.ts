import { describe, expect, it } from "vitest";
import { loadConfidence, signsOf, withConfidence } from "../../src/claims/confidence.ts";
import { loadFrames } from "../../src/claims/load-frames.ts";
import { makeClaim, makeDocument } from "../record/fixtures.ts";

const document = makeDocument("Kenya and Laos signed a treaty in 1990.", "a.txt");
const parties = [
  ["party", "KEN"],
  ["party", "LAO"],
] as const;
const claim = makeClaim(document, "agreement", "signed", parties, "1990");

describe("confidence", () => {
  it("is a probability that nothing else of the claim depends on", () => {
    const judged = withConfidence(claim, loadConfidence());
    expect(judged.why.confidence).toBeGreaterThan(0);
    expect(judged.why.confidence).toBeLessThan(1);
    expect({ ...judged, why: claim.why }).toEqual(claim);
  });
  it("falls with signs that weigh against a claim, and knows no sign without a weight", () => {
    const model = { intercept: 1, weights: { "factuality planned": -2 } };
    expect(withConfidence(claim, model).why.confidence).toBe(0.73);
    expect(withConfidence({ ...claim, factuality: "planned" }, model).why.confidence).toBe(0.27);
    expect(withConfidence(claim, { intercept: 99, weights: {} }).why.confidence).toBe(0.99);
  });
  it("sees references, actors named elsewhere, and what the frame states", () => {
    const texts = (...list: string[]) => ({ ...claim, participants: claim.participants.map((p, i) => ({ ...p, text: list[i]! })) });
    expect(signsOf(texts("the two countries", "Laos")).get("reference")).toBe(0.5);
    expect(signsOf(texts("Its", "They")).get("reference")).toBe(1);
    expect(signsOf(texts("Kenya", "Peru")).get("named elsewhere")).toBe(0.5);
    expect(signsOf({ ...claim, why: { rule: "a/b (c)", confidence: 0.5 } }).get("stated")).toBe(0);
    expect(signsOf({ ...claim, why: { rule: "a/b (c)", confidence: 0.5 } }).get("rule a/b")).toBe(1);
  });
  it("has weights for frames that there are, by and large", () => {
    const ids = new Set(loadFrames().frames.map((f) => `rule ${f.id}`));
    const known = Object.keys(loadConfidence().weights).filter(
      (sign) => sign.startsWith("rule ") && !/^rule (?:table|list|figure|event)\//.test(sign),
    );
    expect(known.filter((sign) => ids.has(sign)).length / known.length).toBeGreaterThan(0.8);
  });
});
