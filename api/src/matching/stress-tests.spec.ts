import {
  type AskStressTest,
  bodyExamples,
  type PortfolioView,
  type StressTestView,
} from '@poolrise/contracts';
import { randomUUID } from 'node:crypto';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { deafJobs } from '../../test/deaf-jobs';
import { aPortfolioAsk, aTaker, wishesOf } from '../../test/matching';
import { aBrand, type Someone } from '../../test/people';
import { BriefsService } from './briefs.service';
import { MatchCandidatesQueries } from './match-candidates';
import { MatchesService } from './matches.service';
import { PortfolioJobs } from './portfolio-jobs';
import { PortfoliosService } from './portfolios.service';
import { StressJobs } from './stress-jobs';
import { StressTestsService } from './stress-tests.service';

describe('a stress test of a plan', () => {
  let database: TestDatabase;
  let portfolios: PortfoliosService;
  let planning: PortfolioJobs;
  let tests: StressTestsService;
  let jobs: StressJobs;
  let lin: Someone;
  let briefId: string;
  let planned: PortfolioView;
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    database = await freshDatabase();
    const { db } = database;
    const briefs = new BriefsService(db);
    portfolios = new PortfoliosService(db, deafJobs, new MatchesService(db, new MatchCandidatesQueries()));
    planning = new PortfolioJobs(db);
    tests = new StressTestsService(db, deafJobs);
    jobs = new StressJobs(db);
    lin = await aBrand(db);
    ids['large'] = await aTaker(db, { name: 'large', women: [0, 6_000], cents: 300_000, followers: 60_000 });
    ids['other'] = await aTaker(db, { name: 'other', women: [6_000, 9_000], cents: 150_000 });
    ids['small'] = await aTaker(db, { name: 'small', women: [9_000, 10_000], cents: 50_000 });
    ids['reserve'] = await aTaker(db, { name: 'reserve', women: [1_000, 6_000], cents: 290_000 });
    const wishes = wishesOf({
      target: { genders: ['female'], ages: [] },
      window: { from: '2036-03-01', to: '2036-03-21' },
    });
    briefId = (await briefs.write(lin.workspaceId, lin, { wishes, requestKey: randomUUID() })).id;
    planned = await plan({ budgetCents: 560_000, excludedIds: [] });
  });
  afterAll(() => database.close());

  const plan = async (over: object): Promise<PortfolioView> => {
    const { id } = await portfolios.ask(lin.workspaceId, lin, briefId, aPortfolioAsk(over));
    await planning.planDue();
    return portfolios.one(lin.workspaceId, id);
  };
  const usual = async (): Promise<AskStressTest> => (await tests.desk(lin.workspaceId, planned.id)).usual;
  const ask = (asked: AskStressTest, portfolioId = planned.id): Promise<StressTestView> =>
    tests.ask(lin.workspaceId, lin, portfolioId, asked);
  const tested = async (asked: AskStressTest): Promise<StressTestView> => {
    await ask(asked);
    await jobs.testDue();
    const { test } = await tests.desk(lin.workspaceId, planned.id);
    if (!test) throw new Error('no test is kept');
    return test;
  };

  it('starts from assumptions that say so, and from the middle of the window', async () => {
    const desk = await tests.desk(lin.workspaceId, planned.id);
    expect(desk).toMatchObject({
      window: { from: '2036-03-01', to: '2036-03-21' },
      draws: 2_000,
      test: null,
    });
    expect(desk.usual.settings.late.slackDays).toBe(10);
    expect(desk.evidence.map(({ mark }) => mark)).toEqual(['P', 'P', 'P', 'P', 'P', 'P']);
    expect(desk.usual).toEqual({ ...bodyExamples.askStressTest, settings: { ...desk.usual.settings } });
  });

  it('says what the plan reaches when things go wrong, on whom it hangs and what would help', async () => {
    const { state, report, creators, ...view } = await tested(await usual());
    expect(state).toBe('done');
    expect(planned.plan?.picks.map(({ creatorId }) => creatorId).sort()).toEqual(
      [ids['large'], ids['other'], ids['small']].sort(),
    );
    expect(report?.promised).toBeCloseTo(planned.plan?.net.people ?? 0, 6);
    expect(report?.readers.p95).toBeCloseTo(report?.promised ?? 0, 6);
    expect(report?.readers.p5).toBeLessThan(0.8 * (report?.promised ?? 0));
    expect(report?.hangsOn[0]).toMatchObject({ creatorId: ids['large'] });
    expect(report?.hangsOn[0]?.lostShare).toBeCloseTo(0.6, 1);
    // Followers were counted, and there is no boost.
    expect(report?.hurts.filter(({ idle }) => idle).map(({ shock, idle }) => [shock, idle])).toEqual(
      expect.arrayContaining([
        ['reads', 'followers-counted'],
        ['dearer', 'no-boosts'],
      ]),
    );
    expect(report?.remedies.map(({ act }) => act)).toContain('hold-reserve');
    expect(creators.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['large', 'other', 'small', 'reserve']),
    );
    expect(view).toMatchObject({ requestedBy: 'Lin', ownSpreads: 0, publishers: 4 });
  });

  it('works the same question out once, and another one anew', async () => {
    const asked = { ...(await usual()), seed: 7 };
    const first = await tested(asked);
    const again = await ask(asked);
    expect(again).toMatchObject({ id: first.id, state: 'done', report: first.report });
    const other = await ask({ ...asked, seed: 8 });
    expect(other).toMatchObject({ state: 'waiting', report: null });
    await jobs.testDue();
    const kept = await database.owner(
      "select seed from (select inputs ->> 'seed' as seed from stress_test) kept order by 1",
    );
    expect(kept).toEqual(['1', '7', '8'].map((seed) => ({ seed })));
  });

  it('asks the same twice at one moment and works it out once', async () => {
    const asked = { ...(await usual()), seed: 9 };
    const both = await Promise.all([ask(asked), ask(asked)]);
    expect(new Set(both.map(({ id }) => id)).size).toBe(1);
    await jobs.testDue();
  });

  it('takes the rate of cancellations from the workspace once enough of its orders have ended', async () => {
    await orders(18, 'settled');
    await orders(6, 'cancelled');
    const desk = await tests.desk(lin.workspaceId, planned.id);
    expect(desk.usual.settings.cancel.probability).toBe(0.25);
    const cancel = desk.evidence.find(({ shock }) => shock === 'cancel');
    expect(cancel).toMatchObject({ mark: 'E', counted: { trials: 24, successes: 6 } });
    expect(cancel?.counted?.low).toBeLessThan(0.25);
    const stranger = await aBrand(database.db);
    await expect(tests.desk(stranger.workspaceId, planned.id)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('takes how late notes are from the orders that the creators themselves completed', async () => {
    await database.owner('update creator set completed_90d = 20, on_time_90d = 16 where id = any($1)', [
      [ids['large'], ids['other']],
    ]);
    const desk = await tests.desk(lin.workspaceId, planned.id);
    expect(desk.usual.settings.late.probability).toBe(0.2);
    expect(desk.evidence.find(({ shock }) => shock === 'late')).toMatchObject({
      mark: 'E',
      counted: { trials: 40, successes: 8 },
    });
  });

  it('takes the spread of reads from a creator’s own notes of the kind', async () => {
    // Reads of e⁶ and e⁸ in turn: their logarithms are spread by 1.05.
    await database.owner(
      `insert into creator_note (id, creator_id, published_at, kind, cooperation, title, impressions_natural, impressions_all,
         reads_natural, reads_all, likes, collects, comments, shares, interactions_natural, reads_by_source, interactions_by_hour)
       select gen_random_uuid(), $1, now() - n * interval '1 day', 'image', false, 'note', 9000, 9000,
         round(exp(6 + 2 * (n % 2))), 9000, 0, 0, 0, 0, 0, '{}', '{}' from generate_series(1, 10) n`,
      [ids['large']],
    );
    const { id, ownSpreads } = await ask({ ...(await usual()), seed: 11 });
    expect(ownSpreads).toBe(1);
    const [kept] = await database.owner<{ spread: number }>(
      `select (pick ->> 'readsSpread')::float8 as spread from stress_test, jsonb_array_elements(inputs -> 'picks') pick
       where stress_test.id = $1 and pick ->> 'creatorId' = $2`,
      [id, ids['large']],
    );
    expect(kept?.spread).toBeCloseTo(Math.sqrt(10 / 9), 2);
    await jobs.testDue();
  });

  it('begins again what a worker left behind, and gives up after the third time', async () => {
    const { id } = await ask({ ...(await usual()), seed: 12 });
    await database.owner(
      `update stress_test set state = 'running', attempts = 1, heard_at = now() - interval '2 minutes' where id = $1`,
      [id],
    );
    expect(await jobs.testDue()).toBe(1);
    await database.owner(
      `update stress_test set state = 'running', attempts = 3, heard_at = now() - interval '2 minutes' where id = $1`,
      [id],
    );
    expect(await jobs.testDue()).toBe(0);
    const { test } = await tests.desk(lin.workspaceId, planned.id);
    expect(test).toMatchObject({ id, state: 'failed' });
    // Whoever asks again has it tried again.
    expect(await ask({ ...(await usual()), seed: 12 })).toMatchObject({ id, state: 'waiting' });
    expect(await jobs.testDue()).toBe(1);
  });

  it('refuses a portfolio without a plan, and a fourth at once', async () => {
    const refused = await plan({ budgetCents: 10_000 });
    await expect(ask(await usual(), refused.id)).rejects.toMatchObject({ code: 'portfolio-without-plan' });
    await expect(tests.desk(lin.workspaceId, refused.id)).rejects.toMatchObject({
      code: 'portfolio-without-plan',
    });
    for (const seed of [21, 22, 23]) await ask({ ...(await usual()), seed });
    await expect(ask({ ...(await usual()), seed: 24 })).rejects.toMatchObject({
      code: 'too-many-portfolios',
    });
    expect(await jobs.testDue()).toBe(3);
  });

  const orders = (many: number, state: string) =>
    database.owner(
      `insert into cooperation_order (workspace_id, desk_id, creator_id, request_key, request_hash, mode, name, brand_name, brief,
         category, language, state, since, terms, rules, offer, quote_cents, brand_fee_cents, effect_fee_cents,
         creator_fee_cents, held_cents, version, created_at, changed_at)
       select $1, $1, $2, gen_random_uuid(), '', 'custom', 'order', 'brand', '', 'food', 'zh', $3, now(), '{}', '{}', '{}', 100, 0, 0,
         0, 0, 1, now(), now() from generate_series(1, $4)`,
      [lin.workspaceId, ids['other'], state, many],
    );
});
