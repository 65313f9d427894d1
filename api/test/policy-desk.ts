import type { ActivatePolicy, PolicyActivationView, PolicyVersion, WritePolicy } from '@poolrise/contracts';
import {
  type EngagementCounts,
  noCounts,
  platformStated,
  priorPeers,
  decidePool,
  type PoolEvidence,
  type PolicyRuleSet,
  rulesOf,
} from '@poolrise/domain';
import { randomUUID } from 'node:crypto';
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
import { aMember, aWorkspace, type Someone } from './people';

/** The rule set that a fresh database has in force. */
export const stated = rulesOf(platformStated);

/** The stated rules with another chance at which notes pass, the same on every level. */
export const passingAt = (passAt: number): PolicyRuleSet => ({
  ...stated,
  verdict: { ...stated.verdict, passAt, clearStopAt: 0, clearPassAt: 1 },
  levels: stated.levels.map(({ passAt: _own, ...level }) => level),
});

/** Rules as a request carries them, faulty ones too. */
export const sent = (rules: object): WritePolicy['document'] => rules as WritePolicy['document'];

/** The operator's desk on a spec's database, wired as the module wires it. */
function policyDeskOn(db: Db) {
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

export type StaffedDesk = Awaited<ReturnType<typeof aStaffedDesk>>;

/** The desk with two of its operators, and what they do most: they write versions of the stated rules and put them in force. */
export async function aStaffedDesk({ db, owner }: TestDatabase) {
  const desk = policyDeskOn(db);
  const platform = await aWorkspace(db, 'platform', '社区运营');
  const zhou = await aMember(db, platform, 'operator', { name: 'Zhou' });
  const ling = await aMember(db, platform, 'operator', { name: 'Ling' });
  const inForce = async () => {
    const [row] = await owner<{ id: string; name: string; version: number }>(
      'select id, name, version from pool_policy where in_force',
    );
    return row;
  };
  const statedId = (await inForce())?.id ?? '';
  const change = (more: Partial<ActivatePolicy> = {}): ActivatePolicy => ({
    inForceId: statedId,
    why: '试行稳定',
    requestKey: randomUUID(),
    ...more,
  });
  return {
    ...desk,
    zhou,
    ling,
    statedId,
    inForce,
    change,
    write: (rules: object, more: Partial<WritePolicy> = {}): Promise<PolicyVersion> =>
      desk.versions.write(platform, zhou, {
        basedOnId: statedId,
        document: sent(rules),
        why: '先放宽一点',
        requestKey: randomUUID(),
        ...more,
      }),
    activate: (
      id: string,
      more: Partial<ActivatePolicy> = {},
      who: Someone = zhou,
    ): Promise<PolicyActivationView> => desk.activations.activate(platform, who, id, change(more)),
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
