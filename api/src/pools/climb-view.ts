import type { Basin, ClimbView, PeersHead, VerdictView } from '@poolrise/contracts';
import {
  type EngagementWeights,
  levelOf,
  type LiftEstimate,
  passThreshold,
  type PeerStats,
  type PoolEvidence,
  type PoolPolicy,
  type PoolVerdict,
  shareOfPeersBelow,
  spreadOfPeers,
} from '@poolrise/domain';
import type { NoteDetail, NoteRecord } from '../notes/notes.queries';
import type { RunRow } from './run-row';

/** Everything the climb view shows of a note, as one SQL gives it: instants inside JSON are text. */
export interface ClimbRecord extends NoteRecord, NoteDetail {
  policy_id: string;
  policy: PoolPolicy;
  runs: (Omit<RunRow, 'entered_at' | 'window_ends_at' | 'closed_at' | 'fresh_from'> & {
    fresh_from: string | null;
    entered_at: string;
    window_ends_at: string;
    closed_at: string | null;
  })[];
  decisions: DecisionRecord[];
  running_boost_id: string | null;
}

/** A stored verdict with the policy that it was given under. */
export interface DecisionRecord {
  id: string;
  level: number;
  to_level: number;
  outcome: VerdictView['outcome'];
  reason: string;
  decided_at: string;
  evidence: PoolEvidence;
  verdict: PoolVerdict;
  policy: PoolPolicy;
}

/** The runs with their instants: inside JSON they are text. */
export const runsOf = (record: ClimbRecord): RunRow[] =>
  record.runs.map(
    (run): RunRow =>
      ({
        ...run,
        entered_at: new Date(run.entered_at),
        window_ends_at: new Date(run.window_ends_at),
        closed_at: run.closed_at ? new Date(run.closed_at) : null,
        fresh_from: run.fresh_from ? new Date(run.fresh_from) : null,
      }) as RunRow,
  );

/** The ladder of the note's policy, with what the note did in each basin. */
export function basinsOf(
  record: ClimbRecord,
  runs: RunRow[],
  estimateNow: ClimbView['basins'][number]['estimate'],
): Basin[] {
  return record.policy.levels.map((level) => {
    const run = runs.find((candidate) => candidate.level === level.level);
    const decision = record.decisions.find((candidate) => candidate.level === level.level);
    return {
      level: level.level,
      key: level.key,
      name: level.name,
      target: run?.target ?? level.target,
      // The newest verdict counts: a level that stopped the note may have passed it later, by search.
      state: !run
        ? 'ahead'
        : !run.closed_at
          ? 'current'
          : decision?.outcome === 'pass'
            ? 'passed'
            : 'stopped',
      organicImpressions: run ? Number(run.impressions) : 0,
      paidImpressions: run ? Number(run.paid_impressions) : 0,
      estimate: decision
        ? estimateView(decision.verdict.estimate)
        : run && !run.closed_at
          ? estimateNow
          : null,
      enteredAt: run?.entered_at.toISOString() ?? null,
      closedAt: run?.closed_at?.toISOString() ?? null,
    };
  });
}

export const policyHead = ({ name, version, source, mark }: PoolPolicy) => ({ name, version, source, mark });
export const estimateView = ({
  observed,
  expected,
  lift,
  low,
  high,
  probabilityAbove,
  sample,
}: LiftEstimate) => ({
  observed,
  expected,
  lift,
  low,
  high,
  probabilityAbove,
  sample,
});
export const factorView = ({ observed, expected, lift, low, high }: LiftEstimate) => ({
  seen: observed,
  expected,
  lift,
  low,
  high,
});
export const topShare = (lift: number, peers: PeerStats, weights: EngagementWeights): number | null =>
  peers.runs ? 1 - shareOfPeersBelow(lift, peers, weights) : null;

/** The closed run whose last verdict this is. */
export function closedBy(
  decision: DecisionRecord,
  { decisions }: Pick<ClimbRecord, 'decisions'>,
  runs: readonly RunRow[],
): RunRow | undefined {
  const later = decisions.some(
    (other) =>
      other.level === decision.level && Date.parse(other.decided_at) > Date.parse(decision.decided_at),
  );
  return later ? undefined : runs.find((run) => run.level === decision.level && run.closed_at !== null);
}

/** A stored verdict as screens show it. `run` is the run that it closed, when it still is as it was left. */
export function verdictView(decision: DecisionRecord, run?: RunRow): VerdictView {
  const { verdict, evidence, policy } = decision;
  const nameOf = (level: number) => policy.levels[level]?.name ?? { zh: String(level), en: String(level) };
  return {
    id: decision.id,
    at: new Date(decision.decided_at).toISOString(),
    level: decision.level,
    levelName: nameOf(decision.level),
    toLevel: decision.to_level,
    toLevelName: nameOf(decision.to_level),
    outcome: decision.outcome,
    reason: decision.reason,
    trigger: verdict.trigger,
    impressions: evidence.counts.impressions,
    lateImpressions: run ? Math.max(0, Number(run.impressions) - evidence.counts.impressions) : null,
    target: verdict.target,
    estimate: estimateView(verdict.estimate),
    hook: factorView(verdict.hook),
    content: factorView(verdict.content),
    probabilityAbove: verdict.estimate.probabilityAbove,
    asks: passThreshold(policy, levelOf(policy, decision.level)),
    bar: verdict.bar,
    place: placeView(evidence),
    peers: peersView(evidence, policy),
    gatesMissed: verdict.gatesMissed,
    counts: evidence.counts,
    hoursSincePublished: evidence.hoursSincePublished,
    hoursInLevel: (evidence.now - evidence.enteredAt) / 3_600_000,
    opensToStop: verdict.counterfactuals.opensToStop,
    opensToPass: verdict.counterfactuals.opensToPass,
    paidCounts: evidence.paidCounts,
    policy: policyHead(policy),
  };
}

const placeView = (evidence: PoolEvidence): VerdictView['place'] => ({
  exposure: evidence.exposure ?? null,
  poolAverage: evidence.poolAverage ?? null,
  capacityFactor: evidence.capacityFactor ?? null,
  outlook: evidence.outlook ?? null,
  audienceLeft: evidence.audienceLeft,
});

/** Whom the note was compared with. */
export const peersHead = ({ peers, category, noteType }: PoolEvidence): PeersHead => ({
  category,
  runs: peers.runs,
  sameType: peers.sameType ? { noteType, ...peers.sameType } : null,
});

const peersView = (evidence: PoolEvidence, { weights }: PoolPolicy): VerdictView['peers'] => {
  const { peers } = evidence;
  return {
    ...peersHead(evidence),
    impressions: peers.impressions,
    meanRate: peers.meanRate,
    clickRate: peers.clickRate,
    dispersion: peers.dispersion,
    strength: peers.strength,
    contentOpens: peers.contentOpens ?? null,
    spread: spreadOfPeers(peers, weights),
    windowDays: peers.windowDays,
    source: peers.source,
  };
};
