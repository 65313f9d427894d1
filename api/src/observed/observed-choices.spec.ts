import { freshDatabase, type TestDatabase } from '../../test/database';
import {
  analysisLine,
  noteAnalysis,
  noteId,
  noteLine,
  noteSheet,
  orderReport,
  ownLine,
  ownList,
} from '../../test/import-files';
import { Observer } from '../../test/observer';
import { aBrand } from '../../test/people';

describe('observed notes', () => {
  let database: TestDatabase;
  let lin: Observer;
  beforeAll(async () => {
    database = await freshDatabase();
  });
  beforeEach(async () => {
    lin = new Observer(database, await aBrand(database.db));
  });
  afterAll(() => database.close());

  it('are what they were before when a choice is taken back, and a note made for it alone is gone', async () => {
    await lin.bringIn('1.csv', noteSheet(noteLine(1)));
    await lin.bringIn('own 2026-11-01.csv', ownList(ownLine('第1篇笔记', '2026-10-05 09:00', '1.3万')));
    const [waiting] = await lin.unmatched();
    const nameKey = waiting?.nameKey ?? '';
    await lin.choose(nameKey, waiting?.likely[0]?.noteId ?? null);
    expect((await lin.choices()).map(({ rows, note, title }) => [rows, note.platformId, title])).toEqual([
      [1, noteId(1), '第1篇笔记'],
    ]);
    expect((await lin.list()).items).toMatchObject([{ snapshots: 2 }]);

    await lin.drop(nameKey);
    expect(await lin.choices()).toEqual([]);
    expect(await lin.unmatched()).toMatchObject([{ nameKey, rows: 1 }]);
    expect((await lin.list()).items).toMatchObject([
      { snapshots: 1, impressions: { value: 12_000, halfWidth: 500 } },
    ]);

    await lin.choose(nameKey, null);
    expect((await lin.list()).items).toHaveLength(2);
    await lin.drop(nameKey);
    expect((await lin.list()).items).toHaveLength(1);
    expect(await lin.unmatched()).toHaveLength(1);
    await expect(lin.drop(nameKey)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('take orders that name no note once a person says whose they are, with their figures and what they cost', async () => {
    await lin.bringIn('1.csv', noteSheet(noteLine(1, { 曝光量: 2_269, 阅读量: 248, 互动量: 3 })));
    await lin.bringIn('orders.csv', orderReport());
    const [waiting] = await lin.unmatched();
    expect(waiting).toMatchObject({
      subject: 'order',
      order: {
        id: '202608060000000001',
        name: '新品试饮',
        account: '林家茶',
        createdOn: '2026-09-28',
        quoteCents: 5_000,
      },
      impressions: 2_269,
      likely: [{ platformId: noteId(1), sameTitle: false, sameFigures: 2, figures: 3, daysAfterOrder: 4 }],
    });
    const chosen = waiting?.likely[0]?.noteId ?? '';
    await lin.choose(waiting?.nameKey ?? '', chosen);
    const view = await lin.one(chosen);
    expect(view.orders).toMatchObject([{ source: 'P0', values: { orderId: '202608060000000001' } }]);
    expect(view.series.points.impressionsNatural).toMatchObject([
      { day: '2026-11-02', span: { low: 1_455, high: 1_455 }, source: 'P0' },
    ]);
    expect(view.cost).toMatchObject({
      parts: [
        { key: 'quote', state: 'known', cents: 5_000 },
        { key: 'fee', state: 'known', cents: 500 },
        { key: 'ads', state: 'unknown' },
        { key: 'boosts', state: 'known', cents: 0 },
        { key: 'vouchers', state: 'known', cents: 0 },
      ],
      totalCents: null,
      atLeastCents: 5_500,
    });
    expect(await lin.choices()).toMatchObject([{ orderId: '202608060000000001', rows: 1, chosenBy: 'Lin' }]);
    await lin.drop(waiting?.nameKey ?? '');
    expect(await lin.unmatched()).toHaveLength(1);
    expect((await lin.one(chosen)).cost).toMatchObject({
      parts: [{ key: 'quote', state: 'estimated', cents: 100_000 }, { key: 'fee' }, {}, {}, {}],
    });
  });

  it('say what bought impressions brought as an interval, or why that cannot be told', async () => {
    // 50 natural impressions a day, and half an impression more for each one bought, on every third and fourth day.
    const sheet = (from: number, to: number): Buffer => {
      const lines: string[] = [];
      let [natural, paid] = [500, 0];
      for (let day = 1; day <= to; day++) {
        const bought = day % 4 > 1 ? 60 + day : 0;
        natural += 50 + Math.round(bought / 2) + (day % 3);
        paid += bought;
        const cells = { naturalImpressions: natural, promotedImpressions: paid };
        if (day >= from) lines.push(analysisLine(1, `2026-10-${String(day + 2).padStart(2, '0')}`, cells));
      }
      return noteAnalysis(...lines);
    };
    await lin.bringIn('first days.csv', sheet(1, 8));
    const [note] = (await lin.list()).items;
    const before = await lin.one(note?.id);
    expect(before.spill).toMatchObject({
      verdict: 'cannot-tell',
      why: 'too-few-days',
      interval: null,
      days: 7,
    });

    await lin.bringIn('all days.csv', sheet(9, 28));
    const { spill, peers } = await lin.one(note?.id);
    expect(peers).toBe(0);
    expect(spill).toMatchObject({ verdict: 'brings-natural', days: 27 });
    expect(spill?.interval?.low).toBeLessThan(0.5);
    expect(spill?.interval?.high).toBeGreaterThan(0.5);
    expect(spill?.assumptions).toContain('DECAY_IS_SMOOTH');
  });

  it('learn from peers anew after each file, undo and choice', async () => {
    const peersOf = async () => {
      const [first] = (await lin.list({ search: noteId(1) })).items;
      return (await lin.one(first?.id)).peers;
    };
    await lin.bringIn('1.csv', noteSheet(noteLine(1), noteLine(2)));
    expect(await peersOf()).toBe(1);
    const more = await lin.bringIn('2.csv', noteSheet(noteLine(3), noteLine(4)));
    expect(await peersOf()).toBe(3);
    await lin.takeBack(more);
    expect(await peersOf()).toBe(1);
    await lin.bringIn('own 2026-11-01.csv', ownList(ownLine('第1篇笔记', '2026-10-05 09:00', '1.3万')));
    const [waiting] = await lin.unmatched();
    await lin.choose(waiting?.nameKey ?? '', null);
    expect(await peersOf()).toBe(2);
    await lin.drop(waiting?.nameKey ?? '');
    expect(await peersOf()).toBe(1);
  });
});
