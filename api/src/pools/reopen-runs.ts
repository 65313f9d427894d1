import type { PoolEvidence } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import type { PeersService } from './peers.service';
import type { PoliciesService } from './policies.service';

/** A run that is open again, and what it had been closed on. */
interface ReopenedRun {
  policyId: string;
  group: string;
  then: Date;
  evidence: Pick<PoolEvidence, 'noteType' | 'counts' | 'exposure'> | null;
}

const reopenSql = `
  update pool_run run set closed_at = null, outcome = null, fresh_from = $2, next_review_at = $2,
         window_ends_at = $2::timestamptz + (run.window_ends_at - run.entered_at)
    from pool_run stopped left join lateral (
      select evidence from pool_decision
       where note_id = stopped.note_id and level = 0 and decided_at = stopped.closed_at limit 1) told on true
   where stopped.note_id = run.note_id and stopped.level = run.level
     and run.note_id = any($1::uuid[]) and run.level = 0 and run.outcome = 'stop'
  returning run.policy_id as "policyId", run.peer_group as "group", stopped.closed_at as "then", told.evidence`;

/**
 * Takes up again what the audit had stopped in the first pool, for notes that it lets through after all. They count as new
 * from now, keep what readers did, and are judged at once by that. What they taught their peers when they were stopped is taken
 * back, since they teach again when they close. Notes of a first audit have no run that was stopped.
 */
export async function reopenRuns(
  tx: EntityManager,
  policies: PoliciesService,
  peers: PeersService,
  notes: readonly { id: string }[],
  now: Date,
): Promise<void> {
  const [reopened] = await tx.query<[ReopenedRun[], number]>(reopenSql, [notes.map(({ id }) => id), now]);
  for (const { policyId, group, then, evidence } of reopened) {
    if (!evidence) continue;
    const { noteType, counts, exposure } = evidence;
    const policy = await policies.byId(tx, policyId);
    await peers.takeBack(tx, { policyId, level: 0, group, noteType }, counts, policy, then, exposure);
  }
}
