import { Injectable } from '@nestjs/common';
import type { PolicyVersion, WritePolicy } from '@poolrise/contracts';
import { comparePolicies, type PoolPolicy as PolicyDocument, presets } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { audit } from '../accounts/audit';
import { asPlatform } from '../accounts/platform';
import { Db } from '../db/db';
import type { CallingPerson } from '../http/caller';
import { Refused } from '../http/refused';
import { PolicyDeskQueries } from './policy-desk.queries';
import { refuseFaults } from './policy-faults';
import { PoolPolicy } from './pool-policy.entity';

/** Writes versions of rule sets. A version is never edited: runs keep the one they were opened under. */
@Injectable()
export class PolicyVersionsService {
  constructor(
    private readonly db: Db,
    private readonly queries: PolicyDeskQueries,
  ) {}

  /**
   * Writes the next version of a rule set, or returns the one written under the same request key.
   *
   * @throws Refused platform-only, not-found, policy-faulty, policy-unchanged, request-key-reused
   */
  write(
    workspaceId: string,
    person: Pick<CallingPerson, 'id'>,
    ask: WritePolicy,
    now = new Date(),
  ): Promise<PolicyVersion> {
    return asPlatform(this.db, workspaceId, async (tx) => {
      // One lock for all writers: two operators at once get two numbers.
      await tx.query(`select pg_advisory_xact_lock(hashtext('policy-versions'))`);
      const base = await tx.findOneBy(PoolPolicy, { id: ask.basedOnId });
      if (!base) throw new Refused('not-found', { field: '/basedOnId', detail: 'No such version.' });
      const earlier = await this.earlier(tx, ask);
      if (earlier) return this.queries.version(tx, earlier.id);

      const [last] = await tx.query<{ version: number }[]>(
        'select max(version) as version from pool_policy where name = $1',
        [base.name],
      );
      const document = documentOf(ask, base.name, (last?.version ?? 0) + 1);
      refuseFaults(document);
      if (comparePolicies(base.document, document).length === 0) throw new Refused('policy-unchanged');

      const { name, version, source, mark } = document;
      const policy = await tx.save(
        tx.create(PoolPolicy, {
          name,
          version,
          source,
          mark,
          document,
          authorId: person.id,
          why: ask.why,
          basedOnId: base.id,
          requestKey: ask.requestKey,
          createdAt: now,
        }),
      );
      const detail = { name, version, why: ask.why };
      await audit(tx, {
        workspaceId,
        personId: person.id,
        action: 'policy.written',
        subjectId: policy.id,
        detail,
      });
      return this.queries.version(tx, policy.id);
    });
  }

  private async earlier(tx: EntityManager, ask: WritePolicy): Promise<PoolPolicy | null> {
    const earlier = await tx.findOneBy(PoolPolicy, { requestKey: ask.requestKey });
    if (!earlier) return null;
    const asked = { ...earlier.document, ...(ask.document as object) } as PolicyDocument;
    const same = earlier.basedOnId === ask.basedOnId && earlier.why === ask.why;
    if (!same || comparePolicies(earlier.document, asked).length > 0)
      throw new Refused('request-key-reused', { field: '/requestKey' });
    return earlier;
  }
}

/** The rules with their label: those of a preset where nothing differs from it, else our own proposal. */
export function documentOf(ask: { document: unknown }, name: string, version: number): PolicyDocument {
  const custom = { ...(ask.document as PolicyDocument), name, version, source: 'custom', mark: 'P' } as const;
  const preset = presets.find((one) => one.name === name);
  if (!preset || comparePolicies(preset, custom).length > 0) return custom;
  return { ...custom, source: preset.source, mark: preset.mark };
}
