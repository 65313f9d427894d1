import type { PortfolioView } from '@poolrise/contracts';
import { randomUUID } from 'node:crypto';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { deafJobs } from '../../test/deaf-jobs';
import { type AboutTaker, aPortfolioAsk, aTaker, wishesOf } from '../../test/matching';
import { aBrand, type Someone } from '../../test/people';
import { BriefsService } from './briefs.service';
import { MatchCandidatesQueries } from './match-candidates';
import { MatchesService } from './matches.service';
import { PortfolioJobs } from './portfolio-jobs';
import { PortfoliosService } from './portfolios.service';
import { ReachQueries } from './reach.queries';

describe('a portfolio', () => {
  let database: TestDatabase;
  let briefs: BriefsService;
  let portfolios: PortfoliosService;
  let jobs: PortfolioJobs;
  let lin: Someone;
  let briefId: string;
  let ids: Record<string, string>;

  const takers: Record<string, AboutTaker> = {
    // Ten thousand women together; "twin" has the same readers as "large".
    large: { women: [0, 6_000], men: [20_000, 21_000], cents: 300_000, followers: 60_000 },
    twin: { women: [0, 6_000], cents: 310_000, followers: 60_000 },
    other: { women: [6_000, 9_000], cents: 150_000 },
    small: { women: [9_000, 10_000], cents: 50_000 },
    men: { men: [30_000, 39_000], cents: 10_000 },
    unknown: { cents: 10_000 },
  };

  beforeAll(async () => {
    database = await freshDatabase();
    const { db } = database;
    briefs = new BriefsService(db);
    portfolios = new PortfoliosService(db, deafJobs, new MatchesService(db, new MatchCandidatesQueries()));
    jobs = new PortfolioJobs(db);
    lin = await aBrand(db);
    ids = {};
    for (const [name, about] of Object.entries(takers)) ids[name] = await aTaker(db, { name, ...about });
    const wishes = wishesOf({ target: { genders: ['female'], ages: [] } });
    briefId = (await briefs.write(lin.workspaceId, lin, { wishes, requestKey: randomUUID() })).id;
  });
  afterAll(() => database.close());

  const ask = (over: object = {}) => portfolios.ask(lin.workspaceId, lin, briefId, aPortfolioAsk(over));
  const planned = async (over: object = {}): Promise<PortfolioView> => {
    const { id } = await ask(over);
    await jobs.planDue();
    return portfolios.one(lin.workspaceId, id);
  };
  const namesOf = ({ plan, creators }: PortfolioView) =>
    plan?.picks.map(({ creatorId }) => creators.find(({ id }) => id === creatorId)?.name).sort();

  it('reaches the most of the target for the budget, the fee of the platform paid', async () => {
    const view = await planned({ budgetCents: 550_000 });
    expect(view).toMatchObject({ state: 'done', refusal: null, candidates: 6, feeShare: 0.1 });
    expect(namesOf(view)).toEqual(['large', 'other', 'small']);
    expect(view.plan).toMatchObject({ spentCents: 550_000, leftCents: 0, overlapShare: 0 });
    // Ten thousand women; the men who follow "large" are not of the target.
    expect(view.plan?.net.low).toBeLessThan(10_000);
    expect(view.plan?.net.high).toBeGreaterThan(10_000);
    const adds = view.plan?.picks.reduce((sum, pick) => sum + pick.adds.people, 0) ?? 0;
    expect(adds).toBeCloseTo(view.plan?.net.people ?? 0, 6);
    // Of "men" no woman follows, and of "unknown" nobody is known.
    expect(view.withoutAudience).toBe(2);
  });

  it('has a frontier that never falls and passes through the plan', async () => {
    const { plan, frontier } = await planned({ budgetCents: 550_000 });
    const reach = (frontier ?? []).map((point) => point.reach?.people ?? 0);
    expect(reach).toEqual([...reach].sort((a, b) => a - b));
    expect(frontier?.find(({ budgetCents }) => budgetCents === 550_000)?.reach?.people).toBeCloseTo(
      plan?.net.people ?? 0,
      6,
    );
  });

  it('names the next best swap and what money would bring', async () => {
    const { plan } = await planned({ budgetCents: 340_000 });
    const large = plan?.picks.find(({ creatorId }) => creatorId === ids['large']);
    expect(plan?.shadowPrice?.furtherCents).toBeGreaterThan(0);
    expect(large?.centsPerThousand).toBeGreaterThan(0);
  });

  it('keeps who must be in it, and leaves out who must not', async () => {
    const view = await planned({
      budgetCents: 600_000,
      mustHaveIds: [ids['twin']],
      excludedIds: [ids['small']],
    });
    expect(namesOf(view)).toEqual(['other', 'twin']);
  });

  it.each([
    ['must-have-excluded', () => ({ mustHaveIds: [ids['large']], excludedIds: [ids['large']] })],
    ['must-haves-above-budget', () => ({ budgetCents: 100_000, mustHaveIds: [ids['large']] })],
    ['must-haves-above-limit', () => ({ mustHaveIds: [ids['large'], ids['other']], maxCreators: 1 })],
    ['must-haves-above-category', () => ({ mustHaveIds: [ids['large'], ids['other']], maxPerCategory: 1 })],
    ['nothing-affordable', () => ({ budgetCents: 10_000 })],
    ['no-candidates', () => ({ creatorIds: [ids['unknown']] })],
    [
      'must-have-outside-mix',
      () => ({
        mustHaveIds: [ids['other']],
        ownMix: { shares: [{ tierKeys: ['waist'], shareOfCreators: 1, shareOfSpend: null }], tolerance: 0 },
      }),
    ],
    [
      'tier-without-candidates',
      () => ({
        ownMix: {
          shares: [
            { tierKeys: ['head'], shareOfCreators: null, shareOfSpend: 0.5 },
            { tierKeys: ['waist'], shareOfCreators: null, shareOfSpend: 0.5 },
          ],
          tolerance: 0.1,
        },
      }),
    ],
    [
      'tier-above-its-share',
      () => ({
        budgetCents: 400_000,
        ownMix: {
          shares: [
            { tierKeys: ['waist'], shareOfCreators: null, shareOfSpend: 0.5 },
            { tierKeys: ['junior'], shareOfCreators: null, shareOfSpend: 0.5 },
          ],
          tolerance: 0.05,
        },
      }),
    ],
    [
      'mix-out-of-reach',
      () => ({
        creatorIds: [ids['large'], ids['small']],
        ownMix: {
          shares: [
            { tierKeys: ['waist'], shareOfCreators: null, shareOfSpend: 0.5 },
            { tierKeys: ['junior'], shareOfCreators: null, shareOfSpend: 0.5 },
          ],
          tolerance: 0.05,
        },
      }),
    ],
  ] as const)('is refused as %s with what would help', async (refusal, over) => {
    const view = await planned(over());
    expect(view.refusal).toMatchObject({ refusal });
    expect(view.plan).toBeNull();
    expect(view.refusal?.remedies.length).toBeGreaterThan(0);
  });

  it('can be made once a remedy is taken', async () => {
    const over = { budgetCents: 100_000, mustHaveIds: [ids['large']] };
    const [remedy] = (await planned(over)).refusal?.remedies ?? [];
    expect(remedy).toEqual({ act: 'raise-budget', toCents: 330_000 });
    expect(namesOf(await planned({ ...over, budgetCents: 330_000 }))).toEqual(['large']);
  });

  it('is promised once when it is asked for twice at the same moment', async () => {
    const body = aPortfolioAsk({ budgetCents: 500_000 });
    const both = await Promise.all([1, 2].map(() => portfolios.ask(lin.workspaceId, lin, briefId, body)));
    expect(both[0]?.id).toBe(both[1]?.id);
    await expect(
      portfolios.ask(lin.workspaceId, lin, briefId, {
        ...aPortfolioAsk({ budgetCents: 600_000 }),
        requestKey: body.requestKey,
      }),
    ).rejects.toMatchObject({ code: 'request-key-reused' });
    expect((await Promise.all([jobs.planDue(), jobs.planDue()])).reduce((a, b) => a + b)).toBe(1);
  });

  it('waits its turn behind three of the workspace', async () => {
    const mine = await aBrand(database.db);
    const own = await briefs.write(mine.workspaceId, mine, { wishes: wishesOf(), requestKey: randomUUID() });
    const more = () => portfolios.ask(mine.workspaceId, mine, own.id, aPortfolioAsk());
    await more();
    await more();
    await more();
    await expect(more()).rejects.toMatchObject({ code: 'too-many-portfolios' });
    await jobs.planDue();
    await more();
    await jobs.planDue();
  });

  it('is begun again when its worker dies, and given up after three', async () => {
    const { id } = await ask();
    const die = (attempts: number) =>
      database.owner(
        `update portfolio set state = 'running', attempts = $2, heard_at = now() - interval '1 minute' where id = $1`,
        [id, attempts],
      );
    await die(1);
    await jobs.planDue();
    expect((await portfolios.one(lin.workspaceId, id)).state).toBe('done');
    await die(3);
    await jobs.planDue();
    expect((await portfolios.one(lin.workspaceId, id)).state).toBe('failed');
  });

  it('is let go by a process that ends, and brought to its end by the next', async () => {
    const { id } = await ask();
    const ending = new PortfolioJobs(database.db);
    const round = ending.planDue();
    const claimed = async () => (await portfolios.one(lin.workspaceId, id)).state === 'running';
    while (!(await claimed())) await new Promise((resolve) => setTimeout(resolve, 5));
    ending.beforeApplicationShutdown();
    await round;
    expect(await portfolios.one(lin.workspaceId, id)).toMatchObject({ state: 'running', frontier: null });
    await database.owner(`update portfolio set heard_at = now() - interval '1 minute' where id = $1`, [id]);
    await jobs.planDue();
    expect(await portfolios.one(lin.workspaceId, id)).toMatchObject({
      state: 'done',
      frontier: expect.any(Array),
    });
  });

  it('names nobody who does not fit the brief', async () => {
    await expect(ask({ mustHaveIds: [randomUUID()] })).rejects.toMatchObject({
      code: 'invalid-input',
      about: { field: '/wishes/mustHaveIds/0' },
    });
  });

  it('is not there for another workspace', async () => {
    const { id } = await planned();
    const wen = await aBrand(database.db);
    const none = { code: 'not-found' };
    await expect(portfolios.one(wen.workspaceId, id)).rejects.toMatchObject(none);
    await expect(portfolios.list(wen.workspaceId, briefId)).rejects.toMatchObject(none);
    await expect(portfolios.ask(wen.workspaceId, wen, briefId, aPortfolioAsk())).rejects.toMatchObject(none);
  });

  it('keeps the latest twenty of a brief', async () => {
    for (let at = 0; at < 3; at++) await planned();
    await database.owner(
      `insert into portfolio (workspace_id, brief_id, request_key, wishes, target, candidates, requested_by, requested_at, state)
       select workspace_id, brief_id, gen_random_uuid(), wishes, target, candidates, requested_by, requested_at - interval '1 day', 'done'
       from portfolio cross join generate_series(1, 20) where id = (select id from portfolio where brief_id = $1 limit 1)`,
      [briefId],
    );
    await planned();
    const [kept] = await database.owner<{ n: number }>(
      'select count(*)::int as n from portfolio where brief_id = $1',
      [briefId],
    );
    expect(kept?.n).toBe(20);
    expect((await portfolios.list(lin.workspaceId, briefId)).items).toHaveLength(20);
  });
});

