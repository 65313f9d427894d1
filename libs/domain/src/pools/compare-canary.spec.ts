import { engagedRate, findingOf, type SideSums } from './compare-canary';

/** Notes of a thousand impressions each with these engagements. */
const sumsOf = (engaged: number[]): SideSums => ({
  notes: engaged.length,
  impressions: engaged.length * 1000,
  engaged: engaged.reduce((all, one) => all + one, 0),
  engagedSquared: engaged.reduce((all, one) => all + one * one, 0),
  engagedImpressions: engaged.reduce((all, one) => all + one * 1000, 0),
  impressionsSquared: engaged.length * 1e6,
});
const notes = (count: number, low: number, high: number) =>
  sumsOf(Array.from({ length: count }, (_, n) => (n % 2 ? low : high)));

describe('the guard of a canary', () => {
  it('gives the rate with the interval of notes that differ', () => {
    // Mean 30 per thousand, deviation 10 over 100 notes: the error of the mean is 10 ÷ √99.
    const found = engagedRate(notes(100, 20, 40));
    expect(found?.rate).toBeCloseTo(0.03, 12);
    expect(found?.high).toBeCloseTo(0.03 + (1.96 * 10) / Math.sqrt(99) / 1000, 9);
  });

  it('says nothing about a handful of notes', () => {
    expect(engagedRate(notes(19, 20, 40))).toBeNull();
    expect(findingOf(null, engagedRate(notes(100, 20, 40)))).toBe('too-early');
  });

  it.each([
    [notes(100, 22, 42), 'too-early'],
    [notes(400, 40, 60), 'better'],
    [notes(400, 5, 10), 'worse'],
  ] as const)('speaks only when the intervals part', (canary, finding) => {
    expect(findingOf(engagedRate(canary), engagedRate(notes(400, 20, 40)))).toBe(finding);
  });
});
