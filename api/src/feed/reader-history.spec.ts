import { feedSizeMax, type FeedView } from '@poolrise/contracts';
import { randomUUID } from 'node:crypto';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { event } from '../../test/engine';
import { aNoteInPool } from '../../test/notes';
import { startServer, type TestServer } from '../../test/server';
import { EngagementService } from '../engagement/engagement.service';
import { FeedIndex } from './feed-index';
import { FeedService, type ReaderApplication } from './feed.service';
import { readerKey } from './reader-history';

let database: TestDatabase;
let server: TestServer;
let feed: FeedService;
const application: ReaderApplication = { keyId: randomUUID(), workspaceId: randomUUID() };
const teaNotes = new Set<string>();

beforeAll(async () => {
  database = await freshDatabase();
  // One category and one language: nothing but words tells these notes apart.
  for (let at = 0; at < 80; at++) {
    const tea = at % 4 === 0;
    const { noteId } = await aNoteInPool(database.db, { keyword: tea ? '乌龙' : `别的${at}`, target: 5_000 });
    if (tea) teaNotes.add(noteId);
  }
  server = await startServer(database);
  feed = server.app.get(FeedService);
});
afterAll(async () => {
  await server.close();
  await database.close();
});

const discover = (reader: string, size = feedSizeMax, by = application) =>
  feed.page(by, { placement: 'discovery', reader: { id: reader }, size });
const teaAmong = (page: FeedView) => page.slots.filter((slot) => teaNotes.has(slot.noteId)).length;

it('finds more of what a reader opened and saved, by its words', async () => {
  let teaOfStrangers = 0;
  for (let at = 0; at < 10; at++) teaOfStrangers += teaAmong(await discover(`stranger-${at}`, 5));

  let teaOfFans = 0;
  for (let at = 0; at < 10; at++) {
    const page = await discover(`fan-${at}`, 20);
    const opened = page.slots.filter((slot) => teaNotes.has(slot.noteId)).slice(0, 3);
    const events = page.slots.map((slot) => event('impression', slot.token));
    for (const slot of opened) events.push(event('click', slot.token), event('collect', slot.token));
    const receipt = await server.app.get(EngagementService).ingest(application.keyId, { events });
    expect(receipt.refused).toEqual([]);
    // What a reader likes is learnt once a minute; another process of the api has not learnt of this one yet.
    teaOfFans += teaAmong(await secondProcess().page(application, ask(`fan-${at}`, 5)));
  }
  // A quarter of the notes are about tea, so chance alone gives some 12 of 50 slots, and one time in a million more than 28.
  expect(teaOfStrangers).toBeLessThan(25);
  expect(teaOfFans).toBeGreaterThan(28);
});

it('learns whom a note suits from readers who come back, each act once', async () => {
  const index = server.app.get(FeedIndex);
  const teaFans = secondProcess();
  const page = await teaFans.page(application, ask('look-alike', 20));
  const opened = page.slots.filter((slot) => !index.get(slot.noteId)?.lookAlike)[0];
  if (!opened) throw new Error('every note on the page has been engaged with');
  const belief = () => index.get(opened.noteId)?.lookAlike?.belief ?? 0;
  await server.app.get(EngagementService).ingest(application.keyId, {
    events: [event('impression', opened.token), event('click', opened.token)],
  });
  // Learnt a moment ago as a stranger; within the minute nothing is asked again.
  await teaFans.page(application, ask('look-alike', 1));
  expect(belief()).toBe(0);
  forgetMinute(teaFans, application, 'look-alike');
  await teaFans.page(application, ask('look-alike', 1));
  expect(belief()).toBeCloseTo(1 / 7, 6);
  forgetMinute(teaFans, application, 'look-alike');
  await teaFans.page(application, ask('look-alike', 1));
  expect(belief()).toBeCloseTo(1 / 7, 6);
});

it('never repeats a note within a day, however small the pages are', async () => {
  const shown: string[] = [];
  for (let at = 0; at < 90; at++)
    shown.push(...(await discover('nibbler', 1)).slots.map((slot) => slot.noteId));
  expect(shown).toHaveLength(80);
  expect(new Set(shown).size).toBe(80);
});

it('has no page left for a reader who has had two thousand of them within a day', async () => {
  await database.owner(
    `insert into feed_page (id, application_id, reader_key, placement, served_at, expires_at, note_ids, rails, levels, boost_ids)
     select nextval('feed_page_id'), application_id, reader_key, placement, served_at, expires_at, '{}', '{}', '{}', '{}'
     from feed_page, generate_series(1, 1999) where id = $1`,
    [(await discover('machine', 1)).pageId],
  );
  expect((await discover('machine', 5)).slots).toEqual([]);
});

it('knows a reader again under a new key of the same workspace, and in no other', async () => {
  const seen = new Set((await discover('keeper', 20)).slots.map((slot) => slot.noteId));
  const newKey = { ...application, keyId: randomUUID() };
  for (const slot of (await discover('keeper', 20, newKey)).slots) expect(seen.has(slot.noteId)).toBe(false);
  const elsewhere = { keyId: randomUUID(), workspaceId: randomUUID() };
  let met = 0;
  for (const slot of (await discover('keeper', 20, elsewhere)).slots) if (seen.has(slot.noteId)) met++;
  expect(met).toBeGreaterThan(0);
});

const ask = (reader: string, size: number) =>
  ({ placement: 'discovery', reader: { id: reader }, size }) as const;

/** The feed as another process would serve it: the same index, and nothing learnt yet. */
function secondProcess(): FeedService {
  const { engine, index, secret, places } = feed as unknown as Record<string, never>;
  return new FeedService(engine as never, index as never, secret as never, places as never);
}

/** As if the minute for which a reader's likings are kept were over. */
function forgetMinute(of: FeedService, { workspaceId }: ReaderApplication, reader: string): void {
  const { histories } = of as unknown as { histories: { learnt: Map<string, { until: number }> } };
  const learnt = histories.learnt.get(readerKey(workspaceId, reader));
  if (!learnt) throw new Error(`${reader} has not been learnt`);
  learnt.until = 0;
}
