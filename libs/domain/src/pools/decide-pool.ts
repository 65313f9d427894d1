import { addedOpens, sparedOpens } from './counterfactuals';
import { estimateContent, estimateHook, estimateValue, probabilityAbove } from './estimate-rate';
import { type MissedGate, missedGates } from './gates';
import { judgeRun } from './judge-run';
import type {
  LiftEstimate,
  PoolEvidence,
  PoolOutcome,
  PoolTrigger,
  PoolVerdict,
  ReasonCode,
} from './pool-evidence';
import { type PoolLevel, type PoolPolicy, finalLevel, levelOf } from './pool-policy';

const hourMs = 3_600_000;

interface Ruling {
  outcome: PoolOutcome;
  reason: ReasonCode;
  trigger: PoolTrigger;
}

const noCounterfactuals: PoolVerdict['counterfactuals'] = { opensToStop: null, opensToPass: null };

/** A run's figures, worked out once. */
interface RunState {
  evidence: PoolEvidence;
  policy: PoolPolicy;
  level: PoolLevel;
  target: number;
  estimate: LiftEstimate;
  gatesMissed: MissedGate[];
}

/**
 * The verdict of a traffic pool on one run of a note.
 *
 * The run is due when its sample is complete, when its window ends, when its audience is used up, or before that when
 * the evidence is already clear. It passes when the probability of being above the bar (see `barOf`) reaches the policy's threshold and no gate is missed. Level 0 is a promise to every note and is
 * never cut short by evidence. A pass leads one level up, never further, and the last level leads nowhere.
 *
 * Paid counts are not read. The same evidence and policy give the same verdict, today and in a replay.
 * Throws for a level that the policy does not have.
 * Source: the article's rule (above average, wider audience) with the statistics of pools.md sections 1 and 2d.
 */
export function decidePool(evidence: PoolEvidence, policy: PoolPolicy): PoolVerdict {
  const { counts, peers, level } = evidence;
  const state = stateOf(evidence, policy);
  const { estimate, gatesMissed, target } = state;
  const hook = estimateHook(counts, peers, policy.weights, evidence.exposure);
  const content = estimateContent(counts, peers, policy.weights);
  const ruling = rule(state);
  const { outcome, reason, trigger } = ruling;
  return {
    outcome,
    reason,
    trigger,
    toLevel: outcome === 'pass' ? level + 1 : level,
    estimate,
    hook,
    content,
    weakest: reason === 'BELOW_PEERS' ? (hook.lift <= content.lift ? 'hook' : 'content') : null,
    bar: barOf(evidence),
    sample: counts.impressions,
    target,
    gatesMissed,
    counterfactuals: counterfactualsOf(evidence, policy, ruling),
    nextCheckAt: outcome === 'wait' ? nextCheckAt(state) : null,
    policy: { name: policy.name, version: policy.version },
  };
}

/**
 * The lift that has to be beaten: the pool's live average times its capacity factor, raised where the next readers are
 * expected to respond less than those of this run did.
 */
export function barOf({ poolAverage = 1, capacityFactor = 1, outlook = 1 }: PoolEvidence): number {
  return (poolAverage * capacityFactor) / outlook;
}

/** The run's promised impressions: its own quota, or the level's. */
export function targetOf(evidence: PoolEvidence, policy: PoolPolicy): number {
  return evidence.target ?? levelOf(policy, evidence.level).target;
}

/** The probability that passes a complete sample at this level. */
export function passThreshold(policy: PoolPolicy, level: PoolLevel): number {
  return level.passAt ?? policy.verdict.passAt;
}

function stateOf(evidence: PoolEvidence, policy: PoolPolicy): RunState {
  return {
    evidence,
    policy,
    level: levelOf(policy, evidence.level),
    target: targetOf(evidence, policy),
    estimate: estimateValue(evidence.counts, evidence.peers, policy.weights, {
      exposure: evidence.exposure,
      bar: barOf(evidence),
    }),
    gatesMissed: missedGates(evidence, policy),
  };
}

function rule(state: RunState): Ruling {
  return ruleOfAudit(state) ?? ruleOfAge(state) ?? ruleOfComplaints(state) ?? ruleOfEvidence(state);
}

function ruleOfAudit(state: RunState): Ruling | null {
  const { evidence, target } = state;
  switch (evidence.auditState) {
    case 'passed':
      return null;
    case 'pending':
    case 'human_review':
      return { outcome: 'wait', reason: 'AUDIT_PENDING', trigger: 'audit' };
    case 'rejected':
      return { outcome: 'stop', reason: 'AUDIT_REJECTED', trigger: 'audit' };
    case 'limited': {
      // A limited note keeps the first pool that every note is promised, and gets nothing after it.
      const promiseRunning =
        evidence.level === 0 && evidence.counts.impressions < target && !ruleOfAge(state);
      return { outcome: promiseRunning ? 'wait' : 'stop', reason: 'AUDIT_LIMITED', trigger: 'audit' };
    }
  }
}

