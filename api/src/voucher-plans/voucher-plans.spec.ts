import { VoucherPortfolioView } from '@poolrise/contracts';
import { aFundedBrand, anAsk, aVoucher, type Brand, type Money, moneyOn } from '../../test/money';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { VoucherPlansQueries } from './voucher-plans.queries';

const dayMs = 86_400_000;

describe('the portfolio of vouchers', () => {
  let database: TestDatabase;
  let money: Money;
  let queries: VoucherPlansQueries;
  beforeAll(async () => {
    database = await freshDatabase();
    money = moneyOn(database.db);
    queries = new VoucherPlansQueries(
      database.db,
      money.ledger,
      money.vouchers,
      money.vouchersQueries,
      money.queries,
    );
  });
  afterAll(() => database.close());

  const look = async (brand: Brand, walletCents?: number) =>
    VoucherPortfolioView.parse(
      await queries.portfolio(brand.workspaceId, {
        goal: 'reads',
        ...(walletCents === undefined ? {} : { walletCents }),
      }),
    );
  const inDays = (days: number) => new Date(Date.now() + days * dayMs);

  it('says what ends when, what will be lost, and proposes boosts that the launch accepts as they stand', async () => {
    const brand = await aFundedBrand(database.db, 50_000);
    await aVoucher(database.db, brand, {
      kind: 'fixed',
      faceCents: 20_000,
      name: 'large',
      stackable: true,
      expiresAt: inDays(3),
    });
    await aVoucher(database.db, brand, {
      kind: 'fixed',
      faceCents: 4_000,
      name: 'half',
      maxShareBasisPoints: 5_000,
      stackable: true,
      expiresAt: inDays(9),
    });
    await aVoucher(database.db, brand, {
      kind: 'traffic',
      impressions: 2_000,
      name: 'more',
      stackable: true,
      expiresAt: inDays(20),
    });
    await aVoucher(database.db, brand, {
      kind: 'fixed',
      faceCents: 1_000,
      name: 'later',
      validFrom: inDays(1),
    });

    const before = await look(brand);
    expect(before.worthCents).toBe(28_000);
    expect(before.weeks.slice(0, 3)).toMatchObject([
      { vouchers: 1, fixedCents: 20_000, impressions: 0 },
      { vouchers: 1, fixedCents: 4_000, impressions: 0 },
      { vouchers: 1, fixedCents: 0, impressions: 2_000 },
    ]);
    expect(before.vouchers.map(({ name, burnsBecause }) => [name, burnsBecause])).toEqual([
      ['large', 'ends-sooner'],
      ['half', 'ends-sooner'],
      ['more', 'ends-sooner'],
      ['later', null],
    ]);
    // One day was watched and nothing was used in it: all may be lost, and nobody knows.
    expect(before.pace.uses).toBe(0);
    expect(before.waste.highCents).toBe(28_000);
    expect(before.waste.lowCents).toBeLessThan(5_000);
    expect(before.plan).toMatchObject({ savedCents: 27_000, cashCents: 50_000, walletLimitCents: 50_000 });
    expect(before.plan.left).toEqual([expect.objectContaining({ name: 'later', why: 'not-yet-valid' })]);
    // At a checkout of ¥75 the large voucher loses ¥125.
    expect(before.burnOrderAlone.usualBudgetCents).toBe(7_500);
    expect(before.burnOrderAlone.savedCents).toBeLessThan(before.plan.savedCents);

    for (const boost of before.plan.boosts) {
      const launched = await money.boosts.launch(
        brand.workspaceId,
        null,
        anAsk(brand, {
          noteId: boost.noteId,
          goal: boost.goal,
          budgetCents: boost.budgetCents,
          durationHours: boost.durationHours,
          voucherIds: boost.vouchers.map(({ id }) => id),
        }),
      );
      expect(launched).toMatchObject({
        walletCents: boost.walletCents,
        plannedImpressions: boost.impressions,
      });
      expect(boost.brings.low).toBeLessThan(boost.brings.mid);
    }
    const after = await look(brand);
    expect(after.plan).toMatchObject({ boosts: [], savedCents: 0 });
    expect(after.worthCents).toBe(1_000);
    expect(after.pace.uses).toBe(3);
    expect(after.waste.expectedCents).toBeLessThan(before.waste.expectedCents);
  });

  it('adds no more of the wallet than it may, nor than there is', async () => {
    const brand = await aFundedBrand(database.db, 10_000);
    await aVoucher(database.db, brand, {
      kind: 'fixed',
      faceCents: 1_000,
      minimumBudgetCents: 15_000,
      expiresAt: inDays(3),
    });
    const none = await look(brand, 100_000);
    expect(none.plan).toMatchObject({ boosts: [], walletLimitCents: 10_000 });
    expect(none.plan.left).toMatchObject([{ why: 'needs-more-cash', needsCents: 14_000 }]);
    expect((await look(brand, 0)).plan.walletLimitCents).toBe(0);
  });

  it('is empty for a workspace without vouchers, and for one whose notes may not be boosted nothing is proposed', async () => {
    const brand = await aFundedBrand(database.db, 10_000);
    expect(await look(brand)).toMatchObject({
      vouchers: [],
      worthCents: 0,
      waste: { expectedCents: 0, highCents: 0 },
    });
    await aVoucher(database.db, brand, { kind: 'fixed', faceCents: 8_000 });
    await database.owner(`update note set audit_state = 'rejected' where id = $1`, [brand.noteId]);
    expect((await look(brand)).plan.left).toMatchObject([{ why: 'fits-no-note' }]);
  });
});
