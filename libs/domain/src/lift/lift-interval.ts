import { anytimeInterval, logBetAgainst } from './anytime-interval';

/** Readers of one arm whose time is over, and those of them who did what is counted. */
export interface ArmCount {
  readers: number;
  successes: number;
}

/** Both arms at one look, from the first reader on. */
export interface ArmCounts {
  exposed: ArmCount;
  heldOut: ArmCount;
}

/** A figure with the interval that holds at all looks together. */
export interface LiftFigure {
  low: number;
  mid: number;
  high: number;
}

/**
 * How many times as often the exposed did it as the held-out, with an interval that holds at every look.
 *
 * Of those who did it, the exposed are a share of q = e R / (e R + h) where e and h are the shares of the arms and R is the ratio
 * sought. Without an effect q = e for each of them, whatever time of day it was and however much they differ, since arms were
 * drawn by lot: so no curve has to fit, and no number has to be large. `mid` is what was seen; it is null without anybody in one of the arms
 * or without anybody who did it in either. Infinity when none of the held-out did.
 * Source: Lindon and Malek, Anytime-valid inference for multinomial count data (NeurIPS 2022); the conditional test of two
 * rates is Przyborowski and Wilenski's (1940).
 */
export function liftRatio(
  counts: ArmCounts,
  { share, alpha }: { share: number; alpha: number },
): Omit<LiftFigure, 'mid'> & { mid: number | null } {
  const { exposed, heldOut } = counts;
  const odds = (1 - share) / share;
  const ratioOf = (chance: number) => (chance >= 1 ? Infinity : chance / (1 - chance) / odds);
  const { low, high } = anytimeInterval(exposed.successes, exposed.successes + heldOut.successes, alpha);
  return { low: ratioOf(low), mid: seenRatio(counts), high: ratioOf(high) };
}

function seenRatio({ exposed, heldOut }: ArmCounts): number | null {
  if (!exposed.readers || !heldOut.readers || !(exposed.successes + heldOut.successes)) return null;
  if (!heldOut.successes) return Infinity;
  return exposed.successes / exposed.readers / (heldOut.successes / heldOut.readers);
}

/**
 * Of the exposed who did it, the share who would not have without the boost: 1 - 1/R. Below zero when the boost kept readers from
 * it; never above 1. `-Infinity` for a ratio of 0.
 */
export const incrementalShare = (ratio: number): number => 1 - 1 / ratio;

/**
 * Whether the arms are as large as they were to be. Arms that are not were not drawn by lot, and then nothing that is compared
 * between them means anything. False alarms: 1 in 1,000 trials, however often one looks.
 */
export function armsAsDrawn({ exposed, heldOut }: ArmCounts, share: number): boolean {
  const all = exposed.readers + heldOut.readers;
  return logBetAgainst(share, heldOut.readers, all) < Math.log(1_000);
}
