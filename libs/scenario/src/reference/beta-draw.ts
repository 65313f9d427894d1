import type { OwnStream } from '@poolrise/domain';

/** A beta variable: two gammas by Marsaglia and Tsang 2000, which asks for shapes of at least 1. */
export function betaDraw(chance: OwnStream, a: number, b: number): number {
  const x = gammaDraw(chance, a);
  return x / (x + gammaDraw(chance, b));
}

export function gammaDraw(chance: OwnStream, shape: number): number {
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const normal = chance.normal();
    const v = (1 + c * normal) ** 3;
    if (v <= 0) continue;
    if (Math.log(chance.next()) < 0.5 * normal * normal + d - d * v + d * Math.log(v)) return d * v;
  }
}
