import { NotesQuery } from '@poolrise/contracts';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { aNoteInPool, type PooledNoteAsk } from '../../test/notes';
import { aWorkspace } from '../../test/people';
import { poolsOn } from '../../test/pools';
import { aNoteToPublish } from '../../test/publishing';
import { NoteTotals } from './note-totals';
import { NotesQueries } from './notes.queries';

type Ask = Partial<Record<keyof NotesQuery, unknown>>;

describe('the list of notes', () => {
  let database: TestDatabase;
  let queries: NotesQueries;
  let totals: NoteTotals;
  let lin: string;

  beforeEach(async () => {
    database = await freshDatabase();
    queries = new NotesQueries(database.db);
    totals = new NoteTotals(database.db);
    lin = await aWorkspace(database.db);
  });
  afterEach(() => database.close());

  const listed = (ask: Ask = {}, workspaceId = lin) =>
    queries.list(workspaceId, NotesQuery.parse({ limit: 50, ...ask }));
  const titles = async (ask: Ask = {}, workspaceId = lin) =>
    (await listed(ask, workspaceId)).items.map(({ title }) => title);
  /** A note with what readers did to its run; the younger the later it is made. */
  let hoursOld = 100;
  const aNote = async (title: string, counts = { impressions: 0, clicks: 0 }, about: PooledNoteAsk = {}) => {
    const { noteId } = await aNoteInPool(database.db, {
      workspaceId: lin,
      title,
      hoursOld: hoursOld--,
      ...about,
    });
    await database.owner('update pool_run set impressions = $2, clicks = $3 where note_id = $1', [
      noteId,
      counts.impressions,
      counts.clicks,
    ]);
    return noteId;
  };
  const verdict = (noteId: string, lift: number) =>
    database.owner(
      `insert into pool_decision (note_id, workspace_id, level, to_level, outcome, reason, decided_at, policy_id, evidence, verdict)
       select $1, $2, 1, 2, 'pass', 'above-peers', now(), id, '{}', jsonb_build_object('estimate', jsonb_build_object('lift', $3::float8))
       from pool_policy where in_force`,
      [noteId, lin, lift],
    );

  it('finds Chinese by words inside longer ones, and by what a title begins with', async () => {
    const { notes } = poolsOn(database.db);
    await notes.publish(
      lin,
      aNoteToPublish({ title: '夏日低糖冷泡茶', body: '双十一回购', topics: ['早C晚A'] }),
    );
    await notes.publish(lin, aNoteToPublish({ title: '手冲咖啡入门', body: '九十度水', topics: [] }));
    for (const q of ['冷泡茶', '冷泡', '双十一', '低糖 回购', '夏日低'])
      expect([q, await titles({ q })]).toEqual([q, ['夏日低糖冷泡茶']]);
    expect(await titles({ q: '冷泡 咖啡' })).toEqual([]);
  });

  it('finds English in any form of its words', async () => {
    const { notes } = poolsOn(database.db);
    const body = 'I brewed it three times.';
    await notes.publish(
      lin,
      aNoteToPublish({ language: 'en', title: 'Cold oolong for summer', body, topics: [] }),
    );
    for (const q of ['brewing', 'BREW', 'oolong summer', 'Cold oo'])
      expect([q, await titles({ q })]).toEqual([q, ['Cold oolong for summer']]);
    expect(await titles({ q: 'coffee' })).toEqual([]);
  });

  it.each([
    [{ category: 'tech' }, ['tech']],
    [{ state: 'stopped' }, ['stopped']],
    [{ level: 3 }, ['level 3']],
    [{ type: 'video' }, ['video']],
    [{ boosted: 'yes' }, ['boosted']],
    [{ boosted: 'no', category: 'food', level: 1, state: 'climbing', type: 'image' }, ['plain']],
  ])('filters by %j, in every order', async (filter, expected) => {
    await aNote('plain');
    await aNote('tech', undefined, { category: 'tech' });
    await aNote('level 3', undefined, { level: 3 });
    await database.owner(`update note set type = 'video' where id = $1`, [await aNote('video')]);
    await database.owner(`update note set state = 'stopped' where id = $1`, [await aNote('stopped')]);
    await database.owner(
      `insert into boost (workspace_id, note_id, request_key, request_hash, goal, budget_cents, voucher_cents, wallet_cents,
         cents_per_thousand, planned_impressions, audience, state, starts_at, ends_at, launched_at)
       values ($1, $2, gen_random_uuid(), '', 'reads', 7500, 0, 7500, 1500, 5000, '{}', 'running', now(), now(), now())`,
      [lin, await aNote('boosted')],
    );
    for (const sort of ['published', 'impressions', 'reads', 'ctr', 'level', 'lift'])
      expect([sort, await titles({ ...filter, sort })]).toEqual([sort, expected]);
  });

  it.each([
    ['published', ['new', 'middle', 'old']],
    ['impressions', ['old', 'new', 'middle']],
    ['reads', ['new', 'old', 'middle']],
    ['ctr', ['middle', 'new', 'old']],
    ['level', ['middle', 'new', 'old']],
    ['lift', ['new', 'middle', 'old']],
  ] as const)('sorts by %s, both ways', async (sort, expected) => {
    await aNote('old', { impressions: 900, clicks: 50 }, { level: 0 });
    await verdict(await aNote('middle', { impressions: 100, clicks: 40 }, { level: 2 }), 0.8);
    await verdict(await aNote('new', { impressions: 500, clicks: 60 }, { level: 1 }), 1.4);
    expect(await totals.refresh()).toBe(3);
    expect(await titles({ sort })).toEqual(expected);
    expect(await titles({ sort, order: 'asc' })).toEqual([...expected].reverse());
  });

  it.each(['published', 'impressions', 'reads', 'ctr', 'level', 'lift'])(
    'sorted by %s gives every note once, page by page, while others are published',
    async (sort) => {
      // Most of them equal, so that the order of equals has to hold as well.
      for (let n = 0; n < 7; n++) await aNote(`note ${n}`, { impressions: 100 + 10 * (n % 2), clicks: 10 });
      await totals.refresh();
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await listed({ sort, limit: 2, cursor });
        seen.push(...page.items.map(({ title }) => title));
        await aNote('late', { impressions: 10_000, clicks: 10_000 }, { level: 9, hoursOld: 0 });
        cursor = page.nextCursor ?? undefined;
      } while (cursor && seen.length < 30);
      const before = seen.filter((title) => title !== 'late');
      expect([...before].sort()).toEqual(Array.from({ length: 7 }, (_, n) => `note ${n}`));
    },
  );

  it('refuses a cursor of another order', async () => {
    for (let n = 0; n < 3; n++) await aNote(`note ${n}`);
    const { nextCursor } = await listed({ sort: 'impressions', limit: 1 });
    await expect(listed({ sort: 'reads', cursor: nextCursor })).rejects.toMatchObject({
      code: 'invalid-cursor',
    });
  });

  it('shows nothing of another workspace', async () => {
    const noteId = await aNote('ours');
    const wen = await aWorkspace(database.db);
    for (const sort of ['published', 'impressions', 'level', 'lift'])
      expect(await titles({ sort }, wen)).toEqual([]);
    expect(await titles({ q: 'ours' }, wen)).toEqual([]);
    await expect(queries.one(wen, noteId)).rejects.toMatchObject({ code: 'not-found' });
  });

  describe('and the totals it is sorted by', () => {
    const moved = (noteId: string, impressions: number, at: Date) =>
      database.owner(
        `with counted as (update pool_run set impressions = impressions + $2 where note_id = $1)
         insert into engagement_hour (note_id, hour, level, rail, workspace_id, impressions)
         values ($1, date_trunc('hour', $3::timestamptz), 1, 1, $4, $2)`,
        [noteId, impressions, at, lin],
      );

    it('lists a note from the moment it is published, before anything was summed', async () => {
      await aNote('just now');
      expect(await titles({ sort: 'impressions' })).toEqual(['just now']);
    });

    it('follow readers and verdicts, and write only what changed', async () => {
      const [tea, coffee] = [await aNote('tea'), await aNote('coffee')];
      await totals.refresh();
      await moved(coffee, 50, new Date());
      expect(await totals.refresh()).toBe(1);
      expect(await titles({ sort: 'impressions' })).toEqual(['coffee', 'tea']);
      await verdict(tea, 2);
      expect(await totals.refresh()).toBe(1);
      expect(await titles({ sort: 'lift' })).toEqual(['tea', 'coffee']);
      expect(await totals.refresh()).toBe(0);
    });

    it('catch up after hours in which no worker ran', async () => {
      const note = await aNote('tea');
      await totals.refresh();
      await database.owner(`update installation set totals_summed_at = now() - interval '5 hours'`);
      await moved(note, 50, new Date(Date.now() - 4 * 3_600_000));
      await aNote('published meanwhile');
      expect(await totals.refresh()).toBe(2);
    });

    it('are the same when two workers sum at the same moment', async () => {
      for (let n = 0; n < 20; n++) await aNote(`note ${n}`, { impressions: n, clicks: 0 });
      await Promise.all([totals.refresh(), totals.refresh(), new NoteTotals(database.db).refresh()]);
      expect((await titles({ sort: 'impressions' }))[0]).toBe('note 19');
    });
  });
});
