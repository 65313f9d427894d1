import { Injectable } from '@nestjs/common';
import type { CanaryView, EndCanary, StartCanary } from '@poolrise/contracts';
import type { EntityManager } from 'typeorm';
import { audit } from '../accounts/audit';
import { Db } from '../db/db';
import type { CallingPerson } from '../http/caller';
import { Refused } from '../http/refused';
import { announce } from '../live/announce';
import { CanaryQueries } from './canary.queries';
import { PolicyActivationsService } from './policy-activations.service';
import { PolicyCanary } from './policy-canary.entity';
import { atTheDesk, labelOf, refuseWhileOnTrial, versionAsked } from './policy-desk-room';
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
    return atTheDesk(this.db, workspaceId, async (tx) => {
      const earlier = await this.earlier(tx, policyId, ask);
      if (earlier) return this.queries.view(tx, earlier);
      const policy = await versionAsked(tx, policyId);
      if (policy.inForce) throw new Refused('policy-already-in-force');
      await refuseWhileOnTrial(tx);

      const { share, why, requestKey } = ask;
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
      return this.logged(tx, canary, { workspaceId, personId: person.id, action: 'canary.started', detail });
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
    return atTheDesk(this.db, workspaceId, async (tx) => {
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
      return this.logged(tx, canary, { workspaceId, personId: person.id, action: 'canary.ended', detail });
    });
  }

  private async earlier(tx: EntityManager, policyId: string, ask: StartCanary): Promise<PolicyCanary | null> {
    const earlier = await tx.findOneBy(PolicyCanary, { requestKey: ask.requestKey });
    if (!earlier) return null;
    if (earlier.policyId !== policyId || earlier.share !== ask.share || earlier.why !== ask.why)
      throw new Refused('request-key-reused', { field: '/requestKey' });
    return earlier;
  }

  private async logged(
    tx: EntityManager,
    canary: PolicyCanary,
    line: Omit<Parameters<typeof audit>[1], 'subjectId'>,
  ): Promise<CanaryView> {
    await audit(tx, { ...line, subjectId: canary.id });
    await announce(tx, line.workspaceId, 'pools');
    return this.queries.view(tx, canary);
  }
}
