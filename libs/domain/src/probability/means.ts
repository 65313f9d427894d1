/** A mean and its standard error, both in the unit of the values. */
export interface EstimatedMean {
  value: number;
  standardError: number;
}

/** The sum in the order given; 0 of nothing. */
export function sumOf(values: Iterable<number>): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}

/** The mean; 0 of nothing. */
export function averageOf(values: readonly number[]): number {
  return values.length ? sumOf(values) / values.length : 0;
}

/**
 * The mean of independent values and its standard error, with n - 1 in the variance. NaN of nothing; of one value alone
 * the error is infinite.
 */
export function estimateMean(values: readonly number[]): EstimatedMean {
  const n = values.length;
  const value = sumOf(values) / n;
  const squares = sumOf(values.map((one) => (one - value) ** 2));
  return { value, standardError: n > 1 ? Math.sqrt(squares / (n - 1) / n) : Infinity };
}

/** The middle one, or the mean of the two in the middle. NaN for none. */
export function medianOf(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[half] ?? NaN)
    : ((sorted[half - 1] ?? NaN) + (sorted[half] ?? NaN)) / 2;
}
