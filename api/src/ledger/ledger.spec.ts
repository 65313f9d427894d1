import { randomUUID } from 'node:crypto';
import { balancesOf, type Brand, aBrandWithNote, aFundedBrand, type Money, moneyOn } from '../../test/money';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { constraintOf } from '../db/db';

describe('the ledger', () => {
  let database: TestDatabase;
  let money: Money;

  beforeAll(async () => {
    database = await freshDatabase();
    money = moneyOn(database.db);
  });
  afterAll(() => database.close());

  const topUp = (brand: Brand, cents: number, requestKey: string = randomUUID()) =>
    money.topUps.ask(brand.workspaceId, null, { cents, reference: 'bank transfer', requestKey });

  it('records a top-up once when the same request arrives ten times at the same moment', async () => {
    const brand = await aBrandWithNote(database.db);
    const requestKey = randomUUID();
    const rows = await Promise.all(Array.from({ length: 10 }, () => topUp(brand, 50_000, requestKey)));

    expect(new Set(rows.map((row) => row.id)).size).toBe(1);
    expect(await balancesOf(database.db, brand)).toMatchObject({ cash: 50_000, topup: -50_000 });
  });

  it('refuses a request key that was used for another amount', async () => {
    const brand = await aBrandWithNote(database.db);
    const requestKey = randomUUID();
    await topUp(brand, 50_000, requestKey);

    await expect(topUp(brand, 60_000, requestKey)).rejects.toMatchObject({ code: 'request-key-reused' });
    expect((await balancesOf(database.db, brand))['cash']).toBe(50_000);
  });

  it('shows balances that the journal adds up to, and an empty wallet before the first movement', async () => {
    const brand = await aBrandWithNote(database.db);
    expect(await money.ledgerQueries.wallet(brand.workspaceId)).toMatchObject({
      cashCents: 0,
      balanced: true,
    });

    await topUp(brand, 12_300);
    expect(await money.ledgerQueries.wallet(brand.workspaceId)).toMatchObject({
      cashCents: 12_300,
      balanced: true,
    });
  });

  it('says so when a balance and the journal disagree', async () => {
    const brand = await aFundedBrand(database.db, 10_000);
    await database.owner(
      `update ledger_account set balance_cents = 9999 where workspace_id = $1 and name = 'cash'`,
      [brand.workspaceId],
    );

    expect(await money.ledgerQueries.wallet(brand.workspaceId)).toMatchObject({
      cashCents: 9_999,
      balanced: false,
    });
  });

  it('pages the journal from the newest on, each row with the cash it left behind', async () => {
    const brand = await aBrandWithNote(database.db);
    for (const cents of [100, 200, 300, 400, 500]) await topUp(brand, cents);

    const seen: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await money.ledgerQueries.journal(brand.workspaceId, {
        limit: 2,
        ...(cursor ? { cursor } : {}),
      });
      seen.push(...page.items.map((row) => row.cashAfterCents));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual([1_500, 1_000, 600, 300, 100]);
  });

  it('filters the journal by account', async () => {
    const brand = await aFundedBrand(database.db, 10_000);
    const read = (account: 'cash' | 'voucher') =>
      money.ledgerQueries.journal(brand.workspaceId, { limit: 50, account });

    expect((await read('cash')).items).toHaveLength(1);
    expect((await read('voucher')).items).toHaveLength(0);
  });

  describe('the database refuses, whatever the application says', () => {
    const postRaw = (brand: Brand, legs: [string, number][]) =>
      database.db.inWorkspace(brand.workspaceId, async (tx) => {
        const [posted] = await tx.query<{ id: string }[]>(
          `insert into ledger_transaction (workspace_id, kind, at) values ($1, 'top-up', now()) returning id`,
          [brand.workspaceId],
        );
        await tx.query(
          `insert into ledger_entry (transaction_id, workspace_id, account, cents)
           select $1, $2, leg.account, leg.cents from unnest($3::text[], $4::bigint[]) as leg (account, cents)`,
          [posted?.id, brand.workspaceId, legs.map(([account]) => account), legs.map(([, cents]) => cents)],
        );
      });

    it.each<[string, [string, number][]]>([
      [
        'do not sum to zero',
        [
          ['topup', -500],
          ['cash', 501],
        ],
      ],
      ['are only one', [['cash', 500]]],
    ])('a transaction whose legs %s', async (_, legs) => {
      const brand = await aFundedBrand(database.db, 10_000);
      const error: unknown = await postRaw(brand, legs).catch((reason: unknown) => reason);

      expect(constraintOf(error)).toBe('journal_balances');
      expect(await balancesOf(database.db, brand)).toMatchObject({ cash: 10_000, topup: -10_000 });
    });

    it('a transaction without any leg', async () => {
      const brand = await aFundedBrand(database.db, 10_000);
      await expect(postRaw(brand, [])).rejects.toThrow(/has no legs/);
    });

    it('legs added to a transaction of another day', async () => {
      const brand = await aFundedBrand(database.db, 10_000);
      await expect(
        database.db.inWorkspace(brand.workspaceId, (tx) =>
          tx.query(
            `insert into ledger_entry (transaction_id, workspace_id, account, cents)
             select id, workspace_id, 'voucher', 5 from ledger_transaction where workspace_id = $1`,
            [brand.workspaceId],
          ),
        ),
      ).rejects.toThrow(/sum to 5 cents/);
    });

    it('a balance below zero', async () => {
      const brand = await aFundedBrand(database.db, 10_000);
      const error: unknown = await postRaw(brand, [
        ['cash', -10_001],
        ['spent', 10_001],
      ]).catch((reason: unknown) => reason);
      expect(constraintOf(error)).toBe('balance_never_negative');
    });

    it.each([
      ['a balance written by hand', `update ledger_account set balance_cents = 1000000`],
      [
        'an account that opens with money',
        `insert into ledger_account (workspace_id, name, balance_cents) values (app_workspace(), 'cash', 7)`,
      ],
      ['an account that goes away', `delete from ledger_account`],
      ['an entry that changes', `update ledger_entry set cents = cents * 2`],
      ['an entry that goes away', `delete from ledger_entry`],
      ['a transaction that changes', `update ledger_transaction set subject = 'nothing happened'`],
      ['a transaction that goes away', `delete from ledger_transaction`],
      ['a journal that is emptied', `truncate ledger_entry`],
    ])('%s', async (_, sql) => {
      const brand = await aFundedBrand(database.db, 10_000);
      for (const inRole of [
        () => database.db.inWorkspace(brand.workspaceId, (tx) => tx.query(sql)),
        () => database.db.asEngine((tx) => tx.query(sql)),
      ]) {
        await expect(inRole()).rejects.toThrow(/permission denied/);
      }
      expect(await balancesOf(database.db, brand)).toMatchObject({ cash: 10_000 });
    });

    it('even its owner an entry that changes', async () => {
      await aFundedBrand(database.db, 10_000);
      await expect(database.owner(`update ledger_entry set cents = cents * 2`)).rejects.toThrow(
        /append only/,
      );
    });
  });
});
