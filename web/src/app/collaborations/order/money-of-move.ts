import type { OrderView } from '@poolrise/contracts';
import { type OrderMove, priceExtension, priceOrder } from '@poolrise/domain';
import { moneyOf } from '../order-of';
import type { MoneyRow } from './money-rows';

/** What a move does with the money, as rows for those who have to agree to it; none where it touches none. */
export function moneyRowsOf(view: OrderView, move: OrderMove, now: Date): MoneyRow[] {
  const toCreator = view.side === 'creator' ? 'orders.money.toYou' : 'orders.money.toCreator';
  // Also of an offer that is not another one yet: it is still being typed.
  if (move.kind === 'counter')
    return agreed(view, view.heldCents, priceOrder(move.quoteCents, view.terms, view.rules), toCreator);
  const heldForRights = view.extension?.heldCents ?? 0;
  if (move.kind === 'ask-extension' || move.kind === 'counter-extension') {
    const price = priceExtension(move.quoteCents, view.extension?.rules ?? view.extensionRules);
    return agreed(view, heldForRights, price, toCreator);
  }
  const moved = moneyOf(view, move, { by: view.side, now });
  if (!moved) return [];
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
      return agreed(view, view.heldCents, view.price, toCreator);
    case 'accept-extension':
      return view.extension ? agreed(view, heldForRights, view.extension.price, toCreator) : [];
    case 'decline-extension':
    case 'withdraw-extension':
      return [{ label: 'orders.money.release', cents: moved.brandCents }];
    default:
      return [];
  }
}

/** Creators read what is left to them; brands what they pay, and what has to be held for it besides. */
function agreed(
  { side }: OrderView,
  heldCents: number,
  price: OrderView['price'],
  toCreator: MoneyRow['label'],
): MoneyRow[] {
  if (side === 'creator') return [{ label: toCreator, cents: price.netCents, strong: true }];
  const besidesCents = price.totalCents - heldCents;
  const rows: MoneyRow[] = [{ label: 'orders.money.total', cents: price.totalCents, strong: true }];
  if (besidesCents > 0) rows.push({ label: 'orders.money.hold', cents: besidesCents });
  if (besidesCents < 0) rows.push({ label: 'orders.money.release', cents: -besidesCents });
  return [...rows, { label: toCreator, cents: price.netCents }];
}
