import { freshDatabase, type TestDatabase } from '../../test/database';
import { aNoteInPool } from '../../test/notes';
import { poolsOn } from '../../test/pools';
import type { DecisionRecord } from './climb-view';

const hourMs = 3_600_000;

describe('the bar of a pool', () => {
  let database: TestDatabase;
  let on: ReturnType<typeof poolsOn>;
  let now = Date.now();

  beforeEach(async () => {
    database = await freshDatabase();
    on = poolsOn(database.db);
    now = Date.now();
  });
  afterEach(() => database.close());

  /** Readers saw the note; an average food note is opened 95 times in a thousand, with 50 likes a thousand opens. */
  const seen = (noteId: string, impressions: number, lift: number) =>
    database.owner(
      `update pool_run set impressions = $2, clicks = $3, likes = $4, comments = $5, follows = $5, next_review_at = now() - interval '1 second' where note_id = $1`,
      [
        noteId,
        impressions,
        Math.round(impressions * 0.095 * lift),
        Math.round(impressions * 0.012 * lift),
        Math.round(impressions * 0.002 * lift),
      ],
    );
  const aNote = async (impressions: number, lift: number, target = 2_000) => {
    const { noteId } = await aNoteInPool(database.db, { level: 2, target });
    await seen(noteId, impressions, lift);
    return noteId;
  };
  const bars = () =>
    database.owner<{
      level: number;
      average: number;
      capacity_factor: number;
      demand: number;
      capacity: number;
    }>(
      `select level, live_value / live_impressions as average, capacity_factor, demand, capacity from pool_bar order by level`,
    );
  const decisionOf = async (noteId: string) =>
    (await database.owner<DecisionRecord>('select * from pool_decision where note_id = $1', [noteId]))[0];
  const later = (hours: number) => new Date((now += hours * hourMs));

  it('is what the pool shows, weighted by impressions, once a minute and no impression twice', async () => {
    await aNote(1_500, 2);
    await aNote(500, 1);
    await on.bars.count(new Date(now));
    await on.bars.count(later(1 / 600));
    const [bar] = await bars();
    expect(bar?.level).toBe(2);
    expect(bar?.average).toBeGreaterThan(1.5);
    expect(bar?.average).toBeLessThan(2.1);
    const counted = await database.owner<{ n: number }>(
      'select sum(counted_impressions)::int as n from pool_run',
    );
    expect(counted[0]?.n).toBe(2_000);
  });

  it('rises while runs ask for more than the pool can show, and stays while nothing is shown', async () => {
    const notes = await Promise.all(Array.from({ length: 40 }, () => aNote(10, 1)));
    await on.bars.count(new Date(now));
    for (let hour = 1; hour <= 6; hour++) {
      for (const noteId of notes) await seen(noteId, 10 + 10 * hour, 1);
      await on.bars.count(later(1));
    }
    const [busy] = await bars();
    expect(busy?.demand).toBeGreaterThan((busy?.capacity ?? 0) * 1.1);
    await on.bars.count(later(12));
    const [idle] = await bars();
    expect(idle?.capacity_factor).toBe(busy?.capacity_factor);
    expect(idle?.capacity_factor).not.toBe(1);
  });

  it('decides: what passes against an average pool stops against a pool of better notes, and says what the bar was', async () => {
    const before = await aNote(2_000, 1.25);
    await on.pools.reviewDue();
    expect(await decisionOf(before)).toMatchObject({ outcome: 'pass' });
    for (let n = 0; n < 5; n++) await aNote(1_900, 2.2);
    await on.bars.count(new Date(now));
    const after = await aNote(2_000, 1.25);
    await on.pools.reviewDue();
    const decision = await decisionOf(after);
    expect(decision).toMatchObject({ outcome: 'stop', reason: 'BELOW_PEERS' });
    expect(decision?.evidence.poolAverage).toBeGreaterThan(1.4);
    expect(decision?.verdict.bar).toBeCloseTo(decision?.evidence.poolAverage ?? 0, 6);
  });

  it('leaves experiments alone: their variants are held against one another', async () => {
    await aNote(1_900, 2.2);
    await on.bars.count(new Date(now));
    const { noteId } = await aNoteInPool(database.db, { level: 2 });
    await database.owner(
      `update pool_run set peer_group = 'group:' || workspace_id || ':covers' where note_id = $1`,
      [noteId],
    );
    const [run] = await database.owner<{ policy_id: string; peer_group: string }>(
      'select policy_id, peer_group from pool_run where note_id = $1',
      [noteId],
    );
    const [policy] = await database.owner<{ document: Parameters<typeof on.bars.of>[1] }>(
      'select document from pool_policy where in_force',
    );
    const bar = await database.db.asEngine((tx) =>
      on.bars.of(tx, policy?.document as Parameters<typeof on.bars.of>[1], {
        policyId: run?.policy_id ?? '',
        level: 2,
        group: run?.peer_group ?? '',
      }),
    );
    expect(bar).toEqual({});
  });

  it('is counted by one worker when two come at the same moment', async () => {
    await aNote(1_000, 1);
    const moment = new Date(now);
    const counted = await Promise.all([on.bars.count(moment), on.bars.count(moment)]);
    expect(counted.sort()).toEqual([0, 1]);
    const [bar] = await bars();
    expect(bar?.average).toBeGreaterThan(0.8);
  });

  it('ends a run whose readers are used up, with a reason of its own', async () => {
    await database.owner(
      `insert into feed_reader (reader_key, seen_on) select n, current_date from generate_series(1, 1500) n`,
    );
    const noteId = await aNote(800, 1.15);
    await database.owner(
      `insert into pool_run select (jsonb_populate_record(run, '{"level": 1, "impressions": 800}')).* from pool_run run where note_id = $1`,
      [noteId],
    );
    await database.owner(
      `update pool_run set closed_at = now(), outcome = 'pass' where note_id = $1 and level = 1`,
      [noteId],
    );
    await on.bars.count(new Date(now));
    await on.pools.reviewDue();
    expect(await decisionOf(noteId)).toBeUndefined();
    await database.owner(`update installation set audience_since = now() - interval '2 days'`);
    await seen(noteId, 800, 1.15);
    await on.pools.reviewDue();
    expect(await decisionOf(noteId)).toMatchObject({ outcome: 'stop', reason: 'AUDIENCE_EXHAUSTED' });
  });
});
