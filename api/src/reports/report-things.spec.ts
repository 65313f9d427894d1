import type { ReportResult, ReportThings } from '@poolrise/contracts';
import { randomUUID } from 'node:crypto';
import { ReportStage } from '../../test/report-stage';

describe('what a report can be narrowed to', () => {
  const stage = new ReportStage();
  const { aNote, call } = stage;
  let hostedNote: string;
  let observedNote: string;
  beforeAll(() => stage.raise());
  beforeEach(async () => {
    await stage.enter();
    hostedNote = await aNote('冷泡茶开箱', 1_000);
    observedNote = await anObservedNote('冷泡茶测评', 'c0ffee01', 5_000);
  });
  afterAll(() => stage.close());

  /** A note that files alone speak of, with its creator by the id of the platform. */
  const anObservedNote = async (title: string, creatorId: string, impressions: number): Promise<string> => {
    const { owner } = stage.database;
    const [file] = await owner<{ id: string }>(
      `insert into import_file (workspace_id, name, bytes, sha256, uploaded_by, uploaded_at, state, kept_until)
       values ($1, '投后.csv', 1, sha256(gen_random_uuid()::text::bytea), gen_random_uuid(), now(), 'done', current_date + 365) returning id`,
      [stage.room],
    );
    const [note] = await owner<{ id: string }>(
      `insert into observed_note (workspace_id, title, title_key, published_at) values ($1, $2, $2, '2026-03-01T02:00:00Z') returning id`,
      [stage.room, title],
    );
    await owner(
      `insert into observation (workspace_id, subject, key, source, import_id, day, note_id, record)
       values ($1, 'note-snapshot', $2, 'P1', $3, '2026-03-20', $4, jsonb_build_object('values', $5::jsonb))`,
      [stage.room, randomUUID(), file?.id, note?.id, JSON.stringify({ creatorId, impressions })],
    );
    return note?.id ?? '';
  };
  const find = async (query: string) =>
    (await call<ReportThings>('GET', `report-things?${query}`)).body.items.map(
      ({ origin, title, beside }) => `${origin} ${title} ${beside}`,
    );

  it('are notes counted here and notes of files in one list, each saying which', async () => {
    expect(await find(`kind=note&search=${encodeURIComponent('冷泡茶')}`)).toEqual([
      expect.stringMatching(/^hosted 冷泡茶开箱 /),
      'file 冷泡茶测评 ',
    ]);
    expect(await find(`kind=note&ids=${hostedNote},${observedNote}`)).toHaveLength(2);
    expect(await find(`kind=note&search=${encodeURIComponent('没有这样的笔记')}`)).toEqual([]);
  });

  it('are creators of files too, by the beginning of their id or by one of their notes', async () => {
    await anObservedNote('手冲入门', 'c0ffee02', 100);
    expect(await find('kind=creator&search=c0ff')).toEqual([
      'file c0ffee01 冷泡茶测评',
      'file c0ffee02 手冲入门',
    ]);
    expect(await find(`kind=creator&search=${encodeURIComponent('手冲')}`)).toEqual([
      'file c0ffee02 手冲入门',
    ]);
    expect(await find('kind=creator&ids=c0ffee02,nobody')).toEqual(['file c0ffee02 手冲入门']);
    const [own] = (
      await call<ReportThings>('GET', `report-things?kind=creator&search=${encodeURIComponent('小满')}`)
    ).body.items;
    expect(own).toMatchObject({ origin: 'hosted', notes: 1 });
  });

  it('hold a report to what was chosen, from both at once', async () => {
    const run = async (filters: object) => {
      const { body } = await call<ReportResult>('POST', 'report-runs', {
        metrics: ['impressions'],
        dimensions: ['note'],
        timeBasis: 'published',
        period: { from: '2026-01-01', to: '2026-12-31' },
        sort: { by: 'impressions' },
        filters,
      });
      return body.rows.map(({ keys, cells }) => [keys[0]?.name, cells[0]?.figure.value]);
    };
    await anObservedNote('手冲入门', 'c0ffee02', 100);
    expect(await run({ noteIds: [observedNote] })).toEqual([['冷泡茶测评', 5_000]]);
    expect(await run({ noteIds: [observedNote, hostedNote] })).toEqual([
      ['冷泡茶测评', 5_000],
      ['冷泡茶开箱', 1_000],
    ]);
    expect(await run({ creatorIds: ['c0ffee02'] })).toEqual([['手冲入门', 100]]);
  });

  it('are the workspace’s own and nobody else’s', async () => {
    await stage.enter();
    expect(await find(`kind=note&search=${encodeURIComponent('冷泡茶')}`)).toEqual([]);
    expect(await find('kind=creator&search=c0ff')).toEqual([]);
    expect(await find(`kind=note&ids=${hostedNote},${observedNote}`)).toEqual([]);
    expect(await find('kind=creator&ids=c0ffee01')).toEqual([]);
  });

  it('finds creators of files by the index of their ids, behind the walls too', async () => {
    const plan = await stage.database.db.inWorkspace(stage.room, async (tx) => {
      await tx.query('set local enable_seqscan = off');
      return tx.query<{ 'QUERY PLAN': string }[]>(
        `explain select creator_key from observation where workspace_id = app_workspace() and creator_key >= 'c0' and creator_key < 'c1'
         order by creator_key limit 1`,
      );
    });
    const text = plan.map((line) => line['QUERY PLAN']).join('\n');
    expect(text).toContain('observation_of_creator_key');
    expect(text).toMatch(/Index Cond: .*creator_key >= 'c0'/);
  });
});
