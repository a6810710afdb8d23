import type { Claim } from "../claims/claim.ts";
import type { Score, Unit } from "./score-claims.ts";

/** What was said of a unit and what came of it: the confidence of its claim, and whether the gold has it at the core level. */
export interface Forecast {
  readonly confidence: number;
  readonly right: boolean;
}

/** Forecasts whose confidence lies in one tenth. */
export interface ReliabilityBin {
  /** From here, up to a tenth more. */
  readonly from: number;
  readonly count: number;
  readonly meanConfidence: number;
  readonly shareRight: number;
}

const BINS = 10;

/** A forecast for each unit that was extracted. */
export function forecastsOf({ pairs, spurious }: Score): Forecast[] {
  const confidenceOf = (u: Unit): number => (u.claim as Partial<Pick<Claim, "why">>).why?.confidence ?? Number.NaN;
  return [
    ...pairs.map(([gold, predicted]) => ({ confidence: confidenceOf(predicted), right: gold.year === predicted.year })),
    ...spurious.map((u) => ({ confidence: confidenceOf(u), right: false })),
  ].filter((f) => !Number.isNaN(f.confidence));
}

/** Mean squared difference of confidence and outcome (Brier 1950): 0 is best, 0.25 what a coin would have. NaN of nothing. */
export function brierScore(forecasts: readonly Forecast[]): number {
  return forecasts.reduce((sum, { confidence, right }) => sum + (confidence - Number(right)) ** 2, 0) / forecasts.length;
}

/** Mean distance of confidence from the share that is right, over tenths of confidence (Naeini et al. 2015): 0 is best. NaN of nothing. */
export function calibrationError(forecasts: readonly Forecast[]): number {
  return reliability(forecasts).reduce((sum, bin) => sum + bin.count * Math.abs(bin.meanConfidence - bin.shareRight), 0) / forecasts.length;
}

/** Tenths of confidence that have forecasts, the lowest first. */
export function reliability(forecasts: readonly Forecast[]): ReliabilityBin[] {
  const bins: ReliabilityBin[] = [];
  for (let b = 0; b < BINS; b++) {
    const within = forecasts.filter(({ confidence }) => Math.min(BINS - 1, Math.floor(confidence * BINS + 1e-9)) === b);
    if (within.length === 0) continue;
    bins.push({
      from: b / BINS,
      count: within.length,
      meanConfidence: within.reduce((sum, f) => sum + f.confidence, 0) / within.length,
      shareRight: within.filter((f) => f.right).length / within.length,
    });
  }
  return bins;
}
