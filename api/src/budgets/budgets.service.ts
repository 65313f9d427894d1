import { Injectable } from '@nestjs/common';
import type {
  ApplyBudgetPlan,
  AskBudgetPlan,
  BudgetDesk,
  BudgetPlanView,
  CampaignView,
} from '@poolrise/contracts';
import {
  budgetAssumptionKinds,
  budgetSources,
  type CampaignRail,
  campaignRails,
  dayInShanghai,
  type RailChange,
} from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { audit } from '../accounts/audit';
import { findCampaign } from '../campaigns/campaign-door';
import type { KeptCampaign } from '../campaigns/kept-campaign.entity';
import { CampaignsService } from '../campaigns/campaigns.service';
import { tierSchemeOf } from '../creators/creator-rows';
import { Db } from '../db/db';
import type { Actor, Caller } from '../http/caller';
import { Refused } from '../http/refused';
import { JobsService } from '../jobs/jobs.service';
import { requestFingerprint } from '../ledger/request-fingerprint';
import { announce } from '../live/announce';
import { budgetInputs } from './budget-inputs';
import { BudgetPlan } from './budget-plan.entity';
import { budgetPlanView, changeOf, stalenessOf } from './budget-view';
import { usualBudgetAsk } from './usual-budget';

/** Kept of one campaign, those asked for last. */
const keptOfCampaign = 10;
/** Of one workspace that may wait or run at once: they share a worker with everything else. */
const mostUnfinished = 3;
const portfoliosMost = 20;
/** Readers who came by within so many days. */
const readersDays = 30;

/** How the budgets of campaigns are best spent, as people ask for it. */
@Injectable()
export class BudgetsService {
  constructor(
    private readonly db: Db,
    private readonly jobs: JobsService,
    private readonly campaigns: CampaignsService,
  ) {}

  /** @throws Refused not-found */
  async desk(workspaceId: string, campaignId: string, now = new Date()): Promise<BudgetDesk> {
    const people = await this.people(now);
    return this.db.inWorkspace(workspaceId, async (tx) => {
      const campaign = await findCampaign(tx, workspaceId, campaignId);
      const portfolios = await portfoliosOf(tx);
      const latest = await tx.findOne(BudgetPlan, {
        where: { campaignId },
        order: { requestedAt: 'DESC', id: 'ASC' },
      });
      const { tiers } = await tierSchemeOf(tx, workspaceId);
      return {
        asOf: now.toISOString(),
        usual: usualBudgetAsk(campaign, portfolios[0]?.id ?? null),
        people,
        sources: budgetAssumptionKinds.map((kind) => {
          const { mark, ...source } = budgetSources[kind];
          return { kind, mark, source };
        }),
        portfolios,
        tiers: tiers.map(({ key, name }) => ({ key, name })),
        plan: latest && (await budgetPlanView(tx, latest, campaign, now)),
      };
    });
  }

