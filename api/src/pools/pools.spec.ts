import { decidePool, levelOf, noCounts, platformStated } from '@poolrise/domain';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { type Engine, engineOn, event } from '../../test/engine';
import { aNoteInPool } from '../../test/notes';
import { aWorkspace } from '../../test/people';
import { poolsOn } from '../../test/pools';
import { liveChannel } from '../live/announce';
import type { PoolsService } from './pools.service';
import type { DecisionRecord } from './climb-view';

let database: TestDatabase;
let engine: Engine;
let pools: PoolsService;

beforeAll(async () => {
  database = await freshDatabase();
  engine = await engineOn(database);
  pools = poolsOn(database.db).pools;
});
afterAll(async () => {
  await engine.close();
  await database.close();
});

/**
 * Readers see the note `times`; a share of them opens it and a share of those likes and collects it. They come from many
 * applications: what those of one alone would love so much is set aside.
 */
async function shown(noteId: string, times: number, opens: number, level = 1, rail = 1): Promise<void> {
  for (let from = 0; from < times; from += 150) {
    const application = randomUUID();
    const events = Array.from({ length: Math.min(150, times - from) }, (_, index) => {
      const token = engine.slot(noteId, { level, rail }, application);
      return [
        event('impression', token),
        ...(from + index < times * opens
          ? [event('click', token), event('like', token), event('collect', token)]
          : []),
      ];
    }).flat();
    await engine.engagement.ingest(application, { events });
  }
}
const decisions = (noteId: string) =>
  database.owner<DecisionRecord>(
    `select d.*, p.document as policy from pool_decision d join pool_policy p on p.id = d.policy_id where note_id = $1 order by level`,
    [noteId],
  );
const standing = async (noteId: string) =>
  (
    await database.owner<{ state: string; level: number }>('select state, level from note where id = $1', [
      noteId,
    ])
  )[0];

async function putInForce(policy: string): Promise<void> {
  await database.owner('update pool_policy set in_force = false');
  await database.owner('update pool_policy set in_force = true where name = $1', [policy]);
}

/** What consoles are told of while `work` runs. */
async function announcedBy(work: () => Promise<unknown>): Promise<string[]> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const told: string[] = [];
  client.on('notification', ({ payload }) => told.push(payload ?? ''));
  await client.query(`listen ${liveChannel}`);
  await work();
  await client.query('select 1');
  await client.end();
  return told;
}

it('counts what arrives after a verdict beside it, and judges it no more', async () => {
  const { noteId, workspaceId } = await aNoteInPool(database.db, { level: 1, target: 500 });
  await shown(noteId, 500, 0.3);
  await pools.reviewDue();
  const [given] = await decisions(noteId);
  await shown(noteId, 7, 0);
  await pools.reviewDue();
  expect(await decisions(noteId)).toEqual([given]);
  const { verdicts } = await poolsOn(database.db).queries.climb(workspaceId, noteId);
  expect(verdicts).toMatchObject([{ impressions: 500, lateImpressions: 7 }]);
});

it('lets a note rise whose readers open and save it far more than its peers', async () => {
  const { noteId } = await aNoteInPool(database.db, { level: 1, target: 500 });
  await shown(noteId, 500, 0.3);
  await pools.reviewDue();
  expect(await decisions(noteId)).toMatchObject([
    { level: 1, to_level: 2, outcome: 'pass', reason: 'ABOVE_PEERS' },
  ]);
  expect(await standing(noteId)).toEqual({ state: 'climbing', level: 2 });
  const [next] = await database.owner<{ target: number }>(
    'select target from pool_run where note_id = $1 and level = 2',
    [noteId],
  );
  expect(next?.target).toBe(levelOf(platformStated, 2).target);
});

it('stops a note that nobody opens, and says why', async () => {
  const { noteId } = await aNoteInPool(database.db, { level: 1, target: 500 });
  await shown(noteId, 500, 0.005);
  await pools.reviewDue();
  expect(await decisions(noteId)).toMatchObject([{ outcome: 'stop', reason: 'BELOW_PEERS' }]);
  expect(await standing(noteId)).toEqual({ state: 'stopped', level: 1 });
});

