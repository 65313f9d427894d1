import { OwnStream } from '../simulation/own-stream';
import { betaDraw, gammaDraw } from './gamma-draw';
import { gammaBelow } from './incomplete-gamma';
import { betaBelow } from './incomplete-beta';

const count = 20_000;
/** A share of 20,000 draws is within this of its probability in all but one of a million runs. */
const far = 5 * Math.sqrt(0.25 / count);

const many = (draw: () => number) => Array.from({ length: count }, draw);
const mean = (values: number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
const shareBelow = (values: number[], x: number) => values.filter((one) => one < x).length / values.length;

describe('gammaDraw', () => {
  it.each([0.2, 0.7, 1, 3.5, 400])('has the mean, the variance and the quantiles of shape %p', (shape) => {
    const chance = new OwnStream(7, `gamma ${shape}`);
    const drawn = many(() => gammaDraw(chance, shape));
    const centre = mean(drawn);
    expect(Math.abs(centre - shape)).toBeLessThan(5 * Math.sqrt(shape / count));
    expect(mean(drawn.map((one) => (one - centre) ** 2)) / shape).toBeCloseTo(1, 0.9);
    for (const x of [0.3 * shape, shape, 1.2 * shape])
      expect(Math.abs(shareBelow(drawn, x) - gammaBelow(shape, x))).toBeLessThan(far);
  });

  it.each([0, -1, NaN, Infinity])('knows no shape %p', (shape) => {
    expect(() => gammaDraw(new OwnStream(1, 'none'), shape)).toThrow(RangeError);
  });
});

describe('betaDraw', () => {
  it.each([
    [0.5, 0.5],
    [4, 61],
    [240, 3_600],
    [3, 1],
  ])('falls as Beta(%p, %p) does', (a, b) => {
    const chance = new OwnStream(11, `beta ${a} ${b}`);
    const drawn = many(() => betaDraw(chance, a, b));
    const centre = a / (a + b);
    const spread = Math.sqrt((centre * (1 - centre)) / (a + b + 1));
    expect(Math.abs(mean(drawn) - centre)).toBeLessThan((5 * spread) / Math.sqrt(count));
    for (const x of [centre - spread, centre, centre + spread])
      expect(Math.abs(shareBelow(drawn, x) - betaBelow(x, a, b))).toBeLessThan(far);
  });
});
