import type { ReportedValue } from '@poolrise/contracts';
import { type OrderMoney, type SnapshotSeries, type TrueCost, trueCostOf } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { figureSql } from '../imports/stored-record';
import { valueOf } from './source-values';

interface MoneyRow {
  orders: Record<string, unknown>[];
  /** what the latest sheet of notes says of the price, where it says so */
  sheet: Record<string, unknown> | null;
  adCents: number | null;
}

/**
 * What a note cost as far as files say. No file says whether its ad rows are all there are, nor what boosts cost: both stay
 * unknown unless the note's own sheet counts no such traffic.
 */
export async function noteCost(
  tx: EntityManager,
  noteId: string,
  series: SnapshotSeries | undefined,
): Promise<TrueCost> {
  const [row] = await tx.query<MoneyRow[]>(moneySql, [noteId]);
  const bought = (metric: 'impressionsPromoted' | 'impressionsHeated'): number | null =>
    series?.points[metric].at(-1)?.span.high ?? null;
  return trueCostOf({
    order: row?.orders.length ? ordersTogether(row.orders) : orderMoney(row?.sheet ?? {}),
    adCents: row?.adCents ?? null,
    boostCents: null,
    voucherCents: null,
    adsComplete: false,
    boostsComplete: false,
    promotedImpressions: bought('impressionsPromoted'),
    heatedImpressions: bought('impressionsHeated'),
  });
}

function orderMoney(values: Record<string, unknown>): OrderMoney {
  return {
    quoteCents: centsOf(values['quote']),
    serviceFeeCents: centsOf(values['serviceFee']),
    amountCents: centsOf(values['orderAmount']),
    effectMode: values['isEfficientMode'] === true,
  };
}

/** Several orders of one note are one sum, which is known where each of them is. */
function ordersTogether(orders: readonly Record<string, unknown>[]): OrderMoney {
  const all = orders.map(orderMoney);
  const sum = (part: 'quoteCents' | 'serviceFeeCents' | 'amountCents'): number | null =>
    all.every((order) => order[part] !== null)
      ? all.reduce((total, order) => total + (order[part] ?? 0), 0)
      : null;
  return {
    quoteCents: sum('quoteCents'),
    serviceFeeCents: sum('serviceFeeCents'),
    amountCents: sum('amountCents'),
    effectMode: all.some(({ effectMode }) => effectMode),
  };
}

/** A price may also be a word, such as one on request. */
function centsOf(value: unknown): number | null {
  if (typeof value !== 'number' && !(typeof value === 'object' && value !== null && 'value' in value))
    return null;
  const cents = Math.round(valueOf(value as ReportedValue));
  return cents >= 0 ? cents : null;
}

const moneySql = `
  with its as (
    select observation.* from observation join observed_note note
      on note.workspace_id = observation.workspace_id and note.id = note_id where note.id = $1
  )
  select
    (select coalesce(jsonb_agg(values), '[]') from (
      select distinct on (coalesce(record -> 'values' ->> 'orderId', key)) record -> 'values' as values
      from its where subject = 'order'
      order by coalesce(record -> 'values' ->> 'orderId', key), day desc nulls last) latest) as orders,
    (select record -> 'values' from its
      where subject = 'note-snapshot' and record -> 'values' ?| array['quote', 'orderAmount']
      order by day desc nulls last, key limit 1) as sheet,
    (select sum(round(${figureSql(`(record -> 'values' -> 'fee')`)}::numeric))::float8
      from its where subject = 'ad-row') as "adCents"`;
