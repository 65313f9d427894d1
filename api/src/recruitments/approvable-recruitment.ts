import { Injectable } from '@nestjs/common';
import type {
  AnswerApplication,
  ApplicationAnswered,
  PublishRecruitment,
  RecruitmentView,
} from '@poolrise/contracts';
import { dayInShanghai, orderRulesOn, priceOrder } from '@poolrise/domain';
import { actorOf, anew, type ApprovableCommand, ApprovableCommands } from '../approvals/approvable-commands';
import { KeptRecruitment } from './kept-recruitment.entity';
import { RecruitmentClock } from './recruitment-clock';
import { RecruitmentsService } from './recruitments.service';
import { applicationIn, SelectionService } from './selection.service';

type Select = AnswerApplication & { recruitmentId: string; applicationId: string };

/** Publishing a recruitment and selecting from it, as a second person agrees to them. */
@Injectable()
export class ApprovableRecruitment {
  constructor(
    commands: ApprovableCommands,
    recruitments: RecruitmentsService,
    selection: SelectionService,
    clock: RecruitmentClock,
  ) {
    commands.bring(publishCommand(recruitments));
    commands.bring(selectCommand(selection, clock));
  }
}

/** Nothing is held yet, but creators are promised a place: all places at the highest quote count, with the fees on top. */
const publishCommand = (
  recruitments: RecruitmentsService,
): ApprovableCommand<PublishRecruitment, RecruitmentView> => ({
  kind: 'publish-recruitment',
  hat: 'engine',
  commits: (_, __, ask, now) =>
    Promise.resolve({ money: anew('plans', promisedBy(ask, now)), title: ask.name, subjectId: null }),
  run: (tx, asker, ask, now) => recruitments.publish(actorOf(asker), ask, now, tx),
  figures: ({ wanted, quoteMostCents, rules, terms }) => ({
    creators: wanted,
    quoteMostCents,
    promisedCents: wanted * priceOrder(quoteMostCents, terms, rules).totalCents,
    protectionDays: terms.protectionDays,
  }),
  resultId: ({ id }) => id,
});

const promisedBy = ({ wanted, quoteMostCents, effectMode }: PublishRecruitment, now: Date): number =>
  wanted * priceOrder(quoteMostCents, { effectMode }, orderRulesOn(dayInShanghai(now))).totalCents;

/** A selection is an order with its price held, whoever agreed that the recruitment be published. */
const selectCommand = (
  selection: SelectionService,
  clock: RecruitmentClock,
): ApprovableCommand<Select, ApplicationAnswered> => ({
  kind: 'select-applicant',
  hat: 'engine',
  prepare: ({ recruitmentId }, now) => clock.advance(recruitmentId, now),
  commits: async (tx, { workspaceId }, { recruitmentId, applicationId }) => {
    const kept = await tx.findOneBy(KeptRecruitment, { id: recruitmentId, workspaceId });
    if (!kept) return null;
    const { state, quoteCents, creatorId } = await applicationIn(tx, recruitmentId, applicationId);
    if (state === 'selected') return null;
    const { totalCents } = priceOrder(quoteCents, kept.terms, kept.rules);
    return {
      money: anew('creators', totalCents),
      title: kept.name,
      subjectId: creatorId,
      figures: { quoteCents, heldCents: totalCents, protectionDays: kept.terms.protectionDays },
    };
  },
  run: (tx, asker, { recruitmentId, applicationId, ...ask }, now) =>
    selection.answer(actorOf(asker), recruitmentId, applicationId, ask, now, tx),
  figures: () => ({}),
  resultId: ({ application: { id, orderId } }) => {
    if (!orderId) throw new Error(`application ${id} was selected without an order`);
    return orderId;
  },
});
