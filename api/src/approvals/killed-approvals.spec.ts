import { aCallerIn, approvalsOn, askedFor, waitAbove } from '../../test/approvals';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { aFundedBrand, anAsk } from '../../test/money';
import { runAndKill, type Told } from '../../test/run-and-kill';
import { checkSums } from '../insights/run-sum-check';

describe('a process killed while people agree to what others ask for', () => {
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
  }, 300_000);

  it('leaves no recruitment without its approval, and no approval without its recruitment', async () => {
    const { workspaceId } = await aFundedBrand(database.db, 100);
    await waitAbove(database.db, workspaceId, 0);
    const mei = await aCallerIn(database.db, workspaceId);
    const wei = await aCallerIn(database.db, workspaceId, 'finance', 'Wei');
    const told: Told = { asked: new Set(), done: new Map() };
    const env = {
      DATABASE_URL: database.url,
      WORKSPACE_ID: workspaceId,
      KIND: 'publish-recruitment',
      ASKS: mei.person?.id ?? '',
      AGREES: wei.person?.id ?? '',
    };
    for (const afterMs of [0, 9, 21])
      expect(await runAndKill('approval-loop.ts', env, told, { acknowledged: 5, afterMs })).toBe('SIGKILL');
    const kept = await database.owner<{ key: string; state: string; result: string | null; made: number }>(
      `select r.request_key as key, r.state, r.result_id as result,
              (select count(*)::int from recruitment where request_key = r.request_key) as made
         from approval_request r where workspace_id = '${workspaceId}'`,
    );
    expect(kept.length).toBeGreaterThanOrEqual(15);
    const byKey = new Map(kept.map((asked) => [asked.key, asked]));
    for (const [key, result] of told.done)
      expect(byKey.get(key)).toMatchObject({ state: 'approved', result, made: 1 });
    for (const { state, made } of kept) expect(made).toBe(state === 'approved' ? 1 : 0);
    expect(
      await database.owner(
        `select count(*)::int as made from recruitment where workspace_id = '${workspaceId}'`,
      ),
    ).toEqual([{ made: kept.filter(({ state }) => state === 'approved').length }]);
  }, 300_000);

  it('leaves no boost that is not counted, and counts none that is not there', async () => {
    const brand = await aFundedBrand(database.db, 10_000_000);
    const { workspaceId, noteId } = brand;
    await waitAbove(database.db, workspaceId, 5_000_000);
    const mei = await aCallerIn(database.db, workspaceId);
    const told: Told = { asked: new Set(), done: new Map() };
    const env = {
      DATABASE_URL: database.url,
      WORKSPACE_ID: workspaceId,
      NOTE_ID: noteId,
      KIND: 'alone',
      ASKS: mei.person?.id ?? '',
    };
    for (const afterMs of [0, 7, 15])
      expect(await runAndKill('approval-loop.ts', env, told, { acknowledged: 5, afterMs })).toBe('SIGKILL');
    const kept = await database.owner<{ boosts: number; counted: number; both: number; cents: number }>(
      `select count(boost.id)::int as boosts, count(counted.id)::int as counted,
              count(*) filter (where boost.id is not null and counted.id is not null)::int as both,
              sum(counted.cents)::int as cents
         from (select * from boost where workspace_id = '${workspaceId}') boost
         full join (select * from commitment where workspace_id = '${workspaceId}') counted
           on counted.request = boost.request_key::text`,
    );
    const [{ boosts } = { boosts: 0 }] = kept;
    expect(boosts).toBeGreaterThanOrEqual(told.done.size);
    expect(kept).toEqual([{ boosts, counted: boosts, both: boosts, cents: boosts * 7_500 }]);
  }, 300_000);
});
