import { Injectable } from '@nestjs/common';
import type { PublishRecruitment, RecruitmentBasis, RecruitmentView } from '@poolrise/contracts';
import {
  dayInShanghai,
  type OrderRules,
  orderRulesOn,
  type RecruitmentRules,
  recruitmentRulesOn,
  usualRights,
} from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { audit } from '../accounts/audit';
import { AgreedOrdersService } from '../collaborations/agreed-orders.service';
import { Db } from '../db/db';
import type { Actor, Caller } from '../http/caller';
import { Refused } from '../http/refused';
import { JobsService } from '../jobs/jobs.service';
import { requestFingerprint } from '../ledger/request-fingerprint';
import { announce } from '../live/announce';
import { KeptRecruitment } from './kept-recruitment.entity';
import { closedByHand, holdRecruitment, keepRecruitment, recruitmentOf } from './recruitment-columns';
import { RecruitmentsQueries } from './recruitments.queries';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** What a brand does with its recruitments. */
@Injectable()
export class RecruitmentsService {
  constructor(
    private readonly db: Db,
    private readonly jobs: JobsService,
    private readonly agreed: AgreedOrdersService,
    private readonly queries: RecruitmentsQueries,
  ) {}

  basis(workspaceId: string, now = new Date()): Promise<RecruitmentBasis> {
    return this.db.asEngine(async (tx) => ({
      cashCents: await this.agreed.cash(tx, workspaceId),
      ...rulesOn(now),
      asOf: now.toISOString(),
    }));
  }

  /**
   * Publishes a recruitment, or returns the one already published under the same request key. `within` is a transaction under
   * the engine's hat.
   * @throws Refused brand-only, request-key-reused, invalid-input
   */
  async publish(
    { workspaceId, person }: Actor,
    ask: PublishRecruitment,
    now = new Date(),
    within?: EntityManager,
  ): Promise<RecruitmentView> {
    const personId = person?.id ?? null;
    const { requestKey, ...input } = ask;
    const requestHash = requestFingerprint(input);
    const publish = async (tx: EntityManager): Promise<RecruitmentView> => {
      // One row of the workspace: two of the same request queue here.
      const [brand] = await tx.query<{ kind: string; name: string }[]>(
        'select kind, name from workspace where id = $1 for update',
        [workspaceId],
      );
      const earlier = await tx.findOneBy(KeptRecruitment, { workspaceId, requestKey });
      if (earlier && earlier.requestHash !== requestHash)
        throw new Refused('request-key-reused', { field: '/requestKey' });
      if (earlier) return this.queries.view(tx, earlier, now);
      if (!brand || !['brand', 'client'].includes(brand.kind)) throw new Refused('brand-only');

      const kept = await tx.save(
        tx.create(KeptRecruitment, {
          ...columnsFrom(ask, rulesOn(now), now),
          workspaceId,
          requestKey,
          requestHash,
          brandName: brand.name,
          createdBy: personId,
        }),
      );
      await audit(tx, {
        workspaceId,
        personId,
        action: 'recruitment.published',
        subjectId: kept.id,
        detail: { name: ask.name, wanted: ask.wanted },
      });
      await announce(tx, workspaceId, 'recruitments');
      return this.queries.view(tx, kept, now);
    };
    const view = await (within ? publish(within) : this.db.asEngine(publish));
    this.jobs.nudge('recruitment-timers');
    return view;
  }

  /** Closes a recruitment; one that is closed stays as it is. @throws Refused not-found */
  async close(caller: Caller, recruitmentId: string, now = new Date()): Promise<RecruitmentView> {
    const { workspaceId } = caller;
    await this.db.asEngine(async (tx) => {
      const kept = await holdRecruitment(tx, { id: recruitmentId, workspaceId });
      if (!kept) throw new Refused('not-found', { field: 'path.recruitmentId' });
      if (kept.state === 'closed') return;
      await keepRecruitment(tx, kept, closedByHand(recruitmentOf(kept)), now);
      await audit(tx, {
        workspaceId,
        personId: caller.person?.id ?? null,
        action: 'recruitment.closed',
        subjectId: kept.id,
        detail: { selected: kept.selected, wanted: kept.wanted },
      });
    });
    return this.queries.one(workspaceId, recruitmentId);
  }
}

interface RulesToday {
  rules: OrderRules;
  limits: RecruitmentRules;
}
function rulesOn(now: Date): RulesToday {
  const day = dayInShanghai(now);
  return { rules: orderRulesOn(day), limits: recruitmentRulesOn(day) };
}

/** @throws Refused invalid-input naming what the rules do not allow */
function columnsFrom(ask: PublishRecruitment, { rules, limits }: RulesToday, now: Date) {
  const { protectionDaysLeast: least, protectionDaysMost: most } = rules;
  if (ask.protectionDays < least || ask.protectionDays > most)
    throw fault('/protectionDays', `a note is protected for ${least} to ${most} days`);
  if (ask.wanted > limits.wantedMost)
    throw fault('/wanted', `one recruitment wants ${limits.wantedMost} creators at most`);
  const applyUntil = new Date(ask.applyUntil);
  if (applyUntil <= now) throw fault('/applyUntil', 'lies in the past: name a moment to come');
  if (applyUntil.getTime() > now.getTime() + limits.applyDaysMost * dayMs)
    throw fault('/applyUntil', `creators apply within ${limits.applyDaysMost} days`);
  const { name, brief, category, language, noteType, quoteLeastCents, quoteMostCents, wanted } = ask;
  const { withSample, withOutline, withAdAudit, effectMode, protectionDays, draftDays, requirements } = ask;
  return {
    ...{ name, brief, category, language, noteType, quoteLeastCents, quoteMostCents, wanted },
    terms: {
      ...{ withSample, withOutline, withAdAudit, effectMode, protectionDays, draftDays },
      rights: ask.rights === undefined ? usualRights : ask.rights,
    },
    rules,
    requirements,
    selected: 0,
    state: 'open' as const,
    closedBecause: null,
    applyUntil,
    selectUntil: new Date(applyUntil.getTime() + limits.selectionHours * hourMs),
    dueAt: applyUntil,
    createdAt: now,
    changedAt: now,
  };
}

const fault = (field: string, detail: string): Refused =>
  new Refused('invalid-input', { field, detail: `${field}: ${detail}.` });
