import fc from 'fast-check';
import { gammaQuantile, decileDeviate } from './gamma-quantile';
import { betaBelow } from './incomplete-beta';
import { gammaAbove, gammaBelow } from './incomplete-gamma';
import { largeGammaAbove } from './large-gamma';
import { logGamma } from './log-gamma';

const shapes = fc.double({ min: 0.05, max: 5_000, noNaN: true });
const shares = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });

describe('logGamma', () => {
  it.each([
    [1, 0],
    [2, 0],
    [0.5, Math.log(Math.PI) / 2],
    [5, Math.log(24)],
    [11, Math.log(3_628_800)],
    [21, Math.log(2_432_902_008_176_640_000)],
  ])('knows the factorials and the root of pi at %p', (x, expected) => {
    expect(logGamma(x)).toBeCloseTo(expected, 12);
  });

  it('meets the recurrence across the seam between its two formulas', () => {
    for (let x = 13.5; x < 17; x += 0.25) expect(logGamma(x + 1) - logGamma(x)).toBeCloseTo(Math.log(x), 12);
  });
});

describe('gammaAbove', () => {
  it.each([1, 2, 5, 20])('is the tail of a Poisson sum at whole shape %p', (shape) => {
    for (const x of [0.1, 1, 4, 19, 40]) {
      let term = Math.exp(-x);
      let poisson = 0;
      for (let k = 0; k < shape; k++) {
        poisson += term;
        term *= x / (k + 1);
      }
      expect(gammaAbove(shape, x)).toBeCloseTo(poisson, 10);
    }
  });

  it.each([
    [0.5, 2, 0.04550026389635842], // two-sided normal tail at 2
    [100, 130, 0.0027504083675],
    [1_000_000, 1_000_000, 0.4998670192],
  ])('Q(%p, %p) is %p', (shape, x, expected) => {
    expect(Math.abs(gammaAbove(shape, x) - expected)).toBeLessThan(3e-7);
  });

  it('hardly notices where the loop hands over to the formula', () => {
    for (let x = 15; x < 80; x += 0.5) {
      expect(Math.abs(largeGammaAbove(40, x) - gammaAbove(40, x))).toBeLessThan(1e-6);
    }
  });

  it('is a probability, falls with x and rises with the shape', () => {
    fc.assert(
      fc.property(shapes, fc.double({ min: 0, max: 6_000, noNaN: true }), (shape, x) => {
        const above = gammaAbove(shape, x);
        expect(above).toBeGreaterThanOrEqual(0);
        expect(above).toBeLessThanOrEqual(1);
        expect(gammaAbove(shape, x * 1.1 + 0.1)).toBeLessThanOrEqual(above + 1e-6);
        expect(gammaAbove(shape * 1.1, x)).toBeGreaterThanOrEqual(above - 1e-6);
        expect(above + gammaBelow(shape, x)).toBeCloseTo(1, 12);
      }),
    );
  });

  it('has no answer for a shape that is none', () => {
    for (const shape of [0, -1, Infinity, Number.NaN]) expect(() => gammaAbove(shape, 1)).toThrow(RangeError);
    expect(() => gammaAbove(2, Number.NaN)).toThrow(RangeError);
  });
});

describe('betaBelow', () => {
  it.each([
    [0.5, 1, 1, 0.5],
    [0.3, 2, 1, 0.09],
    [0.3, 1, 2, 1 - 0.49],
    [0.25, 2, 3, 0.26171875],
  ])('I_%p(%p, %p) is %p', (x, a, b, expected) => {
    expect(betaBelow(x, a, b)).toBeCloseTo(expected, 12);
  });

  it('is the same seen from the other side', () => {
    fc.assert(
      fc.property(shares, shapes, shapes, (x, a, b) => {
        expect(betaBelow(x, a, b) + betaBelow(1 - x, b, a)).toBeCloseTo(1, 8);
      }),
    );
  });
});

describe('betaBelow, asked nonsense', () => {
  it('throws instead of looking for an answer for ever', () => {
    expect(() => betaBelow(Number.NaN, 2, 2)).toThrow(RangeError);
    expect(() => betaBelow(0.5, 0, 2)).toThrow(RangeError);
    expect(() => betaBelow(0.5, 2, Infinity)).toThrow(RangeError);
  });
});

describe('gammaQuantile', () => {
  it.each([3, 8, 40, 900])('leaves a tenth on each side at shape %p', (shape) => {
    expect(gammaBelow(shape, gammaQuantile(shape, -decileDeviate))).toBeCloseTo(0.1, 2);
    expect(gammaAbove(shape, gammaQuantile(shape, decileDeviate))).toBeCloseTo(0.1, 2);
  });
});
