/** A stream of chance: uniform numbers from 0 to 1 and standard normal ones. */
export interface Chance {
  next(): number;
  normal(): number;
}

/** A gamma variable of this shape (at least 1) and scale 1. Source: Marsaglia and Tsang 2000. */
export function gammaDraw(chance: Chance, shape: number): number {
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const normal = chance.normal();
    const root = 1 + c * normal;
    if (root <= 0) continue;
    const v = root * root * root;
    if (Math.log(chance.next()) < 0.5 * normal * normal + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** A beta variable of two shapes of at least 1, as the share of one gamma in two. */
export function betaDraw(chance: Chance, a: number, b: number): number {
  const x = gammaDraw(chance, a);
  return x / (x + gammaDraw(chance, b));
}
