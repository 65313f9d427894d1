import { type CooperationOrder, hasEnded, type OrderActor, type OrderState } from './cooperation-order';
import type { OfferTerms } from './offer-terms';
import type { ExtensionMove } from './rights-extension';
import type { SampleMove } from './sample-parcels';

/** What somebody does to an order. Money in cents, shares in basis points. */
export type OrderMove =
  | { kind: 'counter'; quoteCents: number; protectionDays?: number; terms?: Partial<OfferTerms> }
  | ExtensionMove
  | SampleMove
  | { kind: 'ask-removal'; removal: 'hide' | 'delete' }
  | { kind: 'resolve'; creatorBasisPoints: number }
  | { kind: Exclude<PlainMoveKind, ExtensionMove['kind']> };

/** Moves that say all by being made. */
export const plainMoveKinds = [
  'accept',
  'decline',
  'withdraw',
  'give-address',
  'receive-sample',
  'miss-sample',
  'submit-outline',
  'submit-draft',
  'pass-audit',
  'fail-audit',
  'approve',
  'send-back',
  'publish',
  'allow-removal',
  'refuse-removal',
  'report-removed',
  'confirm-restored',
  'cancel',
  'dispute',
  'continue',
  'accept-extension',
  'decline-extension',
  'withdraw-extension',
] as const;
export type PlainMoveKind = (typeof plainMoveKinds)[number];
export const orderMoveKinds = [
  'counter',
  'promise-sample',
  'send-sample',
  'ask-removal',
  'resolve',
  'ask-extension',
  'counter-extension',
  ...plainMoveKinds,
] as const;
export type OrderMoveKind = (typeof orderMoveKinds)[number];

/** The clock's moves, as the history names them. */
export const clockMoveKinds = [
  'lapse',
  'silent-approval',
  'request-lapses',
  'protection-ends',
  'pay',
  'extension-lapses',
] as const;
export type ClockMoveKind = (typeof clockMoveKinds)[number];

/** Agreed and not yet published: from here either side may still call it off. */
const work: readonly OrderState[] = [
  'sample-due',
  'sample-sent',
  'outline-due',
  'outline-review',
  'draft-due',
  'platform-audit',
  'brand-review',
  'ad-audit',
  'ready',
];
const offers: readonly OrderState[] = ['applied', 'invited'];
/** The note is out and nobody quarrels about it: longer rights can be agreed on, also once it is all paid. */
const out: readonly OrderState[] = ['published', 'completed', 'settled'];
/** … and where a wish for them may still be on the table. */
const asked: readonly OrderState[] = [...out, 'note-removed', 'disputed', 'resolved'];

type Sides = readonly OrderActor[];
const both: Sides = ['brand', 'creator'];

/** Who may make a move at all, and in which states. What else it needs stands in `mayMove`. */
const moves: Readonly<Record<OrderMoveKind, { by: Sides; in: readonly OrderState[] }>> = {
  counter: { by: both, in: offers },
  accept: { by: both, in: offers },
  decline: { by: both, in: offers },
  withdraw: { by: both, in: offers },
  'give-address': { by: ['creator'], in: ['sample-due'] },
  'promise-sample': { by: ['brand'], in: ['sample-due'] },
  'send-sample': { by: ['brand'], in: ['sample-due'] },
  // A parcel that was said never to arrive may come after all, while nothing else is on its way.
  'receive-sample': { by: ['creator'], in: ['sample-sent', 'sample-due'] },
  'miss-sample': { by: ['creator'], in: ['sample-sent'] },
  'submit-outline': { by: ['creator'], in: ['outline-due'] },
  'submit-draft': { by: ['creator'], in: ['draft-due'] },
  'pass-audit': { by: ['platform'], in: ['platform-audit', 'ad-audit'] },
  'fail-audit': { by: ['platform'], in: ['platform-audit', 'ad-audit'] },
  approve: { by: ['brand'], in: ['outline-review', 'brand-review'] },
  'send-back': { by: ['brand'], in: ['outline-review', 'brand-review'] },
  publish: { by: ['creator'], in: ['ready'] },
  'ask-removal': { by: ['creator'], in: ['published'] },
  'allow-removal': { by: ['brand'], in: ['published'] },
  'refuse-removal': { by: ['brand'], in: ['published'] },
  'report-removed': { by: ['platform'], in: ['published'] },
  'confirm-restored': { by: ['platform'], in: ['note-removed'] },
  cancel: { by: both, in: work },
  dispute: { by: both, in: [...work, 'published', 'note-removed', 'completed'] },
  continue: { by: ['platform'], in: ['disputed'] },
  resolve: { by: ['platform'], in: ['disputed', 'note-removed'] },
  'ask-extension': { by: ['brand'], in: out },
  'counter-extension': { by: both, in: out },
  'accept-extension': { by: both, in: out },
  'decline-extension': { by: both, in: asked },
  'withdraw-extension': { by: both, in: asked },
};

