import type { EngagementCounts } from '../metrics/engagement';
import type { GateMetric } from './pool-policy';
import type { AuditState, NoteType } from '../notes/note';

/**
 * What the average note of the same level, category and type gets: the yardstick of a verdict.
 * Made by `learnPeersByType`, `learnPeers` or `priorPeers`; plain JSON.
 */
export interface PeerStats {
  /** Finished runs of the category behind the figures, whatever their type. */
  runs: number;
  impressions: number;
  /**
   * Those of the note's own type, and what they weigh in the means, 0 to 1; the category weighs the rest. Absent in
   * experiments, which tell no types apart, and in evidence from before types were told apart.
   */
  sameType?: { runs: number; weight: number };
  /** Weighted value per impression in an average place (see `engagementValue`). */
  meanRate: number;
  /** Clicks per impression in an average place. */
  clickRate: number;
  /** Value variance over value mean: how much rare, heavy events swing the value (phi). */
  dispersion: number;
  /** How many impressions of an average note a new note is credited with beforehand. */
  strength: number;
  /**
   * Opens that a new note's content is credited with, learnt from the peers' own spread. Absent while there are too few
   * of them, and in evidence from before it was learnt: contents are taken to differ as hooks do then.
   */
  contentOpens?: number;
  windowDays: number;
  /** `prior` while there were no runs, `blend` while fewer than the policy asks for. */
  source: 'peers' | 'blend' | 'prior';
}

/** How a rate compares with what is expected of an average note; `lift` 1 is average. */
export interface LiftEstimate {
  /** Seen: clicks for the hook, weighted value otherwise. */
  observed: number;
  /** What an average peer would have had in the same impressions. */
  expected: number;
  /** Shrunk estimate of observed over expected. */
  lift: number;
  /** 80 % interval of the lift. */
  low: number;
  high: number;
  /** Probability that the true lift is above the bar (1 unless said otherwise). */
  probabilityAbove: number;
  /** Impressions (clicks for the content) behind it. */
  sample: number;
}

/** Everything that a verdict reads, and what is shown beside it. Survives JSON unchanged. */
export interface PoolEvidence {
  noteId: string;
  level: number;
  category: string;
  noteType: NoteType;
  auditState: AuditState;
  /** Organic evidence of this run: guaranteed, organic and search rails together. */
  counts: EngagementCounts;
  /** The paid rail of the same time. Shown beside the verdict and never read by it. */
  paidCounts: EngagementCounts;
  peers: PeerStats;
  /** Epoch milliseconds. */
  enteredAt: number;
  now: number;
  hoursSincePublished: number;
  /** Impressions of this run when they differ from the level's, as a cold-start quota may. */
  target?: number;
  /** Eligible impressions that the audience still holds; null when not known. */
  audienceLeft: number | null;
  /**
   * The organic impressions in units of an average place of this level: 80 where a hundred impressions stood so badly,
   * or before readers who so rarely open, that an average note would have had the opens of 80. All count 1 when absent.
   */
  exposure?: number;
  /** Average forecast lift of what the pool serves at present, weighted by impressions; 1 when absent. */
  poolAverage?: number;
  /** The pool's average is multiplied by this to give the bar; 1 when absent. */
  capacityFactor?: number;
  /** What the note's next readers are expected to respond, against the readers of this run; 1 when absent. */
  outlook?: number;
}

export const poolOutcomes = ['wait', 'pass', 'stop'] as const;
export type PoolOutcome = (typeof poolOutcomes)[number];

/** Why a note is where it is. The feed and the operator give the codes that no verdict gives. */
export const reasonCodes = [
  'AUDIT_PENDING',
  'AUDIT_LIMITED',
  'AUDIT_REJECTED',
  'QUOTA_RUNNING',
  'ABOVE_PEERS',
  'FOUND_BY_SEARCH',
  'BELOW_PEERS',
  'GATE_MISSED',
  'TOO_FEW_DATA',
  'AUDIENCE_EXHAUSTED',
  'AGED_OUT',
  'TOP_LEVEL',
  'CAPACITY',
  'DIVERSITY_CAP',
  'NEGATIVE_FEEDBACK',
  'PAID_ONLY_LIFT',
  'MANUAL_STOP',
] as const;
export type ReasonCode = (typeof reasonCodes)[number];

/** What made the verdict due; `none` while it is not. */
export const poolTriggers = [
  'none',
  'sample-complete',
  'window-ended',
  'evidence-clear',
  'audience-exhausted',
  'search',
  'audit',
  'aged-out',
  'negative-feedback',
] as const;
export type PoolTrigger = (typeof poolTriggers)[number];

export interface PoolVerdict {
  outcome: PoolOutcome;
  reason: ReasonCode;
  /** The next level after a pass, the same one otherwise. */
  toLevel: number;
  trigger: PoolTrigger;
  /** Weighted value against the peers: the figure that decides. */
  /** Its `probabilityAbove` is what the policy's thresholds are compared with. */
  estimate: LiftEstimate;
  /** Opened: clicks against the clicks an average peer gets. */
  hook: LiftEstimate;
  /** Kept its promise: value after the click, given the clicks. */
  content: LiftEstimate;
  /** The factor that pulls the note down most, when it is below its peers. */
  weakest: 'hook' | 'content' | null;
  /** Lift that had to be beaten. */
  bar: number;
  /** Impressions of the run and its target. */
  sample: number;
  target: number;
  gatesMissed: { metric: GateMetric; value: number | null; atLeast: number }[];
  counterfactuals: {
    /** A pass: how many fewer opens, all else equal, would not have passed. */
    opensToStop: number | null;
    /** A stop: how many more opens, all else equal, would have passed. */
    opensToPass: number | null;
  };
  /** Impressions of this run at which to look again; null when the run has ended. */
  nextCheckAt: number | null;
  policy: { name: string; version: number };
}
