import { parseArgs } from 'node:util';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { Db } from '../src/db/db';
import { dataSourceOptions } from '../src/db/data-source-options';
import { applicationUrl } from '../src/db/urls';
import { entities } from '../src/entities';
import { moneyChecks } from '../src/insights/sum-check.money';
import { LedgerService } from '../src/ledger/ledger.service';
import { bareTables, manyWallets, manyRows, type Wallets } from './ledger-stage';
import { required } from './stage';

/**
 * `npm run bench -- ledger`: transactions of the journal per second with fifty writers, on one wallet and on a thousand,
 * beside a bare transaction of two updates on the same database; then a journal of a million legs reconciled.
 * `--writers N`, `--seconds N`, `--legs N` set how many.
 */
const { values } = parseArgs({
  options: {
    writers: { type: 'string', default: '50' },
    seconds: { type: 'string', default: '8' },
    legs: { type: 'string', default: '1000000' },
  },
});
const [writers, seconds, legs] = [Number(values.writers), Number(values.seconds), Number(values.legs)];
if (!(writers >= 1 && writers <= 100)) throw new Error('--writers is from 1 to 100');
if (!(seconds >= 1 && seconds <= 600)) throw new Error('--seconds is from 1 to 600');
if (!(legs >= 1_000 && legs <= 20_000_000)) throw new Error('--legs is from 1,000 to 20,000,000');

/** A trial of the same shape reached so many commands a second on two cores, spread and on one wallet. */
const trial = { spread: 2_011, hot: 505 };

interface Speed {
  perSecond: number;
  msP50: number;
  msP99: number;
}

await main();

async function main(): Promise<void> {
  const owner = new pg.Pool({ connectionString: required('DATABASE_URL'), max: writers });
  const source = await new DataSource({
    ...dataSourceOptions(applicationUrl(required('DATABASE_URL')), writers),
    entities,
  }).initialize();
  try {
    const db = new Db(source);
    const ledger = new LedgerService();
    const wallets = await manyWallets(owner, 1_000);
    await bareTables(owner, wallets);
    const hot = wallets.slice(0, 1);

    console.log(
      `${writers} writers, ${seconds} s each; the bare transaction is two updates of one row each\n`,
    );
    console.log(
      `  ${''.padEnd(34)}${['a second', 'p50', 'p99', 'of bare'].map((it) => it.padStart(12)).join('')}`,
    );
    for (const [name, among, goal] of [
      ['1,000 wallets', wallets, trial.spread],
      ['one hot wallet', hot, trial.hot],
    ] as const) {
      const bare = await speedOf(among, (id) => bareTransaction(owner, id));
      const journal = await speedOf(among, (id) => journalTransaction(db, ledger, id));
      say(`bare, ${name}`, bare, bare);
      say(`journal, ${name}`, journal, bare);
      console.log(
        `  ${''.padEnd(34)}${`${(journal.perSecond / goal).toFixed(2)} of the trial's ${goal}`.padStart(48)}`,
      );
    }
    await reconcile(owner);
  } finally {
    await source.destroy();
    await owner.end();
  }
}

/** Every writer does one after the other until the time is up, each time on any of the wallets. */
async function speedOf(wallets: Wallets, once: (workspaceId: string) => Promise<unknown>): Promise<Speed> {
  const took: number[] = [];
  const began = performance.now();
  const until = began + seconds * 1_000;
  await Promise.all(
    Array.from({ length: writers }, async (_, writer) => {
      for (let turn = writer; performance.now() < until; turn += writers) {
        const started = performance.now();
        await once(wallets[(turn * 7_919) % wallets.length] as string);
        took.push(performance.now() - started);
      }
    }),
  );
  const ms = performance.now() - began;
  took.sort((a, b) => a - b);
  const at = (share: number) => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0;
  return { perSecond: (took.length * 1_000) / ms, msP50: at(0.5), msP99: at(0.99) };
}

/** As boosts, top-ups and vouchers write it: behind the walls, the legs summed at commit, balances by trigger. */
function journalTransaction(db: Db, ledger: LedgerService, workspaceId: string): Promise<string> {
  return db.inWorkspace(workspaceId, (tx) =>
    ledger.post(tx, { workspaceId, kind: 'top-up', subject: 'bench', at: new Date() }, [
      { account: 'topup', cents: -100 },
      { account: 'cash', cents: 100 },
    ]),
  );
}

async function bareTransaction(owner: pg.Pool, workspaceId: string): Promise<void> {
  const client = await owner.connect();
  try {
    await client.query('begin');
    for (const [name, cents] of [
      ['cash', 100],
      ['topup', -100],
    ] as const)
      await client.query(
        'update bench_balance set cents = cents + $3 where workspace_id = $1 and name = $2',
        [workspaceId, name, cents],
      );
    await client.query('commit');
  } finally {
    client.release();
  }
}

function say(name: string, { perSecond, msP50, msP99 }: Speed, bare: Speed): void {
  const cells = [
    Math.round(perSecond).toLocaleString('en'),
    `${msP50.toFixed(1)} ms`,
    `${msP99.toFixed(1)} ms`,
    (perSecond / bare.perSecond).toFixed(2),
  ];
  console.log(`  ${name.padEnd(34)}${cells.map((cell) => cell.padStart(12)).join('')}`);
}

/** Every money check of `npm run sum-check`, on the books of everybody. */
async function reconcile(owner: pg.Pool): Promise<void> {
  await manyRows(owner, legs);
  const { rows } = await owner.query<{ n: string }>('select count(*) as n from ledger_entry');
  console.log(`\nreconciling ${Number(rows[0]?.n).toLocaleString('en')} legs of the journal`);
  const began = performance.now();
  for (const { name, sql } of moneyChecks) {
    const started = performance.now();
    const { rows: answers } = await owner.query<{ different: string }>(sql);
    const seconds = ((performance.now() - started) / 1_000).toFixed(2);
    console.log(`  ${name.padEnd(84)}${`${seconds} s`.padStart(9)}  ${answers[0]?.different} differ`);
  }
  console.log(
    `  ${'all of them'.padEnd(84)}${`${((performance.now() - began) / 1_000).toFixed(2)} s`.padStart(9)}`,
  );
}
