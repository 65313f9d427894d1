import type { OrderView } from '@poolrise/contracts';
import type { OrderMoveKind } from '@poolrise/domain';

/** What carries an order on, the likeliest first: two of these are buttons, everything else waits in a menu. */
const main: readonly OrderMoveKind[] = [
  'accept',
  'counter',
  'send-sample',
  'receive-sample',
  'submit-outline',
  'submit-draft',
  'pass-audit',
  'fail-audit',
  'approve',
  'send-back',
  'publish',
  'allow-removal',
  'refuse-removal',
  'confirm-restored',
  'resolve',
  'continue',
];

export type Shown = Exclude<OrderMoveKind, 'ask-removal'> | 'hide' | 'delete';

/** The moves of this side in two heaps. What a creator asks for about a note is two entries, one a wish. */
export function movesShown({ legal }: Pick<OrderView, 'legal'>): { buttons: Shown[]; menu: Shown[] } {
  const plain = (kind: OrderMoveKind): kind is Exclude<OrderMoveKind, 'ask-removal'> =>
    kind !== 'ask-removal';
  const buttons = main
    .filter((kind) => legal.includes(kind))
    .filter(plain)
    .slice(0, 2);
  const menu = legal
    .filter((kind) => !(buttons as readonly string[]).includes(kind))
    .flatMap((kind): Shown[] => (plain(kind) ? [kind] : ['hide', 'delete']));
  return { buttons, menu };
}
