import type { RandomStream } from '../../random';

/** A gamma variable of this shape (at least 1) and scale 1. Source: Marsaglia and Tsang 2000. */
export function gammaDraw(random: RandomStream, shape: number): number {
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = random.normal();
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - random.next()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}
