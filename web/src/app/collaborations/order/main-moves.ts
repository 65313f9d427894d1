import type { OrderView } from '@poolrise/contracts';
import { type ExtensionMove, extensionMoves, type OrderMoveKind } from '@poolrise/domain';

type Own = Exclude<OrderMoveKind, 'ask-removal' | ExtensionMove['kind']>;

/** What carries an order on, the likeliest first: two of these are buttons, everything else waits in a menu. */
const main: readonly Own[] = [
  'accept',
  'counter',
  'give-address',
  'send-sample',
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
  'confirm-restored',
  'resolve',
  'continue',
];

export type Shown = Own | 'hide' | 'delete';

/**
 * The moves of this side in two heaps. What a creator asks for about a note is two entries, one a wish; longer rights have a
 * card of their own, and so has an address that was given.
 */
export function movesShown(view: Pick<OrderView, 'legal' | 'sample'>): { buttons: Shown[]; menu: Shown[] } {
  const ofRights = extensionMoves as readonly OrderMoveKind[];
  const legal = view.legal
    .filter((kind): kind is Own | 'ask-removal' => !ofRights.includes(kind))
    .filter((kind) => kind !== 'give-address' || !view.sample?.addressAt);
  const plain = (kind: OrderMoveKind): kind is Own => kind !== 'ask-removal' && !ofRights.includes(kind);
  const buttons = main
    .filter((kind) => legal.includes(kind))
    .filter(plain)
    .slice(0, 2);
  const menu = legal
    .filter((kind) => !(buttons as readonly string[]).includes(kind))
    .flatMap((kind): Shown[] => (plain(kind) ? [kind] : ['hide', 'delete']));
  return { buttons, menu };
}
