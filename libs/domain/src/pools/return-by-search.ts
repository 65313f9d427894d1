import { barOf } from './decide-pool';
import { estimateContent, estimateHook, estimateValue } from './estimate-rate';
import { missedGates } from './gates';
import type { PoolEvidence, PoolVerdict, ReasonCode } from './pool-evidence';
import { type PoolPolicy, finalLevel, levelOf } from './pool-policy';

/** How sure it must be that a stopped note is above the bar after all, by those who searched for it [P]. */
const returnAt = 0.9;

/** Stops that no number of searchers undoes: somebody, or the rules of the platform, took the note out. */
const final: readonly ReasonCode[] = [
  'AUDIT_LIMITED',
  'AUDIT_REJECTED',
  'NEGATIVE_FEEDBACK',
  'MANUAL_STOP',
  'TOP_LEVEL',
];

/**
 * Whether a note that a pool has stopped comes back because readers who searched found it good: the pass to the level
 * above that it missed, or null.
 *
 * `since` holds what happened after the stop, which search alone can bring; a first pool's worth of impressions is
 * needed, and a chance of nine in ten to be above the bar. Age is no obstacle: notes live for months in search.
 * Source: a note can come back into circulation months later (Machine Heart interview [A by report], domain notes 2.1).
 */
export function returnBySearch(
  since: PoolEvidence,
  stoppedFor: ReasonCode,
  policy: PoolPolicy,
): PoolVerdict | null {
  const { counts, peers, exposure, level } = since;
  if (final.includes(stoppedFor) || since.auditState !== 'passed' || level >= finalLevel(policy)) return null;
  const target = levelOf(policy, 0).target;
  const bar = barOf(since);
  const estimate = estimateValue(counts, peers, policy.weights, { exposure, bar });
  if (counts.impressions < target || estimate.probabilityAbove < returnAt) return null;
  if (missedGates(since, policy).length > 0) return null;
  return {
    outcome: 'pass',
    reason: 'FOUND_BY_SEARCH',
    trigger: 'search',
    toLevel: level + 1,
    estimate,
    hook: estimateHook(counts, peers, policy.weights, exposure),
    content: estimateContent(counts, peers, policy.weights),
    weakest: null,
    bar,
    sample: counts.impressions,
    target,
    gatesMissed: [],
    counterfactuals: { opensToStop: null, opensToPass: null },
    nextCheckAt: null,
    policy: { name: policy.name, version: policy.version },
  };
}
