import { Injectable } from '@nestjs/common';
import type { CanaryView, EndCanary, StartCanary } from '@poolrise/contracts';
import { IsNull } from 'typeorm';
import { audit } from '../accounts/audit';
import { platformOnly } from '../accounts/platform';
import { Db } from '../db/db';
import type { CallingPerson } from '../http/caller';
import { Refused } from '../http/refused';
import { announce } from '../live/announce';
import { CanaryQueries } from './canary.queries';
import { labelOf, lockDesk, PolicyActivationsService } from './policy-activations.service';
import { PolicyCanary } from './policy-canary.entity';
import { PoolPolicy } from './pool-policy.entity';

type Person = Pick<CallingPerson, 'id'>;

/** Tries a version on a share of the new notes; the others get the version in force. */
@Injectable()
export class PolicyCanariesService {
  constructor(
    private readonly db: Db,
    private readonly activations: PolicyActivationsService,
    private readonly queries: CanaryQueries,
  ) {}

  /** @throws Refused platform-only, not-found, policy-already-in-force, canary-running, request-key-reused */
  start(
    workspaceId: string,
    person: Person,
    policyId: string,
    ask: StartCanary,
    now = new Date(),
  ): Promise<CanaryView> {
    return this.db.asEngine(async (tx) => {
      await platformOnly(tx, workspaceId);
      await lockDesk(tx);
      const { share, why, requestKey } = ask;
      const earlier = await tx.findOneBy(PolicyCanary, { requestKey });
      if (earlier) {
        if (earlier.policyId !== policyId || earlier.share !== share || earlier.why !== why)
          throw new Refused('request-key-reused', { field: '/requestKey' });
        return this.queries.view(tx, earlier);
      }
      const policy = await tx.findOneBy(PoolPolicy, { id: policyId });
      if (!policy) throw new Refused('not-found', { field: 'path.policyId', detail: 'No such version.' });
      if (policy.inForce) throw new Refused('policy-already-in-force');
      if (await tx.existsBy(PolicyCanary, { endedAt: IsNull() })) throw new Refused('canary-running');

      const control = await tx.findOneByOrFail(PoolPolicy, { inForce: true });
      const canary = await tx.save(
        tx.create(PolicyCanary, {
          policyId,
          controlId: control.id,
          share,
          personId: person.id,
          why,
          requestKey,
          startedAt: now,
        }),
      );
      const detail = { policy: labelOf(policy), control: labelOf(control), share, why };
      await audit(tx, {
        workspaceId,
        personId: person.id,
        action: 'canary.started',
        subjectId: canary.id,
        detail,
      });
      await announce(tx, workspaceId, 'pools');
      return this.queries.view(tx, canary);
    });
  }

  /**
   * Ends the trial, or puts its version in force for all. Notes that were tried keep the version they have.
   * Sent again, the same end is the same end.
   *
   * @throws Refused platform-only, not-found, canary-over, policy-stops-most
   */
  end(
    workspaceId: string,
    person: Person,
    canaryId: string,
    ask: EndCanary,
    now = new Date(),
  ): Promise<CanaryView> {
    return this.db.asEngine(async (tx) => {
      await platformOnly(tx, workspaceId);
      await lockDesk(tx);
      const canary = await tx.findOneBy(PolicyCanary, { id: canaryId });
      if (!canary) throw new Refused('not-found', { field: 'path.canaryId', detail: 'No such trial.' });
      const { outcome, why } = ask;
      if (canary.endedAt) {
        if (canary.outcome !== outcome) throw new Refused('canary-over');
        return this.queries.view(tx, canary);
      }
      canary.endedAt = now;
      canary.outcome = outcome;
      await tx.save(canary);
      if (outcome === 'promoted') {
        const to = await tx.findOneByOrFail(PoolPolicy, { id: canary.policyId });
        const from = await tx.findOneByOrFail(PoolPolicy, { inForce: true });
        await this.activations.guard(tx, to, ask.confirmStops, now);
        // The trial's id is the request key: a trial is promoted once.
        const change = { to, from, kind: 'promoted', why, requestKey: canary.id } as const;
        await this.activations.putInForce(tx, workspaceId, person, change, now);
      }
      const detail = { outcome, why };
      await audit(tx, {
        workspaceId,
        personId: person.id,
        action: 'canary.ended',
        subjectId: canary.id,
        detail,
      });
      await announce(tx, workspaceId, 'pools');
      return this.queries.view(tx, canary);
    });
  }
}
