import { boostTerms } from '../boosts/boost-terms';
import { aCandidate, people } from './a-portfolio';
import { type BoostBenchmark, benchmarkFor } from './boost-benchmark';
import { liftOfBoost } from './boost-lift';
import { type BoostedPlan, type BoostOffer, planBoosted } from './boosted-portfolio';
import { isPortfolioRefusal, type PortfolioAsk } from './portfolio-ask';
import { portfolioFrontier } from './portfolio-frontier';

const beauty: BoostBenchmark = {
  category: 'beauty',
  notes: 20,
  impressions: 100_000,
  reads: 4_000,
  spread: 0.2,
  through: '2026-11-25',
};
const offerFor = (ids: readonly string[], over: Partial<BoostOffer> = {}): BoostOffer => ({
  shareMax: 0.5,
  benchmarks: [beauty],
  prospects: new Map(ids.map((id) => [id, { hookLift: null, targetShare: 0.5 }])),
  ...over,
});
const planned = (ask: PortfolioAsk, offer: BoostOffer): BoostedPlan => {
  const plan = planBoosted(ask, offer);
  if (isPortfolioRefusal(plan)) throw new Error(`refused: ${plan.refusal}`);
  return plan;
};

describe('the lift of a boost', () => {
  const ask = {
    category: 'beauty',
    benchmark: beauty,
    hookLift: null,
    targetShare: 0.5,
    newShare: 0.8,
    mostCents: 100_000,
  };

  it('is impressions times counted reads times those of the target who are new, order by order', () => {
    const steps = liftOfBoost(ask);
    // \u00a575 buys 5,000 impressions; 4 % are read, half by the target, and four in five of them by somebody new.
    expect(steps[0]?.cents).toBe(boostTerms.minBudgetCents);
    expect(steps[0]?.readers).toBeCloseTo(5_000 * 0.04 * 0.5 * 0.8, 6);
    expect(steps.map(({ cents }) => cents)).toEqual([7_500, 7_500, 15_000, 30_000, 40_000]);
    for (const { readers, low = NaN, high = NaN } of steps) {
      expect(low).toBeLessThan(readers);
      expect(high).toBeGreaterThan(readers);
    }
    expect(liftOfBoost({ ...ask, mostCents: 7_499 })).toEqual([]);
    expect(liftOfBoost({ ...ask, newShare: 0 })).toEqual([]);
    const all = liftOfBoost({ ...ask, mostCents: 10_000_000 }).reduce((sum, { cents }) => sum + cents, 0);
    expect(all).toBe(boostTerms.maxBudgetCents);
  });

  it('follows the hook of her notes, and is less certain where notes differ more', () => {
    const width = (over: object): number => {
      const [step] = liftOfBoost({ ...ask, ...over });
      return ((step?.high ?? 0) - (step?.low ?? 0)) / (step?.readers ?? 1);
    };
    expect(liftOfBoost({ ...ask, hookLift: 4 })[0]?.readers).toBeCloseTo(160, 6);
    expect(width({ benchmark: { ...beauty, spread: 0.6 } })).toBeGreaterThan(2 * width({}));
  });

  it('rests on its category, on all where that is too small, and on nothing where all are', () => {
    const few = { ...beauty, category: 'food', notes: 11 };
    const all = { ...beauty, category: null, notes: 31 };
    expect(benchmarkFor([beauty, few, all], 'beauty')).toBe(beauty);
    expect(benchmarkFor([beauty, few, all], 'food')).toBe(all);
    expect(benchmarkFor([beauty, few], 'food')).toBeNull();
  });
});

describe('creators and boosts under one budget', () => {
  const cheap = aCandidate('cheap', people(0, 2_000), { priceCents: 100_000, readShare: 0.2 });
  const dear = aCandidate('dear', people(2_000, 20_000), { priceCents: 900_000, readShare: 0.01 });
  const candidates = [cheap, dear];
  const ids = ['cheap', 'dear'];

  it('spends on boosts where creators bring less, and never falls below creators alone', () => {
    const ask = { candidates, budgetCents: 300_000 };
    const { plan, without, worth, ask: boosted } = planned(ask, offerFor(ids));
    expect(without.picks.map(({ creatorId }) => creatorId)).toEqual(['cheap']);
    expect(plan.boostCents).toBeGreaterThan(0);
    expect(plan.boostCents).toBeLessThanOrEqual(150_000);
    expect(plan.netReach.people).toBeGreaterThan(without.netReach.people);
    expect(worth.verdict).toBe('worth');
    expect(worth.gain.readers).toBeCloseTo(plan.boostReaders, 6);
    expect(worth.gain.low).toBeLessThan(worth.gain.readers);
    expect(worth.gain.high).toBeGreaterThan(worth.gain.readers);
    // The followers of all candidates are 20,000, and the plan without boosts reads 400 of them.
    expect(worth.newShare).toBeLessThan(1 - 400 / 20_000);
    expect(worth.newShare).toBeGreaterThan(0.8);
    const points = portfolioFrontier(boosted);
    if (isPortfolioRefusal(points)) throw new Error('refused');
    for (const { reach, withoutBoosts, boostCents, budgetCents } of points) {
      expect(reach?.people ?? 0).toBeGreaterThanOrEqual(withoutBoosts?.people ?? 0);
      expect(boostCents).toBeLessThanOrEqual(budgetCents / 2);
    }
    expect(points.at(-1)?.reach?.people).toBeGreaterThan(points.at(-1)?.withoutBoosts?.people ?? 0);
  });

  it.each([
    ['creators-bring-more', { budgetCents: 100_000 }, {}],
    ['no-benchmark', { budgetCents: 300_000 }, { benchmarks: [{ ...beauty, notes: 3 }] }],
    ['below-smallest-order', { budgetCents: 100_000 }, { shareMax: 0.05 }],
  ] as const)('says why not: %s', (verdict, ask, over) => {
    const { plan, without, worth } = planned({ candidates, ...ask }, offerFor(ids, over));
    expect(worth.verdict).toBe(verdict);
    expect(plan).toBe(without);
    expect(worth.gain).toEqual({ readers: 0, low: 0, high: 0 });
  });

  it('brings nobody new where everybody is reached already', () => {
    const all = aCandidate('all', people(0, 500));
    const { worth } = planned({ candidates: [all], budgetCents: 300_000 }, offerFor(['all']));
    expect(worth).toMatchObject({ verdict: 'nobody-new', newShare: 0 });
  });
});
