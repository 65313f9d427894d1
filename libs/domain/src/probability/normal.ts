import { gammaAbove } from './incomplete-gamma';

/** The probability that a standard normal variable is below z. Source: DLMF 7.11.2, by the incomplete gamma function. */
export function normalBelow(z: number): number {
  const tail = gammaAbove(0.5, z ** 2 / 2) / 2;
  return z < 0 ? tail : 1 - tail;
}

/**
 * The value that a standard normal variable falls below with this probability; infinite at 0 and 1. By halving, to 1e-10.
 *
 * @throws RangeError for a probability outside 0 to 1
 */
export function normalQuantile(probability: number): number {
  if (!(probability >= 0 && probability <= 1)) throw new RangeError(`A probability of ${probability}`);
  if (probability === 0) return -Infinity;
  if (probability === 1) return Infinity;
  let [low, high] = [-39, 39];
  while (high - low > 1e-10) {
    const middle = (low + high) / 2;
    if (normalBelow(middle) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
