const lanczos = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
] as const;
const halfLogTwoPi = 0.9189385332046727;

/**
 * ln of the gamma function for x > 0, to about 15 digits.
 *
 * Source: Lanczos' approximation, g = 7 with 9 terms (Lanczos 1964; the coefficients are Godfrey's, as widely printed);
 * above 15 Stirling's series (DLMF 5.11.1), which is faster and as exact there.
 */
export function logGamma(x: number): number {
  if (x > 15) {
    const inverse = 1 / x;
    const square = inverse * inverse;
    const tail =
      inverse * (1 / 12 - square * (1 / 360 - square * (1 / 1_260 - square * (1 / 1_680 - square / 1_188))));
    return (x - 0.5) * Math.log(x) - x + halfLogTwoPi + tail;
  }
  const z = x - 1;
  let sum: number = lanczos[0];
  for (let term = 1; term < lanczos.length; term++) sum += (lanczos[term] as number) / (z + term);
  const t = z + 7.5;
  return halfLogTwoPi + (z + 0.5) * Math.log(t) - t + Math.log(sum);
}
