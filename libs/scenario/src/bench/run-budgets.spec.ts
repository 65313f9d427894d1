import { findBudget, isBudgetRefusal } from '@poolrise/domain';
import { bareGreedy } from './bare-greedy';
import { budgetMarket, marketMixes } from './budget-market';
import { runBudgets } from './run-budgets';

const clock = { wall: () => performance.now(), cpu: () => performance.now() };

describe('the measurement of the plan of a budget', () => {
  it.each(Object.keys(marketMixes))(
    'plans %s, close to its bound and no worse than the bare greedy',
    (mix) => {
      const row = runBudgets(60, mix, 5, clock);
      expect(row.options).toBe(60);
      expect(row.gap).toBeGreaterThanOrEqual(0);
      expect(row.gap).toBeLessThan(0.02);
      // The plan spends whole cents and tries not every set.
      expect(row.overGreedy).toBeGreaterThan(0.999);
      expect(Math.min(row.plan.wall, row.frontier.wall, row.draws.wall)).toBeGreaterThan(0);
    },
  );

  it('has a greedy that keeps the budget: a cent less than the only creator costs buys nothing', () => {
    const market = budgetMarket(1, 20, marketMixes['creators'] ?? never());
    const [one] = market.options;
    if (one?.kind !== 'lump') throw new Error('no creator');
    const only = { ...market, options: [one], budgetCents: one.cents };
    expect(bareGreedy(only)).toBe(one.value);
    expect(bareGreedy({ ...only, budgetCents: one.cents - 1 })).toBe(0);
    const found = findBudget(only);
    expect(isBudgetRefusal(found) ? null : found.plan.value).toBe(one.value);
  });
});

function never(): never {
  throw new Error('no such mix');
}
