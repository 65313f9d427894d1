import { Injectable } from '@nestjs/common';
import type { AnswerApplication, ApplicationAnswered } from '@poolrise/contracts';
import {
  answerLeadsTo,
  type Application,
  type ApplicationAnswer,
  moveRecruitment,
  type OrderTerms,
  type RecruitmentRefusal,
  type Selected,
  selectApplicant,
} from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { audit } from '../accounts/audit';
import { AgreedOrdersService } from '../collaborations/agreed-orders.service';
import { Db } from '../db/db';
import { holdDeskOf } from '../desks/desk-of';
import type { Actor } from '../http/caller';
import { Refused } from '../http/refused';
import { JobsService } from '../jobs/jobs.service';
import { announce } from '../live/announce';
import type { KeptRecruitment } from './kept-recruitment.entity';
import { holdRecruitment, keepRecruitment, recruitmentOf } from './recruitment-columns';
import { RecruitmentClock } from './recruitment-clock';
import { applicantRows, recruitmentRow } from './recruitment-views';

const dayMs = 24 * 3_600_000;

/** An application as it is kept. */
interface KeptApplication extends Application {
  id: string;
  deskId: string;
  creatorId: string;
  words: string;
  version: number;
  appliedBy: string | null;
  appliedAt: Date;
}

/** What a brand answers to those who applied. */
@Injectable()
export class SelectionService {
  constructor(
    private readonly db: Db,
    private readonly jobs: JobsService,
    private readonly agreed: AgreedOrdersService,
    private readonly clock: RecruitmentClock,
  ) {}

  /**
   * Answers an application; one that was answered so before is returned as it is. A selection makes an order to which the
   * creator has agreed and holds its price, in the one transaction in which the application is counted. `within` is a
   * transaction under the engine's hat, before which what was due has been done.
   * @throws Refused not-found, application-moved-on, application-already-answered, recruitment-closed, creator-not-here,
   *   wallet-too-low
   */
  async answer(
    caller: Actor,
    recruitmentId: string,
    applicationId: string,
    ask: AnswerApplication,
    now = new Date(),
    within?: EntityManager,
  ): Promise<ApplicationAnswered> {
    const { workspaceId } = caller;
    if (!within) await this.clock.advance(recruitmentId, now);
    const answer = async (tx: EntityManager): Promise<ApplicationAnswered> => {
      // The wallet first, as everyone who moves money does.
      const cashCents = ask.kind === 'select' ? await this.agreed.lockCash(tx, workspaceId) : 0;
      const kept = await holdRecruitment(tx, { id: recruitmentId, workspaceId });
      if (!kept) throw new Refused('not-found', { field: 'path.recruitmentId' });
      const application = await applicationIn(tx, recruitmentId, applicationId);
      if (application.state !== answerLeadsTo(ask.kind)) {
        if (application.version !== ask.version)
          throw new Refused('application-moved-on', {
            field: '/version',
            figures: { version: ask.version, current: application.version },
          });
        if (ask.kind === 'select') await this.select(tx, caller, kept, application, ask, cashCents, now);
        else await this.reply(tx, caller, kept, application, ask, now);
      }
      const [row] = await applicantRows(tx, kept, workspaceId, [applicationId]);
      if (!row) throw new Error(`application ${applicationId} is gone`);
      return { application: row, recruitment: await recruitmentRow(tx, kept) };
    };
    const answered = await (within ? answer(within) : this.db.asEngine(answer));
    this.jobs.nudge('order-timers');
    return answered;
  }

  private async reply(
    tx: EntityManager,
    caller: Actor,
    kept: KeptRecruitment,
    application: KeptApplication,
    ask: AnswerApplication,
    now: Date,
  ): Promise<void> {
    const moved = moveRecruitment(recruitmentOf(kept), application, { kind: ask.kind as 'decline' });
    if (typeof moved === 'string') throw refusalOf(moved);
    await this.keepAnswer(tx, caller, kept, application, ask, null, now);
    await keepRecruitment(tx, kept, moved.recruitment, now);
  }

