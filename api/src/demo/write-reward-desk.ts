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
type Terms = Omit<RewardPlanTerms, 'opensAt' | 'closesAt' | 'lateHours' | 'claimDays'>;

const rules = {
  followersMin: null,
  followersMax: null,
  categories: [],
  notesInDays: null,
  accountTied: true,
};

/** One that runs and draws a crowd it should not. */
const sprint: Terms = {
  name: { zh: '冬日热饮冲刺', en: 'Winter drinks sprint' },
  summary: {
    zh: '两周内发两篇热饮笔记，读到的人够多，就有现金和曝光券。',
    en: 'Two notes about hot drinks within two weeks and enough readers bring cash and a voucher of impressions.',
  },
  quota: 40,
  eligibility: { ...rules, noViolationDays: null },
  tasks: [
    { kind: 'publish', notes: 2 },
    { kind: 'reads', total: 800 },
  ],
  rewards: [
    { kind: 'cash', cents: 8_000 },
    { kind: 'voucher-impressions', impressions: 2_000, validDays: 30 },
  ],
};
/** One that nobody has seen yet. */
const planned: Terms = {
  name: { zh: '年货节新手计划', en: 'New Year market for newcomers' },
  summary: {
    zh: '粉丝 5,000 以下的账号，两周内发三篇年货笔记，累计 1,000 次自然阅读，领一张曝光券。',
    en: 'Accounts below 5,000 followers that publish three notes for the market and reach 1,000 organic reads get a voucher of impressions.',
  },
  quota: 500,
  eligibility: { ...rules, followersMax: 5_000, notesInDays: { notes: 2, days: 30 }, noViolationDays: 30 },
  tasks: [
    { kind: 'publish', notes: 3 },
    { kind: 'reads', total: 1_000 },
  ],
  rewards: [{ kind: 'voucher-impressions', impressions: 2_000, validDays: 30 }],
};

/** A draft that waits to be opened, and a plan that runs, with two claims that the platform's people have to look at. */
export async function writeRewardDesk(client: pg.Client, cast: Cast, now: number): Promise<void> {
  const platformId = workspaceOf(cast, 'platform').id;
  const from = Math.floor(now / hourMs) * hourMs;
  await writePlan(client, platformId, planned, {
    state: 'draft',
    opensAt: from + 2 * dayMs,
    closesAt: from + 16 * dayMs,
  });
  const opensAt = from - 6 * dayMs;
  const closesAt = from + 8 * dayMs;
  const planId = await writePlan(client, platformId, sprint, { state: 'open', opensAt, closesAt });
  await writeForecast(client, { planId, platformId, opensAt, closesAt });

  const { rows: desks } = await client.query<{ id: string; creator_id: string; person_id: string }>(
    `select w.id, w.creator_id, m.person_id from workspace w
       join member m on m.workspace_id = w.id join person p on p.id = m.person_id
      where w.kind = 'creator' and w.creator_id is not null and p.email in ('desk3@poolrise.demo', 'desk4@poolrise.demo')
      order by p.email`,
  );
  for (const [index, desk] of desks.entries())
    await writeHeld(client, planId, desk, {
      reasons: ['unusual-figures'],
      at: now - (5 - index) * hourMs,
    });
  await client.query('update reward_plan set issued = $2 where id = $1', [planId, desks.length]);
}

function writePlan(
  client: pg.Client,
  platformId: string,
  terms: Terms,
  about: { state: 'draft' | 'open'; opensAt: number; closesAt: number },
): Promise<string> {
  const at = new Date(about.state === 'open' ? about.opensAt - dayMs : about.opensAt - 4 * dayMs);
  return insert(client, 'reward_plan', {
    workspace_id: platformId,
    request_key: randomUUID(),
    request_hash: '',
    state: about.state,
    name: terms.name,
    summary: terms.summary,
    opens_at: new Date(about.opensAt),
    closes_at: new Date(about.closesAt),
    late_hours: 48,
    claim_days: 7,
    quota: terms.quota,
    eligibility: terms.eligibility,
    tasks: JSON.stringify(terms.tasks),
    rewards: JSON.stringify(terms.rewards),
    created_at: at,
    changed_at: at,
  });
}

/** As it was worked out when the plan opened, by the product's own forecast. */
async function writeForecast(
  client: pg.Client,
  plan: { planId: string; platformId: string; opensAt: number; closesAt: number },
): Promise<void> {
  const know = await new PlanKnowledgeQueries().now({
    query: async <Rows>(sql: string, given?: unknown[]) => (await client.query(sql, given)).rows as Rows,
  });
  const terms: RewardTerms = {
    ...sprint,
    ...{ opensAt: plan.opensAt, closesAt: plan.closesAt },
    lateHours: 48,
    claimDays: 7,
  };
  await client.query(
    'insert into reward_plan_forecast (plan_id, workspace_id, forecast, forecast_at) values ($1, $2, $3, $4)',
    [plan.planId, plan.platformId, JSON.stringify(forecastOf(terms, know)), new Date(plan.opensAt)],
  );
}

async function writeHeld(
  client: pg.Client,
  planId: string,
  desk: { id: string; creator_id: string; person_id: string },
  { reasons, at }: { reasons: string[]; at: number },
): Promise<void> {
  const enrolmentId = await insert(client, 'reward_enrolment', {
    plan_id: planId,
    workspace_id: desk.id,
    creator_id: desk.creator_id,
    enrolled_by: desk.person_id,
    enrolled_at: new Date(at - 5 * dayMs),
    progress: JSON.stringify([
      { done: 2, needed: 2 },
      { done: 800, needed: 800 },
    ]),
    measured_at: new Date(at - hourMs),
    achieved_at: new Date(at - hourMs),
    hold_reasons: reasons,
  });
  await insert(client, 'reward_claim', {
    enrolment_id: enrolmentId,
    plan_id: planId,
    workspace_id: desk.id,
    creator_id: desk.creator_id,
    request_key: randomUUID(),
    state: 'held',
    hold_reasons: reasons,
    claimed_by: desk.person_id,
    claimed_at: new Date(at),
  });
}
