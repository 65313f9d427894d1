import { type CooperationOrder, type OrderActor, type OrderState, workFrom } from './cooperation-order';
import {
  calledOffCents,
  holdLegs,
  isQuote,
  noLegs,
  type OrderLegs,
  partOfQuote,
  payOrder,
  priceOf,
} from './order-money';
import {
  agreedTerms,
  bargainOf,
  changedParts,
  offeredTerms,
  revisionsMost,
  termsFault,
  type TermsRefusal,
} from './offer-terms';
import { legalMoves, mayMove, type MoveRefusal, type OrderMove, type OrderMoveKind } from './order-moves';
import {
  extensionFault,
  type ExtensionMove,
  extensionMoves,
  type ExtensionRefusal,
  moveExtension,
} from './rights-extension';
import { sampleFault, type SampleRefusal, withAnswer, withParcel } from './sample-parcels';

export type OrderRefusalCode =
  | MoveRefusal
  | 'quote-out-of-bounds'
  | 'protection-out-of-bounds'
  | 'offer-unchanged'
  | 'share-out-of-bounds'
  | TermsRefusal
  | ExtensionRefusal
  | SampleRefusal
  | 'wallet-too-low';

/** Why a move was refused, and what this side may do instead. */
export interface OrderRefusal {
  refusal: OrderRefusalCode;
  legal: OrderMoveKind[];
  /** of `wallet-too-low`: what is missing, in cents */
  missingCents?: number;
}

export interface OrderMoved {
  order: CooperationOrder;
  legs: OrderLegs;
}
export const wasRefused = (outcome: OrderMoved | OrderRefusal): outcome is OrderRefusal =>
  'refusal' in outcome;

export interface MoveAsk {
  order: CooperationOrder;
  move: OrderMove;
  by: OrderActor;
  /** epoch milliseconds; what was due by then has been done, see `advanceOrder` */
  now: number;
  /** the brand's cash, in cents */
  cashCents: number;
}

/**
 * Makes a move, or says why not and what may be done instead. Escrow follows: from the invitation to the end the brand
 * holds what its own latest word would cost, so that an agreed price is always there to be paid.
 */
export function moveOrder(ask: MoveAsk): OrderMoved | OrderRefusal {
  const { order, move, by } = ask;
  const refusal = mayMove(order, move.kind, by) ?? faultOf(order, move, ask.now);
  if (refusal) return refused(ask, refusal);
  if (isExtensionMove(move)) return extend(ask, move);
  switch (move.kind) {
    case 'counter':
      return counter(ask, move);
    case 'accept':
      return accept(ask);
    case 'decline':
    case 'withdraw':
      return release(ask, move.kind === 'decline' ? 'declined' : 'withdrawn');
    case 'cancel':
      return cancel(ask);
    case 'resolve':
      return end(ask, 'resolved', partOfQuote(order, move.creatorBasisPoints));
    case 'ask-removal':
      return still(ask, { request: { kind: move.removal, askedAt: ask.now } });
    case 'allow-removal':
      return still(ask, { request: null, mayRemove: true });
    case 'refuse-removal':
      return still(ask, { request: null });
    case 'give-address':
      return still(ask, { sample: { ...order.sample, addressAt: ask.now } });
    case 'promise-sample':
      return still(ask, { sample: { ...order.sample, promisedDay: move.day } });
    case 'send-sample':
      return to(ask, 'sample-sent', { sample: withParcel(order.sample, move.parcel, ask.now) });
    case 'receive-sample':
      return to(ask, workFrom(order.terms, 'sample'), {
        sample: withAnswer(order.sample, { receivedAt: ask.now }),
      });
    case 'miss-sample':
      return to(ask, 'sample-due', { sample: withAnswer(order.sample, { missedAt: ask.now }) });
    case 'send-back':
      return sendBack(ask);
    case 'submit-draft':
      return to(ask, 'platform-audit', { draftedOnce: true });
    case 'publish':
      return to(ask, 'published', { publishedAt: ask.now });
    case 'dispute':
      return to(ask, 'disputed', { disputed: { from: order.state, since: order.since } });
    case 'continue':
      return goOn(ask);
    default:
      return to(ask, nextState(order, move.kind));
  }
}

type PlainStep =
  'submit-outline' | 'pass-audit' | 'fail-audit' | 'approve' | 'report-removed' | 'confirm-restored';

/** Where a move leads that changes nothing else. */
function nextState(order: CooperationOrder, kind: PlainStep): OrderState {
  const { state } = order;
  switch (kind) {
    case 'submit-outline':
      return 'outline-review';
    case 'fail-audit':
      return 'draft-due';
    case 'approve':
      return state === 'outline-review' ? 'draft-due' : afterReview(order);
    case 'pass-audit':
      if (state === 'ad-audit') return 'ready';
      return order.rejections < revisionsMost(order) ? 'brand-review' : afterReview(order);
    case 'report-removed':
      return 'note-removed';
    case 'confirm-restored':
      return 'published';
  }
}

/** A video cannot be edited once it is out, so it waits for the audit of ads; an image note is edited later for it. */
export const afterReview = ({ terms }: CooperationOrder): OrderState =>
  terms.withAdAudit && terms.noteType === 'video' ? 'ad-audit' : 'ready';

export const isExtensionMove = (move: OrderMove): move is ExtensionMove =>
  (extensionMoves as readonly OrderMoveKind[]).includes(move.kind);

