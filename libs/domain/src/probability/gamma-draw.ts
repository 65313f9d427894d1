/** A stream of chance: uniform numbers from 0 to 1 and standard normal ones. */
export interface Chance {
  next(): number;
  normal(): number;
}

/**
 * A gamma variable of this shape and scale 1. Below shape 1 it is one of a shape higher by one, times a power of a
 * uniform number.
 *
 * Source: Marsaglia and Tsang 2000, with their section 6 for small shapes. Throws unless the shape is positive and finite:
 * the loop would not end.
 */
export function gammaDraw(chance: Chance, shape: number): number {
  if (!(shape > 0 && shape < Infinity)) throw new RangeError(`A gamma variable has no shape ${shape}`);
  if (shape < 1) return gammaDraw(chance, shape + 1) * chance.next() ** (1 / shape);
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

/** A beta variable of two positive shapes, as the share of one gamma variable in two. */
export function betaDraw(chance: Chance, a: number, b: number): number {
  const x = gammaDraw(chance, a);
  return x / (x + gammaDraw(chance, b));
}
