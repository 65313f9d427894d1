import { decidePool } from './decide-pool';
import { peersUnder } from './peers-under';
import type { PoolEvidence, PoolVerdict } from './pool-evidence';
import type { PoolPolicy } from './pool-policy';

/**
 * The verdict that `candidate` would have given on evidence that was judged under `judgedBy`; null when the candidate
 * has no such level.
 *
 * The evidence is what was seen when the verdict fell. A candidate that asks for a larger sample therefore waits; one
 * that would have looked earlier is asked at the later moment. What the peers would have been worth under other
 * weights is `peersUnder`'s to say. The promise of level 0 is scaled as the quotas are. A candidate that follows no capacity is held against
 * the peers' average; one that does keeps the bar that was measured, since another gain cannot be known afterwards.
 */
export function judgeAgain(
  evidence: PoolEvidence,
  judgedBy: PoolPolicy,
  candidate: PoolPolicy,
): PoolVerdict | null {
  const level = candidate.levels[evidence.level];
  if (!level) return null;
  const { poolAverage, capacityFactor, ...rest } = evidence;
  const bar = candidate.capacity
    ? {
        ...(poolAverage === undefined ? {} : { poolAverage }),
        ...(capacityFactor === undefined ? {} : { capacityFactor }),
      }
    : {};
  return decidePool(
    {
      ...rest,
      ...bar,
      peers: peersUnder(evidence.peers, judgedBy, candidate, evidence.category),
      target: targetUnder(evidence, judgedBy, candidate),
    },
    candidate,
  );
}

function targetUnder({ level, target }: PoolEvidence, from: PoolPolicy, to: PoolPolicy): number {
  const levelTarget = to.levels[level]?.target ?? 1;
  if (level > 0 || target === undefined) return levelTarget;
  return Math.max(1, Math.round((target * middleQuota(to)) / middleQuota(from)));
}

/** The guarantee of a middling note; only its ratio between two rule sets is used. */
function middleQuota({ coldStart }: PoolPolicy): number {
  return coldStart.baseQuota + (coldStart.qualityQuota + coldStart.creatorQuota) / 2;
}
