import { feedSizeMax, type AskFeed } from '@poolrise/contracts';
import { randomUUID } from 'node:crypto';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { aNoteInPool } from '../../test/notes';
import { startServer, type TestServer } from '../../test/server';
import { FeedIndex } from './feed-index';
import { FeedService } from './feed.service';

let database: TestDatabase;
let server: TestServer;
const application = { keyId: randomUUID(), workspaceId: randomUUID() };

beforeAll(async () => {
  database = await freshDatabase();
  for (let at = 0; at < 40; at++)
    await aNoteInPool(database.db, { category: ['pets', 'home'][at % 2] as string });
  server = await startServer(database);
});
afterAll(async () => {
  await server.close();
  await database.close();
});
afterEach(() => database.owner(`delete from boost`));

type Reader = Omit<AskFeed['reader'], 'id'>;

/**
 * A boost in the middle of its time that has delivered nothing yet of so much that its pace lets no reader pass, however often it
 * is worked out meanwhile; or, `onPlan`, a little less than it should have by now: with all of it, none would be due until the next
 * moment of its clock, which at night is long.
 */
async function aRunningBoost(audience: object, { onPlan = false } = {}): Promise<string> {
  const { noteId, workspaceId } = await aNoteInPool(database.db, {
    category: 'food',
    keyword: '乌龙',
    hoursOld: 30,
  });
  const planned = onPlan ? 6_666 : 20_000_000;
  const [boost] = await database.owner<{ id: string }>(
    `insert into boost (workspace_id, note_id, request_key, request_hash, goal, budget_cents, voucher_cents, wallet_cents, cents_per_thousand, planned_impressions, delivered_impressions, audience, state, starts_at, ends_at, launched_at, next_settle_at)
     values ($1, $2, gen_random_uuid(), '', 'reads', $6, 0, $6, 1500, $5, $4, $3, 'running', now() - interval '24 hours', now() + interval '24 hours', now(), now()) returning id`,
    [
      ...[workspaceId, noteId, JSON.stringify(audience), onPlan ? Math.round(planned * 0.51) : 0],
      ...[planned, Math.round((planned * 1500) / 1000)],
    ],
  );
  const index = server.app.get(FeedIndex);
  for (let tries = 0; !index.boosts.find(boost?.id ?? ''); tries++) {
    if (tries > 100) throw new Error('the feed never heard of the boost');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return noteId;
}

/** How many of these readers, each asking for one page, were shown the note in a paid slot. */
async function paidAmong(noteId: string, readers: Reader[]): Promise<number> {
  let shown = 0;
  for (const said of readers) {
    const page = await ask({ ...said, id: randomUUID() });
    if (page.slots.some((slot) => slot.sponsored && slot.noteId === noteId)) shown++;
  }
  return shown;
}

const ask = (reader: AskFeed['reader'], placement: 'discovery' | 'search' = 'discovery') =>
  server.app
    .get(FeedService)
    .page(
      application,
      placement === 'search'
        ? { placement, query: '冷泡', reader, size: 7 }
        : { placement, reader, size: feedSizeMax },
    );
const tenOf = (said: Reader): Reader[] => Array.from({ length: 10 }, () => said);

it.each<[string, object, Reader, Reader]>([
  ['gender', { genders: ['female'] }, { gender: 'female' }, { gender: 'male' }],
  ['age', { ageBands: ['18-24', '25-34'] }, { ageBand: '25-34' }, { ageBand: '>44' }],
  ['city', { cityTiers: ['tier1'] }, { cityTier: 'tier1' }, { cityTier: 'tier3' }],
  ['interest', { interests: ['food', 'travel'] }, { interests: ['travel'] }, { interests: ['tech'] }],
])(
  'shows a boost for a chosen %s to those readers, and to nobody else or unknown',
  async (_, audience, inside, outside) => {
    const noteId = await aRunningBoost(audience);
    expect(await paidAmong(noteId, tenOf(inside))).toBe(10);
    expect(await paidAmong(noteId, [...tenOf(outside), ...tenOf({})])).toBe(0);
  },
);

it('keeps to all of an audience at once', async () => {
  const noteId = await aRunningBoost({ genders: ['female'], cityTiers: ['tier1'] });
  expect(await paidAmong(noteId, tenOf({ gender: 'female', cityTier: 'tier2' }))).toBe(0);
  expect(await paidAmong(noteId, tenOf({ gender: 'female', cityTier: 'tier1' }))).toBe(10);
});

it('shows a boost that is on plan to the readers it suits, far more than to others', async () => {
  const noteId = await aRunningBoost({}, { onPlan: true });
  const readers = Array.from({ length: 120 }, (_, at): Reader => ({ interests: [at % 2 ? 'food' : 'tech'] }));
  const fans = await paidAmong(
    noteId,
    readers.filter((said) => said.interests?.[0] === 'food'),
  );
  const others = await paidAmong(
    noteId,
    readers.filter((said) => said.interests?.[0] === 'tech'),
  );
  expect(fans).toBeGreaterThan(12);
  expect(others).toBeLessThan(fans / 3);
});

it('counts its positions over pages of discovery alone: a search in between moves no advertisement', async () => {
  const noteId = await aRunningBoost({});
  // A reader to whom the search has shown the note itself is not advertised it any more.
  await database.owner('delete from note_search where note_id = $1', [noteId]);
  const reader = { id: randomUUID() };
  await ask(reader, 'search');
  const page = await ask(reader);
  expect(page.slots.filter((slot) => slot.sponsored)).toMatchObject([{ noteId, position: 6 }]);
});
