import { betaBelow } from '../probability/incomplete-beta';
import { gammaAbove } from '../probability/incomplete-gamma';
import { barOf, decidePool, passThreshold, targetOf } from './decide-pool';
import { contentValue } from './engagement-score';
import { rateAgainstPeers, ratingPriorOf } from './estimate-rate';
import { gateChance, gatesOf } from './gates';
import type { PoolEvidence } from './pool-evidence';
import { type PoolPolicy, finalLevel, levelOf } from './pool-policy';
import { type Rating, rateNote, ratingShape } from './rate-note';

/**
 * The probability that this run passes when its sample is complete, given what is seen now: "81 % to pass".
 *
 * It differs from `probabilityAbove`, which asks whether the note *is* above its peers: a note that surely is can
 * still miss by bad luck in the impressions to come, and one that waits is judged on more than it has now.
 *
 * The rating is taken as the gamma of its mean and spread (`ratingShape`). What is still to come is then negative binomial (the
 * posterior predictive of a Poisson under a gamma), and its tail is an incomplete beta function (DLMF 8.17.5 with
 * Johnson, Kemp and Kotz, Univariate Discrete Distributions, 5.6); the news needed at the end is found by bisection. Not counted: a verdict
 * that comes early, a window that ends first. Where gates apply, the least likely one is an upper bound. A note under
 * audit is forecast as if it were let through; at the last level, and for a limited note, there is nothing to pass.
 */
export function forecastPass(evidence: PoolEvidence, policy: PoolPolicy): number {
  const level = levelOf(policy, evidence.level);
  const awaitsAudit = evidence.auditState === 'pending' || evidence.auditState === 'human_review';
  const heard: PoolEvidence = awaitsAudit ? { ...evidence, auditState: 'passed' } : evidence;
  if (heard.auditState !== 'passed' || level.level === finalLevel(policy)) return 0;

  const { outcome } = decidePool(heard, policy);
  if (outcome !== 'wait') return outcome === 'pass' ? 1 : 0;

  const chance = chanceToReach(evidence, policy, passThreshold(policy, level));
  const gates = gatesOf(evidence, policy).map((gate) =>
    gateChance(gate, evidence.counts, policy.verdict.gatePriorTrials),
  );
  return Math.min(chance, ...gates);
}

function chanceToReach(evidence: PoolEvidence, policy: PoolPolicy, threshold: number): number {
  const { counts, peers, audienceLeft, exposure = counts.impressions } = evidence;
  const target = targetOf(evidence, policy);
  const last = audienceLeft === null ? target : Math.min(target, counts.impressions + audienceLeft);
  const growth = counts.impressions > 0 ? last / counts.impressions : Infinity;

  const now = rateAgainstPeers(counts, peers, policy.weights, exposure);
  const shapeNow = ratingShape(now);
  const rateNow = shapeNow / now.lift;
  const rateAtEnd = shapeAtEnd(evidence, policy, now, { last, growth }) / now.lift;
  const needed = shapeToPass(rateAtEnd * barOf(evidence), threshold) - shapeNow;
  if (needed <= 0) return 1;
  if (rateAtEnd <= rateNow) return 0;
  return betaBelow(1 - rateNow / rateAtEnd, needed, shapeNow);
}

/** How sure the rating will be when the sample is complete, if what is to come turns out as expected. */
function shapeAtEnd(
  { counts, peers, exposure = counts.impressions }: PoolEvidence,
  { weights }: PoolPolicy,
  now: Rating,
  { last, growth }: { last: number; growth: number },
): number {
  const prior = ratingPriorOf(peers, weights);
  const exposureToCome =
    counts.impressions > 0 ? exposure * (growth - 1) : Math.max(0, last - counts.impressions);
  const clicks = exposureToCome * peers.clickRate * now.hook;
  const atEnd = rateNote(
    {
      clicks: counts.clicks + clicks,
      expectedClicks: (exposure + exposureToCome) * peers.clickRate,
      content: contentValue(counts, weights) + clicks * prior.contentPerClick * now.content,
    },
    prior,
  );
  return ratingShape(atEnd);
}

/** The gamma shape whose probability of being above `x` is the threshold; it grows with the shape. */
function shapeToPass(x: number, threshold: number): number {
  let low = 0;
  let high = x + 10 * Math.sqrt(x) + 20;
  while (high - low > 1e-6 * high) {
    const middle = (low + high) / 2;
    if (gammaAbove(middle, x) >= threshold) high = middle;
    else low = middle;
  }
  return high;
}
