import fc from 'fast-check';
import { gammaBelow } from '../probability/incomplete-gamma';
import { brierScore } from './brier';
import { checkLifts, driftOfLevels, type LiftPair } from './check-lifts';
import { coverageCurve, intervalHeld } from './coverage';
import { estimateLift } from '../pools/estimate-rate';
import { beliefStated, crpsOfGamma, shareBelow } from './predict-lift';
import { countShare } from './wilson';

describe('a counted share', () => {
  it('has the interval of Wilson', () => {
    // Newcombe 1998, table I: 81 of 263 and 15 of 148.
    expect(countShare(81, 263)).toMatchObject({
      low: expect.closeTo(0.2553, 4),
      high: expect.closeTo(0.3662, 4),
    });
    expect(countShare(15, 148)).toMatchObject({
      low: expect.closeTo(0.0624, 4),
      high: expect.closeTo(0.1605, 4),
    });
  });

  it('stays between 0 and 1, and says nothing of nothing', () => {
    expect(countShare(0, 20)).toMatchObject({ share: 0, low: 0 });
    expect(countShare(20, 20)).toMatchObject({ share: 1, high: 1 });
    expect(countShare(0, 0)).toEqual({ trials: 0, successes: 0, share: null, low: 0, high: 1 });
    expect(() => countShare(3, 2)).toThrow(RangeError);
  });
});

describe('the CRPS of a gamma forecast', () => {
  /** The definition itself: the integral of (F(t) - [t >= value])². */
  const integral = (shape: number, scale: number, value: number): number => {
    const step = scale * 0.002;
    let sum = 0;
    for (let t = step / 2; t < scale * (shape + 12 * Math.sqrt(shape) + 20) + value; t += step)
      sum += (gammaBelow(shape, t / scale) - Number(t >= value)) ** 2 * step;
    return sum;
  };

  it.each([
    [1, 1, 0.5],
    [3, 0.4, 1.2],
    [12, 0.1, 0.3],
    [30, 0.05, 2.2],
  ])('is the integral of its definition at shape %p, scale %p, value %p', (shape, scale, value) => {
    expect(crpsOfGamma(shape, scale, value)).toBeCloseTo(integral(shape, scale, value), 3);
  });

  it('is the distance where the forecast is certain', () => {
    expect(crpsOfGamma(4_000_000, 1 / 4_000_000, 1.5)).toBeCloseTo(0.5, 2);
  });
});

describe('the share of a forecast below what happened', () => {
  it('rises with what happened and is a probability', () => {
    const positive = fc.double({ min: 0.1, max: 2_000, noNaN: true });
    fc.assert(
      fc.property(positive, positive, positive, positive, (shape, rate, expected, observed) => {
        const below = shareBelow({ shape, rate }, { expected, observed, dispersion: 2 });
        expect(below).toBeGreaterThanOrEqual(0);
        expect(below).toBeLessThanOrEqual(1);
        expect(
          shareBelow({ shape, rate }, { expected, observed: observed * 1.2, dispersion: 2 }),
        ).toBeGreaterThanOrEqual(below - 1e-9);
      }),
    );
  });

  it('cannot be told where nothing was expected', () => {
    const outcome = { expected: 0, observed: 3, dispersion: 1 };
    expect(() => shareBelow({ shape: 2, rate: 2 }, outcome)).toThrow(RangeError);
  });
});

describe('the belief behind a stated lift', () => {
  it.each([
    [2, 3],
    [14, 20],
    [900, 700],
    [250_000, 200_000],
  ])('is found again from its interval at shape %p, rate %p', (shape, rate) => {
    const stated = estimateLift({
      observed: shape,
      expected: rate,
      priorExpected: 0,
      dispersion: 1,
      sample: 1,
    });
    const belief = beliefStated(stated);
    expect(belief.shape / shape).toBeCloseTo(1, 2);
    expect(belief.shape / belief.rate).toBeCloseTo(shape / rate, 6);
  });
});

describe('stated coverage', () => {
  it('holds between its tails', () => {
    expect([0.09, 0.1, 0.5, 0.9, 0.91].map((below) => intervalHeld(below))).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
  });

  it('lies on the diagonal for evenly spread outcomes', () => {
    const below = Array.from({ length: 1_000 }, (_, index) => (index + 0.5) / 1_000);
    for (const { stated, share } of coverageCurve(below)) expect(share).toBeCloseTo(stated, 2);
  });
});

describe('lifts held against the next pool', () => {
  /** Stated from a thousand expected opens, so that the interval is narrow. */
  const pair = (lift: number, nextLift: number): LiftPair => ({
    level: 0,
    stated: estimateLift({
      observed: lift * 1_000,
      expected: 1_000,
      priorExpected: 1,
      dispersion: 1,
      sample: 1_000,
    }),
    priorShape: 1,
    next: { observed: nextLift * 500, expected: 500, dispersion: 1 },
  });

  it('takes out what the wider pool does to all notes alike, and says how much that was', () => {
    const pairs = [pair(2, 1.6), pair(1.5, 1.2)];
    expect(driftOfLevels(pairs)).toEqual([{ level: 0, drift: expect.closeTo(0.8, 2) }]);
    for (const { below } of checkLifts(pairs)) expect(Math.abs(below - 0.5)).toBeLessThan(0.1);
  });

  it('finds out a note that fell behind its forecast, and scores it worse than one that kept it', () => {
    const kept = Array.from({ length: 20 }, () => pair(2, 2));
    const checked = checkLifts([...kept, pair(2, 1)]);
    expect(checked.at(-1)?.below).toBeLessThan(0.01);
    expect(checked.at(-1)?.crps).toBeGreaterThan(5 * (checked[0]?.crps ?? 0));
  });

  it('leaves out pairs in which nothing was expected', () => {
    expect(checkLifts([{ ...pair(1, 1), next: { observed: 0, expected: 0, dispersion: 1 } }])).toEqual([]);
  });
});

describe('the Brier score', () => {
  const said = (chance: number, ...outcomes: boolean[]) => outcomes.map((happened) => ({ chance, happened }));

  it('is 0 for who is always right and certain, .25 for a coin', () => {
    expect(brierScore([...said(1, true), ...said(0, false)]).score).toBe(0);
    expect(brierScore(said(0.5, true, false, false)).score).toBe(0.25);
    expect(brierScore([]).score).toBeNull();
  });

  it('is reliability less resolution plus uncertainty', () => {
    const score = brierScore([
      ...said(0.8, true, true, false),
      ...said(0.2, false, false, true),
      ...said(0.45, true, false),
    ]);
    expect(score.reliability - score.resolution + score.uncertainty).toBeCloseTo(score.score ?? NaN, 12);
    expect(score.bins[8]).toMatchObject({ from: 0.8, stated: expect.closeTo(0.8), trials: 3, successes: 2 });
    expect(score.bins[0]).toMatchObject({ stated: null, trials: 0, share: null });
  });

  it('has no chance outside 0 to 1', () => {
    for (const chance of [-0.1, 1.1, Number.NaN])
      expect(() => brierScore(said(chance, true))).toThrow(RangeError);
  });
});
