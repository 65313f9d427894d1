import { Injectable } from '@nestjs/common';
import type { GrantedVoucher, GrantVouchers, RevokeVoucher, VouchersGranted } from '@poolrise/contracts';
import type { EntityManager } from 'typeorm';
import { audit } from '../accounts/audit';
import { asPlatform } from '../accounts/platform';
import { Db } from '../db/db';
import type { CallingPerson } from '../http/caller';
import { Refused } from '../http/refused';
import { grantedVoucher } from './voucher-desk.queries';
import { Voucher } from './voucher.entity';
import { VouchersService } from './vouchers.service';

/** What the platform's people give to workspaces and take back. */
@Injectable()
export class VoucherDeskService {
  constructor(
    private readonly db: Db,
    private readonly vouchers: VouchersService,
  ) {}

  /**
   * Gives one voucher to each of the workspaces, all or none; again under the same key, it returns those already given.
   * @throws Refused platform-only, not-found, invalid-input, request-key-reused
   */
  grant(
    platformId: string,
    person: CallingPerson,
    ask: GrantVouchers,
    now = new Date(),
  ): Promise<VouchersGranted> {
    const { workspaceIds, reason, validFrom, expiresAt, ...terms } = ask;
    if (Date.parse(expiresAt) <= now.getTime())
      throw new Refused('invalid-input', {
        field: '/expiresAt',
        detail: '/expiresAt: lies in the past: name a moment to come.',
      });
    return asPlatform(this.db, platformId, async (tx) => {
      await this.known(tx, workspaceIds);
      const granted: VouchersGranted['granted'] = [];
      // In the order of ids, as everyone who takes several wallets, so that two grants never wait for each other.
      for (const workspaceId of [...workspaceIds].sort()) {
        const { id: voucherId, fresh } = await this.vouchers.grantOnce(
          tx,
          workspaceId,
          {
            ...ofKind(terms),
            validFrom: new Date(validFrom),
            expiresAt: new Date(expiresAt),
            grantedBy: platformName,
            grantReason: reason,
          },
          now,
        );
        granted.push({ workspaceId, voucherId });
        if (fresh)
          await this.trail(tx, {
            platformId,
            workspaceId,
            person,
            action: 'voucher.granted',
            voucherId,
            reason,
          });
      }
      return { granted };
    });
  }

  /**
   * Takes a voucher back. What is left on it leaves the books; boosts that run keep what they reserved, and nothing returns to
   * it when they end. Taking back again, or what has ended, changes nothing.
   * @throws Refused platform-only, not-found
   */
  revoke(
    platformId: string,
    person: CallingPerson,
    id: string,
    { reason }: RevokeVoucher,
    now = new Date(),
  ): Promise<GrantedVoucher> {
    return asPlatform(this.db, platformId, async (tx) => {
      const found = await tx.findOneBy(Voucher, { id });
      if (!found) throw new Refused('not-found', { field: 'path.grantedVoucherId' });
      const { workspaceId } = found;
      await this.vouchers.revoke(tx, workspaceId, id, now);
      // The wallet is held from here on: of two who take it back together, the second finds the reason of the first.
      const { affected } = await tx
        .createQueryBuilder()
        .update(Voucher)
        .set({ revokeReason: reason, revokedBy: person.id })
        .where('id = :id and revoked_at is not null and revoke_reason is null', { id })
        .execute();
      if (affected)
        await this.trail(tx, {
          platformId,
          workspaceId,
          person,
          action: 'voucher.revoked',
          voucherId: id,
          reason,
        });
      return grantedVoucher(tx, id);
    });
  }

  private async known(tx: EntityManager, ids: readonly string[]): Promise<void> {
    const rows = await tx.query<{ id: string }[]>(
      `select id from workspace where id = any($1) and kind in ('brand', 'client', 'creator')`,
      [ids],
    );
    const there = new Set(rows.map(({ id }) => id));
    const missing = ids.findIndex((id) => !there.has(id));
    if (missing >= 0)
      throw new Refused('not-found', {
        field: `/workspaceIds/${missing}`,
        detail: `There is no workspace ${ids[missing]} that could be given a voucher.`,
      });
  }

  /** In the trail of both: the workspace reads why, the platform also who. */
  private async trail(
    tx: EntityManager,
    told: {
      platformId: string;
      workspaceId: string;
      person: CallingPerson;
      action: 'voucher.granted' | 'voucher.revoked';
      voucherId: string;
      reason: string;
    },
  ): Promise<void> {
    const { platformId, workspaceId, person, action, voucherId: subjectId, reason } = told;
    await audit(tx, {
      workspaceId: platformId,
      personId: person.id,
      action,
      subjectId,
      detail: { reason, workspaceId },
    });
    await audit(tx, { workspaceId, personId: null, action, subjectId, detail: { reason } });
  }
}

const platformName = '平台 Platform';

type Terms = Omit<GrantVouchers, 'workspaceIds' | 'reason' | 'validFrom' | 'expiresAt'>;
/** The parts that the kind knows. */
function ofKind({ faceCents, ratioBasisPoints, impressions, ...terms }: Terms) {
  return {
    ...terms,
    ...(terms.kind !== 'traffic' && faceCents !== undefined && { faceCents }),
    ...(terms.kind === 'ratio' && ratioBasisPoints !== undefined && { ratioBasisPoints }),
    ...(terms.kind === 'traffic' && impressions !== undefined && { impressions }),
  };
}
