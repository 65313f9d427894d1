import { freshDatabase, type TestDatabase } from '../../../test/database';
import { aNoteInPool, type PooledNote } from '../../../test/notes';
import { aWorkspace } from '../../../test/people';
import { aVerdict } from '../../../test/verdicts';
import { FairnessQueries } from './fairness.queries';

const hourMs = 3_600_000;
const now = new Date(Math.floor(Date.now() / hourMs) * hourMs);

describe('fairness', () => {
  let database: TestDatabase;
  let queries: FairnessQueries;
  let platform: string;

  beforeEach(async () => {
    database = await freshDatabase();
    queries = new FairnessQueries(database.db);
    platform = await aWorkspace(database.db, 'platform');
  });
  afterEach(() => database.close());

  /** A note of a new creator, shown so often in its first pool, an hour of a hundred impressions at a time. */
  const aShownNote = async (
    impressions: number,
    creator: { followers?: number; cityTier?: string } = {},
    clicks = impressions / 10,
  ): Promise<PooledNote> => {
    const note = await aNoteInPool(database.db, { level: 0, target: 200, hoursOld: 40 });
    await database.owner(
      `update creator set followers = $2, city_tier = $3 where id = (select creator_id from note where id = $1)`,
      [note.noteId, creator.followers ?? 500, creator.cityTier ?? 'tier1'],
    );
    await database.owner(
      `update pool_run set impressions = $2, clicks = $3, window_ends_at = $4 where note_id = $1`,
      [note.noteId, impressions, clicks, new Date(now.getTime() - hourMs)],
    );
    for (let hour = 0; hour < impressions / 50; hour++)
      await database.owner(
        `insert into engagement_hour (note_id, hour, level, rail, impressions, workspace_id) values ($1, date_trunc('hour', $2::timestamptz), 0, 0, 50, $3)`,
        [note.noteId, new Date(Date.now() - (40 - hour) * hourMs), note.workspaceId],
      );
    return note;
  };

  it('has the Gini of the test vector for impressions of 1 to 4', async () => {
    for (const hundred of [1, 2, 3, 4]) await aShownNote(hundred * 100);
    const view = await queries.view(platform, 7, now);
    expect(view).toMatchObject({ notes: 4, creators: 4, impressions: 1_000, newNoteCtr: 0.1 });
    expect(view.gini).toBeCloseTo(0.25, 12);
    expect(view.lorenz.find(({ share }) => share === 0.5)?.got).toBeCloseTo(0.3, 12);
  });

  it('tells the share of small creators beside the platform’s claim', async () => {
    await aShownNote(300, { followers: 999 });
    await aShownNote(100, { followers: 1_000 });
    expect(await queries.view(platform, 7, now)).toMatchObject({
      smallShare: 0.75,
      smallNotesShare: 0.5,
      claimedSmallShare: 0.5,
    });
  });

  it('says which notes got their whole first pool, and how long the first hundred took', async () => {
    await aShownNote(200);
    await aShownNote(400);
    await aShownNote(50);
    const view = await queries.view(platform, 7, now);
    expect(view.promise).toMatchObject({ trials: 3, successes: 2 });
    // Two hours of fifty, told to the end of the second; the third note never got there.
    expect(view.hoursToFirst100.half).toBeGreaterThan(1);
    expect(view.hoursToFirst100.half).toBeLessThanOrEqual(2);
    expect(view.hoursToFirst100.mostly).toBeNull();
  });

  it('does not hold a first pool against the promise while it runs', async () => {
    const note = await aShownNote(50);
    await database.owner(`update pool_run set window_ends_at = $2 where note_id = $1`, [
      note.noteId,
      new Date(now.getTime() + hourMs),
    ]);
    expect((await queries.view(platform, 7, now)).promise.trials).toBe(0);
  });

  it('sets exposure against merit by followers, city and category', async () => {
    for (const [impressions, cityTier] of [
      [300, 'tier1'],
      [100, 'tier2'],
    ] as const)
      await aVerdict(database, await aShownNote(impressions, { cityTier }), {
        level: 0,
        impressions,
        clicks: impressions / 10,
        at: now,
      });
    await aShownNote(500, { cityTier: 'tier3' });
    const view = await queries.view(platform, 7, now);
    expect(view.judgedNotes).toBe(2);
    const cities = view.groups.filter(({ dimension }) => dimension === 'cityTier');
    // Alike in merit (both are average notes), so what remains is three times the exposure.
    expect(cities.map(({ group, exposureShare, ratio }) => [group, exposureShare, ratio])).toEqual([
      ['tier1', 0.75, 1.5],
      ['tier2', 0.25, 0.5],
    ]);
    expect(view.groups.filter(({ dimension }) => dimension === 'followers')).toMatchObject([
      { group: 'small', ratio: 1 },
    ]);
    expect(view.parity).toBeNull();
  });

  it('counts a note once that was stopped and came back by search', async () => {
    const note = await aShownNote(100);
    await aVerdict(database, note, { level: 0, impressions: 100, clicks: 1, at: now });
    await database.owner(
      `insert into pool_decision (note_id, workspace_id, level, to_level, outcome, reason, decided_at, policy_id, evidence, verdict)
       select note_id, workspace_id, 0, 1, 'pass', 'FOUND_BY_SEARCH', decided_at + interval '1 hour', policy_id, evidence, verdict from pool_decision`,
    );
    expect(await queries.view(platform, 7, now)).toMatchObject({
      notes: 1,
      judgedNotes: 1,
      impressions: 100,
    });
  });

  it('leaves out notes from before the period and paid impressions', async () => {
    const note = await aShownNote(100);
    await database.owner(`update pool_run set paid_impressions = 5000 where note_id = $1`, [note.noteId]);
    expect((await queries.view(platform, 7, now)).impressions).toBe(100);
    expect((await queries.view(platform, 7, new Date(now.getTime() + 9 * 24 * hourMs))).notes).toBe(0);
  });

  it('is the platform’s own business', async () => {
    const brand = await aWorkspace(database.db);
    await expect(queries.view(brand, 7, now)).rejects.toMatchObject({ code: 'platform-only' });
  });
});
