import { type CampaignRail } from '../campaigns/campaign';
import { type BudgetAsk, isBudgetRefusal } from './budget-ask';
import { type BudgetProblem, layOut } from './budget-problem';
import { spendsOf } from './plan-budget';
import { relaxBudget } from './relax-budget';
import { type SolvedBudget, solveBudget } from './solve-budget';

/** What a budget brings. */
export interface BudgetPoint {
  budgetCents: number;
  /** null where the guards ask for more than there is */
  value: number | null;
  /** no plan for so much brings more */
  bound: number | null;
  rails: Record<CampaignRail, number> | null;
  creators: number;
  /** options that the point before had not, where a creator is among them: the line bends there */
  enters: string[];
}

/** From a tenth of the budget to half as much again. */
const steps = Array.from({ length: 29 }, (_, at) => (at + 2) / 20);
const frontierEffort = { core: 40, buckets: 500, tries: 10 };

/**
 * What the best plan brings, by budget. It never falls: a plan for less is a plan for more.
 *
 * `known` is the plan at the budget asked about, so that both show the same figure.
 */
export function budgetFrontier(ask: BudgetAsk, known: SolvedBudget): BudgetPoint[] {
  let best: { solved: SolvedBudget; problem: BudgetProblem } | null = null;
  let before = new Set<string>();
  return steps.map((step) => {
    const budgetCents = Math.round(ask.budgetCents * step);
    const problem = layOut({ ...ask, budgetCents });
    if (isBudgetRefusal(problem)) return nobody(budgetCents);
    const solved = step === 1 ? known : solveBudget(problem, frontierEffort);
    if (solved && (!best || solved.value > best.solved.value)) best = { solved, problem };
    if (!best) return nobody(budgetCents);
    const spends = spendsOf(best.problem, best.solved);
    const creators = new Set(best.solved.lumps.map((at) => best?.problem.lumps[at]?.id ?? ''));
    const enters = [...creators].filter((id) => !before.has(id));
    before = creators;
    const { media, lumpCents } = best.solved;
    return {
      budgetCents,
      value: best.solved.value,
      bound: Math.max(best.solved.value, relaxBudget(problem).bound),
      rails: {
        creators: lumpCents,
        boosts: Math.floor(media.boosts.cents),
        search: Math.floor(media.search.cents),
      },
      creators: creators.size,
      enters: spends.size > 0 ? enters : [],
    };
  });
}

const nobody = (budgetCents: number): BudgetPoint => ({
  budgetCents,
  value: null,
  bound: null,
  rails: null,
  creators: 0,
  enters: [],
});
