import { largeGammaAbove } from './large-gamma';
import { logGamma } from './log-gamma';

const precision = 1e-12;
const tiny = 1e-300;

/** Above this shape the formula is exact enough, and a verdict in a large pool stays as quick as in a small one. */
const loopLimit = 40;

/**
 * Q(shape, x): the probability that a gamma variable of this shape and scale 1 is above x.
 *
 * Source: the series of DLMF 8.11.4 for x < shape + 1 and the continued fraction of DLMF 8.9.2, evaluated by Lentz's
 * method as Thompson and Barnett changed it, for the rest. Both need in the order of sqrt(shape) terms near x = shape,
 * so that large shapes take the formula of `largeGammaAbove`; the seam is under 1e-6 high.
 * Throws for a shape that is not positive and finite, and when x is no number: the loops would not end.
 */
export function gammaAbove(shape: number, x: number): number {
  if (!(shape > 0 && shape < Infinity)) throw new RangeError(`A gamma distribution has no shape ${shape}`);
  if (Number.isNaN(x)) throw new RangeError('A gamma variable is compared with no number');
  if (x <= 0) return 1;
  if (x === Infinity) return 0;
  if (shape > loopLimit) return largeGammaAbove(shape, x);
  const front = Math.exp(shape * Math.log(x) - x - logGamma(shape));
  return x < shape + 1 ? Math.max(0, 1 - front * lowerSeries(shape, x)) : front * upperFraction(shape, x);
}

/** P(shape, x), the other side of `gammaAbove`. */
export function gammaBelow(shape: number, x: number): number {
  return 1 - gammaAbove(shape, x);
}

function lowerSeries(shape: number, x: number): number {
  let term = 1 / shape;
  let sum = term;
  for (let n = shape + 1; term > sum * precision; n++) {
    term *= x / n;
    sum += term;
  }
  return sum;
}

function upperFraction(shape: number, x: number): number {
  let b = x + 1 - shape;
  let c = 1 / tiny;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; ; n++) {
    const a = -n * (n - shape);
    b += 2;
    d = 1 / nonZero(a * d + b);
    c = nonZero(b + a / c);
    const step = d * c;
    fraction *= step;
    if (Math.abs(step - 1) < precision) return fraction;
  }
}

function nonZero(x: number): number {
  return Math.abs(x) < tiny ? tiny : x;
}
