import { sumOf } from '../probability/means';
import type { LoggedReward } from './off-policy';

/** One impression of a recommendation log: one item in one place, and the probability it was chosen with. */
export interface LoggedItem {
  item: string;
  position: string;
  clicked: boolean;
  propensity: number;
}

/** For each position the probability of each item; items that are never shown there may be missing. */
export type TabularPolicy = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** Every item with the same probability in every position. */
export function uniformPolicy(items: readonly string[], positions: readonly string[]): TabularPolicy {
  const alike = new Map(items.map((item) => [item, 1 / items.length]));
  return new Map(positions.map((position) => [position, alike]));
}

/**
 * The rule that a log was written by, as a table: how often each item was shown in each position. It stands for a rule
 * that learns while it logs by what it did on average, which is also how its on-policy rate came about.
 */
export function observedPolicy(log: readonly LoggedItem[]): TabularPolicy {
  const counts = countsByPosition(log);
  return new Map(
    [...counts].map(([position, items]) => {
      const shown = sumOf([...items.values()]);
      return [position, new Map([...items].map(([item, count]) => [item, count / shown]))];
    }),
  );
}

/**
 * Opens per impression of each item, pulled towards the mean of the log as if `opensOfPrior` opens at that mean had been
 * seen before: the reward model of the doubly robust estimate. Items that the log does not have get its mean.
 */
export function itemRates(log: readonly LoggedItem[], opensOfPrior = 5): (item: string) => number {
  const seen = new Map<string, { clicks: number; impressions: number }>();
  let clicks = 0;
  for (const { item, clicked } of log) {
    const sums = seen.get(item) ?? { clicks: 0, impressions: 0 };
    sums.impressions++;
    if (clicked) sums.clicks++;
    seen.set(item, sums);
    if (clicked) clicks++;
  }
  // A log without one open has the rate 0 everywhere, and nothing to be pulled to.
  if (clicks === 0) return () => 0;
  const mean = clicks / log.length;
  return (item) => {
    const sums = seen.get(item) ?? { clicks: 0, impressions: 0 };
    return (opensOfPrior + sums.clicks) / (opensOfPrior / mean + sums.impressions);
  };
}

/** A log made ready for `evaluateOffPolicy`. */
export function rewardsUnder(
  log: readonly LoggedItem[],
  policy: TabularPolicy,
  rate: (item: string) => number,
): LoggedReward[] {
  const expected = new Map(
    [...policy].map(([position, items]) => [
      position,
      [...items].reduce((sum, [item, probability]) => sum + probability * rate(item), 0),
    ]),
  );
  return log.map(({ item, position, clicked, propensity }) => ({
    reward: clicked ? 1 : 0,
    logged: propensity,
    evaluated: policy.get(position)?.get(item) ?? 0,
    modelled: rate(item),
    modelledEvaluated: expected.get(position) ?? 0,
  }));
}

/**
 * The share of what a rule shows, averaged over positions, of which the log has no impression in that position.
 */
export function unsupportedShare(log: readonly LoggedItem[], policy: TabularPolicy): number {
  const logged = countsByPosition(log);
  let missing = 0;
  for (const [position, items] of policy)
    for (const [item, probability] of items) if (!logged.get(position)?.has(item)) missing += probability;
  return policy.size > 0 ? missing / policy.size : 0;
}

function countsByPosition(log: readonly LoggedItem[]): Map<string, Map<string, number>> {
  const counts = new Map<string, Map<string, number>>();
  for (const { item, position } of log) {
    const items = counts.get(position) ?? new Map<string, number>();
    items.set(item, (items.get(item) ?? 0) + 1);
    counts.set(position, items);
  }
  return counts;
}
