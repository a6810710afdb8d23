import { readFileSync } from "node:fs";
import { z } from "zod";
import type { Claim } from "./claim.ts";

/**
 * How often claims are right that show the same signs: a logistic model, fitted to gold claims by `npm run calibrate` and kept as
 * data, `data/confidence/weights.json`. A sign without a weight counts for nothing, so a new frame is judged by its type and by
 * the confidence that its file states.
 */
export interface ConfidenceModel {
  readonly intercept: number;
  /** Weight of each sign, in log odds. */
  readonly weights: Readonly<Record<string, number>>;
}

const schema = z.strictObject({
  about: z.string(),
  fitted: z.record(z.string(), z.number()),
  intercept: z.number(),
  weights: z.record(z.string(), z.number()),
});
const FILE = new URL("../../data/confidence/weights.json", import.meta.url);
let loaded: ConfidenceModel | null = null;

/** The model that comes with Chancery, read once. */
export function loadConfidence(): ConfidenceModel {
  loaded ??= schema.parse(JSON.parse(readFileSync(FILE, "utf8")));
  return loaded;
}

/** The claim with the probability that it is right: type, actors and year as a careful reader would write them (docs/evaluation.md). */
export function withConfidence(claim: Claim, model: ConfidenceModel): Claim {
  let sum = model.intercept;
  for (const [sign, value] of signsOf(claim)) sum += value * (model.weights[sign] ?? 0);
  const confidence = Math.round(Math.min(0.99, Math.max(0.01, 1 / (1 + Math.exp(-sum)))) * 100) / 100;
  return { ...claim, why: { ...claim.why, confidence } };
}

/** Pronouns and what else points back with a capital only where it begins a sentence. */
const OPENING = /^(?:the|this|that|these|those|both|it|its|they|their|he|his|she|her|we|our|each|all|who|which)\b/i;

/**
 * What a claim shows of how surely it was read, `why.confidence` being what its frame states. Values are 0 to 1, but for
 * `stated`, in log odds.
 */
export function signsOf(claim: Claim): Map<string, number> {
  const { type, factuality, participants, date, evidence, why } = claim;
  const stated = Math.min(0.95, Math.max(0.05, why.confidence));
  const signs = new Map<string, number>([
    ["stated", Math.log(stated / (1 - stated))],
    [`type ${type}`, 1],
    [`rule ${why.rule.replace(/ \(.*$/, "")}`, 1],
  ]);
  if (factuality !== "actual") signs.set(`factuality ${factuality}`, 1);
  if (date.basis !== "stated") signs.set(`date ${date.basis}`, 1);
  const share = (test: (text: string) => boolean): number =>
    participants.filter((p) => test(p.text)).length / Math.max(1, participants.length);
  // "the two countries", "its": whom a reference means may be mistaken
  signs.set(
    "reference",
    share((text) => !/\p{Lu}/u.test(text.replace(OPENING, ""))),
  );
  signs.set(
    "named elsewhere",
    share((text) => !evidence.quote.includes(text)),
  );
  if (participants.length > 2) signs.set("several actors", 1);
  signs.set("long words", Math.min(1, evidence.quote.length / 300));
  return signs;
}
