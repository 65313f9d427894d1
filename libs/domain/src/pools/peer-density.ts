import { gammaBelow } from '../probability/incomplete-gamma';
import { logGamma } from '../probability/log-gamma';

/**
 * How thick the peers stand at a true lift: the density of a gamma variable of this shape and mean 1.
 * Throws for a shape that is not above 0. Source: Johnson, Kotz and Balakrishnan, Continuous Univariate Distributions, 17.
 */
export function peerDensity(shape: number, lift: number): number {
  if (!(shape > 0 && shape < Infinity)) throw new RangeError(`A gamma distribution has no shape ${shape}`);
  if (lift <= 0) return 0;
  return Math.exp(shape * Math.log(shape) + (shape - 1) * Math.log(lift) - shape * lift - logGamma(shape));
}

/** The share of peers whose true lift is lower, 0 to 1, when they are spread with this shape. */
export function peersBelow(shape: number, lift: number): number {
  return gammaBelow(shape, shape * lift);
}
