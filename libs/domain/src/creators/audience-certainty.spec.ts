import * as fc from 'fast-check';
import { portraitMargin, roughMargin, shareRange } from './audience-certainty';

describe('the certainty of an audience portrait', () => {
  it.each([
    [100, 0.0962],
    [384, 0.0498],
    [10_000, 0.0098],
  ])('of %d followers is within %d, as tables of the score interval say', (sample, margin) => {
    expect(portraitMargin(sample)).toBeCloseTo(margin, 4);
  });

  it('is rough below some four hundred followers', () => {
    expect(portraitMargin(380)).toBeGreaterThan(roughMargin);
    expect(portraitMargin(384)).toBeLessThan(roughMargin);
  });

  it('holds the share itself, stays between 0 and 1, and is nowhere wider than at one half', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 1, max: 1e6 }),
        (share, n) => {
          const { low, high } = shareRange(share, n);
          expect(low).toBeLessThanOrEqual(share + 1e-12);
          expect(high).toBeGreaterThanOrEqual(share - 1e-12);
          expect(low).toBeGreaterThanOrEqual(0);
          expect(high).toBeLessThanOrEqual(1);
          expect((high - low) / 2).toBeLessThanOrEqual(portraitMargin(n) + 1e-12);
        },
      ),
    );
  });

  it('knows nothing when nobody was asked', () => {
    expect(shareRange(0, 0)).toEqual({ low: 0, high: 1 });
  });
});
