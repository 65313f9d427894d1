import type { Page, TopUpsQuery, TopUpView } from '@poolrise/contracts';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { decodeCursor, pageFrom } from '../http/paging';

/** As pg gives it: bigint as text. */
interface TopUpRecord extends Omit<TopUpView, 'cents' | 'askedAt' | 'decidedAt'> {
  cents: string;
  askedAt: Date;
  decidedAt: Date | null;
  sequence: string;
}

const topUpRow = `
  select t.id, t.cents, t.reference, t.state, a.name as "askedBy", coalesce(t.asked_by = $1::uuid, false) as own,
         t.asked_at as "askedAt", d.name as "decidedBy", t.decided_at as "decidedAt", t.reason, t.sequence
    from top_up t left join person a on a.id = t.asked_by left join person d on d.id = t.decided_by`;

/** Top-ups as `personId` sees them, the latest first. */
export async function topUpPage(
  tx: EntityManager,
  personId: string | null,
  ask: z.output<typeof TopUpsQuery>,
): Promise<Page<TopUpView>> {
  const [before] = decodeCursor(ask.cursor, z.int().positive(), z.literal('top-ups')) ?? [null];
  const rows = await tx.query<TopUpRecord[]>(
    `${topUpRow}
      where ($2::bigint is null or t.sequence < $2) and ($3::text is null or t.state = $3)
      order by t.sequence desc limit $4`,
    [personId, before, ask.state ?? null, ask.limit + 1],
  );
  return pageFrom(rows, ask.limit, toView, (row) => [Number(row.sequence), 'top-ups']);
}

/** One of them, inside the transaction that wrote or found it. */
export async function topUpView(tx: EntityManager, id: string, personId: string | null): Promise<TopUpView> {
  const [row] = await tx.query<TopUpRecord[]>(`${topUpRow} where t.id = $2`, [personId, id]);
  if (!row) throw new Error(`no top-up ${id} in sight`);
  return toView(row);
}

const toView = ({ sequence: _, ...row }: TopUpRecord): TopUpView => ({
  ...row,
  cents: Number(row.cents),
  askedAt: row.askedAt.toISOString(),
  decidedAt: row.decidedAt?.toISOString() ?? null,
});
