import {
  ageLive,
  followDemand,
  liveAverage,
  nothingLive,
  serveLive,
  shrunkLiveAverage,
} from './capacity-bar';
import { judgeRun } from './judge-run';
import { chooseReach } from './reach';

describe('the live average of a pool', () => {
  it('weighs forecasts by the impressions they get, and says nothing of too few', () => {
    const pool = nothingLive();
    serveLive(pool, 40, 2);
    expect(liveAverage(pool)).toBeNull();
    serveLive(pool, 160, 1);
    expect(liveAverage(pool)).toBeCloseTo(1.2, 9);
  });

  it('follows what is served now and forgets what was', () => {
    const pool = nothingLive();
    serveLive(pool, 1_000, 3);
    ageLive(pool, 24);
    serveLive(pool, 1_000, 1);
    expect(liveAverage(pool)).toBeLessThan(1.05);
    ageLive(pool, 48);
    expect(liveAverage(pool)).toBeNull();
  });
});

describe('the average of a small pool', () => {
  it('is nearly 1 while a lone note is shown, and the pool’s own once it is busy', () => {
    const pool = nothingLive();
    expect(shrunkLiveAverage(pool, 500)).toBe(1);
    serveLive(pool, 400, 2);
    expect(shrunkLiveAverage(pool, 500)).toBeLessThan(1.2);
    serveLive(pool, 100_000, 2);
    expect(shrunkLiveAverage(pool, 500)).toBeGreaterThan(1.95);
  });
});

describe('the capacity factor', () => {
  const after = (hours: number, demand: number, from = 1): number => {
    let factor = from;
    for (let hour = 0; hour < hours; hour++) factor = followDemand(factor, { demand, capacity: 1_000 });
    return factor;
  };

  it('rises while runs ask for more than the rule aims at, falls while the feed runs dry, and rests between', () => {
    expect(after(6, 5_000)).toBeGreaterThan(1.3);
    expect(after(6, 500)).toBeLessThan(0.7);
    expect(after(6, 2_500)).toBeCloseTo(1, 9);
  });

  it('stays within its range, whatever is asked', () => {
    expect(after(1_000, 1e9)).toBe(3);
    expect(after(1_000, 0)).toBe(0.05);
    expect(Number.isFinite(followDemand(1, { demand: 0, capacity: 0 }))).toBe(true);
  });

  it('moves in a quarter of an hour by a quarter of an hour’s step', () => {
    const quarter = followDemand(1, { demand: 5_000, capacity: 1_000, hours: 0.25 });
    expect(quarter ** 4).toBeCloseTo(after(1, 5_000), 9);
  });
});

describe('a run, judged on its evidence alone', () => {
  const rule = { passAt: 0.3, clearPassAt: 0.99, clearStopAt: 0.05, minSampleShare: 0.25 };
  const run = { chance: 0.5, impressions: 500, target: 1_000, promised: false, last: false };

  it.each([
    ['waits while nothing is clear', {}, 'wait'],
    ['passes a complete sample at the threshold', { impressions: 1_000, chance: 0.3 }, 'pass'],
    ['stops a complete sample below it', { impressions: 1_000, chance: 0.29 }, 'stop'],
    ['stops early when it is clear', { chance: 0.04 }, 'stop'],
    ['passes early when it is clear', { chance: 0.995 }, 'pass'],
    ['does not look before there is a sample', { chance: 0.001, impressions: 240 }, 'wait'],
    ['never cuts a promise short', { chance: 0.001, promised: true }, 'wait'],
    ['has nothing to pass to on the last level', { chance: 1, impressions: 1_000, last: true }, 'stop'],
    ['does not pass early on the last level', { chance: 1, last: true }, 'wait'],
  ] as const)('%s', (_, given, ruling) => {
    expect(judgeRun({ ...run, ...given }, rule)).toBe(ruling);
  });
});

describe('the reach of a note', () => {
  it('is the best that its level opens, and the narrower of equal ones', () => {
    expect(chooseReach([0.8, 1.2, 1.1, 2], 2)).toBe(1);
    expect(chooseReach([0.8, 1.2, 1.1, 2], 3)).toBe(3);
    expect(chooseReach([1, 1, 1], 2)).toBe(0);
    expect(chooseReach([1], 4)).toBe(0);
  });
});
