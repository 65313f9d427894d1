import {
  type EngagementCounts,
  noCounts,
  platformStated,
  priorPeers,
  decidePool,
  type PoolEvidence,
} from '@poolrise/domain';
import type { Db } from '../src/db/db';
import { CanaryQueries } from '../src/pools/canary.queries';
import { PeersService } from '../src/pools/peers.service';
import { PoliciesService } from '../src/pools/policies.service';
import { PolicyActivationsService } from '../src/pools/policy-activations.service';
import { PolicyCanariesService } from '../src/pools/policy-canaries.service';
import { PolicyDeskQueries } from '../src/pools/policy-desk.queries';
import { PolicyPreviews } from '../src/pools/policy-previews';
import { PolicyVersionsService } from '../src/pools/policy-versions.service';
import { PoolBarsService } from '../src/pools/pool-bars.service';
import type { TestDatabase } from './database';

/** The operator's desk on a spec's database, wired as the module wires it. */
export function policyDeskOn(db: Db) {
  const policies = new PoliciesService();
  const peers = new PeersService();
  const queries = new PolicyDeskQueries(db);
  const previews = new PolicyPreviews(db, policies, peers, new PoolBarsService(db, policies, peers));
  const activations = new PolicyActivationsService(db, queries, previews);
  const canary = new CanaryQueries(db);
  return {
    policies,
    queries,
    previews,
    activations,
    canary,
    versions: new PolicyVersionsService(db, queries),
    canaries: new PolicyCanariesService(db, activations, canary),
  };
}

/** A verdict on level 1 under the stated rules, as the pools write it, with `clicks` among the level's impressions. */
export async function aVerdict(
  database: TestDatabase,
  note: { id: string; workspaceId: string },
  clicks: number,
  decidedAt: Date,
): Promise<'pass' | 'stop'> {
  const target = platformStated.levels[1]?.target ?? 0;
  const counts: EngagementCounts = { ...noCounts(), impressions: target, clicks };
  const evidence: PoolEvidence = {
    noteId: note.id,
    level: 1,
    category: 'food',
    noteType: 'image',
    auditState: 'passed',
    counts,
    paidCounts: noCounts(),
    peers: priorPeers(platformStated, 'food'),
    enteredAt: decidedAt.getTime() - 3_600_000,
    now: decidedAt.getTime(),
    hoursSincePublished: 2,
    target,
    audienceLeft: null,
  };
  const verdict = decidePool(evidence, platformStated);
  await database.owner(
    `insert into pool_decision (note_id, workspace_id, level, to_level, outcome, reason, decided_at, policy_id, evidence, verdict)
     select $1, $2, 1, $3, $4, $5, $6, id, $7, $8 from pool_policy where name = 'platform-stated'`,
    [
      note.id,
      note.workspaceId,
      verdict.toLevel,
      verdict.outcome,
      verdict.reason,
      decidedAt,
      JSON.stringify(evidence),
      JSON.stringify(verdict),
    ],
  );
  return verdict.outcome as 'pass' | 'stop';
}
