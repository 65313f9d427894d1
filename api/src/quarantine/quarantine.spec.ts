import type { Queue } from 'bullmq';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { type Engine, engineOn, event } from '../../test/engine';
import { aFundedBrand, anAsk, moneyOn } from '../../test/money';
import { aNoteInPool } from '../../test/notes';
import { aMember, aWorkspace, type Someone } from '../../test/people';
import { aBurst, aReaderApplication, aUsualDay } from '../../test/traffic';
import { checkSums } from '../insights/run-sum-check';
import { NoticesQueries } from '../insights/notices.queries';
import { JobsService } from '../jobs/jobs.service';
import { QuarantineRelease } from './quarantine-release';
import { QuarantineQueries } from './quarantine.queries';
import { QuarantineService } from './quarantine.service';

/** The queue belongs to the outside world: nudges go nowhere, as they may at any time. */
const noQueue = { add: () => Promise.resolve() } as unknown as Queue;
type Operator = Someone & { name: string };

describe('the quarantine of traffic', () => {
  let database: TestDatabase;
  let engine: Engine;
  let service: QuarantineService;
  let release: QuarantineRelease;
  let queries: QuarantineQueries;
  let noteId: string;
  let lin: string;
  let zhou: Operator;
  let application: Awaited<ReturnType<typeof aReaderApplication>>;

  beforeEach(async () => {
    database = await freshDatabase(12);
    engine = await engineOn(database);
    const jobs = new JobsService(noQueue);
    service = new QuarantineService(database.db, jobs);
    release = new QuarantineRelease(database.db, jobs);
    queries = new QuarantineQueries(database.db);
    ({ noteId, workspaceId: lin } = await aNoteInPool(database.db, { target: 1_000_000 }));
    const platform = await aWorkspace(database.db, 'platform', '社区运营');
    zhou = { ...(await aMember(database.db, platform, 'operator', { name: 'Zhou' })), name: 'Zhou' };
    application = await aReaderApplication(database, engine, lin);
  });
  afterEach(async () => {
    await engine.close();
    await database.close();
  });

  const listed = async () => (await queries.held(zhou.workspaceId, { limit: 50 })).items;
  const decided = async () => (await queries.decided(zhou.workspaceId, { limit: 50 })).items;
  const counted = async () =>
    (
      await database.owner<{ impressions: number; clicks: number; likes: number }>(
        'select impressions, clicks, likes from pool_run where note_id = $1',
        [noteId],
      )
    )[0];
  const answer = (id: string, verdict: 'release' | 'discard' = 'release', reason = '直播间专场') =>
    service.answer(zhou.workspaceId, zhou, id, { verdict, reason });
  const differences = async () => (await checkSums(database.url)).filter(({ different }) => different > 0);
  const nothing = { impressions: 0, clicks: 0, likes: 0 };

  it('lets usual traffic through, sent twice as well', async () => {
    for (let turn = 0; turn < 5; turn++) {
      const events = aUsualDay(await application.slots(noteId, 500));
      await application.send(events);
      expect(await application.send(events)).toMatchObject({ accepted: 0, duplicates: events.length });
    }
    expect(await listed()).toEqual([]);
    expect(await counted()).toMatchObject({ impressions: 2_500, clicks: 250 });
  });

  it('acknowledges a burst, counts nothing of it, and says what gave it away beside what is usual', async () => {
    const other = await aReaderApplication(database, engine, lin);
    const tokens = await application.slots(noteId, 300);
    await other.send(aUsualDay(await other.slots(noteId, 500)));
    await new Promise((resolve) => setTimeout(resolve, 1_300));
    expect(await application.send(aBurst(tokens))).toEqual({ accepted: 900, duplicates: 0, refused: [] });
    // The same again is a repeat, and what follows is held although it looks usual.
    expect(await application.send(aBurst(tokens))).toMatchObject({ accepted: 0, duplicates: 900 });
    await application.send(aUsualDay(await application.slots(noteId, 100)));
    expect(await counted()).toEqual({ impressions: 500, clicks: 50, likes: 0 });
    expect(await listed()).toMatchObject([
      {
        applicationName: '读者端',
        reader: null,
        state: 'open',
        evidence: { rule: 'clicks-beyond-any-note', kind: 'click', measured: 1, limit: 0.5 },
        others: 0.1,
        held: { events: 1_010, impressions: 400, clicks: 310, likes: 300 },
        answer: null,
      },
    ]);
    expect((await listed())[0]?.sample).toHaveLength(5);
    expect(await differences()).toEqual([]);
  });

  it('holds one reader and lets the others of the application through', async () => {
    await application.send(aBurst(await application.slots(noteId, 60, 7_777)));
    await application.send(aUsualDay(await application.slots(noteId, 100)));
    await application.send([event('impression', (await application.slots(noteId, 1, 7_777))[0] ?? '')]);
    expect(await counted()).toEqual({ impressions: 100, clicks: 10, likes: 0 });
    expect(await listed()).toMatchObject([
      { reader: '00001e61', evidence: { rule: 'reader-reacts-to-all', kind: 'like' }, held: { events: 181 } },
    ]);
  });

  it('tells the platform’s people, and marketers nothing', async () => {
    await application.send(aBurst(await application.slots(noteId, 300)));
    const notices = new NoticesQueries(database.db);
    const of = async (workspaceId: string) =>
      (await notices.notices(workspaceId, { id: zhou.id, role: 'operator' }, { limit: 10 })).items;
    expect(await of(zhou.workspaceId)).toMatchObject([{ kind: 'traffic-quarantined', title: '读者端' }]);
    expect(await of(lin)).toEqual([]);
    const owner = await aMember(database.db, lin, 'owner');
    await expect(queries.held(owner.workspaceId, { limit: 5 })).rejects.toMatchObject({
      code: 'platform-only',
    });
  });

  it('counts released traffic exactly once, when it happened, and believes the application from then on', async () => {
    const events = aBurst(await application.slots(noteId, 900));
    for (let at = 0; at < events.length; at += 900) await application.send(events.slice(at, at + 900));
    expect(await counted()).toEqual(nothing);
    const [held] = await listed();
    await answer(held?.id ?? '');
    await release.run();
    expect(await counted()).toEqual({ impressions: 900, clicks: 900, likes: 900 });
    expect(await decided()).toMatchObject([
      {
        state: 'released',
        held: { events: 2_700 },
        released: { counted: 2_700, repeated: 0, orphaned: 0 },
        answer: { verdict: 'release', reason: '直播间专场', decidedBy: 'Zhou' },
      },
    ]);
    await application.send(events.slice(0, 900));
    await application.send(aBurst(await application.slots(noteId, 300)));
    expect(await counted()).toEqual({ impressions: 1_200, clicks: 1_200, likes: 1_200 });
    expect(await differences()).toEqual([]);
  });

  it('discards what nobody did, and judges the application anew', async () => {
    await application.send(aBurst(await application.slots(noteId, 300)));
    await answer((await listed())[0]?.id ?? '', 'discard', '机器流量');
    await release.run();
    expect(await counted()).toEqual(nothing);
    // In another process as well, which has to learn of the decision.
    const second = await engineOn(database);
    await application.send(aUsualDay(await application.slots(noteId, 300)), second);
    await application.send(aBurst(await application.slots(noteId, 330)), second);
    await second.close();
    expect(await counted()).toMatchObject({ impressions: 300, likes: 0 });
    expect(await listed()).toHaveLength(1);
    expect(await differences()).toEqual([]);
  });

  it('answered twice at once is one answer, and released twice at once counts once', async () => {
    await application.send(aBurst(await application.slots(noteId, 300)));
    const id = (await listed())[0]?.id ?? '';
    const ling = { ...(await aMember(database.db, zhou.workspaceId, 'operator')), name: 'Ling' };
    const outcomes = await Promise.allSettled([
      answer(id),
      service.answer(ling.workspaceId, ling, id, { verdict: 'discard', reason: '机器流量' }),
      answer(id),
    ]);
    const lost = outcomes.filter(({ status }) => status === 'rejected') as PromiseRejectedResult[];
    expect(lost.length).toBeGreaterThan(0);
    for (const { reason } of lost) expect(reason).toMatchObject({ code: 'quarantine-already-answered' });
    const discarded = (await decided())[0]?.state === 'discarded';
    await Promise.all([
      release.run(),
      release.run(),
      new QuarantineRelease(database.db, new JobsService(noQueue)).run(),
    ]);
    expect(await counted()).toEqual(discarded ? nothing : { impressions: 300, clicks: 300, likes: 300 });
    expect(await differences()).toEqual([]);
  });

  it('goes on where it was when its connections are killed again and again', async () => {
    const tokens = await application.slots(noteId, 6_000);
    for (let at = 0; at < tokens.length; at += 300)
      await application.send(aBurst(tokens.slice(at, at + 300)));
    await answer((await listed())[0]?.id ?? '');
    let [kills, done] = [0, false];
    while (!done) {
      let settled = false;
      const running = release
        .run()
        .then(
          () => (done = true),
          () => undefined,
        )
        .finally(() => (settled = true));
      // Somewhere within a transaction, a little later each time.
      await new Promise((resolve) => setTimeout(resolve, 15 * kills));
      for (let killed = 0; killed === 0 && !settled && kills < 6;) {
        const [gone] = await database.owner<{ kills: number }>(
          `select count(pg_terminate_backend(pid))::int as kills from pg_stat_activity
           where datname = current_database() and xact_start is not null and pid <> pg_backend_pid()`,
        );
        kills += killed = gone?.kills ?? 0;
      }
      await running;
    }
    expect(kills).toBeGreaterThan(2);
    expect(await counted()).toEqual({ impressions: 6_000, clicks: 6_000, likes: 6_000 });
    expect((await decided())[0]).toMatchObject({ state: 'released', released: { counted: 18_000 } });
    expect(await differences()).toEqual([]);
  });

  it('bills held paid impressions once, at the release', async () => {
    const money = moneyOn(database.db);
    const brand = await aFundedBrand(database.db, 50_000);
    await database.owner(
      `insert into pool_run (note_id, level, workspace_id, policy_id, peer_group, target, entered_at, window_ends_at, next_check_at)
       select $1, 1, $2, id, 'food', 500, now(), now() + interval '1 day', 500 from pool_policy where in_force`,
      [brand.noteId, brand.workspaceId],
    );
    const { id: boostId } = await money.boosts.launch(brand.workspaceId, null, anAsk(brand));
    await money.boosts.settleDue(new Date());
    await application.send(aBurst(await application.slots(brand.noteId, 250, undefined, boostId)));
    const delivered = async () =>
      (await database.owner('select delivered_impressions as n from boost where id = $1', [boostId]))[0];
    expect(await delivered()).toEqual({ n: 0 });
    const [held] = await listed();
    expect(held?.held.paidImpressions).toBe(250);
    await answer(held?.id ?? '');
    await Promise.all([release.run(), release.run()]);
    await money.boosts.settleDue(new Date(Date.now() + 3_600_000));
    expect(await delivered()).toEqual({ n: 250 });
    expect(await differences()).toEqual([]);
  });

  it('adds up what several processes see, each of too little to be sure', async () => {
    const others = await Promise.all([1, 2, 3].map(() => engineOn(database)));
    for (let round = 0; round < 4; round++) {
      for (const one of [engine, ...others])
        await application.send(
          aBurst(await application.slots(noteId, 20)).filter(({ kind }) => kind !== 'like'),
          one,
        );
      await new Promise((resolve) => setTimeout(resolve, 1_200));
    }
    await Promise.all(others.map((other) => other.close()));
    expect(await listed()).toHaveLength(1);
    expect((await counted())?.impressions).toBeLessThanOrEqual(260);
  });
});
