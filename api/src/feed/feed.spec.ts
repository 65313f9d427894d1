import { feedSizeMax, type FeedView } from '@poolrise/contracts';
import { randomUUID } from 'node:crypto';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { startServer, type TestServer } from '../../test/server';
import { aNoteInPool } from '../../test/notes';
import { EngagementService } from '../engagement/engagement.service';
import { PlaceFactors } from '../engagement/place-factors';
import { FeedIndex } from './feed-index';
import { FeedService } from './feed.service';

let database: TestDatabase;
let server: TestServer;
let feed: FeedService;
const application = { keyId: randomUUID(), workspaceId: randomUUID() };

beforeAll(async () => {
  database = await freshDatabase();
  const categories = ['food', 'beauty', 'travel', 'home', 'pets'];
  for (let at = 0; at < 60; at++)
    await aNoteInPool(database.db, { category: categories[at % 5] as string, level: at % 3, target: 500 });
  server = await startServer(database);
  feed = server.app.get(FeedService);
});
afterAll(async () => {
  await server.close();
  await database.close();
});

const discover = (reader: string, size = feedSizeMax) =>
  feed.page(application, { placement: 'discovery', reader: { id: reader }, size });
const ids = (page: FeedView) => page.slots.map((slot) => slot.noteId);

// The first of the file on purpose: the signing secret has not been read yet.
it('answers a crowd that waits at the door when the server starts', async () => {
  const pages = await Promise.all(Array.from({ length: 20 }, (_, at) => discover(`early-${at}`, 3)));
  expect(pages.map((page) => page.slots.length)).toEqual(Array.from({ length: 20 }, () => 3));
});

it('never shows a reader the same note twice within a day, however many pages are asked at once', async () => {
  const pages = await Promise.all(Array.from({ length: 5 }, () => discover('reader-a')));
  const shown = pages.flatMap(ids);
  expect(shown.length).toBe(60);
  expect(new Set(shown).size).toBe(60);
  expect((await discover('reader-b')).slots.length).toBe(20);
});

it('remembers every slot it serves before it answers', async () => {
  const page = await discover('reader-c', 7);
  const [row] = await database.owner<{ note_ids: string[]; placement: number }>(
    'select note_ids, placement from feed_page where id = $1',
    [page.pageId],
  );
  expect(row?.note_ids).toEqual(ids(page));
});

it('mixes categories and creators', async () => {
  const page = await discover('reader-d');
  expect(new Set(ids(page)).size).toBe(20);
  for (let at = 0; at + 5 <= page.slots.length; at++) {
    const window = page.slots.slice(at, at + 5).map((slot) => slot.category);
    expect(
      Math.max(
        ...[...new Set(window)].map((category) => window.filter((other) => other === category).length),
      ),
    ).toBeLessThanOrEqual(2);
  }
});

it('finds a note by words inside its words, and says that it came by search', async () => {
  const page = await feed.page(application, {
    placement: 'search',
    query: '冷泡',
    reader: { id: 'reader-e' },
    size: 10,
  });
  expect(page.slots.length).toBe(10);
  expect(page.slots.every((slot) => slot.rail === 'search')).toBe(true);
  expect(
    (
      await feed.page(application, {
        placement: 'search',
        query: '拖拉机',
        reader: { id: 'reader-e' },
        size: 10,
      })
    ).slots,
  ).toEqual([]);
});

it('shows a note as soon as its run opens and drops it when the run closes', async () => {
  const { noteId } = await aNoteInPool(database.db, { category: 'tech', title: '新笔记' });
  const index = server.app.get(FeedIndex);
  await database.owner(`select pg_notify('poolrise_feed', $1)`, [noteId]);
  await until(() => index.get(noteId) !== undefined);
  await database.owner(`update pool_run set closed_at = now() where note_id = $1`, [noteId]);
  await database.owner(`select pg_notify('poolrise_feed', $1)`, [noteId]);
  await until(() => index.get(noteId) === undefined);
});

it('gives a boosted note its paid slot at the stated position, labelled, within the ad load', async () => {
  const { noteId, workspaceId } = await aNoteInPool(database.db, { level: 1, title: '被推广的笔记' });
  await database.owner(
    `insert into boost (workspace_id, note_id, request_key, request_hash, goal, budget_cents, voucher_cents, wallet_cents, cents_per_thousand, planned_impressions, audience, state, starts_at, ends_at, launched_at, next_settle_at)
     values ($1, $2, gen_random_uuid(), '', 'reads', 10000, 0, 10000, 1500, 6666, '{}', 'running', now() - interval '3 hours', now() + interval '3 hours', now(), now())`,
    [workspaceId, noteId],
  );
  const index = server.app.get(FeedIndex);
  await until(() => index.boosts.feed.size === 1);
  const pages = await Promise.all(Array.from({ length: 30 }, (_, at) => discover(`reader-f${at}`)));
  const paid = pages.flatMap((page) => page.slots.filter((slot) => slot.sponsored));
  expect(paid.length).toBeGreaterThan(5);
  expect(
    paid.every(
      (slot) =>
        slot.noteId === noteId &&
        slot.rail === 'paid' &&
        slot.position === 6 &&
        slot.title === '被推广的笔记',
    ),
  ).toBe(true);
  expect(Math.max(...pages.map((page) => page.adLoad))).toBeLessThanOrEqual(index.policy.adLoad.max);
});

