import type { BoostView } from '@poolrise/contracts';
import { type Approvals, approvalsOn, aCallerIn, askedFor, waitAbove } from '../../test/approvals';
import { type TestDatabase, freshDatabase } from '../../test/database';
import { aFundedBrand, anAsk, balancesOf } from '../../test/money';
import { aRace, aRacingBrand } from '../../test/races';

const hourMs = 3_600_000;

describe('many small acts of one person', () => {
  let database: TestDatabase;
  let stage: Approvals;

  beforeAll(async () => {
    database = await freshDatabase(25);
    stage = approvalsOn(database.db);
  });
  afterAll(() => database.close());

  /** A brand where more than ¥200 needs a second person; ¥90 at a time is far below it. */
  const aBrand = async () => {
    const brand = await aFundedBrand(database.db, 500_000);
    await waitAbove(database.db, brand.workspaceId, 20_000);
    return {
      ...brand,
      mei: await aCallerIn(database.db, brand.workspaceId),
      wei: await aCallerIn(database.db, brand.workspaceId, 'finance', 'Wei'),
    };
  };
  type Brand = Awaited<ReturnType<typeof aBrand>>;
  const small = (brand: Brand) => anAsk(brand, { budgetCents: 9_000 });
  const launch = (brand: Brand, ask = small(brand), now = new Date(), who = brand.mei) =>
    stage.door.through<BoostView>(who, 'launch-boost', ask, now);
  const viewOf = (brand: Brand, id: string) => stage.queries.approval(brand.workspaceId, null, id);

  it('are one sum: ten at the same moment launch two, and the others wait with what they are added to', async () => {
    const brand = await aBrand();
    const outcomes = await Promise.allSettled(Array.from({ length: 10 }, () => launch(brand)));
    const waiting = outcomes.flatMap((one) =>
      one.status === 'rejected' ? [(one.reason as { about: { approvalId: string } }).about.approvalId] : [],
    );
    expect(waiting).toHaveLength(8);
    expect(await balancesOf(database.db, brand)).toMatchObject({ reserved: 18_000 });
    for (const id of waiting)
      expect(await viewOf(brand, id)).toMatchObject({
        commitsCents: 9_000,
        aloneCents: 18_000,
        limitCents: 20_000,
        sumHours: 24,
      });
  });

  it('count once however often the same request comes, and are refused under a key with another amount', async () => {
    const brand = await aBrand();
    const ask = small(brand);
    const first = await launch(brand, ask);
    const again = await Promise.all(Array.from({ length: 5 }, () => launch(brand, ask)));
    expect(new Set(again.map(({ id }) => id))).toEqual(new Set([first.id]));
    await expect(launch(brand, { ...ask, budgetCents: 8_000 })).rejects.toMatchObject({
      code: 'request-key-reused',
    });
    // 9,000 so far, so that 11,000 more is just at the limit.
    expect((await launch(brand, anAsk(brand, { budgetCents: 11_000 }))).state).toBe('running');
    await askedFor(stage, brand.mei, 'launch-boost', anAsk(brand, { budgetCents: 7_500 }));
  });

  it('count for a day and a night, and a request that was done long ago is found still', async () => {
    const brand = await aBrand();
    const now = new Date();
    const ago = (hours: number) => new Date(now.getTime() - hours * hourMs);
    const long = { durationHours: 72 };
    const first = anAsk(brand, { budgetCents: 18_000, ...long });
    const { id } = await launch(brand, first, ago(23.9));
    await askedFor(stage, brand.mei, 'launch-boost', small(brand), now);
    const later = new Date(now.getTime() + 0.2 * hourMs);
    await launch(brand, anAsk(brand, { budgetCents: 18_000 }), later);
    expect((await launch(brand, first, later)).id).toBe(id);
  });

  it('are counted for each person and each ground by itself; what a second person agreed to is not among them', async () => {
    const brand = await aBrand();
    const yan = await aCallerIn(database.db, brand.workspaceId, 'marketer', 'Yan');
    const large = anAsk(brand, { budgetCents: 60_000 });
    const id = await askedFor(stage, brand.mei, 'launch-boost', large);
    await stage.approvals.approve(brand.workspaceId, brand.wei.person?.id ?? '', id);
    await launch(brand, anAsk(brand, { budgetCents: 20_000 }));
    await askedFor(stage, brand.mei, 'launch-boost', small(brand));
    await launch(brand, small(brand), new Date(), yan);
  });

  it('count whatever buys the same: a race after boosts, and what was stopped meanwhile', async () => {
    const racing = await aRacingBrand(database.db, 300_000);
    await waitAbove(database.db, racing.workspaceId, 90_000);
    const mei = await aCallerIn(database.db, racing.workspaceId);
    const boost = await stage.door.through<BoostView>(
      mei,
      'launch-boost',
      anAsk(racing, { budgetCents: 15_000 }),
    );
    await stage.boosts.stop(racing.workspaceId, mei.person?.id ?? null, boost.id);
    const id = await askedFor(stage, mei, 'start-race', aRace(racing));
    expect(await stage.queries.approval(racing.workspaceId, null, id)).toMatchObject({
      commitsCents: 80_000,
      aloneCents: 15_000,
    });
  });

  it('were counted before there was a limit, too', async () => {
    const brand = await aBrand();
    await waitAbove(database.db, brand.workspaceId, null);
    await launch(brand, anAsk(brand, { budgetCents: 50_000 }));
    await waitAbove(database.db, brand.workspaceId, 20_000);
    expect(await viewOf(brand, await askedFor(stage, brand.mei, 'launch-boost', small(brand)))).toMatchObject(
      { aloneCents: 50_000 },
    );
  });

  it('leave nothing behind when they are refused', async () => {
    const brand = await aBrand();
    await expect(launch(brand, anAsk(brand, { budgetCents: 1_000 }))).rejects.toMatchObject({
      code: 'budget-too-low',
    });
    expect(
      await database.db.read(brand.workspaceId, 'select id from commitment where workspace_id = $1', [
        brand.workspaceId,
      ]),
    ).toEqual([]);
  });

  it('stay written: nobody changes or takes away what was committed', async () => {
    const brand = await aBrand();
    await launch(brand);
    for (const sql of ['update commitment set cents = 0', 'delete from commitment'])
      await expect(database.db.read(brand.workspaceId, sql)).rejects.toThrow(/permission denied/);
  });
});
