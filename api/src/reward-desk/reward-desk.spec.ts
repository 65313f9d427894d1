import { randomUUID } from 'node:crypto';
import { RewardPlanTerms } from '@poolrise/contracts';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { balancesOf } from '../../test/money';
import { aMember, aWorkspace } from '../../test/people';
import { rewardsOn } from '../../test/rewards';
import type { Caller } from '../http/caller';
import { HeldClaimsQueries } from './held-claims.queries';
import { HeldClaimsService } from './held-claims.service';
import { PlanKnowledgeQueries } from './plan-knowledge.queries';
import { RewardDeskQueries } from './reward-desk.queries';
import { RewardDeskService } from './reward-desk.service';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const fullHour = (days: number): string =>
  new Date(Math.floor((Date.now() + days * dayMs) / hourMs) * hourMs).toISOString();
const someTerms = (changes: object = {}): RewardPlanTerms =>
  RewardPlanTerms.parse({
    name: { zh: '春茶计划', en: 'Spring tea' },
    summary: { zh: '写三篇春茶笔记', en: 'Write three notes of spring tea' },
    opensAt: fullHour(-1),
    closesAt: fullHour(13),
    quota: 20,
    eligibility: { accountTied: false },
    tasks: [{ kind: 'publish', notes: 1 }],
    rewards: [{ kind: 'cash', cents: 2_000 }],
    ...changes,
  });

