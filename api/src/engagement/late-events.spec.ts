import { lateMsMax, pageLifeMs } from '@poolrise/domain';
import { aFundedBrand, anAsk, moneyOn } from '../../test/money';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { application, type Engine, engineOn, event } from '../../test/engine';
import { aNoteInPool } from '../../test/notes';
import { checkSums } from '../insights/run-sum-check';
import { NoteTotals } from '../notes/note-totals';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const hourOf = (at: number) => Math.floor(at / hourMs) * hourMs;
const iso = (at: number) => new Date(at).toISOString();

let database: TestDatabase;
let engine: Engine;

beforeAll(async () => {
  database = await freshDatabase();
  engine = await engineOn(database);
});
afterAll(async () => {
  await engine.close();
  await database.close();
});

let pageId = 5_000;
/** A slot of a page that was really served at `servedAt`. */
const served = async (noteId: string, servedAt: number, boostId: string | null = null) => {
  const id = ++pageId;
  const rail = boostId ? 3 : 1;
  const expiresAt = Math.floor((servedAt + pageLifeMs) / 1000);
  await database.owner(
    `insert into feed_page (id, application_id, reader_key, placement, served_at, expires_at, note_ids, rails, levels, boost_ids)
     values ($1, $2, 1, 0, $3, $4, array[$5]::uuid[], array[$6]::smallint[], '{1}', array[$7]::uuid[])`,
    [String(id), application, iso(servedAt), iso(expiresAt * 1000), noteId, rail, boostId],
  );
  return engine.slot(noteId, { pageId: id, expiresAt, rail, boostId });
};
const at = (kind: string, token: string, occurredAt: number) => ({
  ...event(kind, token),
  occurredAt: iso(occurredAt),
});
const send = (events: object[], sentAt?: number) =>
  engine.engagement.ingest(application, { events, ...(sentAt ? { sentAt: iso(sentAt) } : {}) });
const hours = async (noteId: string) =>
  (
    await database.owner<{ hour: Date; impressions: number }>(
      'select hour, impressions from engagement_hour where note_id = $1 order by hour',
      [noteId],
    )
  ).map(({ hour, impressions }) => [hour.getTime(), impressions]);

it.each([
  ['an hour ahead', hourMs],
  ['an hour behind', -hourMs],
  ['eight time zones away', 8 * hourMs],
])('counts an event in the hour in which it happened when the clock is %s', async (_, off) => {
  const { noteId } = await aNoteInPool(database.db);
  const now = Date.now();
  const happened = now - 3 * hourMs;
  const token = await served(noteId, happened - 2 * minuteMs);
  expect(await send([at('impression', token, happened + off)], now + off)).toMatchObject({
    accepted: 1,
    refused: [],
  });
  expect(await hours(noteId)).toEqual([[hourOf(happened), 1]]);
});

it('counts it there as well when the batch does not say when it was sent, for the page bounds the time', async () => {
  const { noteId } = await aNoteInPool(database.db);
  const hour = hourOf(Date.now()) - 2 * hourMs;
  const token = await served(noteId, hour + 10 * minuteMs);
  await send([
    at('impression', token, hour + 20 * minuteMs + hourMs),
    at('click', token, hour + 21 * minuteMs + hourMs),
  ]);
  expect(await hours(noteId)).toEqual([[hour, 1]]);
});

it('counts an event of a week ago a week ago, and not without its saying so', async () => {
  const { noteId } = await aNoteInPool(database.db, { hoursOld: 200 });
  const happened = Date.now() - 7 * dayMs;
  const token = await served(noteId, happened - minuteMs);
  expect((await send([event('impression', token)])).refused).toMatchObject([
    { reason: 'token-expired', remedy: expect.stringContaining('occurredAt') as string },
  ]);
  expect(await send([at('impression', token, happened)], Date.now())).toMatchObject({ accepted: 1 });
  expect(await hours(noteId)).toEqual([[hourOf(happened), 1]]);
});

it('refuses what comes a month late or cannot be true, and says what to do', async () => {
  const { noteId } = await aNoteInPool(database.db, { hoursOld: 900 });
  const now = Date.now();
  const month = now - 30 * dayMs;
  const [old, page] = [await served(noteId, month), await served(noteId, now - 5 * minuteMs)];
  const receipt = await send(
    [
      at('impression', old, month + minuteMs),
      at('impression', page, now + 10 * minuteMs),
      at('click', page, now - 20 * minuteMs),
      at('impression', await served(noteId, now - 2 * hourMs), now - 80 * minuteMs),
      { ...event('impression', page), occurredAt: 'yesterday' },
      { ...event('impression', page), occurredAt: now },
    ],
    now,
  );
  expect(receipt.refused.map(({ index, reason }) => [index, reason])).toEqual([
    [0, 'event-too-late'],
    [1, 'occurred-in-future'],
    [2, 'occurred-before-page'],
    [3, 'occurred-after-page'],
    [4, 'event-malformed'],
    [5, 'event-malformed'],
  ]);
  expect(receipt.refused.every(({ remedy }) => remedy.length > 20)).toBe(true);
  expect(await hours(noteId)).toEqual([]);
  expect(lateMsMax).toBeGreaterThanOrEqual(8 * dayMs);
});

