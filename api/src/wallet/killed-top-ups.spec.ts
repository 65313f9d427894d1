import { freshDatabase, type TestDatabase } from '../../test/database';
import { aBrandWithNote, balancesOf, moneyOn } from '../../test/money';
import { aMember } from '../../test/people';
import { runAndKill, type Told } from '../../test/run-and-kill';
import { checkSums } from '../insights/run-sum-check';
import { WalletSettings } from './wallet-settings.entity';

describe('a process killed while people agree to top-ups', () => {
  let database: TestDatabase;
  beforeAll(async () => (database = await freshDatabase()));
  afterAll(() => database.close());

  it('leaves no money without its record, no record without its money, and none twice', async () => {
    const brand = await aBrandWithNote(database.db);
    const { workspaceId } = brand;
    const [chen, lin] = [
      await aMember(database.db, workspaceId, 'finance', { name: 'Chen' }),
      await aMember(database.db, workspaceId, 'owner', { name: 'Lin' }),
    ];
    await database.db.inWorkspace(workspaceId, (tx) =>
      tx.save(WalletSettings, { workspaceId, approvalAboveCents: 0, changedAt: new Date() }),
    );
    const told: Told = { asked: new Set(), done: new Map() };
    const env = {
      DATABASE_URL: database.url,
      WORKSPACE_ID: workspaceId,
      ASKS: chen.id,
      AGREES: lin.id,
    };
    // Different moments of a round of some 30 ms, so that the kills fall into different transactions.
    for (const afterMs of [0, 5, 13, 21])
      expect(await runAndKill('top-up-loop.ts', env, told, { acknowledged: 6, afterMs })).toBe('SIGKILL');

    const kept = await database.owner<{ id: string; request_key: string; state: string; moved: number }>(
      `select u.id, u.request_key, u.state,
              (select count(*)::int from ledger_transaction t where t.request_key = u.request_key) as moved from top_up u`,
    );
    const byKey = new Map(kept.map((topUp) => [topUp.request_key, topUp]));
    expect(byKey.size).toBe(kept.length);
    for (const [key, id] of told.done) expect(byKey.get(key)).toMatchObject({ id, state: 'recorded' });
    for (const { state, moved } of kept) expect(moved).toBe(state === 'recorded' ? 1 : 0);

    // Whoever got no answer asks and agrees again, and the money comes once either way.
    const { topUps } = moneyOn(database.db);
    for (const requestKey of told.asked) {
      const { id } = await topUps.ask(workspaceId, chen.id, { cents: 1_000, reference: 'wire', requestKey });
      await topUps.approve(workspaceId, lin.id, id);
    }
    expect(await balancesOf(database.db, brand)).toMatchObject({ cash: 1_000 * told.asked.size });
    expect((await checkSums(database.url)).filter(({ different }) => different > 0)).toEqual([]);
  }, 120_000);
});
