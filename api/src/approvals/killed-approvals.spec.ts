import { aCallerIn, approvalsOn, askedFor, waitAbove } from '../../test/approvals';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { aFundedBrand, anAsk } from '../../test/money';
import { runAndKill, type Told } from '../../test/run-and-kill';
import { checkSums } from '../insights/run-sum-check';

describe('a process killed while people agree to boosts', () => {
  let database: TestDatabase;
  beforeAll(async () => (database = await freshDatabase()));
  afterAll(() => database.close());

  it('leaves no boost without its approval, no approval without its boost, and none twice', async () => {
    const brand = await aFundedBrand(database.db, 10_000_000);
    const { workspaceId, noteId } = brand;
    await waitAbove(database.db, workspaceId, 0);
    const mei = await aCallerIn(database.db, workspaceId);
    const wei = await aCallerIn(database.db, workspaceId, 'finance', 'Wei');
    const agrees = wei.person?.id ?? '';
    const told: Told = { asked: new Set(), done: new Map() };
    const env = {
      DATABASE_URL: database.url,
      WORKSPACE_ID: workspaceId,
      NOTE_ID: noteId,
      ASKS: mei.person?.id ?? '',
      AGREES: agrees,
    };
    // Different moments of a round of some 60 ms, so that the kills fall into different transactions.
    for (const afterMs of [0, 11, 23, 41])
      expect(await runAndKill('approval-loop.ts', env, told, { acknowledged: 5, afterMs })).toBe('SIGKILL');

    const kept = await database.owner<{ key: string; state: string; boost: string | null; boosts: number }>(
      `select r.request_key as key, r.state, r.result_id as boost,
              (select count(*)::int from boost where request_key = r.request_key) as boosts from approval_request r`,
    );
    expect(kept.length).toBeGreaterThanOrEqual(20);
    const byKey = new Map(kept.map((asked) => [asked.key, asked]));
    for (const [key, boost] of told.done) expect(byKey.get(key)).toMatchObject({ state: 'approved', boost });
    for (const { state, boosts } of kept) expect(boosts).toBe(state === 'approved' ? 1 : 0);
    expect(await database.owner('select count(*)::int as boosts from boost')).toEqual([
      { boosts: kept.filter(({ state }) => state === 'approved').length },
    ]);

    // Whoever got no answer asks and agrees again, and there is one boost either way.
    const stage = approvalsOn(database.db);
    for (const requestKey of told.asked) {
      const ask = anAsk({ workspaceId, noteId }, { requestKey });
      if (byKey.get(requestKey)?.state === 'approved') continue;
      const id = await askedFor(stage, mei, 'launch-boost', ask);
      await stage.approvals.approve(workspaceId, agrees, id);
    }
    expect(await database.owner('select count(*)::int as boosts from boost')).toEqual([
      { boosts: told.asked.size },
    ]);
    expect((await checkSums(database.url)).filter(({ different }) => different > 0)).toEqual([]);
  }, 120_000);
});
