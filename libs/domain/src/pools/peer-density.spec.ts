import { gammaBelow } from '../probability/incomplete-gamma';
import { peerDensity } from './peer-density';

describe('the density of the peers’ lifts', () => {
  it.each([0.8, 3, 40])('is what the share of peers below grows by (shape %s)', (shape) => {
    for (const lift of [0.3, 1, 1.9]) {
      const step = 1e-5;
      const growth =
        (gammaBelow(shape, shape * (lift + step)) - gammaBelow(shape, shape * (lift - step))) / (2 * step);
      expect(peerDensity(shape, lift)).toBeCloseTo(growth, 5);
    }
  });

  it('is nothing at no lift at all, and knows no shape of 0', () => {
    expect(peerDensity(3, 0)).toBe(0);
    expect(() => peerDensity(0, 1)).toThrow(RangeError);
  });
});