function ruleOfAge({ evidence, policy }: RunState): Ruling | null {
  if (evidence.hoursSincePublished < policy.agedOutHours) return null;
  return { outcome: 'stop', reason: 'AGED_OUT', trigger: 'aged-out' };
}

function ruleOfComplaints({ evidence, policy }: RunState): Ruling | null {
  const { hides, impressions } = evidence.counts;
  const limit = policy.verdict.hideRateStopAt;
  if (hides <= limit * impressions || limit >= 1) return null;
  // One impression of prior at the limit itself: two hides among three readers prove nothing yet.
  const certainty = probabilityAbove(limit, Math.min(hides, impressions), impressions, limit, 1 / limit);
  if (certainty < policy.verdict.complaintCertainty) return null;
  return { outcome: 'stop', reason: 'NEGATIVE_FEEDBACK', trigger: 'negative-feedback' };
}

function ruleOfEvidence(state: RunState): Ruling {
  const { evidence, policy, level, target, estimate, gatesMissed } = state;
  const { impressions } = evidence.counts;
  const chance = estimate.probabilityAbove;
  const thresholds = { ...policy.verdict, passAt: passThreshold(policy, level) };
  const enough = impressions >= leastShare(level, policy) * target;
  const last = level.level === finalLevel(policy);
  const exhausted = evidence.audienceLeft !== null && evidence.audienceLeft <= 0;
  const stop = (reason: ReasonCode, trigger: PoolTrigger): Ruling => ({ outcome: 'stop', reason, trigger });

  const judge = (trigger: PoolTrigger): Ruling => {
    // A small sample that is clear says more than that it is small.
    const clear = enough || chance < thresholds.clearStopAt;
    if (chance < thresholds.passAt) return stop(clear ? 'BELOW_PEERS' : 'TOO_FEW_DATA', trigger);
    if (gatesMissed.length > 0) return stop('GATE_MISSED', trigger);
    if (!enough) return stop('TOO_FEW_DATA', trigger);
    if (last) return stop('TOP_LEVEL', trigger);
    if (exhausted) return stop('AUDIENCE_EXHAUSTED', trigger);
    return { outcome: 'pass', reason: 'ABOVE_PEERS', trigger };
  };

  if (impressions >= target) return judge('sample-complete');
  if (exhausted) {
    const ruling = judge('audience-exhausted');
    return ruling.reason === 'TOO_FEW_DATA' ? stop('AUDIENCE_EXHAUSTED', ruling.trigger) : ruling;
  }
  if (windowEnded(evidence, level) && (enough || level.level > 0)) return judge('window-ended');
  const early = judgeRun({ chance, impressions, target, promised: level.level === 0, last }, thresholds);
  if (early === 'stop') return stop('BELOW_PEERS', 'evidence-clear');
  if (early === 'pass' && gatesMissed.length === 0) return judge('evidence-clear');
  return { outcome: 'wait', reason: 'QUOTA_RUNNING', trigger: 'none' };
}

/** Of the promised pool at least half is shown before it is judged, however long that takes. */
const promisedShare = 0.5;

/** The share of its target that a run must have had before a verdict on time. */
function leastShare({ level }: PoolLevel, { verdict }: PoolPolicy): number {
  return level === 0 ? Math.max(promisedShare, verdict.minSampleShare) : verdict.minSampleShare;
}

function windowEnded({ now, enteredAt }: PoolEvidence, level: PoolLevel): boolean {
  return now - enteredAt >= level.windowHours * hourMs;
}

function nextCheckAt({ evidence, policy, level, target }: RunState): number {
  const { impressions } = evidence.counts;
  const first = Math.ceil(leastShare(level, policy) * target);
  // The promised pool is judged when it is complete or, once its window has ended, as soon as there is enough to judge by.
  if (evidence.level === 0) return windowEnded(evidence, level) ? first : target;
  if (impressions < first) return Math.min(first, target);
  const step = Math.max(1, Math.ceil(target / policy.verdict.checksPerRun));
  return Math.min(target, first + (Math.floor((impressions - first) / step) + 1) * step);
}

function counterfactualsOf(
  evidence: PoolEvidence,
  policy: PoolPolicy,
  { outcome }: Ruling,
): PoolVerdict['counterfactuals'] {
  if (outcome === 'wait') return noCounterfactuals;
  // One copy for all questions: a search asks a dozen of them.
  const counts = { ...evidence.counts };
  const imagined = { ...evidence, counts };
  const passesWith = (clicks: number): boolean => {
    counts.clicks = clicks;
    return rule(stateOf(imagined, policy)).outcome === 'pass';
  };
  return {
    opensToStop: outcome === 'pass' ? sparedOpens(evidence.counts, passesWith) : null,
    opensToPass: outcome === 'stop' ? addedOpens(evidence.counts, passesWith) : null,
  };
}
