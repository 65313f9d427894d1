import { oneVoucherBoost, type Voucher } from '@poolrise/domain';
import { type Cast, marketerOf, workspaceOf } from '@poolrise/scenario';
import type pg from 'pg';
import type { VoucherQuestion } from '../simulations/simulation-run.entity';

const durationHours = 24;

interface Found {
  note_id: string;
  category: string;
  voucher_id: string;
  face_cents: number;
  minimum_cents: number;
  expires_at: Date;
}

/**
 * A question that the tea brand's marketer asks as the demo begins: what one more of its vouchers would do on the note
 * that readers see most now. The worker answers it as it answers everybody, so that no figure of it is made up.
 */
export async function writeOneMore(client: pg.Client, cast: Cast, now: number): Promise<void> {
  const { id: workspaceId } = workspaceOf(cast, 'lin');
  const { rows } = await client.query<Found>(
    `select note.id as note_id, note.category, voucher.id as voucher_id, voucher.remaining_cents::float8 as face_cents,
       voucher.minimum_budget_cents::float8 as minimum_cents, voucher.expires_at
     from note
     join voucher on voucher.workspace_id = note.workspace_id and voucher.kind = 'fixed' and voucher.remaining_cents > 0
       and voucher.used_at is null and voucher.revoked_at is null and voucher.lapsed_at is null
       and voucher.valid_from <= $2 and voucher.expires_at > $2 and voucher.note_ids = '{}' and voucher.goals = '{}'
       and voucher.placements = '{}' and (voucher.categories = '{}' or note.category = any(voucher.categories))
     join lateral (select sum(impressions) as seen from engagement_hour
       where note_id = note.id and hour >= $2::timestamptz - interval '2 days') lately on lately.seen > 0
     where note.workspace_id = $1 and note.audit_state = 'passed'
       and exists (select from pool_run where note_id = note.id and impressions > 0)
     order by lately.seen desc, voucher.expires_at, note.id limit 1`,
    [workspaceId, new Date(now)],
  );
  const [found] = rows;
  if (!found) throw new Error('the demo has no note and voucher to ask about');
  const question = questionOf(found, now);
  await client.query(
    `insert into simulation_run (workspace_id, kind, note_id, voucher_id, requested_by, request_key, change, requested_at, state)
     values ($1, 'one-more-voucher', $2, $3, $4, gen_random_uuid(), $5, $6, 'waiting')`,
    [
      workspaceId,
      found.note_id,
      found.voucher_id,
      marketerOf(cast, 'lin').id,
      JSON.stringify(question),
      new Date(now),
    ],
  );
}

function questionOf(found: Found, now: number): VoucherQuestion {
  const voucher: Voucher = {
    id: found.voucher_id,
    kind: 'fixed',
    state: 'granted',
    faceCents: found.face_cents,
    minBudgetCents: found.minimum_cents,
    validFrom: 0,
    expiresAt: found.expires_at.getTime(),
    stackable: true,
  };
  const note = {
    noteId: found.note_id,
    category: found.category,
    auditState: 'passed',
    visible: true,
  } as const;
  const boost = oneVoucherBoost(voucher, note, { now, durationHours });
  if (typeof boost === 'string') throw new Error(`the demo's voucher cannot be asked about: ${boost}`);
  return {
    boost,
    scope: {},
    startsAt: new Date(now).toISOString(),
    startsInHours: 0,
    durationHours,
    worlds: 400,
    seed: 1,
    assumed: [],
  };
}