/** Why a move is not to be made now. */
export type MoveRefusal =
  | 'order-has-ended'
  | 'move-of-another'
  | 'move-out-of-turn'
  | 'offer-is-your-own'
  | 'offer-is-not-yours'
  | 'request-pending'
  | 'no-request'
  | 'no-address'
  | 'extension-pending'
  | 'no-extension'
  | 'no-rights';

/** Whether this side may make this move now; null when it may. */
export function mayMove(order: CooperationOrder, kind: OrderMoveKind, by: OrderActor): MoveRefusal | null {
  const move = moves[kind];
  if (hasEnded(order) && !move.in.includes(order.state)) return 'order-has-ended';
  if (!move.by.includes(by)) return 'move-of-another';
  if (!move.in.includes(order.state)) return 'move-out-of-turn';
  switch (kind) {
    case 'counter':
    case 'accept':
    case 'decline':
      return order.offer.by === by ? 'offer-is-your-own' : null;
    case 'withdraw':
      return order.offer.by === by ? null : 'offer-is-not-yours';
    case 'send-sample':
      return order.sample.addressAt === null ? 'no-address' : null;
    case 'receive-sample':
      return order.state === 'sample-due' && !order.sample.parcels.length ? 'move-out-of-turn' : null;
    case 'ask-removal':
      return order.request || order.mayRemove ? 'request-pending' : null;
    case 'allow-removal':
    case 'refuse-removal':
      return order.request ? null : 'no-request';
    case 'report-removed':
      return order.mayRemove ? 'move-out-of-turn' : null;
    case 'ask-extension':
      if (!order.terms.rights) return 'no-rights';
      return order.extension ? 'extension-pending' : null;
    case 'counter-extension':
    case 'accept-extension':
    case 'decline-extension':
      if (!order.extension) return 'no-extension';
      return order.extension.by === by ? 'offer-is-your-own' : null;
    case 'withdraw-extension':
      if (!order.extension) return 'no-extension';
      return order.extension.by === by ? null : 'offer-is-not-yours';
    default:
      return null;
  }
}

/** Every move that this side may make now. */
export const legalMoves = (order: CooperationOrder, by: OrderActor): OrderMoveKind[] =>
  orderMoveKinds.filter((kind) => mayMove(order, kind, by) === null);

/** Whether an order is being worked on: agreed, and not yet published. */
export const isAtWork = ({ state }: CooperationOrder): boolean => work.includes(state);

/** Moves by which somebody carries an order on, in contrast to those that ask, quarrel or end it. */
const onward: readonly OrderMoveKind[] = [
  'accept',
  'send-sample',
  'give-address',
  'receive-sample',
  'submit-outline',
  'submit-draft',
  'pass-audit',
  'approve',
  'publish',
  'allow-removal',
  'continue',
  'confirm-restored',
  'accept-extension',
];
/** Whom an order waits for; null when it waits for time to pass, or is over. */
export const waitsFor = (order: CooperationOrder): OrderActor | null =>
  (['brand', 'creator', 'platform'] as const).find((by) =>
    onward.some((kind) => mayMove(order, kind, by) === null),
  ) ?? null;
