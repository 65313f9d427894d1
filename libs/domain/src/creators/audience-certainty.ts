import { countShare } from '../calibration/wilson';

/** From this half-width on, 5 of 100, a portrait is a rough one: neighbouring bands can no longer be told apart. */
export const roughMargin = 0.05;

/** Between what a share of all followers lies. All of them 0 to 1. */
export interface ShareRange {
  low: number;
  high: number;
}

/**
 * Between what the share of a band among all followers lies with 95 % confidence, when `share` of `sample` asked
 * followers stood in it.
 *
 * Source: the score interval of Wilson 1927, see calibration/wilson.ts. It takes the sample for a random one; the
 * platform does not say how it asks, so the true uncertainty is rather larger. Throws for a share outside 0 to 1.
 */
export function shareRange(share: number, sample: number): ShareRange {
  const { low, high } = countShare(share * sample, sample);
  return { low, high };
}

/**
 * The half-width of the widest 95 % interval that a portrait of so many followers can have, which is that of a share of
 * one half. 0 to 1.
 */
export function portraitMargin(sample: number): number {
  const { low, high } = shareRange(0.5, sample);
  return (high - low) / 2;
}
