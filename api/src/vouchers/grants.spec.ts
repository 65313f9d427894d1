import { randomUUID } from 'node:crypto';
import {
  aBrandWithNote,
  aFundedBrand,
  anAsk,
  aVoucher,
  balancesOf,
  deliver,
  type Money,
  moneyOn,
} from '../../test/money';
import { freshDatabase, type TestDatabase } from '../../test/database';

const dayMs = 86_400_000;

describe('granting vouchers and taking them back', () => {
  let database: TestDatabase;
  let money: Money;
  beforeAll(async () => {
    database = await freshDatabase();
    money = moneyOn(database.db);
  });
  afterAll(() => database.close());

  const revoke = (workspaceId: string, id: string) =>
    database.db.inWorkspace(workspaceId, (tx) => money.vouchers.revoke(tx, workspaceId, id));
  const journalOf = async (workspaceId: string, voucherId: string) => {
    const { items } = await money.ledgerQueries.journal(workspaceId, { limit: 50, voucherId });
    return items.map(({ kind }) => kind);
  };

  it('grants once under one key, however often and at once it is asked, and refuses another grant under it', async () => {
    const brand = await aBrandWithNote(database.db);
    const grant = {
      kind: 'fixed',
      faceCents: 3_000,
      requestKey: randomUUID(),
      validFrom: new Date(),
      expiresAt: new Date(Date.now() + dayMs),
    } as const;
    const ids = await Promise.all([1, 2, 3, 4].map(() => aVoucher(database.db, brand, grant)));
    expect(new Set(ids).size).toBe(1);
    expect(await balancesOf(database.db, brand)).toMatchObject({ voucher: 3_000, issued: -3_000 });
    await expect(aVoucher(database.db, brand, { ...grant, faceCents: 4_000 })).rejects.toMatchObject({
      code: 'request-key-reused',
    });
  });

  it('takes what is left back once, and nothing from another workspace', async () => {
    const brand = await aBrandWithNote(database.db);
    const id = await aVoucher(database.db, brand, { kind: 'fixed', faceCents: 3_000 });
    const stranger = await aBrandWithNote(database.db);
    await expect(revoke(stranger.workspaceId, id)).rejects.toMatchObject({ code: 'not-found' });

    await Promise.all([1, 2, 3].map(() => revoke(brand.workspaceId, id)));
    expect(await balancesOf(database.db, brand)).toMatchObject({ voucher: 0, expired: 3_000 });
    expect(await journalOf(brand.workspaceId, id)).toEqual(['voucher-revoked', 'voucher-granted']);
    await money.vouchers.lapseExpired(new Date(Date.now() + 60 * dayMs));
    expect(await journalOf(brand.workspaceId, id)).toEqual(['voucher-revoked', 'voucher-granted']);
    await expect(
      money.boosts.launch(brand.workspaceId, null, anAsk(brand, { voucherIds: [id] })),
    ).rejects.toMatchObject({ code: 'voucher-revoked' });
  });

  it('leaves a running boost what it reserved, and gives nothing back to a voucher that was taken back', async () => {
    const brand = await aFundedBrand(database.db, 50_000);
    const id = await aVoucher(database.db, brand, { kind: 'fixed', faceCents: 3_000 });
    const boost = await money.boosts.launch(brand.workspaceId, null, anAsk(brand, { voucherIds: [id] }));
    await revoke(brand.workspaceId, id);
    await deliver(database.db, boost.id, 1_000);
    const stopped = await money.boosts.stop(brand.workspaceId, null, boost.id);
    expect(stopped).toMatchObject({ spentCents: 1_500, refundedCents: 4_500, lapsedCents: 1_500 });
    expect(await balancesOf(database.db, brand)).toMatchObject({
      voucher: 0,
      reserved: 0,
      cash: 50_000 - 4_500 + 4_500,
    });
  });

  it('comes to one end when it is used, taken back and over at the same moment', async () => {
    for (let round = 0; round < 6; round += 1) {
      const brand = await aFundedBrand(database.db, 50_000);
      const id = await aVoucher(database.db, brand, { kind: 'fixed', faceCents: 3_000 });
      const later = new Date(Date.now() + 60 * dayMs);
      const [launched] = await Promise.allSettled([
        money.boosts.launch(brand.workspaceId, null, anAsk(brand, { voucherIds: [id] })),
        revoke(brand.workspaceId, id),
        money.vouchers.lapseExpired(later),
      ]);
      const reserved = launched.status === 'fulfilled';
      expect(await balancesOf(database.db, brand)).toMatchObject({
        voucher: 0,
        reserved: reserved ? 7_500 : 0,
        cash: reserved ? 45_500 : 50_000,
        expired: reserved ? 0 : 3_000,
      });
    }
  });

  it('lets a boost have no more of a voucher than its cash ratio says, and only where it may be used', async () => {
    const brand = await aFundedBrand(database.db, 50_000);
    const half = await aVoucher(database.db, brand, {
      kind: 'fixed',
      faceCents: 6_000,
      maxShareBasisPoints: 4_000,
      goals: ['follows'],
      noteIds: [brand.noteId],
    });
    const ask = { voucherIds: [half], budgetCents: 10_000 };
    await expect(
      money.boosts.launch(brand.workspaceId, null, anAsk(brand, { ...ask, goal: 'reads' })),
    ).rejects.toMatchObject({ code: 'voucher-wrong-scope' });
    const boost = await money.boosts.launch(
      brand.workspaceId,
      null,
      anAsk(brand, { ...ask, goal: 'follows' }),
    );
    expect(boost).toMatchObject({ voucherCents: 4_000, walletCents: 6_000 });
    expect(await balancesOf(database.db, brand)).toMatchObject({ voucher: 0, expired: 2_000, cash: 44_000 });
  });
});
