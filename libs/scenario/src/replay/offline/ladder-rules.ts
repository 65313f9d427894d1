import { readersAtMost } from './cohorts';
import { rateOf, type Contender, type Market } from './market';

/** What every headline gets, whoever wins: the first pool. */
export const firstPool = 200;
/** Reach of the pools after it, all impressions of a headline together. */
const wider = [500, 1_250, readersAtMost];

export function promiseTo(market: Market): void {
  for (const contender of market.contenders) market.show(contender, firstPool);
}

/** Who goes on to the next pool. */
type Promotion = (live: readonly Contender[]) => Contender[];

export const widenAboveMean: Promotion = (live) => {
  const mean = live.reduce((sum, contender) => sum + rateOf(contender), 0) / Math.max(1, live.length);
  return live.filter((contender) => rateOf(contender) >= mean);
};

/** The best two fifths, as many as pools that grow by 2.5 can take at the same cost (Jamieson and Talwalkar 2016). */
export const halving: Promotion = (live) => {
  const rates = live.map(rateOf).sort((a, b) => b - a);
  const bar = rates[Math.max(0, Math.floor(0.4 * rates.length) - 1)] ?? 0;
  return live.filter((contender) => rateOf(contender) >= bar);
};

/**
 * Pool after pool until the budget is spent. When it does not reach for a whole pool, all of the pool get the same part
 * or the best get theirs whole. What is left after the last pool goes to the best of all, so that no rule looks
 * thrifty by leaving readers without a headline.
 */
export function ladder(promotion: Promotion, order: 'pro rata' | 'best first') {
  return (market: Market): void => {
    promiseTo(market);
    let live = market.contenders;
    for (const reach of wider) {
      if (market.left <= 0) return;
      live = promotion(live);
      const wanted = (one: Contender): number => Math.max(0, Math.min(reach, one.capacity) - one.seen);
      const wish = live.reduce((sum, one) => sum + wanted(one), 0);
      const part = order === 'pro rata' ? Math.min(1, market.left / Math.max(1, wish)) : 1;
      for (const one of order === 'pro rata' ? live : bestFirst(live)) market.show(one, wanted(one) * part);
    }
    for (const one of bestFirst(market.contenders)) market.show(one, one.capacity - one.seen);
  };
}

const bestFirst = (contenders: readonly Contender[]): Contender[] =>
  contenders
    .map((contender) => ({ contender, rate: rateOf(contender) }))
    .sort((a, b) => b.rate - a.rate)
    .map(({ contender }) => contender);
