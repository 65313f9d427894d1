import { Injectable } from '@nestjs/common';
import type {
  GrantedVoucher,
  Page,
  VoucherDeskQuery,
  VoucherWorkspace,
  VoucherWorkspacesQuery,
} from '@poolrise/contracts';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { asPlatform } from '../accounts/platform';
import { Db } from '../db/db';
import { decodeCursor, pageFrom } from '../http/paging';
import { Refused } from '../http/refused';
import { derivedVouchers, type VoucherRecord, voucherView } from './vouchers.queries';

interface GrantedRecord extends VoucherRecord {
  workspace_id: string;
  workspace_name: string;
  running_boosts: number;
  granted_at: Date | null;
  grant_reason: string | null;
  revoked_at: Date | null;
  revoke_reason: string | null;
  revoked_by_name: string | null;
}

const granted = `
  select voucher.*, workspace.name as workspace_name, person.name as revoked_by_name,
         (select count(*)::int from boost_voucher used join boost on boost.id = used.boost_id
           where used.voucher_id = voucher.id and boost.state in ('scheduled', 'running')) as running_boosts
    from (${derivedVouchers}) voucher
    join workspace on workspace.id = voucher.workspace_id
    left join person on person.id = voucher.revoked_by`;

/** Screens of the vouchers of everybody, for the platform's people alone. */
@Injectable()
export class VoucherDeskQueries {
  constructor(private readonly db: Db) {}

  /** The latest to expire first, by the index of that order. @throws Refused platform-only, invalid-cursor */
  list(platformId: string, ask: VoucherDeskQuery): Promise<Page<GrantedVoucher>> {
    const [, before, id] =
      decodeCursor(ask.cursor, z.literal('voucher-desk'), z.iso.datetime(), z.uuid()) ?? [];
    return asPlatform(this.db, platformId, async (tx) => {
      const rows = await tx.query<GrantedRecord[]>(
        `${granted}
          where ($1::timestamptz is null or (voucher.expires_at, voucher.id) < ($1, $2::uuid))
            and ($3::text is null or voucher.state = $3) and ($4::text is null or voucher.kind = $4)
            and ($5 = '' or strpos(lower(workspace.name || ' ' || voucher.name), lower($5)) > 0)
          order by voucher.expires_at desc, voucher.id desc
          limit $6`,
        [before, id, ask.state ?? null, ask.kind ?? null, ask.q ?? '', ask.limit + 1],
      );
      return pageFrom(rows, ask.limit, toView, (row) => ['voucher-desk', row.expires_key, row.id]);
    });
  }

  /** Brands, clients and creators by name. @throws Refused platform-only, invalid-cursor */
  workspaces(platformId: string, ask: VoucherWorkspacesQuery): Promise<Page<VoucherWorkspace>> {
    const [, after, id] =
      decodeCursor(ask.cursor, z.literal('voucher-workspaces'), z.string(), z.uuid()) ?? [];
    return asPlatform(this.db, platformId, async (tx) => {
      const rows = await tx.query<VoucherWorkspace[]>(
        `select workspace.id, workspace.name, workspace.kind,
                (select count(*)::int from voucher where voucher.workspace_id = workspace.id and used_at is null
                    and revoked_at is null and lapsed_at is null and expires_at > now()) as usable
           from workspace
          where workspace.kind in ('brand', 'client', 'creator')
            and ($1::text is null or (workspace.name, workspace.id) > ($1, $2::uuid))
            and ($3 = '' or strpos(lower(workspace.name), lower($3)) > 0)
          order by workspace.name, workspace.id
          limit $4`,
        [after, id, ask.q ?? '', ask.limit + 1],
      );
      return pageFrom(
        rows,
        ask.limit,
        (row) => row,
        (row) => ['voucher-workspaces', row.name, row.id],
      );
    });
  }
}

/** One voucher, under the engine's hat. @throws Refused not-found */
export async function grantedVoucher(tx: EntityManager, id: string): Promise<GrantedVoucher> {
  const [row] = await tx.query<GrantedRecord[]>(`${granted} where voucher.id = $1`, [id]);
  if (!row) throw new Refused('not-found', { field: 'path.grantedVoucherId' });
  return toView(row);
}

const toView = (row: GrantedRecord): GrantedVoucher => ({
  ...voucherView(row),
  workspaceId: row.workspace_id,
  workspaceName: row.workspace_name,
  runningBoosts: row.running_boosts,
  grantedAt: row.granted_at?.toISOString() ?? null,
  grantReason: row.grant_reason,
  revokedAt: row.revoked_at?.toISOString() ?? null,
  revokeReason: row.revoke_reason,
  revokedBy: row.revoked_by_name,
});
