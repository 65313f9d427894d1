import { derivedFacts, type FactId } from './facts';

/**
 * A number as a source gave it: the truth lies within `half` of the value, or anywhere above when it is `atLeast`
 * (10万+). Never negative.
 */
export interface FactValue {
  value: number;
  half: number;
  atLeast: boolean;
  /** worked out from something else and not counted */
  estimated: boolean;
}

/** Facts of one row; null or absent is unknown, which is not zero. */
export type FactRow = Readonly<Partial<Record<FactId, FactValue | null>>>;

export const exactFact = (value: number): FactValue => ({ value, half: 0, atLeast: false, estimated: false });
/** A number that was rounded: 1.2万 is 12,000 give or take 500. */
export const roundedFact = (value: number, half: number): FactValue => ({ ...exactFact(value), half });
/** A number that is only known from below: 10万+. */
export const atLeastFact = (value: number): FactValue => ({ ...exactFact(value), atLeast: true });
export const estimatedFact = (value: number, half: number): FactValue => ({
  ...roundedFact(value, half),
  estimated: true,
});

/**
 * A count from a sample of the traffic, brought up to all of it, with the half width of its 95 % interval. `ratio` is the
 * part of the traffic that was sampled, above 0 and up to 1.
 *
 * Source: each of N is seen with probability `ratio` (Bernoulli sampling), so the seen count has the variance
 * N·ratio·(1 − ratio), and N is estimated by count / ratio.
 */
export function grossUpSampled(counted: number, ratio: number): FactValue {
  if (!(ratio > 0 && ratio <= 1)) throw new RangeError(`${ratio} is no sampling ratio`);
  if (ratio === 1) return exactFact(counted);
  return estimatedFact(counted / ratio, (1.959963984540054 * Math.sqrt(counted * (1 - ratio))) / ratio);
}

/** A fact of a row: as stated, or else as the sum of its parts when all of them are known. */
export function factOf(row: FactRow, id: FactId): FactValue | null {
  const stated = row[id];
  if (stated) return stated;
  const parts = Object.hasOwn(derivedFacts, id)
    ? derivedFacts[id as keyof typeof derivedFacts].map((part) => row[part] ?? null)
    : [];
  if (!parts.length) return null;
  let sum = exactFact(0);
  for (const part of parts) {
    if (!part) return null;
    sum = {
      value: sum.value + part.value,
      half: sum.half + part.half,
      atLeast: sum.atLeast || part.atLeast,
      estimated: sum.estimated || part.estimated,
    };
  }
  return sum;
}
