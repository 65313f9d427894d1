import { mintKey } from '../src/accounts/key-token';
import { readConfig } from '../src/config';
import { migrateQueue } from '../src/jobs/queue-store';
import { freshDatabase, type TestDatabase } from './database';
import { engineOn, event } from './engine';
import { aNoteInPool } from './notes';
import { aWorkspace } from './people';
import { freePort, type OurProcess, startApi, startProcess } from './processes';

let database: TestDatabase;

beforeEach(async () => {
  database = await freshDatabase();
  await migrateQueue(readConfig({ DATABASE_URL: database.url }));
});
afterEach(async () => {
  await database.close();
});

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

it('loses and doubles no event when the api is killed three times in the middle of ingest', async () => {
  const workspaceId = await aWorkspace(database.db, 'platform');
  const key = mintKey();
  await database.owner(
    `insert into api_key (id, workspace_id, name, prefix, secret_hash, scopes) values ($1, $2, 'reader', $3, $4, '{engagements:write}')`,
    [key.id, workspaceId, key.prefix, key.hash],
  );
  const notes = await Promise.all(
    Array.from({ length: 10 }, () => aNoteInPool(database.db, { workspaceId, target: 1_000_000 })),
  );
  const engine = await engineOn(database);
  const batches = Array.from({ length: 300 }, (_, batch) =>
    Array.from({ length: 50 }, (_, at) => {
      const token = engine.slot(notes[(batch + at) % 10]?.noteId ?? '', {}, key.id);
      return [event('impression', token), event('comment', token)];
    }).flat(),
  );
  await engine.close();

  const port = await freePort();
  let api: OurProcess = await startApi(database.url, port);
  let acknowledged = 0;
  /** As a reader application does: the same batch again until it is acknowledged. */
  const deliver = async (events: unknown[]) => {
    for (;;) {
      const answer = await fetch(`http://127.0.0.1:${port}/api/v1/engagements`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${key.token}` },
        body: JSON.stringify({ events }),
      }).catch(() => null);
      if (answer?.ok) break;
      await pause(50);
    }
    acknowledged++;
  };
  const queue = [...batches];
  const senders = Array.from({ length: 6 }, async () => {
    for (let batch = queue.pop(); batch; batch = queue.pop()) await deliver(batch);
  });
  for (const share of [0.2, 0.5, 0.8]) {
    while (acknowledged < batches.length * share) await pause(5);
    await api.kill();
    api = await startApi(database.url, port);
  }
  await Promise.all(senders);
  await api.kill();

  const events = 300 * 50;
  const [run] = await database.owner<{ impressions: string; comments: string }>(
    'select sum(impressions) as impressions, sum(comments) as comments from pool_run',
  );
  expect(run).toEqual({ impressions: String(events), comments: String(events) });
  const [hour] = await database.owner<{ impressions: string; comments: string }>(
    'select sum(impressions) as impressions, sum(comments) as comments from engagement_hour',
  );
  expect(hour).toEqual(run);
  const [row] = await database.owner<{ events: string }>('select count(*) as events from engagement_event');
  expect(row?.events).toBe(String(2 * events));
}, 120_000);

it('gives every note exactly one verdict when the worker is killed again and again in the middle of reviewing', async () => {
  const workspaceId = await aWorkspace(database.db);
  const notes = await Promise.all(
    Array.from({ length: 240 }, () => aNoteInPool(database.db, { workspaceId, target: 200 })),
  );
  await database.owner(
    `update pool_run set impressions = 200, clicks = case when abs(hashtext(note_id::text)) % 2 = 0 then 60 else 1 end, next_review_at = now()`,
  );
  const decided = async () =>
    Number(
      (await database.owner<{ done: string }>('select count(distinct note_id) as done from pool_decision'))[0]
        ?.done,
    );

  for (let kills = 0; kills < 4; kills++) {
    const worker = startProcess('worker', database.url);
    // Long enough to start; then wherever it happens to be.
    const before = await decided();
    while ((await decided()) === before && (await decided()) < notes.length) await pause(20);
    await pause(Math.random() * 120);
    await worker.kill();
    if (kills === 0) expect(await decided()).toBeLessThan(notes.length);
  }
  const worker = startProcess('worker', database.url);
  while ((await decided()) < notes.length) await pause(50);
  await worker.kill();

  const [sums] = await database.owner<Record<string, string>>(`
    select count(*) as verdicts, count(distinct note_id) as notes,
      (select count(*) from pool_run where level = 1 and closed_at is not null) as closed,
      (select count(*) from pool_run where level = 2) as opened,
      count(*) filter (where outcome = 'pass') as passed,
      (select count(*) from note where state = 'climbing' and level = 2) as climbing,
      (select sum((sums ->> 'runs')::integer) from peer_day) as taught
    from pool_decision`);
  expect(sums).toMatchObject({ verdicts: '240', notes: '240', closed: '240', taught: '240' });
  expect(sums?.['opened']).toBe(sums?.['passed']);
  expect(sums?.['climbing']).toBe(sums?.['passed']);
  expect(Number(sums?.['passed'])).toBeGreaterThan(30);
}, 120_000);
