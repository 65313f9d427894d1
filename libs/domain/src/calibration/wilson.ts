/** The standard normal deviate with 2.5 % of the probability above it: the edges of a 95 % interval are at ±this. */
export const confidenceDeviate = 1.959963984540054;

/** A share that was counted, with its interval. All of them 0 to 1. */
export interface CountedShare {
  trials: number;
  successes: number;
  /** Null where nothing was tried. */
  share: number | null;
  low: number;
  high: number;
}

/**
 * How often something happened, and between what the true share lies with 95 % confidence, or as `deviate` says.
 *
 * Source: the score interval of Wilson 1927, which stays inside 0 and 1 and is honest for small counts (Brown, Cai and
 * DasGupta 2001). Throws when more succeeded than was tried.
 */
export function countShare(successes: number, trials: number, deviate = confidenceDeviate): CountedShare {
  if (!(successes >= 0 && successes <= trials)) {
    throw new RangeError(`${successes} of ${trials} is no share`);
  }
  if (trials === 0) return { trials, successes, share: null, low: 0, high: 1 };
  const share = successes / trials;
  const square = deviate ** 2;
  const middle = (successes + square / 2) / (trials + square);
  const half = (deviate / (trials + square)) * Math.sqrt(trials * share * (1 - share) + square / 4);
  // Exactly the ends where nothing or everything succeeded: rounding must not stand in a comparison with 0 or 1, nor
  // lead beyond them.
  return {
    trials,
    successes,
    share,
    low: successes === 0 ? 0 : Math.max(0, middle - half),
    high: successes === trials ? 1 : Math.min(1, middle + half),
  };
}
