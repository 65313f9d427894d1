import { type CooperationOrder, dueAt, protectionEnds, requestLapses } from './cooperation-order';
import {
  earnedBy,
  holdLegs,
  noLegs,
  type OrderLegs,
  type OrderOutcome,
  type OrderPayment,
  payOrder,
} from './order-money';
import { afterReview } from './move-order';
import type { ClockMoveKind } from './order-moves';
import { dropExtension, extensionLapses } from './rights-extension';

/** One thing that the clock did to an order, and when it fell due. */
export interface ClockStep {
  kind: ClockMoveKind;
  /** epoch milliseconds: when it was due, however much later it is done */
  at: number;
  order: CooperationOrder;
  legs: OrderLegs;
  /** of `pay` */
  payment?: Omit<OrderPayment, 'legs'>;
}

/**
 * The next thing that the clock does to an order by `now`, or null when nothing is due. Whoever was away too long does
 * one after the other until it is null: each counts from when it fell due and not from when it was done.
 * @param outcome what is known of the note, for orders that are to be paid
 */
export function advanceOrder(order: CooperationOrder, now: number, outcome: OrderOutcome): ClockStep | null {
  const at = dueAt(order);
  if (at === null || at > now) return null;
  const step = (kind: ClockMoveKind, change: Partial<CooperationOrder>, legs = noLegs): ClockStep => ({
    kind,
    at,
    order: { ...order, since: at, ...change },
    legs,
  });
  if (extensionLapses(order) === at) {
    const { order: without, legs } = dropExtension(order);
    return { kind: 'extension-lapses', at, order: without, legs };
  }
  switch (order.state) {
    case 'applied':
    case 'invited':
      return step('lapse', { state: 'expired', heldCents: 0 }, holdLegs(order.heldCents, 0));
    case 'outline-review':
      return step('silent-approval', { state: 'draft-due' });
    case 'brand-review':
      return step('silent-approval', { state: afterReview(order) });
    case 'published':
      // When both fall on one moment the protection ends: there is nothing left to ask for.
      return protectionEnds(order) === at
        ? step('protection-ends', { state: 'completed', request: null })
        : step('request-lapses', { since: order.since, request: null });
    case 'completed': {
      const { legs, ...payment } = payOrder(order, earnedBy(order, outcome), outcome.effectReached === true);
      return { ...step('pay', { state: 'settled', heldCents: 0 }, legs), payment };
    }
    default:
      throw new Error(`nothing is due in state ${order.state}, but at ${requestLapses(order)}`);
  }
}
