import { ReportSpec, type ReportResult } from '@poolrise/contracts';
import { freshDatabase, type TestDatabase } from '../../test/database';
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
import { aMember } from '../../test/people';
import { aReportSpec, daysAgo, totalsOf } from '../../test/report-specs';
import { EngagementDays } from '../engagement/engagement-days';
import { ReportsService } from './reports.service';

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

  const run = (over: Record<string, unknown> = {}, of = brand.workspaceId): Promise<ReportResult> =>
    reports.run(of, aReportSpec(over));

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
      expect(totalsOf(result)).toEqual([1_800, 300, 136, 136 / 1_800, 130 / 1_500]);
      expect(result.columns[0]?.lineage).toMatchObject({
        origins: [{ kind: 'stream', id: 'hosted-hours', rows: 3 }],
        window: { from: daysAgo(30), to: daysAgo(0), timeZone: 'Asia/Shanghai' },
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
        [daysAgo(5), 800],
        [daysAgo(1), 1_000],
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
      expect(totalsOf(await run())).toEqual([1_807]);
      await days.sumDue();
      expect(totalsOf(await run())).toEqual([1_807]);
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
        expect([round, totalsOf(await run())]).toEqual([round, [expected]]);
        await days.sumDue();
        expect([round, totalsOf(await run())]).toEqual([round, [expected]]);
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
      const week = { from: daysAgo(3), to: daysAgo(0) };
      const result = await run({
        period: week,
        dimensions: ['day'],
        comparison: { kind: 'own', period: { from: daysAgo(7), to: daysAgo(4) } },
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
      expect(totalsOf(await run())).toEqual([1_800]);
      expect(totalsOf(await run({}, other.workspaceId))).toEqual([77]);
      expect(totalsOf(await run({ filters: { noteIds: [brand.noteId] } }, other.workspaceId))).toEqual([
        null,
      ]);
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
    expect(totalsOf(result)).toEqual([spent, 3_000]);
    const [kept] = await database.owner<{ cents: string }>(
      `select sum(voucher_spent_cents) as cents from boost where workspace_id = '${funded.workspaceId}'`,
    );
    expect(Number(kept?.cents)).toBe(3_000);
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
