import fc from 'fast-check';
import { normalBelow, normalQuantile } from '../../probability/normal';
import { people } from '../a-portfolio';
import { aPick, aReserve, aStressAsk, calm } from './a-stress';
import type { StressAsk } from './stress-ask';
import { percentilesOf } from './stress-figures';
import { stressPlan } from './stress-plan';
import { stressDefaults, type StressSettings, stressShocks } from './stress-settings';
import { StressWorld } from './stress-world';

const readersOf = (ask: StressAsk): Float64Array =>
  new StressWorld(ask).run({ settings: ask.settings, replacements: ask.picks.map(() => []) }).readers;
const nothing = { low: NaN, high: NaN };
const meanOf = (values: Iterable<number>): number => {
  const all = [...values];
  return all.reduce((sum, one) => sum + one, 0) / all.length;
};
/** Within three and a half standard errors of the draws, which one spec in two thousand misses; the interval has 1.96 on each side. */
const closeTo = (figure: { low: number; high: number }, exactly: number): void => {
  const half = ((figure.high - figure.low) / 2) * (3.5 / 1.96);
  expect(Math.abs((figure.low + figure.high) / 2 - exactly)).toBeLessThan(half);
};
const varianceOf = (values: readonly number[]): number => {
  const mean = meanOf(values);
  return meanOf(values.map((one) => (one - mean) ** 2));
};

