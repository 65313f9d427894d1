import { Injectable } from '@nestjs/common';
import type { RefuseTopUp, TopUp as TopUpAsk, TopUpView } from '@poolrise/contracts';
import { needsSecondPerson } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { audit } from '../accounts/audit';
import { Db } from '../db/db';
import { Refused } from '../http/refused';
import { announce } from '../live/announce';
import { LedgerService } from '../ledger/ledger.service';
import { requestFingerprint } from '../ledger/request-fingerprint';
import { TopUp } from './top-up.entity';
import { topUpView } from './top-ups.queries';
import { walletSettingsOf } from './wallet-settings';

/** Money that has arrived: recorded at once, or once a second person has let it through. */
@Injectable()
export class TopUpsService {
  constructor(
    private readonly db: Db,
    private readonly ledger: LedgerService,
  ) {}

  /**
   * Records a top-up, or lets it wait for a second person; returns what came of it before under the same request key.
   * @throws Refused request-key-reused
   */
  ask(workspaceId: string, personId: string | null, ask: TopUpAsk, now = new Date()): Promise<TopUpView> {
    const { requestKey, ...input } = ask;
    const requestHash = requestFingerprint(input);
    return this.db.inWorkspace(workspaceId, async (tx) => {
      await this.ledger.lockWallet(tx, workspaceId);

      const earlier = await tx.findOneBy(TopUp, { workspaceId, requestKey });
      if (earlier && earlier.requestHash !== requestHash)
        throw new Refused('request-key-reused', { field: '/requestKey' });
      if (earlier) return topUpView(tx, earlier.id, personId);

      const { approvalAboveCents } = await walletSettingsOf(tx, workspaceId);
      const asked = tx.create(TopUp, {
        workspaceId,
        requestKey,
        requestHash,
        ...input,
        askedBy: personId,
        askedAt: now,
      });
      const waits = needsSecondPerson(ask.cents, approvalAboveCents);
      asked.state = waits ? 'waiting' : 'recorded';
      asked.transactionId = waits ? null : await this.post(tx, asked, now);
      const { id } = await tx.save(asked);
      const detail = { cents: ask.cents, state: asked.state };
      await audit(tx, { workspaceId, personId, action: 'top-up.asked', subjectId: id, detail });
      await announce(tx, workspaceId, 'wallet');
      return topUpView(tx, id, personId);
    });
  }

  /**
   * Lets a waiting top-up through. A second time by the same person it returns what the first did.
   * @throws Refused not-found, top-up-own, top-up-decided
   */
  approve(workspaceId: string, personId: string, topUpId: string, now = new Date()): Promise<TopUpView> {
    return this.decide(workspaceId, personId, topUpId, 'recorded', async (tx, asked) => {
      if (asked.askedBy === personId) throw new Refused('top-up-own', { field: 'path.topUpId' });
      return { transactionId: await this.post(tx, asked, now), decidedBy: personId, decidedAt: now };
    });
  }

  /**
   * Refuses a waiting top-up; who asked takes it back that way. A second time by the same person it changes nothing.
   * @throws Refused not-found, top-up-decided
   */
  refuse(
    workspaceId: string,
    personId: string,
    topUpId: string,
    { reason }: RefuseTopUp,
    now = new Date(),
  ): Promise<TopUpView> {
    return this.decide(workspaceId, personId, topUpId, 'refused', (_, asked) =>
      // The row keeps a decider beside who asked; taken back, it has none.
      Promise.resolve({ reason, decidedBy: asked.askedBy === personId ? null : personId, decidedAt: now }),
    );
  }

  private decide(
    workspaceId: string,
    personId: string,
    topUpId: string,
    state: 'recorded' | 'refused',
    carryOut: (tx: EntityManager, asked: TopUp) => Promise<Partial<TopUp>>,
  ): Promise<TopUpView> {
    return this.db.inWorkspace(workspaceId, async (tx) => {
      await this.ledger.lockWallet(tx, workspaceId);
      const asked = await tx.findOneBy(TopUp, { id: topUpId });
      if (!asked) throw new Refused('not-found', { field: 'path.topUpId' });
      if (asked.state === 'waiting') {
        const outcome = await carryOut(tx, asked);
        await tx.update(TopUp, { id: topUpId }, { ...outcome, state });
        const action = state === 'recorded' ? 'top-up.approved' : 'top-up.refused';
        await audit(tx, {
          workspaceId,
          personId,
          action,
          subjectId: topUpId,
          detail: { cents: asked.cents },
        });
        await announce(tx, workspaceId, 'wallet');
      } else if (asked.state !== state || (asked.decidedBy ?? asked.askedBy) !== personId) {
        throw new Refused('top-up-decided', { field: 'path.topUpId' });
      }
      return topUpView(tx, topUpId, personId);
    });
  }

  /** The money itself, under the wallet's lock. */
  private post(tx: EntityManager, asked: TopUp, at: Date): Promise<string> {
    const { workspaceId, requestKey, requestHash, reference, cents, askedBy } = asked;
    return this.ledger.post(
      tx,
      { workspaceId, kind: 'top-up', subject: reference, personId: askedBy, at, requestKey, requestHash },
      [
        { account: 'topup', cents: -cents },
        { account: 'cash', cents },
      ],
    );
  }
}
