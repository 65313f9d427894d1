import { Injectable } from '@nestjs/common';
import type {
  ChangeRewardPlan,
  DraftRewardPlan,
  MoveRewardPlan,
  PlanForecastView,
  RewardDeskPlan,
  RewardPlanMove,
  RewardPlanOutlook,
  RewardPlanTerms,
  WidenRewardPlan,
} from '@poolrise/contracts';
import type { RewardPlanState } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { type AuditAction, audit } from '../accounts/audit';
import { asPlatform } from '../accounts/platform';
import { Db } from '../db/db';
import type { Caller } from '../http/caller';
import { Refused } from '../http/refused';
import { requestFingerprint } from '../ledger/request-fingerprint';
import { announce } from '../live/announce';
import { outlookInThread } from './outlook-in-thread';
import { termsOf } from './plan-outlook';
import { PlanKnowledgeQueries } from './plan-knowledge.queries';
import { RewardDeskQueries } from './reward-desk.queries';

interface HeldPlan {
  id: string;
  state: RewardPlanState;
  version: number;
  quota: number;
  opens_at: Date;
  closes_at: Date;
}

/** From where each move leads, and where to. What has ended stays so. */
const leads: Record<RewardPlanMove, { from: readonly RewardPlanState[]; to: RewardPlanState }> = {
  launch: { from: ['draft'], to: 'open' },
  pause: { from: ['open'], to: 'paused' },
  resume: { from: ['paused'], to: 'open' },
  end: { from: ['open', 'paused'], to: 'ended' },
};

/** Plans from the first draft to their end. What creators have read of a plan is never changed to their cost. */
@Injectable()
export class RewardDeskService {
  constructor(
    private readonly db: Db,
    private readonly queries: RewardDeskQueries,
    private readonly knowledge: PlanKnowledgeQueries,
  ) {}

  /** @throws Refused platform-only, invalid-input */
  async outlook(caller: Caller, given: RewardPlanTerms, now = new Date()): Promise<RewardPlanOutlook> {
    const terms = termsOf(given);
    const know = await asPlatform(this.db, caller.workspaceId, (tx) => this.knowledge.now(tx));
    const { forecast, abuse } = await outlookInThread({ terms, know, abuse: true });
    if (!abuse) throw new Error('abuse was asked for and not played');
    return {
      forecast,
      abuse,
      pastPlans: know.past.plans,
      asOf: now.toISOString(),
    };
  }

  /**
   * Drafts a plan, or returns the draft of the same request key.
   * @throws Refused platform-only, invalid-input, request-key-reused
   */
  draft(caller: Caller, { terms, requestKey }: DraftRewardPlan, now = new Date()): Promise<RewardDeskPlan> {
    termsOf(terms);
    const { workspaceId } = caller;
    const requestHash = requestFingerprint(terms);
    return asPlatform(this.db, workspaceId, async (tx) => {
      const [written] = await tx.query<{ id: string }[]>(
        `insert into reward_plan (workspace_id, request_key, request_hash, state, ${termColumns}, created_by, created_at, changed_at)
         values ($1, $2, $3, 'draft', ${places(4)}, $14, $15, $15)
         on conflict on constraint one_reward_plan_per_request do nothing returning id`,
        [workspaceId, requestKey, requestHash, ...valuesOf(terms), caller.person?.id ?? null, now],
      );
      if (written) {
        await this.told(tx, caller, 'reward-plan.drafted', written.id, { name: terms.name.zh });
        return this.queries.view(tx, workspaceId, written.id);
      }
      const [earlier] = await tx.query<{ id: string; request_hash: string }[]>(
        'select id, request_hash from reward_plan where workspace_id = $1 and request_key = $2',
        [workspaceId, requestKey],
      );
      if (!earlier || earlier.request_hash !== requestHash)
        throw new Refused('request-key-reused', { field: '/requestKey' });
      return this.queries.view(tx, workspaceId, earlier.id);
    });
  }

  /** @throws Refused platform-only, not-found, invalid-input, reward-plan-moved-on, reward-plan-opened */
  change(
    caller: Caller,
    planId: string,
    { terms, version }: ChangeRewardPlan,
    now = new Date(),
  ): Promise<RewardDeskPlan> {
    termsOf(terms);
    return this.held(caller, planId, version, async (tx, plan) => {
      if (plan.state !== 'draft') throw new Refused('reward-plan-opened');
      await tx.query(
        `update reward_plan set (${termColumns}) = (${places(3)}), version = version + 1, changed_at = $2 where id = $1`,
        [planId, now, ...valuesOf(terms)],
      );
      await this.told(tx, caller, 'reward-plan.changed', planId, { quota: terms.quota });
    });
  }

