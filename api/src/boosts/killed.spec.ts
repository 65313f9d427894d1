import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { aFundedBrand, anAsk, balancesOf, type Brand, moneyOn } from '../../test/money';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { checkSums } from '../insights/run-sum-check';

const testFolder = path.join(import.meta.dirname, '../../test');
const hooks = path.join(testFolder, '../../libs/devkit/src/typescript-hooks.ts');

interface Told {
  /** request keys that were about to be sent */
  asked: Set<string>;
  /** request key to boost, as acknowledged */
  done: Map<string, string>;
}

describe('a process killed while it launches, charges and stops boosts', () => {
  let database: TestDatabase;
  let child: ChildProcess | undefined;
  beforeAll(async () => (database = await freshDatabase()));
  afterAll(async () => {
    child?.kill('SIGKILL');
    await database.close();
  });

  /** Runs the loop of launches and kills it without warning, somewhere after `acknowledged` launches. */
  const runAndKill = async (
    brand: Brand,
    told: Told,
    acknowledged: number,
    afterMs: number,
  ): Promise<void> => {
    const killed = spawn(
      process.execPath,
      ['--no-warnings', '--import', hooks, path.join(testFolder, 'launch-loop.ts')],
      {
        env: {
          ...process.env,
          NODE_OPTIONS: '',
          DATABASE_URL: database.url,
          WORKSPACE_ID: brand.workspaceId,
          NOTE_ID: brand.noteId,
        },
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    child = killed;
    const ended = once(killed, 'exit');
    const goal = told.done.size + acknowledged;
    let rest = '';
    for await (const chunk of killed.stdout) {
      const lines = (rest + String(chunk)).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const [word, key = '', boostId = ''] = line.split(' ');
        if (word === 'asks') told.asked.add(key);
        if (word === 'done') told.done.set(key, boostId);
      }
      if (told.done.size >= goal && !killed.killed) setTimeout(() => killed.kill('SIGKILL'), afterMs);
    }
    const [, signal] = (await ended) as [number | null, string | null];
    expect(signal).toBe('SIGKILL');
  };

  it('leaves nothing half done, nothing lost and nothing doubled', async () => {
    const brand = await aFundedBrand(database.db, 100_000);
    const money = moneyOn(database.db);
    const told: Told = { asked: new Set(), done: new Map() };
    // Different moments of a round of some 50 ms, so that the kills fall into different transactions.
    for (const afterMs of [0, 9, 23]) await runAndKill(brand, told, 5, afterMs);

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
});