  private async select(
    tx: EntityManager,
    caller: Actor,
    kept: KeptRecruitment,
    application: KeptApplication,
    ask: AnswerApplication,
    cashCents: number,
    now: Date,
  ): Promise<void> {
    // Whoever spoke for the creator then has to speak for them still.
    if ((await holdDeskOf(tx, application.creatorId)) !== application.deskId)
      throw new Refused('creator-not-here', { field: 'path.applicationId' });
    const outcome = selectApplicant({
      recruitment: recruitmentOf(kept),
      application: { state: application.state, quoteCents: application.quoteCents },
      terms: termsOf(kept, now),
      rules: kept.rules,
      now: now.getTime(),
      cashCents,
    });
    if ('refusal' in outcome) {
      if (outcome.refusal === 'wallet-too-low' && 'missingCents' in outcome)
        throw new Refused('wallet-too-low', { figures: { missingCents: outcome.missingCents } });
      throw refusalOf(outcome.refusal as RecruitmentRefusal);
    }
    const orderId = await this.makeOrder(tx, caller, kept, application, outcome, ask.words, now);
    await this.keepAnswer(tx, caller, kept, application, ask, orderId, now);
    await keepRecruitment(tx, kept, outcome.recruitment, now);
  }

  /** The application is the creator's offer, and the selection accepts it. */
  private makeOrder(
    tx: EntityManager,
    caller: Actor,
    kept: KeptRecruitment,
    application: KeptApplication,
    { offered, order, legs }: Selected,
    words: string,
    now: Date,
  ): Promise<string> {
    const { workspaceId, name, brandName, brief, category, language } = kept;
    const { deskId, creatorId, appliedBy, appliedAt } = application;
    return this.agreed.make(
      tx,
      {
        ...{ workspaceId, name, brandName, brief, category, language, deskId, creatorId, offered, legs },
        agreed: order,
        requestKey: application.id,
        proposal: { kind: 'apply', personId: appliedBy, at: appliedAt, words: application.words },
        acceptance: { personId: caller.person?.id ?? null, words },
      },
      now,
    );
  }

  private async keepAnswer(
    tx: EntityManager,
    caller: Actor,
    kept: KeptRecruitment,
    application: KeptApplication,
    { kind, words }: { kind: ApplicationAnswer; words: string },
    orderId: string | null,
    now: Date,
  ): Promise<void> {
    const personId = caller.person?.id ?? null;
    await tx.query(
      `update recruitment_application set state = $2, answer_words = $3, answered_by = $4, order_id = $5, changed_at = $6,
              version = version + 1
        where id = $1`,
      [application.id, answerLeadsTo(kind), words || null, personId, orderId, now],
    );
    await audit(tx, {
      workspaceId: kept.workspaceId,
      personId,
      action: 'application.answered',
      subjectId: application.id,
      detail: { kind, recruitmentId: kept.id, orderId },
    });
    await announce(tx, application.deskId, 'recruitments', 'notices');
  }
}

export async function applicationIn(
  tx: EntityManager,
  recruitmentId: string,
  applicationId: string,
): Promise<KeptApplication> {
  const [found] = await tx.query<(Omit<KeptApplication, 'quoteCents'> & { quoteCents: string })[]>(
    `select id, state, quote_cents as "quoteCents", desk_id as "deskId", creator_id as "creatorId", words, version,
            applied_by as "appliedBy", applied_at as "appliedAt"
       from recruitment_application where id = $1 and recruitment_id = $2`,
    [applicationId, recruitmentId],
  );
  if (!found) throw new Refused('not-found', { field: 'path.applicationId' });
  return { ...found, quoteCents: Number(found.quoteCents) };
}

function termsOf({ noteType, terms }: KeptRecruitment, now: Date): OrderTerms {
  const { draftDays, ...agreed } = terms;
  return {
    ...agreed,
    noteType,
    draftDueAt: now.getTime() + draftDays * dayMs,
    centsPerThousandReads: null,
  };
}

const refusalOf = (refusal: RecruitmentRefusal): Refused =>
  refusal === 'recruitment-closed'
    ? new Refused('recruitment-closed')
    : new Refused('application-already-answered');