/** Longer rights change nothing of the order's own life, whose timers go on. */
function extend(ask: MoveAsk, move: ExtensionMove): OrderMoved | OrderRefusal {
  const outcome = moveExtension({ ...ask, by: sideOf(ask.by) }, move);
  return 'missingCents' in outcome ? { ...refused(ask, 'wallet-too-low'), ...outcome } : outcome;
}

/** Of moves that only the two sides may make. */
const sideOf = (by: OrderActor): 'brand' | 'creator' => (by === 'brand' ? 'brand' : 'creator');

function faultOf(order: CooperationOrder, move: OrderMove, now: number): OrderRefusalCode | null {
  if (isExtensionMove(move)) return extensionFault(order, move, now);
  if (move.kind === 'send-sample' || move.kind === 'promise-sample') return sampleFault(order, move, now);
  if (move.kind === 'resolve') {
    const { creatorBasisPoints: share } = move;
    return Number.isInteger(share) && share >= 0 && share <= 10_000 ? null : 'share-out-of-bounds';
  }
  if (move.kind !== 'counter') return null;
  const { offer, rules } = order;
  const { quoteCents, protectionDays = offer.protectionDays } = move;
  if (!isQuote(quoteCents)) return 'quote-out-of-bounds';
  if (!(protectionDays >= rules.protectionDaysLeast && protectionDays <= rules.protectionDaysMost))
    return 'protection-out-of-bounds';
  const fault = termsFault(move.terms ?? {}, order, now);
  if (fault) return fault;
  const offered = { ...bargainOf(order), ...move.terms, quoteCents, protectionDays };
  return changedParts(bargainOf(order), offered).length ? null : 'offer-unchanged';
}

/** A counter-offer of the brand is held at once; one of the creator leaves what the brand offered before. */
function counter(ask: MoveAsk, move: OrderMove & { kind: 'counter' }): OrderMoved | OrderRefusal {
  const { order, now } = ask;
  const { quoteCents, protectionDays = order.offer.protectionDays } = move;
  const by = sideOf(ask.by);
  const state = by === 'brand' ? 'invited' : order.state;
  const terms = move.terms || order.offer.terms ? { ...offeredTerms(order), ...move.terms } : undefined;
  const offer = { by, quoteCents, protectionDays, ...(terms && { terms }) };
  const next: CooperationOrder = { ...order, state, since: now, offer };
  return by === 'brand' ? hold(ask, next) : { order: next, legs: noLegs };
}

function accept(ask: MoveAsk): OrderMoved | OrderRefusal {
  const { order, now } = ask;
  const { by, quoteCents, protectionDays } = order.offer;
  const terms = agreedTerms(order);
  const offer = { by, quoteCents, protectionDays };
  const sample = terms.withSample ? { ...order.sample, agreedAt: now } : order.sample;
  return hold(ask, { ...order, terms, offer, sample, state: workFrom(terms, 'agreed'), since: now });
}

/** Holds what the order costs as it now stands, if the brand has it. */
function hold(ask: MoveAsk, next: CooperationOrder): OrderMoved | OrderRefusal {
  const { totalCents } = priceOf(next);
  const missingCents = totalCents - next.heldCents - ask.cashCents;
  if (missingCents > 0) return { ...refused(ask, 'wallet-too-low'), missingCents };
  return { order: { ...next, heldCents: totalCents }, legs: holdLegs(next.heldCents, totalCents) };
}

function sendBack(ask: MoveAsk): OrderMoved {
  const { state, rejections } = ask.order;
  if (state === 'outline-review') return to(ask, 'outline-due');
  return to(ask, 'draft-due', { rejections: rejections + 1 });
}

/**
 * Either side may call off an order that is not published. The creator is paid a part only where the brand calls it off
 * after a draft was handed in, and the creator is not late with the next.
 */
function cancel(ask: MoveAsk): OrderMoved {
  const { order, by, now } = ask;
  const late = order.state === 'draft-due' && now > order.terms.draftDueAt;
  const owed = by === 'brand' && order.draftedOnce && !late;
  return owed ? end(ask, 'cancelled', calledOffCents(order)) : release(ask, 'cancelled');
}

/** A dispute stops the clocks; when it is over they go on where they stood. */
function goOn(ask: MoveAsk): OrderMoved {
  const { order, now } = ask;
  if (!order.disputed) throw new Error('a dispute without a beginning');
  const paused = now - order.since;
  const { from, since } = order.disputed;
  const request = order.request && { ...order.request, askedAt: order.request.askedAt + paused };
  return {
    order: { ...order, state: from, since: since + paused, request, disputed: null },
    legs: noLegs,
  };
}

function end(ask: MoveAsk, state: 'cancelled' | 'resolved', earnedCents: number): OrderMoved {
  const { legs } = payOrder(ask.order, earnedCents, false);
  return { order: { ...ask.order, state, since: ask.now, heldCents: 0, request: null }, legs };
}

function release(ask: MoveAsk, state: 'declined' | 'withdrawn' | 'cancelled'): OrderMoved {
  const legs = holdLegs(ask.order.heldCents, 0);
  return { order: { ...ask.order, state, since: ask.now, heldCents: 0 }, legs };
}

const to = (ask: MoveAsk, state: OrderState, change: Partial<CooperationOrder> = {}): OrderMoved => ({
  order: { ...ask.order, state, since: ask.now, ...change },
  legs: noLegs,
});

/** A move within a state: its timer goes on. */
const still = (ask: MoveAsk, change: Partial<CooperationOrder>): OrderMoved => ({
  order: { ...ask.order, ...change },
  legs: noLegs,
});

const refused = ({ order, by }: MoveAsk, refusal: OrderRefusalCode): OrderRefusal => ({
  refusal,
  legal: legalMoves(order, by),
});
