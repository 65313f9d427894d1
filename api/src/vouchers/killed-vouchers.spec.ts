import { aFundedBrand, aVoucher, balancesOf, moneyOn } from '../../test/money';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { runAndKill, type Told } from '../../test/run-and-kill';
import { checkSums } from '../insights/run-sum-check';

describe('a process killed while it grants, takes back and lets vouchers lapse', () => {
  let database: TestDatabase;
  beforeAll(async () => (database = await freshDatabase()));
  afterAll(() => database.close());

  it('leaves nothing half done, nothing lost and nothing doubled', async () => {
    const brand = await aFundedBrand(database.db, 100_000);
    const told: Told = { asked: new Set(), done: new Map() };
    const env = { DATABASE_URL: database.url, WORKSPACE_ID: brand.workspaceId, NOTE_ID: brand.noteId };
    for (const afterMs of [0, 7, 19])
      expect(await runAndKill('voucher-loop.ts', env, told, { acknowledged: 5, afterMs })).toBe('SIGKILL');

    // Whoever got no answer grants again under the same key, and whoever got one is told the same.
    for (const requestKey of told.asked) {
      const id = await aVoucher(database.db, brand, {
        kind: 'fixed',
        faceCents: 1_000,
        requestKey,
        validFrom: new Date(2026, 0, 1),
        expiresAt: new Date(2099, 0, 1),
      });
      expect(told.done.get(requestKey) ?? id).toBe(id);
    }
    const granted = await database.owner<{ request_key: string }>(
      'select request_key from voucher where request_key is not null',
    );
    expect(new Set(granted.map((row) => row.request_key))).toEqual(told.asked);
    expect(granted).toHaveLength(told.asked.size);

    const money = moneyOn(database.db);
    const centuryLater = new Date(2100, 0, 1);
    await money.boosts.settleDue(centuryLater);
    await money.vouchers.lapseExpired(centuryLater);
    expect(await balancesOf(database.db, brand)).toMatchObject({ reserved: 0, voucher: 0, cash: 100_000 });
    const wrong = (await checkSums(database.url)).filter(({ different }) => different > 0);
    expect(wrong).toEqual([]);
  }, 120_000);
});
