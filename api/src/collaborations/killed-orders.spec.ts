import { freshDatabase, type TestDatabase } from '../../test/database';
import { balancesOf } from '../../test/money';
import { after, anInvite, anOrderCast, ordersOn } from '../../test/orders';
import { runAndKill, type Told } from '../../test/run-and-kill';
import { checkSums } from '../insights/run-sum-check';

describe('a process killed while it invites, publishes and pays', () => {
  let database: TestDatabase;
  beforeAll(async () => (database = await freshDatabase()));
  afterAll(() => database.close());

  it('leaves no order half moved, no cent lost, and nothing paid twice', async () => {
    const cast = await anOrderCast(database.db, 100_000_000);
    const desk = ordersOn(database.db);
    const told: Told = { asked: new Set(), done: new Map() };
    const env = { DATABASE_URL: database.url, CAST: JSON.stringify(cast) };
    // Different moments of a life of some 100 ms, so that the kills fall into different transactions.
    for (const afterMs of [0, 17, 41])
      expect(await runAndKill('order-loop.ts', env, told, { acknowledged: 6, afterMs })).toBe('SIGKILL');

    const kept = await database.owner<{ id: string; request_key: string; version: number; steps: number }>(
      `select id, request_key, version, (select count(*)::int from order_step where order_id = cooperation_order.id) as steps
         from cooperation_order`,
    );
    const byKey = new Map(kept.map((order) => [order.request_key, order.id]));
    expect(byKey.size).toBe(kept.length);
    for (const [key, id] of told.done) expect(byKey.get(key)).toBe(id);
    for (const { version, steps } of kept) expect(steps).toBe(version);
    // Whoever got no answer asks again under the same key, and gets one order either way.
    for (const requestKey of told.asked)
      await desk.invitations.invite(cast.brand, anInvite(cast, { quoteCents: 10_000, requestKey }), after(0));
    expect((await database.owner('select from cooperation_order')).length).toBe(told.asked.size);

    await desk.clock.moveDue(after(24 * 90));
    const [paid] = await database.owner<{ paid: number; notes: number; published: number }>(
      `select (select count(*)::int from cooperation_order where state = 'settled') as paid,
              (select count(*)::int from note) as notes,
              (select count(*)::int from cooperation_order where published_at is not null) as published`,
    );
    expect(paid?.notes).toBe(paid?.published);
    const creator = await balancesOf(database.db, cast.creator);
    expect(creator).toMatchObject({ earned: -10_000 * (paid?.paid ?? 0), cash: 9_000 * (paid?.paid ?? 0) });
    expect((await checkSums(database.url)).filter(({ different }) => different > 0)).toEqual([]);
  }, 120_000);
});
