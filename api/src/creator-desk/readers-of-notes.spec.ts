import { DataCentreView, feedSizeMax, type AskFeed } from '@poolrise/contracts';
import { randomUUID } from 'node:crypto';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { event } from '../../test/engine';
import { aNoteInPool, type PooledNote } from '../../test/notes';
import { aMember, browserOf } from '../../test/people';
import { aDesk } from '../../test/recruitments';
import { startServer, type TestServer } from '../../test/server';
import { EngagementService } from '../engagement/engagement.service';
import { FeedIndex } from '../feed/feed-index';
import { FeedService } from '../feed/feed.service';
import { DataCentreQueries } from './data-centre.queries';
import { readersSql } from './readers-of-notes';

const application = { keyId: randomUUID(), workspaceId: randomUUID() };
/** The day after tomorrow's noon: today is among the whole days then. */
const soon = new Date(Date.now() + 2 * 86_400_000);
let database: TestDatabase;
let server: TestServer;
let desk: string;
let tea: PooledNote;

beforeAll(async () => {
  database = await freshDatabase();
  server = await startServer(database);
  desk = (await aDesk(database.db)).workspaceId;
  tea = await aNoteInPool(database.db, { workspaceId: desk, target: 5_000 });
  await server.app.get(FeedIndex).refresh();
});
afterAll(async () => {
  await server.close();
  await database.close();
});

/** A reader is shown the note and opens it; `seconds` as told, one after the other. */
async function opens(reader: AskFeed['reader'], ...seconds: number[]): Promise<void> {
  const { slots } = await server.app
    .get(FeedService)
    .page(application, { placement: 'discovery', reader, size: feedSizeMax });
  const slot = slots.find(({ noteId }) => noteId === tea.noteId);
  if (!slot) throw new Error(`${reader.id} was not shown the note`);
  const receipt = await server.app.get(EngagementService).ingest(application.keyId, {
    events: [
      event('impression', slot.token),
      event('click', slot.token),
      ...seconds.map((value) => event('dwell', slot.token, value)),
    ],
  });
  expect(receipt.refused).toEqual([]);
}

const readers = async (days: '7' | '30' = '7', now = soon) =>
  (await server.app.get(DataCentreQueries).view(desk, { days }, now)).readers;

it('is nothing before somebody has read', async () => {
  expect(await readers()).toBeNull();
});

it('tells readers by what their application told of them, groups that are too small together, and nobody by themselves', async () => {
  for (let at = 0; at < 8; at++)
    await opens({ id: `young-${at}`, gender: 'female', ageBand: '18-24', cityTier: 'tier1' }, 40);
  expect(await readers()).toMatchObject({ readers: 8, gender: [], age: [], cityTier: [] });

  for (let at = 0; at < 12; at++)
    await opens({ id: `grown-${at}`, gender: 'male', ageBand: '25-34', cityTier: 'tier1' }, 1);
  for (let at = 0; at < 4; at++) await opens({ id: `silent-${at}` });
  const view = await readers();
  expect(view).toMatchObject({ reads: 24, readers: 24, floor: 10, notes: [{ id: tea.noteId }] });
  expect(view?.gender.map(({ kind, value, readers: of }) => [kind, value, of])).toEqual([
    ['known', 'male', 12],
    ['others', null, 12],
  ]);
  expect(view?.cityTier.map(({ kind, value, readers: of }) => [kind, value, of])).toEqual([
    ['others', null, 24],
  ]);
  expect(view?.age[0]).toMatchObject({ value: '25-34', share: 0.5 });
});

it('counts exits within two seconds among the visits whose seconds were told', async () => {
  // A visit that goes on after its first second is none; one of two seconds is none either.
  await opens({ id: 'stays' }, 1, 30);
  await opens({ id: 'just-stays' }, 2);
  const { exits, notes } = (await readers()) ?? {};
  expect(exits).toMatchObject({ told: 22, exits: 12 });
  expect(notes).toMatchObject([{ id: tea.noteId, exits: { told: 22, exits: 12 } }]);
  expect(exits?.share).toBeCloseTo(12 / 22, 9);
  expect(exits?.low).toBeLessThan(12 / 22);
});

it('takes no reads from before its days, and none that was paid for', async () => {
  await database.owner(`update engagement_event set at = at - interval '20 days' where page_id in (
    select id from feed_page where said_age = 2)`);
  expect(await readers('7')).toMatchObject({ readers: 14, exits: { exits: 0 } });
  expect(await readers('30')).toMatchObject({ readers: 26 });
  await database.owner(
    'update engagement_event set rail = 3 where page_id in (select id from feed_page where said_age = 2)',
  );
  expect(await readers('30')).toMatchObject({ readers: 14 });
});

it('is for the desk alone, and is what the contract says', async () => {
  const headers = await browserOf(database.db, await aMember(database.db, desk, 'creator'));
  const answer = await server.inject({ method: 'GET', url: '/api/v1/data-centre?days=7', headers });
  expect(DataCentreView.parse(answer.json()).readers).toBeNull();
  const other = (await aDesk(database.db)).workspaceId;
  expect((await server.app.get(DataCentreQueries).view(other, { days: '30' }, soon)).readers).toBeNull();
});

it('finds its readers by indexes, however many there were', async () => {
  const large = await freshDatabase();
  await large.owner(
    `insert into feed_page select page, gen_random_uuid(), page % 900, 0, now() + page * interval '1 second', now(), '{}', '{}', '{}', '{}'
     from generate_series(1, 20000) page`,
  );
  await large.owner(
    `insert into engagement_event select page, position, kind, gen_random_uuid(), md5(((page + position) % 300)::text)::uuid, 0, 1, null, 1, now()
     from generate_series(1, 20000) page, generate_series(1, 3) position, generate_series(0, 1) kind`,
  );
  await large.owner('analyze feed_page, engagement_event');
  const plan = await large.owner<{ 'QUERY PLAN': string }>(
    `explain ${readersSql.replace('$1', `array[md5('7')::uuid, md5('8')::uuid]`).replace('$2', 'now()')}`,
  );
  await large.close();
  const steps = plan.map((line) => line['QUERY PLAN']).join('\n');
  expect(steps).toContain('engagement_event_reads');
  expect(steps).toContain('feed_page_pkey');
  expect(steps).toContain('one_event');
  expect(steps).not.toContain('Seq Scan');
});
