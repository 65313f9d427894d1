import type { ReportResult } from '@poolrise/contracts';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { aBrandWithNote, type Brand } from '../../test/money';
import { aReportSpec, totalsOf } from '../../test/report-specs';
import { EngagementDays } from '../engagement/engagement-days';
import { ReportsService } from './reports.service';

/** Six days of October 2026 in which Berlin puts its clocks back: each hour has its own number of impressions. */
const first = Date.parse('2026-10-22T00:00:00Z');
const hours = 6 * 24;
const impressionsOf = (hour: number) => 1_000 + hour;

describe('a report in a time zone', () => {
  let database: TestDatabase;
  let reports: ReportsService;
  let brand: Brand;
  beforeAll(async () => {
    database = await freshDatabase();
    reports = new ReportsService(database.db);
    brand = await aBrandWithNote(database.db);
    await database.owner(
      `insert into engagement_hour (note_id, workspace_id, hour, level, rail, impressions)
       select $1, $2, $3::timestamptz + n * interval '1 hour', 0, 1, 1000 + n from generate_series(0, $4::int - 1) n`,
      [brand.noteId, brand.workspaceId, new Date(first), hours],
    );
  });
  afterAll(() => database.close());

  const run = (over: Record<string, unknown>): Promise<ReportResult> =>
    reports.run(brand.workspaceId, aReportSpec(over));
  const keyed = ({ rows }: ReportResult) =>
    rows.map(({ keys, cells }) => [keys.at(-1)?.key, cells[0]?.figure.value ?? null] as const);
  /** What the hours from one instant up to another come to. */
  const between = (from: string, until: string) => {
    let sum = 0;
    for (let hour = 0; hour < hours; hour++) {
      const at = first + hour * 3_600_000;
      if (at >= Date.parse(from) && at < Date.parse(until)) sum += impressionsOf(hour);
    }
    return sum;
  };
  const inBerlin = { timeZone: 'Europe/Berlin', period: { from: '2026-10-24', to: '2026-10-26' } };
  const byTime = (dimension: string) => ({
    dimensions: [dimension],
    sort: { by: dimension, direction: 'asc' },
  });

  /** Asked before the days are summed, and again from the sums. */
  const tellings = ['from the hours', 'from the sums'];
  describe.each(tellings)('%s', (telling) => {
    beforeAll(async () => {
      if (telling === 'from the hours') return;
      expect(await new EngagementDays(database.db).sumDue(new Date('2026-11-20'))).toBe(7);
    });

    it('has days of 24 and of 25 hours', async () => {
      expect(keyed(await run({ ...inBerlin, ...byTime('day') }))).toEqual([
        ['2026-10-24', between('2026-10-23T22:00:00Z', '2026-10-24T22:00:00Z')],
        ['2026-10-25', between('2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z')],
        ['2026-10-26', between('2026-10-25T23:00:00Z', '2026-10-26T23:00:00Z')],
      ]);
    });

    it('keeps the two hours apart that the wall shows at two', async () => {
      const sunday = { timeZone: 'Europe/Berlin', period: { from: '2026-10-25', to: '2026-10-25' } };
      const rows = keyed(await run({ ...sunday, ...byTime('hour') }));
      expect(rows).toHaveLength(25);
      expect(rows.slice(1, 5)).toEqual([
        ['2026-10-25T01:00', between('2026-10-24T23:00:00Z', '2026-10-25T00:00:00Z')],
        ['2026-10-25T02:00', between('2026-10-25T00:00:00Z', '2026-10-25T01:00:00Z')],
        ['2026-10-25T02:00#2', between('2026-10-25T01:00:00Z', '2026-10-25T02:00:00Z')],
        ['2026-10-25T03:00', between('2026-10-25T02:00:00Z', '2026-10-25T03:00:00Z')],
      ]);
    });

    it.each(['Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland'])(
      'comes to the same in %s, by whatever it is split',
      async (timeZone) => {
        const asked = { timeZone, period: { from: '2026-10-24', to: '2026-10-25' } };
        const [total] = totalsOf(await run(asked));
        for (const dimensions of [
          ['day'],
          ['hour'],
          ['note'],
          ['day', 'note'],
          ['hour', 'placement'],
          ['tier'],
        ]) {
          const rows = keyed(await run({ ...asked, dimensions }));
          const sum = rows.reduce((all, [, value]) => all + (value ?? 0), 0);
          expect([dimensions, sum]).toEqual([dimensions, total]);
        }
      },
    );

    it('sets the hours of a changed day against those of the day before, one by one', async () => {
      const { rows } = await run({
        timeZone: 'Asia/Kolkata',
        period: { from: '2026-10-25', to: '2026-10-25' },
        comparison: { kind: 'previous', period: null },
        ...byTime('hour'),
      });
      expect(rows[0]?.keys[0]?.key).toBe('2026-10-25T00:30');
      expect(rows.map(({ cells }) => cells[0]?.change?.difference)).toEqual(
        Array.from({ length: 24 }, () => 24),
      );
    });
  });

  it('counts an hour that came late though its day is summed', async () => {
    await database.owner(
      `insert into engagement_hour (note_id, workspace_id, hour, level, rail, impressions)
       values ($1, $2, '2026-10-25T01:00:00Z', 1, 1, 7)`,
      [brand.noteId, brand.workspaceId],
    );
    const sunday = { timeZone: 'Europe/Berlin', period: { from: '2026-10-25', to: '2026-10-25' } };
    const all = between('2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z') + 7;
    expect(totalsOf(await run(sunday))).toEqual([all]);
    expect(totalsOf(await run({ ...sunday, dimensions: ['note'] }))).toEqual([all]);
    await new EngagementDays(database.db).sumDue(new Date('2026-11-20'));
    expect(totalsOf(await run(sunday))).toEqual([all]);
    const rows = keyed(await run({ ...sunday, ...byTime('hour') }));
    expect(rows[3]).toEqual([
      '2026-10-25T02:00#2',
      between('2026-10-25T01:00:00Z', '2026-10-25T02:00:00Z') + 7,
    ]);
  });
});
