import { aFundedBrand, anAsk, balancesOf, deliver, moneyOn } from '../../test/money';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { runAndKill, type Told } from '../../test/run-and-kill';
import { checkSums } from '../insights/run-sum-check';

describe('a process killed while it launches, charges and stops boosts', () => {
  let database: TestDatabase;
  beforeAll(async () => (database = await freshDatabase()));
  afterAll(() => database.close());

  it('leaves nothing half done, nothing lost and nothing doubled', async () => {
    const brand = await aFundedBrand(database.db, 100_000);
    const money = moneyOn(database.db);
    const told: Told = { asked: new Set(), done: new Map() };
    // Different moments of a round of some 50 ms, so that the kills fall into different transactions.
    const env = { DATABASE_URL: database.url, WORKSPACE_ID: brand.workspaceId, NOTE_ID: brand.noteId };
    for (const afterMs of [0, 9, 23])
      expect(await runAndKill('launch-loop.ts', env, told, { acknowledged: 5, afterMs })).toBe('SIGKILL');

    const boosts = await database.owner<{ id: string; request_key: string }>(
      'select id, request_key from boost',
    );
    const byKey = new Map(boosts.map((boost) => [boost.request_key, boost.id]));
    expect(byKey.size).toBe(boosts.length);
    for (const [key, boostId] of told.done) expect(byKey.get(key)).toBe(boostId);
    for (const key of byKey.keys()) expect(told.asked).toContain(key);

    // Whoever got no answer asks again under the same key, and gets one boost either way.
    const unanswered = [...told.asked].filter((key) => !told.done.has(key));
    for (const requestKey of unanswered.filter((key) => !byKey.has(key))) {
      await money.boosts.launch(brand.workspaceId, null, anAsk(brand, { requestKey }));
    }

    const monthLater = new Date(Date.now() + 40 * 86_400_000);
    await money.boosts.settleDue(monthLater);
    await money.vouchers.lapseExpired(monthLater);
    expect(await balancesOf(database.db, brand)).toMatchObject({ reserved: 0, voucher: 0 });
    // Delivery stands in for ingest here: there are counts, and no events behind them.
    const wrong = (await checkSums(database.url)).filter(
      ({ name, different }) => different > 0 && !name.includes('paid'),
    );
    expect(wrong).toEqual([]);
  }, 120_000);

  it('settles each boost once, however often it is killed while many wallets are settled side by side', async () => {
    const money = moneyOn(database.db);
    const brands = await Promise.all(Array.from({ length: 6 }, () => aFundedBrand(database.db, 100_000)));
    const boosts: string[] = [];
    for (let round = 0; round < 5; round++)
      for (const brand of brands) {
        const { id } = await money.boosts.launch(brand.workspaceId, null, anAsk(brand));
        await deliver(database.db, id, 100 * (round + 1));
        boosts.push(id);
      }
    const env = { DATABASE_URL: database.url };
    const told: Told = { asked: new Set(), done: new Map() };
    for (const afterMs of [25, 45, 65])
      expect(await runAndKill('settle-loop.ts', env, told, { acknowledged: 1, afterMs })).toBe('SIGKILL');

    await money.boosts.settleDue(new Date(Date.now() + 40 * 86_400_000));
    const posted = await database.owner<{ kind: string; boosts: number; rows: number }>(
      `select kind, count(distinct boost_id)::int as boosts, count(*)::int as rows from ledger_transaction
       where boost_id = any($1) group by kind order by kind`,
      [boosts],
    );
    expect(posted).toEqual(
      ['boost-refunded', 'boost-reserved', 'boost-spent'].map((kind) => ({ kind, boosts: 30, rows: 30 })),
    );
    for (const brand of brands)
      expect(await balancesOf(database.db, brand)).toMatchObject({ reserved: 0, spent: 2_250, cash: 97_750 });
    const wrong = (await checkSums(database.url)).filter(
      ({ name, different }) => different > 0 && !name.includes('paid'),
    );
    expect(wrong).toEqual([]);
  }, 120_000);
});
