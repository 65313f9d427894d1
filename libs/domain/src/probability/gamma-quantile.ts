/** The standard normal deviate with a tenth of the probability above it: the edges of an 80 % interval are at ±this. */
export const decileDeviate = 1.2815515655446004;

/**
 * The value below which a gamma variable of this shape and scale 1 falls with the probability that a standard normal
 * variable falls below `deviate`.
 *
 * Source: Wilson and Hilferty 1931 (the cube root of a gamma variable is nearly normal). At the deciles the error is
 * under 0.2 % from shape 3 on and 7 % at shape 1, which is far inside what an interval promises, and costs no loop.
 */
export function gammaQuantile(shape: number, deviate: number): number {
  const root = 1 - 1 / (9 * shape) + deviate / (3 * Math.sqrt(shape));
  return root > 0 ? shape * root * root * root : 0;
}
