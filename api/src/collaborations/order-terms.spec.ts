import { randomUUID } from 'node:crypto';
import type { MoveOrder, OrderView } from '@poolrise/contracts';
import { usualRights } from '@poolrise/domain';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { balancesOf } from '../../test/money';
import {
  aDraft,
  aMove,
  anInvite,
  anOrderCast,
  dayMs,
  hourMs,
  type OrderCast,
  type Orders,
  ordersOn,
} from '../../test/orders';
import { NoticesQueries } from '../insights/notices.queries';
import { checkSums } from '../insights/run-sum-check';
import { UsageRightsQueries } from './usage-rights.queries';

const now = Date.now();
const at = (hours: number): Date => new Date(now + hours * hourMs);

describe('what is bargained about', () => {
  let database: TestDatabase;
  let desk: Orders;

  beforeAll(async () => {
    database = await freshDatabase();
    desk = ordersOn(database.db);
  });
  afterAll(() => database.close());

  const cash = ({ workspaceId }: { workspaceId: string }) => balancesOf(database.db, { workspaceId });
  const move = (view: OrderView, ask: object): MoveOrder =>
    ({ version: view.version, words: '', requestKey: randomUUID(), ...ask }) as MoveOrder;
  const invite = (cast: OrderCast, hours = 0) =>
    desk.invitations.invite(
      cast.brand,
      anInvite(cast, { draftDueAt: at(24 * 300).toISOString() }),
      at(hours),
    );

  it('is every term of an offer; the history keeps each, and the order the ones agreed on', async () => {
    const cast = await anOrderCast(database.db);
    const invited = await invite(cast);
    const rights = { ...usualRights, days: 30, editsAllowed: true };
    const terms = { rights, withOutline: true, revisionsMost: 1, draftDueAt: at(24 * 9).toISOString() };
    const countered = await desk.orders.move(
      cast.creator,
      invited.id,
      move(invited, { kind: 'counter', quoteCents: 600_000, protectionDays: 45, terms }),
      at(1),
    );
    const { draftDueAt, ...others } = terms;
    expect(countered).toMatchObject({
      terms: others,
      draftDueAt,
      offer: { by: 'creator', quoteCents: 600_000 },
    });
    expect(
      countered.history.map(({ quoteCents, protectionDays, terms: said }) => [
        quoteCents,
        protectionDays,
        said,
      ]),
    ).toEqual([
      [500_000, 30, expect.objectContaining({ rights: usualRights, withOutline: false, revisionsMost: 3 })],
      [600_000, 45, { ...terms, withSample: false, withAdAudit: false }],
    ]);
    const agreed = await desk.orders.move(cast.brand, invited.id, aMove(countered, 'accept'), at(2));
    expect(agreed).toMatchObject({ state: 'outline-due', terms: others, draftDueAt, heldCents: 660_000 });
    const [kept] = await database.owner(`select terms from cooperation_order where id = '${invited.id}'`);
    expect(kept).toMatchObject({
      terms: { ...others, protectionDays: 45, draftDueAt: Date.parse(draftDueAt) },
    });
  });

  it.each([
    [{ revisionsMost: 4 }, '/terms/revisionsMost'],
    [{ draftDueAt: at(-1).toISOString() }, '/terms/draftDueAt'],
    [{ rights: usualRights }, '/quoteCents'],
  ])('is refused with %j, naming the field and what may be done', async (terms, field) => {
    const cast = await anOrderCast(database.db);
    const invited = await invite(cast);
    const ask = move(invited, { kind: 'counter', quoteCents: 500_000, terms });
    await expect(desk.orders.move(cast.creator, invited.id, ask, at(0.5))).rejects.toMatchObject({
      code: 'order-move-refused',
      about: { field, detail: expect.stringContaining('You may now: counter, accept, decline') as string },
    });
  });

  /** A note that is out for so many days, with rights for 30. */
  async function out(cast: OrderCast, daysAgo: number): Promise<OrderView> {
    const from = -24 * daysAgo - 5;
    const due = new Date(now + 300 * dayMs).toISOString();
    const ask = anInvite(cast, { draftDueAt: due, rights: { ...usualRights, days: 30 }, protectionDays: 30 });
    let order = await desk.invitations.invite(cast.brand, ask, at(from));
    order = await desk.orders.move(cast.creator, order.id, aMove(order, 'accept'), at(from + 1));
    order = await desk.orders.handIn(cast.creator, order.id, aDraft(order), at(from + 2));
    order = await desk.orders.move(cast.brand, order.id, aMove(order, 'approve'), at(from + 3));
    return desk.orders.move(cast.creator, order.id, aMove(order, 'publish'), at(from + 5));
  }
  const until = at(24 * 20).toISOString();

  it('longer rights are held, paid with both fees, and last as long as agreed on', async () => {
    const cast = await anOrderCast(database.db);
    const order = await out(cast, 25);
    const asked = await desk.orders.move(
      cast.brand,
      order.id,
      move(order, { kind: 'ask-extension', until, quoteCents: 100_000 }),
      at(0),
    );
    expect(asked).toMatchObject({
      state: 'published',
      waitsFor: 'creator',
      dueAt: at(48).toISOString(),
      extension: { by: 'brand', until, heldCents: 110_000, lapsesAt: at(48).toISOString() },
    });
    const before = await cash(cast.brand);
    expect(before).toMatchObject({ reserved: 660_000 });
    const countered = await desk.orders.move(
      cast.creator,
      order.id,
      move(asked, { kind: 'counter-extension', quoteCents: 200_000 }),
      at(1),
    );
    const paid = await desk.orders.move(cast.brand, order.id, aMove(countered, 'accept-extension'), at(2));
    expect(paid).toMatchObject({
      extension: null,
      rightsUntil: until,
      extensions: [
        { until, quoteCents: 200_000, brandFeeCents: 20_000, creatorFeeCents: 20_000, netCents: 180_000 },
      ],
    });
    expect(await cash(cast.brand)).toMatchObject({ reserved: 550_000, spent: 220_000 });
    expect(await cash(cast.creator)).toMatchObject({ cash: 180_000, fees: 20_000, earned: -200_000 });
    const rights = new UsageRightsQueries(database.db);
    for (const { workspaceId } of [cast.brand, cast.creator])
      expect((await rights.list(workspaceId, { show: 'running', limit: 5 })).items).toMatchObject([
        { orderId: order.id, until: until.replace('Z', '000Z') },
      ]);
    expect((await checkSums(database.url)).filter(({ different }) => different > 0)).toEqual([]);
    // And the order itself goes on to its own end.
    await desk.clock.moveDue(at(24 * 14));
    expect(await desk.queries.order(cast.brand, order.id)).toMatchObject({ state: 'settled', heldCents: 0 });
    expect((await checkSums(database.url)).filter(({ different }) => different > 0)).toEqual([]);
  });

  it('alarms ring again for the new end, and those of the old one stay as they were read', async () => {
    const cast = await anOrderCast(database.db);
    const order = await out(cast, 24);
    const notices = new NoticesQueries(database.db);
    const told = async () => {
      const { workspaceId, person } = cast.brand;
      const { items } = await notices.notices(workspaceId, person, { limit: 50 });
      return items.filter(({ kind }) => kind.startsWith('rights')).map(({ id, count }) => [id, count]);
    };
    expect((await told())[0]).toEqual([`rights:${order.id}:7:0`, 7]);
    const ask = { kind: 'ask-extension', until: at(24 * 6.9).toISOString(), quoteCents: 100_000 };
    const asked = await desk.orders.move(cast.brand, order.id, move(order, ask), at(-10));
    await desk.orders.move(cast.creator, order.id, aMove(asked, 'accept-extension'), at(-9));
    expect(await told()).toEqual([[`rights:${order.id}:7:1`, 7]]);
  });

  it('ten at once ask once, hold once, and pay once', async () => {
    const cast = await anOrderCast(database.db);
    const order = await out(cast, 10);
    const ask = move(order, { kind: 'ask-extension', until: at(24 * 60).toISOString(), quoteCents: 100_000 });
    await Promise.all(Array.from({ length: 10 }, () => desk.orders.move(cast.brand, order.id, ask, at(0))));
    expect(await cash(cast.brand)).toMatchObject({ reserved: 660_000 });
    const asked = await desk.queries.order(cast.creator, order.id);
    const yes = aMove(asked, 'accept-extension');
    await Promise.all(Array.from({ length: 10 }, () => desk.orders.move(cast.creator, order.id, yes, at(1))));
    expect(await cash(cast.creator)).toMatchObject({ cash: 90_000, earned: -100_000 });
    expect((await desk.queries.order(cast.brand, order.id)).extensions).toHaveLength(1);
    await expect(
      desk.orders.move(cast.brand, order.id, { ...ask, requestKey: yes.requestKey }, at(1)),
    ).rejects.toMatchObject({ code: 'request-key-reused' });
  });

  it('a wish that nobody answers lapses after 48 hours, also long after the order was paid', async () => {
    const cast = await anOrderCast(database.db);
    const order = await out(cast, 45);
    await desk.clock.moveDue(at(-1));
    const settled = await desk.queries.order(cast.brand, order.id);
    expect(settled.state).toBe('settled');
    const asked = await desk.orders.move(
      cast.brand,
      order.id,
      move(settled, { kind: 'ask-extension', until: at(24 * 60).toISOString(), quoteCents: 100_000 }),
      at(0),
    );
    expect(asked).toMatchObject({ state: 'settled', heldCents: 0, extension: { heldCents: 110_000 } });
    expect(await desk.queries.list(cast.creator.workspaceId, { show: 'mine', limit: 5 })).toMatchObject({
      items: [{ id: order.id }],
    });
    await desk.clock.moveDue(at(24 * 40));
    const lapsed = await desk.queries.order(cast.brand, order.id);
    expect(lapsed).toMatchObject({ state: 'settled', extension: null, waitsFor: null, dueAt: null });
    expect(lapsed.history.at(-1)).toMatchObject({ kind: 'extension-lapses', actor: 'clock' });
    expect(await cash(cast.brand)).toMatchObject({ reserved: 0, spent: 550_000 });
  });

  it.each([
    ['brand', { kind: 'ask-extension', until: at(-1).toISOString(), quoteCents: 100_000 }, '/until'],
    ['brand', { kind: 'ask-extension', until: at(24 * 3_700).toISOString(), quoteCents: 100_000 }, '/until'],
    ['creator', { kind: 'ask-extension', until, quoteCents: 100_000 }, '/kind'],
    ['creator', { kind: 'accept-extension' }, '/kind'],
  ] as const)('a wish of the %s that cannot be is refused: %j', async (side, ask, field) => {
    const cast = await anOrderCast(database.db);
    const order = await out(cast, 5);
    const legal = side === 'brand' ? 'dispute, ask-extension' : 'ask-removal, dispute';
    await expect(desk.orders.move(cast[side], order.id, move(order, ask), at(0))).rejects.toMatchObject({
      code: 'order-move-refused',
      about: { field, detail: expect.stringContaining('You may now: ') as string },
    });
    expect((await desk.queries.order(cast[side], order.id)).legal.sort()).toEqual(legal.split(', ').sort());
  });

  it('more than there is in cash cannot be asked for', async () => {
    const cast = await anOrderCast(database.db, 600_000);
    const order = await out(cast, 5);
    const ask = move(order, { kind: 'ask-extension', until: at(24 * 60).toISOString(), quoteCents: 100_000 });
    await expect(desk.orders.move(cast.brand, order.id, ask, at(0))).rejects.toMatchObject({
      code: 'wallet-too-low',
      about: { figures: { missingCents: 60_000 } },
    });
  });
});
