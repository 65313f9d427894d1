import { ReportSpec, type ReportResult } from '@poolrise/contracts';
import { Readable } from 'node:stream';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { noteLine, noteSheet } from '../../test/import-files';
import {
  aBrandWithNote,
  aFundedBrand,
  anAsk,
  aVoucher,
  balancesOf,
  type Brand,
  deliver,
  moneyOn,
} from '../../test/money';
import { aMember, type Someone } from '../../test/people';
import { EngagementDays } from '../engagement/engagement-days';
import { ImportJobs } from '../imports/import-jobs';
import { ImportsService } from '../imports/imports.service';
import type { JobsService } from '../jobs/jobs.service';
import { ReportsService } from './reports.service';

/** The queue: a nudge may be lost without harm, and here all of them are. */
const deaf = { nudge: () => undefined } as unknown as JobsService;
const day = 86_400_000;
/** The day so many days ago, in Shanghai. */
const ago = (days: number): string =>
  new Date(Date.now() + 8 * 3_600_000 - days * day).toISOString().slice(0, 10);

describe('a report', () => {
  let database: TestDatabase;
  let reports: ReportsService;
  let brand: Brand;
  beforeAll(async () => {
    database = await freshDatabase();
    reports = new ReportsService(database.db);
  });
  beforeEach(async () => {
    brand = await aBrandWithNote(database.db);
  });
  afterAll(() => database.close());

  const aSpec = (over: Record<string, unknown> = {}): ReportSpec =>
    ReportSpec.parse({
      metrics: ['impressions'],
      dimensions: [],
      period: { from: ago(30), to: ago(0) },
      sort: { by: 'impressions' },
      ...over,
    });
  const run = (over: Record<string, unknown> = {}, of = brand.workspaceId): Promise<ReportResult> =>
    reports.run(of, aSpec(over));
  const values = ({ totals }: ReportResult) => totals.map((cell) => cell?.figure.value ?? null);

  /** An hour of engagement, so many days ago. */
  const count = (
    days: number,
    counts: { impressions: number; clicks?: number; likes?: number; rail?: number },
    of = brand,
  ) =>
    database.db.asEngine((tx) =>
      tx.query(
        `insert into engagement_hour (note_id, workspace_id, hour, level, rail, impressions, clicks, likes)
         values ($1, $2, date_trunc('hour', now()) - $3 * interval '1 day', 0, $4, $5, $6, $7)
         on conflict on constraint engagement_hour_pkey do update set impressions = engagement_hour.impressions + excluded.impressions`,
        [
          of.noteId,
          of.workspaceId,
          days,
          counts.rail ?? 1,
          counts.impressions,
          counts.clicks ?? 0,
          counts.likes ?? 0,
        ],
      ),
    );

  describe('of what is counted here', () => {
    beforeEach(async () => {
      await count(1, { impressions: 1_000, clicks: 80, likes: 5 });
      await count(5, { impressions: 500, clicks: 50, likes: 2 });
      await count(5, { impressions: 300, clicks: 6, rail: 3 });
      await count(40, { impressions: 9_000, clicks: 90 });
    });

    it('has the sums of its period and no others, each with where it comes from', async () => {
      const result = await run({
        metrics: ['impressions', 'impressionsHeated', 'clicks', 'ctr', 'ctrNatural'],
      });
      expect(values(result)).toEqual([1_800, 300, 136, 136 / 1_800, 130 / 1_500]);
      expect(result.columns[0]?.lineage).toMatchObject({
        origins: [{ kind: 'stream', id: 'hosted-hours', rows: 3 }],
        window: { from: ago(30), to: ago(0), timeZone: 'Asia/Shanghai' },
        dataAt: expect.any(String),
      });
      expect(result.totals[0]?.figure.precision).toEqual(['exact']);
    });

    it('is split by day, note and placement, and the parts make the whole', async () => {
      for (const dimensions of [
        ['day'],
        ['note'],
        ['placement'],
        ['day', 'placement'],
        ['creator'],
        ['tier'],
        ['category'],
      ]) {
        const { rows, totals } = await run({ dimensions });
        const sum = rows.reduce((all, { cells }) => all + (cells[0]?.figure.value ?? 0), 0);
        expect([dimensions, sum, totals[0]?.figure.value]).toEqual([dimensions, 1_800, 1_800]);
      }
      const { rows } = await run({ dimensions: ['day'], sort: { by: 'day', direction: 'asc' } });
      expect(rows.map(({ keys, cells }) => [keys[0]?.key, cells[0]?.figure.value])).toEqual([
        [ago(5), 800],
        [ago(1), 1_000],
      ]);
      const placed = await run({ dimensions: ['placement'] });
      expect(placed.rows.map(({ keys }) => keys[0]?.key)).toEqual(['organic', 'paid']);
      const named = await run({ dimensions: ['note'] });
      expect(named.rows[0]?.keys).toEqual([{ key: brand.noteId, name: '一杯好茶的早晨' }]);
    });

    it('says the same from days that were summed as from hours, also when an old hour is counted again', async () => {
      const wanted = {
        dimensions: ['day', 'placement'],
        metrics: ['impressions', 'clicks', 'interactions'],
        sort: { by: 'day' },
      };
      const before = await run(wanted);
      const days = new EngagementDays(database.db);
      expect(await days.sumDue()).toBeGreaterThan(0);
      expect(
        await database.owner(`select from engagement_day where workspace_id = '${brand.workspaceId}'`),
      ).toHaveLength(3);
      const same = await run(wanted);
      expect(same).toMatchObject({ rows: before.rows, totals: before.totals });
      await count(5, { impressions: 7 });
      expect(values(await run())).toEqual([1_807]);
      await days.sumDue();
      expect(values(await run())).toEqual([1_807]);
      expect(
        await database.owner(
          `select from engagement_day_stale where workspace_id = '${brand.workspaceId}' and day < current_date - 3`,
        ),
      ).toEqual([]);
    });

    it('misses nothing that is counted while its day is being summed', async () => {
      const days = new EngagementDays(database.db);
      for (const [round, expected] of [1_805, 1_810].entries()) {
        // Once before the day was ever summed, and once while it is summed again.
        const late = database.source.createQueryRunner();
        await late.startTransaction();
        await late.query('set local role poolrise_engine');
        await late.query(
          `update engagement_hour set impressions = impressions + 5
           where note_id = $1 and rail = 1 and hour = date_trunc('hour', now()) - interval '5 days'`,
          [brand.noteId],
        );
        const summing = days.sumDue();
        await new Promise((resolve) => setTimeout(resolve, 100));
        await late.commitTransaction();
        await late.release();
        await summing;
        expect([round, values(await run())]).toEqual([round, [expected]]);
        await days.sumDue();
        expect([round, values(await run())]).toEqual([round, [expected]]);
      }
    });

    it('cuts its rows and tells what the others come to', async () => {
      const { rows, others, rowsInAll, totals } = await run({ dimensions: ['day'], rowLimit: 1 });
      expect([rows[0]?.cells[0]?.figure.value, others?.[0]?.figure.value, rowsInAll]).toEqual([
        1_000, 800, 2,
      ]);
      expect(totals[0]?.figure.value).toBe(1_800);
    });

    it('stands beside the days before, bucket against bucket', async () => {
      const week = { from: ago(3), to: ago(0) };
      const result = await run({
        period: week,
        dimensions: ['day'],
        comparison: { kind: 'own', period: { from: ago(7), to: ago(4) } },
      });
      expect(result.totals[0]?.change).toMatchObject({
        before: { value: 800 },
        difference: 200,
        times: 1.25,
      });
      expect(result.rows[0]?.cells[0]?.change?.before.value).toBe(800);
    });

    it('is of the workspace that asks and nobody else’s', async () => {
      const other = await aBrandWithNote(database.db);
      await count(1, { impressions: 77 }, other);
      expect(values(await run())).toEqual([1_800]);
      expect(values(await run({}, other.workspaceId))).toEqual([77]);
      expect(values(await run({ filters: { noteIds: [brand.noteId] } }, other.workspaceId))).toEqual([null]);
    });

    it('gives a reason where a metric cannot be had', async () => {
      const { columns, totals } = await run({ metrics: ['impressions', 'gmv', 'noteCpm'] });
      expect(columns.map(({ refusal }) => refusal?.reason ?? null)).toEqual([null, 'no-source', 'no-source']);
      expect(totals[1]).toBeNull();
    });
  });

  it('of money is the journal to the cent, boosts and the vouchers that paid for them', async () => {
    const funded = await aFundedBrand(database.db, 100_000);
    const money = moneyOn(database.db);
    const voucher = await aVoucher(database.db, funded, { kind: 'fixed', faceCents: 3_000 });
    const person = { id: (await aMember(database.db, funded.workspaceId, 'owner')).id };
    const boost = await money.boosts.launch(
      funded.workspaceId,
      person.id,
      anAsk(funded, { voucherIds: [voucher] }),
    );
    for (const impressions of [1_234, 2_000]) {
      await deliver(database.db, boost.id, impressions);
      await money.boosts.settleDue();
    }
    const result = await run(
      { metrics: ['boostSpend', 'vouchersUsed'], dimensions: ['note'], sort: { by: 'boostSpend' } },
      funded.workspaceId,
    );
    const { spent } = await balancesOf(database.db, funded);
    expect(spent).toBeGreaterThan(3_000);
    expect(values(result)).toEqual([spent, 3_000]);
    const [kept] = await database.owner<{ cents: string }>(
      `select sum(voucher_spent_cents) as cents from boost where workspace_id = '${funded.workspaceId}'`,
    );
    expect(Number(kept?.cents)).toBe(3_000);
  });

  describe('of files', () => {
    let lin: Someone;
    beforeEach(async () => {
      lin = {
        ...(await aMember(database.db, brand.workspaceId, 'owner')),
        workspaceId: brand.workspaceId,
      } as Someone;
    });
    const bring = async (...lines: string[]) => {
      const imports = new ImportsService(database.db, deaf);
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
      expect(values(whole)).toEqual([1_200]);
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
  });

  it('of a shop counts an order to the cycle of its creator’s notes, and where no note is known to none', async () => {
    const { workspaceId } = brand;
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
      `insert into import_file (workspace_id, name, bytes, sha256, uploaded_by, uploaded_at, state)
       values ($1, '买手订单.csv', 1, sha256(gen_random_uuid()::text::bytea), gen_random_uuid(), now(), 'done') returning id`,
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
    expect(values(net)).toEqual([11_900]);
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

  it('refuses what contradicts itself, by field', () => {
    const faults = (over: Record<string, unknown>) =>
      ReportSpec.safeParse({
        metrics: ['impressions'],
        dimensions: [],
        period: { from: '2036-03-01', to: '2036-03-31' },
        sort: { by: 'impressions' },
        ...over,
      }).error?.issues.map(({ path }) => path.join('.')) ?? [];
    expect(faults({ metrics: ['nonsense'] })).toContain('metrics.0');
    expect(faults({ period: { from: '0001-01-01', to: '9999-12-31' } })).toContain('period.from');
    expect(faults({ period: { from: '2036-03-31', to: '2036-03-01' } })).toContain('period.to');
    expect(faults({ dimensions: Array.from({ length: 10_000 }, () => 'day') })).toContain('dimensions');
    expect(faults({ timeZone: 'Mars/Olympus' })).toContain('timeZone');
  });
});
