import { medianOf } from '../../probability/means';

/** What is usual among peers: the middle, and how far they lie from it. */
export interface Norm {
  median: number;
  /** standard deviation of the bulk: 1.4826 x the median distance from the median */
  spread: number;
  count: number;
}

/** What makes the median distance of normal values their standard deviation. */
export const normConsistency = 1.4826;

/**
 * The norm of a group, which a few who cheat hardly move. Null for an empty group.
 *
 * Source: median absolute deviation, scaled to agree with the standard deviation of a normal one (Rousseeuw and Croux 1993).
 */
export function normOf(values: readonly number[]): Norm | null {
  if (values.length === 0) return null;
  const median = medianOf(values);
  return {
    median,
    spread: normConsistency * medianOf(values.map((value) => Math.abs(value - median))),
    count: values.length,
  };
}

/** Fewer peers than this make no norm. */
export const peersLeast = 30;
