import { sumOf } from '../probability/means';

/**
 * Gini coefficient of what each one got: 0 when all have the same, near 1 when one has everything.
 *
 * It tells concentration and not injustice: with any good rule better notes get more (pools.md section 1), so it is
 * shown and never a goal. Null for nobody, and where nothing was handed out. Values must not be negative.
 * Source: Gini 1914 in the sorted form; Gini(1, 2, 3, 4) = .25 (domain notes 2.5).
 */
export function gini(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const n = sorted.length;
  let total = 0;
  let weighted = 0;
  sorted.forEach((value, index) => {
    total += value;
    weighted += (2 * (index + 1) - n - 1) * value;
  });
  return total > 0 ? weighted / (n * total) : null;
}

/** A point of a Lorenz curve: the poorest `share` of creators have together `got` of everything. Both 0 to 1. */
export interface LorenzPoint {
  share: number;
  got: number;
}

/** The Lorenz curve at `steps` equal steps from the poorest on, with both ends; empty where nothing was handed out. */
export function lorenzCurve(values: readonly number[], steps = 50): LorenzPoint[] {
  const sorted = [...values].sort((a, b) => a - b);
  const total = sumOf(sorted);
  if (!(total > 0)) return [];
  const sums = [0];
  for (const value of sorted) sums.push((sums.at(-1) ?? 0) + value);
  return Array.from({ length: steps + 1 }, (_, step) => {
    const place = (step / steps) * sorted.length;
    const below = Math.floor(place);
    const before = sums[below] ?? total;
    const after = sums[below + 1] ?? total;
    return { share: step / steps, got: (before + (place - below) * (after - before)) / total };
  });
}