  /**
   * Promises a plan, or returns the one that was asked the same of the same campaign on the same day, which comes to the front.
   * One that failed is tried again.
   * @throws Refused not-found, campaign-ended, too-many-portfolios
   */
  async ask(
    caller: Caller,
    campaignId: string,
    asked: AskBudgetPlan,
    now = new Date(),
  ): Promise<BudgetPlanView> {
    const { workspaceId } = caller;
    const people = await this.people(now);
    const view = await this.db.inWorkspace(workspaceId, async (tx) => {
      const campaign = await findCampaign(tx, workspaceId, campaignId);
      if (campaign.state === 'ended') throw new Refused('campaign-ended');
      const inputs = await budgetInputs(tx, campaign, asked, { people, now });
      // The workspace is the one lock: two askers at once are counted one after the other.
      await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 48))', [workspaceId]);
      const { basis, goneOut } = inputs;
      const inputsKey = requestFingerprint({ asked, basis, goneOut, day: dayInShanghai(now) });
      const earlier = await tx.findOneBy(BudgetPlan, { campaignId, inputsKey });
      if (!earlier) await refuseTooMany(tx, workspaceId);
      const again =
        earlier?.state === 'failed' ? ({ state: 'waiting', attempts: 0, finishedAt: null } as const) : {};
      const kept = await tx.save(
        earlier
          ? tx.merge(BudgetPlan, earlier, { ...again, requestedAt: now })
          : tx.create(BudgetPlan, {
              workspaceId,
              campaignId,
              inputsKey,
              asked,
              inputs,
              requestedBy: caller.person?.id ?? workspaceId,
              requestedAt: now,
              state: 'waiting',
            }),
      );
      await tx.query(
        `delete from budget_plan where campaign_id = $1 and state in ('done', 'failed') and id not in (
           select id from budget_plan where campaign_id = $1 order by requested_at desc, id limit ${keptOfCampaign})`,
        [campaignId],
      );
      await announce(tx, workspaceId, 'campaigns');
      return budgetPlanView(tx, kept, campaign, now);
    });
    this.jobs.nudge('budget-plan', 10);
    return view;
  }

  /**
   * Gives the campaign the rails of a plan, as if somebody had edited it: the same checks hold, and nothing is bought.
   * A plan that is out of date is not applied: what it decided rests on what is no longer so.
   * @throws Refused not-found, budget-plan-unusable, budget-plan-stale, campaign-ended, campaign-moved-on
   */
  apply(
    actor: Actor,
    campaignId: string,
    planId: string,
    { version }: ApplyBudgetPlan,
    now = new Date(),
    within?: EntityManager,
  ): Promise<CampaignView> {
    const { workspaceId } = actor;
    const apply = async (tx: EntityManager): Promise<CampaignView> => {
      const { campaign, kept, change } = await this.changeBy(tx, workspaceId, campaignId, planId, now);
      if (!change) throw new Refused(campaign.state === 'ended' ? 'campaign-ended' : 'budget-plan-unusable');
      const stale = await stalenessOf(tx, kept, campaign, now);
      if (stale.length > 0) throw new Refused('budget-plan-stale', { detail: stale.join(', ') });
      const { name, goal, audience, keywords, negatives, kpis, guards } = campaign;
      const flights = campaign.flights.map((flight, at) => ({
        ...flight,
        budgetCents: change.flights[at]?.after ?? flight.budgetCents,
      }));
      const fields = {
        name,
        goal,
        audience,
        keywords,
        negatives,
        kpis,
        guards,
        rails: railsOf(change),
        flights,
      };
      const view = await this.campaigns.change(actor, campaignId, { ...fields, version }, now, tx);
      await tx.update(BudgetPlan, { id: planId, campaignId }, { appliedAt: now });
      await audit(tx, {
        workspaceId,
        personId: actor.person?.id ?? null,
        action: 'campaign.budget-planned',
        subjectId: campaignId,
        detail: { name, planId },
      });
      return view;
    };
    return within ? apply(within) : this.db.inWorkspace(workspaceId, apply);
  }

  /** What a plan would make of its campaign as it stands now. @throws Refused not-found */
  async changeBy(
    tx: EntityManager,
    workspaceId: string,
    campaignId: string,
    planId: string,
    now: Date,
  ): Promise<{ campaign: KeptCampaign; kept: BudgetPlan; change: RailChange | null }> {
    const campaign = await findCampaign(tx, workspaceId, campaignId);
    const kept = await tx.findOneBy(BudgetPlan, { id: planId, campaignId });
    if (!kept) throw new Refused('not-found', { field: 'path.budgetPlanId' });
    return { campaign, kept, change: changeOf(kept, campaign, now) };
  }

  /** Readers of the platform, counted by the engine before a transaction is begun. */
  private async people(now: Date): Promise<number> {
    const [row] = await this.db.asEngine((tx) => tx.query<{ readers: number }[]>(readersSql, [now]));
    return row?.readers ?? 0;
  }
}

/** The budgets of the rails as a plan has them. */
export const railsOf = ({ rails }: RailChange): Record<CampaignRail, number> =>
  Object.fromEntries(campaignRails.map((rail) => [rail, rails[rail].after])) as Record<CampaignRail, number>;

export const readersSql = `
  select count(*)::int as readers from feed_reader
  where seen_on >= ($1::timestamptz at time zone 'Asia/Shanghai')::date - ${readersDays}`;

async function portfoliosOf(tx: EntityManager): Promise<BudgetDesk['portfolios']> {
  const rows = await tx.query<{ id: string; name: string; candidates: number; requestedAt: Date }[]>(
    `select portfolio.id, brief.product as name, jsonb_array_length(candidates) as candidates, requested_at as "requestedAt"
     from portfolio join brief on brief.id = brief_id
     where portfolio.workspace_id = app_workspace() order by requested_at desc, portfolio.id limit ${portfoliosMost}`,
  );
  return rows.map(({ requestedAt, ...row }) => ({ ...row, requestedAt: requestedAt.toISOString() }));
}

async function refuseTooMany(tx: EntityManager, workspaceId: string): Promise<void> {
  const unfinished = await tx.query<{ n: number }[]>(
    `select count(*)::integer as n from budget_plan where workspace_id = $1 and state in ('waiting', 'running')`,
    [workspaceId],
  );
  if ((unfinished[0]?.n ?? 0) >= mostUnfinished)
    throw new Refused('too-many-portfolios', { figures: { most: mostUnfinished } });
}
