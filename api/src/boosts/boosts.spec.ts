import { randomUUID } from 'node:crypto';
import type { LaunchBoost } from '@poolrise/contracts';
import {
  aBrandWithNote,
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

describe('launching a boost', () => {
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

  it('reserves the budget and starts at once', async () => {
    const brand = await aFundedBrand(database.db, 50_000);
    const boost = await launch(brand);

    expect(boost).toMatchObject({
      state: 'running',
      budgetCents: 7_500,
      walletCents: 7_500,
      plannedImpressions: 5_000,
      spentCents: 0,
    });
    expect(await balancesOf(database.db, brand)).toMatchObject({ cash: 42_500, reserved: 7_500 });
  });

  it('lets the voucher pay first and give no change', async () => {
    const brand = await aFundedBrand(database.db, 50_000);
    const voucherId = await aVoucher(database.db, brand, { kind: 'fixed', faceCents: 8_000 });
    const boost = await launch(brand, { voucherIds: [voucherId] });

    expect(boost).toMatchObject({ voucherCents: 7_500, walletCents: 0 });
    expect(await balancesOf(database.db, brand)).toMatchObject({
      cash: 50_000,
      voucher: 0,
      reserved: 7_500,
      expired: 500,
    });
  });

  it('puts several vouchers of all kinds into one boost', async () => {
    const brand = await aFundedBrand(database.db, 50_000);
    const fixed = await aVoucher(database.db, brand, { kind: 'fixed', faceCents: 3_000, stackable: true });
    const ratio = await aVoucher(database.db, brand, {
      kind: 'ratio',
      ratioBasisPoints: 2_000,
      faceCents: 1_500,
      stackable: true,
    });
    const traffic = await aVoucher(database.db, brand, {
      kind: 'traffic',
      impressions: 800,
      stackable: true,
    });
    const boost = await launch(brand, { budgetCents: 10_000, voucherIds: [fixed, ratio, traffic] });

    expect(boost).toMatchObject({
      voucherCents: 4_500,
      walletCents: 5_500,
      plannedImpressions: 6_666 + 800,
    });
    expect(boost.vouchers).toHaveLength(3);
    expect(await balancesOf(database.db, brand)).toMatchObject({
      cash: 44_500,
      voucher: 0,
      reserved: 10_000,
      issued: -4_500,
    });
  });

  it.each<[string, Partial<LaunchBoost>, string]>([
    ['costs more than the wallet holds', { budgetCents: 50_001 }, 'wallet-too-low'],
    ['is smaller than the smallest', { budgetCents: 7_499 }, 'budget-too-low'],
    ['is larger than the largest', { budgetCents: 750_001 }, 'budget-too-high'],
    ['is over too soon', { durationHours: 5 }, 'duration-too-short'],
    ['runs too long', { durationHours: 169 }, 'duration-too-long'],
    ['should have started yesterday', { startsAt: inHours(-24).toISOString() }, 'starts-in-past'],
    ['starts years from now', { startsAt: '2999-01-01T00:00:00Z' }, 'invalid-input'],
    ['names a note of nobody', { noteId: randomUUID() }, 'not-found'],
    ['names a voucher of nobody', { voucherIds: [randomUUID()] }, 'not-found'],
  ])('refuses one that %s, and nothing is left of it', async (_, ask, code) => {
    const brand = await aFundedBrand(database.db, 50_000);
    await expect(launch(brand, ask)).rejects.toMatchObject({ code });
    expect(await balancesOf(database.db, brand)).toMatchObject({ cash: 50_000, reserved: 0 });
  });

  it.each(['pending', 'limited', 'rejected', 'human_review'] as const)(
    'refuses a note whose audit is %s',
    async (auditState) => {
      const brand = await aBrandWithNote(database.db, { auditState });
      await expect(launch(brand)).rejects.toMatchObject({ code: 'note-not-boostable' });
    },
  );

  it('refuses vouchers by name of what is wrong with them', async () => {
    const brand = await aFundedBrand(database.db, 50_000);
    const give = (grant: Partial<Parameters<typeof aVoucher>[2]>) =>
      aVoucher(database.db, brand, { kind: 'fixed', faceCents: 1_000, ...grant });
    const revoked = await give({});
    await database.owner('update voucher set revoked_at = now() where id = $1', [revoked]);
    const cases: [string, string[]][] = [
      ['voucher-expired', [await give({ expiresAt: inHours(-1) })]],
      ['voucher-not-yet-valid', [await give({ validFrom: inHours(1) })]],
      ['voucher-wrong-scope', [await give({ categories: ['tech'] })]],
      ['budget-below-voucher', [await give({ minimumBudgetCents: 10_000 })]],
      ['vouchers-do-not-stack', [await give({}), await give({ stackable: true })]],
      ['voucher-revoked', [revoked]],
    ];
    for (const [code, voucherIds] of cases)
      await expect(launch(brand, { voucherIds })).rejects.toMatchObject({ code });
    expect((await balancesOf(database.db, brand))['reserved']).toBe(0);
  });

  it('does not see the note or the voucher of another workspace', async () => {
    const [lin, other] = [await aFundedBrand(database.db, 50_000), await aFundedBrand(database.db, 50_000)];
    const voucherId = await aVoucher(database.db, other, { kind: 'fixed', faceCents: 1_000 });

    await expect(launch(lin, { noteId: other.noteId })).rejects.toMatchObject({ code: 'not-found' });
    await expect(launch(lin, { voucherIds: [voucherId] })).rejects.toMatchObject({ code: 'not-found' });
    const theirs = await launch(other);
    await expect(boostOf(lin, theirs.id)).rejects.toMatchObject({ code: 'not-found' });
    await expect(money.boosts.stop(lin.workspaceId, null, theirs.id)).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  describe('at the same moment', () => {
    it('spends a voucher once when two people launch with it', async () => {
      const lin = await aFundedBrand(database.db, 50_000);
      const voucherIds = [await aVoucher(database.db, lin, { kind: 'fixed', faceCents: 3_000 })];

      const outcomes = await Promise.allSettled([
        launch(lin, { voucherIds, budgetCents: 10_000 }),
        launch(lin, { voucherIds, budgetCents: 10_000 }),
      ]);

      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
        reason: { code: 'voucher-spent' },
      });
      expect(await balancesOf(database.db, lin)).toMatchObject({
        cash: 43_000,
        voucher: 0,
        reserved: 10_000,
      });
    });

    it('launches three of twenty when the wallet covers three', async () => {
      const lin = await aFundedBrand(database.db, 22_500);
      const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => launch(lin)));

      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
      for (const outcome of outcomes) {
        if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'wallet-too-low' });
      }
      expect(await balancesOf(database.db, lin)).toMatchObject({ cash: 0, reserved: 22_500 });
    });

    it('launches once when one request arrives ten times', async () => {
      const lin = await aFundedBrand(database.db, 50_000);
      const requestKey = randomUUID();
      const boosts = await Promise.all(Array.from({ length: 10 }, () => launch(lin, { requestKey })));

      expect(new Set(boosts.map(({ id }) => id)).size).toBe(1);
      expect(await balancesOf(database.db, lin)).toMatchObject({ cash: 42_500, reserved: 7_500 });
      await expect(launch(lin, { requestKey, budgetCents: 8_000 })).rejects.toMatchObject({
        code: 'request-key-reused',
      });
    });

    it('gives everything back once when stop and settlement meet', async () => {
      for (let round = 0; round < 5; round++) {
        const lin = await aFundedBrand(database.db, 10_000);
        const { id } = await launch(lin);
        await deliver(database.db, id, 1_000);

        await Promise.all([
          money.boosts.stop(lin.workspaceId, null, id),
          money.boosts.settleDue(),
          money.boosts.stop(lin.workspaceId, null, id),
          deliver(database.db, id, 10),
          money.boosts.settleDue(),
        ]);

        const boost = await boostOf(lin, id);
        const { cash = 0, spent = 0, reserved } = await balancesOf(database.db, lin);
        expect(boost.state).toBe('stopped');
        // 1,000 or 1,010 of 5,000 impressions at 7,500 cents, as the race went.
        expect([1_500, 1_515]).toContain(spent);
        expect({ reserved, together: cash + spent }).toEqual({ reserved: 0, together: 10_000 });
      }
    });
  });
});
