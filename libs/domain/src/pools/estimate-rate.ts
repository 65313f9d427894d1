import type { EngagementCounts } from '../metrics/engagement';
import { betaBelow } from '../probability/incomplete-beta';
import { gammaAbove } from '../probability/incomplete-gamma';
import { decileDeviate, gammaQuantile } from '../probability/gamma-quantile';
import { contentValue, engagementValue } from './engagement-score';
import { peersBelow } from './peer-density';
import type { LiftEstimate, PeerStats } from './pool-evidence';
import type { EngagementWeights } from './pool-policy';
import {
  chanceAbove,
  liftInterval,
  type Rating,
  rateNote,
  type RatingPrior,
  shapeOfNewNotes,
} from './rate-note';

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

/** How a run is held against its peers. */
export interface Comparison {
  /** Impressions in units of an average place (`PoolEvidence.exposure`); the impressions themselves when not known. */
  exposure?: number | undefined;
  /** The lift to be above; 1 is the average. */
  bar?: number | undefined;
}

/** The weighted value of a run against its peers, as hook x content: the estimate that a verdict is made on. */
export function estimateValue(
  counts: EngagementCounts,
  peers: PeerStats,
  weights: EngagementWeights,
  { exposure = counts.impressions, bar = 1 }: Comparison = {},
): LiftEstimate {
  const rating = rateAgainstPeers(counts, peers, weights, exposure);
  return {
    observed: engagementValue(counts, weights),
    expected: exposure * peers.meanRate,
    lift: rating.lift,
    ...liftInterval(rating),
    probabilityAbove: chanceAbove(rating, bar),
    sample: counts.impressions,
  };
}

/** The rating behind `estimateValue`. */
export function rateAgainstPeers(
  counts: EngagementCounts,
  peers: PeerStats,
  weights: EngagementWeights,
  exposure = counts.impressions,
): Rating {
  return rateNote(
    {
      clicks: counts.clicks,
      expectedClicks: exposure * peers.clickRate,
      content: contentValue(counts, weights),
    },
    ratingPriorOf(peers, weights),
  );
}

/** What the peers say of a note that nothing is known of yet. */
export function ratingPriorOf(peers: PeerStats, weights: EngagementWeights): RatingPrior {
  const perImpression = Math.max(0, peers.meanRate - weights.click * peers.clickRate);
  const contentPerClick = peers.clickRate > 0 ? perImpression / peers.clickRate : 0;
  const squares = peers.dispersion * peers.meanRate - weights.click ** 2 * peers.clickRate;
  const contentDispersion = perImpression > 0 && squares > 0 ? squares / perImpression : 1;
  const hookShape = peers.strength * peers.clickRate;
  // Where nobody knows yet, contents differ from note to note as much as hooks do.
  const learntShape =
    peers.contentOpens === undefined ? hookShape : (peers.contentOpens * contentPerClick) / contentDispersion;
  const leastShape = (contentPatience * hookShape * contentPerClick) / contentDispersion;
  const contentShape = Math.max(learntShape, leastShape);
  return {
    hookMean: 1,
    hookShape,
    contentMean: 1,
    contentShape: Math.max(contentShape, smallestPrior),
    contentDispersion,
    clickWeight: weights.click,
    contentPerClick,
  };
}

/** The hook: opens against the opens that an average peer gets in as many impressions of the same places. */
export function estimateHook(
  counts: EngagementCounts,
  peers: PeerStats,
  weights: EngagementWeights,
  exposure = counts.impressions,
): LiftEstimate {
  const { hookShape } = ratingPriorOf(peers, weights);
  return estimateLift({
    observed: counts.clicks,
    expected: exposure * peers.clickRate,
    priorExpected: hookShape,
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
  const { contentPerClick, contentShape, contentDispersion } = ratingPriorOf(peers, weights);
  return estimateLift({
    observed: contentValue(counts, weights),
    expected: counts.clicks * contentPerClick,
    priorExpected: contentShape * contentDispersion,
    dispersion: contentDispersion,
    sample: counts.clicks,
  });
}

/**
 * An open that nothing follows raises the hook and lowers the content. The content's prior weighs at least this many times
 * the opens of the hook's, so that such an open counts for the note and not against it [P].
 */
const contentPatience = 4;

/** Keeps the content of peers who got nothing but clicks at "average" instead of dividing by nothing. */
const smallestPrior = 1e-6;

/**
 * The share of peers that a true lift of this size would leave behind, 0 to 1: "top 12 %" is 0.88.
 * It is read from the spread of peers that the estimate assumes, not counted.
 */
export function shareOfPeersBelow(lift: number, peers: PeerStats, weights: EngagementWeights): number {
  return peersBelow(spreadOfPeers(peers, weights), lift);
}

/** Gamma shape of the peers' true lifts around 1, as the estimate assumes it: the larger, the more alike they are. */
export function spreadOfPeers(peers: PeerStats, weights: EngagementWeights): number {
  return shapeOfNewNotes(ratingPriorOf(peers, weights));
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
