import { decileDeviate, gammaQuantile } from '../probability/gamma-quantile';
import { betaBelow } from '../probability/incomplete-beta';
import { gammaBelow } from '../probability/incomplete-gamma';
import { logGamma } from '../probability/log-gamma';

/** What a verdict believed about a note: its lift is gamma distributed with this shape and rate (see `estimateLift`). */
export interface LiftBelief {
  shape: number;
  rate: number;
}

/** A lift as a verdict states it: its mean and the edges of its 80 % interval. */
export interface StatedLift {
  lift: number;
  low: number;
  high: number;
}

const narrowest = 1e7;
/** Below this shape the lower edge is 0 and tells nothing more. */
const widest = 0.3;

/**
 * The belief behind a stated lift: the gamma distribution that has its mean, and its interval's ratio of edges. Read from
 * what was said and not from how it was worked out, so that verdicts of earlier versions of the engine are held to their
 * own words. The shape is found by bisection on its logarithm.
 */
export function beliefStated({ lift, low, high }: StatedLift): LiftBelief {
  let [least, most] = [Math.log(widest), Math.log(narrowest)];
  while (most - least > 1e-4) {
    const middle = (least + most) / 2;
    const shape = Math.exp(middle);
    if (gammaQuantile(shape, decileDeviate) * low > gammaQuantile(shape, -decileDeviate) * high)
      least = middle;
    else most = middle;
  }
  const shape = Math.exp((least + most) / 2);
  return { shape, rate: shape / lift };
}

/** What came after it. `expected` is what a note of lift 1 gets in the same impressions; values weighted alike. */
export interface LiftOutcome {
  expected: number;
  observed: number;
  /** Variance over mean of the observed given the lift; 1 for plain counts, `valueDispersion` for a value. */
  dispersion: number;
}

/**
 * The share of the forecast that lies below what happened, 0 to 1 (the probability integral transform).
 *
 * An interval that states 80 % holds exactly when this is between .1 and .9. The forecast is of what will be *seen* and
 * not of the true lift alone: given the lift the value is Poisson (after division by its dispersion), and over the
 * belief that makes it negative binomial. So the luck of the later draw is part of the forecast, and the coverage that
 * is counted can be compared with the one that was stated.
 *
 * Source: gamma-Poisson predictive distribution (Johnson, Kemp and Kotz, Univariate Discrete Distributions, 5.6); the
 * transform as in Dawid 1984 and Gneiting, Balabdaoui and Raftery 2007, taken half-way through the step of a count
 * (Czado, Gneiting and Held 2009). Throws where nothing was expected: there is nothing to compare.
 */
export function shareBelow(belief: LiftBelief, outcome: LiftOutcome): number {
  const { expected, observed, dispersion } = comparable(outcome);
  const trials = expected / dispersion;
  return betaBelow(belief.rate / (belief.rate + trials), belief.shape, observed / dispersion + 0.5);
}

/**
 * How far a forecast was from what happened, in lifts; smaller is better, and a forecast without spread scores its
 * distance. It rewards at once being near and being as certain as one may be.
 *
 * Source: continuous ranked probability score (Gneiting and Raftery 2007, section 4.2), in the closed form for a gamma
 * distribution (Scheuerer and Möller 2015). The predictive distribution of the lift that is seen is replaced by the
 * gamma of the same mean and variance, which is exact in both limits of a long and of no further run.
 */
export function crpsOfLift(belief: LiftBelief, outcome: LiftOutcome): number {
  const { expected, observed, dispersion } = comparable(outcome);
  const mean = belief.shape / belief.rate;
  const variance = mean / belief.rate + (mean * dispersion) / expected;
  return crpsOfGamma((mean * mean) / variance, variance / mean, observed / expected);
}

/** CRPS of a gamma variable of this shape and scale against the value that came. */
export function crpsOfGamma(shape: number, scale: number, value: number): number {
  const x = value / scale;
  const halfSpread = Math.exp(logGamma(shape + 0.5) - logGamma(shape)) / Math.sqrt(Math.PI);
  const near = x * (2 * gammaBelow(shape, x) - 1) - shape * (2 * gammaBelow(shape + 1, x) - 1);
  return scale * (near - halfSpread);
}

function comparable(outcome: LiftOutcome): LiftOutcome {
  if (!(outcome.expected > 0 && outcome.dispersion > 0)) {
    throw new RangeError(`Nothing was expected, so ${outcome.observed} cannot be compared`);
  }
  return outcome;
}
