import { type EstimatedMean, estimateMean, sumOf } from '../probability/means';

/** One logged impression, with what the evaluation of another rule needs to know about it. */
export interface LoggedReward {
  /** What came of it, for example 1 for an open and 0 for none. */
  reward: number;
  /** The probability with which the logging rule chose what was shown; above 0, at most 1. */
  logged: number;
  /** The probability with which the evaluated rule would have chosen the same for the same reader and place; 0 to 1. */
  evaluated: number;
  /** The reward that a model expects of what was shown, and of what the evaluated rule would have shown. */
  modelled: number;
  modelledEvaluated: number;
}

/** How far a log can speak for another rule at all. */
export interface LogSupport {
  impressions: number;
  /** The number of impressions, all shown by the evaluated rule itself, that would tell as much: (Σw)² / Σw². */
  effectiveSampleSize: number;
  /** Mean and maximum of w = evaluated / logged; the mean is near 1 when the log's probabilities are true. */
  meanWeight: number;
  maxWeight: number;
  /** Share of the impressions that the evaluated rule would never have shown. */
  unusedShare: number;
  /** Share of what the evaluated rule shows of which the log has not a single impression: no weight can make up for it. */
  unsupportedShare: number;
}

/** Rewards per impression under the evaluated rule, three ways. */
export interface OffPolicyEstimate extends LogSupport {
  verdict: 'estimated';
  /** Inverse propensity score: unbiased, swings with every large weight. */
  ips: EstimatedMean;
  /** The same divided by the mean weight: a little bias for much calm. */
  snips: EstimatedMean;
  /** Doubly robust: the model's answer, corrected by what the log says about the model's errors. */
  dr: EstimatedMean;
}

/** The log cannot answer: a number would be made of a handful of impressions, however small its error looked. */
export interface OffPolicyRefusal extends LogSupport {
  verdict: 'refused';
  code: 'too-few-effective-impressions';
  needed: number;
}

/** Below it the standard errors themselves are guesses (pools.md section 2c: an ESS of 2 gave .74, .24 and -.20 %). */
const leastEffectiveSample = 200;

/**
 * What a rule would have earned per impression, from the log of another rule; or a refusal.
 *
 * With w = evaluated / logged, r the reward, q the modelled one:
 * IPS = mean(w r); SNIPS = Σ w r / Σ w; DR = mean(q(evaluated) + w (r - q)).
 * Standard errors: of the mean of the terms, for SNIPS by the delta method, sqrt(Σ w² (r - SNIPS)²) / Σ w. They take the
 * model as given and the impressions as independent.
 * Sources: Dudík, Langford and Li 2011 (DR); Swaminathan and Joachims 2015 (SNIPS); Saito et al. 2020, Open Bandit
 * Dataset, on which the spec's fixture rests; Kish 1965 (effective sample size).
 *
 * @param unsupportedShare see `LogSupport`; `unsupportedShare` of `tabular-policy.ts` counts it
 * @throws RangeError when a probability is none: such a log was not written by the rule it names
 */
export function evaluateOffPolicy(
  log: readonly LoggedReward[],
  unsupportedShare = 0,
): OffPolicyEstimate | OffPolicyRefusal {
  const weights = log.map(weightOf);
  const support = { ...supportOf(weights), unsupportedShare };
  if (!(support.effectiveSampleSize >= leastEffectiveSample))
    return {
      verdict: 'refused',
      code: 'too-few-effective-impressions',
      needed: leastEffectiveSample,
      ...support,
    };
  const byWeight = (index: number): number => weights[index] as number;
  return {
    verdict: 'estimated',
    ...support,
    ips: estimateMean(log.map(({ reward }, index) => byWeight(index) * reward)),
    snips: weightedMean(log, weights),
    dr: estimateMean(
      log.map(
        ({ reward, modelled, modelledEvaluated }, index) =>
          modelledEvaluated + byWeight(index) * (reward - modelled),
      ),
    ),
  };
}

function weightOf({ logged, evaluated }: LoggedReward): number {
  if (!(logged > 0 && logged <= 1)) throw new RangeError(`Nothing is shown with the probability ${logged}`);
  if (!(evaluated >= 0 && evaluated <= 1 + 1e-9))
    throw new RangeError(`${evaluated} is no probability of the evaluated rule`);
  return evaluated / logged;
}

function supportOf(weights: readonly number[]): Omit<LogSupport, 'unsupportedShare'> {
  let sum = 0;
  let squares = 0;
  let maxWeight = 0;
  let unused = 0;
  for (const weight of weights) {
    sum += weight;
    squares += weight * weight;
    maxWeight = Math.max(maxWeight, weight);
    if (weight === 0) unused++;
  }
  const impressions = weights.length;
  return {
    impressions,
    effectiveSampleSize: squares > 0 ? (sum * sum) / squares : 0,
    meanWeight: impressions > 0 ? sum / impressions : 0,
    maxWeight,
    unusedShare: impressions > 0 ? unused / impressions : 0,
  };
}

function weightedMean(log: readonly LoggedReward[], weights: readonly number[]): EstimatedMean {
  const sum = sumOf(weights);
  const value = log.reduce((all, { reward }, index) => all + (weights[index] as number) * reward, 0) / sum;
  const squares = log.reduce(
    (all, { reward }, index) => all + ((weights[index] as number) * (reward - value)) ** 2,
    0,
  );
  return { value, standardError: Math.sqrt(squares) / sum };
}
