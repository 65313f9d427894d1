import { Injectable } from '@nestjs/common';
import type {
  Page,
  PlanForecastView,
  RewardDeskPlan,
  RewardDeskQuery,
  RewardDeskRow,
  RewardGift,
  RewardPlanTerms,
} from '@poolrise/contracts';
import { boostTerms, rewardCents, type RewardPlanState } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { asPlatform } from '../accounts/platform';
import { Db } from '../db/db';
import { Refused } from '../http/refused';
import { cursorInstant, decodeCursor, isoInstant, pageFrom } from '../http/paging';

interface PlanRecord {
  id: string;
  name: RewardDeskRow['name'];
  state: RewardPlanState;
  opens_at: string;
  closes_at: string;
  quota: number;
  issued: number;
  held: number;
  given: number;
  enrolled: number;
  rewards: RewardGift[];
  forecast: PlanForecastView | null;
  changed_at: string;
}

interface OnePlanRecord extends PlanRecord {
  version: number;
  summary: RewardPlanTerms['summary'];
  late_hours: number;
  claim_days: number;
  eligibility: RewardPlanTerms['eligibility'];
  tasks: RewardPlanTerms['tasks'];
  begun: number;
  achieved: number;
  claimed: number;
  refused: number;
  revoked: number;
  forecast_at: string | null;
  created_by: string | null;
}

const columns = `p.id, p.name, p.state, ${isoInstant('p.opens_at')} as opens_at, ${isoInstant('p.closes_at')} as closes_at, p.quota,
  p.issued, p.rewards, ${isoInstant('p.changed_at')} as changed_at, f.forecast`;

/** A claim counts by the index of its plan, an enrolment by that which lets nobody in twice. */
const sums = `
  left join reward_plan_forecast f on f.plan_id = p.id
  cross join lateral (
    select count(*) filter (where state = 'held')::int as held, count(*) filter (where state = 'issued')::int as given,
      count(*)::int as claimed, count(*) filter (where state = 'refused')::int as refused,
      count(*) filter (where state = 'revoked')::int as revoked from reward_claim where plan_id = p.id
  ) claim
  cross join lateral (
    select count(*)::int as enrolled, count(achieved_at)::int as achieved,
      count(*) filter (where jsonb_path_exists(progress, '$[*] ? (@.done > 0)'))::int as begun
    from reward_enrolment where plan_id = p.id
  ) taking`;

/** Plans as the platform's people see them; under the engine's hat, for those who take part are in other workspaces. */
@Injectable()
export class RewardDeskQueries {
  constructor(private readonly db: Db) {}

  /** The latest changed first. */
  list(workspaceId: string, { state, limit, cursor }: RewardDeskQuery): Promise<Page<RewardDeskRow>> {
    const list = `reward-plans ${state ?? 'all'}`;
    const from = decodeCursor(cursor, cursorInstant, z.uuid(), z.literal(list));
    return asPlatform(this.db, workspaceId, async (tx) => {
      const rows = await tx.query<PlanRecord[]>(
        `select ${columns}, claim.held, claim.given, taking.enrolled from (
           select * from reward_plan where workspace_id = $1 and ($2::text is null or state = $2)
             ${from ? 'and (changed_at, id) < ($4::timestamptz, $5::uuid)' : ''}
           order by changed_at desc, id desc limit $3) p ${sums} order by p.changed_at desc, p.id desc`,
        [workspaceId, state ?? null, limit + 1, ...(from?.slice(0, 2) ?? [])],
      );
      return pageFrom(rows, limit, rowView, (row) => [row.changed_at, row.id, list]);
    });
  }

  /** @throws Refused platform-only, not-found */
  one(workspaceId: string, planId: string): Promise<RewardDeskPlan> {
    return asPlatform(this.db, workspaceId, (tx) => this.view(tx, workspaceId, planId));
  }

  /** The same within a transaction of the caller. @throws Refused not-found */
  async view(tx: EntityManager, workspaceId: string, planId: string): Promise<RewardDeskPlan> {
    const [row] = await tx.query<OnePlanRecord[]>(
      `select ${columns}, p.version, p.summary, p.late_hours, p.claim_days, p.eligibility, p.tasks, claim.*, taking.*,
         ${isoInstant('f.forecast_at')} as forecast_at, person.name as created_by
       from reward_plan p left join person on person.id = p.created_by ${sums} where p.workspace_id = $1 and p.id = $2`,
      [workspaceId, planId],
    );
    if (!row) throw new Refused('not-found', { field: 'path.deskPlanId' });
    return {
      ...rowView(row),
      version: row.version,
      terms: {
        name: row.name,
        summary: row.summary,
        opensAt: row.opens_at,
        closesAt: row.closes_at,
        lateHours: row.late_hours,
        claimDays: row.claim_days,
        quota: row.quota,
        eligibility: row.eligibility,
        tasks: row.tasks,
        rewards: row.rewards,
      },
      begun: row.begun,
      achieved: row.achieved,
      claimed: row.claimed,
      refused: row.refused,
      revoked: row.revoked,
      forecast: row.forecast,
      forecastAt: row.forecast_at,
      createdBy: row.created_by,
      asOf: new Date().toISOString(),
    };
  }
}

/** What one claim is worth at its face, in cents; impressions at the price of boosts. */
export const worthOf = (rewards: readonly RewardGift[]): number =>
  Math.round(rewards.reduce((sum, reward) => sum + rewardCents(reward, boostTerms.centsPerThousand, 1), 0));

function rowView(row: PlanRecord): RewardDeskRow {
  return {
    id: row.id,
    name: row.name,
    state: row.state,
    opensAt: row.opens_at,
    closesAt: row.closes_at,
    quota: row.quota,
    issued: row.issued,
    held: row.held,
    enrolled: row.enrolled,
    costCents: row.given * worthOf(row.rewards),
    expectedCents: row.forecast?.totalCents ?? null,
  };
}