it('does not let money into the verdict: paid readers who love the note change nothing', async () => {
  const loved = await aNoteInPool(database.db, { level: 1, target: 500 });
  await shown(loved.noteId, 400, 0.9, 1, 3);
  await shown(loved.noteId, 500, 0.005);
  await pools.reviewDue();
  const [decision] = await decisions(loved.noteId);
  expect(decision).toMatchObject({ outcome: 'stop' });
  expect(decision?.evidence.paidCounts.impressions).toBe(400);
  expect(decision?.evidence.counts.clicks).toBe(3);
});

it('gives the same verdict again from the stored evidence', async () => {
  const all = await database.owner<DecisionRecord>(
    'select d.*, p.document as policy from pool_decision d join pool_policy p on p.id = d.policy_id',
  );
  expect(all.length).toBeGreaterThan(2);
  for (const { evidence, policy, verdict } of all) expect(decidePool(evidence, policy)).toEqual(verdict);
});

it('waits while the evidence is unclear, and looks again later and not at once', async () => {
  const { noteId } = await aNoteInPool(database.db, { level: 1, target: 500 });
  await shown(noteId, 60, 0.09);
  expect(await pools.reviewDue()).toBe(1);
  expect(await decisions(noteId)).toEqual([]);
  const [run] = await database.owner<{ next_check_at: number; soon: boolean }>(
    'select next_check_at, next_review_at <= now() as soon from pool_run where note_id = $1',
    [noteId],
  );
  expect(run?.next_check_at).toBeGreaterThan(60);
  expect(run?.soon).toBe(false);
});

it('judges what there is when the window ends', async () => {
  const { noteId } = await aNoteInPool(database.db, { level: 1, target: 500, hoursOld: 30 });
  await shown(noteId, 40, 0.01);
  await database.owner(
    `update pool_run set entered_at = now() - interval '40 days', window_ends_at = now() - interval '1 second', next_review_at = now() - interval '1 second' where note_id = $1`,
    [noteId],
  );
  await pools.reviewDue();
  expect((await decisions(noteId))[0]).toMatchObject({ outcome: 'stop' });
});

it('keeps a limited note on the ground floor however much it is loved', async () => {
  const { noteId } = await aNoteInPool(database.db, { level: 0, target: 100, auditState: 'limited' });
  await shown(noteId, 100, 0.9, 0, 0);
  await pools.reviewDue();
  expect((await decisions(noteId))[0]).toMatchObject({
    outcome: 'stop',
    reason: 'AUDIT_LIMITED',
    to_level: 0,
  });
  expect(await standing(noteId)).toEqual({ state: 'limited', level: 0 });
});

it('asks again in an hour, and tells nobody, when a promised pool has had too few readers at the end of its window', async () => {
  const { noteId } = await aNoteInPool(database.db, { level: 0, target: 100 });
  await shown(noteId, 10, 0.1, 0, 0);
  await database.owner(
    `update pool_run set entered_at = now() - interval '2 days', window_ends_at = now() - interval '1 day', next_review_at = now() - interval '1 second' where note_id = $1`,
    [noteId],
  );
  const told = await announcedBy(() => pools.reviewDue());
  expect(told).toEqual([]);
  expect(await decisions(noteId)).toEqual([]);
  const [run] = await database.owner<{ next_check_at: number; minutes: number }>(
    `select next_check_at, extract(epoch from next_review_at - now())::float8 / 60 as minutes from pool_run where note_id = $1`,
    [noteId],
  );
  expect(run?.minutes).toBeGreaterThan(59);
  // Half of the promise is enough to judge by once the window is over.
  expect(run?.next_check_at).toBe(50);
});

it('lets a run that cannot be reviewed rest, and reviews the others of its batch', async () => {
  const broken = await aNoteInPool(database.db, { level: 1, target: 200 });
  const sound = await aNoteInPool(database.db, { level: 1, target: 200 });
  await shown(broken.noteId, 200, 0.3);
  await shown(sound.noteId, 200, 0.3);
  // A level that its policy does not have.
  await database.owner(`update pool_run set level = 99 where note_id = $1`, [broken.noteId]);
  await pools.reviewDue();
  expect((await decisions(sound.noteId))[0]).toMatchObject({ outcome: 'pass' });
  const [run] = await database.owner<{ closed: boolean; rests: boolean }>(
    `select closed_at is not null as closed, next_review_at > now() + interval '30 seconds' as rests from pool_run where note_id = $1`,
    [broken.noteId],
  );
  expect(run).toEqual({ closed: false, rests: true });
  await database.owner(`update pool_run set closed_at = now(), outcome = 'stop' where note_id = $1`, [
    broken.noteId,
  ]);
});

