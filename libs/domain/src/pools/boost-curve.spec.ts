import { behindCurve, boostA, boostB, boostFactor, coldStartQuota, deliveryCurve } from './boost-curve';
import { platformStated, textbook } from './presets';

/** All figures are the test vectors of domain notes 2.5. */
describe('the textbook formulas', () => {
  it.each([
    [0, 0, 2],
    [0.25, 0.1, 1.3969],
    [0.5, 0.2, 1.1359],
    [0.5, 0.9, 1],
    [1, 1, 1],
  ])('A boosts by age and exposure: (%p, %p) gives %p', (t, x, boost) => {
    expect(boostA(t, x, { alpha: 2, beta: 3, gamma: 3 })).toBeCloseTo(boost, 4);
  });

  it.each([
    [0, 0],
    [0.25, 0.5451],
    [0.5, 0.8161],
    [1, 1],
  ])('the delivery curve at %p is %p', (t, share) => {
    expect(deliveryCurve(t, 2)).toBeCloseTo(share, 4);
  });

  it.each([
    [0, 0, 1.3],
    [0.25, 0.1, 2.0288],
    [0.5, 0.2, 2.4071],
    [0.5, 0.9, 1.1953],
    [1, 1, 1.3],
  ])('B follows the curve: (%p, %p) gives %p', (t, x, boost) => {
    expect(boostB(t, x, { alpha: 1.3, theta: 2 })).toBeCloseTo(boost, 4);
  });
});

describe('the cold start of a policy', () => {
  const { coldStart } = platformStated;

  it('stops boosting a note that has had its quota or its day', () => {
    expect(boostFactor(coldStart, 0.25, 0.1)).toBeCloseTo(2.0288, 4);
    expect(boostFactor(coldStart, 0.25, 1)).toBe(1);
    expect(boostFactor(coldStart, 1, 0.3)).toBe(1);
    const formulaA = { ...coldStart, formula: 'A', alpha: 2, beta: 3, gamma: 3 } as const;
    expect(boostFactor(formulaA, 0.25, 0.1)).toBeCloseTo(1.3969, 4);
  });

  it('owes impressions while delivery is behind the curve, and still after the day', () => {
    expect(behindCurve(coldStart, 0.25, 0.5)).toBe(true);
    expect(behindCurve(coldStart, 0.25, 0.6)).toBe(false);
    expect(behindCurve(coldStart, 2, 0.99)).toBe(true);
    expect(behindCurve(coldStart, 2, 1)).toBe(false);
  });

  it('guarantees 100 impressions to everyone, and up to 500 under the textbook', () => {
    expect(coldStartQuota(platformStated, 1, 1)).toBe(100);
    expect(coldStartQuota(textbook, 0, 0)).toBe(100);
    expect(coldStartQuota(textbook, 0.5, 0.25)).toBe(250);
    expect(coldStartQuota(textbook, 1, 7)).toBe(500);
  });
});