it('refuses a batch whose sending time is none, naming the field', async () => {
  await expect(
    engine.engagement.ingest(application, { events: [event('impression', 'x'.repeat(80))], sentAt: 'now' }),
  ).rejects.toMatchObject({ code: 'invalid-input', about: { field: '/sentAt' } });
});

it('counts late events once, however often and by however many they are delivered at the same moment', async () => {
  const { noteId } = await aNoteInPool(database.db, { hoursOld: 200 });
  const second = await engineOn(database);
  const happened = Date.now() - 3 * dayMs;
  const tokens = await Promise.all(Array.from({ length: 30 }, () => served(noteId, happened - minuteMs)));
  const events = tokens.map((token, index) => at('impression', token, happened + index * 20_000));
  await Promise.all(
    [engine, second, engine, second].map((writer, turn) =>
      writer.engagement.ingest(application, { events: turn % 2 ? [...events].reverse() : events }),
    ),
  );
  await second.close();
  expect((await hours(noteId)).reduce((sum, [, impressions]) => sum + (impressions ?? 0), 0)).toBe(30);
  expect(await hours(noteId)).toHaveLength(
    new Set(events.map(({ occurredAt }) => occurredAt.slice(0, 13))).size,
  );
});

it('adds to a run that was judged without opening it, and to the totals of the note', async () => {
  const { noteId } = await aNoteInPool(database.db, { hoursOld: 200 });
  const totals = new NoteTotals(database.db);
  await totals.refresh();
  await database.owner(
    `update pool_run set closed_at = now(), outcome = 'stop', next_review_at = null, next_check_at = 1 where note_id = $1`,
    [noteId],
  );
  const happened = Date.now() - 2 * dayMs;
  await send([at('impression', await served(noteId, happened - minuteMs), happened)]);
  const [run] = await database.owner(
    'select impressions, outcome, closed_at is null as open, next_review_at from pool_run where note_id = $1',
    [noteId],
  );
  expect(run).toEqual({ impressions: 1, outcome: 'stop', open: false, next_review_at: null });
  await totals.refresh();
  expect(await database.owner('select impressions from note_totals where note_id = $1', [noteId])).toEqual([
    { impressions: '1' },
  ]);
});

it('bills nothing for paid impressions that arrive after the boost was settled, and all sums add up', async () => {
  const money = moneyOn(database.db);
  const brand = await aFundedBrand(database.db, 50_000);
  await database.owner(
    `insert into pool_run (note_id, level, workspace_id, policy_id, peer_group, target, entered_at, window_ends_at, next_check_at)
     select $1, 1, $2, id, 'food', 500, now(), now() + interval '1 day', 500 from pool_policy where in_force`,
    [brand.noteId, brand.workspaceId],
  );
  const { id } = await money.boosts.launch(brand.workspaceId, null, anAsk(brand));
  const happened = Date.now() - 2 * hourMs;
  const paid = () => served(brand.noteId, happened - minuteMs, id);
  const early = await Promise.all(Array.from({ length: 10 }, paid));
  await send(early.map((token) => at('impression', token, happened)));
  await money.boosts.stop(brand.workspaceId, null, id);
  const spent = () =>
    database.owner<{ spent: string; delivered: number }>(
      'select spent_cents as spent, delivered_impressions as delivered from boost where id = $1',
      [id],
    );
  const [settled] = await spent();
  const late = await Promise.all(Array.from({ length: 10 }, paid));
  for (const turn of [1, 2])
    expect(await send(late.map((token) => at('impression', token, happened)))).toMatchObject(
      turn === 1 ? { accepted: 10 } : { duplicates: 10 },
    );
  await money.boosts.settleDue(new Date(Date.now() + dayMs));
  expect(await spent()).toEqual([{ spent: settled?.spent, delivered: 20 }]);
  expect(await database.owner('select hour, impressions from boost_hour where boost_id = $1', [id])).toEqual([
    { hour: new Date(hourOf(happened)), impressions: 20 },
  ]);
  expect((await checkSums(database.url)).filter(({ different }) => different > 0)).toEqual([]);
});
