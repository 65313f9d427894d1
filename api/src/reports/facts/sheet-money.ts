import { costFacts, exactFact, factOf, type FactRow, trueCostOf } from '@poolrise/domain';
import type { FactPiece } from './fact-piece';
import { standing } from './growth';
import { type Sheet, type SheetAsk, sheetPiece, wholeSnapshots } from './note-sheet';
import { dayIn, factsOfRow, figureIn, type StoredRow, textIn } from './sheet-row';

/** What an order says of its price, in cents. */
export function orderMoney(values: StoredRow['values']) {
  const cents = (field: string) => {
    const figure = figureIn(values, field);
    return figure?.precision === 'exact' && figure.value >= 0 ? Math.round(figure.value) : null;
  };
  return {
    quoteCents: cents('quote'),
    serviceFeeCents: cents('serviceFee'),
    amountCents: cents('orderAmount'),
    effectMode: values.isEfficientMode === true,
  };
}

/** Quote, fee and both together, with what is an estimate marked as one. */
export const orderFacts = (values: StoredRow['values']): FactRow => {
  const { quoteCents, serviceFeeCents, orderCents } = costFacts(
    trueCostOf({
      order: orderMoney(values),
      adCents: null,
      boostCents: null,
      voucherCents: null,
      adsComplete: false,
      boostsComplete: false,
      promotedImpressions: null,
      heatedImpressions: null,
    }),
  );
  const { guaranteedReads } = factsOfRow(
    { subject: 'order', source: 'P0', importId: '', day: '', values },
    null,
    null,
  );
  return { quoteCents, serviceFeeCents, orderCents, guaranteedReads };
};

/** The rows that say what a note was ordered for: its orders, each in its newest state, else the newest sheet with a price. */
export function pricedRows({ rows }: Pick<Sheet, 'rows'>): StoredRow[] {
  const orders = new Map<string, StoredRow>();
  for (const row of rows)
    if (row.subject === 'order') {
      const id = textIn(row.values, 'orderId') ?? '';
      if (!orders.has(id)) orders.set(id, row);
    }
  if (orders.size) return [...orders.values()];
  return rows
    .filter(({ values }) => ['orderAmount', 'quote'].some((field) => figureIn(values, field)))
    .slice(0, 1);
}

/** What was ordered for a note, and what the alliances count beyond. */
export function* moneyPieces({ ask, needs, sheet, traits, origins }: SheetAsk): Generator<FactPiece> {
  const { spec, period } = ask;
  if (spec.filters.placements.length || spec.filters.audiences.length) return;
  const published = spec.timeBasis === 'published';
  const within = (day: string | null) =>
    published || day === null || (day >= period.from && day <= period.to);
  if (needs.orders)
    for (const row of pricedRows(sheet)) {
      const day = dayIn(row.values, 'orderFinishedAt', 'orderCreatedAt') ?? sheet.publishedOn;
      if (!within(day)) continue;
      origins.count('orders', [row]);
      // Of an order without a day nobody knows whether it is of the period.
      const facts = published || day !== null ? orderFacts(row.values) : {};
      yield sheetPiece(ask, 'orders', published ? traits : { ...traits, day }, facts);
    }
  const happened = !published && !within(sheet.publishedOn);
  const stand = standing(wholeSnapshots(sheet), [
    'shopVisitors',
    'offsiteVisitors',
    'adCents',
    'promotedImpressions',
    'heatedImpressions',
  ]);
  // Totals so far, which belong to no day: with the note, or nowhere.
  if (needs['alliance-sheets'] && !happened) {
    const { shopVisitors, offsiteVisitors, adCents } = stand;
    const none = !sheet.hasAds && factOf(stand, 'promotedImpressions')?.value === 0 ? exactFact(0) : null;
    const facts = { shopVisitors, offsiteVisitors, adCents: adCents ?? none };
    if (Object.values(facts).some((fact) => fact)) {
      origins.count('alliance-sheets', sheet.rows.slice(0, 1));
      yield sheetPiece(ask, 'alliance-sheets', traits, facts);
    }
  }
  // Where there was no heated exposure nothing was paid for it, and no voucher either.
  if (needs['hosted-boosts'] && !happened && factOf(stand, 'heatedImpressions')?.value === 0)
    yield sheetPiece(ask, 'hosted-boosts', traits, { boostCents: exactFact(0), voucherCents: exactFact(0) });
}
