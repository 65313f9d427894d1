import { Injectable } from '@nestjs/common';
import type { ApprovalKind, MoveOrder, OrderView } from '@poolrise/contracts';
import { committedBy, type CommittingMove, isCommittingMove } from '@poolrise/domain';
import { actorOf, type ApprovableCommand, ApprovableCommands } from '../approvals/approvable-commands';
import { KeptOrder } from './kept-order.entity';
import { lifeOf } from './order-columns';
import { moveOf } from './order-terms';
import { OrderClock } from './order-clock';
import { OrdersService } from './orders.service';

type Move = MoveOrder & { orderId: string };
type MoveKind = Extract<ApprovalKind, 'accept-offer' | 'counter-offer' | 'extend-rights'>;

const kinds: Record<CommittingMove, MoveKind> = {
  accept: 'accept-offer',
  counter: 'counter-offer',
  'ask-extension': 'extend-rights',
  'counter-extension': 'extend-rights',
  'accept-extension': 'extend-rights',
};

/** As what a move waits when it commits too much; null where it can commit nothing. */
export const approvalOfMove = (move: MoveOrder['kind']): MoveKind | null =>
  isCommittingMove(move) ? kinds[move] : null;

/** Moves of an order that hold more money, as a second person agrees to them: the whole new price counts. */
@Injectable()
export class ApprovableMoves {
  constructor(commands: ApprovableCommands, orders: OrdersService, clock: OrderClock) {
    for (const kind of ['accept-offer', 'counter-offer', 'extend-rights'] as const)
      commands.bring(moveCommand(kind, orders, clock));
  }
}

const moveCommand = (
  kind: MoveKind,
  orders: OrdersService,
  clock: OrderClock,
): ApprovableCommand<Move, OrderView> => ({
  kind,
  // Both sides see an order, so the engine alone writes it.
  hat: 'engine',
  oneAtATime: true,
  prepare: ({ orderId }, now) => clock.advance(orderId, now),
  commits: async (tx, { workspaceId }, { orderId, ...ask }, now) => {
    // The creator's answer spends nothing of the creator's; what is not there, the move says itself.
    const kept = await tx.findOneBy(KeptOrder, { id: orderId, workspaceId });
    const money = kept && committedBy(lifeOf(kept), moveOf(ask), now.getTime());
    if (!kept || !money) return null;
    const beforeCents = money.cents - money.addsCents;
    return {
      money: { ground: 'creators', ...money },
      title: kept.name,
      subjectId: orderId,
      figures: { heldBeforeCents: beforeCents, heldCents: money.cents },
    };
  },
  run: (tx, asker, { orderId, ...ask }, now) => orders.move(actorOf(asker), orderId, ask, now, tx),
  figures: ({ offer: { quoteCents, protectionDays }, extension, extensions }) =>
    kind === 'extend-rights'
      ? { quoteCents: (extension?.price ?? extensions.at(-1))?.quoteCents ?? null }
      : { quoteCents, protectionDays },
  resultId: ({ id }) => id,
});
