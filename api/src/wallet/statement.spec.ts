import { randomUUID } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { type TestDatabase, freshDatabase } from '../../test/database';
import { aBrandWithNote, anAsk, type Brand, deliver, type Money, moneyOn } from '../../test/money';
import { aMember } from '../../test/people';
import { unzipped } from '../../test/unzipped';
import { moneyChecks } from '../insights/sum-check.money';
import { ReconciliationQueries } from '../insights/reconciliation.queries';
import { StatementFiles } from './statement-files';
import { movementPage, statementView } from './statement.queries';
import { setInvoiceBuyer } from './wallet-settings';

/** Of Shanghai: the first minutes of a month are still the month before in UTC. */
const inMonth = (day: string, time = '12:00') => new Date(`2035-${day}T${time}:00+08:00`);
const october = { from: '2035-10-01', to: '2035-10-31' };
const november = { from: '2035-11-01', to: '2035-11-30' };

describe('the statement of a wallet', () => {
  let database: TestDatabase;
  let money: Money;

  beforeAll(async () => {
    database = await freshDatabase(25);
    money = moneyOn(database.db);
  });
  afterAll(() => database.close());

  const topUp = (brand: Brand, cents: number, at: Date, reference = '=1+1') =>
    money.topUps.ask(brand.workspaceId, null, { cents, reference, requestKey: randomUUID() }, at);
  const statementOf = (brand: Brand, period: typeof october) =>
    database.db.inWorkspace(brand.workspaceId, (tx) => statementView(tx, brand.workspaceId, period));
  const accountOf = async (brand: Brand, period: typeof october, account: string) =>
    (await statementOf(brand, period)).accounts.find((one) => one.account === account);

  /** ¥100 on a boost over the end of the month, a rebate beside cash: four tenths in October, half of it by November. */
  const aBoostOverTwoMonths = async () => {
    const brand = await aBrandWithNote(database.db);
    await topUp(brand, 30_000, inMonth('10-31', '08:00'));
    await database.db.inWorkspace(brand.workspaceId, (tx) =>
      money.ledger.give(
        tx,
        brand.workspaceId,
        { bucket: 'rebate', cents: 3_000, subject: 'October' },
        inMonth('10-31', '09:00'),
      ),
    );
    const launchedAt = inMonth('10-31', '10:00');
    const boost = await money.boosts.launch(
      brand.workspaceId,
      null,
      anAsk(brand, { budgetCents: 10_000, durationHours: 24, startsAt: launchedAt.toISOString() }),
      launchedAt,
    );
    await deliver(database.db, boost.id, Math.floor(boost.plannedImpressions * 0.4));
    await database.owner(`update boost set next_settle_at = $1 where id = $2`, [launchedAt, boost.id]);
    await money.boosts.settleDue(inMonth('10-31', '23:59'));
    await deliver(database.db, boost.id, Math.floor(boost.plannedImpressions * 0.1));
    await money.boosts.stop(brand.workspaceId, null, boost.id, inMonth('11-01', '00:10'));
    await topUp(brand, 500, inMonth('11-02'), 'second');
    return brand;
  };

  it('opens with what the month before closed with, and splits what was spent by where it came from', async () => {
    const brand = await aBoostOverTwoMonths();
    const [first, second] = [await statementOf(brand, october), await statementOf(brand, november)];

    for (const account of first.accounts) {
      expect(account.openingCents).toBe(0);
      const next = second.accounts.find((one) => one.account === account.account);
      expect(next?.openingCents).toBe(account.closingCents);
    }
    expect(await accountOf(brand, october, 'cash')).toEqual({
      account: 'cash',
      openingCents: 0,
      inCents: 30_000,
      outCents: 7_000,
      closingCents: 23_000,
      movements: 2,
    });
    expect(first.spent).toEqual({ voucher: 0, compensation: 0, rebate: 1_199, cash: 2_800, credit: 0 });
    expect(first.invoiceableCents).toBe(2_800);
    expect(second.spent).toEqual({ voucher: 0, compensation: 0, rebate: 300, cash: 699, credit: 0 });
    const spentOf = (view: typeof first) => Object.values(view.spent).reduce((sum, cents) => sum + cents, 0);
    expect(spentOf(first)).toBe((await accountOf(brand, october, 'spent'))?.inCents);
    expect(spentOf(second)).toBe((await accountOf(brand, november, 'spent'))?.inCents);

    const wallet = await money.ledgerQueries.wallet(brand.workspaceId);
    expect((await accountOf(brand, november, 'cash'))?.closingCents).toBe(wallet.cashCents);
    expect((await accountOf(brand, november, 'rebate'))?.closingCents).toBe(wallet.rebateCents);
  });

  it('goes through the movements page by page with the balance after each', async () => {
    const brand = await aBrandWithNote(database.db);
    await topUp(brand, 1_000, inMonth('09-30', '23:59'));
    // Two at one instant, and one that was noted late: time orders a statement, not the order of noting.
    await topUp(brand, 30, inMonth('10-05'));
    await topUp(brand, 20, inMonth('10-05'));
    await topUp(brand, 50, inMonth('10-02'));
    await topUp(brand, 7, inMonth('10-31', '23:59'));
    await topUp(brand, 9_999, inMonth('11-01', '00:00'));

    const seen: [number, number][] = [];
    let cursor: string | undefined;
    do {
      const ask = { ...october, account: 'cash' as const, limit: 2, ...(cursor ? { cursor } : {}) };
      const page = await database.db.inWorkspace(brand.workspaceId, (tx) => movementPage(tx, ask));
      seen.push(...page.items.map((row): [number, number] => [row.cents, row.balanceCents]));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual([
      [50, 1_050],
      [30, 1_080],
      [20, 1_100],
      [7, 1_107],
    ]);
    expect(await accountOf(brand, october, 'cash')).toMatchObject({
      openingCents: 1_000,
      closingCents: 1_107,
    });
  });

  it('is a file that says the same, in which no text is a formula', async () => {
    const brand = await aBoostOverTwoMonths();
    const { id: personId } = await aMember(database.db, brand.workspaceId, 'finance');
    const files = new StatementFiles(database.db, money.ledger);
    const buyer = { name: '=HYPERLINK("x")', taxNumber: '91330106MA2CFL8X4K', address: '' };
    await database.db.inWorkspace(brand.workspaceId, (tx) =>
      setInvoiceBuyer(tx, brand.workspaceId, personId, buyer),
    );
    const take = async (format: 'csv' | 'xlsx') =>
      (await files.take(brand.workspaceId, personId, { ...october, format, language: 'en' })).getStream();

    const csv = (await buffer(await take('csv'))).toString().split('\r\n');
    expect(csv[0]).toBe(
      '\ufeffAccount,Time (Asia/Shanghai),What happened,About,By,Amount (CNY),Balance (CNY)',
    );
    expect(csv.slice(1, 5)).toEqual([
      'Cash,,Opening balance,,,,0',
      `Cash,2035-10-31 08:00:00,Top-up,'=1+1,,300,300`,
      'Cash,2035-10-31 10:00:00,Reserved for a boost,一杯好茶的早晨,,-70,230',
      'Cash,,Closing balance,,,,230',
    ]);
    expect(csv).toContain('Can be invoiced (CNY),28');
    expect(csv).toContain(`Buyer,"'=HYPERLINK(""x"")"`);

    const sheets = unzipped(await buffer(await take('xlsx')));
    expect(sheets['xl/worksheets/sheet2.xml']).toContain('<v>230</v>');
    expect(sheets['xl/worksheets/sheet1.xml']).toContain('91330106MA2CFL8X4K');
    expect(Object.values(sheets).join('')).not.toContain('<f>');
  });

  describe('reconciled', () => {
    const reconcile = (brand: Brand) =>
      new ReconciliationQueries(database.db).reconciliation(brand.workspaceId);
    const offOf = async (brand: Brand) =>
      (await reconcile(brand)).checks
        .filter(({ different }) => different > 0)
        .map(({ id, examples }) => [id, examples]);

    it('agrees with everything that repeats a part of the journal, of its own workspace alone', async () => {
      const [brand] = [await aBoostOverTwoMonths(), await aBoostOverTwoMonths()];
      const view = await reconcile(brand);
      expect(await offOf(brand)).toEqual([]);
      expect(view.checks.find(({ id }) => id === 'boosts')?.compared).toBe(1);
      expect(view.checks.map(({ id }) => id)).toEqual(moneyChecks.map(({ id }) => id));
      for (const { journalCents, balanceCents } of view.accounts) expect(journalCents).toBe(balanceCents);
      expect(view.accounts.find(({ account }) => account === 'rebate')).toEqual({
        account: 'rebate',
        journalCents: 1_501,
        balanceCents: 1_501,
      });
    });

    it('names the account, the boost and the top-up that are off', async () => {
      const brand = await aBoostOverTwoMonths();
      const { workspaceId } = brand;
      const [boost] = await database.db.read<{ id: string }>(workspaceId, 'select id from boost');
      const asked = await topUp(brand, 100, inMonth('11-03'));
      await database.owner(
        `update ledger_account set balance_cents = balance_cents + 5 where workspace_id = $1 and name = 'rebate'`,
        [workspaceId],
      );
      await database.owner(`update boost set rebate_spent_cents = rebate_spent_cents - 1 where id = $1`, [
        boost?.id,
      ]);
      await database.owner(`update top_up set cents = cents + 1 where id = $1`, [asked.id]);

      expect(await offOf(brand)).toEqual([
        ['balances', [`${workspaceId} rebate`]],
        ['buckets', [boost?.id]],
        ['top-ups', [asked.id]],
      ]);
      const rebate = (await reconcile(brand)).accounts.find(({ account }) => account === 'rebate');
      expect(rebate).toEqual({ account: 'rebate', journalCents: 1_501, balanceCents: 1_506 });
    });
  });
});
