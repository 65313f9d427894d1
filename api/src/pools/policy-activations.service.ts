import { Injectable } from '@nestjs/common';
import type { ActivatePolicy, ActivationKind, PolicyActivationView } from '@poolrise/contracts';
import type { EntityManager } from 'typeorm';
import { audit } from '../accounts/audit';
import { Db } from '../db/db';
import type { CallingPerson } from '../http/caller';
import { Refused } from '../http/refused';
import { announce } from '../live/announce';
import { PolicyActivation } from './policy-activation.entity';
import { atTheDesk, labelOf, refuseWhileOnTrial, versionAsked } from './policy-desk-room';
import { PolicyDeskQueries } from './policy-desk.queries';
import { PolicyPreviews } from './policy-previews';
import { PoolPolicy } from './pool-policy.entity';

type Person = Pick<CallingPerson, 'id'>;
export interface Change {
  to: PoolPolicy;
  from: PoolPolicy;
  kind: ActivationKind;
  why: string;
  requestKey: string;
}

/** Which version new notes are judged by, with the log of it. Open runs keep the version that they were opened under. */
@Injectable()
export class PolicyActivationsService {
  constructor(
    private readonly db: Db,
    private readonly queries: PolicyDeskQueries,
    private readonly previews: PolicyPreviews,
  ) {}

  /**
   * Puts a version in force, or returns what the same request key has done before.
   *
   * @throws Refused platform-only, not-found, policy-already-in-force, policy-moved-on, policy-stops-most, canary-running
   */
  activate(
    workspaceId: string,
    person: Person,
    policyId: string,
    ask: ActivatePolicy,
    now = new Date(),
  ): Promise<PolicyActivationView> {
    return this.once(workspaceId, ask, { toId: policyId, kind: 'activated' }, async (tx) => {
      const from = await this.stillInForce(tx, ask.inForceId);
      const to = await versionAsked(tx, policyId);
      if (to.id === from.id) throw new Refused('policy-already-in-force');
      await this.guard(tx, to, ask.confirmStops, now);
      const { why, requestKey } = ask;
      return this.putInForce(tx, workspaceId, person, { to, from, kind: 'activated', why, requestKey }, now);
    });
  }

  /**
   * Takes `policyId` out of force and puts back what was there before it. Without the guard of the running notes: they
   * were judged by that version already, and going back must not be held up.
   *
   * @throws Refused platform-only, policy-moved-on, policy-not-activated, canary-running
   */
  rollBack(
    workspaceId: string,
    person: Person,
    policyId: string,
    ask: ActivatePolicy,
    now = new Date(),
  ): Promise<PolicyActivationView> {
    return this.once(workspaceId, ask, { fromId: policyId, kind: 'rolled-back' }, async (tx) => {
      const from = await this.stillInForce(tx, ask.inForceId);
      if (from.id !== policyId) throw new Refused('policy-moved-on', { field: 'path.policyId' });
      // Going back is no step that one could go back from, or two versions would take turns for ever.
      const before = await tx.findOne(PolicyActivation, {
        where: [
          { toId: policyId, kind: 'activated' },
          { toId: policyId, kind: 'promoted' },
        ],
        order: { activatedAt: 'DESC', id: 'DESC' },
      });
      if (!before) throw new Refused('policy-not-activated');
      const to = await tx.findOneByOrFail(PoolPolicy, { id: before.fromId });
      const { why, requestKey } = ask;
      const change = { to, from, kind: 'rolled-back', why, requestKey } as const;
      return this.putInForce(tx, workspaceId, person, change, now);
    });
  }

  /** @throws Refused policy-stops-most with the figures, unless at least as many were seen and accepted. */
  async guard(tx: EntityManager, to: PoolPolicy, confirmed: number | undefined, now: Date): Promise<void> {
    const { running, wouldStop, share, most } = await this.previews.running(tx, to.document, now);
    if (!most || (confirmed !== undefined && confirmed >= wouldStop)) return;
    throw new Refused('policy-stops-most', {
      field: '/confirmStops',
      detail: `It would stop ${wouldStop} of the ${running} notes that are running now.`,
      figures: { running, wouldStop, share },
    });
  }

  /** The change itself, in the caller's transaction and under its lock. */
  async putInForce(
    tx: EntityManager,
    workspaceId: string,
    person: Person,
    { to, from, kind, why, requestKey }: Change,
    now: Date,
  ): Promise<PolicyActivationView> {
    // Two statements, since the index that allows one in force looks row by row.
    await tx.update(PoolPolicy, { id: from.id }, { inForce: false });
    await tx.update(PoolPolicy, { id: to.id }, { inForce: true });
    const { id } = await tx.save(
      tx.create(PolicyActivation, {
        fromId: from.id,
        toId: to.id,
        kind,
        personId: person.id,
        why,
        requestKey,
        activatedAt: now,
      }),
    );
    const detail = { kind, why, from: labelOf(from), to: labelOf(to) };
    await audit(tx, {
      workspaceId,
      personId: person.id,
      action: 'policy.activated',
      subjectId: to.id,
      detail,
    });
    await announce(tx, workspaceId, 'pools');
    return this.queries.activation(tx, id);
  }

  /** @throws Refused policy-moved-on when somebody was quicker. */
  private async stillInForce(tx: EntityManager, seenId: string): Promise<PoolPolicy> {
    const inForce = await tx.findOneByOrFail(PoolPolicy, { inForce: true });
    if (inForce.id !== seenId)
      throw new Refused('policy-moved-on', {
        field: '/inForceId',
        detail: `In force now is ${labelOf(inForce)}.`,
      });
    await refuseWhileOnTrial(tx);
    return inForce;
  }

  private once(
    workspaceId: string,
    ask: ActivatePolicy,
    same: Partial<Pick<PolicyActivation, 'toId' | 'fromId' | 'kind'>>,
    change: (tx: EntityManager) => Promise<PolicyActivationView>,
  ): Promise<PolicyActivationView> {
    return atTheDesk(this.db, workspaceId, async (tx) => {
      const { requestKey, why } = ask;
      const earlier = await tx.findOneBy(PolicyActivation, { requestKey });
      if (!earlier) return change(tx);
      const repeated = Object.entries({ ...same, why }).every(
        ([name, value]) => earlier[name as keyof PolicyActivation] === value,
      );
      if (!repeated) throw new Refused('request-key-reused', { field: '/requestKey' });
      return this.queries.activation(tx, earlier.id);
    });
  }
}
