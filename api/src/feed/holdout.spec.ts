import type { BoostLiftView, BoostView, FeedView, Problem } from '@poolrise/contracts';
import { armOf } from '@poolrise/domain';
import { ReaderApplication, readerAt } from '@poolrise/scenario';
import { randomUUID } from 'node:crypto';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { event } from '../../test/engine';
import { anAsk, aPreview, moneyOn } from '../../test/money';
import { aNoteInPool } from '../../test/notes';
import { aMember, anApplication, aWorkspace, browserOf, type BrowserHeaders } from '../../test/people';
import { startServer, type TestServer } from '../../test/server';
import { LiftCountsService } from '../lift/lift-counts.service';
import { FeedIndex } from './feed-index';
import { readerKey } from './reader-history';

const readers = 400;
const share = 0.25;
const dayMs = 86_400_000;

let database: TestDatabase;
let server: TestServer;
let lin: BrowserHeaders;
let workspaceId: string;
let platform: string;
let noteId: string;
let boostId: string;
let application: ReaderApplication;
const pages = new Map<number, FeedView>();
/** Readers for whom the boost was chosen: to the others the feed has shown the note by itself. */
let taken = 0;

beforeAll(async () => {
  database = await freshDatabase();
  for (let at = 0; at < 60; at++)
    await aNoteInPool(database.db, { category: ['pets', 'home', 'travel'][at % 3] as string });
  workspaceId = await aWorkspace(database.db);
  // Another note of the brand, for what the boost takes away from it.
  await aNoteInPool(database.db, { workspaceId, category: 'food' });
  ({ noteId } = await aNoteInPool(database.db, { workspaceId, category: 'food', hoursOld: 30 }));
  await moneyOn(database.db).topUps.ask(workspaceId, null, {
    cents: 100_000,
    reference: 'bank transfer',
    requestKey: randomUUID(),
  });
  await database.owner(
    `insert into feed_reader (reader_key, seen_on) select n, (now() at time zone 'Asia/Shanghai')::date from generate_series(1, 30000) n`,
  );
  server = await startServer(database);
  lin = await browserOf(database.db, await aMember(database.db, workspaceId, 'marketer'));
  platform = await aWorkspace(database.db, 'platform');
  const { authorization } = await anApplication(database.db, platform, ['feed:read', 'engagements:write']);
  const apiUrl = await server.listen();
  application = new ReaderApplication({ apiUrl, key: authorization.slice('Bearer '.length) });
});
afterAll(async () => {
  await server.close();
  await database.close();
});

const post = (url: string, payload: object) =>
  server.inject({ method: 'POST', url: `/api/v1${url}`, headers: { ...lin }, payload });
const get = (url: string, headers = lin) => server.inject({ url: `/api/v1${url}`, headers: { ...headers } });
const lift = async () => (await get(`/boosts/${boostId}/lift`)).json<BoostLiftView>();
const holdout = { share, metric: 'readers' as const, minimumEffect: 0.02 };
const ask = (about: object = {}) => anAsk({ workspaceId, noteId }, { holdout, durationHours: 48, ...about });
const paidSlot = (page: FeedView | undefined) =>
  page?.slots.find((slot) => slot.sponsored && slot.noteId === noteId);

const shownAnyway = (page: FeedView) => page.slots.some((slot) => !slot.sponsored && slot.noteId === noteId);

const saltOf = async (): Promise<string> => {
  const sql = `select holdout ->> 'salt' as salt from boost where id = $1`;
  return (await database.owner<{ salt: string }>(sql, [boostId]))[0]?.salt ?? '';
};

/** Starts a boost that waits for its time in the middle of it, behind its plan, so that whoever comes is chosen. */
const startBehind = (id: string) =>
  database.owner(
    `update boost set state = 'running', starts_at = now() - interval '24 hours', ends_at = now() + interval '24 hours',
       next_settle_at = now() + interval '24 hours' where id = $1`,
    [id],
  );
const later = () => new Date(Date.now() + 3_600_000).toISOString();

