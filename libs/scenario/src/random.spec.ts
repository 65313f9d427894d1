import { fractionOf, RandomStream } from './random';

describe('a random stream', () => {
  const drawn = (stream: RandomStream, count = 20) => Array.from({ length: count }, () => stream.next());
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

  it('gives the same numbers for the same seed and name, and others for another', () => {
    expect(drawn(new RandomStream('seed', 'feed'))).toEqual(drawn(new RandomStream('seed', 'feed')));
    expect(drawn(new RandomStream('seed', 'feed'))).not.toEqual(drawn(new RandomStream('seed', 'readers')));
    expect(drawn(new RandomStream('seed', 'feed'))).not.toEqual(drawn(new RandomStream('other', 'feed')));
    expect(drawn(new RandomStream('a', 'bc'))).not.toEqual(drawn(new RandomStream('ab', 'c')));
  });

  it('is uniform enough to be trusted', () => {
    const values = drawn(new RandomStream('seed', 'uniform'), 20_000);
    expect(mean(values)).toBeCloseTo(0.5, 1);
    for (let tenth = 0; tenth < 10; tenth++) {
      const share = values.filter((value) => Math.floor(value * 10) === tenth).length / values.length;
      expect(Math.abs(share - 0.1)).toBeLessThan(0.01);
    }
  });

  it.each([
    [5, 0.3],
    [400, 0.02],
    [400, 0.6],
    [100_000, 0.09],
    [3, 1],
    [7, 0],
  ])('draws %i trials at %d with the right mean and never beyond the trials', (trials, probability) => {
    const random = new RandomStream('seed', 'binomial', trials, probability);
    const counts = Array.from({ length: 2_000 }, () => random.binomial(trials, probability));
    const deviation = Math.sqrt((trials * probability * (1 - probability)) / counts.length);
    expect(Math.abs(mean(counts) - trials * probability)).toBeLessThanOrEqual(5 * deviation);
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...counts)).toBeLessThanOrEqual(trials);
  });

  it.each([0.2, 3, 39, 41, 500])('draws Poisson counts with mean %d', (expected) => {
    const random = new RandomStream('seed', 'poisson', expected);
    const counts = Array.from({ length: 2_000 }, () => random.poisson(expected));
    expect(Math.abs(mean(counts) - expected)).toBeLessThan(5 * Math.sqrt(expected / counts.length));
  });

  it('weighs what it picks', () => {
    const random = new RandomStream('seed', 'weighted');
    const picked = Array.from({ length: 4_000 }, () =>
      random.weighted([
        ['rare', 1],
        ['common', 3],
        ['never', 0],
      ]),
    );
    expect(picked.filter((item) => item === 'rare').length / picked.length).toBeCloseTo(0.25, 1);
    expect(picked).not.toContain('never');
  });

  it('samples without repeating', () => {
    const sample = new RandomStream('seed', 'sample').sample([1, 2, 3, 4, 5], 4);
    expect(new Set(sample).size).toBe(4);
    expect(new RandomStream('seed', 'sample').sample([1, 2], 9).sort()).toEqual([1, 2]);
  });

  it('makes well-formed ids that differ', () => {
    const random = new RandomStream('seed', 'ids');
    const ids = Array.from({ length: 1_000 }, () => random.uuid());
    expect(new Set(ids).size).toBe(1_000);
    for (const id of ids)
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('gives a text one fraction for ever', () => {
    expect(fractionOf('冷泡茶')).toBe(fractionOf('冷泡茶'));
    expect(fractionOf('冷泡茶')).not.toBe(fractionOf('冷泡'));
  });
});
