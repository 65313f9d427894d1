/** Sums over notes of what was observed (O) and what was expected (E): all that the spread of true lifts needs. */
export interface SpreadSums {
  notes: number;
  observed: number;
  expected: number;
  observedSquared: number;
  observedExpected: number;
  expectedSquared: number;
}

export function noSpread(): SpreadSums {
  return {
    notes: 0,
    observed: 0,
    expected: 0,
    observedSquared: 0,
    observedExpected: 0,
    expectedSquared: 0,
  };
}

/** Adds a note in place, or takes an old one out again with `sign` -1: a window slides without being summed anew. */
export function countNote(sums: SpreadSums, observed: number, expected: number, sign: 1 | -1 = 1): void {
  sums.notes += sign;
  sums.observed += sign * observed;
  sums.expected += sign * expected;
  sums.observedSquared += sign * observed * observed;
  sums.observedExpected += sign * observed * expected;
  sums.expectedSquared += sign * expected * expected;
}

/** The mean lift, O over E; 1 where nothing was expected. */
export function meanLift({ observed, expected }: SpreadSums): number {
  return expected > 0 ? observed / expected : 1;
}

/**
 * The variance of true lifts between notes, as a share of the squared mean; not above 0 when notes differ no more than
 * chance makes them.
 *
 * Moment estimate: tau² = [Σ(O - mE)² - phi Σ mE] / Σ(mE)², with phi the variance over the mean of O. A gamma prior of
 * mean 1 and variance tau² has the shape 1 / tau². Source: pools.md section 1.
 */
export function tauSquared(sums: SpreadSums, dispersion: number): number {
  const mean = meanLift(sums);
  const spread = sums.observedSquared - 2 * mean * sums.observedExpected + mean * mean * sums.expectedSquared;
  return (spread - dispersion * mean * sums.expected) / (mean * mean * sums.expectedSquared);
}
