/** One observation: its signs, and whether it was right (1) or not (0). */
export interface Observation {
  readonly signs: ReadonlyMap<string, number>;
  readonly right: 0 | 1;
}

export interface LogisticFit {
  readonly intercept: number;
  readonly weights: ReadonlyMap<string, number>;
}

const ROUNDS = 30;
const CLOSE_ENOUGH = 1e-9;

/**
 * Logistic regression with a ridge penalty, by Newton's method (iteratively reweighted least squares; Hastie, Tibshirani and
 * Friedman 2009, section 4.4). `penalty` says how strongly the weight of a sign is drawn to 0: a frame that was seen twice says
 * little, whatever came of it. The intercept is free. Without chance: the same observations give the same weights.
 */
export function fitLogistic(observations: readonly Observation[], penalty: (sign: string) => number): LogisticFit {
  const names = [...new Set(observations.flatMap(({ signs }) => [...signs.keys()]))].sort();
  const index = new Map(names.map((name, i) => [name, i + 1]));
  const size = names.length + 1;
  const ridge = Float64Array.from({ length: size }, (_, i) => (i === 0 ? 0 : penalty(names[i - 1]!)));
  const rows = observations.map(({ signs, right }) => ({
    at: Int32Array.from([0, ...[...signs.keys()].map((sign) => index.get(sign)!)]),
    values: Float64Array.from([1, ...signs.values()]),
    right,
  }));
  const weights = new Float64Array(size);
  for (let round = 0; round < ROUNDS; round++) {
    const gradient = Float64Array.from(weights, (w, i) => -ridge[i]! * w);
    const hessian = Array.from({ length: size }, (_, i) => {
      const row = new Float64Array(size);
      row[i] = ridge[i]! + 1e-9;
      return row;
    });
    for (const { at, values, right } of rows) {
      let sum = 0;
      for (let k = 0; k < at.length; k++) sum += weights[at[k]!]! * values[k]!;
      const p = 1 / (1 + Math.exp(-sum));
      const spread = p * (1 - p);
      for (let k = 0; k < at.length; k++) {
        gradient[at[k]!]! += (right - p) * values[k]!;
        const row = hessian[at[k]!]!;
        for (let l = 0; l < at.length; l++) row[at[l]!]! += spread * values[k]! * values[l]!;
      }
    }
    const step = solve(hessian, gradient);
    for (let i = 0; i < size; i++) weights[i]! += step[i]!;
    if (Math.max(...step.map(Math.abs)) < CLOSE_ENOUGH) break;
  }
  return { intercept: weights[0]!, weights: new Map(names.map((name, i) => [name, weights[i + 1]!])) };
}

/** The solution of A·x = b for a symmetric, positive definite A, by Cholesky's decomposition. A is used up. */
function solve(a: Float64Array[], b: Float64Array): Float64Array {
  const n = b.length;
  for (let j = 0; j < n; j++) {
    for (let i = j; i < n; i++) {
      let sum = a[i]![j]!;
      for (let k = 0; k < j; k++) sum -= a[i]![k]! * a[j]![k]!;
      a[i]![j] = i === j ? Math.sqrt(sum) : sum / a[j]![j]!;
    }
  }
  const x = Float64Array.from(b);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) x[i]! -= a[i]![k]! * x[k]!;
    x[i]! /= a[i]![i]!;
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) x[i]! -= a[k]![i]! * x[k]!;
    x[i]! /= a[i]![i]!;
  }
  return x;
}
