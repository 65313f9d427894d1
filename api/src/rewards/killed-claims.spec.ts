import { freshDatabase, type TestDatabase } from '../../test/database';
import { aCaller } from '../../test/recruitments';
import { achievers, aPlan, rewardsOn } from '../../test/rewards';
import { runAndKill, type Told } from '../../test/run-and-kill';
import { checkSums } from '../insights/run-sum-check';

describe('a process killed while it claims', () => {
  let database: TestDatabase;
  beforeAll(async () => (database = await freshDatabase()));
  afterAll(() => database.close());

  it('leaves every claim whole or undone, and every place counted', async () => {
    const { claims } = rewardsOn(database.db);
    const platform = await aCaller(database.db, 'platform', 'Ops');
    const rewards = [
      { kind: 'voucher-cents' as const, faceCents: 2_000, minimumBudgetCents: 7_500, validDays: 30 },
      { kind: 'cash' as const, cents: 500 },
    ];
    const planId = await aPlan(database.db, platform.workspaceId, { quota: 500, rewards });
    const desks = await achievers(database.db, planId, 400);
    const told: Told = { asked: new Set(), done: new Map() };
    for (const afterMs of [0, 7, 19]) {
      const left = desks.filter(({ workspaceId }) => !told.asked.has(workspaceId));
      const env = {
        DATABASE_URL: database.url,
        PLAN_ID: planId,
        DESK_IDS: left.map(({ workspaceId }) => workspaceId).join(','),
      };
      expect(await runAndKill('claim-loop.ts', env, told, { acknowledged: 10, afterMs })).toBe('SIGKILL');
    }
    const written = async () =>
      database.owner<{ desk: string; vouchers: number; cash: number }>(
        `select c.workspace_id as desk, (select count(*)::int from voucher where workspace_id = c.workspace_id) as vouchers,
                (select balance_cents::int from ledger_account where workspace_id = c.workspace_id and name = 'cash') as cash
           from reward_claim c where c.plan_id = $1`,
        [planId],
      );
    const before = new Set((await written()).map(({ desk }) => desk));
    for (const key of told.done.keys()) expect(before.has(key)).toBe(true);
    // Whoever got no answer asks again under the same key.
    for (const desk of desks.filter(({ workspaceId }) => told.asked.has(workspaceId)))
      expect(await claims.settle(desk, planId, { requestKey: desk.workspaceId })).toBe(
        !before.has(desk.workspaceId),
      );
    const after = await written();
    expect(after).toHaveLength(told.asked.size);
    for (const { vouchers, cash } of after) expect({ vouchers, cash }).toEqual({ vouchers: 1, cash: 500 });
    const [plan] = await database.owner<{ issued: number }>('select issued from reward_plan where id = $1', [
      planId,
    ]);
    expect(plan?.issued).toBe(told.asked.size);
    expect((await checkSums(database.url)).filter(({ different }) => different > 0)).toEqual([]);
  }, 120_000);
});
