import { estimateMean, sumOf } from '../probability/means';

/** A figure and half the width of its 95 % interval; NaN where there is none. */
export interface Figure {
  value: number;
  half: number;
}

/** The mean over seeds. Seeds in which there is nothing to measure are left out. */
export function meanOverSeeds(values: readonly number[]): Figure {
  const known = values.filter(Number.isFinite);
  const { value, standardError } = estimateMean(known);
  return { value, half: studentDeviate(known.length - 1) * standardError };
}

/**
 * The ratio of two means that were measured on the same seeds, with its interval by the jackknife (Quenouille, Tukey):
 * a seed that is rich for one rule is rich for all, and that does not count as uncertainty.
 */
export function ratioOf(above: readonly number[], below: readonly number[]): Figure {
  const n = above.length;
  const all = sumOf(above) / sumOf(below);
  const without = above.map((one, index) => (sumOf(above) - one) / (sumOf(below) - (below[index] ?? 0)));
  const middle = sumOf(without) / n;
  const variance = ((n - 1) / n) * sumOf(without.map((one) => (one - middle) ** 2));
  return { value: all, half: n > 1 ? studentDeviate(n - 1) * Math.sqrt(variance) : NaN };
}

/**
 * How much of the way from showing at random to knowing everything a rule makes, by the values of an impression of all
 * three on the same seeds; 1 is all of it.
 */
export function gapClosed(
  values: readonly number[],
  uniform: readonly number[],
  oracle: readonly number[],
): Figure {
  const above = (ones: readonly number[]): number[] => ones.map((one, at) => one - (uniform[at] ?? 0));
  return ratioOf(above(values), above(oracle));
}

/** The 97.5 % quantile of Student's t by Hill's expansion about the normal one (1970): to 2 % from 4 degrees on. */
export function studentDeviate(degrees: number): number {
  const z = 1.96;
  if (degrees <= 0) return NaN;
  return z + (z ** 3 + z) / (4 * degrees) + (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * degrees ** 2);
}
