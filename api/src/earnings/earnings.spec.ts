import { buffer } from 'node:stream/consumers';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { type Engine, engineOn } from '../../test/engine';
import {
  aDraft,
  after,
  aMove,
  anInvite,
  anOrderCast,
  dayMs,
  noon,
  type OrderCast,
  ordersOn,
  type Orders,
} from '../../test/orders';
import { aNoteThatSells, aProduct, type Links, linksOn } from '../../test/product-links';
import { unzipped } from '../../test/unzipped';
import { EarningsFiles } from './earnings-files';
import { earningsView } from './earnings.queries';

describe('the earnings of a desk', () => {
  let database: TestDatabase;
  let desk: Orders;
  let engine: Engine;
  let links: Links;
  beforeAll(async () => {
    database = await freshDatabase();
    desk = ordersOn(database.db);
    engine = await engineOn(database);
    links = linksOn(database, engine);
  });
  afterAll(async () => {
    await engine.close();
    await database.close();
  });

  const view = (cast: OrderCast, month: string | undefined, now: Date, most?: number) =>
    database.db.inWorkspace(cast.creator.workspaceId, (tx) => earningsView(tx, month, now, most));
  const invited = (cast: OrderCast, ask: Parameters<typeof anInvite>[1] = {}) =>
    desk.invitations.invite(cast.brand, anInvite(cast, ask), noon);
  const agreed = async (cast: OrderCast, ask: Parameters<typeof anInvite>[1] = {}) => {
    const order = await invited(cast, ask);
    return desk.orders.move(cast.creator, order.id, aMove(order, 'accept'), after(1));
  };
  /** Out five hours after noon of the second of November. */
  const published = async (cast: OrderCast, ask: Parameters<typeof anInvite>[1] = {}) => {
    const order = await agreed(cast, ask);
    const handed = await desk.orders.handIn(cast.creator, order.id, aDraft(order), after(3));
    const ready = await desk.orders.move(cast.brand, order.id, aMove(handed, 'approve'), after(4));
    return desk.orders.move(cast.creator, order.id, aMove(ready, 'publish'), after(5));
  };

  it('are nothing on a new desk, and say so in every month', async () => {
    const cast = await anOrderCast(database.db);
    const earnings = await view(cast, undefined, noon);
    expect(earnings).toMatchObject({
      month: '2026-11',
      sums: { grossCents: 0, feeCents: 0, netCents: 0, rewardCents: 0 },
      orders: { items: [], more: 0 },
      payouts: { items: [], months: [], netCents: 0, late: 0 },
      commission: { windowDays: 7, confirmDays: 15, links: [], sums: { opens: 0, openToSale: null } },
    });
    expect(earnings.months.map(({ month }) => month)).toEqual([
      ...['2025-12', '2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06', '2026-07'],
      ...['2026-08', '2026-09', '2026-10', '2026-11'],
    ]);
  });

  it('say when each agreed order pays, and what it hangs on while that is not known', async () => {
    const cast = await anOrderCast(database.db);
    await invited(cast, { name: 'only asked' });
    await agreed(cast, { name: 'to be written' });
    await published(cast, { name: 'out', quoteCents: 60_005 });
    const { payouts } = await view(cast, undefined, after(6));
    expect(payouts.items.map(({ name, step, dueAt, netCents }) => [name, step, dueAt, netCents])).toEqual([
      ['out', 'protection', after(5 + 37 * 24).toISOString(), 54_005],
      ['to be written', 'work', null, 450_000],
    ]);
    expect(payouts).toMatchObject({
      months: [{ month: '2026-12', orders: 1, netCents: 54_005 }],
      undated: { orders: 1, netCents: 450_000 },
      netCents: 504_005,
      late: 0,
    });
    const weekLater = await view(cast, undefined, after(24 * 8));
    expect(weekLater.payouts.items.map(({ late }) => late)).toEqual([null, 'draft']);
    // The clock of orders has not been round: the payment is late, and stays on the list.
    const unpaid = await view(cast, undefined, after(5 + 38 * 24));
    expect(unpaid.payouts.items[0]).toMatchObject({ name: 'out', late: 'payment' });
  });

  it('tell order by order what was earned, the fee on it, and what reached the wallet', async () => {
    const cast = await anOrderCast(database.db);
    await published(cast, { quoteCents: 60_005 });
    const paidAt = after(5 + 37 * 24);
    await desk.clock.moveDue(new Date(paidAt.getTime() + 1_000));
    await database.db.asEngine(async (tx) => {
      await desk.ledger.lockWallet(tx, cast.creator.workspaceId);
      await desk.ledger.post(
        tx,
        {
          workspaceId: cast.creator.workspaceId,
          kind: 'reward-paid',
          subject: '冷泡茶季',
          at: paidAt,
          personId: null,
        },
        [
          { account: 'earned', cents: -8_800 },
          { account: 'cash', cents: 8_800 },
        ],
      );
    });
    const december = await view(cast, '2026-12', new Date(paidAt.getTime() + dayMs));
    expect(december.sums).toEqual({
      grossCents: 60_005,
      feeCents: 6_000,
      netCents: 54_005,
      rewardCents: 8_800,
    });
    expect(december.orders.items).toMatchObject([
      {
        brandName: '林家茶',
        state: 'settled',
        grossCents: 60_005,
        feeBasisPoints: 1_000,
        feeCents: 6_000,
        netCents: 54_005,
      },
    ]);
    expect(december.rewards.items).toMatchObject([{ name: '冷泡茶季', cents: 8_800 }]);
    expect(december.months.at(-1)).toEqual({ month: '2026-12', orderCents: 54_005, rewardCents: 8_800 });
    expect(december.payouts.items).toEqual([]);
    const november = await view(cast, '2026-11', new Date(paidAt.getTime() + dayMs));
    expect(november.sums.netCents).toBe(0);
    const capped = await view(cast, '2026-12', paidAt, 0);
    expect(capped.orders).toEqual({ items: [], more: 1 });
    expect(capped.sums.netCents).toBe(54_005);
  });

  it('keep commission apart, by note and product, expected until it is confirmed', async () => {
    const cast = await anOrderCast(database.db);
    const { workspaceId } = cast.creator;
    const note = await aNoteThatSells(database, workspaceId, [
      aProduct(),
      aProduct({ title: '茶包', url: 'https://shop.example.com/bags', commissionPermyriad: 1_000 }),
    ]);
    const [tea, bags] = [links.open(note, {}, { rail: 3 }), links.open(note, { product: 2 })];
    await links.send([
      ...[tea, bags, links.open(note), links.sale(tea.id, 4_900), links.sale(bags.id, 990)],
      links.back(bags.id, 90),
    ]);
    const now = new Date();
    const { commission, sums } = await view(cast, undefined, now);
    expect(commission.sums).toEqual({
      ...{ opens: 3, paidOpens: 1, sales: 2, soldCents: 5_890, returnedCents: 90 },
      ...{ expectedCents: 392 + 90, confirmedCents: 0, openToSale: 2 / 3 },
    });
    expect(commission.links).toMatchObject([
      {
        noteId: note,
        product: 1,
        title: '茉莉冷泡茶 12 包',
        ratePermyriad: 800,
        opens: 2,
        paidOpens: 1,
        openToSale: 0.5,
        expectedCents: 392,
      },
      { product: 2, title: '茶包', opens: 1, sales: 1, returnedCents: 90, expectedCents: 90, openToSale: 1 },
    ]);
    expect(sums.netCents).toBe(0);
    const month = (await view(cast, undefined, now)).month;
    const confirmed = await view(cast, month, new Date(now.getTime() + 16 * dayMs));
    expect(confirmed.commission.sums).toMatchObject({ expectedCents: 0, confirmedCents: 482 });
    const stranger = await anOrderCast(database.db);
    expect((await view(stranger, month, now)).commission.links).toEqual([]);
  });

  it('are handed out as a file that adds up and that no sheet takes for a formula', async () => {
    const cast = await anOrderCast(database.db);
    await published(cast, { name: '=HYPERLINK("x")', quoteCents: 60_005 });
    const paidAt = after(5 + 37 * 24);
    await desk.clock.moveDue(new Date(paidAt.getTime() + 1_000));
    const files = new EarningsFiles(database.db);
    const { workspaceId, person } = cast.creator;
    const take = async (format: 'csv' | 'xlsx', language: 'en' | 'zh-CN') =>
      buffer(
        (
          await files.take(workspaceId, person?.id ?? '', { month: '2026-12', format, language }, paidAt)
        ).getStream(),
      );
    const text = String(await take('csv', 'en'));
    expect(text).toContain("'=HYPERLINK");
    expect(text).toContain('600.05,10%,60,540.05');
    expect(text).toContain('does not pass through the wallet');
    const workbook = unzipped(await take('xlsx', 'zh-CN'));
    expect([...JSON.stringify([...Object.values(workbook)].map(String))].join('')).toContain('合作结算');
  });
});
