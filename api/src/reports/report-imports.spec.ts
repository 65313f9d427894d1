import type { ReportResult } from '@poolrise/contracts';
import { Readable } from 'node:stream';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { deafJobs } from '../../test/deaf-jobs';
import { noteLine, noteSheet } from '../../test/import-files';
import { aBrand, type Someone } from '../../test/people';
import { aReportSpec, totalsOf } from '../../test/report-specs';
import { ImportJobs } from '../imports/import-jobs';
import { ImportsService } from '../imports/imports.service';
import { ReportsService } from './reports.service';

describe('a report of files', () => {
  let database: TestDatabase;
  let reports: ReportsService;
  let lin: Someone;
  beforeAll(async () => {
    database = await freshDatabase();
    reports = new ReportsService(database.db);
  });
  beforeEach(async () => {
    lin = await aBrand(database.db);
  });
  afterAll(() => database.close());

  const run = (over: Record<string, unknown> = {}): Promise<ReportResult> =>
    reports.run(lin.workspaceId, aReportSpec(over));
  const bring = async (...lines: string[]) => {
    const imports = new ImportsService(database.db, deafJobs);
    const jobs = new ImportJobs(database.db);
    const { id } = await imports.upload(
      lin.workspaceId,
      lin,
      { name: '投后数据.csv', takeOver: 'asked' },
      Readable.from([noteSheet(...lines)]),
    );
    await jobs.workDue();
    await imports.commit(lin.workspaceId, lin, id);
    await jobs.workDue();
    return id;
  };
  const autumn = { from: '2026-10-01', to: '2026-11-10' };

  it('carries what was rounded, only known from below, or unknown to every figure', async () => {
    const id = await bring(
      noteLine(1),
      noteLine(2, { 曝光量: 8_000, 互动量: 300 }),
      noteLine(3, { 曝光量: '-', 互动量: 40 }),
    );
    const result = await run({
      metrics: ['impressions', 'interactions', 'ctr', 'orderCost'],
      period: autumn,
      timeBasis: 'published',
    });
    expect(result.totals.map((cell) => cell?.figure)).toMatchObject([
      {
        value: 20_000,
        low: 19_500,
        high: 20_500,
        precision: ['rounded', 'partial'],
        rows: 3,
        unknownRows: 1,
      },
      { value: 350, low: 350, high: null, precision: ['lower-bound'] },
      { value: (901 + 902) / 20_000, precision: ['rounded', 'partial'] },
      { value: 330_000, precision: ['exact'] },
    ]);
    expect(result.columns[0]?.lineage).toMatchObject({
      origins: [{ kind: 'file', id, name: '投后数据.csv', rows: 3 }],
      dataAt: '2026-11-01T15:59:59.999Z',
    });
  });

  it('tells of a period what came between two snapshots, and of a note that is older and has one, nothing', async () => {
    await bring(
      noteLine(1, { 笔记发布日期: '2026-09-02', 数据更新日期: '2026/10/10', 阅读量: 500 }),
      noteLine(2, { 笔记发布日期: '2026-09-02', 数据更新日期: '2026/11/01', 阅读量: 400 }),
    );
    await bring(noteLine(1, { 笔记发布日期: '2026-09-02', 数据更新日期: '2026/11/01', 阅读量: 800 }));
    const after = {
      metrics: ['clicks'],
      sort: { by: 'clicks' },
      period: { from: '2026-10-15', to: '2026-11-05' },
    };
    const { totals } = await run(after);
    expect(totals[0]?.figure).toMatchObject({
      value: 300,
      rows: 2,
      unknownRows: 1,
      precision: ['partial'],
    });
    const whole = await run({
      ...after,
      timeBasis: 'published',
      period: { from: '2026-09-01', to: '2026-11-05' },
    });
    expect(totalsOf(whole)).toEqual([1_200]);
  });

  it('divides the price of a note by what that note brought', async () => {
    await bring(noteLine(1, { 曝光量: 10_000 }), noteLine(2, { 曝光量: '-' }));
    const { totals, rows } = await run({
      metrics: ['noteCpm', 'cpr'],
      dimensions: ['note'],
      period: autumn,
      timeBasis: 'published',
      sort: { by: 'cpr', direction: 'asc' },
    });
    expect(totals[0]?.figure).toMatchObject({ value: 11_000, rows: 2, unknownRows: 1 });
    expect(
      rows.map(({ keys, cells }) => [keys[0]?.name, cells[0]?.figure.value, cells[1]?.figure.value]),
    ).toEqual([
      ['第2篇笔记', null, 110_000 / 902],
      ['第1篇笔记', 11_000, 110_000 / 901],
    ]);
  });

  it('of a shop counts an order to the cycle of its creator’s notes, and where no note is known to none', async () => {
    const { workspaceId } = lin;
    const say = (
      subject: string,
      key: string,
      values: object,
      day: string | null = null,
      noteId: string | null = null,
    ) =>
      database.owner(
        `insert into observation (workspace_id, subject, key, source, import_id, day, note_id, record)
         values ($1, $2, $3, 'Q1', $4, $5, $6, jsonb_build_object('values', $7::jsonb))`,
        [workspaceId, subject, key, file?.id, day, noteId, JSON.stringify(values)],
      );
    const [file] = await database.owner<{ id: string }>(
      `insert into import_file (workspace_id, name, bytes, sha256, uploaded_by, uploaded_at, state, kept_until)
       values ($1, '买手订单.csv', 1, sha256(gen_random_uuid()::text::bytea), gen_random_uuid(), now(), 'done', '2040-01-01') returning id`,
      [workspaceId],
    );
    const [note] = await database.owner<{ id: string }>(
      `insert into observed_note (workspace_id, title, published_at) values ($1, '冷泡茶', '2026-05-01T02:00:00Z') returning id`,
      [workspaceId],
    );
    await say('note-snapshot', 'one', { creatorId: 'c1', reads: 10 }, '2026-06-01', note?.id ?? null);
    const order = (creatorId: string, day: string, buyerPaid: number, refunded: number) =>
      say('shop-order', `${creatorId} ${day}`, { creatorId, paidAt: { day }, buyerPaid, refunded });
    await order('c1', '2026-05-20', 5_000, 1_000);
    await order('c1', '2026-08-20', 7_000, 0);
    await order('c2', '2026-05-20', 900, 0);
    const spec = {
      dimensions: ['creator'],
      period: { from: '2026-05-01', to: '2026-08-31' },
      sort: { by: 'gmv' },
    };
    const paid = await run({ ...spec, metrics: ['gmv', 'roiCycle'] });
    expect(paid.rows.map(({ keys, cells }) => [keys[0]?.key, cells[0]?.figure.value])).toEqual([
      ['c1', 12_000],
      ['c2', 900],
    ]);
    const net = await run({ ...spec, metrics: ['gmv'], choice: { refunds: 'net' } });
    expect(totalsOf(net)).toEqual([11_900]);
    // What the notes cost nobody said, so what came back for it is unknown and not nothing.
    expect(paid.totals[1]?.figure).toMatchObject({ value: null, unknownRows: 2 });
    await say(
      'order',
      'o1',
      { orderId: '1', quote: 1_000, serviceFee: 100, orderCreatedAt: { day: '2026-05-01' }, creatorId: 'c1' },
      '2026-06-01',
      note?.id ?? null,
    );
    const back = await run({ ...spec, metrics: ['gmv', 'roiCycle'] });
    expect(back.rows[0]?.cells[1]?.figure.value).toBeCloseTo(5_000 / 1_100, 10);
    expect(back.columns[1]?.lineage?.cycleDays).toBe(30);
  });
});