describe('the reward desk', () => {
  let database: TestDatabase;
  let desk: RewardDeskService;
  let queries: RewardDeskQueries;
  let claims: HeldClaimsService;
  let held: HeldClaimsQueries;
  let ops: Caller;
  let second: Caller;

  beforeAll(async () => {
    database = await freshDatabase();
    const { db } = database;
    queries = new RewardDeskQueries(db);
    desk = new RewardDeskService(db, queries, new PlanKnowledgeQueries());
    held = new HeldClaimsQueries(db);
    claims = new HeldClaimsService(db, rewardsOn(db).claims, held);
    const platform = await aWorkspace(db, 'platform', '社区运营');
    const asOperator = async (name: string): Promise<Caller> => {
      const { id } = await aMember(db, platform, 'operator', { name });
      return {
        workspaceId: platform,
        person: { id, name, role: 'operator', workspaceKind: 'platform' },
        key: null,
        sessionHash: null,
      };
    };
    ops = await asOperator('Ops');
    second = await asOperator('Ling');
  });
  afterAll(() => database.close());

  const drafted = (changes: object = {}) =>
    desk.draft(ops, { terms: someTerms(changes), requestKey: randomUUID() });
  const launched = async (changes: object = {}) => {
    const { id, version } = await drafted(changes);
    return desk.move(ops, id, { move: 'launch', version });
  };
  /** A desk that has done everything, and whose claim waits. */
  const aHeldClaim = async (planId: string) => {
    const workspaceId = await aWorkspace(database.db, 'creator', '可疑的茶桌');
    const [enrolment] = await database.owner<{ id: string }>(
      `insert into reward_enrolment (plan_id, workspace_id, enrolled_at, achieved_at, hold_reasons)
       values ($1, $2, now(), now(), '{quarantined-traffic}') returning id`,
      [planId, workspaceId],
    );
    const [claim] = await database.owner<{ id: string }>(
      `insert into reward_claim (enrolment_id, plan_id, workspace_id, request_key, state, hold_reasons, claimed_at)
       values ($1, $2, $3, gen_random_uuid(), 'held', '{quarantined-traffic}', now()) returning id`,
      [enrolment?.id, planId, workspaceId],
    );
    await database.owner('update reward_plan set issued = issued + 1 where id = $1', [planId]);
    return { workspaceId, claimId: claim?.id ?? '' };
  };
  const codes = async (attempts: Promise<unknown>[]) =>
    (await Promise.allSettled(attempts)).map((end) =>
      end.status === 'fulfilled' ? 'done' : ((end.reason as { code?: string }).code ?? String(end.reason)),
    );

  it('keeps one draft however often the form is sent, and another under other words not at all', async () => {
    const ask = { terms: someTerms(), requestKey: randomUUID() };
    const drafts = await Promise.all([1, 2, 3].map(() => desk.draft(ops, ask)));
    expect(new Set(drafts.map(({ id }) => id)).size).toBe(1);
    expect(drafts[0]).toMatchObject({
      state: 'draft',
      version: 1,
      issued: 0,
      costCents: 0,
      expectedCents: null,
    });
    const other = { ...ask, terms: someTerms({ quota: 21 }) };
    await expect(desk.draft(ops, other)).rejects.toMatchObject({ code: 'request-key-reused' });
  });

  it('says what contradicts itself, at its field and with a remedy', async () => {
    const wrong = someTerms({ closesAt: fullHour(-3) });
    await expect(async () =>
      desk.draft(ops, { terms: wrong, requestKey: randomUUID() }),
    ).rejects.toMatchObject({
      code: 'invalid-input',
      about: { field: '/closesAt', detail: expect.stringContaining('name a later hour') as string },
    });
  });

  it('is for the platform alone', async () => {
    const brand = await aWorkspace(database.db, 'brand');
    const { id, version } = await drafted();
    const stranger = { ...ops, workspaceId: brand };
    expect(
      await codes([
        queries.list(brand, { limit: 20 }),
        queries.one(brand, id),
        desk.draft(stranger, { terms: someTerms(), requestKey: randomUUID() }),
        desk.move(stranger, id, { move: 'launch', version }),
        held.list(brand, { show: 'held', limit: 20 }),
        desk.outlook(stranger, someTerms()),
      ]),
    ).toEqual(new Array(6).fill('platform-only'));
  });

  it('opens a plan once, with the forecast of that day, and keeps its terms from then on', async () => {
    const { id } = await drafted();
    const changed = await desk.change(ops, id, { terms: someTerms({ quota: 30 }), version: 1 });
    expect(changed).toMatchObject({ version: 2, quota: 30 });
    expect(
      await codes([1, 2].map(() => desk.move(ops, id, { move: 'launch', version: 2 }))).then((all) =>
        all.sort(),
      ),
    ).toEqual(['done', 'reward-plan-moved-on']);
    const open = await queries.one(ops.workspaceId, id);
    expect(open).toMatchObject({ state: 'open', version: 3, forecast: { mostCents: 60_000 } });
    expect(open.forecastAt).not.toBeNull();
    await expect(desk.change(ops, id, { terms: someTerms(), version: 3 })).rejects.toMatchObject({
      code: 'reward-plan-opened',
    });
    const trail = await database.owner<{ action: string }>(
      `select action from audit_event where subject_id = $1 order by at, id`,
      [id],
    );
    expect(trail.map(({ action }) => action)).toEqual([
      'reward-plan.drafted',
      'reward-plan.changed',
      'reward-plan.moved',
    ]);
  });

  it('lets an open plan have more places and an earlier close, and never less than was promised', async () => {
    const plan = await launched();
    const { id, version, closesAt, quota } = plan;
    const wider = await desk.widen(ops, id, { quota: quota + 5, closesAt: fullHour(5), version });
    expect(wider).toMatchObject({ quota: 25, version: version + 1 });
    const ask = { quota: 25, closesAt: wider.closesAt, version: wider.version };
    await expect(desk.widen(ops, id, { ...ask, quota: 24 })).rejects.toMatchObject({
      about: { field: '/quota' },
    });
    await expect(desk.widen(ops, id, { ...ask, closesAt })).rejects.toMatchObject({
      about: { field: '/closesAt' },
    });
    const draft = await drafted();
    expect(
      await codes([
        desk.widen(ops, draft.id, { quota: 50, closesAt: draft.closesAt, version: 1 }),
        desk.move(ops, draft.id, { move: 'pause', version: 1 }),
      ]),
    ).toEqual(['reward-plan-stands', 'reward-plan-stands']);
    const paused = await desk.move(ops, id, { move: 'pause', version: wider.version });
    const ended = await desk.move(ops, id, { move: 'end', version: paused.version });
    expect(ended.state).toBe('ended');
    expect(await codes([desk.move(ops, id, { move: 'resume', version: ended.version })])).toEqual([
      'reward-plan-stands',
    ]);
  });

  it('releases a held claim once, and tells the second operator who was quicker', async () => {
    const { id } = await launched();
    const { workspaceId, claimId } = await aHeldClaim(id);
    const [row] = (await held.list(ops.workspaceId, { show: 'held', planId: id, limit: 20 })).items;
    expect(row).toMatchObject({
      id: claimId,
      deskName: '可疑的茶桌',
      worthCents: 2_000,
      holdReasons: ['quarantined-traffic'],
      evidence: { notes: 0, reads: 0, quarantined: 0, opened: 0, readers: 0, sharedDesks: 0 },
    });
    const release = { verdict: 'release' as const, reason: '直播带来的阅读' };
    const answers = await Promise.all([1, 2, 3].map(() => claims.answer(ops, claimId, release)));
    expect(answers.map(({ state }) => state)).toEqual(['issued', 'issued', 'issued']);
    expect(await balancesOf(database.db, { workspaceId })).toMatchObject({ cash: 2_000 });
    await expect(claims.answer(second, claimId, { verdict: 'refuse', reason: '刷量' })).rejects.toMatchObject(
      {
        code: 'reward-already-answered',
        about: { detail: expect.stringContaining('Ops') as string },
      },
    );
    expect(await queries.one(ops.workspaceId, id)).toMatchObject({ issued: 1, held: 0, costCents: 2_000 });
    const taken = await claims.revoke(ops, claimId, { reason: '账号转卖' });
    expect(taken.state).toBe('revoked');
    expect(await queries.one(ops.workspaceId, id)).toMatchObject({ revoked: 1, costCents: 0 });
  });

  it('lets one of two operators decide who press at the same moment', async () => {
    const { id } = await launched();
    const { claimId, workspaceId } = await aHeldClaim(id);
    const ends = await codes([
      claims.answer(ops, claimId, { verdict: 'release', reason: '直播' }),
      claims.answer(second, claimId, { verdict: 'refuse', reason: '刷量' }),
    ]);
    expect(ends.sort()).toEqual(['done', 'reward-already-answered']);
    const { state } =
      (await held.list(ops.workspaceId, { show: 'decided', planId: id, limit: 5 })).items[0] ?? {};
    const { issued } = await queries.one(ops.workspaceId, id);
    expect(issued).toBe(state === 'issued' ? 1 : 0);
    expect((await balancesOf(database.db, { workspaceId })).cash).toBe(state === 'issued' ? 2_000 : 0);
  });

  it('foretells from the directory: who may take part, what it costs, and what would make it harder to cheat', async () => {
    await database.owner(
      `insert into creator (name, red_id, followers, gender, city_tier, categories)
       select 'Creator ' || n, 'red' || n, 200 + n * 4, 'female', 'tier1', '{food}' from generate_series(1, 400) n`,
    );
    await database.owner(
      `insert into creator_figures (creator_id, as_of, notes_30d, medians)
       select id, current_date, 8, '{}' from creator where red_id like 'red%'`,
    );
    const eligibility = { accountTied: false, followersMin: 1_000 };
    const { forecast, abuse } = await desk.outlook(ops, someTerms({ eligibility, quota: 10_000 }));
    expect(forecast.creators).toBe(400);
    // Half of them have 1,000 followers; one in ten who has no desk opens one.
    expect(forecast.eligible.middle).toBeGreaterThan(10);
    expect(forecast.eligible.middle).toBeLessThan(30);
    expect(forecast.totalCents.middle).toBeLessThan(forecast.mostCents);
    expect(abuse.steps.map(({ key }) => key)).toContain('tie-account');
    const again = await desk.outlook(ops, someTerms({ eligibility, quota: 10_000 }));
    expect(again.forecast).toEqual(forecast);
  });
});