/** The feed hears of boosts once a second. */
async function heardBy(check: (index: FeedIndex) => boolean): Promise<void> {
  const index = server.app.get(FeedIndex);
  for (let tries = 0; !check(index); tries++) {
    if (tries > 100) throw new Error('the feed never heard of it');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const feedOf = (reader: number) =>
  application.feed({ placement: 'discovery', reader: readerAt('holdout', reader).attributes, size: 20 });

it('says before the launch what the holdout would find out, and advises where it never could', async () => {
  const preview = aPreview({ workspaceId, noteId }, { holdout, durationHours: 48 });
  const good = (await post('/boosts/preview', preview)).json<{ refusal: unknown; holdout: object }>();
  expect(good.refusal).toBeNull();
  expect(good.holdout).toMatchObject({ canTell: true, readersExpected: Math.floor(5_000 / (1 - share)) });

  const small = { ...holdout, minimumEffect: 0.001 };
  const advised = (await post('/boosts/preview', { ...preview, holdout: small })).json<{
    refusal: { code: string };
    holdout: { canTell: boolean; smallestEffect: number };
  }>();
  expect(advised.refusal.code).toBe('holdout-cannot-tell');
  expect(advised.holdout.canTell).toBe(false);
  expect(advised.holdout.smallestEffect).toBeGreaterThan(0.001);

  const refused = await post('/boosts', ask({ holdout: small }));
  expect([refused.statusCode, refused.json<Problem>()]).toMatchObject([
    409,
    { code: 'holdout-cannot-tell', field: '/holdout', figures: { readersExpected: 6_666 } },
  ]);
});

it('writes the trial down at the launch, once, and for good', async () => {
  const launched = await post('/boosts', ask({ startsAt: later() }));
  expect(launched.statusCode).toBe(201);
  const boost = launched.json<BoostView>();
  boostId = boost.id;
  expect(boost.holdout).toEqual(holdout);
  expect(await lift()).toMatchObject({
    verdict: 'too-early',
    registration: {
      share,
      metric: 'readers',
      alpha: 0.05,
      power: 0.8,
      windowHours: 24,
      registeredAt: boost.launchedAt,
    },
    waiting: { exposed: 0, heldOut: 0 },
    band: [],
  });
  expect((await lift()).registration).not.toHaveProperty('salt');
  await expect(
    database.owner(`update boost set holdout = jsonb_set(holdout, '{alpha}', '0.2') where id = $1`, [
      boostId,
    ]),
  ).rejects.toThrow('written down at its launch');

  const second = await post('/boosts', ask());
  expect([second.statusCode, second.json<Problem>().code]).toEqual([409, 'holdout-running']);
});

it('serves the boost to no reader who is held out, and takes both arms in at the same moment', async () => {
  await startBehind(boostId);
  // A second boost of the same note, without a trial: the held-out are kept from it as well.
  const { id: other } = (await post('/boosts', anAsk({ workspaceId, noteId }))).json<BoostView>();
  await heardBy(
    ({ boosts: { feed, trials } }) =>
      feed.find(other) !== undefined && trials.get(noteId)?.trialId === boostId,
  );

  for (let first = 0; first < readers; first += 8)
    await Promise.all(
      Array.from({ length: Math.min(8, readers - first) }, async (_, at) => {
        const page = await feedOf(first + at);
        pages.set(first + at, page);
        // Every fourth to whom the boost was shown reads the note; of the others nobody ever does.
        const slot = paidSlot(page);
        const receipt = await application.report([
          ...page.slots.map(({ token }) => event('impression', token)),
          ...(slot && (first + at) % 4 === 0 ? [event('click', slot.token)] : []),
          ...page.slots.slice(0, 1).map(({ token }) => event('click', token)),
        ] as Parameters<ReaderApplication['report']>[0]);
        expect(receipt.refused).toEqual([]);
      }),
    );

  const rows = await database.owner<{ reader_key: string; arm: number; shown: number }>(
    `select reader_key, arm, (select count(*)::int from feed_page page, unnest(page.note_ids, page.rails) slot(note, rail)
         where page.reader_key = met.reader_key and slot.note = $2 and slot.rail = 3) as shown
       from trial_opportunity met where trial_id = $1`,
    [boostId, noteId],
  );
  taken = rows.length;
  expect(taken).toBeGreaterThan(readers / 2);
  expect(taken).toBe(readers - [...pages.values()].filter(shownAnyway).length);
  const salt = await saltOf();
  for (const { reader_key, arm, shown } of rows) {
    expect(['exposed', 'held-out'][arm]).toBe(armOf(reader_key, { salt, share }));
    expect([arm, shown]).toEqual([arm, arm === 0 ? 1 : 0]);
  }
  // Their pages are full all the same.
  expect([...pages.values()].map(({ slots }) => slots.length)).toEqual(
    Array.from({ length: readers }, () => 20),
  );
  const heldOut = rows.filter(({ arm }) => arm === 1).length;
  // Chi-square with one degree of freedom: 99.9 % of honest draws stay below 10.8.
  expect((heldOut - taken * share) ** 2 / (taken * share * (1 - share))).toBeLessThan(10.8);
}, 120_000);

it('keeps what it promised: every impression that was planned goes to the others', async () => {
  const [counted] = await database.owner<{ delivered: number }>(
    `select sum(delivered_impressions)::int as delivered from boost where note_id = $1`,
    [noteId],
  );
  expect(counted?.delivered).toBe([...pages.values()].filter(paidSlot).length);
  const [arms] = await database.owner<{ exposed: number }>(
    'select count(*)::int as exposed from trial_opportunity where trial_id = $1 and arm = 0',
    [boostId],
  );
  expect(counted?.delivered).toBe(arms?.exposed);
});

it('writes a reader who comes back down once', async () => {
  for (let reader = 0; reader < 20; reader++) expect(paidSlot(await feedOf(reader))).toBeUndefined();
  const [counted] = await database.owner<{ rows: number }>(
    'select count(*)::int as rows from trial_opportunity where trial_id = $1',
    [boostId],
  );
  expect(counted?.rows).toBe(taken);
});

it('counts each reader once when their day is over, as a recount of the raw rows does', async () => {
  const counts = server.app.get(LiftCountsService);
  expect(await counts.countDue()).toBe(0);
  expect(await lift()).toMatchObject({ verdict: 'too-early', counts: { exposed: { readers: 0 } } });

  const tomorrow = new Date(Date.now() + dayMs + 2 * 3_600_000);
  await Promise.all([counts.countDue(tomorrow), counts.countDue(tomorrow)]);
  expect(await counts.countDue(tomorrow)).toBe(0);

  const recount = await database.owner<Record<string, number>>(
    `with did as (
       select met.arm, met.reader_key, page.id, slot.note, slot.rail, event.kind from trial_opportunity met
       join feed_page page on page.reader_key = met.reader_key
       cross join unnest(page.note_ids, page.rails) with ordinality slot(note, rail, position)
       join engagement_event event on event.page_id = page.id and event.position = slot.position
       where met.trial_id = $1)
     select arm::int, count(distinct reader_key)::int as readers, count(distinct reader_key) filter (where note = $2 and kind = 1)::int as acting,
       count(distinct reader_key) filter (where note <> $2 and kind = 0 and rail <> 3 and note in (select id from note where workspace_id = $3))::int as shown
     from did group by arm order by arm`,
    [boostId, noteId, workspaceId],
  );
  const view = await lift();
  expect(view.counts).toMatchObject({
    exposed: { readers: recount[0]?.['readers'], acting: recount[0]?.['acting'] },
    heldOut: { readers: recount[1]?.['readers'], acting: recount[1]?.['acting'] },
  });
  expect(view.counts.exposed.acting).toBeGreaterThan(30);
  const shown = view.beside.find(({ measure }) => measure === 'other-shown');
  expect([shown?.exposed.acting, shown?.heldOut.acting]).toEqual([
    recount[0]?.['shown'],
    recount[1]?.['shown'],
  ]);
  expect(view.waiting).toEqual({ exposed: 0, heldOut: 0 });
  expect(view.armsAsDrawn).toBe(true);
});

it('finds the lift that was there, and says so to the brand alone', async () => {
  const view = await lift();
  expect(view).toMatchObject({ verdict: 'lift', incrementality: { high: 1 } });
  expect(view.incrementality?.low).toBeGreaterThan(0);
  expect(view.decidedAt).not.toBeNull();
  // Its time is not over, so money is not yet put against what it brought.
  expect(view.extraReaderCostCents).toBeNull();

  const foreign = await browserOf(
    database.db,
    await aMember(database.db, await aWorkspace(database.db), 'owner'),
  );
  expect((await get(`/boosts/${boostId}/lift`, foreign)).statusCode).toBe(404);
  const [plain] = await database.owner<{ id: string }>('select id from boost where holdout is null limit 1');
  const without = await get(`/boosts/${plain?.id}/lift`);
  expect([without.statusCode, without.json<Problem>().code]).toEqual([404, 'boost-without-holdout']);
});

it('holds back for a day after the boost has ended, and takes nobody in any more', async () => {
  expect((await post(`/boosts/${boostId}/stop`, {})).statusCode).toBe(200);
  // A third boost of the note comes late.
  const late = anAsk({ workspaceId, noteId }, { startsAt: later() });
  const { id } = (await post('/boosts', late)).json<BoostView>();
  await startBehind(id);
  await heardBy(
    ({ boosts: { feed, trials } }) => trials.get(noteId)?.takesIn === false && feed.find(id) !== undefined,
  );
  const served = { exposed: 0, 'held-out': 0 };
  for (let reader = 1_000; reader < 1_060; reader++) {
    const key = readerKey(platform, readerAt('holdout', reader).attributes.id);
    if (paidSlot(await feedOf(reader))) served[armOf(key, { salt: await saltOf(), share })]++;
  }
  expect(served.exposed).toBeGreaterThan(20);
  expect(served['held-out']).toBe(0);
  const rows = await database.owner<{ reader_key: string }>(
    'select reader_key from trial_opportunity where trial_id = $1',
    [boostId],
  );
  expect(rows).toHaveLength(taken);
});

it('forgets who was in which arm a month after, and keeps what was counted', async () => {
  const before = await lift();
  await server.app.get(LiftCountsService).countDue(new Date(Date.now() + 40 * dayMs));
  const [left] = await database.owner<{ rows: number }>(
    'select count(*)::int as rows from trial_opportunity',
  );
  expect(left?.rows).toBe(0);
  expect((await lift()).counts).toEqual(before.counts);
});