describe('a stress test against every outcome there is', () => {
  const three = {
    picks: [
      aPick('one', people(0, 60)),
      aPick('two', people(40, 100), { readShare: 0.5 }),
      aPick('three', people(90, 150), { priceCents: 30_000 }),
    ],
    promised: 60 + 0.5 * 40 + 50 + 0.5 * 0,
  };

  /** What is reached when creators have these chances: each person by who follows. */
  const exact = (chances: readonly number[]): number => {
    const followed: [number, number[]][] = [
      [40, [0]],
      [20, [0, 1]],
      [30, [1]],
      [10, [1, 2]],
      [50, [2]],
    ];
    return followed.reduce(
      (sum, [many, by]) => sum + many * (1 - by.reduce((miss, one) => miss * (1 - (chances[one] ?? 0)), 1)),
      0,
    );
  };

  it('reaches what was promised when nothing goes wrong', () => {
    const promised = exact([1, 0.5, 1]);
    const report = stressPlan(aStressAsk({ ...three, promised }));
    expect(report.readers).toMatchObject({
      p5: expect.closeTo(promised, 9) as number,
      p95: expect.closeTo(promised, 9) as number,
    });
    expect(report.short.share).toBe(0);
    expect(report.spentCents.p50).toBe(50_000);
    expect(report.hurts.map(({ idle }) => idle)).toEqual(stressShocks.map(() => 'off'));
  });

  it('has the mean and the chance to be short of all 27 ways to cancel, be limited or neither', () => {
    const [cancel, limited, keeps] = [0.2, 0.3, 0.25];
    const settings: StressSettings = {
      ...calm,
      cancel: { on: true, probability: cancel, replace: false },
      limited: { on: true, probability: limited, keeps },
    };
    const promised = exact([1, 0.5, 1]);
    const line = 0.8 * promised;
    const plan = [1, 0.5, 1];
    let [readers, short, cents] = [0, 0, 0];
    const ways = [
      [cancel, 0],
      [(1 - cancel) * limited, keeps],
      [(1 - cancel) * (1 - limited), 1],
    ] as const;
    for (const first of ways)
      for (const second of ways)
        for (const third of ways) {
          const all = [first, second, third];
          const chance = all.reduce((product, [probability]) => product * probability, 1);
          const reached = exact(all.map(([, share], at) => share * (plan[at] as number)));
          readers += chance * reached;
          if (reached < line) short += chance;
          cents +=
            chance *
            all.reduce((sum, [, share], at) => sum + (share > 0 ? (three.picks[at]?.priceCents ?? 0) : 0), 0);
        }
    const report = stressPlan(aStressAsk({ ...three, promised, line, settings }));
    // Three standard errors of 20,000 draws.
    expect(Math.abs(report.readers.mean - readers)).toBeLessThan(3 * (40 / Math.sqrt(20_000)));
    closeTo(report.short, short);
    expect(report.spentCents.mean / cents).toBeCloseTo(1, 1.5);
    const off = report.hurts.find(({ shock }) => shock === 'cancel')?.off?.readers;
    const uncancelled = [0, 1, 2, 3, 4, 5, 6, 7].reduce((sum, bits) => {
      const kept = [0, 1, 2].map((at) => ((bits >> at) & 1 ? keeps : 1));
      const chance = kept.reduce((product, one) => product * (one < 1 ? limited : 1 - limited), 1);
      return sum + chance * exact(kept.map((share, at) => share * (plan[at] as number)));
    }, 0);
    closeTo(off ?? nothing, uncancelled - readers);
    expect(off?.visible).toBe(true);
  });

  it('draws how far a note misses its median from the normal law of the logarithm', () => {
    const settings: StressSettings = { ...calm, reads: { on: true, creditedAbove: 0 } };
    const picks = [aPick('one', people(0, 100), { readShare: 0.5, readsSpread: 0.6 })];
    const report = stressPlan(aStressAsk({ picks, promised: 50, settings }));
    // E min(1, exp(σZ)) = 1/2 + exp(σ²/2) Φ(−σ); the 5th percentile is exp(−1.645 σ).
    expect(report.readers.mean / (50 * (0.5 + Math.exp(0.18) * normalBelow(-0.6)))).toBeCloseTo(1, 2);
    expect(report.readers.p5 / (50 * Math.exp(0.6 * normalQuantile(0.05)))).toBeCloseTo(1, 1.5);
    expect(report.readers.p95).toBeCloseTo(50, 9);
  });

  it('counts nobody of a note that comes after the window, and knows how many days are in hand', () => {
    const late = { on: true, probability: 0.4, meanDays: 7, slackDays: 7 };
    const picks = [aPick('one', people(0, 100))];
    const report = stressPlan(aStressAsk({ picks, line: 1, settings: { ...calm, late } }));
    const exactly = 0.4 * Math.exp(-1);
    closeTo(report.short, exactly);
    expect(report.inTime.mean).toBeCloseTo(1 - exactly, 1.5);
    expect(report.spentCents.p5).toBe(10_000);
    const [earlier] = report.remedies;
    expect(earlier).toMatchObject({ act: 'publish-earlier', days: 7 });
    const gained = 100 * 0.4 * (Math.exp(-1) - Math.exp(-2));
    closeTo(earlier?.effect.readers ?? nothing, gained);
  });

  it('buys fewer readers for the same money when impressions are dearer', () => {
    const dearer = { on: true, probability: 1, by: 0.3 };
    const boost = { cents: 5_000, readers: 26, low: 26, high: 26 };
    const picks = [aPick('one', people(0, 100), { boost })];
    const report = stressPlan(aStressAsk({ picks, settings: { ...calm, dearer } }));
    expect(report.promised).toBe(126);
    expect(report.readers.p50).toBeCloseTo(100 + 20, 9);
    expect(report.spentCents.p50).toBe(15_000);
  });

  it('makes creators of one group fail together as often as two normals of that correlation do', () => {
    const [probability, correlation] = [0.5, 0.5];
    const picks = ['one', 'two'].map((id) => aPick(id, people(0, 10), { group: 'agency' }));
    const settings = {
      ...calm,
      cancel: { on: true, probability, replace: false },
      together: { on: true, correlation },
    };
    const report = stressPlan(aStressAsk({ picks, promised: 10, line: 1, settings }));
    const both = 1 / 4 + Math.asin(correlation) / (2 * Math.PI);
    closeTo(report.short, both);
    // They fail as often as before, only together.
    const together = report.hurts.find(({ shock }) => shock === 'together');
    expect(together?.off?.short.high).toBeLessThan(0);
    expect(report.hurts.find(({ shock }) => shock === 'cancel')?.befell).toBeCloseTo(1, 1.5);
  });
});

