import {
  aBrandWithNote,
  aVoucher,
  anAsk,
  balancesOf,
  deliver,
  type Money,
  moneyOn,
  aFundedBrand,
} from '../../test/money';
import { freshDatabase, type TestDatabase } from '../../test/database';

const dayMs = 86_400_000;

describe('vouchers', () => {
  let database: TestDatabase;
  let money: Money;

  beforeAll(async () => {
    database = await freshDatabase();
    money = moneyOn(database.db);
  });
  afterAll(() => database.close());

  const stateOf = async (workspaceId: string, id: string) => {
    const { items } = await money.vouchersQueries.list(workspaceId, { limit: 200 });
    return items.find((voucher) => voucher.id === id)?.state;
  };

  it('books a fixed voucher when it is granted, and one that is a share or impressions not before it is used', async () => {
    const brand = await aBrandWithNote(database.db);
    await aVoucher(database.db, brand, { kind: 'fixed', faceCents: 3_000 });
    await aVoucher(database.db, brand, { kind: 'ratio', ratioBasisPoints: 2_000, faceCents: 5_000 });
    await aVoucher(database.db, brand, { kind: 'traffic', impressions: 1_000 });

    expect(await balancesOf(database.db, brand)).toMatchObject({ voucher: 3_000, issued: -3_000 });
    const { items } = await money.vouchersQueries.list(brand.workspaceId, { limit: 50 });
    expect(items.find(({ kind }) => kind === 'fixed')).toMatchObject({
      faceCents: 3_000,
      remainingCents: 3_000,
      capCents: null,
    });
    expect(items.find(({ kind }) => kind === 'ratio')).toMatchObject({
      faceCents: null,
      capCents: 5_000,
      ratioBasisPoints: 2_000,
    });
    expect(items.find(({ kind }) => kind === 'traffic')).toMatchObject({
      impressions: 1_000,
      remainingCents: null,
    });
  });

  it('calls a voucher by the state that its times and boosts give it', async () => {
    const brand = await aFundedBrand(database.db, 50_000);
    const now = Date.now();
    const usable = await aVoucher(database.db, brand, { kind: 'fixed', faceCents: 1_000 });
    const scheduled = await aVoucher(database.db, brand, {
      kind: 'fixed',
      faceCents: 1_000,
      validFrom: new Date(now + dayMs),
    });
    const expired = await aVoucher(database.db, brand, {
      kind: 'fixed',
      faceCents: 1_000,
      expiresAt: new Date(now - 1_000),
    });
    const used = await aVoucher(database.db, brand, { kind: 'fixed', faceCents: 1_000 });
    const revoked = await aVoucher(database.db, brand, { kind: 'traffic', impressions: 500 });
    await database.owner(`update voucher set revoked_at = now() where id = $1`, [revoked]);
    const boost = await money.boosts.launch(brand.workspaceId, null, anAsk(brand, { voucherIds: [used] }));

    expect(await stateOf(brand.workspaceId, usable)).toBe('usable');
    expect(await stateOf(brand.workspaceId, scheduled)).toBe('scheduled');
    expect(await stateOf(brand.workspaceId, expired)).toBe('expired');
    expect(await stateOf(brand.workspaceId, used)).toBe('reserved');
    expect(await stateOf(brand.workspaceId, revoked)).toBe('revoked');

    await deliver(database.db, boost.id, boost.plannedImpressions);
    await money.boosts.settleDue();
    expect(await stateOf(brand.workspaceId, used)).toBe('spent');

    const onlyUsable = await money.vouchersQueries.list(brand.workspaceId, { limit: 50, state: 'usable' });
    expect(onlyUsable.items.map(({ id }) => id)).toEqual([usable]);
  });

  it('pages through vouchers that expire at the same instant without losing or repeating one', async () => {
    const brand = await aBrandWithNote(database.db);
    const expiresAt = new Date(Date.now() + dayMs);
    for (let n = 0; n < 5; n++)
      await aVoucher(database.db, brand, { kind: 'fixed', faceCents: 100, expiresAt });

    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await money.vouchersQueries.list(brand.workspaceId, {
        limit: 2,
        ...(cursor ? { cursor } : {}),
      });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(new Set(seen).size).toBe(5);
    expect(seen).toHaveLength(5);
  });

  it('takes what is left on an expired voucher out of the books, once', async () => {
    const brand = await aBrandWithNote(database.db);
    const id = await aVoucher(database.db, brand, {
      kind: 'fixed',
      faceCents: 4_000,
      expiresAt: new Date(Date.now() + dayMs),
    });
    const later = new Date(Date.now() + 2 * dayMs);
    await money.vouchers.lapseExpired();
    expect(await balancesOf(database.db, brand)).toMatchObject({ voucher: 4_000, expired: 0 });

    await Promise.all([money.vouchers.lapseExpired(later), money.vouchers.lapseExpired(later)]);

    expect(await balancesOf(database.db, brand)).toMatchObject({
      voucher: 0,
      expired: 4_000,
      issued: -4_000,
    });
    const { items } = await money.ledgerQueries.journal(brand.workspaceId, { limit: 50, voucherId: id });
    expect(items.map(({ kind }) => kind)).toEqual(['voucher-expired', 'voucher-granted']);
  });
});
