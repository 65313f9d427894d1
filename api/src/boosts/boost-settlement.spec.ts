import type { LaunchBoost } from '@poolrise/contracts';
import {
  aFundedBrand,
  anAsk,
  aVoucher,
  balancesOf,
  type Brand,
  deliver,
  type Money,
  moneyOn,
} from '../../test/money';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { checkSums } from '../insights/run-sum-check';

const hourMs = 3_600_000;
const inHours = (hours: number) => new Date(Date.now() + hours * hourMs);

describe('a boost that runs', () => {
  let database: TestDatabase;
  let money: Money;

  beforeAll(async () => {
    database = await freshDatabase(25);
    money = moneyOn(database.db);
  });
  afterAll(async () => {
    // Whatever the stories above did to the books, they add up.
    const wrong = (await checkSums(database.url)).filter(
      ({ name, different }) => different > 0 && !name.includes('paid'),
    );
    await database.close();
    expect(wrong).toEqual([]);
  });

  const launch = (brand: Brand, ask: Partial<LaunchBoost> = {}, now = new Date()) =>
    money.boosts.launch(brand.workspaceId, null, anAsk(brand, ask), now);
  const boostOf = (brand: Brand, id: string) => money.queries.boost(brand.workspaceId, id);

  it('charges what was delivered, rounded down, and not twice', async () => {
    const brand = await aFundedBrand(database.db, 10_000);
    const { id } = await launch(brand);
    await deliver(database.db, id, 333);
    await money.boosts.settleDue();
    await money.boosts.settleDue();

    expect(await boostOf(brand, id)).toMatchObject({ spentCents: 499, deliveredImpressions: 333 });
    expect(await balancesOf(database.db, brand)).toMatchObject({ spent: 499, reserved: 7_001 });
  });

  it('burns the voucher before the wallet', async () => {
    const brand = await aFundedBrand(database.db, 10_000);
    const voucherId = await aVoucher(database.db, brand, { kind: 'fixed', faceCents: 3_000 });
    const { id } = await launch(brand, { voucherIds: [voucherId] });
    await deliver(database.db, id, 1_000);
    await money.boosts.settleDue();
    expect((await boostOf(brand, id)).vouchers).toMatchObject([{ reservedCents: 3_000, spentCents: 1_500 }]);

    await money.boosts.stop(brand.workspaceId, null, id);
    expect(await balancesOf(database.db, brand)).toMatchObject({
      cash: 10_000,
      voucher: 1_500,
      spent: 1_500,
      reserved: 0,
    });
    expect((await boostOf(brand, id)).vouchers).toMatchObject([
      { spentCents: 1_500, returnedCents: 1_500, lapsedCents: 0 },
    ]);
  });

  it('completes when everything was delivered, and charges nothing beyond the plan', async () => {
    const brand = await aFundedBrand(database.db, 10_000);
    const { id } = await launch(brand);
    await deliver(database.db, id, 5_200);
    await money.boosts.settleDue();

    expect(await boostOf(brand, id)).toMatchObject({
      state: 'completed',
      spentCents: 7_500,
      refundedCents: 0,
      paceState: 'ended',
    });
    await expect(money.boosts.stop(brand.workspaceId, null, id)).rejects.toMatchObject({
      code: 'boost-already-ended',
    });
  });

  it('completes at its end and refunds what was not delivered', async () => {
    const brand = await aFundedBrand(database.db, 10_000);
    const { id } = await launch(brand);
    await deliver(database.db, id, 2_000);
    await money.boosts.settleDue(inHours(25));

    expect(await boostOf(brand, id)).toMatchObject({
      state: 'completed',
      spentCents: 3_000,
      refundedCents: 4_500,
    });
    expect(await balancesOf(database.db, brand)).toMatchObject({ cash: 7_000, spent: 3_000, reserved: 0 });
  });

  it('charges nothing for what is reported after the end', async () => {
    const brand = await aFundedBrand(database.db, 10_000);
    const { id } = await launch(brand);
    await money.boosts.stop(brand.workspaceId, null, id);
    await deliver(database.db, id, 50);
    await money.boosts.settleDue(inHours(1));

    expect(await boostOf(brand, id)).toMatchObject({
      deliveredImpressions: 50,
      spentCents: 0,
      refundedCents: 7_500,
    });
  });

  it('starts a scheduled boost when its time has come', async () => {
    const brand = await aFundedBrand(database.db, 10_000);
    const { id } = await launch(brand, { startsAt: inHours(3).toISOString() });
    await money.boosts.settleDue(inHours(2));
    expect(await boostOf(brand, id)).toMatchObject({
      state: 'scheduled',
      paceState: 'not-started',
      pacing: null,
    });

    await money.boosts.settleDue(inHours(4));
    expect((await boostOf(brand, id)).state).toBe('running');
  });

  it('refunds a boost whose whole time passed while the worker was away', async () => {
    const brand = await aFundedBrand(database.db, 10_000);
    const { id } = await launch(brand, { startsAt: inHours(3).toISOString() });
    await money.boosts.settleDue(inHours(100));

    expect(await boostOf(brand, id)).toMatchObject({ state: 'completed', refundedCents: 7_500 });
    expect((await balancesOf(database.db, brand))['cash']).toBe(10_000);
  });

  it('settles the others when one cannot be settled', async () => {
    const [broken, sound] = [
      await aFundedBrand(database.db, 10_000),
      await aFundedBrand(database.db, 10_000),
    ];
    const [bad, good] = [await launch(broken), await launch(sound)];
    await database.owner('update boost set planned_impressions = 0 where id = $1', [bad.id]);
    await deliver(database.db, bad.id, 10);
    await deliver(database.db, good.id, 1_000);

    await expect(money.boosts.settleDue()).rejects.toThrow('1 boosts could not be settled');
    expect(await boostOf(sound, good.id)).toMatchObject({ spentCents: 1_500 });
    await database.owner('update boost set planned_impressions = 5000 where id = $1', [bad.id]);
  });

  describe('refunding', () => {
    it('lets the part of a voucher lapse that expired while the boost ran', async () => {
      const brand = await aFundedBrand(database.db, 10_000);
      const voucherId = await aVoucher(database.db, brand, {
        kind: 'fixed',
        faceCents: 3_000,
        expiresAt: inHours(12),
      });
      const { id } = await launch(brand, { voucherIds: [voucherId], durationHours: 24 });
      await deliver(database.db, id, 1_000);
      await money.boosts.stop(brand.workspaceId, null, id, inHours(13));

      expect(await boostOf(brand, id)).toMatchObject({
        spentCents: 1_500,
        refundedCents: 4_500,
        lapsedCents: 1_500,
      });
      expect(await balancesOf(database.db, brand)).toMatchObject({
        cash: 10_000,
        voucher: 0,
        expired: 1_500,
        reserved: 0,
      });
    });

    it('gives nothing back to a voucher whose expiry was already dealt with', async () => {
      const brand = await aFundedBrand(database.db, 10_000);
      const voucherId = await aVoucher(database.db, brand, {
        kind: 'fixed',
        faceCents: 3_000,
        expiresAt: inHours(12),
      });
      const { id } = await launch(brand, { voucherIds: [voucherId] });
      await money.vouchers.lapseExpired(inHours(13));
      // A process whose clock is behind stops the boost: by its time the voucher is still good.
      await money.boosts.stop(brand.workspaceId, null, id, inHours(11));

      expect(await balancesOf(database.db, brand)).toMatchObject({
        voucher: 0,
        expired: 3_000,
        cash: 10_000,
      });
    });

    it('lets a voucher be used again with what came back to it', async () => {
      const brand = await aFundedBrand(database.db, 10_000);
      const voucherIds = [await aVoucher(database.db, brand, { kind: 'fixed', faceCents: 3_000 })];
      const first = await launch(brand, { voucherIds });
      await deliver(database.db, first.id, 1_000);
      await money.boosts.stop(brand.workspaceId, null, first.id);

      const second = await launch(brand, { voucherIds });
      expect(second).toMatchObject({ voucherCents: 1_500, walletCents: 6_000 });
    });

    it('returns the same boost when it is stopped twice', async () => {
      const brand = await aFundedBrand(database.db, 10_000);
      const { id } = await launch(brand);
      const first = await money.boosts.stop(brand.workspaceId, null, id);
      const second = await money.boosts.stop(brand.workspaceId, null, id);

      expect({ ...second, asOf: first.asOf }).toEqual(first);
      const { items } = await money.ledgerQueries.journal(brand.workspaceId, { limit: 50, boostId: id });
      expect(items.map(({ kind }) => kind)).toEqual(['boost-refunded', 'boost-reserved']);
    });
  });
});
