import { feedSizeMax, NoteAudience } from '@poolrise/contracts';
import type { Category } from '@poolrise/domain';
import { randomUUID } from 'node:crypto';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { event } from '../../test/engine';
import { aNoteInPool, type PooledNote } from '../../test/notes';
import { aMember, aWorkspace, browserOf } from '../../test/people';
import { startServer, type TestServer } from '../../test/server';
import { EngagementService } from '../engagement/engagement.service';
import { FeedIndex } from './feed-index';
import { FeedService } from './feed.service';
import { firstReadersSql } from './first-readers';

let database: TestDatabase;
let server: TestServer;
let feed: FeedService;
let tea: PooledNote;
const application = { keyId: randomUUID(), workspaceId: randomUUID() };
const people = { food: 20, pets: 12, travel: 3 };
const strangers = 11;

/** Readers get a page, open and save what is of their category; then a note about tea comes, and all are shown it. */
beforeAll(async () => {
  database = await freshDatabase();
  const keyword = { food: '冷泡茶', pets: '小猫', travel: '海岛' };
  for (const category of ['food', 'pets', 'travel'] as const)
    for (let at = 0; at < 4; at++)
      await aNoteInPool(database.db, { category, keyword: keyword[category], target: 5_000 });
  server = await startServer(database);
  feed = server.app.get(FeedService);
  for (const [category, readers] of Object.entries(people))
    for (let at = 0; at < readers; at++) await reads(`${category}-${at}`, category);
  tea = await aNoteInPool(database.db, { level: 0, keyword: '冷泡茶', target: 100 });
  await server.app.get(FeedIndex).refresh();
  for (let at = 0; at < people.food; at++) await isShownTea(`food-${at}`, at < 10);
  for (let at = 0; at < people.pets; at++) await isShownTea(`pets-${at}`, at < 1);
  for (let at = 0; at < people.travel; at++) await isShownTea(`travel-${at}`, false);
  for (let at = 0; at < strangers; at++) await isShownTea(`stranger-${at}`, at < 2);
  // What they do afterwards is no reason for having been shown it.
  await aNoteInPool(database.db, { category: 'pets', keyword: keyword.pets });
  await server.app.get(FeedIndex).refresh();
  await reads('stranger-0', 'pets');
});
afterAll(async () => {
  await server.close();
  await database.close();
});

const page = (reader: string, interests: Category[] = []) =>
  feed.page(application, { placement: 'discovery', reader: { id: reader, interests }, size: feedSizeMax });
const ingest = async (events: ReturnType<typeof event>[]) => {
  const receipt = await server.app.get(EngagementService).ingest(application.keyId, { events });
  expect(receipt.refused).toEqual([]);
};

async function reads(reader: string, category: string): Promise<void> {
  const { slots } = await page(reader);
  await ingest(
    slots.flatMap((slot) => [
      event('impression', slot.token),
      ...(slot.category === category ? [event('click', slot.token), event('collect', slot.token)] : []),
    ]),
  );
}

async function isShownTea(reader: string, opens: boolean): Promise<void> {
  const slot = (await page(reader)).slots.find(({ noteId }) => noteId === tea.noteId);
  if (!slot) throw new Error(`${reader} was not shown the note`);
  await ingest([event('impression', slot.token), ...(opens ? [event('click', slot.token)] : [])]);
}

async function audienceOf({ workspaceId, noteId }: Pick<PooledNote, 'workspaceId' | 'noteId'>) {
  const headers = await browserOf(database.db, await aMember(database.db, workspaceId, 'analyst'));
  return server.inject({ method: 'GET', url: `/api/v1/notes/${noteId}/audience`, headers });
}

it('says who was shown a note first, why, and which of them opened it', async () => {
  const { first } = NoteAudience.parse((await audienceOf(tea)).json());
  expect(first).toMatchObject({ impressions: 46, readers: 43 });
  expect(first.opened).toMatchObject({ trials: 43, successes: 13 });
  // The three who read of travel are too few to be shown, in the totals as in a group.
  expect(first.groups.map(({ kind, category, readers }) => [kind, category, readers])).toEqual([
    ['known', 'food', 20],
    ['known', 'pets', 12],
    ['unknown', null, 11],
  ]);
  const [food, pets] = first.groups;
  expect(food).toMatchObject({ words: [{ word: '冷泡茶', readers: 20 }], wordsMet: 1 });
  expect(food?.share).toBeCloseTo(20 / 43, 9);
  expect(food?.opened).toMatchObject({ trials: 20, successes: 10, share: 0.5 });
  expect(food?.interest).toBeGreaterThan(0.5);
  expect(pets).toMatchObject({ interest: 0, wordsMet: 0, words: [] });
  expect(food?.match).toBeGreaterThan(2 * (pets?.match ?? 1));
});

