import type { BoostGoal } from '../boosts/boost-goal';
import { forecastBoost } from '../boosts/forecast-boost';
import { boostTerms } from '../boosts/boost-terms';
import type { RacePrior } from './race-terms';

/**
 * The belief about a note that a race begins with: the usual paid rate of its category, held as weakly as four answers
 * counted once, so that the true rate is taken to lie between about half and one and a half of it.
 *
 * Rates are answers of the goal per paid impression. What is known of the note itself is left out on purpose: a race asks
 * which note does better now, before these readers, and nobody is to start ahead.
 */
export function racePrior(category: string, goal: BoostGoal): RacePrior {
  const { impressions, goalFigure } = forecastBoost({
    goal,
    category,
    budgetCents: boostTerms.minBudgetCents,
    durationHours: boostTerms.minDurationHours,
    voucherImpressions: 0,
    noteEvidence: null,
  });
  const rate = goalFigure.expected / impressions;
  return { rate, weight: priorAnswers / rate };
}

const priorAnswers = 4;
