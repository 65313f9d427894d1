import type { RewardPlanTerms } from '@poolrise/contracts';
import { nothingDone } from '@poolrise/domain';
import { type Cast, workspaceOf } from '@poolrise/scenario';
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { measureEnrolments } from '../rewards/measure-enrolments';
import { rewardKey } from '../rewards/reward-columns';
import { insert } from './write-rows';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

type Told = Pick<RewardPlanTerms, 'name' | 'summary' | 'quota' | 'tasks' | 'rewards'> & {
  /** days from now, on full hours */
  opens: number;
  closes: number;
  state?: 'open' | 'ended';
  eligibility?: Partial<RewardPlanTerms['eligibility']>;
};

interface Desk {
  id: string;
  creatorId: string;
}

/**
 * Reward plans as a creator finds them on a morning: one whose reward waits for Xiaoman, one she is half way in, one for which
 * followers are missing, one that is over and was claimed, and one with two claims that somebody of the platform has to look at.
 */
export async function writeRewards(client: pg.Client, cast: Cast, now: number): Promise<void> {
  const platformId = workspaceOf(cast, 'platform').id;
  const xiaoman = { id: workspaceOf(cast, 'xiaoman').id, creatorId: cast.xiaoman.id };
  const plan = (told: Told): Promise<string> => writePlan(client, platformId, told, now);

  const tea = await plan({
    name: { zh: '新茶季', en: 'New tea season' },
    summary: {
      zh: '写新茶的一天：怎么挑、怎么泡、和谁一起喝。不写功效。',
      en: 'A day with new tea: how to choose it, how to brew it, and who drinks it with you. No health claims.',
    },
    opens: -20,
    closes: 4,
    quota: 200,
    eligibility: { followersMin: 500, notesInDays: { notes: 2, days: 30 }, accountTied: true },
    tasks: [
      { kind: 'publish', notes: 3 },
      { kind: 'reads', total: 100 },
    ],
    rewards: [
      { kind: 'voucher-impressions', impressions: 3_000, validDays: 30 },
      { kind: 'badge', name: { zh: '新茶记录者', en: 'Tea diarist' } },
    ],
  });
  const reads = await enrol(client, tea, xiaoman, now - 18 * dayMs, now);

  const climb = await plan({
    name: { zh: '一起往上走', en: 'Climb together' },
    summary: {
      zh: '给坚持写作的创作者：让更多人读到，也让一篇笔记走得更远。',
      en: 'For those who keep writing: reach more readers, and take one note further.',
    },
    opens: -20,
    closes: 11,
    quota: 50,
    eligibility: {
      ...{ followersMin: 500, categories: ['food', 'lifestyle'] },
      growthLevelMin: 2,
      accountTied: true,
    },
    tasks: [
      // A little more than half of it is done already, whatever the world has come to.
      { kind: 'reads', total: Math.max(500, Math.ceil((reads * 1.6) / 100) * 100) },
      { kind: 'pool-level', level: 2, notes: 1 },
    ],
    rewards: [
      { kind: 'voucher-cents', faceCents: 3_000, minimumBudgetCents: 7_500, validDays: 30 },
      { kind: 'cash', cents: 8_800 },
    ],
  });
  await enrol(client, climb, xiaoman, now - 6 * dayMs, now);

  await plan({
    name: { zh: '成长加油站', en: 'Room to grow' },
    summary: {
      zh: '粉丝到了这个数，编辑陪你一起看看接下来写什么。',
      en: 'With these followers, an editor looks with you at what to write next.',
    },
    opens: -3,
    closes: 18,
    quota: 30,
    eligibility: {
      followersMin: cast.xiaoman.followers + 240,
      noViolationDays: 30,
      growthLevelMin: 5,
      accountTied: true,
    },
    tasks: [{ kind: 'publish', notes: 2, topicTag: '成长' }],
    rewards: [{ kind: 'guidance-session' }],
  });

  const first = await plan({
    name: { zh: '新人第一步', en: 'First steps' },
    summary: {
      zh: '发出第一篇笔记，领一张流量券。',
      en: 'Publish your first note, and get some impressions.',
    },
    opens: -26,
    closes: -12,
    state: 'ended',
    quota: 500,
    tasks: [{ kind: 'publish', notes: 1 }],
    rewards: [{ kind: 'voucher-impressions', impressions: 1_000, validDays: 45 }],
  });
  await claimed(client, first, xiaoman, { at: now - 11 * dayMs, voucher: '新人第一步 First steps' });

  const summer = await plan({
    name: { zh: '夏日冷泡', en: 'Cold brew summer' },
    summary: {
      zh: '写一篇冷泡的笔记，让一百个人读到。',
      en: 'Write about a cold brew and reach a hundred readers.',
    },
    opens: -16,
    closes: -3,
    quota: 20,
    tasks: [
      { kind: 'publish', notes: 1 },
      { kind: 'reads', total: 100 },
    ],
    rewards: [{ kind: 'voucher-cents', faceCents: 5_000, minimumBudgetCents: 10_000, validDays: 30 }],
  });
  const { rows: desks } = await client.query<Desk>(
    `select id, creator_id as "creatorId" from workspace
      where kind = 'creator' and creator_id is not null and id <> $1 order by created_at, id limit 2`,
    [xiaoman.id],
  );
  // Both desks let the same person in, which is what one of the claims is held for.
  const { rows: shared } = await client.query<{ id: string }>(
    `insert into person (email, name, password_hash)
       select 'yan@poolrise.demo', '严一帆 Yan Yifan', password_hash from person order by created_at, id limit 1 returning id`,
  );
  for (const desk of desks)
    await insert(client, 'member', { workspace_id: desk.id, person_id: shared[0]?.id, role: 'analyst' });
  const reasons = ['shared-person', 'unusual-figures'];
  for (const [index, desk] of desks.entries())
    await claimed(client, summer, desk, { at: now - (20 - 6 * index) * hourMs, held: reasons[index] ?? '' });
}

