import { decidePool, noCounts, type PeerStats, platformStated, type PoolEvidence } from '@poolrise/domain';
import type { TestDatabase } from './database';
import type { PooledNote } from './notes';

/** Peers who get a read from every tenth impression and nothing else. */
const plainPeers: PeerStats = {
  runs: 40,
  impressions: 20_000,
  meanRate: 0.05,
  clickRate: 0.1,
  dispersion: 0.5,
  strength: 100,
  windowDays: 14,
  source: 'peers',
};

export interface VerdictAsk {
  level: number;
  impressions: number;
  clicks: number;
  at: Date;
}

/** Closes the run of a note with the verdict that the domain gives, or with `outcome`; the run is made when there is none. */
export async function aVerdict(
  database: TestDatabase,
  { noteId, workspaceId }: PooledNote,
  { level, impressions, clicks, at }: VerdictAsk,
): Promise<'pass' | 'stop'> {
  const enteredAt = new Date(at.getTime() - 6 * 3_600_000);
  const evidence: PoolEvidence = {
    noteId,
    level,
    category: 'food',
    noteType: 'image',
    auditState: 'passed',
    counts: { ...noCounts(), impressions, clicks },
    paidCounts: noCounts(),
    peers: plainPeers,
    enteredAt: enteredAt.getTime(),
    now: at.getTime(),
    hoursSincePublished: 8,
    target: impressions,
    audienceLeft: null,
  };
  const verdict = decidePool(evidence, platformStated);
  if (verdict.outcome === 'wait') throw new Error('a complete sample is always judged');
  await database.owner(
    `insert into pool_run (note_id, level, workspace_id, policy_id, peer_group, target, entered_at, window_ends_at, next_check_at, closed_at, outcome, impressions, clicks)
     select $1, $2, $3, id, 'food', $4::int, $5, $5::timestamptz + interval '1 day', $4::int, $6, $7, $4::int, $8 from pool_policy where in_force
     on conflict on constraint one_run_per_level do update set target = $4::int, entered_at = $5, closed_at = $6, outcome = $7, impressions = $4::int, clicks = $8, next_review_at = null`,
    [noteId, level, workspaceId, impressions, enteredAt, at, verdict.outcome, clicks],
  );
  await database.owner(
    `insert into pool_decision (note_id, workspace_id, level, to_level, outcome, reason, decided_at, policy_id, evidence, verdict)
     select $1, $2, $3, $4, $5, $6, $7, id, $8, $9 from pool_policy where in_force`,
    [
      noteId,
      workspaceId,
      level,
      verdict.toLevel,
      verdict.outcome,
      verdict.reason,
      at,
      JSON.stringify(evidence),
      JSON.stringify(verdict),
    ],
  );
  return verdict.outcome;
}
