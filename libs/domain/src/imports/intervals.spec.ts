import fc from 'fast-check';
import { addFigures, divideFigures, intervalOf, intervalsMeet, samplingHalfWidth } from './intervals';
import { type ReportedFigure, exactly } from './reading';

const rounded = (value: number, halfWidth: number): ReportedFigure => ({
  precision: 'rounded',
  value,
  halfWidth,
});
const atLeast = (value: number): ReportedFigure => ({ precision: 'at-least', value });

describe('rates of what files say', () => {
  it('are numbers where both counts are exact', () => {
    expect(divideFigures(exactly(248), exactly(2_269))).toEqual({
      value: 248 / 2_269,
      low: 248 / 2_269,
      high: 248 / 2_269,
    });
  });

  it('are intervals where a count was rounded', () => {
    expect(divideFigures(exactly(600), rounded(12_000, 500))).toEqual({
      value: 0.05,
      low: 600 / 12_500,
      high: 600 / 11_500,
    });
  });

  it('are open on one side where a count is a lower bound', () => {
    expect(divideFigures(atLeast(10), exactly(100))).toEqual({ value: null, low: 0.1, high: null });
    expect(divideFigures(exactly(10), atLeast(100))).toEqual({ value: null, low: 0, high: 0.1 });
  });

  it('do not exist over nothing', () => {
    expect(divideFigures(exactly(1), exactly(0))).toBeNull();
    expect(divideFigures(exactly(1), rounded(5, 5))).toEqual({ value: 0.2, low: 0.1, high: null });
  });

  it('hold the truth, wherever it lies in the counts', () => {
    const count = fc.record({
      truth: fc.integer({ min: 1, max: 1e6 }),
      place: fc.constantFrom(1, 10, 100, 1_000),
    });
    const seen = ({ truth, place }: { truth: number; place: number }) =>
      place === 1 ? exactly(truth) : rounded(Math.round(truth / place) * place, place / 2);
    fc.assert(
      fc.property(count, count, (part, whole) => {
        const rate = divideFigures(seen(part), seen(whole));
        if (!rate) return;
        const truth = part.truth / whole.truth;
        expect(truth).toBeGreaterThanOrEqual(rate.low * (1 - 1e-12));
        expect(truth).toBeLessThanOrEqual((rate.high ?? Infinity) * (1 + 1e-12));
      }),
    );
  });
});

describe('sums of what files say', () => {
  it('are as exact as the least exact of them', () => {
    expect(addFigures([exactly(1), exactly(2)])).toEqual(exactly(3));
    expect(addFigures([exactly(1), rounded(12_000, 500)])).toEqual(rounded(12_001, 500));
    expect(addFigures([atLeast(10), rounded(12_000, 500)])).toEqual(atLeast(11_510));
    expect(intervalOf(rounded(3, 5))).toEqual({ low: 0, high: 8 });
  });

  it('meet or do not', () => {
    expect(intervalsMeet({ low: 0, high: 1 }, { low: 1, high: 2 })).toBe(true);
    expect(intervalsMeet({ low: 0, high: 1 }, { low: 1.1, high: null })).toBe(false);
  });
});

it('a sample of the vendor widens a share', () => {
  expect(samplingHalfWidth(0.5, 10_000, 0.01)).toBeCloseTo(0.098, 3);
  expect(samplingHalfWidth(0.5, 10_000, 1)).toBeCloseTo(0.0098, 4);
  expect(samplingHalfWidth(0.5, 0, 1)).toBeNull();
});
