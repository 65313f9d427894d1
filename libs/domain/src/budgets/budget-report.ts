import { type BudgetAsk, type BudgetRefusal, isBudgetRefusal } from './budget-ask';
import { budgetFrontier, type BudgetPoint } from './budget-frontier';
import { type BudgetLuckAsk, type BudgetSureness, howSure } from './budget-luck';
import { type BudgetPlan, findBudget, spendsOf } from './plan-budget';

/** All that is found out about a budget: the best plan, what other budgets bring, and how sure both are. */
export interface BudgetReport {
  plan: BudgetPlan;
  frontier: BudgetPoint[];
  sureness: BudgetSureness;
}

/** Plans a budget and looks around the plan. @throws RangeError as `planBudget` does */
export function reportBudget(ask: BudgetAsk, luck: BudgetLuckAsk): BudgetReport | BudgetRefusal {
  const found = findBudget(ask);
  if (isBudgetRefusal(found)) return found;
  const { plan, problem, solved } = found;
  return {
    plan,
    frontier: budgetFrontier(ask, solved),
    sureness: howSure(ask, spendsOf(problem, solved), luck),
  };
}
