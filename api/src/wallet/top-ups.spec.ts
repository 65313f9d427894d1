import { randomUUID } from 'node:crypto';
import { type TestDatabase, freshDatabase } from '../../test/database';
import { aBrandWithNote, balancesOf, type Brand, type Money, moneyOn } from '../../test/money';
import { aMember } from '../../test/people';
import { topUpPage } from './top-ups.queries';
import { setApprovalLimit, walletSettingsView } from './wallet-settings';

const large = 10_000_001;

describe('top-ups that wait for a second person', () => {
  let database: TestDatabase;
  let money: Money;

  beforeAll(async () => {
    database = await freshDatabase(25);
    money = moneyOn(database.db);
  });
  afterAll(() => database.close());

  /** A brand with an owner, who asks, and somebody of finance, who may agree. */
  const aBrand = async () => {
    const brand = await aBrandWithNote(database.db);
    const [owner, finance] = [
      await aMember(database.db, brand.workspaceId, 'owner', { name: 'Lin' }),
      await aMember(database.db, brand.workspaceId, 'finance', { name: 'Wei' }),
    ];
    return { ...brand, owner: owner.id, finance: finance.id };
  };
  const ask = (brand: Brand, personId: string | null, cents = large, requestKey: string = randomUUID()) =>
    money.topUps.ask(brand.workspaceId, personId, { cents, reference: 'Wire 8812', requestKey });
  const cashOf = async (brand: Brand) => (await balancesOf(database.db, brand))['cash'] ?? 0;

  it('records up to the limit at once, and above it when another person agrees', async () => {
    const brand = await aBrand();
    expect(await ask(brand, brand.owner, large - 1)).toMatchObject({ state: 'recorded', own: true });
    const waiting = await ask(brand, brand.owner);
    expect(waiting).toMatchObject({ state: 'waiting', askedBy: 'Lin', decidedBy: null, decidedAt: null });
    expect(await cashOf(brand)).toBe(large - 1);

    const agreed = await money.topUps.approve(brand.workspaceId, brand.finance, waiting.id);
    expect(agreed).toMatchObject({ state: 'recorded', askedBy: 'Lin', decidedBy: 'Wei', own: false });
    expect(await cashOf(brand)).toBe(2 * large - 1);
    const { items } = await money.ledgerQueries.journal(brand.workspaceId, { limit: 10 });
    expect(items[0]).toMatchObject({ kind: 'top-up', subject: 'Wire 8812', by: 'Lin' });
  });

  it('asks once when the same request arrives ten times at the same moment', async () => {
    const brand = await aBrand();
    const requestKey = randomUUID();
    const asked = await Promise.all(
      Array.from({ length: 10 }, () => ask(brand, brand.owner, large, requestKey)),
    );
    expect(new Set(asked.map(({ id }) => id)).size).toBe(1);
    await expect(ask(brand, brand.owner, large + 1, requestKey)).rejects.toMatchObject({
      code: 'request-key-reused',
    });
  });

  it('moves the money once when five agree and five refuse at the same moment, and tells the others who was first', async () => {
    const brand = await aBrand();
    const { id } = await ask(brand, brand.owner);
    const others = await Promise.all(
      Array.from({ length: 10 }, () => aMember(database.db, brand.workspaceId, 'finance')),
    );
    const outcomes = await Promise.allSettled(
      others.map(({ id: personId }, at) =>
        at % 2
          ? money.topUps.refuse(brand.workspaceId, personId, id, { reason: 'Not on the bank statement' })
          : money.topUps.approve(brand.workspaceId, personId, id),
      ),
    );
    const decided = outcomes.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    expect(decided).toHaveLength(1);
    for (const one of outcomes)
      if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'top-up-decided' });
    expect(await cashOf(brand)).toBe(decided[0]?.state === 'recorded' ? large : 0);
  });

  it('agrees once when one person presses ten times', async () => {
    const brand = await aBrand();
    const { id } = await ask(brand, brand.owner);
    const views = await Promise.all(
      Array.from({ length: 10 }, () => money.topUps.approve(brand.workspaceId, brand.finance, id)),
    );
    expect(new Set(views.map(({ state }) => state))).toEqual(new Set(['recorded']));
    expect(await cashOf(brand)).toBe(large);
  });

  it('never lets whoever asked agree, who may take it back though', async () => {
    const brand = await aBrand();
    const { id } = await ask(brand, brand.owner);
    await expect(money.topUps.approve(brand.workspaceId, brand.owner, id)).rejects.toMatchObject({
      code: 'top-up-own',
    });
    expect(
      await money.topUps.refuse(brand.workspaceId, brand.owner, id, { reason: 'Entered twice' }),
    ).toMatchObject({ state: 'refused', reason: 'Entered twice', decidedBy: null });
    await expect(money.topUps.approve(brand.workspaceId, brand.finance, id)).rejects.toMatchObject({
      code: 'top-up-decided',
    });
    expect(await cashOf(brand)).toBe(0);
  });

  it('keeps waiting what waits when the limit is lifted, and asks nobody afterwards', async () => {
    const brand = await aBrand();
    const { id } = await ask(brand, brand.owner);
    const settings = await database.db.inWorkspace(brand.workspaceId, (tx) =>
      setApprovalLimit(tx, brand.workspaceId, brand.owner, { approvalAboveCents: null }),
    );
    expect(settings).toMatchObject({ approvalAboveCents: null, deciders: 2, changedBy: 'Lin' });
    expect(await ask(brand, brand.owner)).toMatchObject({ state: 'recorded' });

    const waiting = await database.db.inWorkspace(brand.workspaceId, (tx) =>
      topUpPage(tx, brand.finance, { limit: 10, state: 'waiting' }),
    );
    expect(waiting.items.map((one) => [one.id, one.own])).toEqual([[id, false]]);
  });

  it('is decided in its own workspace alone', async () => {
    const [brand, other] = [await aBrand(), await aBrand()];
    const { id } = await ask(brand, brand.owner);
    await expect(money.topUps.approve(other.workspaceId, other.finance, id)).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('is refused by the database to whoever asked, and to an amount that changes', async () => {
    const brand = await aBrand();
    const { id } = await ask(brand, brand.owner);
    const inBrand = (sql: string) => database.db.inWorkspace(brand.workspaceId, (tx) => tx.query(sql, [id]));
    await expect(inBrand('update top_up set decided_by = asked_by where id = $1')).rejects.toThrow(
      /never_decided_by_who_asked/,
    );
    await expect(inBrand(`update top_up set state = 'recorded' where id = $1`)).rejects.toThrow(
      /recorded_top_up_is_in_journal/,
    );
    for (const sql of ['update top_up set cents = 1 where id = $1', 'delete from top_up where id = $1'])
      await expect(inBrand(sql)).rejects.toThrow(/permission denied/);
  });

  it('knows what holds where nothing was set', async () => {
    const brand = await aBrand();
    expect(
      await database.db.inWorkspace(brand.workspaceId, (tx) => walletSettingsView(tx, brand.workspaceId)),
    ).toEqual({
      approvalAboveCents: 10_000_000,
      commitAboveCents: null,
      sumHours: 24,
      committers: 2,
      deciders: 2,
      buyer: null,
      changedBy: null,
      changedAt: null,
    });
  });
});
