import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { Db } from '../src/db/db';
import { dataSourceOptions } from '../src/db/data-source-options';
import { applicationUrl } from '../src/db/urls';
import { entities } from '../src/entities';
import { Refused } from '../src/http/refused';
import { LedgerService } from '../src/ledger/ledger.service';
import { RewardClaimsService } from '../src/rewards/reward-claims.service';
import { RewardProgressService } from '../src/rewards/reward-progress.service';
import { RewardsQueries } from '../src/rewards/rewards.queries';
import { VouchersService } from '../src/vouchers/vouchers.service';
import { manyDesks, notesOf, onePlan, readOnce } from './rewards-stage';
import { required } from './stage';

/**
 * `npm run bench -- rewards`: so many creators claim one plan at the same moment through the service, beside the same number
 * of bare UPDATE … RETURNING; then so many enrolled creators counted again, all of them and only those whose notes were read.
 */
const { values } = parseArgs({
  options: {
    claims: { type: 'string', default: '10000' },
    quota: { type: 'string', default: '1000' },
    enrolled: { type: 'string', default: '100000' },
    events: { type: 'string', default: '5000' },
  },
});
const [claims, quota, enrolled, events] = [values.claims, values.quota, values.enrolled, values.events].map(
  Number,
);
if (
  !claims ||
  !quota ||
  !enrolled ||
  !events ||
  claims > 100_000 ||
  enrolled > 1_000_000 ||
  events > enrolled
)
  throw new Error(
    '--claims, --quota, --enrolled and --events are whole numbers; no more events than enrolled',
  );
/** As a process of the product has them. */
const connections = 10;

const owner = new pg.Pool({ connectionString: required('DATABASE_URL'), max: connections });
const source = await new DataSource({
  ...dataSourceOptions(applicationUrl(required('DATABASE_URL')), connections),
  entities,
}).initialize();
try {
  const db = new Db(source);
  await claimAtOnce(db);
  await countAgain(db);
} finally {
  await source.destroy();
  await owner.end();
}

async function claimAtOnce(db: Db): Promise<void> {
  const ledger = new LedgerService();
  const service = new RewardClaimsService(
    db,
    ledger,
    new VouchersService(db, ledger),
    new RewardsQueries(db),
  );
  const planId = await onePlan(owner, quota ?? 0);
  const desks = await manyDesks(owner, planId, claims ?? 0, true);
  const said = new Map<string, number>();
  const began = performance.now();
  let lastIssued = began;
  await Promise.all(
    desks.map(async (workspaceId) => {
      const caller = { workspaceId, person: null, key: null, sessionHash: null };
      const word = await service.claim(caller, planId, { requestKey: randomUUID() }).then(
        () => {
          lastIssued = performance.now();
          return 'issued';
        },
        (error: unknown) => (error instanceof Refused ? error.code : String(error)),
      );
      said.set(word, (said.get(word) ?? 0) + 1);
    }),
  );
  const seconds = (performance.now() - began) / 1_000;
  const [found] = (
    await owner.query<{ issued: number; claims: number; desks: number; vouchers: number }>(
      `select (select issued from reward_plan where id = $1) as issued, count(*)::int as claims,
              count(distinct workspace_id)::int as desks,
              (select count(*)::int from voucher v join reward_claim c on v.id = any(c.voucher_ids) where c.plan_id = $1) as vouchers
         from reward_claim where plan_id = $1`,
      [planId],
    )
  ).rows;
  await owner.query('create table if not exists bench_place (id int primary key, taken int not null)');
  await owner.query('truncate bench_place');
  await owner.query('insert into bench_place values (1, 0)');
  const bareBegan = performance.now();
  await Promise.all(
    desks.map(() =>
      owner.query('update bench_place set taken = taken + 1 where id = 1 and taken < $1 returning taken', [
        quota,
      ]),
    ),
  );
  const bareSeconds = (performance.now() - bareBegan) / 1_000;
  const issuing = (lastIssued - began) / 1_000;
  const number = (value: number): string => value.toLocaleString('en', { maximumFractionDigits: 1 });
  console.log(
    `${number(claims ?? 0)} creators claim ${number(quota ?? 0)} places at the same moment, ${connections} connections`,
  );
  console.log(
    `  issued ${found?.issued}, claims ${found?.claims}, vouchers ${found?.vouchers}, desks ${found?.desks}; twice: ${(found?.claims ?? 0) - (found?.desks ?? 0)}`,
  );
  for (const [word, times] of [...said].sort())
    console.log(`  ${word.padEnd(28)}${number(times).padStart(10)}`);
  console.log(
    `  answered in ${number(seconds)} s: ${number((claims ?? 0) / seconds)} claims a second; issued ${number((found?.issued ?? 0) / issuing)} a second while places were left`,
  );
  console.log(
    `  bare UPDATE … RETURNING: ${number((claims ?? 0) / bareSeconds)} a second; ratio ${(bareSeconds / seconds).toFixed(3)}\n`,
  );
  if (
    found?.issued !== Math.min(quota ?? 0, claims ?? 0) ||
    found.claims !== found.desks ||
    found.vouchers !== found.claims
  )
    process.exitCode = 1;
}

async function countAgain(db: Db): Promise<void> {
  const progress = new RewardProgressService(db);
  const planId = await onePlan(owner, 1_000);
  const desks = await manyDesks(owner, planId, enrolled ?? 0, false);
  for (let from = 0; from < desks.length; from += 10_000)
    await notesOf(owner, desks.slice(from, from + 10_000));
  const drain = async (now: Date): Promise<number> => {
    let done = 0;
    for (;;) {
      const counted = await progress.measureDue(now);
      if (counted === 0) return done;
      done += counted;
    }
  };
  // By tomorrow's clock: what is due then the product's own worker, which runs beside this, leaves alone.
  const tomorrow = new Date(Date.now() + 86_400_000);
  await drain(tomorrow);
  await owner.query('vacuum analyze reward_enrolment');

  await owner.query('update reward_enrolment set measure_at = $2 where plan_id = $1', [planId, tomorrow]);
  const fullBegan = performance.now();
  const all = await drain(tomorrow);
  const fullMs = performance.now() - fullBegan;
  await owner.query('vacuum analyze reward_enrolment');

  const read = desks.filter((_, at) => at % Math.floor(desks.length / (events ?? 1)) === 0).slice(0, events);
  await readOnce(owner, read);
  const began = performance.now();
  // As they come: the marks of a second together.
  for (let from = 0; from < read.length; from += 500)
    await progress.mark(read.slice(from, from + 500), tomorrow);
  const some = await drain(tomorrow);
  const ms = performance.now() - began;
  console.log(`${desks.length.toLocaleString('en')} enrolled creators, two notes each`);
  console.log(
    `  counted all: ${all} in ${(fullMs / 1_000).toFixed(1)} s, ${((1_000 * fullMs) / all).toFixed(0)} µs each`,
  );
  console.log(
    `  ${read.length} events on as many desks: ${some} counted in ${(ms / 1_000).toFixed(2)} s, ${((1_000 * ms) / read.length).toFixed(0)} µs an event`,
  );
  console.log(
    `  of counting all after every such batch: ${(ms / fullMs).toFixed(4)}; of counting all after every event: 1 / ${Math.round(fullMs / (ms / read.length)).toLocaleString('en')}`,
  );
  if (some !== read.length) process.exitCode = 1;
}
