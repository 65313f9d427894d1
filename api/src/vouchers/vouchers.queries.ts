import { Injectable } from '@nestjs/common';
import type { Page, VouchersQuery, VoucherView } from '@poolrise/contracts';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { Db } from '../db/db';
import { decodeCursor, pageFrom } from '../http/paging';

export interface VoucherRecord {
  id: string;
  name: string;
  kind: VoucherView['kind'];
  state: VoucherView['state'];
  face_cents: string;
  remaining_cents: string;
  reserved_cents: string;
  ratio_basis_points: number;
  impressions: number;
  minimum_budget_cents: string;
  stackable: boolean;
  categories: VoucherView['categories'];
  placements: VoucherView['placements'];
  goals: VoucherView['goals'];
  note_ids: string[];
  max_share_basis_points: number;
  valid_from: Date;
  expires_at: Date;
  granted_by: string;
  expires_key: string;
}

/**
 * Vouchers with what follows from their times and uses. A boost that still runs keeps its vouchers 'reserved'; one that
 * has ended leaves them 'spent' or, when something came back, as if unused.
 */
export const derivedVouchers = `
  select v.*, coalesce(u.reserved_cents, 0) as reserved_cents,
         to_char(v.expires_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as expires_key,
         case when v.revoked_at is not null then 'revoked'
              when u.boosts > 0 then 'reserved'
              when v.used_at is not null then 'spent'
              when v.expires_at <= now() then 'expired'
              when v.valid_from > now() then 'scheduled'
              else 'usable' end as state
    from voucher v
    left join lateral (
      select count(*) as boosts, sum(bv.reserved_cents - bv.spent_cents) as reserved_cents
        from boost_voucher bv join boost b on b.id = bv.boost_id
       where bv.voucher_id = v.id and b.state in ('scheduled', 'running')
    ) u on true`;

/** Screens of vouchers. */
@Injectable()
export class VouchersQueries {
  constructor(private readonly db: Db) {}

  /** Vouchers, the latest to expire first. */
  async list(workspaceId: string, ask: z.output<typeof VouchersQuery>): Promise<Page<VoucherView>> {
    const [expiresBefore, afterId] = decodeCursor(
      ask.cursor,
      z.iso.datetime(),
      z.uuid(),
      z.literal('vouchers'),
    ) ?? [null, null];
    const rows = await this.db.read<VoucherRecord>(
      workspaceId,
      `select * from (${derivedVouchers}) voucher
        where ($1::timestamptz is null or (expires_at, id) < ($1, $2::uuid))
          and ($3::text is null or state = $3)
        order by expires_at desc, id desc
        limit $4`,
      [expiresBefore, afterId, ask.state ?? null, ask.limit + 1],
    );
    return pageFrom(rows, ask.limit, voucherView, (row) => [row.expires_key, row.id, 'vouchers']);
  }

  /** Vouchers that could pay for a boost now or soon, the first to expire first; of any category without one. At most 100. */
  async payable(tx: EntityManager, category: string | null): Promise<VoucherView[]> {
    const rows = await tx.query<VoucherRecord[]>(
      `select * from (${derivedVouchers}) voucher
        where state in ('usable', 'scheduled') and ($1::text is null or categories = '{}' or $1 = any(categories))
        order by expires_at, id
        limit 100`,
      [category],
    );
    return rows.map(voucherView);
  }
}

export function voucherView(row: VoucherRecord): VoucherView {
  const fixed = row.kind === 'fixed';
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    state: row.state,
    faceCents: fixed ? Number(row.face_cents) : null,
    remainingCents: fixed ? Number(row.remaining_cents) : null,
    reservedCents: fixed ? Number(row.reserved_cents) : null,
    ratioBasisPoints: row.kind === 'ratio' ? row.ratio_basis_points : null,
    capCents: row.kind === 'ratio' ? Number(row.face_cents) : null,
    impressions: row.kind === 'traffic' ? row.impressions : null,
    minimumBudgetCents: Number(row.minimum_budget_cents),
    stackable: row.stackable,
    categories: row.categories,
    placements: row.placements,
    goals: row.goals,
    noteIds: row.note_ids,
    maxShareBasisPoints: row.max_share_basis_points,
    validFrom: row.valid_from.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    grantedBy: row.granted_by,
  };
}
