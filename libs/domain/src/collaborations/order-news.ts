import type { ClockMoveKind, OrderMoveKind } from './order-moves';

/** What happens to an order that the other side is told of by the bell; what the clock does, both are told. */
export const orderNews = [
  'give-address',
  'promise-sample',
  'send-sample',
  'receive-sample',
  'miss-sample',
  'ask-extension',
  'counter-extension',
  'accept-extension',
  'decline-extension',
  'withdraw-extension',
  'extension-lapses',
] as const satisfies readonly (OrderMoveKind | ClockMoveKind)[];
