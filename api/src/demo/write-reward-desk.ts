import type { RewardPlanTerms } from '@poolrise/contracts';
import type { RewardTerms } from '@poolrise/domain';
import { type Cast, workspaceOf } from '@poolrise/scenario';
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { forecastOf } from '../reward-desk/plan-outlook';
import { PlanKnowledgeQueries } from '../reward-desk/plan-knowledge.queries';
import { insert } from './write-rows';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** A plan that nobody has seen yet. */
const planned: Omit<RewardPlanTerms, 'opensAt' | 'closesAt'> = {
  name: { zh: '年货节新手计划', en: 'New Year market for newcomers' },
  summary: {
    zh: '粉丝 5,000 以下的账号，两周内发三篇年货笔记，累计 1,000 次自然阅读，领一张曝光券。',
    en: 'Accounts below 5,000 followers that publish three notes for the market and reach 1,000 organic reads get a voucher of impressions.',
  },
  lateHours: 48,
  claimDays: 7,
  quota: 500,
  eligibility: {
    followersMin: null,
    followersMax: 5_000,
    categories: [],
    notesInDays: { notes: 2, days: 30 },
    noViolationDays: 30,
    growthLevelMin: null,
    accountTied: true,
  },
  tasks: [
    { kind: 'publish', notes: 3 },
    { kind: 'reads', total: 1_000 },
  ],
  rewards: [{ kind: 'voucher-impressions', impressions: 2_000, validDays: 30 }],
};

type OpenedPlan = Omit<RewardTerms, 'opensAt' | 'closesAt'> & { id: string; opensAt: Date; closesAt: Date };

/** A draft that waits to be opened, and of every plan that was what had been expected of it. After the plans themselves. */
export async function writeRewardDesk(client: pg.Client, cast: Cast, now: number): Promise<void> {
  const platformId = workspaceOf(cast, 'platform').id;
  const from = Math.floor(now / hourMs) * hourMs;
  await insert(client, 'reward_plan', {
    workspace_id: platformId,
    request_key: randomUUID(),
    request_hash: '',
    state: 'draft',
    name: planned.name,
    summary: planned.summary,
    opens_at: new Date(from + 2 * dayMs),
    closes_at: new Date(from + 16 * dayMs),
    late_hours: planned.lateHours,
    claim_days: planned.claimDays,
    quota: planned.quota,
    eligibility: planned.eligibility,
    tasks: JSON.stringify(planned.tasks),
    rewards: JSON.stringify(planned.rewards),
    created_at: new Date(now - 3 * hourMs),
    changed_at: new Date(now - 2 * hourMs),
  });
  const know = await new PlanKnowledgeQueries().now({
    query: async <Rows>(sql: string, given?: unknown[]) => (await client.query(sql, given)).rows as Rows,
  });
  const { rows: plans } = await client.query<OpenedPlan>(
    `select id, name, summary, opens_at as "opensAt", closes_at as "closesAt", late_hours as "lateHours", claim_days as "claimDays",
       quota, eligibility, tasks, rewards from reward_plan where state <> 'draft' order by opens_at, name ->> 'en'`,
  );
  for (const { id, opensAt, closesAt, ...terms } of plans) {
    const forecast = forecastOf({ ...terms, opensAt: opensAt.getTime(), closesAt: closesAt.getTime() }, know);
    await client.query(
      'insert into reward_plan_forecast (plan_id, workspace_id, forecast, forecast_at) values ($1, $2, $3, $4)',
      [id, platformId, JSON.stringify(forecast), opensAt],
    );
  }
}
