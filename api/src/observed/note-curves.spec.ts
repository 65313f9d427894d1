import { Readable } from 'node:stream';
import { freshDatabase, type TestDatabase } from '../../test/database';
import {
  analysisLine,
  noteAnalysis,
  noteCurves,
  noteId,
  noteLine,
  noteSheet,
  ownLine,
  ownList,
} from '../../test/import-files';
import { Observer } from '../../test/observer';
import { aBrand, type Someone } from '../../test/people';
import { ImportJobs } from '../imports/import-jobs';

describe('curves of one note', () => {
  let database: TestDatabase;
  let who: Someone;
  let lin: Observer;
  beforeAll(async () => {
    database = await freshDatabase();
  });
  beforeEach(async () => {
    who = await aBrand(database.db);
    lin = new Observer(database, who);
  });
  afterAll(() => database.close());

  const theOnlyNote = async () => {
    const { items } = await lin.list();
    expect(items).toHaveLength(1);
    return lin.one(items[0]?.id);
  };

  it('that name their note join its series, where a snapshot of the same day disagrees beside them', async () => {
    await lin.bringIn('1.csv', noteSheet(noteLine(1, { 数据更新日期: '2026-10-04', 曝光量: 1_000 })));
    const curves = noteCurves(
      '2026-10-02',
      { imp_list: [500, 300, 100, 50], cover_click_rate_list: [12.5, 9.75, 8.25, 3] },
      { note_id: noteId(1) },
    );
    const file = await lin.bringIn('base.json', curves);
    const view = await theOnlyNote();
    expect(view.series.points.impressions).toMatchObject([
      { day: '2026-10-02', span: { low: 500, high: 500 }, source: 'C3' },
      { day: '2026-10-03', span: { low: 800 }, source: 'C3' },
      { day: '2026-10-04', source: 'P1', others: [{ source: 'C3', span: { low: 900 }, agrees: false }] },
      { day: '2026-10-05' },
    ]);
    expect(view.series.curves).toMatchObject([
      { metric: 'impressions', period: 'day', points: [{ span: { low: 500 } }, {}, {}, {}] },
      { metric: 'coverCtr', period: 'day' },
    ]);
    const rate = view.series.curves[1]?.points[0]?.span;
    expect([rate?.low, rate?.high]).toEqual([expect.closeTo(0.12495), expect.closeTo(0.12505)]);
    expect(view.sources).toEqual(
      expect.arrayContaining([expect.objectContaining({ kind: 'C3', rows: 8, lastDay: '2026-10-05' })]),
    );

    await lin.takeBack(file);
    const after = await theOnlyNote();
    expect(after.series.curves).toEqual([]);
    expect(after.series.points.impressions).toMatchObject([{ day: '2026-10-04', others: [] }]);
  });

  it('that do not are of the note that a person picks, even one without an id, until the file is taken back', async () => {
    await lin.bringIn('own 2026-11-01.csv', ownList(ownLine('冷泡茶', '2026-10-02 00:00', 900)));
    const known = (await lin.list()).items[0]?.id ?? '';
    const curves = noteCurves('2026-10-02', { imp_list: [500, 300], like_list: [9, 4] });
    const file = await lin.bringInCurves('冷泡茶 趋势.json', curves, known);
    const view = await theOnlyNote();
    expect(view.id).toBe(known);
    expect(view.series.points.likes.map(({ day, span }) => [day, span.low])).toEqual([
      ['2026-10-02', 9],
      ['2026-10-03', 13],
      ['2026-11-01', 20],
    ]);
    expect(await lin.choices()).toMatchObject([{ title: '冷泡茶 趋势', rows: 4, note: { id: known } }]);
    await lin.takeBack(file);
    expect((await theOnlyNote()).series.curves).toEqual([]);
    expect(await lin.choices()).toEqual([]);
  });

  it('of nobody wait with the notes that they may be of; two files never mix', async () => {
    await lin.bringIn(
      'own 2026-11-01.csv',
      ownList(
        ownLine('冷泡茶', '2026-10-20 09:00', 900),
        ownLine('热茶', '2026-10-02 09:00', 800),
        ownLine('茶点', '2026-10-14 09:00', 70),
      ),
    );
    await lin.bringInCurves('冷泡茶_趋势.json', noteCurves('2026-10-02', { imp_list: [500, 300] }), 'later');
    await lin.bringInCurves('base.json', noteCurves('2026-10-02', { imp_list: [70, 1] }), 'later');
    const waiting = await lin.unmatched();
    expect(waiting).toHaveLength(2);
    const titled = waiting.find(({ title }) => title === '冷泡茶_趋势');
    expect(titled).toMatchObject({
      subject: 'series-point',
      rows: 2,
      curve: { from: '2026-10-02', to: '2026-10-03' },
      impressions: 800,
    });
    expect(titled?.likely.map(({ title, sameTitle, daysApart }) => [title, sameTitle, daysApart])).toEqual([
      // The same sum of impressions speaks louder than a word in the name of a file.
      ['热茶', false, 0],
      ['冷泡茶', true, 18],
    ]);
    await lin.choose(titled?.nameKey ?? '', titled?.likely[0]?.noteId ?? null);
    expect(await lin.unmatched()).toMatchObject([{ title: 'base', impressions: 71 }]);
    const view = await lin.one(titled?.likely[0]?.noteId);
    expect(view.series.curves[0]?.points.map(({ span }) => span.low)).toEqual([500, 300]);

    await lin.choose((await lin.unmatched())[0]?.nameKey ?? '', null);
    const own = (await lin.list()).items.find(({ title }) => title === 'base');
    expect((await lin.one(own?.id)).series.curves).toHaveLength(1);
    expect((await lin.one(own?.id)).estimate).toBeNull();
  });

  it('are asked about with suggestions before they are read; a note of another workspace is none', async () => {
    await lin.bringIn('own 2026-11-01.csv', ownList(ownLine('热茶', '2026-10-02 09:00', 800)));
    const { id } = await lin.imports.upload(
      who.workspaceId,
      who,
      { name: 'base.json', takeOver: 'asked' },
      Readable.from([noteCurves('2026-10-03', { imp_list: [5, 3] })]),
    );
    await new ImportJobs(database.db).workDue();
    expect((await lin.observed.likelyOf(who.workspaceId, id)).items).toMatchObject([
      { title: '热茶', daysApart: 1, sameTitle: false },
    ]);
    const wen = await aBrand(database.db, { name: 'Wen' });
    await expect(lin.observed.likelyOf(wen.workspaceId, id)).rejects.toMatchObject({ code: 'not-found' });
    const { mapping } = await lin.imports.one(who.workspaceId, id);
    if (!mapping) throw new Error('the file was not recognised');
    await expect(lin.imports.map(who.workspaceId, who, id, mapping)).rejects.toMatchObject({
      code: 'import-mapping-faulty',
    });
    await expect(
      lin.imports.map(who.workspaceId, who, id, { ...mapping, curveOf: wen.workspaceId }),
    ).rejects.toMatchObject({ code: 'import-mapping-faulty' });
  });

  it('tell natural days between snapshots that say what was bought, and where that was', async () => {
    const seen = (day: string, promotedImpressions: number) =>
      analysisLine(1, day, { naturalImpressions: 0, promotedImpressions });
    for (const [day, promoted] of [
      ['2026-10-05', 0],
      ['2026-10-06', 40],
    ] as const)
      await lin.bringIn(
        `${day}.csv`,
        noteAnalysis(seen(day, promoted).replace(/,0,(\d+),0,400/, ',,$1,0,400')),
      );
    await lin.bringIn(
      'base.json',
      noteCurves('2026-10-02', { imp_list: [500, 300, 100, 50, 80] }, { note_id: noteId(1) }),
    );
    const view = await theOnlyNote();
    expect(view.paid).toEqual({ from: '2026-10-06', to: '2026-10-06' });
    expect(view.spill?.days).toBe(5);
    expect(view.series.points.impressionsNatural.slice(0, 3).map(({ day, span }) => [day, span.low])).toEqual(
      [
        ['2026-10-02', 500],
        ['2026-10-03', 800],
        ['2026-10-04', 900],
      ],
    );
  });

  it('of peers count by their days', async () => {
    const hours = Array.from({ length: 40 }, (_, at) => ({
      date: Date.parse('2026-10-02T10:00:00+08:00') + at * 3_600_000,
      count: 10,
    }));
    const byHour = Buffer.from(JSON.stringify({ note_id: noteId(1), data: { hour: { imp_list: hours } } }));
    await lin.bringIn('1.csv', noteSheet(noteLine(1), noteLine(2)));
    await lin.bringIn('base.json', byHour);
    const { snapshotNotes } = await import('./snapshot-notes');
    const ids = (await lin.list()).items.map(({ id }) => id);
    const notes = await database.db.inWorkspace(who.workspaceId, (tx) => snapshotNotes(tx, ids));
    const own = [...notes.values()].find(({ series }) => series.curves.length > 0);
    expect(own?.series.curves).toMatchObject([
      { metric: 'impressions', period: 'day', points: [{ span: { low: 140 } }, { span: { low: 240 } }] },
    ]);
    expect(own?.series.points.impressions.map(({ day, span }) => [day, span.low])).toEqual([
      ['2026-10-02', 140],
      ['2026-10-03', 380],
      ['2026-11-01', 11_500],
    ]);
  });
});
