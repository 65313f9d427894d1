import { EngagementBatch } from '@poolrise/contracts';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { application, type Engine, engineOn, event } from '../../test/engine';
import { aNoteInPool } from '../../test/notes';
import { ImpressionTokens } from './impression-token';
import { readBatch } from './read-batch';

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

const send = (events: unknown[]) => engine.engagement.ingest(application, { events });
const totals = async (noteId: string) =>
  (
    await database.owner<{
      impressions: number;
      clicks: number;
      likes: number;
      comments: number;
      paid_impressions: number;
      due: boolean;
    }>(
      `select impressions, clicks, likes, comments, paid_impressions, next_review_at <= now() as due from pool_run where note_id = $1`,
      [noteId],
    )
  )[0];
const hours = async (noteId: string) =>
  (
    await database.owner<{ impressions: string }>(
      `select coalesce(sum(impressions), 0) as impressions from engagement_hour where note_id = $1`,
      [noteId],
    )
  )[0]?.impressions;

it('counts an impression and what followed, once, in run and hour', async () => {
  const { noteId } = await aNoteInPool(database.db);
  const token = engine.slot(noteId);
  const receipt = await send([
    event('click', token),
    event('impression', token),
    event('like', token),
    event('comment', token),
    event('comment', token),
    event('dwell', token, 12),
  ]);
  expect(receipt).toEqual({ accepted: 6, duplicates: 0, refused: [] });
  expect(await totals(noteId)).toMatchObject({ impressions: 1, clicks: 1, likes: 1, comments: 2 });
  expect(await hours(noteId)).toBe('1');
});

it('keeps paid impressions apart from the evidence', async () => {
  const { noteId } = await aNoteInPool(database.db);
  await send([event('impression', engine.slot(noteId, { rail: 3 }))]);
  expect(await totals(noteId)).toMatchObject({ impressions: 0, paid_impressions: 1 });
});

it('refuses a like whose impression nobody reported, and takes it once the impression is there', async () => {
  const { noteId } = await aNoteInPool(database.db);
  const token = engine.slot(noteId);
  const like = event('like', token);
  expect((await send([like])).refused).toMatchObject([
    { index: 0, id: like.id, reason: 'impression-missing' },
  ]);
  await send([event('impression', token)]);
  expect(await send([like])).toMatchObject({ accepted: 1, refused: [] });
});

it('counts a second impression of one slot as a repeat, whatever id it has', async () => {
  const { noteId } = await aNoteInPool(database.db);
  const token = engine.slot(noteId);
  expect(await send([event('impression', token), event('impression', token)])).toMatchObject({
    accepted: 1,
    duplicates: 1,
  });
  expect(await send([event('impression', token)])).toMatchObject({ accepted: 0, duplicates: 1 });
  expect((await totals(noteId))?.impressions).toBe(1);
});

it('refuses bad events one by one while the good ones of the batch count', async () => {
  const { noteId } = await aNoteInPool(database.db);
  const good = engine.slot(noteId);
  const reused = randomUUID();
  const receipt = await send([
    event('impression', good),
    event('impression', `${engine.slot(noteId).slice(0, -2)}AA`),
    event('impression', engine.slot(noteId, { expiresAt: 1 })),
    event('impression', engine.slot(noteId, {}, randomUUID())),
    event('dwell', good),
    event('like', good, 3),
    event('cough', good),
    { ...event('like', good), extra: 1 },
    event('like', good, undefined, reused),
    event('comment', good, undefined, reused),
    null,
  ]);
  expect(receipt.accepted).toBe(2);
  expect(receipt.refused.map(({ index, reason }) => [index, reason])).toEqual([
    [1, 'token-forged'],
    [2, 'token-expired'],
    [3, 'token-foreign'],
    [4, 'value-missing'],
    [5, 'value-unexpected'],
    [6, 'event-malformed'],
    [7, 'event-malformed'],
    [9, 'event-id-reused'],
    [10, 'event-malformed'],
  ]);
});

it('asks for a review when a run reaches its next check', async () => {
  const { noteId } = await aNoteInPool(database.db);
  await send(Array.from({ length: 49 }, () => event('impression', engine.slot(noteId))));
  expect((await totals(noteId))?.due).toBe(false);
  await send([event('impression', engine.slot(noteId))]);
  expect((await totals(noteId))?.due).toBe(true);
});

it('comes to the same counts however often, in whatever order and company the batches are delivered', async () => {
  const notes = await Promise.all(Array.from({ length: 8 }, () => aNoteInPool(database.db)));
  const events = notes.flatMap(({ noteId }) =>
    Array.from({ length: 40 }, (_, at) => {
      const token = engine.slot(noteId, at % 4 === 0 ? { rail: 3 } : {});
      return [
        event('impression', token),
        // As many as readers open: more would be set aside as a burst.
        ...(at % 3 === 0 ? [event('click', token)] : []),
        event('comment', token),
        event('dwell', token, 7),
      ];
    }).flat(),
  );
  const second = await engineOn(database);
  const orders = fc.sample(fc.shuffledSubarray(events, { minLength: events.length }), {
    numRuns: 8,
    seed: 20261124,
  });
  // Two processes, four deliveries each, at the same moment; then again until nobody misses an impression.
  const deliver = (writer: Engine, those: typeof orders) =>
    Promise.all(
      those.map(async (all) => {
        for (let at = 0; at < all.length; at += 300)
          await writer.engagement.ingest(application, { events: all.slice(at, at + 300) });
      }),
    );
  await Promise.all([deliver(engine, orders.slice(0, 4)), deliver(second, orders.slice(4))]);
  await send(events.slice(0, 600));
  await send(events.slice(600));
  await second.close();
  for (const { noteId } of notes) {
    expect(await totals(noteId)).toMatchObject({
      impressions: 30,
      clicks: 10,
      comments: 30,
      paid_impressions: 10,
    });
    expect(await hours(noteId)).toBe('40');
  }
});

/** As it comes over the wire, where nothing is undefined. */
const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value) ?? 'null');

it('accepts by hand exactly what the contract accepts', () => {
  const tokens = new ImpressionTokens(Buffer.alloc(32, 1));
  const text = fc.oneof(
    fc.string(),
    fc.constant(randomUUID()),
    fc.constant('x'.repeat(90)),
    fc.constantFrom('like', 'dwell', 'impression'),
  );
  const anything = fc.record(
    {
      id: fc.oneof(fc.uuid(), text, fc.anything()),
      token: fc.oneof(fc.string({ minLength: 18, maxLength: 22 }), text, fc.anything()),
      kind: text,
      value: fc.oneof(fc.integer(), fc.anything()),
      extra: fc.anything(),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.oneof(anything, fc.anything()).map(asJson), (sent) => {
      const accepted = EngagementBatch.safeParse({ events: [sent] }).success;
      const reasons = readBatch({ events: [sent] }, tokens, 1, 1).refused.map(({ reason }) => reason);
      expect(reasons[0] === 'event-malformed').toBe(!accepted);
    }),
    { numRuns: 2_000 },
  );
});
