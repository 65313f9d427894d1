import { countShare } from '../calibration/wilson';
import { decileDeviate } from '../probability/gamma-quantile';
import type { RuleCondition } from './rule';

/** What a boost counted within the window of a rule, and what it spent of its budget by its end. Money in cents. */
export interface RuleCounts {
  impressions: number;
  reads: number;
  follows: number;
  /** for the impressions of the window */
  spentCents: number;
  /** since the boost began */
  spentSoFarCents: number;
  budgetCents: number;
}

/**
 * `hit`: the figure is on the wrong side and so is all of its interval. `cannot-tell`: the figure is, but its interval reaches to
 * the value. `too-few`: less was counted than the rule wants.
 */
export type RuleVerdict = 'hit' | 'cannot-tell' | 'clear' | 'too-few';

/** A figure as a rule judged it, in the unit of its metric. */
export interface RuleJudgement {
  verdict: RuleVerdict;
  /** null when there is nothing to divide by: cost of a read without one */
  value: number | null;
  /** 80 % interval; both the value itself for what is exact; `high` is null where it has no upper bound */
  low: number;
  high: number | null;
}

/**
 * Judges a condition on counts.
 *
 * Rates are judged by the score interval of Wilson that holds the true rate in four of five cases; a cost per answer by the same
 * interval of its rate, since what an impression costs is fixed. A share of the budget is exact.
 * @throws RangeError when more answered than saw it
 */
export function judgeRule(condition: RuleCondition, counts: RuleCounts): RuleJudgement {
  const figure = figureOf(condition, counts);
  if (counts.impressions < condition.leastImpressions) return { verdict: 'too-few', ...figure };
  return { verdict: verdictOf(condition, figure), ...figure };
}

type Figure = Omit<RuleJudgement, 'verdict'>;

function figureOf({ metric }: RuleCondition, counts: RuleCounts): Figure {
  const { impressions, reads, follows, spentCents, spentSoFarCents, budgetCents } = counts;
  switch (metric) {
    case 'ctrPaid':
      return rate(reads, impressions);
    case 'followRate':
      return rate(Math.min(follows, reads), reads);
    case 'cpc':
      return cost(spentCents, reads, impressions);
    case 'cpf':
      return cost(spentCents, follows, impressions);
    case 'spendShare': {
      const share = spentSoFarCents / budgetCents;
      return { value: share, low: share, high: share };
    }
  }
}

function rate(answers: number, of: number): Figure {
  const { share, low, high } = countShare(answers, of, decileDeviate);
  return { value: share, low, high };
}

function cost(cents: number, answers: number, impressions: number): Figure {
  const { low, high } = countShare(Math.min(answers, impressions), impressions, decileDeviate);
  return {
    value: answers > 0 ? cents / answers : null,
    low: impressions > 0 ? cents / (impressions * high) : 0,
    high: low > 0 ? cents / (impressions * low) : null,
  };
}

function verdictOf({ comparison, value: bound }: RuleCondition, { value, low, high }: Figure): RuleVerdict {
  if (comparison === 'below') {
    if (high !== null && high < bound) return 'hit';
    return value !== null && value < bound ? 'cannot-tell' : 'clear';
  }
  if (low > bound) return 'hit';
  // Money went out and nobody answered: dear without end, and no more certain than its interval says.
  return value === null || value > bound ? 'cannot-tell' : 'clear';
}
