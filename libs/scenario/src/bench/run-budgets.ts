import {
  budgetDraws,
  budgetFrontier,
  findBudget,
  type FoundBudget,
  howSure,
  isBudgetRefusal,
  spendsOf,
} from '@poolrise/domain';
import { bareGreedy } from './bare-greedy';
import { budgetMarket, marketMixes } from './budget-market';

/** Milliseconds on the wall and of the processor. */
export interface Took {
  wall: number;
  cpu: number;
}

export interface BudgetsRow {
  options: number;
  mix: string;
  plan: Took;
  frontier: Took;
  draws: Took;
  greedy: Took;
  /** what is missing to the bound of the linear relaxation, as a share of it */
  gap: number;
  /** what the plan brings for every unit that the bare greedy brings */
  overGreedy: number;
}

export interface BudgetClock {
  /** milliseconds */
  wall: () => number;
  cpu: () => number;
}

/** Plans a made-up market whole, as the product does for a campaign, and by a bare greedy in the same run. */
export function runBudgets(options: number, mix: string, seed: number, clock: BudgetClock): BudgetsRow {
  const ask = budgetMarket(seed, options, marketMixes[mix] ?? unknown(mix));
  const planned = timed(clock, () => found(findBudget(ask)));
  const { plan, problem, solved } = planned.made;
  const frontier = timed(clock, () => budgetFrontier(ask, solved));
  const draws = timed(clock, () =>
    howSure(ask, spendsOf(problem, solved), { seed, together: 0.3, draws: budgetDraws }),
  );
  const greedy = timed(clock, () => bareGreedy(ask));
  return {
    options: ask.options.length,
    mix,
    plan: planned.took,
    frontier: frontier.took,
    draws: draws.took,
    greedy: greedy.took,
    gap: 1 - plan.value / plan.bound,
    overGreedy: plan.value / greedy.made,
  };
}

function timed<T>({ wall, cpu }: BudgetClock, make: () => T): { made: T; took: Took } {
  const [wallBefore, cpuBefore] = [wall(), cpu()];
  const made = make();
  return { made, took: { wall: wall() - wallBefore, cpu: cpu() - cpuBefore } };
}

function found(answer: ReturnType<typeof findBudget>): FoundBudget {
  if (isBudgetRefusal(answer)) throw new Error(`The market was refused: ${JSON.stringify(answer)}`);
  return answer;
}

function unknown(mix: string): never {
  throw new RangeError(`There is no mix ${mix}`);
}
