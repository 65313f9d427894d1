import { OwnStream } from '../simulation/own-stream';
import { aCurve } from './a-budget';
import type { BudgetCurve } from './budget-ask';
import { RailDemand } from './rail-demand';
import { entryRateOf, marginalOf, spendAt, valueOf } from './response-curve';

const sumOf = (all: readonly number[]) => all.reduce((sum, one) => sum + one, 0);

/** Boosts with and without vouchers and smallest orders, keywords, and some that may take only their smallest order. */
function curvesOf(seed: number): BudgetCurve[] {
  const chance = new OwnStream(seed, 'curves');
  return Array.from({ length: 12 }, (_, at) => {
    const openCents = at % 5 === 4 ? 0 : Math.round(10_000 * chance.next());
    return aCurve(`${at}`, 0.01 + 0.03 * chance.next(), {
      openCents,
      giftCents: at % 3 === 0 ? 4_000 : 0,
      room: at % 4 === 3 ? null : 2_000 + 8_000 * chance.next(),
      maxCents: at === 7 ? openCents : openCents + Math.round(200_000 * chance.next()),
    });
  });
}

describe('what the curves of a rail take together', () => {
  const seeds = Array.from({ length: 20 }, (_, at) => at + 1);

  it('is the sum of what each of them takes, at any rate', () => {
    for (const seed of seeds) {
      const curves = curvesOf(seed);
      const demand = new RailDemand(curves);
      const chance = new OwnStream(seed, 'rates');
      for (let at = 0; at < 100; at++) {
        const rate = demand.steepest * chance.next() ** 4;
        const slowly = sumOf(curves.map((one) => spendAt(one, rate)));
        expect(Math.abs(demand.at(rate) - slowly)).toBeLessThan(1e-4);
      }
      expect(demand.at(0)).toBeCloseTo(sumOf(curves.map(({ maxCents }) => maxCents)), 4);
      expect(demand.at(Infinity)).toBe(
        sumOf(curves.map((one) => (entryRateOf(one) === Infinity ? one.openCents : 0))),
      );
    }
  });

  it('spends all of the money at one rate at the margin', () => {
    for (const seed of seeds) {
      const curves = curvesOf(seed);
      const demand = new RailDemand(curves);
      const open = curves.map(() => true);
      const least = sumOf(curves.map(({ openCents }) => openCents));
      const most = sumOf(curves.map(({ maxCents }) => maxCents));
      for (const share of [0, 0.1, 0.4, 0.8, 1, 1.2]) {
        const cents = least + share * (most - least);
        const spends = demand.spendOn(open, cents);
        expect(sumOf(spends)).toBeCloseTo(Math.min(cents, most), 3);
        const between = curves.filter((one, at) => {
          const spent = spends[at] as number;
          return one.room !== null && spent > one.openCents + 1 && spent < one.maxCents - 1;
        });
        const rates = between.map((one) => marginalOf(one, spends[curves.indexOf(one)] as number));
        for (const rate of rates) expect(rate / (rates[0] as number)).toBeCloseTo(1, 6);
      }
    }
  });

  it('opens the steepest first and leaves shut what does not fit', () => {
    for (const seed of seeds) {
      const curves = curvesOf(seed);
      const demand = new RailDemand(curves);
      for (const cents of [0, 5_000, 40_000, 200_000]) {
        const open = demand.opensFor(cents);
        const taken = sumOf(curves.map(({ openCents }, at) => (open[at] ? openCents : 0)));
        expect(taken).toBeLessThanOrEqual(cents + 0.01);
        const places = demand.ranked.map((at) => open[at]);
        expect(places.indexOf(false) === -1 || !places.slice(places.indexOf(false)).includes(true)).toBe(
          true,
        );
      }
    }
  });

  it('is never worse than the same money spread by small steps', () => {
    const curves = curvesOf(3);
    const demand = new RailDemand(curves);
    const open = curves.map(() => true);
    const cents = 400_000;
    const steps = curves.map(({ openCents }) => openCents);
    while (sumOf(steps) + 500 <= cents) {
      const gains = curves.map((one, at) => {
        const spent = steps[at] as number;
        return spent + 500 > one.maxCents ? 0 : valueOf(one, spent + 500) - valueOf(one, spent);
      });
      const best = gains.indexOf(Math.max(...gains));
      steps[best] = (steps[best] as number) + 500;
    }
    const worth = (spends: readonly number[]) =>
      sumOf(curves.map((one, at) => valueOf(one, spends[at] ?? 0)));
    expect(worth(demand.spendOn(open, cents))).toBeGreaterThanOrEqual(worth(steps));
  });
});
