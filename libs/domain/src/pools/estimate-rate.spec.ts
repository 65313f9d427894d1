import fc from 'fast-check';
import { noCounts } from '../metrics/engagement';
import { countsOf } from './a-run';
import {
  estimateContent,
  estimateHook,
  estimateLift,
  estimateValue,
  probabilityAbove,
  shareOfPeersBelow,
  shrunkRate,
} from './estimate-rate';
import { priorPeers } from './peers';
import { folkCes, platformStated } from './presets';

const peers = priorPeers(platformStated, 'food');
const { weights } = platformStated;

describe('rates with a Beta prior', () => {
  it('shrinks a small sample more than a large one (domain notes 2.5)', () => {
    expect(shrunkRate(36, 300, 0.08, 400)).toBeCloseTo(0.09714, 5);
    expect(shrunkRate(360, 3_000, 0.08, 400)).toBeCloseTo(0.11529, 5);
  });

  it.each([
    [36, 0.944],
    [30, 0.785],
    [24, 0.484],
    [15, 0.092],
  ])('%p opens in 300 are above 8 %% with probability %p (domain notes 2.5)', (opens, probability) => {
    expect(Math.abs(probabilityAbove(0.08, opens, 300, 0.08, 400) - probability)).toBeLessThan(0.002);
  });
});

describe('the lift over peers', () => {
  it('is 1 for a note nobody has seen, as wide as notes differ', () => {
    const unseen = estimateValue(noCounts(), peers, weights);
    expect(unseen.lift).toBe(1);
    expect(unseen.low).toBeLessThan(0.6);
    expect(unseen.high).toBeGreaterThan(1.4);
    expect(unseen.probabilityAbove).toBeGreaterThan(0.35);
  });

  it('comes closer to what is seen, and surer, with more impressions', () => {
    const few = estimateValue(countsOf(200, 1.5), peers, weights);
    const many = estimateValue(countsOf(20_000, 1.5), peers, weights);
    expect(few.lift).toBeGreaterThan(1);
    expect(few.lift).toBeLessThan(many.lift);
    expect(many.lift).toBeCloseTo(1.5, 1);
    expect(many.high - many.low).toBeLessThan((few.high - few.low) / 5);
    expect(many.probabilityAbove).toBeGreaterThan(0.9999);
  });

  it('tells a cover that works from a text that does not hold', () => {
    const bait = { ...noCounts(), impressions: 4_000, clicks: 700, likes: 8, collects: 4, comments: 1 };
    const hook = estimateHook(bait, peers, weights);
    const content = estimateContent(bait, peers, weights);
    expect(hook.observed).toBe(700);
    expect(hook.expected).toBe(380);
    expect(hook.low).toBeGreaterThan(1.5);
    expect(content.high).toBeLessThan(0.5);
    expect(content.sample).toBe(700);
  });

  it('is not swung by one follow, which is worth sixteen opens', () => {
    const one = { ...countsOf(200, 1), follows: 1 };
    const none = { ...countsOf(200, 1), follows: 0 };
    const rise = estimateValue(one, peers, weights).lift - estimateValue(none, peers, weights).lift;
    expect(rise).toBeLessThan(0.4);
    expect(rise).toBeGreaterThan(0);
  });

  it('has content to speak of even where opens have no weight', () => {
    const folkPeers = priorPeers(folkCes, 'food');
    const content = estimateContent(countsOf(5_000, 1), folkPeers, folkCes.weights);
    expect(content.lift).toBeCloseTo(1, 1);
  });

  it('never leaves its interval, and the interval holds four fifths', () => {
    const ask = fc.record({
      observed: fc.nat(5_000),
      expected: fc.double({ min: 0, max: 5_000, noNaN: true }),
      priorExpected: fc.double({ min: 3, max: 100, noNaN: true }),
      dispersion: fc.double({ min: 0.5, max: 1, noNaN: true }),
      sample: fc.constant(1),
    });
    fc.assert(
      fc.property(ask, (given) => {
        const { lift, low, high } = estimateLift(given);
        expect(low).toBeLessThan(lift);
        expect(high).toBeGreaterThan(lift);
        expect(estimateLift({ ...given, bar: low }).probabilityAbove).toBeCloseTo(0.9, 2);
        expect(estimateLift({ ...given, bar: high }).probabilityAbove).toBeCloseTo(0.1, 2);
      }),
    );
  });

  it('places a lift among the peers', () => {
    expect(shareOfPeersBelow(1, peers, weights)).toBeGreaterThan(0.5);
    expect(shareOfPeersBelow(1, peers, weights)).toBeLessThan(0.6);
    expect(shareOfPeersBelow(2, peers, weights)).toBeGreaterThan(0.95);
    expect(shareOfPeersBelow(0, peers, weights)).toBe(0);
  });
});
