import { randomUUID } from 'node:crypto';
import type { MoveOrder, OrderView } from '@poolrise/contracts';
import { usualRights } from '@poolrise/domain';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { balancesOf } from '../../test/money';
import {
  aDraft,
  aMove,
  anAddressFor,
  anInvite,
  anOrderCast,
  aParcelFor,
  dayMs,
  hourMs,
  type OrderCast,
  type Orders,
  ordersOn,
} from '../../test/orders';
import type { Caller } from '../http/caller';
import { NoticesQueries } from '../insights/notices.queries';
import { checkSums } from '../insights/run-sum-check';

const now = Date.now();
const at = (hours: number): Date => new Date(now + hours * hourMs);

describe('a sample of an order', () => {
  let database: TestDatabase;
  let desk: Orders;
  beforeAll(async () => {
    database = await freshDatabase();
    desk = ordersOn(database.db);
  });
  afterAll(() => database.close());

  async function addressed(cast: OrderCast, hours: number, draftHours = 24 * 60): Promise<OrderView> {
    const ask = anInvite(cast, { withSample: true, draftDueAt: at(draftHours).toISOString() });
    const invited = await desk.invitations.invite(cast.brand, ask, at(hours));
    const agreed = await desk.orders.move(cast.creator, invited.id, aMove(invited, 'accept'), at(hours));
    return desk.orders.giveAddress(cast.creator, agreed.id, anAddressFor(agreed), at(hours));
  }
  const bell = async ({ workspaceId, person }: Caller, about: RegExp) => {
    const { items } = await new NoticesQueries(database.db).notices(workspaceId, person, { limit: 50 });
    return items
      .filter(({ kind }) => about.test(kind))
      .map(({ kind, id }) => `${kind} ${id.split(':').slice(2).join(':')}`);
  };

  it('is sent, lost, sent again and received; every parcel stays, and no money moves', async () => {
    const cast = await anOrderCast(database.db);
    let order = await addressed(cast, -5);
    const before = await balancesOf(database.db, cast.brand);
    expect(order).toMatchObject({ state: 'sample-due', waitsFor: 'brand' });
    order = await desk.orders.move(
      cast.brand,
      order.id,
      aParcelFor(order, { number: 'sf 1234567890123' }),
      at(-4),
    );
    expect(order).toMatchObject({ state: 'sample-sent', waitsFor: 'creator' });
    order = await desk.orders.move(cast.creator, order.id, aMove(order, 'miss-sample', '驿站没有'), at(-3));
    expect(order).toMatchObject({ state: 'sample-due', waitsFor: 'brand' });
    const again = { carrier: 'zto', number: '75123456789012', quantity: 1 } as const;
    order = await desk.orders.move(cast.brand, order.id, aParcelFor(order, again), at(-2));
    order = await desk.orders.move(cast.creator, order.id, aMove(order, 'receive-sample'), at(-1));
    expect(order).toMatchObject({ state: 'draft-due', sampleTrouble: null });
    expect(order.sample?.parcels).toMatchObject([
      {
        number: 'SF1234567890123',
        sentAt: at(-4).toISOString(),
        missedAt: at(-3).toISOString(),
        receivedAt: null,
      },
      { number: '75123456789012', missedAt: null, receivedAt: at(-1).toISOString() },
    ]);
    expect(await balancesOf(database.db, cast.brand)).toEqual(before);
    expect((await checkSums(database.url)).filter(({ different }) => different > 0)).toEqual([]);
    expect(await bell(cast.creator, /^order-/)).toEqual(['order-send-sample 6', 'order-send-sample 4']);
    expect(await bell(cast.brand, /^order-/)).toEqual([
      'order-receive-sample 7',
      'order-miss-sample 5',
      'order-give-address 3',
    ]);
  });

  it('is sent once when sending is pressed ten times, and once more by nobody', async () => {
    const cast = await anOrderCast(database.db);
    const order = await addressed(cast, -5);
    const press = aParcelFor(order);
    await Promise.all(
      Array.from({ length: 10 }, () => desk.orders.move(cast.brand, order.id, press, at(-4))),
    );
    const ends = await Promise.allSettled(
      Array.from({ length: 10 }, () => desk.orders.move(cast.brand, order.id, aParcelFor(order), at(-4))),
    );
    expect(ends.filter(({ status }) => status === 'fulfilled')).toEqual([]);
    expect((await desk.queries.order(cast.creator, order.id)).sample?.parcels).toHaveLength(1);
  });

  it.each([
    [{ carrier: 'jt', number: 'SF1234567890123' }, false, '/parcel/number'],
    [{ carrier: 'jt', number: 'SF1234567890123' }, true, '/parcel/number'],
    [{ carrier: 'other', number: '放门口' }, false, '/parcel/number'],
  ] as const)('has no number like %j (sure: %s)', async (parcel, sure, field) => {
    const cast = await anOrderCast(database.db);
    const order = await addressed(cast, -5);
    const ask = { ...aParcelFor(order, parcel), sure } as MoveOrder;
    await expect(desk.orders.move(cast.brand, order.id, ask, at(-4))).rejects.toMatchObject({
      code: 'order-move-refused',
      about: { field, detail: expect.stringContaining('You may now: ') as string },
    });
  });

  it('is not sent before there is an address', async () => {
    const cast = await anOrderCast(database.db);
    const ask = anInvite(cast, { withSample: true, draftDueAt: at(24 * 9).toISOString() });
    const invited = await desk.invitations.invite(cast.brand, ask, at(-3));
    const order = await desk.orders.move(cast.creator, invited.id, aMove(invited, 'accept'), at(-2));
    expect(order).toMatchObject({
      waitsFor: 'creator',
      legal: expect.arrayContaining(['give-address']) as string[],
    });
    await expect(desk.orders.move(cast.brand, order.id, aParcelFor(order), at(-1))).rejects.toMatchObject({
      about: {
        detail:
          'The creator has not said yet where to send the sample. You may now: promise-sample, cancel, dispute.',
      },
    });
  });

  it('that nobody answers for seven days reminds the creator and tells the brand, each once', async () => {
    const cast = await anOrderCast(database.db);
    const order = await addressed(cast, -24 * 8);
    const sent = await desk.orders.move(cast.brand, order.id, aParcelFor(order), at(-24 * 7 - 0.1));
    expect(sent).toMatchObject({ sampleTrouble: 'unanswered', sample: { troubles: ['unanswered'] } });
    expect(await bell(cast.creator, /^sample-/)).toEqual(['sample-answer-wanted 1']);
    expect(await bell(cast.brand, /^sample-/)).toEqual(['sample-unanswered 1']);
    expect(await desk.queries.list(cast.brand.workspaceId, { show: 'open', limit: 5 })).toMatchObject({
      items: [{ id: order.id, sampleTrouble: 'unanswered' }],
    });
    // What was answered is no news any more.
    await desk.orders.move(cast.creator, order.id, aMove(sent, 'receive-sample'), at(0));
    expect(await bell(cast.creator, /^sample-/)).toEqual([]);
    expect(await bell(cast.brand, /^sample-/)).toEqual([]);
  });

  it('that was promised and not sent, or is not there shortly before the draft, is told to the brand alone', async () => {
    const cast = await anOrderCast(database.db);
    const order = await addressed(cast, -24 * 8, 24 * 2.9);
    const day = new Date(now - 2 * dayMs + 8 * hourMs).toISOString().slice(0, 10);
    const promise = {
      kind: 'promise-sample',
      day,
      version: order.version,
      words: '',
      requestKey: randomUUID(),
    } as const;
    const promised = await desk.orders.move(cast.brand, order.id, promise, at(-24 * 6));
    expect(promised.sample).toMatchObject({ promisedDay: day, troubles: ['near-draft', 'unsent'] });
    expect(promised.history.at(-1)).toMatchObject({ kind: 'promise-sample', day });
    expect((await bell(cast.brand, /^sample-/)).map((said) => said.split(' ')[0]).sort()).toEqual([
      'sample-near-draft',
      'sample-unsent',
    ]);
    expect(await bell(cast.creator, /^sample-/)).toEqual([]);
    const far = { ...promise, day: '2099-01-01', version: promised.version, requestKey: randomUUID() };
    await expect(desk.orders.move(cast.brand, order.id, far, at(0))).rejects.toMatchObject({
      about: { field: '/day' },
    });
  });

  it('longer rights that are asked for ring at the creator, and the answer at the brand', async () => {
    const cast = await anOrderCast(database.db);
    const ask = anInvite(cast, {
      draftDueAt: at(24 * 9).toISOString(),
      rights: { ...usualRights, days: 30 },
    });
    let order = await desk.invitations.invite(cast.brand, ask, at(-60));
    order = await desk.orders.move(cast.creator, order.id, aMove(order, 'accept'), at(-59));
    order = await desk.orders.handIn(cast.creator, order.id, aDraft(order), at(-58));
    order = await desk.orders.move(cast.brand, order.id, aMove(order, 'approve'), at(-57));
    order = await desk.orders.move(cast.creator, order.id, aMove(order, 'publish'), at(-56));
    const wish = {
      ...{ kind: 'ask-extension' as const, quoteCents: 100_000, version: order.version, words: '' },
      until: at(24 * 90).toISOString(),
      requestKey: randomUUID(),
    } as const;
    await Promise.all(
      Array.from({ length: 10 }, () => desk.orders.move(cast.brand, order.id, wish, at(-55))),
    );
    expect(await bell(cast.creator, /^order-/)).toEqual([`order-ask-extension ${order.version + 1}`]);
    expect(await bell(cast.brand, /^order-/)).toEqual([]);
    const asked = await desk.queries.order(cast.creator, order.id);
    await desk.orders.move(cast.creator, order.id, aMove(asked, 'decline-extension'), at(-54));
    expect(await bell(cast.brand, /^order-/)).toEqual([`order-decline-extension ${order.version + 2}`]);
    // Silence is told to both.
    const open = await desk.queries.order(cast.brand, order.id);
    await desk.orders.move(
      cast.brand,
      order.id,
      { ...wish, version: open.version, requestKey: randomUUID() },
      at(-53),
    );
    await desk.clock.moveDue(at(-1));
    for (const side of [cast.brand, cast.creator])
      expect((await bell(side, /^order-/))[0]).toBe(`order-extension-lapses ${order.version + 4}`);
  });

  it('news and what is late are found by their indexes', async () => {
    const cast = await anOrderCast(database.db);
    await addressed(cast, -5);
    const plan = await database.db.inWorkspace(cast.brand.workspaceId, async (tx) => {
      await tx.query('set local enable_seqscan = off');
      const { saidOfOrders } = await import('../insights/order-notices');
      const rows = await tx.query<{ 'QUERY PLAN': string }[]>(
        `explain select 'x' as id, now() as at, 'x' as kind, gen_random_uuid(), '', null, null, null::bigint, null, null::text, null, null::jsonb, false ${saidOfOrders}`,
      );
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    });
    for (const index of [
      'order_news_of_brand',
      'order_news_of_desk',
      'order_sample_of_brand',
      'order_sample_of_desk',
    ])
      expect(plan).toContain(index);
  });
});
