import { type EntityManager, IsNull } from 'typeorm';
import { asPlatform } from '../accounts/platform';
import type { Db } from '../db/db';
import { Refused } from '../http/refused';
import { PolicyCanary } from './policy-canary.entity';
import { PoolPolicy } from './pool-policy.entity';

/**
 * What the platform's people do about the rules of new notes, in one transaction. Whoever changes them waits here for those
 * before: activations and canaries alike.
 *
 * @throws Refused platform-only
 */
export function atTheDesk<T>(
  db: Db,
  workspaceId: string,
  work: (tx: EntityManager) => Promise<T>,
): Promise<T> {
  return asPlatform(db, workspaceId, async (tx) => {
    await tx.query(`select pg_advisory_xact_lock(hashtext('policy-in-force'))`);
    return work(tx);
  });
}

/** @throws Refused not-found */
export async function versionAsked(tx: EntityManager, policyId: string): Promise<PoolPolicy> {
  const policy = await tx.findOneBy(PoolPolicy, { id: policyId });
  if (!policy) throw new Refused('not-found', { field: 'path.policyId', detail: 'No such version.' });
  return policy;
}

/** @throws Refused canary-running */
export async function refuseWhileOnTrial(tx: EntityManager): Promise<void> {
  if (await tx.existsBy(PolicyCanary, { endedAt: IsNull() })) throw new Refused('canary-running');
}

export const labelOf = ({ name, version }: { name: string; version: number }): string =>
  `${name} v${version}`;
