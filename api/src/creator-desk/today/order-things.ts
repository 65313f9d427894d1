import { type TodayKind, todayPerKind } from '@poolrise/domain';
import { isoInstant } from '../../http/paging';
import { aThing, type FoundThing, type TodayProvider } from './today-provider';

interface Row {
  id: string;
  name: string;
  brand_name: string;
  state: string;
  net_cents: string;
  by_reads: boolean;
  rejections: number;
  due: string | null;
}

/**
 * By when the creator has to move. No clock of the order runs for a draft: the day that was agreed on is its deadline, as the
 * lists of orders say it.
 */
const dueSql = `coalesce(due_at, case when state in ('draft-due', 'outline-due')
    then to_timestamp((terms ->> 'draftDueAt')::float8 / 1000) end)`;

/** What brands wait for from this desk: answers, drafts, samples to confirm. By the index of the desk's orders. */
export const orderThings: TodayProvider = {
  kinds: ['offer', 'order-late', 'draft-sent-back', 'order-step', 'sample-arrival'],
  ability: 'read:orders',
  async find({ db, workspaceId, now }) {
    const rows = await db.read<Row>(
      workspaceId,
      `select id, name, brand_name, state, quote_cents - creator_fee_cents as net_cents, rejections,
              terms ->> 'centsPerThousandReads' is not null as by_reads, ${isoInstant(dueSql)} as due
         from cooperation_order
        where desk_id = app_workspace() and waits_for = 'creator' order by ${dueSql} nulls last, id limit $1`,
      [2 * todayPerKind],
    );
    return rows.map((row) => thingOf(row, now));
  },
};

function thingOf(row: Row, now: Date): FoundThing {
  return aThing({
    kind: kindOf(row, now),
    subjectId: row.id,
    title: row.name,
    who: row.brand_name,
    state: row.state,
    cents: Number(row.net_cents),
    centsAtMost: row.by_reads,
    lapsesAt: row.due,
  });
}

function kindOf({ state, rejections, due }: Row, now: Date): TodayKind {
  if (state === 'invited') return 'offer';
  if (due !== null && Date.parse(due) <= now.getTime()) return 'order-late';
  if (state === 'sample-sent') return 'sample-arrival';
  return state === 'draft-due' && rejections > 0 ? 'draft-sent-back' : 'order-step';
}
