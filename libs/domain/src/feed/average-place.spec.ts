import {
  type BucketSums,
  bucketCounts,
  bucketsOf,
  evenPlaces,
  exposureAt,
  learnPlaceValues,
  type Place,
} from './average-place';

const place: Place = { placement: 'discovery', position: 3, match: 0.5, ageHours: 4 };

describe('the places where a note is shown', () => {
  it('are told apart by slot, reader and age', () => {
    expect(bucketsOf(place)).toEqual({ slot: 2, reader: 4, age: 2 });
    expect(bucketsOf({ ...place, placement: 'search', position: 1 }).slot).toBe(20);
    expect(bucketsOf({ ...place, position: 400, match: 1, ageHours: 5_000 })).toEqual({
      slot: 19,
      reader: 7,
      age: 7,
    });
    expect(bucketsOf({ ...place, match: 0, ageHours: 0 })).toEqual({ slot: 2, reader: 0, age: 0 });
  });

  it('are all worth one impression before anything is known of them', () => {
    expect(exposureAt(evenPlaces(), bucketsOf(place))).toBe(1);
    for (const [dimension, count] of Object.entries(bucketCounts))
      expect(evenPlaces()[dimension as keyof typeof bucketCounts]).toHaveLength(count);
  });

  it('are worth the product of what slot, reader and age are worth', () => {
    const factors = { ...evenPlaces(), slot: [1, 1, 0.5], reader: [1, 1, 1, 1, 2], age: [1, 1, 0.8] };
    expect(exposureAt(factors, bucketsOf(place))).toBeCloseTo(0.8, 9);
  });
});

describe('what a place is worth', () => {
  const seen = (...pairs: [opens: number, expected: number][]): BucketSums[] =>
    pairs.map(([opens, expected]) => ({ opens, expected }));

  it('is learnt from opens against the opens that were to be expected, and averages 1', () => {
    const factors = learnPlaceValues(seen([12_000, 10_000], [8_000, 10_000]));
    expect(factors[0]).toBeCloseTo(1.2, 2);
    expect(factors[1]).toBeCloseTo(0.8, 2);
    expect(((factors[0] as number) + (factors[1] as number)) / 2).toBeCloseTo(1, 9);
  });

  it('is believed little by little', () => {
    const few = learnPlaceValues(seen([10, 5], [10_000, 10_000]));
    expect(few[0]).toBeLessThan(1.1);
    expect(few[0]).toBeGreaterThan(1);
  });

  it('is no factor at all where nothing was seen, and never absurd', () => {
    expect(learnPlaceValues(seen([0, 0], [0, 0]))).toEqual([1, 1]);
    const [absurd] = learnPlaceValues(seen([100_000, 10], [10_000, 10_000]));
    expect(absurd).toBeLessThan(5.1);
  });

  it('tells a good slot from the good notes that stand in it', () => {
    // The first slot holds notes twice as good, and is itself worth 1.5: opens are 3 times the average, expected 2 times.
    const [first, second] = learnPlaceValues(seen([3_000, 2_000], [1_000, 1_000])) as [number, number];
    expect(first / second).toBeCloseTo(1.5, 1);
  });
});
