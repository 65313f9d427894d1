import { mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { randomUUID } from 'node:crypto';
import type { OrderView } from '@poolrise/contracts';
import { freshDatabase, type TestDatabase } from '../../test/database';
import {
  after,
  aMove,
  anAddress,
  anAddressFor,
  anInvite,
  anOrderCast,
  aParcelFor,
  type OrderCast,
  type Orders,
  ordersOn,
  seal,
} from '../../test/orders';
import { aWorkspace } from '../../test/people';
import { runAndKill, type Told } from '../../test/run-and-kill';
import type { Caller } from '../http/caller';
import { AddressSeal, sealOf } from './address-seal';
import { OrderAddresses } from './order-addresses';

describe('where a sample goes', () => {
  let database: TestDatabase;
  let desk: Orders;
  beforeAll(async () => {
    database = await freshDatabase();
    desk = ordersOn(database.db);
  });
  afterAll(() => database.close());

  async function agreed(cast: OrderCast): Promise<OrderView> {
    const invited = await desk.invitations.invite(cast.brand, anInvite(cast, { withSample: true }), after(0));
    return desk.orders.move(cast.creator, invited.id, aMove(invited, 'accept'), after(1));
  }
  async function addressed(cast: OrderCast): Promise<OrderView> {
    const order = await agreed(cast);
    return desk.orders.giveAddress(cast.creator, order.id, anAddressFor(order), after(2));
  }
  async function received(cast: OrderCast): Promise<OrderView> {
    const order = await addressed(cast);
    const sent = await desk.orders.move(cast.brand, order.id, aParcelFor(order), after(3));
    return desk.orders.move(cast.creator, order.id, aMove(sent, 'receive-sample'), after(4));
  }
  const tidy = { ...anAddress, phone: '13800001234' };

  it('is known to the two sides of the order, and to nobody else', async () => {
    const cast = await anOrderCast(database.db);
    const order = await addressed(cast);
    expect(order.sample).toMatchObject({ addressAt: after(2).toISOString() });
    for (const side of [cast.brand, cast.creator])
      expect(await desk.addresses.show(side, order.id)).toMatchObject({ address: tidy, state: 'kept' });

    // The platform, which may see the order when it judges it, another brand, and an agency that no client let in.
    const agency = await aWorkspace(database.db, 'agency');
    const { person } = cast.platform;
    const strangers: Caller[] = [
      cast.platform,
      (await anOrderCast(database.db)).brand,
      { ...cast.brand, workspaceId: agency, person: person && { ...person, workspaceKind: 'agency' } },
    ];
    for (const stranger of strangers) {
      await expect(desk.addresses.show(stranger, order.id)).rejects.toMatchObject({ code: 'not-found' });
      await expect(desk.addresses.forget(stranger, order.id)).rejects.toMatchObject({ code: 'not-found' });
      expect(await database.db.read(stranger.workspaceId, 'select order_id from order_address')).toEqual([]);
    }
    expect(await database.db.read(cast.brand.workspaceId, 'select order_id from order_address')).toHaveLength(
      1,
    );
    expect(JSON.stringify(await desk.queries.judged(cast.platform, order.id))).not.toContain('龙井路');
  });

  it('stands nowhere in the clear: not in rows, steps or records of what was done', async () => {
    const cast = await anOrderCast(database.db);
    const { db } = database;
    const order = await agreed(cast);
    const given = anAddressFor(order);
    await desk.orders.giveAddress(cast.creator, order.id, given, after(2));
    const tables = await database.owner<{ name: string }>(
      `select distinct table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
    );
    expect(tables.length).toBeGreaterThan(50);
    for (const { name } of tables) {
      const found = await database.owner(
        `select 1 from "${name}" r where r::text like '%龙井路%' or r::text like '%13800001234%' or r::text like '%138 0000 1234%'`,
      );
      expect([name, found.length]).toEqual([name, 0]);
    }
    const [step] = await database.owner<{ request_hash: string; detail: object; words: string }>(
      `select request_hash, detail, words from order_step where order_id = '${order.id}' and kind = 'give-address'`,
    );
    expect(step).toMatchObject({ detail: {}, words: '' });
    const [kept] = await database.owner<{ sealed: Buffer }>(
      `select sealed from order_address where order_id = '${order.id}'`,
    );
    expect(seal.open(kept?.sealed ?? Buffer.of(), order.id)).toEqual(tidy);
    // A seal belongs to its order, and is opened by its key alone.
    expect(() => seal.open(kept?.sealed ?? Buffer.of(), randomUUID())).toThrow();
    expect(new AddressSeal(Buffer.alloc(32, 8)).open(kept?.sealed ?? Buffer.of(), order.id)).toBeNull();
    const other = new OrderAddresses(db, new AddressSeal(Buffer.alloc(32, 8)));
    expect(await other.show(cast.brand, order.id)).toMatchObject({ address: null, state: 'unreadable' });
  });

  it('is given once by ten same requests, changed until the parcel is sent, and not after', async () => {
    const cast = await anOrderCast(database.db);
    const order = await agreed(cast);
    const ask = anAddressFor(order);
    const views = await Promise.all(
      Array.from({ length: 10 }, () => desk.orders.giveAddress(cast.creator, order.id, ask, after(2))),
    );
    expect(new Set(views.map(({ version }) => version))).toEqual(new Set([order.version + 1]));
    await expect(
      desk.orders.giveAddress(
        cast.creator,
        order.id,
        { ...ask, address: { ...ask.address, recipient: '别人' } },
        after(2),
      ),
    ).rejects.toMatchObject({ code: 'request-key-reused' });
    const [given] = views;
    if (!given) throw new Error('nothing was given');
    const moved = await desk.orders.giveAddress(
      cast.creator,
      order.id,
      anAddressFor(given, { street: '杭州市上城区河坊街 2 号' }),
      after(3),
    );
    expect((await desk.addresses.show(cast.brand, order.id)).address?.street).toContain('河坊街');
    const sent = await desk.orders.move(cast.brand, order.id, aParcelFor(moved), after(4));
    await expect(
      desk.orders.giveAddress(cast.creator, order.id, anAddressFor(sent), after(5)),
    ).rejects.toMatchObject({
      code: 'order-move-refused',
      about: { detail: expect.stringContaining('You may now: receive-sample, miss-sample') as string },
    });
  });

  it.each([
    [{ recipient: '🍵' }, '/address/recipient'],
    [{ phone: '12345678901' }, '/address/phone'],
    [{ street: '🏠🏠🏠🏠🏠' }, '/address/street'],
  ])('is refused with %j, naming the field and not the value', async (change, field) => {
    const cast = await anOrderCast(database.db);
    const order = await agreed(cast);
    const refusal: { code?: string; about?: { field?: string; detail?: string } } = await desk.orders
      .giveAddress(cast.creator, order.id, anAddressFor(order, change), after(2))
      .then(
        () => ({}),
        (error: unknown) => error as object,
      );
    expect(refusal).toMatchObject({ code: 'invalid-input', about: { field } });
    expect(refusal.about?.detail).not.toContain(Object.values(change)[0]);
  });

  it('is not given before the order is accepted, nor by the brand, nor where nothing is sent', async () => {
    const cast = await anOrderCast(database.db);
    const invited = await desk.invitations.invite(cast.brand, anInvite(cast, { withSample: true }), after(0));
    const plain = await desk.invitations.invite(cast.brand, anInvite(cast), after(0));
    const without = await desk.orders.move(cast.creator, plain.id, aMove(plain, 'accept'), after(1));
    for (const order of [invited, without])
      await expect(
        desk.orders.giveAddress(cast.creator, order.id, anAddressFor(order), after(2)),
      ).rejects.toMatchObject({ code: 'order-move-refused' });
    const order = await agreed(cast);
    await expect(
      desk.orders.giveAddress(cast.brand, order.id, anAddressFor(order), after(2)),
    ).rejects.toMatchObject({ code: 'order-move-refused' });
    expect(without.sample).toBeNull();
  });

  it('is deleted when the creator asks for it, once the sample is there and not before', async () => {
    const cast = await anOrderCast(database.db);
    const waiting = await addressed(cast);
    await expect(desk.addresses.forget(cast.creator, waiting.id)).rejects.toMatchObject({
      code: 'address-needed',
    });
    const order = await received(cast);
    await expect(desk.addresses.forget(cast.brand, order.id)).rejects.toMatchObject({ code: 'not-found' });
    expect(await desk.addresses.show(cast.creator, order.id)).toMatchObject({ mayForget: true });
    await Promise.all(Array.from({ length: 10 }, () => desk.addresses.forget(cast.creator, order.id)));
    expect(await desk.addresses.show(cast.brand, order.id)).toMatchObject({
      address: null,
      state: 'deleted',
    });
    const audits = await database.owner(
      `select detail from audit_event where subject_id = '${order.id}' and action = 'order.address-deleted'`,
    );
    expect(audits).toHaveLength(1);
  });

  it('is deleted thirty days after the order has ended, by whichever worker comes by then', async () => {
    const cast = await anOrderCast(database.db);
    const order = await received(cast);
    const standing = await addressed(cast);
    await desk.orders.move(cast.brand, order.id, aMove(order, 'cancel'), after(10));
    const ends = after(10 + 24 * 30);
    expect(await desk.addresses.show(cast.creator, order.id)).toMatchObject({
      forgetAt: ends.toISOString(),
      state: 'kept',
    });
    await desk.addresses.forgetDue(new Date(ends.getTime() - 1));
    expect((await desk.addresses.show(cast.brand, order.id)).state).toBe('kept');
    const swept = await Promise.all(Array.from({ length: 10 }, () => desk.addresses.forgetDue(ends)));
    expect(swept.reduce((sum, count) => sum + count, 0)).toBe(1);
    expect((await desk.addresses.show(cast.brand, order.id)).state).toBe('deleted');
    expect((await desk.addresses.show(cast.brand, standing.id)).state).toBe('kept');
  });

  it('is deleted by the next worker when one was killed while it did', async () => {
    const cast = await anOrderCast(database.db, 100_000_000);
    const told: Told = { asked: new Set(), done: new Map() };
    const env = { DATABASE_URL: database.url, CAST: JSON.stringify(cast) };
    for (const afterMs of [0, 23])
      expect(await runAndKill('address-loop.ts', env, told, { acknowledged: 5, afterMs })).toBe('SIGKILL');
    const left = () =>
      database.owner<{ state: string; forget_at: Date | null }>(
        `select o.state, a.forget_at from order_address a join cooperation_order o on o.id = a.order_id
          where o.workspace_id = '${cast.brand.workspaceId}'`,
      );
    // Whatever has ended has its day, since both were written together.
    for (const { state, forget_at: at } of await left()) expect(at !== null).toBe(state === 'cancelled');
    await desk.addresses.forgetDue(after(3 + 24 * 30));
    expect((await left()).filter(({ state }) => state === 'cancelled')).toEqual([]);
  });
});

describe('the key that addresses are sealed with', () => {
  it('is the one of the configuration, or one made once and kept for its owner alone', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'poolrise-key-'));
    const given = Buffer.alloc(32, 7).toString('base64');
    const orderId = randomUUID();
    const closed = sealOf({ ADDRESS_KEY: given, DATA_DIR: folder })?.close(anAddress, orderId);
    expect(closed && seal.open(closed, orderId)).toEqual(anAddress);

    const seals = Array.from({ length: 4 }, () => sealOf({ ADDRESS_KEY: undefined, DATA_DIR: folder }));
    const kept = seals[0]?.close(anAddress, orderId) ?? Buffer.of();
    for (const one of seals) expect(one?.open(kept, orderId)).toEqual(anAddress);
    const file = path.join(folder, 'address-key');
    expect(Buffer.from(readFileSync(file, 'utf8'), 'base64')).toHaveLength(32);
    expect(statSync(file).mode & 0o077).toBe(0);
    expect(sealOf({ ADDRESS_KEY: undefined, DATA_DIR: undefined })).toBeNull();
  });

  it('is missed in a sentence where there is none', async () => {
    const none = new OrderAddresses(undefined as never, null);
    expect(() => none.checked(anAddress)).toThrow(expect.objectContaining({ code: 'addresses-not-kept' }));
  });
});