async function until(happened: () => boolean): Promise<void> {
  for (let tries = 0; !happened(); tries++) {
    if (tries > 100) throw new Error('it did not happen within five seconds');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

it('writes its readers down once a day, by a number that nobody can turn back', async () => {
  await discover('reader-of-today', 2);
  await discover('reader-of-today', 2);
  const rows = await database.owner<{ today: boolean }>(
    `select seen_on = (now() at time zone 'Asia/Shanghai')::date as today from feed_reader
     where reader_key in (select reader_key from feed_page order by id desc limit 1)`,
  );
  expect(rows).toEqual([{ today: true }]);
});

it('gives a note of a widened pool no more than its share of a crowded hour, and all of it a promised one', async () => {
  const index = server.app.get(FeedIndex);
  const widened = await aNoteInPool(database.db, { level: 2, target: 5_000 });
  const promised = await aNoteInPool(database.db, { level: 0, target: 5_000 });
  await database.owner(
    `insert into pool_bar (policy_id, level, capacity, counted_at) select id, 2, 20000, now() from pool_policy where in_force`,
  );
  await index.refresh();
  expect(index.get(widened.noteId)?.quotaLeft).toBe(600);
  expect(index.get(promised.noteId)?.quotaLeft).toBe(5_000);
  for (let slot = 0; slot < 10; slot++) index.get(widened.noteId)?.take();
  await index.refresh();
  expect(index.get(widened.noteId)?.quotaLeft).toBe(590);
  await index.refresh(Date.now() + 3_600_000);
  expect(index.get(widened.noteId)?.quotaLeft).toBe(600);
  await database.owner('delete from pool_bar');
  await index.refresh();
  expect(index.get(widened.noteId)?.quotaLeft).toBe(5_000);
});

it('counts impressions in units of an average place, by what slots have turned out to be worth', async () => {
  const { noteId, workspaceId } = await aNoteInPool(database.db, {
    level: 2,
    target: 5_000,
    keyword: '拖拉机',
  });
  await database.owner(
    `insert into place_response (dimension, bucket, opens, expected) values ('slot', 20, 20000, 40000), ('slot', 21, 60000, 40000)
     on conflict on constraint place_response_pkey do update set opens = excluded.opens, expected = excluded.expected`,
  );
  await server.app.get(PlaceFactors).share();
  await database.owner(`update note_search set words = to_tsvector('simple', '拖拉机') where note_id = $1`, [
    noteId,
  ]);
  const found = await feed.page(application, {
    placement: 'search',
    query: '拖拉机',
    reader: { id: 'reader-g' },
    size: 1,
  });
  const slot = found.slots[0];
  await server.app.get(EngagementService).ingest(application.keyId, {
    events: [{ id: randomUUID(), token: slot?.token, kind: 'impression' }],
  });
  // Once more, alone, with the impression known already: the careful way to record must count it once as well.
  await server.app.get(EngagementService).ingest(application.keyId, {
    events: [
      { id: randomUUID(), token: slot?.token, kind: 'impression' },
      { id: randomUUID(), token: slot?.token, kind: 'click' },
    ],
  });
  const [run] = await database.owner<{ impressions: number; exposure: number }>(
    'select impressions, exposure from pool_run where note_id = $1 and workspace_id = $2',
    [noteId, workspaceId],
  );
  expect(run?.impressions).toBe(1);
  expect(run?.exposure).toBeGreaterThan(0.45);
  expect(run?.exposure).toBeLessThan(0.56);
});

it('remembers what the levels below showed: a note that was pressed on readers it does not suit is forecast lower', async () => {
  const index = server.app.get(FeedIndex);
  const notes = await Promise.all(
    [10, 95, null].map(async (clicks) => {
      const { noteId } = await aNoteInPool(database.db, { level: 2, target: 5_000 });
      await database.owner(
        'update pool_run set impressions = 100, exposure = 100, clicks = 9 where note_id = $1',
        [noteId],
      );
      if (clicks !== null)
        await database.owner(
          `insert into pool_run select (jsonb_populate_record(run, jsonb_build_object('level', 1, 'impressions', 500, 'exposure', 500, 'clicks', $2::integer,
             'closed_at', now(), 'outcome', 'pass'))).* from pool_run run where note_id = $1`,
          [noteId, clicks],
        );
      return noteId;
    }),
  );
  await index.refresh();
  const [poor, good, none] = notes.map((noteId) => index.get(noteId)?.forecast ?? NaN) as [
    number,
    number,
    number,
  ];
  expect(poor).toBeLessThan(none * 0.75);
  expect(good).toBeGreaterThan(none * 1.1);
});
