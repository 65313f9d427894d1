import { type EngagementCounts, noCounts } from '../metrics/engagement';
import { priorPeers } from './peers';
import type { PoolEvidence } from './pool-evidence';
import type { PoolPolicy } from './pool-policy';
import { platformStated } from './presets/platform-stated';

/** Builders for specs: a food note in its second pool, an hour after it entered, with nothing seen yet. */
export function aRun(
  given: Partial<Omit<PoolEvidence, 'counts'>> & { counts?: Partial<EngagementCounts> } = {},
  policy: PoolPolicy = platformStated,
): PoolEvidence {
  const enteredAt = Date.UTC(2026, 10, 20, 4);
  return {
    noteId: 'cold-brew-tea',
    level: 2,
    category: 'food',
    noteType: 'image',
    auditState: 'passed',
    paidCounts: noCounts(),
    peers: priorPeers(policy, given.category ?? 'food'),
    enteredAt,
    now: enteredAt + 3_600_000,
    hoursSincePublished: 9,
    audienceLeft: null,
    ...given,
    counts: { ...noCounts(), ...given.counts },
  };
}

/** Counts of a food note that does `lift` times as well as the benchmark rates say, in whole events. */
export function countsOf(impressions: number, lift: number): EngagementCounts {
  const clicks = Math.round(impressions * 0.095 * lift);
  return {
    ...noCounts(),
    impressions,
    clicks,
    likes: Math.round(clicks * 0.05),
    collects: Math.round(clicks * 0.035),
    comments: Math.round(clicks * 0.018),
    shares: Math.round(clicks * 0.01),
    follows: Math.round(clicks * 0.01),
  };
}
