import { usualRights } from '@poolrise/domain';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { anAsk, moneyOn } from '../../test/money';
import {
  aDraft,
  aMove,
  anInvite,
  anOrderCast,
  dayMs,
  type OrderCast,
  type Orders,
  ordersOn,
} from '../../test/orders';
import { NoticesQueries } from '../insights/notices.queries';
import { UsageRightsQueries } from './usage-rights.queries';

describe('the rights to use a note of an order', () => {
  let database: TestDatabase;
  let desk: Orders;
  let rights: UsageRightsQueries;

  beforeAll(async () => {
    database = await freshDatabase();
    desk = ordersOn(database.db);
    rights = new UsageRightsQueries(database.db);
  });
  afterAll(() => database.close());

  /** A note that was published so many days ago. */
  async function published(
    cast: OrderCast,
    ask: Parameters<typeof anInvite>[1] = {},
    daysAgo = 0,
  ): Promise<{ orderId: string; noteId: string; at: number }> {
    const at = (hours: number) => new Date(Date.now() - daysAgo * dayMs - (10 - hours) * 60_000);
    const due = new Date(Date.now() + 400 * dayMs).toISOString();
    let order = await desk.invitations.invite(cast.brand, anInvite(cast, { draftDueAt: due, ...ask }), at(0));
    order = await desk.orders.move(cast.creator, order.id, aMove(order, 'accept'), at(1));
    order = await desk.orders.handIn(cast.creator, order.id, aDraft(order), at(2));
    order = await desk.orders.move(cast.brand, order.id, aMove(order, 'approve'), at(3));
    order = await desk.orders.move(cast.creator, order.id, aMove(order, 'publish'), at(10));
    const noteId = order.note?.id ?? '';
    await database.owner(`update note set audit_state = 'passed', state = 'climbing' where id = '${noteId}'`);
    return { orderId: order.id, noteId, at: Date.parse(order.publishedAt ?? '') };
  }
  const list = async ({ workspaceId }: { workspaceId: string }, show: 'running' | 'expired' = 'running') =>
    (await rights.list(workspaceId, { show, limit: 50 })).items;

  it('run from its publishing for both sides, half a year where nothing was said, and end in order', async () => {
    const cast = await anOrderCast(database.db);
    const usual = await published(cast);
    const soon = await published(cast, { rights: { ...usualRights, channels: ['shop'], days: 20 } }, 15);
    const over = await published(cast, { rights: { ...usualRights, days: 5 } }, 15);
    await published(cast, { rights: null });
    for (const side of [cast.brand, cast.creator]) {
      expect((await list(side)).map(({ orderId, state }) => [orderId, state])).toEqual([
        [soon.orderId, 'ends-in-7'],
        [usual.orderId, 'running'],
      ]);
      expect(await list(side, 'expired')).toMatchObject([{ orderId: over.orderId, state: 'expired' }]);
    }
    expect((await list(cast.creator))[1]).toMatchObject({
      side: 'creator',
      noteId: usual.noteId,
      rights: usualRights,
      until: new Date(usual.at + 180 * dayMs).toISOString().replace(/(\.\d{3})Z$/, '$1000Z'),
    });
    expect(await desk.queries.order(cast.brand, usual.orderId)).toMatchObject({
      terms: { rights: usualRights },
      rightsUntil: new Date(usual.at + 180 * dayMs).toISOString(),
    });
  });

  it('ring the bell of both sides a month and a week before their end, and at it, once each', async () => {
    const cast = await anOrderCast(database.db);
    await published(cast, { name: '二十天', rights: { ...usualRights, days: 40 } }, 35);
    await published(cast, { name: '已到期', rights: { ...usualRights, days: 5 } }, 15);
    const notices = new NoticesQueries(database.db);
    for (const { workspaceId, person } of [cast.brand, cast.creator]) {
      const { items } = await notices.notices(workspaceId, person, { limit: 50 });
      const told = items
        .filter(({ kind }) => kind.startsWith('rights'))
        .map(({ kind, title, count }) => [kind, title, count]);
      expect(told).toEqual([
        ['rights-ending', '二十天', 7],
        ['rights-expired', '已到期', 0],
        ['rights-ending', '二十天', 30],
      ]);
    }
  });

  it('let a boost run within them, and refuse one that nobody agreed to or that ends too late', async () => {
    const cast = await anOrderCast(database.db);
    const { boosts } = moneyOn(database.db);
    const { workspaceId } = cast.brand;
    const launch = ({ noteId }: { noteId: string }) =>
      boosts.launch(workspaceId, null, anAsk({ workspaceId, noteId } as Parameters<typeof anAsk>[0]));
    const usual = await published(cast);
    expect(await launch(usual)).toMatchObject({ state: 'running' });
    for (const ask of [
      { rights: null },
      { rights: { ...usualRights, channels: ['shop' as const] } },
      { rights: { ...usualRights, days: 5 } },
    ]) {
      const note = await published(cast, ask, 15);
      await expect(launch(note)).rejects.toMatchObject({
        code: 'usage-rights-missing',
        about: { field: '/noteId' },
      });
    }
    // Orders from before rights were written down are asked nothing.
    const old = await published(cast, { rights: null });
    await database.owner(`update cooperation_order set terms = terms - 'rights' where id = '${old.orderId}'`);
    expect(await launch(old)).toMatchObject({ state: 'running' });
  });
});
