/** Waits between impressions of one reader, in ms: how many, their sum and the sum of their squares. */
export interface EvenWaits {
  count: number;
  sum: number;
  squares: number;
  /** when the last impression happened, in ms since 1970; null before the first */
  last: number | null;
}

/** Waits below which evenness says nothing. */
export const waitsMin = 30;
/**
 * The least spread (standard deviation over mean) that people show. Theirs is about 1 and more, since they come in bursts
 * (Barabási, Nature 435, 2005); that thirty waits of a spread of 0.25 look like 0.05 has a chance below 10⁻¹².
 */
export const waitsSpreadMin = 0.05;
/** A longer pause is a break and not a wait. */
const pauseMsMin = 60_000;

export const noWaits = (): EvenWaits => ({ count: 0, sum: 0, squares: 0, last: null });

/**
 * The waits with one more impression. Impressions at one instant are one screen. Clocks that tell whole seconds make even
 * waits of uneven ones, so a wait between two whole seconds is left out.
 */
export function addWait(waits: EvenWaits, at: number): EvenWaits {
  const { last } = waits;
  if (last === null || at > last + pauseMsMin) return { ...waits, last: at };
  const wait = at - last;
  if (wait <= 0) return waits;
  if (at % 1000 === 0 && last % 1000 === 0) return { ...waits, last: at };
  return { count: waits.count + 1, sum: waits.sum + wait, squares: waits.squares + wait * wait, last: at };
}

/** Standard deviation of the waits over their mean; Infinity without any. */
export function waitsSpread({ count, sum, squares }: EvenWaits): number {
  if (count === 0) return Infinity;
  const mean = sum / count;
  return Math.sqrt(Math.max(0, squares / count - mean * mean)) / mean;
}
