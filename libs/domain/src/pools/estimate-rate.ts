import type { EngagementCounts } from '../metrics/engagement';
import { betaBelow } from '../probability/incomplete-beta';
import { gammaAbove, gammaBelow } from '../probability/incomplete-gamma';
import { decileDeviate, gammaQuantile } from '../probability/gamma-quantile';
import { contentValue, engagementValue } from './engagement-score';
import type { LiftEstimate, PeerStats } from './pool-evidence';
import type { EngagementWeights } from './pool-policy';

/** What is needed to compare something seen with something expected. */
export interface LiftAsk {
  observed: number;
  expected: number;
  /** What the prior expects, in the unit of `expected`: the more, the stronger the pull towards 1. */
  priorExpected: number;
  /** Variance over mean of the observed; 1 for plain counts. */
  dispersion: number;
  /** The lift to be above; 1 is the average. */
  bar?: number;
  sample: number;
}

/**
 * How often something happened against how often it was to be expected, shrunk towards the average.
 *
 * Model: the value seen, divided by its dispersion phi, is Poisson with mean lift x expected / phi, and the lift of
 * notes is gamma distributed around 1. The posterior is then gamma with shape (prior + observed) / phi and rate
 * (prior + expected) / phi, which makes everything below exact but for the quantiles.
 * Source: gamma-Poisson shrinkage as in disease mapping (Clayton and Kaldor 1987); pools.md section 1.
 */
export function estimateLift(ask: LiftAsk): LiftEstimate {
  const { observed, expected, priorExpected, dispersion, bar = 1 } = ask;
  const shape = (priorExpected + observed) / dispersion;
  const rate = (priorExpected + expected) / dispersion;
  return {
    observed,
    expected,
    lift: shape / rate,
    low: gammaQuantile(shape, -decileDeviate) / rate,
    high: gammaQuantile(shape, decileDeviate) / rate,
    probabilityAbove: gammaAbove(shape, rate * bar),
    sample: ask.sample,
  };
}

/** The weighted value of a run against its peers: the estimate that a verdict is made on. */
export function estimateValue(
  counts: EngagementCounts,
  peers: PeerStats,
  weights: EngagementWeights,
  bar = 1,
): LiftEstimate {
  return estimateLift({
    observed: engagementValue(counts, weights),
    expected: counts.impressions * peers.meanRate,
    priorExpected: peers.strength * peers.meanRate,
    dispersion: peers.dispersion,
    bar,
    sample: counts.impressions,
  });
}

/** The hook: opens against the opens that an average peer gets in as many impressions. */
export function estimateHook(counts: EngagementCounts, peers: PeerStats): LiftEstimate {
  return estimateLift({
    observed: counts.clicks,
    expected: counts.impressions * peers.clickRate,
    priorExpected: peers.strength * peers.clickRate,
    dispersion: 1,
    sample: counts.impressions,
  });
}

/**
 * The content: the value after the click against what an average peer gets from as many clicks. It tells a cover
 * that works from a text that keeps its promise.
 */
export function estimateContent(
  counts: EngagementCounts,
  peers: PeerStats,
  weights: EngagementWeights,
): LiftEstimate {
  const perImpression = Math.max(0, peers.meanRate - weights.click * peers.clickRate);
  const perClick = peers.clickRate > 0 ? perImpression / peers.clickRate : 0;
  const squares = peers.dispersion * peers.meanRate - weights.click ** 2 * peers.clickRate;
  return estimateLift({
    observed: contentValue(counts, weights),
    expected: counts.clicks * perClick,
    priorExpected: Math.max(peers.strength * perImpression, smallestPrior),
    dispersion: perImpression > 0 && squares > 0 ? squares / perImpression : 1,
    sample: counts.clicks,
  });
}

/** Keeps the content of peers who got nothing but clicks at "average" instead of dividing by nothing. */
const smallestPrior = 1e-6;

/**
 * The share of peers that a true lift of this size would leave behind, 0 to 1: "top 12 %" is 0.88.
 * It is read from the spread of peers that the estimate assumes, not counted.
 */
export function shareOfPeersBelow(lift: number, peers: PeerStats): number {
  const shape = (peers.strength * peers.meanRate) / peers.dispersion;
  return gammaBelow(shape, shape * lift);
}

/**
 * A rate pulled towards its prior mean as if `strength` trials at that mean had been seen before.
 * Source: Beta-binomial posterior mean; test vectors in domain notes 2.5.
 */
export function shrunkRate(successes: number, trials: number, mean: number, strength: number): number {
  return (mean * strength + successes) / (strength + trials);
}

/** The probability that the true rate is above the threshold, under the same prior (domain notes 2.5). */
export function probabilityAbove(
  threshold: number,
  successes: number,
  trials: number,
  mean: number,
  strength: number,
): number {
  const a = mean * strength + successes;
  const b = (1 - mean) * strength + trials - successes;
  return 1 - betaBelow(threshold, a, b);
}