  /**
   * Opens, pauses, resumes or ends a plan. What is expected of it is written down when it opens, and never again.
   * @throws Refused platform-only, not-found, invalid-input, reward-plan-moved-on, reward-plan-stands
   */
  async move(
    caller: Caller,
    planId: string,
    { move, version }: MoveRewardPlan,
    now = new Date(),
  ): Promise<RewardDeskPlan> {
    const { from, to } = leads[move];
    // The forecast is worked out before the plan's row is held: it takes longer than anybody should wait for a lock.
    const forecast = move === 'launch' ? await this.forecast(caller, planId) : null;
    return this.held(caller, planId, version, async (tx, plan) => {
      if (!from.includes(plan.state))
        throw new Refused('reward-plan-stands', { detail: `A plan that is ${plan.state} cannot ${move}.` });
      if ((move === 'launch' || move === 'resume') && plan.closes_at <= now)
        throw new Refused('reward-plan-stands', {
          detail: 'The plan closes in the past: name a later close first.',
        });
      await tx.query(
        `update reward_plan set state = $2, version = version + 1, changed_at = $3 where id = $1`,
        [planId, to, now],
      );
      if (forecast)
        await tx.query(
          `insert into reward_plan_forecast (plan_id, workspace_id, forecast, forecast_at) values ($1, $2, $3, $4)
           on conflict do nothing`,
          [planId, caller.workspaceId, JSON.stringify(forecast), now],
        );
      await this.told(tx, caller, 'reward-plan.moved', planId, { move });
      await this.tellDesks(tx, planId);
    });
  }

  /**
   * More places, or an earlier close that still lies ahead. @throws Refused platform-only, not-found, invalid-input,
   * reward-plan-moved-on, reward-plan-stands
   */
  widen(caller: Caller, planId: string, ask: WidenRewardPlan, now = new Date()): Promise<RewardDeskPlan> {
    const closesAt = new Date(ask.closesAt);
    return this.held(caller, planId, ask.version, async (tx, plan) => {
      if (plan.state !== 'open' && plan.state !== 'paused')
        throw new Refused('reward-plan-stands', {
          detail: `A plan that is ${plan.state} has no bounds to widen.`,
        });
      if (ask.quota < plan.quota)
        throw fault(
          '/quota',
          `is below the ${plan.quota} places that creators were told of: name as many or more`,
        );
      if (closesAt > plan.closes_at)
        throw fault('/closesAt', 'lies after the close that was announced: name it or an earlier hour');
      if (closesAt.getTime() !== plan.closes_at.getTime() && (closesAt <= now || closesAt <= plan.opens_at))
        throw fault('/closesAt', 'lies in the past: name an hour to come');
      if (closesAt.getTime() % 3_600_000 !== 0) throw fault('/closesAt', 'is not on a full hour: name one');
      await tx.query(
        `update reward_plan set quota = $2, closes_at = $3, version = version + 1, changed_at = $4 where id = $1`,
        [planId, ask.quota, closesAt, now],
      );
      await this.told(tx, caller, 'reward-plan.widened', planId, {
        quota: ask.quota,
        closesAt: ask.closesAt,
      });
      await this.tellDesks(tx, planId);
    });
  }

  private async forecast(caller: Caller, planId: string): Promise<PlanForecastView> {
    const task = await asPlatform(this.db, caller.workspaceId, async (tx) => {
      const { terms } = await this.queries.view(tx, caller.workspaceId, planId);
      return { terms: termsOf(terms), know: await this.knowledge.now(tx), abuse: false };
    });
    return (await outlookInThread(task)).forecast;
  }

  /** Holds the plan's row, and refuses where somebody else was quicker. */
  private held(
    { workspaceId }: Caller,
    planId: string,
    version: number,
    work: (tx: EntityManager, plan: HeldPlan) => Promise<void>,
  ): Promise<RewardDeskPlan> {
    return asPlatform(this.db, workspaceId, async (tx) => {
      const [plan] = await tx.query<HeldPlan[]>(
        `select id, state, version, quota, opens_at, closes_at from reward_plan where workspace_id = $1 and id = $2 for update`,
        [workspaceId, planId],
      );
      if (!plan) throw new Refused('not-found', { field: 'path.deskPlanId' });
      if (plan.version !== version) throw new Refused('reward-plan-moved-on', { field: '/version' });
      await work(tx, plan);
      return this.queries.view(tx, workspaceId, planId);
    });
  }

  private async told(
    tx: EntityManager,
    { workspaceId, person }: Caller,
    action: AuditAction,
    subjectId: string,
    detail: Record<string, unknown>,
  ): Promise<void> {
    await audit(tx, { workspaceId, personId: person?.id ?? null, action, subjectId, detail });
    await announce(tx, workspaceId, 'rewards');
  }

  /** Desks that take part look again: the latest of them, for a notice to each of a hundred thousand is more than a queue holds. */
  private async tellDesks(tx: EntityManager, planId: string): Promise<void> {
    const desks = await tx.query<{ id: string }[]>(
      'select workspace_id as id from reward_enrolment where plan_id = $1 order by enrolled_at desc limit 500',
      [planId],
    );
    for (const { id } of desks) await announce(tx, id, 'rewards');
  }
}

const termColumns =
  'name, summary, opens_at, closes_at, late_hours, claim_days, quota, eligibility, tasks, rewards';
const places = (first: number): string => Array.from({ length: 10 }, (_, at) => `$${first + at}`).join(', ');
const valuesOf = (terms: RewardPlanTerms): unknown[] => [
  JSON.stringify(terms.name),
  JSON.stringify(terms.summary),
  terms.opensAt,
  terms.closesAt,
  terms.lateHours,
  terms.claimDays,
  terms.quota,
  JSON.stringify(terms.eligibility),
  JSON.stringify(terms.tasks),
  JSON.stringify(terms.rewards),
];

const fault = (field: string, says: string): Refused =>
  new Refused('invalid-input', { field, detail: `${field}: ${says}.` });
