import type { TrueCostView } from '@poolrise/contracts';
import { type FactRow, factOf, factsOfAdRow, type OrderMoney, trueCostOf } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { Refused } from '../http/refused';
import { type Snapshot, standing } from './facts/growth';
import { factsOfRow, figureIn, newestFirst, type StoredRow } from './facts/sheet-row';
import { orderMoney, pricedRows } from './facts/sheet-money';

/** Rows of one note that are looked at: a year of days from several sources, and its orders and ads. */
const rowsMost = 5_000;

/** What one note truly cost, of those counted here and of those that files speak of. @throws Refused not-found */
export async function noteCost(tx: EntityManager, noteId: string, now = new Date()): Promise<TrueCostView> {
  const [note] = await tx.query<{ hosted: boolean; spent: number; vouchers: number }[]>(
    `select true as hosted, coalesce(sum(spent_cents), 0)::float8 as spent, coalesce(sum(voucher_spent_cents), 0)::float8 as vouchers
     from note left join boost on boost.note_id = note.id where note.id = $1 group by note.id
     union all select false, 0, 0 from observed_note where id = $1`,
    [noteId],
  );
  if (!note) throw new Refused('not-found', { field: 'path.noteId' });
  const cost = note.hosted
    ? trueCostOf({
        // Whether somebody was paid for it outside is known of no note that was published here.
        order: unpriced,
        adCents: null,
        boostCents: note.spent,
        voucherCents: note.vouchers,
        // Paid slots here are boosts.
        adsComplete: true,
        boostsComplete: true,
        promotedImpressions: 0,
        heatedImpressions: null,
      })
    : observedCost(await rowsOf(tx, noteId));
  return { asOf: now.toISOString(), ...cost, parts: cost.parts.map((part) => ({ ...part })) };
}

const unpriced: OrderMoney = {
  quoteCents: null,
  serviceFeeCents: null,
  amountCents: null,
  effectMode: false,
};

const rowsOf = (tx: EntityManager, noteId: string): Promise<StoredRow[]> =>
  tx.query<StoredRow[]>(
    `select subject, source, import_id as "importId", coalesce(day::text, '') as day, record -> 'values' as values
     from observation where workspace_id = app_workspace() and note_id = $1 and subject in ('note-snapshot', 'order', 'ad-row')
     order by day desc nulls last limit ${rowsMost}`,
    [noteId],
  );

function observedCost(rows: readonly StoredRow[]): ReturnType<typeof trueCostOf> {
  const sheets = rows.filter(({ subject }) => subject !== 'ad-row').sort(newestFirst);
  const snapshots = sheets
    .filter(({ day }) => day !== '')
    .map((row): Snapshot => ({ day: row.day, source: row.source, facts: factsOfRow(row, null, null) }));
  const stand = standing(snapshots, ['promotedImpressions', 'heatedImpressions', 'adCents']);
  const ads = rows
    .filter(({ subject }) => subject === 'ad-row')
    .map(({ values }) => factsOfAdRow((field) => figureIn(values, field)));
  const promoted = factOf(stand, 'promotedImpressions');
  const counted = wholeSum(ads, 'adImpressions');
  const stated = exactCents(factOf(stand, 'adCents'));
  const spent = wholeSum(ads, 'adCents');
  // Ads are all there when they were shown as often as the note's own sheet says that it was promoted.
  const isWhole =
    spent !== null &&
    counted !== null &&
    promoted !== null &&
    !promoted.atLeast &&
    counted >= promoted.value - promoted.half;
  return trueCostOf({
    order: priceOf(pricedRows({ rows: sheets })),
    adCents: isWhole ? spent : (stated ?? spent),
    boostCents: null,
    voucherCents: null,
    adsComplete: isWhole || stated !== null,
    boostsComplete: false,
    promotedImpressions: promoted?.value ?? null,
    heatedImpressions: factOf(stand, 'heatedImpressions')?.value ?? null,
  });
}

const exactCents = (fact: ReturnType<typeof factOf>): number | null =>
  fact && fact.half === 0 && !fact.atLeast ? Math.round(fact.value) : null;

/** Null when it is unknown in one row, or there are no rows. */
function wholeSum(rows: readonly FactRow[], fact: 'adCents' | 'adImpressions'): number | null {
  const values = rows.map((row) => exactCents(factOf(row, fact)));
  return values.length === 0 || values.includes(null)
    ? null
    : values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
}

/** Several orders of one note are one price; what one of them does not say is unknown of all. */
function priceOf(rows: readonly StoredRow[]): OrderMoney {
  const [first, ...more] = rows.map(({ values }) => orderMoney(values));
  if (!first) return unpriced;
  const add = (one: number | null, other: number | null) =>
    one === null || other === null ? null : one + other;
  return more.reduce<OrderMoney>(
    (sum, next) => ({
      quoteCents: add(sum.quoteCents, next.quoteCents),
      serviceFeeCents: add(sum.serviceFeeCents, next.serviceFeeCents),
      amountCents: add(sum.amountCents, next.amountCents),
      effectMode: sum.effectMode || next.effectMode,
    }),
    first,
  );
}
