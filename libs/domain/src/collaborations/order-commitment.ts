import type { Committing } from '../ledger/approval-rules';
import { dayInShanghai } from '../pools/traffic-clock';
import type { CooperationOrder } from './cooperation-order';
import { extensionRulesOn } from './extension-rules';
import { isQuote, priceOf } from './order-money';
import type { OrderMove, OrderMoveKind } from './order-moves';
import { priceExtension } from './rights-extension';

/** Moves by which a brand can come to hold more than it did. Every other move holds nothing, or gives back. */
export const committingMoves = [
  'accept',
  'counter',
  'ask-extension',
  'counter-extension',
  'accept-extension',
] as const satisfies readonly OrderMoveKind[];
export type CommittingMove = (typeof committingMoves)[number];
export const isCommittingMove = (kind: OrderMoveKind): kind is CommittingMove =>
  (committingMoves as readonly OrderMoveKind[]).includes(kind);

/**
 * What a move of the brand would commit, fees included; null when it holds nothing more than is held already. Whether the move
 * may be made at all is asked of `moveOrder`.
 * @param now epoch milliseconds: the rules of an extension are those of the day it is asked for
 */
export function committedBy(order: CooperationOrder, move: OrderMove, now: number): Committing | null {
  const { offer, extension } = order;
  switch (move.kind) {
    case 'accept':
      return above(priceOf(order).totalCents, order.heldCents);
    case 'counter':
      if (!isQuote(move.quoteCents)) return null;
      return above(
        priceOf({ ...order, offer: { ...offer, quoteCents: move.quoteCents } }).totalCents,
        order.heldCents,
      );
    case 'ask-extension':
    case 'counter-extension': {
      if (!isQuote(move.quoteCents)) return null;
      const rules = extension?.rules ?? extensionRulesOn(dayInShanghai(new Date(now)));
      return above(priceExtension(move.quoteCents, rules).totalCents, extension?.heldCents ?? 0);
    }
    case 'accept-extension':
      if (!extension) return null;
      return above(priceExtension(extension.quoteCents, extension.rules).totalCents, extension.heldCents);
    default:
      return null;
  }
}

const above = (cents: number, heldCents: number): Committing | null =>
  cents > heldCents ? { cents, addsCents: cents - heldCents } : null;
