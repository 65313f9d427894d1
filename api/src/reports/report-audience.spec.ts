import type { ReportResult } from '@poolrise/contracts';
import { randomUUID } from 'node:crypto';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { aFundedBrand, anAsk, type Brand, deliver, moneyOn } from '../../test/money';
import { aMember } from '../../test/people';
import { aReportSpec, daysAgo, totalsOf } from '../../test/report-specs';
import { ReportsService } from './reports.service';

describe('a report by readers', () => {
  let database: TestDatabase;
  let reports: ReportsService;
  let brand: Brand;
  beforeAll(async () => {
    database = await freshDatabase();
    reports = new ReportsService(database.db);
  });
  beforeEach(async () => {
    brand = await aFundedBrand(database.db, 500_000);
  });
  afterAll(() => database.close());

  const run = (over: Record<string, unknown> = {}): Promise<ReportResult> =>
    reports.run(
      brand.workspaceId,
      aReportSpec({ metrics: ['clicks'], sort: { by: 'clicks' }, timeBasis: 'published', ...over }),
    );
  const keyed = ({ rows }: ReportResult) =>
    Object.fromEntries(
      rows.map(({ keys, cells }) => [keys[0]?.key ?? 'unknown', cells[0]?.figure.value ?? null]),
    );

  /** A note of files with what one sheet says of it. */
  const sheet = async (values: object) => {
    const [note] = await database.owner<{ id: string }>(
      `insert into observed_note (workspace_id, title, published_at) values ($1, '冷泡茶', now() - interval '9 days') returning id`,
      [brand.workspaceId],
    );
    const [file] = await database.owner<{ id: string }>(
      `insert into import_file (workspace_id, name, bytes, sha256, uploaded_by, uploaded_at, state, kept_until)
       values ($1, '联盟.xlsx', 1, sha256(gen_random_uuid()::text::bytea), gen_random_uuid(), now(), 'done', current_date + 365) returning id`,
      [brand.workspaceId],
    );
    await database.owner(
      `insert into observation (workspace_id, subject, key, source, import_id, day, note_id, record)
       values ($1, 'note-snapshot', $2, 'P2', $3, current_date - 2, $4, jsonb_build_object('values', $5::jsonb))`,
      [brand.workspaceId, randomUUID(), file?.id, note?.id, JSON.stringify(values)],
    );
  };
  const hostedReads = (reads: number) =>
    database.owner(
      `insert into engagement_hour (note_id, workspace_id, hour, level, rail, impressions, clicks)
       values ($1, $2, date_trunc('hour', now()) - interval '2 hours', 0, 1, $3, $3)`,
      [brand.noteId, brand.workspaceId, reads],
    );

  it('tells reads of files by their portrait, and of everybody else that nobody knows', async () => {
    await sheet({ reads: 1_000, womenShare: 0.8, menShare: 0.2 });
    await sheet({ reads: 400, womenShare: 0.5, menShare: 0.25 });
    await sheet({ reads: 70 });
    await hostedReads(30);
    const result = await run({ dimensions: ['audience-gender'] });
    expect(keyed(result)).toEqual({ women: 1_000, men: 300, unknown: 100 + 70 + 30 });
    expect(totalsOf(result)).toEqual([1_500]);
    expect(keyed(await run({ dimensions: ['audience-age'] }))).toEqual({ unknown: 1_500 });
  });

  it('is narrowed to some readers, and leaves out of whom nobody knows who they are', async () => {
    await sheet({ reads: 1_000, womenShare: 0.8, menShare: 0.2 });
    await sheet({ reads: 70 });
    await hostedReads(30);
    const women = { filters: { audiences: ['women'] } };
    expect(totalsOf(await run(women))).toEqual([800]);
    expect(keyed(await run({ ...women, dimensions: ['audience-gender'] }))).toEqual({ women: 800 });
    expect(keyed(await run({ filters: { audiences: ['18-24'] }, dimensions: ['category'] }))).toEqual({});
  });

  it('is refused what portraits cannot tell', () => {
    const faults = (over: Record<string, unknown>) => {
      try {
        aReportSpec({ metrics: ['clicks'], sort: { by: 'clicks' }, ...over });
        return [];
      } catch (error) {
        return (error as { issues: { path: PropertyKey[] }[] }).issues.map(({ path }) => path.join('.'));
      }
    };
    expect(faults({ filters: { audiences: ['women', '18-24'] } })).toEqual(['filters.audiences']);
    expect(faults({ filters: { audiences: ['women'] }, dimensions: ['audience-age'] })).toEqual([
      'filters.audiences',
    ]);
    expect(faults({ filters: { audiences: ['women'], placements: ['search'] } })).toEqual([
      'filters.audiences',
    ]);
    expect(
      faults({ metrics: ['impressions'], sort: { by: 'impressions' }, filters: { audiences: ['women'] } }),
    ).toEqual(['metrics.0']);
    expect(faults({ filters: { audiences: ['women', 'men'] }, dimensions: ['audience-gender'] })).toEqual([]);
  });

  it('puts what a boost cost to the one part of the audience it was aimed at, else to nobody known', async () => {
    const { id } = await aMember(database.db, brand.workspaceId, 'owner');
    const money = moneyOn(database.db);
    const spent: Record<string, number> = {};
    for (const [key, audience] of [
      ['women', { genders: ['female'] }],
      ['unknown', { ageBands: ['18-24', '25-34'] }],
      ['men', { genders: ['male'], ageBands: ['18-24'] }],
    ] as const) {
      const boost = await money.boosts.launch(brand.workspaceId, id, anAsk(brand, { audience } as object));
      await deliver(database.db, boost.id, 1_000 + Object.keys(spent).length);
      await money.boosts.settleDue();
      const [row] = await database.owner<{ cents: string }>(
        'select spent_cents as cents from boost where id = $1',
        [boost.id],
      );
      spent[key] = Number(row?.cents);
    }
    const ask = { metrics: ['boostSpend'], sort: { by: 'boostSpend' }, timeBasis: 'happened' };
    expect(Object.values(spent).every((cents) => cents > 0)).toBe(true);
    const period = { from: daysAgo(1), to: daysAgo(0) };
    expect(keyed(await run({ ...ask, period, dimensions: ['audience-gender'] }))).toEqual(spent);
    expect(totalsOf(await run({ ...ask, period, filters: { audiences: ['18-24'] } }))).toEqual([
      spent['men'],
    ]);
  });
});
