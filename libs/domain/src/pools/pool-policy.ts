import type { Mark } from '../metrics/mark';
import type { ResponseRates } from '../metrics/benchmarks';
import type { Bilingual, NoteType } from '../notes/note';
import type { CapacityRule } from './capacity-bar';

export const policySources = ['platform_stated', 'textbook', 'folk_ces', 'custom'] as const;
export type PolicySource = (typeof policySources)[number];

/** One pool (流量池). A run at a level is judged when `target` impressions or `windowHours` are used up. */
export interface PoolLevel {
  /** 0 is the guaranteed cold start; the others follow without a gap. */
  level: number;
  key: string;
  name: Bilingual;
  /** Organic impressions of one run at this level. */
  target: number;
  windowHours: number;
  /** Share of the whole audience that a note of this level may reach, 0 to 1. */
  audienceShare: number;
  /** Overrides `verdict.passAt` at this level. */
  passAt?: number;
}

/** What one event adds to the value of a note. A click counts once per impression, and so on. */
export interface EngagementWeights {
  click: number;
  like: number;
  collect: number;
  comment: number;
  share: number;
  follow: number;
}

/** What to compare with while a level has had few runs in a category. */
export interface PoolPrior {
  /** By category; `default` answers for the rest. */
  categoryRates: Readonly<Record<string, ResponseRates>> & { readonly default: ResponseRates };
  /** How many impressions of an average note the prior weighs, at the least. */
  strengthImpressions: number;
  /** The most that very similar peers may weigh. */
  maxStrengthImpressions: number;
  /** Runs needed before the peers' own spread is believed. */
  minPeers: number;
}

export interface VerdictRule {
  /** Probability of being above the bar that passes a complete sample. */
  passAt: number;
  /** A higher probability passes before the sample is complete; 1 means never early. */
  clearPassAt: number;
  /** A lower probability stops before the sample is complete; 0 means never early. */
  clearStopAt: number;
  /** Share of the target that an early or timed verdict needs. */
  minSampleShare: number;
  /** Hides per impression above which a note is taken out, when that is as certain as `complaintCertainty`. */
  hideRateStopAt: number;
  /** Probability that the hide rate really is above its limit, before complaints take a note out. */
  complaintCertainty: number;
  /** How often a run is looked at on its way to its target. */
  checksPerRun: number;
  /** Trials at a gate's own threshold that its chance begins with: neither for nor against the note. */
  gatePriorTrials: number;
}

export const gateMetrics = [
  'ctr',
  'interactionRatePerRead',
  'collectRate',
  'commentRate',
  'cesRate',
] as const;
export type GateMetric = (typeof gateMetrics)[number];

/** A threshold from folklore that a note must reach to leave a level. */
export interface PoolGate {
  level: number;
  metric: GateMetric;
  /** In the unit of the metric: a ratio, or per mille for `cesRate`. */
  atLeast: number;
  /** Only notes of this type, when given. */
  noteType?: NoteType;
  mark: Mark;
  source: string;
}

/** The boost of a young note's place in the feed; see `boost-curve.ts` for the two formulas. */
export interface ColdStart {
  formula: 'A' | 'B';
  alpha: number;
  beta?: number;
  gamma?: number;
  theta?: number;
  /** Guaranteed impressions of every note, and what content and creator quality may add. */
  baseQuota: number;
  qualityQuota: number;
  creatorQuota: number;
  hours: number;
}

export interface AdLoad {
  /** The largest share of slots that may be paid. */
  max: number;
  /** Positions in the stream that may be paid, counted from 1; the last two give the step for what follows. */
  positions: readonly number[];
}

/** A rule set for the pools: every constant of the engine, with its source. JSON, versioned, never edited in place. */
export interface PoolPolicy {
  name: string;
  version: number;
  source: PolicySource;
  mark: Mark;
  citations: readonly Bilingual[];
  levels: readonly PoolLevel[];
  weights: EngagementWeights;
  peerWindowDays: number;
  prior: PoolPrior;
  verdict: VerdictRule;
  /**
   * How the bar follows the capacity of the pools. Absent: the bar is the average of the peers, whatever the feed can carry.
   */
  capacity?: CapacityRule;
  gates: readonly PoolGate[];
  coldStart: ColdStart;
  /** Age at which the feed lets go of a note. */
  agedOutHours: number;
  adLoad: AdLoad;
  /** Share of a day's traffic in each hour of the day in Shanghai, from midnight; sums to 1. */
  trafficClock: readonly number[];
}

/** The level's row. Throws for a level that the policy does not have. */
export function levelOf(policy: PoolPolicy, level: number): PoolLevel {
  const found = policy.levels[level];
  if (found?.level !== level) throw new RangeError(`Policy ${policy.name} has no level ${level}`);
  return found;
}

export function finalLevel(policy: PoolPolicy): number {
  return policy.levels.length - 1;
}
