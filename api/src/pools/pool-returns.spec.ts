import { freshDatabase, type TestDatabase } from '../../test/database';
import { application, type Engine, engineOn, event } from '../../test/engine';
import { aNoteInPool } from '../../test/notes';
import { poolsOn } from '../../test/pools';
import type { DecisionRecord } from './climb-view';

const search = 2;

describe('a note that was stopped', () => {
  let database: TestDatabase;
  let engine: Engine;
  let on: ReturnType<typeof poolsOn>;

  beforeAll(async () => {
    database = await freshDatabase();
    engine = await engineOn(database);
    on = poolsOn(database.db);
  });
  afterAll(async () => {
    await engine.close();
    await database.close();
  });

  /** A note of forty days that its second pool stopped a month ago. */
  const stopped = async () => {
    const note = await aNoteInPool(database.db, { level: 1, target: 400, hoursOld: 960 });
    await database.owner(
      `update pool_run set impressions = 400, exposure = 400, clicks = 20, entered_at = now() - interval '3 hours', next_review_at = now() - interval '1 second' where note_id = $1`,
      [note.noteId],
    );
    await database.owner(`update note set published_at = now() - interval '20 hours' where id = $1`, [
      note.noteId,
    ]);
    await on.pools.reviewDue();
    await database.owner(`update note set published_at = now() - interval '40 days' where id = $1`, [
      note.noteId,
    ]);
    return note;
  };
  const searched = async (noteId: string, times: number, opens: number) => {
    const events = Array.from({ length: times }, (_, at) => {
      const token = engine.slot(noteId, { level: 1, rail: search, placement: 1 });
      return [
        event('impression', token),
        ...(at < times * opens ? [event('click', token), event('like', token), event('collect', token)] : []),
      ];
    }).flat();
    await engine.engagement.ingest(application, { events });
  };
  const decisions = (noteId: string) =>
    database.owner<DecisionRecord>('select * from pool_decision where note_id = $1 order by decided_at', [
      noteId,
    ]);
  const standing = async (noteId: string) =>
    (
      await database.owner<{ state: string; level: number; open: number; new_again: boolean }>(
        `select note.state, note.level, run.level as open, run.fresh_from > now() - interval '1 minute' as new_again
         from note left join pool_run run on run.note_id = note.id and run.closed_at is null where note.id = $1`,
        [noteId],
      )
    )[0];

  it('comes back when readers search for it and like it, once, also when two workers look at the same moment', async () => {
    const { noteId, workspaceId } = await stopped();
    expect(await standing(noteId)).toMatchObject({ state: 'stopped', level: 1, open: null });
    await searched(noteId, 150, 0.25);
    const back = await Promise.all([on.returns.bringBack(), on.returns.bringBack()]);
    expect(back.sort()).toEqual([0, 1]);
    expect(await on.returns.bringBack()).toBe(0);
    expect(await standing(noteId)).toEqual({ state: 'climbing', level: 2, open: 2, new_again: true });
    const [stop, pass] = await decisions(noteId);
    expect(stop).toMatchObject({ outcome: 'stop', level: 1 });
    expect(pass).toMatchObject({ outcome: 'pass', level: 1, to_level: 2, reason: 'FOUND_BY_SEARCH' });
    expect(pass?.evidence.counts.impressions).toBe(150);
    const climb = await on.queries.climb(workspaceId, noteId);
    expect(climb.basins.map((basin) => basin.state).slice(1, 4)).toEqual(['passed', 'current', 'ahead']);
  });

  it('counts as new again: its pool does not take it out for its age', async () => {
    const { noteId } = await stopped();
    await searched(noteId, 150, 0.25);
    await on.returns.bringBack();
    await database.owner(
      `update pool_run set next_review_at = now() - interval '1 second' where note_id = $1 and closed_at is null`,
      [noteId],
    );
    await on.pools.reviewDue();
    expect(await standing(noteId)).toMatchObject({ state: 'climbing', level: 2 });
  });

  it('stays where it is while few search for it, or those who do like it no better', async () => {
    const { noteId: rare } = await stopped();
    const { noteId: dull } = await stopped();
    await searched(rare, 40, 0.5);
    await searched(dull, 150, 0.02);
    await on.returns.bringBack();
    expect(await standing(rare)).toMatchObject({ state: 'stopped' });
    expect(await standing(dull)).toMatchObject({ state: 'stopped' });
  });
});
