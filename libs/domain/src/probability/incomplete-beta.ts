import { logGamma } from './log-gamma';

const precision = 1e-12;
const tiny = 1e-300;

/**
 * I_x(a, b): the probability that a beta variable is below x.
 *
 * Source: the continued fraction of DLMF 8.17.22, evaluated by Lentz's method, on the side of the mean where it
 * converges quickly (DLMF 8.17.4 for the other one). Throws unless a and b are
 * positive and finite and x is a number: the loop would not end.
 */
export function betaBelow(x: number, a: number, b: number): number {
  if (!(a > 0 && b > 0 && a + b < Infinity)) {
    throw new RangeError(`A beta distribution has no parameters ${a} and ${b}`);
  }
  if (Number.isNaN(x)) throw new RangeError('A beta variable is compared with no number');
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
  if (x < (a + 1) / (a + b + 2)) return (front * fraction(x, a, b)) / a;
  return 1 - (front * fraction(1 - x, b, a)) / b;
}

function fraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / nonZero(1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1; ; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / nonZero(1 + even * d);
    c = nonZero(1 + even / c);
    value *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / nonZero(1 + odd * d);
    c = nonZero(1 + odd / c);
    const step = d * c;
    value *= step;
    if (Math.abs(step - 1) < precision) return value;
  }
}

function nonZero(x: number): number {
  return Math.abs(x) < tiny ? tiny : x;
}
