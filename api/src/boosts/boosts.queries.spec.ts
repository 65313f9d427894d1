import type { LaunchBoost } from '@poolrise/contracts';
import {
  aFundedBrand,
  aPreview,
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
import { runningForFeed } from './boosts-for-feed';

const hourMs = 3_600_000;
const inHours = (hours: number) => new Date(Date.now() + hours * hourMs);

describe('the screens of boosts', () => {
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

  it('offers what the dialog needs: limits, cash, and the vouchers that could pay', async () => {
    const brand = await aFundedBrand(database.db, 10_000);
    const usable = await aVoucher(database.db, brand, {
      kind: 'fixed',
      faceCents: 1_000,
      categories: ['food'],
    });
    await aVoucher(database.db, brand, { kind: 'fixed', faceCents: 1_000, categories: ['tech'] });

    const offer = await money.queries.offer(brand.workspaceId, brand.noteId);
    expect(offer).toMatchObject({
      boostable: true,
      cashCents: 10_000,
      minimumBudgetCents: 7_500,
      centsPerThousand: 1_500,
    });
    expect(offer.vouchers.map(({ id }) => id)).toEqual([usable]);
  });

  it('previews what the launch would do, and changes nothing', async () => {
    const brand = await aFundedBrand(database.db, 10_000);
    const voucherIds = [await aVoucher(database.db, brand, { kind: 'fixed', faceCents: 3_000 })];
    const ask = aPreview(brand, { voucherIds });
    const preview = await money.previews.preview(brand.workspaceId, ask);

    expect(preview).toMatchObject({
      refusal: null,
      voucherCents: 3_000,
      walletCents: 4_500,
      impressions: 5_000,
      // Half of 7,500 is spent, the voucher's 3,000 first.
      refundIfStoppedHalfway: { walletCents: 3_750, voucherCents: 0 },
    });
    const reads = preview.forecast?.reads;
    expect(reads && reads.low < reads.mid && reads.mid < reads.high).toBe(true);
    expect(await balancesOf(database.db, brand)).toMatchObject({
      cash: 10_000,
      voucher: 3_000,
      reserved: 0,
    });
  });

  it('previews the price of a boost that the wallet does not cover', async () => {
    const brand = await aFundedBrand(database.db, 1_000);
    const ask = aPreview(brand);
    expect(await money.previews.preview(brand.workspaceId, ask)).toMatchObject({
      refusal: { code: 'wallet-too-low' },
      walletCents: 7_500,
      impressions: 5_000,
    });
    expect(await money.previews.preview(brand.workspaceId, { ...ask, budgetCents: 10 })).toMatchObject({
      refusal: { code: 'budget-too-low' },
      impressions: 0,
      forecast: null,
    });
  });

  it('lists boosts page by page and by state', async () => {
    const brand = await aFundedBrand(database.db, 100_000);
    const ids: string[] = [];
    for (let n = 0; n < 5; n++) ids.unshift((await launch(brand, {}, new Date(Date.now() + n))).id);
    await money.boosts.stop(brand.workspaceId, null, ids[0] ?? '');

    const first = await money.queries.list(brand.workspaceId, { limit: 3 });
    const second = await money.queries.list(brand.workspaceId, {
      limit: 3,
      cursor: first.nextCursor ?? '',
    });
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids);
    expect(second.nextCursor).toBeNull();
    expect((await money.queries.list(brand.workspaceId, { limit: 50, state: 'stopped' })).items).toHaveLength(
      1,
    );
  });

  it('sets delivery against the plan along the traffic clock', async () => {
    const brand = await aFundedBrand(database.db, 10_000);
    // 22 hours ago, so that nearly all of the day's traffic has passed.
    const startsAt = inHours(-22);
    const { id } = await launch(brand, { startsAt: startsAt.toISOString() }, startsAt);
    await deliver(database.db, id, 1_000);

    const boost = await boostOf(brand, id);
    expect(boost).toMatchObject({ deliveredImpressions: 1_000, paceState: 'behind' });
    expect(boost.pacing).toBeGreaterThan(0.15);
    expect(boost.pacing).toBeLessThan(0.5);
    expect(boost.series.hours.length).toBeGreaterThanOrEqual(22);
    expect(boost.series.delivered.at(-1)).toBe(1_000);
    expect(boost.series.planned).toEqual([...boost.series.planned].sort((a, b) => a - b));
  });

  it('names the running boosts to the feed, and only those', async () => {
    const brand = await aFundedBrand(database.db, 100_000);
    const running = await launch(brand, { audience: { genders: ['female'] } });
    const scheduled = await launch(brand, { startsAt: inHours(3).toISOString() });
    const stopped = await launch(brand);
    await money.boosts.stop(brand.workspaceId, null, stopped.id);
    const full = await launch(brand);
    await deliver(database.db, full.id, 5_000);

    const fed = await database.db.asEngine((tx) => runningForFeed(tx));
    const ids = fed.map(({ boostId }) => boostId);
    expect(fed.find(({ boostId }) => boostId === running.id)).toMatchObject({
      noteId: brand.noteId,
      goal: 'reads',
      plannedImpressions: 5_000,
      audience: { genders: ['female'] },
    });
    for (const { id } of [scheduled, stopped, full]) expect(ids).not.toContain(id);
  });
});
