import * as rates from '../metrics/compute';
import type { EngagementCounts } from '../metrics/engagement';
import { probabilityAbove } from './estimate-rate';
import type { PoolEvidence } from './pool-evidence';
import type { GateMetric, PoolGate, PoolPolicy } from './pool-policy';

export interface MissedGate {
  metric: GateMetric;
  value: number | null;
  atLeast: number;
}

const noneMissed: MissedGate[] = [];

/** The gates that apply to this run. */
export function gatesOf(evidence: PoolEvidence, policy: PoolPolicy): PoolGate[] {
  return policy.gates.filter(
    ({ level, noteType }) => level === evidence.level && (!noteType || noteType === evidence.noteType),
  );
}

/** The folk thresholds of this level that the run does not reach. A rate that is not defined yet is missed. */
export function missedGates(evidence: PoolEvidence, policy: PoolPolicy): MissedGate[] {
  if (policy.gates.length === 0) return noneMissed;
  return gatesOf(evidence, policy)
    .map(({ metric, atLeast }) => ({ metric, value: gateValue(metric, evidence.counts), atLeast }))
    .filter(({ value, atLeast }) => value === null || value < atLeast);
}

/**
 * The probability that the true rate is above a gate, with a prior of `priorTrials` at the gate itself: neither for
 * nor against the note. For `cesRate`, which is no share of anything, it only says whether the gate is reached now.
 */
export function gateChance(
  { metric, atLeast }: PoolGate,
  counts: EngagementCounts,
  priorTrials: number,
): number {
  const trials = metric === 'ctr' ? counts.impressions : counts.clicks;
  const value = gateValue(metric, counts);
  if (metric === 'cesRate') return value !== null && value >= atLeast ? 1 : 0;
  return probabilityAbove(atLeast, Math.min(trials, (value ?? 0) * trials), trials, atLeast, priorTrials);
}

export function gateValue(metric: GateMetric, counts: EngagementCounts): number | null {
  switch (metric) {
    case 'ctr':
      return rates.ctr(counts);
    case 'interactionRatePerRead':
      return rates.interactionRatePerRead(counts, 'LCC');
    case 'collectRate':
      return rates.collectRate(counts);
    case 'commentRate':
      return rates.commentRate(counts);
    case 'cesRate':
      return rates.cesRate(counts);
  }
}
