import { freshDatabase, type TestDatabase } from '../../test/database';
import { noteId, noteLine, noteSheet, ownLine, ownList } from '../../test/import-files';
import { Observer } from '../../test/observer';
import { aBrand } from '../../test/people';

describe('notes that files speak of', () => {
  let database: TestDatabase;
  let lin: Observer;
  beforeAll(async () => {
    database = await freshDatabase();
  });
  beforeEach(async () => {
    lin = new Observer(database, await aBrand(database.db));
  });
  afterAll(() => database.close());

  it('are one series from several files, with every source kept and the most trusted one shown', async () => {
    await lin.bringIn(
      '1.csv',
      noteSheet(noteLine(1, { 数据更新日期: '2026-10-08', 曝光量: 4_000, 互动量: 80 })),
    );
    await lin.bringIn(
      '2.csv',
      noteSheet(noteLine(1, { 数据更新日期: '2026-10-20', 曝光量: '1.2万', 互动量: '10+' })),
    );
    await lin.bringIn(
      '创作中心 2026-10-20.csv',
      ownList(ownLine('第1篇笔记', '2026年10月02日12时30分05秒', 20_000)),
    );
    const { items } = await lin.list();
    expect(items).toMatchObject([
      {
        platformId: noteId(1),
        title: '第1篇笔记',
        day: '2026-10-20',
        snapshots: 3,
        sources: ['C1', 'P1'],
        impressions: { value: 12_000, halfWidth: 500 },
        interactions: { value: 10, atLeast: true },
      },
    ]);
    const view = await lin.one(items[0]?.id);
    expect(view.series.points.impressions).toMatchObject([
      { day: '2026-10-08', span: { low: 4_000, high: 4_000 }, source: 'P1' },
      {
        day: '2026-10-20',
        source: 'P1',
        others: [{ source: 'C1', span: { low: 20_000, high: 20_000 }, agrees: false }],
      },
    ]);
    expect(view.sources.map(({ kind, rows }) => [kind, rows])).toEqual(
      expect.arrayContaining([
        ['P1', 1],
        ['C1', 1],
      ]),
    );
    expect(view.estimate?.level).toMatchObject({ told: true });
  });

  it('of the same title on another day wait until a person says which is meant, also for later files', async () => {
    await lin.bringIn(
      '1.csv',
      noteSheet(noteLine(1), noteLine(2, { 笔记标题: '第1篇笔记', 笔记发布日期: '2026-10-09' })),
    );
    await lin.bringIn('own 2026-11-01.csv', ownList(ownLine('第1篇笔记', '2026-10-05 09:00', '1.2万')));
    const [waiting] = await lin.unmatched();
    expect(waiting).toMatchObject({
      subject: 'note-snapshot',
      title: '第1篇笔记',
      rows: 1,
      sources: ['C1'],
      likely: [
        { platformId: noteId(1), daysApart: 3, sameTitle: true, sameFigures: 1, figures: 2 },
        { platformId: noteId(2), daysApart: 4 },
      ],
    });
    await lin.choose(waiting?.nameKey ?? '', waiting?.likely[0]?.noteId ?? null);
    expect(await lin.unmatched()).toEqual([]);
    await lin.bringIn('own 2026-11-08.csv', ownList(ownLine('第1篇笔记', '2026-10-05 09:00', 13_000)));
    expect(await lin.unmatched()).toEqual([]);
    const { items } = await lin.list({ sort: 'impressions' });
    expect(items.map(({ platformId, snapshots }) => [platformId, snapshots])).toEqual([
      [noteId(1), 3],
      [noteId(2), 1],
    ]);
  });

  it('may be notes of their own, and are not lost when the file that named them first is taken back', async () => {
    await lin.bringIn('own 2026-11-01.csv', ownList(ownLine('独一无二', '2026-10-05 09:00', 900)));
    const sheet = await lin.bringIn(
      '1.csv',
      noteSheet(noteLine(7, { 笔记标题: '独一无二', 笔记发布日期: '2026-10-05' })),
    );
    expect((await lin.list()).items).toMatchObject([{ platformId: noteId(7), snapshots: 2 }]);
    await lin.takeBack(sheet);
    expect((await lin.list()).items).toMatchObject([
      { platformId: null, title: '独一无二', snapshots: 1, impressions: 900 },
    ]);

    await lin.bringIn('own 2026-11-02.csv', ownList(ownLine('独一无二', '2026-10-09 10:00', 50)));
    const [waiting] = await lin.unmatched();
    await lin.choose(waiting?.nameKey ?? '', null);
    expect((await lin.list()).items).toHaveLength(2);
  });

  it('are found by title and id, sorted, and paged without a gap', async () => {
    await lin.bringIn(
      '1.csv',
      noteSheet(
        ...[3, 1, 2].map((n) =>
          noteLine(n, { 曝光量: n * 1_000, 笔记发布日期: n === 2 ? '' : '2026-10-02' }),
        ),
      ),
    );
    const first = await lin.list({ sort: 'impressions', limit: 2 });
    expect(first.items.map(({ impressions }) => impressions)).toEqual([3_000, 2_000]);
    const rest = await lin.list({ sort: 'impressions', limit: 2, cursor: first.nextCursor ?? undefined });
    expect(rest).toMatchObject({ items: [{ impressions: 1_000 }], nextCursor: null });
    const seen: string[] = [];
    for (let cursor: string | undefined; ;) {
      const page = await lin.list({ limit: 1, ...(cursor && { cursor }) });
      seen.push(...page.items.map(({ platformId }) => platformId ?? ''));
      if (!page.nextCursor) break;
      cursor = page.nextCursor;
    }
    expect([...seen].sort()).toEqual([noteId(1), noteId(2), noteId(3)]);
    expect(seen.at(-1)).toBe(noteId(2));
    expect((await lin.list({ search: '第3' })).items).toHaveLength(1);
    expect((await lin.list({ search: noteId(2).toUpperCase() })).items).toHaveLength(1);
    expect((await lin.list({ search: '100%_' })).items).toEqual([]);
  });

  it('of one workspace are nobody’s in another', async () => {
    await lin.bringIn('1.csv', noteSheet(noteLine(1)));
    const wen = await aBrand(database.db, { name: 'Wen' });
    const [mine] = (await lin.list()).items;
    expect((await lin.observed.list(wen.workspaceId, { sort: 'published', limit: 50 })).items).toEqual([]);
    await expect(lin.observed.one(wen.workspaceId, mine?.id ?? '')).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(lin.observed.drop(wen.workspaceId, 'x')).rejects.toMatchObject({ code: 'not-found' });
    await expect(
      lin.observed.choose(wen.workspaceId, wen, { nameKey: 'x', noteId: mine?.id ?? null }),
    ).rejects.toMatchObject({ code: 'not-found' });
  });
});
