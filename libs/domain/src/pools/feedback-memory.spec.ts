import fc from 'fast-check';
import { countsOf } from './a-run';
import { rateAgainstPeers } from './estimate-rate';
import { type ClosedLevel, feedbackMemory, rateRemembering } from './feedback-memory';
import { priorPeers } from './peers';
import { platformStated } from './presets';

const prior = { mean: 1, weight: 4 };

describe('the memory of closed levels', () => {
  it('is the prior of new notes for a note that has closed none', () => {
    expect(feedbackMemory([], 0, prior)).toEqual(prior);
    expect(feedbackMemory([{ level: 2, clicks: 90, expectedClicks: 30 }], 2, prior)).toEqual(prior);
  });

  it('counts the level just below by half and the one before by a quarter', () => {
    const closed = [
      { level: 0, clicks: 16, expectedClicks: 8 },
      { level: 1, clicks: 10, expectedClicks: 20 },
    ];
    // (4 x 1 + 16 / 4 + 10 / 2) / (4 + 8 / 4 + 20 / 2)
    expect(feedbackMemory(closed, 2, prior)).toEqual({ mean: 13 / 16, weight: 16 });
  });

  it('drags down what comes after impressions on readers whom the note does not suit', () => {
    const suited = { level: 0, clicks: 30, expectedClicks: 20 };
    const overServed = { level: 0, clicks: 34, expectedClicks: 60 };
    expect(feedbackMemory([suited], 1, prior).mean).toBeGreaterThan(1.3);
    expect(feedbackMemory([overServed], 1, prior).mean).toBeLessThan(0.7);
  });

  it('lets a new level change the mind: a great past weighs no more than 40 expected clicks', () => {
    const { mean, weight } = feedbackMemory([{ level: 0, clicks: 20_000, expectedClicks: 10_000 }], 1, prior);
    expect(weight).toBe(44);
    expect(mean).toBeCloseTo((4 + 80) / 44, 9);
  });

  it('never falls by a click and never rises by an impression, and fades with every level', () => {
    const level = fc.record({
      level: fc.nat(6),
      clicks: fc.nat(5_000),
      expectedClicks: fc.double({ min: 0.1, max: 2_000, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(level, { minLength: 1, maxLength: 7 }), fc.nat(50), (closed, more) => {
        const [first, ...rest] = closed as [ClosedLevel, ...ClosedLevel[]];
        const before = feedbackMemory(closed, 7, prior);
        const clicked = feedbackMemory([{ ...first, clicks: first.clicks + more }, ...rest], 7, prior);
        expect(clicked.mean).toBeGreaterThanOrEqual(before.mean - 1e-12);
        // With no clicks at all, more of the same audience can only lower the belief.
        const silent = closed.map((past) => ({ ...past, clicks: 0 }));
        const [head, ...tail] = silent as [ClosedLevel, ...ClosedLevel[]];
        const served = { ...head, expectedClicks: head.expectedClicks + more };
        expect(feedbackMemory([served, ...tail], 7, prior).mean).toBeLessThanOrEqual(
          feedbackMemory(silent, 7, prior).mean + 1e-12,
        );
        expect(feedbackMemory(closed, 9, prior).weight).toBeLessThanOrEqual(before.weight + 1e-12);
      }),
    );
  });
});

describe('the forecast of a run', () => {
  const peers = priorPeers(platformStated, 'food');
  const counts = countsOf(200, 1);
  const forecast = (closed: ClosedLevel[]) =>
    rateRemembering(counts, peers, platformStated.weights, { exposure: 200, level: 2, closed }).lift;

  it('is that of its own level where nothing lies behind it', () => {
    expect(forecast([])).toBeCloseTo(rateAgainstPeers(counts, peers, platformStated.weights).lift, 9);
  });

  it('is dragged down by a level that was shown to readers whom it does not suit, and lifted by a good one', () => {
    expect(forecast([{ level: 1, clicks: 20, expectedClicks: 60 }])).toBeLessThan(forecast([]) * 0.8);
    expect(forecast([{ level: 1, clicks: 90, expectedClicks: 60 }])).toBeGreaterThan(forecast([]) * 1.1);
  });
});