interface Written {
  id: string;
  tasks: Told['tasks'];
  rewards: Told['rewards'];
}

async function writePlan(client: pg.Client, platformId: string, told: Told, now: number): Promise<string> {
  const hour = Math.floor(now / hourMs) * hourMs;
  const written = new Date(hour + (told.opens - 2) * dayMs);
  return insert(client, 'reward_plan', {
    workspace_id: platformId,
    request_key: randomUUID(),
    request_hash: '',
    state: told.state ?? 'open',
    name: told.name,
    summary: told.summary,
    opens_at: new Date(hour + told.opens * dayMs),
    closes_at: new Date(hour + told.closes * dayMs),
    late_hours: 48,
    claim_days: 7,
    quota: told.quota,
    eligibility: {
      ...{ followersMin: null, followersMax: null, categories: [], notesInDays: null, noViolationDays: null },
      growthLevelMin: null,
      accountTied: false,
      ...told.eligibility,
    },
    tasks: JSON.stringify(told.tasks),
    rewards: JSON.stringify(told.rewards),
    created_at: written,
    changed_at: written,
  });
}

/** Takes part, and is counted as the worker would. Returns the reads that count. */
async function enrol(
  client: pg.Client,
  planId: string,
  desk: Desk,
  at: number,
  now: number,
): Promise<number> {
  const id = await insert(client, 'reward_enrolment', {
    plan_id: planId,
    workspace_id: desk.id,
    creator_id: desk.creatorId,
    enrolled_at: new Date(at),
  });
  const [counted] = await measureEnrolments(
    async <Row>(sql: string, given: unknown[]) => (await client.query(sql, given)).rows as Row[],
    [id],
  );
  await client.query(
    `update reward_enrolment set progress = $2, achieved_at = $3, measured_at = $4, measure_at = $4::timestamptz + interval '1 hour' where id = $1`,
    [id, JSON.stringify(counted?.tasks), counted?.achieved ? new Date(now) : null, new Date(now)],
  );
  const { rows } = await client.query<{ reads: number }>(
    `select coalesce(sum(h.clicks), 0)::int as reads from reward_plan p
       join note n on n.workspace_id = $2 and n.published_at >= p.opens_at and n.published_at < p.closes_at and n.audit_state = 'passed'
       join engagement_hour h on h.note_id = n.id and h.rail < 3 and h.hour >= p.opens_at and h.hour < p.closes_at
      where p.id = $1`,
    [planId, desk.id],
  );
  return rows[0]?.reads ?? 0;
}

/** Did everything in time and claimed it; issued with its voucher, or held. Counting is over. */
async function claimed(
  client: pg.Client,
  planId: string,
  desk: Desk,
  told: { at: number; voucher?: string; held?: string },
): Promise<void> {
  const { rows } = await client.query<Written>('select id, tasks, rewards from reward_plan where id = $1', [
    planId,
  ]);
  const [plan] = rows;
  if (!plan) throw new Error('the demo claims a plan that is not there');
  const at = new Date(told.at);
  const both = { plan_id: planId, workspace_id: desk.id, creator_id: desk.creatorId };
  const holds = told.held ? [told.held] : [];
  const enrolmentId = await insert(client, 'reward_enrolment', {
    ...both,
    enrolled_at: new Date(told.at - 8 * dayMs),
    progress: JSON.stringify(nothingDone(plan.tasks).map(({ needed }) => ({ done: needed, needed }))),
    measured_at: at,
    achieved_at: at,
    hold_reasons: holds,
  });
  const [gift] = plan.rewards;
  const voucherIds =
    told.voucher && gift?.kind === 'voucher-impressions'
      ? [
          await insert(client, 'voucher', {
            workspace_id: desk.id,
            name: told.voucher,
            kind: 'traffic',
            impressions: gift.impressions,
            valid_from: at,
            expires_at: new Date(told.at + gift.validDays * dayMs),
            granted_by: '平台 Platform',
            granted_at: at,
            request_key: rewardKey(enrolmentId, 0),
            request_hash: '',
          }),
        ]
      : [];
  await insert(client, 'reward_claim', {
    ...both,
    enrolment_id: enrolmentId,
    request_key: randomUUID(),
    state: told.held ? 'held' : 'issued',
    hold_reasons: holds,
    voucher_ids: voucherIds,
    claimed_at: at,
    issued_at: told.held ? null : at,
  });
  await client.query('update reward_plan set issued = issued + 1 where id = $1', [planId]);
}
