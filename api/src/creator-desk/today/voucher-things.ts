import { todayPerKind } from '@poolrise/domain';
import { isoInstant } from '../../http/paging';
import { aThing, type TodayProvider } from './today-provider';

interface Row {
  id: string;
  name: string;
  remaining_cents: string;
  expires: string;
}

/** Vouchers that expire within a week and can still be used. */
export const voucherThings: TodayProvider = {
  kinds: ['voucher-expiring'],
  ability: 'read:wallet',
  async find({ db, workspaceId, now }) {
    const rows = await db.read<Row>(
      workspaceId,
      `select id, name, remaining_cents, ${isoInstant('expires_at')} as expires from voucher
        where workspace_id = app_workspace() and expires_at > $1::timestamptz and expires_at <= $1::timestamptz + interval '7 days'
          and valid_from <= $1 and used_at is null and revoked_at is null and lapsed_at is null
        order by expires_at, id limit $2`,
      [now, todayPerKind],
    );
    return rows.map(({ id, name, remaining_cents, expires }) => {
      const cents = Number(remaining_cents);
      return aThing({
        kind: 'voucher-expiring',
        subjectId: id,
        title: name,
        cents: cents > 0 ? cents : null,
        lapsesAt: expires,
      });
    });
  },
};