it('takes readers at their word, as the feed does', async () => {
  const said = await aNoteInPool(database.db, { level: 0, category: 'home', keyword: '收纳', target: 100 });
  await server.app.get(FeedIndex).refresh();
  for (let at = 0; at < 12; at++) {
    const { slots } = await page(`said-${at}`, ['travel', 'home']);
    const slot = slots.find(({ noteId }) => noteId === said.noteId);
    await ingest([event('impression', slot?.token ?? '')]);
  }
  const { first } = NoteAudience.parse((await audienceOf(said)).json());
  expect(first.groups).toMatchObject([
    { kind: 'known', category: 'home', readers: 12, interest: 1, parts: { category: 1, unknown: 0 } },
  ]);
});

it('gives parts that add up to the match', async () => {
  const { first } = NoteAudience.parse((await audienceOf(tea)).json());
  for (const { match, parts } of first.groups) {
    const { category, words, unknown, taste, reach, least, language } = parts;
    expect((category + words + unknown + taste + reach + least) * language).toBeCloseTo(match, 9);
  }
});

it('says what chooses readers, whoever they are', async () => {
  const view = NoteAudience.parse((await audienceOf(tea)).json());
  expect(view).toMatchObject({
    category: 'food',
    words: [{ word: '冷泡茶', weight: 1 }],
    match: { lookAlike: null, otherLanguage: 0.3 },
    slots: { explored: 0.1, guaranteed: 0.2, paid: server.app.get(FeedIndex).policy.adLoad.max },
    privacyFloor: 10,
  });
  const share = server.app.get(FeedIndex).policy.levels[0]?.audienceShare ?? NaN;
  expect(view.match.reach).toMatchObject({ level: 0, share, adds: share / 2 });
});

it('shows nobody where too few were shown it, and where no page is kept of those who were', async () => {
  const few = await aNoteInPool(database.db, { level: 0, category: 'pets', keyword: '小猫' });
  await server.app.get(FeedIndex).refresh();
  const slot = (await page('food-0')).slots.find(({ noteId }) => noteId === few.noteId);
  await ingest([event('impression', slot?.token ?? '')]);
  const one = NoteAudience.parse((await audienceOf(few)).json());
  expect(one.first).toMatchObject({ impressions: 1, readers: 1, opened: null, groups: [] });

  const counted = await aNoteInPool(database.db, { level: 0 });
  await database.owner(
    'update pool_run set impressions = 100, guaranteed_impressions = 80 where note_id = $1',
    [counted.noteId],
  );
  const past = NoteAudience.parse((await audienceOf(counted)).json());
  expect(past.first).toMatchObject({
    impressions: 100,
    guaranteed: 80,
    readers: 0,
    opened: null,
    groups: [],
  });
});

it('tells another workspace nothing', async () => {
  const stranger = await audienceOf({ noteId: tea.noteId, workspaceId: await aWorkspace(database.db) });
  expect(stranger.statusCode).toBe(404);
});

it('walks no table to find them, however much was ever shown', async () => {
  const large = await freshDatabase();
  await large.owner(
    `insert into feed_page select page, gen_random_uuid(), page % 900, 0, now() + page * interval '1 second', now(), '{}', '{}', '{}', '{}'
     from generate_series(1, 5000) page`,
  );
  await large.owner(
    `insert into engagement_event select page, position, 0, gen_random_uuid(), md5(((page + position) % 300)::text)::uuid, 0, 1, null, 1, now()
     from generate_series(1, 5000) page, generate_series(1, 10) position`,
  );
  await large.owner('analyze feed_page, engagement_event');
  const plan = await large.owner<{ 'QUERY PLAN': string }>(
    `explain ${firstReadersSql.replace('$1', `md5('7')::uuid`)}`,
  );
  await large.close();
  const steps = plan.map((line) => line['QUERY PLAN']).join('\n');
  expect(steps).toContain('engagement_event_first_readers');
  expect(steps).toContain('feed_page_of_reader');
  expect(steps).not.toContain('Seq Scan');
});
