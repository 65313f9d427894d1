import type { OrderView } from '@poolrise/contracts';
import { type OrderMove, priceOrder } from '@poolrise/domain';
import { moneyOf } from '../order-of';
import type { MoneyRow } from './money-rows';

/** What a move does with the money, as rows for those who have to agree to it; none where it touches none. */
export function moneyRowsOf(view: OrderView, move: OrderMove, now: Date): MoneyRow[] {
  const moved = moneyOf(view, move, { by: view.side, now });
  if (!moved) return [];
  const toCreator = view.side === 'creator' ? 'orders.money.toYou' : 'orders.money.toCreator';
  switch (move.kind) {
    case 'cancel':
    case 'resolve':
      return [
        { label: toCreator, cents: moved.creatorCents, strong: view.side === 'creator' },
        { label: 'orders.money.back', cents: moved.brandCents, strong: view.side !== 'creator' },
      ];
    case 'decline':
    case 'withdraw':
      return [{ label: 'orders.money.release', cents: moved.brandCents }];
    case 'accept':
    case 'counter':
      return agreed(view, moved.heldCents - view.heldCents, toCreator, move);
    default:
      return [];
  }
}

/** Creators read what is left to them; brands what they pay, and what has to be held for it besides. */
function agreed(
  view: OrderView,
  besidesCents: number,
  toCreator: MoneyRow['label'],
  move: OrderMove,
): MoneyRow[] {
  const { price, side } =
    move.kind === 'counter' ? { ...view, price: priceOrder(move.quoteCents, view.terms, view.rules) } : view;
  if (side === 'creator') return [{ label: toCreator, cents: price.netCents, strong: true }];
  const rows: MoneyRow[] = [{ label: 'orders.money.total', cents: price.totalCents, strong: true }];
  if (besidesCents > 0) rows.push({ label: 'orders.money.hold', cents: besidesCents });
  if (besidesCents < 0) rows.push({ label: 'orders.money.release', cents: -besidesCents });
  rows.push({ label: toCreator, cents: price.netCents });
  return rows;
}