describe('what a stress test promises', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const anySettings: fc.Arbitrary<StressSettings> = fc.record({
    cancel: fc.record({ on: fc.boolean(), probability: share, replace: fc.constant(false) }),
    limited: fc.record({ on: fc.boolean(), probability: share, keeps: share }),
    dearer: fc.record({ on: fc.boolean(), probability: share, by: share }),
    late: fc.record({
      on: fc.boolean(),
      probability: share,
      meanDays: fc.constant(7),
      slackDays: fc.integer({ min: 0, max: 20 }),
    }),
    reads: fc.record({ on: fc.boolean(), creditedAbove: share }),
    together: fc.record({ on: fc.boolean(), correlation: share }),
  });
  const boost = { cents: 3_000, readers: 12, low: 8, high: 16 };
  const picks = [
    aPick('one', people(0, 40), { readShare: 0.4, boost, group: 'a' }),
    aPick('two', people(20, 60), { readShare: 0.7, group: 'a' }),
    aPick('three', people(50, 90), { group: 'b' }),
  ];

  const runs = (
    settings: StressSettings,
    shock: 'cancel' | 'limited' | 'dearer' | 'late' | 'reads',
    seed: number,
  ) =>
    [false, true].map((on) => {
      const changed = { ...settings, [shock]: { ...settings[shock], on } };
      return readersOf(aStressAsk({ picks, promised: 70, settings: changed, seed, draws: 200 }));
    });

  it('adds no reader in any draw by adding a shock', () => {
    const shock = fc.constantFrom('cancel' as const, 'limited' as const, 'dearer' as const, 'late' as const);
    fc.assert(
      fc.property(anySettings, shock, fc.integer({ min: 1, max: 1_000 }), (settings, added, seed) => {
        const [before, after] = runs(settings, added, seed);
        after?.forEach((readers, draw) =>
          expect(readers).toBeLessThanOrEqual((before?.[draw] as number) + 1e-9),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('adds none by reads below her median either, and none beyond the promise, where what is above is not credited', () => {
    fc.assert(
      fc.property(anySettings, fc.integer({ min: 1, max: 1_000 }), (settings, seed) => {
        const [before, after] = runs({ ...settings, reads: { on: true, creditedAbove: 0 } }, 'reads', seed);
        after?.forEach((readers, draw) =>
          expect(readers).toBeLessThanOrEqual((before?.[draw] as number) + 1e-9),
        );
        expect(Math.max(...(after ?? []))).toBeLessThanOrEqual(70 + boost.readers + 1e-9);
      }),
      { numRuns: 30 },
    );
  });

  it('brings by the mean note about what the median promises, as the defaults credit what is above', () => {
    const settings = { ...calm, reads: stressDefaults.settings.reads };
    const alone = [
      aPick('one', people(0, 100), { readShare: 0.02, readsSpread: stressDefaults.readsSpread }),
    ];
    const { mean } = percentilesOf(readersOf(aStressAsk({ picks: alone, promised: 2, settings })));
    expect(Math.abs(mean / 2 - 1)).toBeLessThan(0.02);
  });

  it('spends no more than the plan in any draw, whoever stands in', () => {
    const settings: StressSettings = {
      ...calm,
      cancel: { on: true, probability: 0.4, replace: true },
      late: { on: true, probability: 0.3, meanDays: 7, slackDays: 1 },
    };
    const reserves = [
      aReserve('dear', people(0, 90), { priceCents: 24_000 }),
      aReserve('fair', people(30, 80), { priceCents: 9_000 }),
    ];
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000 }),
        fc.integer({ min: 0, max: 9_000 }),
        (seed, leftCents) => {
          const report = stressPlan(
            aStressAsk({ picks, reserves, leftCents, promised: 70, settings, seed, draws: 200 }),
          );
          expect(report.spentCents.p95).toBeLessThanOrEqual(33_000 + leftCents);
        },
      ),
      { numRuns: 20 },
    );
  });

  it('is the same report for the same seed, and another for another', () => {
    const settings: StressSettings = { ...calm, cancel: { on: true, probability: 0.3, replace: false } };
    const ask = aStressAsk({ picks, promised: 70, settings, draws: 300 });
    expect(stressPlan(ask)).toEqual(stressPlan(ask));
    expect(stressPlan({ ...ask, seed: 2 }).readers.mean).not.toBe(stressPlan(ask).readers.mean);
  });

  it('compares two plans with a small part of the noise when both meet the same luck', () => {
    const settings: StressSettings = {
      ...calm,
      cancel: { on: true, probability: 0.2, replace: false },
      limited: { on: true, probability: 0.2, keeps: 0.2 },
    };
    const one = aStressAsk({ picks, promised: 70, settings, draws: 200 });
    const other = { ...one, picks: [...picks.slice(0, 2), aPick('four', people(50, 92), { group: 'b' })] };
    const mean = (ask: StressAsk, seed: number) => percentilesOf(readersOf({ ...ask, seed })).mean;
    const seeds = Array.from({ length: 60 }, (_, at) => at + 1);
    const same = varianceOf(seeds.map((seed) => mean(one, seed) - mean(other, seed)));
    const apart = varianceOf(seeds.map((seed) => mean(one, seed) - mean(other, seed + 1_000)));
    // Two of three creators are in both plans: what is left is the luck of the third.
    expect(apart / same).toBeGreaterThan(1.5);
    expect(apart / same).toBeLessThan(6);
  });

  it('refuses an ask that is none', () => {
    expect(() => stressPlan(aStressAsk({ picks: [] }))).toThrow('without creators');
    expect(() => stressPlan(aStressAsk({ draws: 10 }))).toThrow('10 draws');
    const limited = { on: true, probability: 1.2, keeps: 0.2 };
    expect(() => stressPlan(aStressAsk({ settings: { ...calm, limited } }))).toThrow(
      'limited.probability of 1.2',
    );
  });
});
