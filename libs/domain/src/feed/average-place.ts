import type { Placement } from './feed-candidate';

/** Where, before whom and when a note is shown. */
export interface Place {
  placement: Placement;
  /** 1 for the first slot of the page. */
  position: number;
  /** How well the note fits the reader, 0 to 1, as `readerMatcher` says. */
  match: number;
  /** Hours since the note was published. */
  ageHours: number;
}

/** What places differ in. Each has its own buckets, and a factor for each bucket. */
export const placeDimensions = ['slot', 'reader', 'age'] as const;
export type PlaceDimension = (typeof placeDimensions)[number];

/** Bucket by dimension: small whole numbers that travel with the impression. */
export type PlaceBuckets = Readonly<Record<PlaceDimension, number>>;

/** Opens of a bucket, and the opens to be expected there by everything but the bucket itself. */
export interface BucketSums {
  opens: number;
  expected: number;
}

/** The factor of every bucket: 1 where notes are opened as often as on average. */
export type PlaceValues = Readonly<Record<PlaceDimension, readonly number[]>>;

const slotsApart = 20;
const agesUpTo = [1, 3, 6, 12, 24, 48, 96];
const matchSteps = 8;
/** Expected opens that a bucket must have seen to be believed by half [P]. */
const believedByHalf = 50;
/** A factor stays within these: one odd hour must not turn a yardstick over. */
const factorRange = [0.2, 5] as const;

export const bucketCounts: Readonly<Record<PlaceDimension, number>> = {
  slot: 2 * slotsApart,
  reader: matchSteps,
  age: agesUpTo.length + 1,
};

/** The buckets of a place; positions beyond the twentieth are one. */
export function bucketsOf({ placement, position, match, ageHours }: Place): PlaceBuckets {
  const age = agesUpTo.findIndex((hours) => ageHours < hours);
  return {
    slot: slotBucket(placement, position),
    reader: Math.min(matchSteps - 1, Math.max(0, Math.floor(match * matchSteps))),
    age: age < 0 ? agesUpTo.length : age,
  };
}

/** The bucket of a slot: search pages are read otherwise than discovery. */
export function slotBucket(placement: Placement, position: number): number {
  const slot = Math.min(slotsApart, Math.max(1, position)) - 1;
  return placement === 'search' ? slotsApart + slot : slot;
}

/** All places alike: what is assumed before anything has been seen. */
export function evenPlaces(): PlaceValues {
  const ones = (dimension: PlaceDimension): number[] => Array<number>(bucketCounts[dimension]).fill(1);
  return { slot: ones('slot'), reader: ones('reader'), age: ones('age') };
}

/**
 * Impressions in units of an average place that one impression there is worth: the product of its buckets' factors.
 * Twenty opens in places worth a hundred are as many as twenty in a hundred average impressions.
 */
export function exposureAt(factors: PlaceValues, buckets: PlaceBuckets): number {
  let exposure = 1;
  for (const dimension of placeDimensions) exposure *= factors[dimension][buckets[dimension]] ?? 1;
  return exposure;
}

/**
 * The factors of one dimension from what was seen: opens over the opens expected by the note and by the other
 * dimensions, shrunk towards 1, then scaled so that the average impression keeps the exposure 1.
 *
 * Taking the note and the other dimensions into the expectation tells a good slot from the good notes that stand in it.
 * Source: position bias as a factor (Richardson et al. 2007), estimated by the ratio of observed to expected.
 */
export function learnPlaceValues(sums: readonly BucketSums[]): number[] {
  const [least, most] = factorRange;
  const raw = sums.map(({ opens, expected }) =>
    Math.min(most, Math.max(least, (opens + believedByHalf) / (expected + believedByHalf))),
  );
  const expected = sums.reduce((all, bucket) => all + bucket.expected, 0);
  if (expected <= 0) return raw;
  const mean = raw.reduce((all, factor, at) => all + factor * ((sums[at]?.expected ?? 0) / expected), 0);
  return raw.map((factor) => factor / mean);
}
