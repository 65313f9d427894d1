import { Injectable } from '@nestjs/common';
import type { InviteCreator, OrderView } from '@poolrise/contracts';
import { dayInShanghai, orderRulesOn, priceOrder } from '@poolrise/domain';
import { actorOf, anew, ApprovableCommands } from '../approvals/approvable-commands';
import { InvitationsService } from './invitations.service';

/** Inviting a creator, as a second person agrees to it: the quote and the fees on it count, which is what is held. */
@Injectable()
export class ApprovableInvitation {
  constructor(commands: ApprovableCommands, invitations: InvitationsService) {
    commands.bring<InviteCreator, OrderView>({
      kind: 'invite-creator',
      // Both sides see an order, so the engine alone writes it.
      hat: 'engine',
      commits: (_, __, ask, now) =>
        Promise.resolve({
          money: anew('creators', heldFor(ask, now)),
          title: ask.name,
          subjectId: ask.creatorId,
        }),
      run: (tx, asker, ask, now) => invitations.invite(actorOf(asker), ask, now, tx),
      figures: ({ heldCents }, { quoteCents, protectionDays }) => ({ quoteCents, heldCents, protectionDays }),
      resultId: ({ id }) => id,
    });
  }
}

const heldFor = ({ quoteCents, effectMode }: InviteCreator, now: Date): number =>
  priceOrder(quoteCents, { effectMode }, orderRulesOn(dayInShanghai(now))).totalCents;
