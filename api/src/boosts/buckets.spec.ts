import { aFundedBrand, anAsk, balancesOf, type Brand, deliver, type Money, moneyOn } from '../../test/money';
import { freshDatabase, type TestDatabase } from '../../test/database';
import type { GivenBucket } from '../ledger/ledger.service';

describe('a boost that the buckets of a wallet pay for', () => {
  let database: TestDatabase;
  let money: Money;

  beforeAll(async () => {
    database = await freshDatabase(25);
    money = moneyOn(database.db);
  });
  afterAll(() => database.close());

  const give = (brand: Brand, bucket: GivenBucket, cents: number) =>
    database.db.inWorkspace(brand.workspaceId, (tx) =>
      money.ledger.give(tx, brand.workspaceId, { bucket, cents, subject: 'November' }),
    );
  const launch = (brand: Brand, ask: Parameters<typeof anAsk>[1] = {}) =>
    money.boosts.launch(brand.workspaceId, null, anAsk(brand, ask));

  it('takes compensation, rebate and cash cent for cent, and gives back each its own when stopped half way', async () => {
    const brand = await aFundedBrand(database.db, 50_000);
    await give(brand, 'compensation', 1_000);
    await give(brand, 'rebate', 20_000);
    const boost = await launch(brand, { budgetCents: 10_000 });

    expect(await balancesOf(database.db, brand)).toMatchObject({
      cash: 45_000,
      compensation: 0,
      rebate: 16_000,
      reserved: 10_000,
      issued: -21_000,
    });
    expect((await money.ledgerQueries.wallet(brand.workspaceId)).held).toEqual({
      orders: 0,
      voucher: 0,
      compensation: 1_000,
      rebate: 4_000,
      cash: 5_000,
      credit: 0,
    });

    await deliver(database.db, boost.id, Math.floor(boost.plannedImpressions / 2));
    await money.boosts.settleDue();
    expect((await money.ledgerQueries.wallet(brand.workspaceId)).held).toEqual({
      orders: 0,
      voucher: 0,
      compensation: 0,
      rebate: 2_500,
      cash: 2_500,
      credit: 0,
    });

    const stopped = await money.boosts.stop(brand.workspaceId, null, boost.id);
    expect(stopped.wallet).toEqual([
      { bucket: 'compensation', reservedCents: 1_000, spentCents: 1_000, returnedCents: 0 },
      { bucket: 'rebate', reservedCents: 4_000, spentCents: 1_500, returnedCents: 2_500 },
      { bucket: 'cash', reservedCents: 5_000, spentCents: 2_500, returnedCents: 2_500 },
    ]);
    expect(await balancesOf(database.db, brand)).toMatchObject({
      cash: 47_500,
      compensation: 0,
      rebate: 18_500,
      reserved: 0,
      spent: 5_000,
    });
  });

  it('does not let rebates pay without cash, however many there are', async () => {
    const brand = await aFundedBrand(database.db, 3_000);
    await give(brand, 'rebate', 100_000);
    await expect(launch(brand)).rejects.toMatchObject({ code: 'wallet-too-low' });

    await give(brand, 'credit', 1_500);
    await launch(brand);
    expect(await money.ledgerQueries.wallet(brand.workspaceId)).toMatchObject({
      cashCents: 0,
      rebateCents: 97_000,
      creditCents: 0,
      creditLimitCents: 1_500,
      creditOwedCents: 0,
      held: { rebate: 3_000, cash: 3_000, credit: 1_500 },
    });
  });

  it('owes what was spent on credit, and nothing of what came back', async () => {
    const brand = await aFundedBrand(database.db, 5_000);
    await give(brand, 'credit', 10_000);
    const boost = await launch(brand, { budgetCents: 10_000 });
    await deliver(database.db, boost.id, Math.floor((boost.plannedImpressions * 6) / 10));
    await money.boosts.stop(brand.workspaceId, null, boost.id);

    expect(await money.ledgerQueries.wallet(brand.workspaceId)).toMatchObject({
      cashCents: 0,
      creditCents: 9_001,
      creditOwedCents: 999,
      spentCents: 5_999,
    });
  });

  it('spends no rebate twice when ten people launch at the same moment', async () => {
    const brand = await aFundedBrand(database.db, 20_000);
    await give(brand, 'rebate', 20_000);
    const outcomes = await Promise.allSettled(Array.from({ length: 10 }, () => launch(brand)));

    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
    expect(await balancesOf(database.db, brand)).toMatchObject({
      cash: 1_250,
      rebate: 1_250,
      reserved: 37_500,
    });
  });
});
