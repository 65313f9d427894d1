import type { RandomStream } from '../../random';
import { betaDraw, type Chance, gammaDraw } from '@poolrise/domain';
import { promiseTo } from './ladder-rules';
import { byTest, rateOf, type Contender, type Market } from './market';

/** A number for each headline, made anew after each round; the highest are shown next. */
export type Index = (market: Market, random: RandomStream) => (contender: Contender) => number;

const step = 100;
const shareShown = 0.1;

/** After the first pool, round after round: the best tenth of those with readers left get a step each. */
export function greedy(index: Index) {
  return (market: Market, random: RandomStream): void => {
    promiseTo(market);
    while (market.left > 0) {
      const worth = index(market, random);
      const open = market.open.map((contender) => ({ contender, worth: worth(contender) }));
      if (open.length === 0) return;
      open.sort((a, b) => b.worth - a.worth);
      const shown = Math.max(1, Math.floor(open.length * shareShown));
      for (const { contender } of open.slice(0, shown)) market.show(contender, step);
    }
  };
}

/** Auer, Cesa-Bianchi and Fischer 2002, with the horizon of a week in place of the clock. */
export const ucb1: Index = () => (one) =>
  rateOf(one) + Math.sqrt((2 * Math.log(1e5)) / Math.max(1, one.seen));

export const thompsonBeta: Index = (_, random) => {
  const chance = awayFrom0(random);
  return (one) => betaDraw(chance, 1 + one.clicks, 1 + one.seen - one.clicks);
};

export const thompsonGamma: Index = (market, random) => {
  const { mean, shape } = flatPrior(market);
  const chance = awayFrom0(random);
  return (one) => gammaDraw(chance, shape + one.clicks) / (shape / mean + one.seen);
};

export const shrinkFlat: Index = (market) => {
  const { mean, shape } = flatPrior(market);
  return (one) => (shape + one.clicks) / (shape / mean + one.seen);
};

/** The stream from its other end: it may give 0 and never gives 1, and a logarithm wants it the other way round. */
const awayFrom0 = (random: RandomStream): Chance => ({
  next: () => 1 - random.next(),
  normal: () => random.normal(),
});

/** The spread that was fitted on the whole archive: the best that was known before, and a little unfair. */
const fitted = { between: 0.31, within: 0.057 };

export const greedyNested: Index = (market) => {
  const mean = Math.max(market.meanRate, leastRate);
  const testRates = new Map<string, number>();
  for (const [test, members] of byTest(market.contenders)) {
    const clicks = members.reduce((sum, one) => sum + one.clicks, 0);
    const seen = members.reduce((sum, one) => sum + one.seen, 0);
    testRates.set(test, (1 / fitted.between + clicks) / (1 / fitted.between / mean + seen));
  }
  const shape = 1 / fitted.within;
  return (one) => (shape + one.clicks) / (shape / (testRates.get(one.headline.testId) ?? mean) + one.seen);
};

/** Keeps a week without a single click from being divided by. */
const leastRate = 1e-6;

/** One prior for all headlines, from their spread around the mean so far (moments, as in `learnPeers`). */
function flatPrior(market: Market): { mean: number; shape: number } {
  const mean = Math.max(market.meanRate, leastRate);
  let spread = 0;
  let squares = 0;
  for (const { seen, clicks } of market.contenders) {
    const expected = mean * seen;
    spread += (clicks - expected) ** 2 - expected;
    squares += expected * expected;
  }
  return { mean, shape: 1 / Math.max(0.02, spread / squares) };
}
