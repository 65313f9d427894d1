import { type ResponseRates, ratesOf } from '../metrics/benchmarks';
import type { EngagementCounts } from '../metrics/engagement';
import { engagementValue, squaredWeights } from './engagement-score';
import type { PeerStats } from './pool-evidence';
import type { EngagementWeights, PoolPolicy } from './pool-policy';

/**
 * What finished runs leave behind: plain sums, so that a day's row grows by addition and never needs its runs again.
 * They belong to the weights they were made with: sum them by policy version, level and category.
 */
export interface PeerSums {
  runs: number;
  impressions: number;
  clicks: number;
  /** Sum of the weighted values, and of the squared weights of all events. */
  value: number;
  squaredWeights: number;
  /** Sums over runs of value², value x impressions and impressions²: all that the spread between runs needs. */
  valueSquared: number;
  valueImpressions: number;
  impressionsSquared: number;
}

/** The sums of one day; `day` is a date in Shanghai, YYYY-MM-DD. */
export interface PeerDay extends PeerSums {
  day: string;
}

export function noPeers(): PeerSums {
  return {
    runs: 0,
    impressions: 0,
    clicks: 0,
    value: 0,
    squaredWeights: 0,
    valueSquared: 0,
    valueImpressions: 0,
    impressionsSquared: 0,
  };
}

export function addPeers(a: PeerSums, b: PeerSums): PeerSums {
  return {
    runs: a.runs + b.runs,
    impressions: a.impressions + b.impressions,
    clicks: a.clicks + b.clicks,
    value: a.value + b.value,
    squaredWeights: a.squaredWeights + b.squaredWeights,
    valueSquared: a.valueSquared + b.valueSquared,
    valueImpressions: a.valueImpressions + b.valueImpressions,
    impressionsSquared: a.impressionsSquared + b.impressionsSquared,
  };
}

/** What a closed run adds to its day. A run without impressions has nothing to say and adds nothing. */
export function peerContribution(counts: EngagementCounts, policy: PoolPolicy): PeerSums {
  const { impressions, clicks } = counts;
  if (impressions <= 0) return noPeers();
  const value = engagementValue(counts, policy.weights);
  return {
    runs: 1,
    impressions,
    clicks,
    value,
    squaredWeights: squaredWeights(counts, policy.weights),
    valueSquared: value * value,
    valueImpressions: value * impressions,
    impressionsSquared: impressions * impressions,
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
 * Strength is the empirical-Bayes one from `minPeers` runs on, and the policy's minimum before that.
 * `days` are those of the peer window; the caller leaves the others out.
 * Source: pools.md section 1 (shrinkage, and sharing strength between related notes).
 */
export function learnPeers(days: readonly PeerSums[], policy: PoolPolicy, category: string): PeerStats {
  const { prior, weights } = policy;
  const sums = days.reduce<PeerSums>(addPeers, noPeers());
  const expected = expectedRates(ratesOf(prior.categoryRates, category), weights);

  const credit = prior.minPeers * prior.strengthImpressions;
  const impressions = sums.impressions + credit;
  const meanRate = (sums.value + credit * expected.value) / impressions;
  const dispersion =
    (sums.squaredWeights + credit * expected.squares) / (sums.value + credit * expected.value);
  const enough = sums.runs >= prior.minPeers;
  return {
    runs: sums.runs,
    impressions: sums.impressions,
    meanRate,
    clickRate: (sums.clicks + credit * expected.clicks) / impressions,
    dispersion,
    strength: enough ? learnStrength(sums, dispersion, policy) : prior.strengthImpressions,
    windowDays: policy.peerWindowDays,
    source: enough ? 'peers' : sums.runs > 0 ? 'blend' : 'prior',
  };
}

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

/**
 * The prior's weight from the spread of true lifts between runs, in impressions of an average note.
 *
 * Moment estimate: tau² = [Σ(V - mI)² - phi m ΣI] / Σ(mI)², where V is a run's value and I its impressions; a gamma
 * prior of mean 1 and variance tau² has shape 1 / tau², which is worth phi / (m tau²) impressions.
 * Runs that differ no more than chance does are given the most that the policy allows.
 */
function learnStrength(sums: PeerSums, dispersion: number, { prior }: PoolPolicy): number {
  const mean = sums.value / sums.impressions;
  const spread = sums.valueSquared - 2 * mean * sums.valueImpressions + mean * mean * sums.impressionsSquared;
  const byChance = dispersion * mean * sums.impressions;
  const tauSquared = (spread - byChance) / (mean * mean * sums.impressionsSquared);
  if (!(tauSquared > 0)) return prior.maxStrengthImpressions;
  const strength = dispersion / (mean * tauSquared);
  return Math.min(prior.maxStrengthImpressions, Math.max(prior.strengthImpressions, strength));
}