it('promises a note what the policy in force says: by its form and its author under the textbook', async () => {
  await putInForce('textbook');
  try {
    const { pools: admitting, notes } = poolsOn(database.db);
    const given = await aNoteInPool(database.db, { level: 0 });
    await database.owner(`delete from pool_run where note_id = $1`, [given.noteId]);
    await database.owner(
      `update note set title = '夏日低糖冷泡茶，五种做法', body = repeat('茶', 60), topics = '{茶,冷泡,夏天}', audit_state = 'pending', state = 'pending', audit_due_at = now() - interval '1 second' where id = $1`,
      [given.noteId],
    );
    await notes.auditDue();
    expect(admitting).toBeDefined();
    const [run] = await database.owner<{ target: number }>('select target from pool_run where note_id = $1', [
      given.noteId,
    ]);
    // 100 for everybody, 200 for the whole form, and half of 200 for an author nobody knows.
    expect(run?.target).toBe(400);
  } finally {
    await putInForce('platform-stated');
  }
});

it('teaches the peers once a run, also when two workers review at the same moment', async () => {
  const workspaceId = await aWorkspace(database.db);
  const notes = await Promise.all(
    Array.from({ length: 12 }, () =>
      aNoteInPool(database.db, { workspaceId, level: 1, target: 200, category: 'outdoor' }),
    ),
  );
  for (const { noteId } of notes) await shown(noteId, 200, 0.1);
  await Promise.all([pools.reviewDue(), poolsOn(database.db).pools.reviewDue(), pools.reviewDue()]);
  const [day] = await database.owner<{ sums: { runs: number; impressions: number } }>(
    `select sums from peer_day where peer_group = 'outdoor'`,
  );
  expect(day?.sums).toMatchObject({ runs: 12, impressions: 2400 });
  const [{ verdicts } = { verdicts: 0 }] = await database.owner<{ verdicts: number }>(
    `select count(*)::integer as verdicts from pool_decision where workspace_id = $1`,
    [workspaceId],
  );
  expect(verdicts).toBe(12);
});

it('compares the variants of an experiment with each other, and not before most of them were heard', async () => {
  const variant = () => aNoteInPool(database.db, { level: 1, target: 400, category: 'tech' });
  const best = await variant();
  const others = [await variant(), await variant(), await variant()];
  await database.owner(`update pool_run set peer_group = 'group:headlines' where note_id = any($1)`, [
    [best, ...others].map(({ noteId }) => noteId),
  ]);
  await shown(best.noteId, 400, 0.03);
  await pools.reviewDue();
  expect(await decisions(best.noteId)).toEqual([]);
  for (const { noteId } of others) await shown(noteId, 400, 0.01);
  await new Promise((resolve) => setTimeout(resolve, 600));
  await pools.reviewDue();
  expect((await decisions(best.noteId))[0]).toMatchObject({ outcome: 'pass' });
});

it('leads through decidePool only: a verdict never skips a level', () => {
  const policy = platformStated;
  const counts = { ...noCounts(), impressions: 500, clicks: 200, likes: 100 };
  const evidence = {
    noteId: 'n',
    level: 1,
    category: 'food',
    noteType: 'image',
    auditState: 'passed',
    counts,
    paidCounts: noCounts(),
    enteredAt: 0,
    now: 1,
    hoursSincePublished: 1,
    audienceLeft: null,
    peers: {
      runs: 50,
      impressions: 50_000,
      meanRate: 0.1,
      clickRate: 0.08,
      dispersion: 2,
      strength: 200,
      windowDays: 14,
      source: 'peers',
    },
  } as const;
  expect(decidePool(evidence, policy).toLevel).toBe(2);
});
