import { type ResponseRates, ratesOf } from '../metrics/benchmarks';
import type { EngagementCounts } from '../metrics/engagement';
import { contentValue, engagementValue, squaredWeights } from './engagement-score';
import type { PeerStats } from './pool-evidence';
import type { EngagementWeights, PoolPolicy, PoolPrior } from './pool-policy';
import { type SpreadSums, tauSquared } from './spread-of-lifts';

/**
 * What finished runs leave behind: plain sums, so that a day's row grows by addition and never needs its runs again.
 * They belong to the weights they were made with: sum them by policy version, level, category and type of note.
 */
export interface PeerSums {
  runs: number;
  impressions: number;
  /** The impressions in units of an average place. */
  exposure: number;
  clicks: number;
  /** Sum of the weighted values, and of the squared weights of all events. */
  value: number;
  squaredWeights: number;
  /** Sums over runs of squares and products: all that the spread between runs needs, for the hook and for the content. */
  clicksSquared: number;
  clicksExposure: number;
  exposureSquared: number;
  contentSquared: number;
  contentClicks: number;
}

/** The sums of one day; `day` is a date in Shanghai, YYYY-MM-DD. */
export interface PeerDay extends PeerSums {
  day: string;
}

export function noPeers(): PeerSums {
  return {
    runs: 0,
    impressions: 0,
    exposure: 0,
    clicks: 0,
    value: 0,
    squaredWeights: 0,
    clicksSquared: 0,
    clicksExposure: 0,
    exposureSquared: 0,
    contentSquared: 0,
    contentClicks: 0,
  };
}

export function addPeers(a: PeerSums, b: PeerSums): PeerSums {
  const names = Object.keys(a) as (keyof PeerSums)[];
  return Object.fromEntries(names.map((name) => [name, a[name] + b[name]])) as unknown as PeerSums;
}

/**
 * What a closed run adds to its day; `exposure` as in `PoolEvidence`. A run without impressions has nothing to say and
 * adds nothing.
 */
export function peerContribution(
  counts: EngagementCounts,
  policy: PoolPolicy,
  exposure = counts.impressions,
): PeerSums {
  const { impressions, clicks } = counts;
  if (impressions <= 0) return noPeers();
  const content = contentValue(counts, policy.weights);
  return {
    runs: 1,
    impressions,
    exposure,
    clicks,
    value: engagementValue(counts, policy.weights),
    squaredWeights: squaredWeights(counts, policy.weights),
    clicksSquared: clicks * clicks,
    clicksExposure: clicks * exposure,
    exposureSquared: exposure * exposure,
    contentSquared: content * content,
    contentClicks: content * clicks,
  };
}

/** The average peer as the policy imagines it where nothing has been seen yet. */
export function priorPeers(policy: PoolPolicy, category: string): PeerStats {
  return learnPeers([], policy, category);
}

/**
 * What an average note of these runs gets, and how far notes differ from it.
 *
 * The mean is the runs' own, shrunk towards the policy's rates for the category as if `minPeers` notes of
 * `strengthImpressions` had been seen at those rates: a few lucky runs cannot set the bar for everyone.
 * How much the prior weighs is the empirical-Bayes answer from `minPeers` runs on, and the policy's minimum before that.
 * `days` are those of the peer window; the caller leaves the others out.
 * Source: pools.md section 1 (shrinkage, and sharing strength between related notes).
 */
export function learnPeers(days: readonly PeerSums[], policy: PoolPolicy, category: string): PeerStats {
  const { prior, weights } = policy;
  const sums = days.reduce<PeerSums>(addPeers, noPeers());
  const expected = expectedRates(ratesOf(prior.categoryRates, category), weights);

  const credit = prior.minPeers * prior.strengthImpressions;
  const exposure = sums.exposure + credit;
  const value = sums.value + credit * expected.value;
  const clickRate = (sums.clicks + credit * expected.clicks) / exposure;
  const enough = sums.runs >= prior.minPeers;
  return {
    runs: sums.runs,
    impressions: sums.impressions,
    meanRate: value / exposure,
    clickRate,
    dispersion: (sums.squaredWeights + credit * expected.squares) / value,
    ...(enough ? learnWeights(sums, policy, clickRate) : { strength: prior.strengthImpressions }),
    windowDays: policy.peerWindowDays,
    source: enough ? 'peers' : sums.runs > 0 ? 'blend' : 'prior',
  };
}

/** What a prior weighs, within what its policy allows. */
export const boundedStrength = (impressions: number, prior: PoolPrior): number =>
  Math.min(prior.maxStrengthImpressions, Math.max(prior.strengthImpressions, impressions));

/** Value, squared weights and clicks that these rates bring per impression. */
export function expectedRates(
  rates: ResponseRates,
  weights: EngagementWeights,
): { value: number; squares: number; clicks: number } {
  const perClick = (power: 1 | 2): number =>
    weights.click ** power +
    weights.like ** power * rates.like +
    weights.collect ** power * rates.collect +
    weights.comment ** power * rates.comment +
    weights.share ** power * rates.share +
    weights.follow ** power * rates.follow;
  return { value: rates.click * perClick(1), squares: rates.click * perClick(2), clicks: rates.click };
}

/** The opens of the runs against their exposure. */
export const hookSpread = (sums: PeerSums): SpreadSums => ({
  notes: sums.runs,
  observed: sums.clicks,
  expected: sums.exposure,
  observedSquared: sums.clicksSquared,
  observedExpected: sums.clicksExposure,
  expectedSquared: sums.exposureSquared,
});

/**
 * What the prior weighs, from the spread of true lifts between runs (`tauSquared`): the hook in impressions of an
 * average note, the content in opens. Runs that differ no more than chance does get the most that the policy allows.
 */
function learnWeights(
  sums: PeerSums,
  { prior, weights }: PoolPolicy,
  clickRate: number,
): Pick<PeerStats, 'strength' | 'contentOpens'> {
  const weightOf = (spread: SpreadSums, dispersion: number, perUnit: number): number => {
    const tau = tauSquared(spread, dispersion);
    return tau > 0 ? boundedStrength(dispersion / (tau * perUnit), prior) : prior.maxStrengthImpressions;
  };
  const content: SpreadSums = {
    notes: sums.runs,
    observed: sums.value - weights.click * sums.clicks,
    expected: sums.clicks,
    observedSquared: sums.contentSquared,
    observedExpected: sums.contentClicks,
    expectedSquared: sums.clicksSquared,
  };
  const strength = weightOf(hookSpread(sums), 1, clickRate);
  if (!(content.observed > 0)) return { strength };
  const dispersion = (sums.squaredWeights - weights.click ** 2 * sums.clicks) / content.observed;
  const perImpression = (content.observed / sums.clicks) * clickRate;
  return { strength, contentOpens: weightOf(content, dispersion, perImpression) * clickRate };
}
