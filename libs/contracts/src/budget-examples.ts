import type { AskBudgetPlan } from './budget-plans';

/** What may be asked of a plan of a budget, for the document and the specs. */
export const budgetExamples = {
  askBudgetPlan: {
    goal: 'reads',
    portfolioId: null,
    rails: {
      creators: { minCents: 0, maxCents: null },
      boosts: { minCents: 0, maxCents: 800_000 },
      search: { minCents: 0, maxCents: null },
    },
    tiers: [],
    ceilingCents: 200,
    assumptions: { people: null, searchShare: 0.3, together: 0.3, readsSpread: 0.8 },
    seed: 1,
  } satisfies AskBudgetPlan as AskBudgetPlan,
  applyBudgetPlan: { version: 1 },
};
