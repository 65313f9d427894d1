import { checkPolicy } from './check-policy';
import type { PoolLevel, PoolPolicy } from './pool-policy';
import { platformStated, presets } from './presets';

const firstLevel = platformStated.levels[0] as PoolLevel;

describe('a pool policy', () => {
  it.each(presets.map((preset) => [preset.name, preset] as const))(
    '%s ships without a fault',
    (_, preset) => {
      expect(checkPolicy(preset)).toEqual([]);
      expect(preset.citations.length).toBeGreaterThan(0);
      expect(JSON.parse(JSON.stringify(preset))).toEqual(preset);
    },
  );

  it('has names of its own for each rule set, and one in force first', () => {
    expect(presets.map(({ name, source, mark }) => [name, source, mark])).toEqual([
      ['platform-stated', 'platform_stated', 'A'],
      ['textbook', 'textbook', 'C'],
      ['folk-ces', 'folk_ces', 'D'],
      ['measured', 'custom', 'P'],
    ]);
  });

  const faulty: [string, Partial<PoolPolicy>, string, string][] = [
    ['one level only', { levels: [firstLevel] }, 'levels-too-few', 'levels'],
    [
      'a level missing',
      { levels: platformStated.levels.filter(({ level }) => level !== 3) },
      'level-out-of-order',
      'levels[3].level',
    ],
    [
      'a level no larger than the one before',
      {
        levels: platformStated.levels.map((level) => (level.level === 2 ? { ...level, target: 500 } : level)),
      },
      'level-target-not-larger',
      'levels[2].target',
    ],
    [
      'two levels of one key',
      {
        levels: platformStated.levels.map((level) =>
          level.level === 2 ? { ...level, key: 'first' } : level,
        ),
      },
      'level-key-repeated',
      'levels[2].key',
    ],
    [
      'a weight below zero',
      { weights: { ...platformStated.weights, like: -1 } },
      'number-out-of-range',
      'weights.like',
    ],
    [
      'a weight that is no number',
      { weights: { ...platformStated.weights, share: Number.NaN } },
      'number-out-of-range',
      'weights.share',
    ],
    [
      'no weight at all',
      { weights: { click: 0, like: 0, collect: 0, comment: 0, share: 0, follow: 0 } },
      'weights-all-zero',
      'weights',
    ],
    [
      'a clock of 23 hours',
      { trafficClock: Array<number>(23).fill(1 / 23) },
      'clock-not-24-hours',
      'trafficClock',
    ],
    [
      'a clock that loses time',
      { trafficClock: Array<number>(24).fill(0.04) },
      'clock-sum-not-one',
      'trafficClock',
    ],
    [
      'a stop above the pass',
      { verdict: { ...platformStated.verdict, clearStopAt: 0.7 } },
      'thresholds-out-of-order',
      'verdict.clearStopAt',
    ],
    [
      'an early pass that is easier than the full one',
      { verdict: { ...platformStated.verdict, clearPassAt: 0.1, clearStopAt: 0 } },
      'thresholds-out-of-order',
      'verdict.clearPassAt',
    ],
    [
      'a level that passes what is stopped early',
      {
        verdict: { ...platformStated.verdict, clearStopAt: 0.2 },
        levels: platformStated.levels.map((level) => (level.level === 2 ? { ...level, passAt: 0.1 } : level)),
      },
      'thresholds-out-of-order',
      'levels[2].passAt',
    ],
    [
      'a window of zero',
      {
        levels: platformStated.levels.map((level) =>
          level.level === 1 ? { ...level, windowHours: 0 } : level,
        ),
      },
      'number-out-of-range',
      'levels[1].windowHours',
    ],
    ['peers of no days', { peerWindowDays: 0 }, 'number-out-of-range', 'peerWindowDays'],
    ['peers of half a day', { peerWindowDays: 1.5 }, 'number-not-whole', 'peerWindowDays'],
    [
      'half an impression',
      {
        levels: platformStated.levels.map((level) =>
          level.level === 1 ? { ...level, target: level.target + 0.5 } : level,
        ),
      },
      'number-not-whole',
      'levels[1].target',
    ],
    [
      'more levels than an audience has room for',
      {
        levels: Array.from({ length: 21 }, (_, level) => ({
          ...firstLevel,
          level,
          key: `${level}`,
          target: 100 + level,
        })),
      },
      'levels-too-many',
      'levels',
    ],
    [
      'half a rule of capacity',
      { capacity: { demandTarget: 2 } as never },
      'number-out-of-range',
      'capacity.gain',
    ],
    [
      'a caution that is less at most than at least',
      { prior: { ...platformStated.prior, maxStrengthImpressions: 1 } },
      'strength-out-of-order',
      'prior.maxStrengthImpressions',
    ],
    [
      'an average note that nobody opens',
      {
        prior: {
          ...platformStated.prior,
          categoryRates: { default: { click: 0, like: 0, collect: 0, comment: 0, share: 0, follow: 0 } },
        },
      },
      'number-out-of-range',
      'prior.categoryRates.default.click',
    ],
    [
      'weights under which the average note is worth nothing',
      {
        weights: { click: 0, like: 0, collect: 0, comment: 0, share: 0, follow: 8 },
        prior: {
          ...platformStated.prior,
          categoryRates: { default: { click: 0.1, like: 0.1, collect: 0, comment: 0, share: 0, follow: 0 } },
        },
      },
      'average-note-worthless',
      'prior.categoryRates.default',
    ],
    [
      'a gate at a level that is not there',
      { gates: [{ level: 9, metric: 'ctr', atLeast: 0.08, mark: 'D', source: 'hearsay' }] },
      'gate-without-level',
      'gates[0].level',
    ],
    [
      'more adverts than slots',
      { adLoad: { max: 1.2, positions: [6] } },
      'number-out-of-range',
      'adLoad.max',
    ],
    [
      'adverts out of order',
      { adLoad: { max: 0.1, positions: [16, 6] } },
      'positions-out-of-order',
      'adLoad.positions',
    ],
  ];

  it.each(faulty)('is refused with %s', (_, change, code, path) => {
    expect(checkPolicy({ ...platformStated, ...change })).toContainEqual(
      expect.objectContaining({ code, path }),
    );
  });
});
