import type { RandomStream } from '../../random';
import { greedy, greedyNested, shrinkFlat, thompsonBeta, thompsonGamma, ucb1 } from './index-rules';
import { halving, ladder, promiseTo, widenAboveMean } from './ladder-rules';
import type { Contender, Market } from './market';
import { poolriseRule } from './poolrise-rule';

/** Spends the budget of one week. */
export type Rule = (market: Market, random: RandomStream) => void;

/** A rule that may learn from week to week: one is made for every layout of an archive. */
export interface Entrant {
  name: string;
  make(): Rule;
}

export const names = {
  uniform: 'spread evenly',
  plain: 'plain: above the mean, pro rata',
  poolrise: 'Poolrise: nested shrinkage, small steps, best first',
  oracle: 'oracle: hindsight, first pool kept',
} as const;

/** From the floor to the ceiling. Every rule but the first gives each headline the first pool. */
export const entrants: Entrant[] = [
  always(names.uniform, spreadEvenly),
  always(names.plain, ladder(widenAboveMean, 'pro rata')),
  always('plain, best first', ladder(widenAboveMean, 'best first')),
  always('successive halving, top 1/2.5', ladder(halving, 'best first')),
  always('UCB1', greedy(ucb1)),
  always('Thompson, Beta(1, 1)', greedy(thompsonBeta)),
  always('Thompson, empirical Bayes', greedy(thompsonGamma)),
  always('greedy, empirical Bayes', greedy(shrinkFlat)),
  always('greedy, hierarchical empirical Bayes', greedy(greedyNested)),
  { name: names.poolrise, make: poolriseRule },
  always(names.oracle, knowAll),
];

/** The few that a check of ours needs. */
export const yardsticks = entrants.filter(({ name }) => (Object.values(names) as string[]).includes(name));

function always(name: string, rule: Rule): Entrant {
  return { name, make: () => rule };
}

function spreadEvenly(market: Market): void {
  // By what is left for how many, so that the remainders of the division are spent too.
  const { contenders } = market;
  for (const [index, one] of contenders.entries())
    market.show(one, market.left / (contenders.length - index));
}

/** Knows what the readers of each headline will do in all, luck included: nobody can reach it. */
function knowAll(market: Market): void {
  promiseTo(market);
  const recorded = ({ clicksAt, capacity }: Contender): number => clicksAt.length / capacity;
  for (const contender of [...market.contenders].sort((a, b) => recorded(b) - recorded(a)))
    market.show(contender, contender.capacity);
}