describe('the reach of several creators', () => {
  let database: TestDatabase;
  let reach: ReachQueries;
  let workspaceId: string;

  beforeAll(async () => {
    database = await freshDatabase();
    reach = new ReachQueries(database.db);
    workspaceId = (await aBrand(database.db)).workspaceId;
  });
  afterAll(() => database.close());

  it('counts each follower once, and says what each adds and what is lost without her', async () => {
    const { db } = database;
    const one = await aTaker(db, { women: [0, 1_000], men: [5_000, 5_200] });
    const other = await aTaker(db, { women: [600, 1_600] });
    const nobody = await aTaker(db, { name: 'Nobody' });
    const creatorIds = [one, other, nobody];
    const women = await reach.of(workspaceId, { creatorIds, target: { genders: ['female'], ages: [] } });
    // Audiences so small are held whole, so the figures are exact.
    expect(women).toMatchObject({ net: { people: 1_600, standardError: 0 }, sum: { people: 2_000 } });
    expect(women.overlapShare).toBeCloseTo(0.2);
    expect(women.members.map(({ adds, alone }) => [adds.people, alone.people])).toEqual([
      [1_000, 600],
      [600, 600],
    ]);
    expect(women.unknown).toEqual([{ creatorId: nobody, name: 'Nobody' }]);
    const all = await reach.of(workspaceId, { creatorIds, target: { genders: [], ages: [] } });
    expect(all.net.people).toBe(1_800);
  });

  it('is not found for somebody who is not in the directory', async () => {
    await expect(
      reach.of(workspaceId, { creatorIds: [randomUUID()], target: { genders: [], ages: [] } }),
    ).rejects.toMatchObject({ code: 'not-found', about: { field: '/creatorIds/0' } });
  });
});
