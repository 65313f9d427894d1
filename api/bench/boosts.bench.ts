import { boostTerms, rails } from '@poolrise/domain';
import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { applicationTag, ImpressionTokens, unknownPlace } from '../src/engagement/impression-token';
import { moneyChecks } from '../src/insights/sum-check.money';
import { aLaunch, type BoostingBrand, boostingBrands, readerApplication } from './boosts-stage';
import { closedLoop, post } from './load';
import { required } from './stage';

/**
 * `npm run bench -- boosts`: the money of many boosts, all the way through the product. They are launched through HTTP;
 * impressions of them are reported, every report twice, while half of them are stopped; some are delivered beyond their
 * plan; the windows of the rest end, and the worker settles them, those of one brand and then those of all others at once. Then
 * every boost must add up to the cent.
 * `--boosts N`, `--brands N`, `--impressions N` (a boost) set how many.
 */
const { values } = parseArgs({
  options: {
    boosts: { type: 'string', default: '10000' },
    brands: { type: 'string', default: '100' },
    impressions: { type: 'string', default: '30' },
  },
});
const [boosts, brands, impressions] = [
  Number(values.boosts),
  Number(values.brands),
  Number(values.impressions),
];
if (!(boosts >= 10 && boosts <= 100_000)) throw new Error('--boosts is from 10 to 100,000');
if (!(brands >= 2 && brands <= boosts)) throw new Error('--brands is from 2 to the number of boosts');
if (!(impressions >= 1 && impressions <= 1_000)) throw new Error('--impressions is from 1 to 1,000');

const clients = 32;
const eventsAtOnce = 500;
const api = required('API_URL');
const owner = new pg.Pool({ connectionString: required('DATABASE_URL'), max: 4 });
const line = (name: string, value: string) => console.log(`  ${name.padEnd(60)}${value.padStart(16)}`);
const whole = (value: number) => Math.round(value).toLocaleString('en');

interface Launched {
  id: string;
  noteId: string;
  brand: BoostingBrand;
}

try {
  const stage = await boostingBrands(owner, {
    brands,
    notes: boosts,
    budgetCents: boostTerms.minBudgetCents,
  });
  const launched = await launchAll(stage);
  await deliver(launched, stage[0] as BoostingBrand);
  await settle(launched.length, stage[0] as BoostingBrand);
  await addUp(launched.length);
} finally {
  await owner.end();
}

/** One boost on every note, of all brands in turn. */
async function launchAll(stage: BoostingBrand[]): Promise<Launched[]> {
  const launched: Launched[] = [];
  const most = Math.max(...stage.map(({ noteIds }) => noteIds.length));
  const asks: { brand: BoostingBrand; noteId: string }[] = [];
  for (let at = 0; at < most; at++)
    for (const brand of stage) {
      const noteId = brand.noteIds[at];
      if (noteId !== undefined && asks.length < boosts) asks.push({ brand, noteId });
    }
  const load = await closedLoop(
    asks.map((_, at) => String(at)),
    clients,
    async (at) => {
      const { brand, noteId } = asks[Number(at)] as (typeof asks)[number];
      const body = aLaunch(noteId, boostTerms.minBudgetCents);
      const answer = await post(`${api}/api/v1/boosts`, body, brand.headers);
      if (answer.status !== 201)
        throw new Error(`a launch was answered with ${answer.status}: ${answer.body}`);
      launched.push({ id: (JSON.parse(answer.body) as { id: string }).id, noteId, brand });
      return true;
    },
  );
  line(`launches a second, ${clients} clients`, whole(load.perSecond));
  line('  p50, p99', `${load.p50.toFixed(0)}, ${load.p99.toFixed(0)} ms`);
  return launched;
}

/** Reports impressions of every boost, each twice, while every second boost of all brands but one is stopped in the middle of it. */
async function deliver(launched: Launched[], unstopped: BoostingBrand): Promise<void> {
  const application = await readerApplication(owner);
  const tokens = new ImpressionTokens(application.secret);
  const tag = applicationTag(application.id);
  const expiresAt = Math.floor(Date.now() / 1000) + 3_000;
  const rail = rails.indexOf('paid');
  const events = launched.flatMap(({ id, noteId }, boost) =>
    Array.from({ length: impressions }, (_, at) => ({
      id: randomUUID(),
      kind: 'impression',
      token: tokens.sign(
        {
          pageId: 2 ** 40 + boost * impressions + at,
          position: 6,
          rail,
          level: 1,
          placement: 0,
          expiresAt,
          reader: 1 + ((boost * 31 + at) % 1_000_000),
          ...unknownPlace,
          noteId,
          boostId: id,
          search: null,
        },
        tag,
      ),
    })),
  );
  for (let at = events.length - 1; at > 0; at--) {
    const other = Math.floor(Math.random() * (at + 1));
    [events[at], events[other]] = [events[other] as (typeof events)[0], events[at] as (typeof events)[0]];
  }
  const bodies: string[] = [];
  for (let at = 0; at < events.length; at += eventsAtOnce) {
    const body = JSON.stringify({ events: events.slice(at, at + eventsAtOnce) });
    bodies.push(body, body);
  }
  const reporting = closedLoop(bodies, 8, async (body) => {
    const answer = await post(`${api}/api/v1/engagements`, body, {
      authorization: `Bearer ${application.token}`,
    });
    if (answer.status !== 200) throw new Error(`events were answered with ${answer.status}: ${answer.body}`);
    return true;
  });
  const stopping = closedLoop(
    launched.flatMap(({ brand }, at) => (at % 2 === 0 && brand !== unstopped ? [String(at)] : [])),
    4,
    async (at) => {
      const { id, brand } = launched[Number(at)] as Launched;
      const answer = await post(`${api}/api/v1/boosts/${id}/stop`, '{}', brand.headers);
      if (answer.status >= 300) throw new Error(`a stop was answered with ${answer.status}: ${answer.body}`);
      return true;
    },
  );
  const [reported, stopped] = await Promise.all([reporting, stopping]);
  line('impressions a second, each reported twice', whole((reported.perSecond * eventsAtOnce) / 2));
  line('stops a second, meanwhile', whole(stopped.perSecond));
}

/**
 * Delivers every fifth of what runs beyond its plan, as a crowd of late reports would, and lets every window end: first those of one
 * brand, whose wallet is settled by one hand, then those of all others, which are settled side by side.
 */
async function settle(launched: number, one: BoostingBrand): Promise<void> {
  await owner.query(
    `update boost set delivered_impressions = planned_impressions + 1 + (planned_impressions % 7)
      where ended_at is null and ('x' || substr(id::text, 1, 4))::bit(16)::int % 5 = 0`,
  );
  const alone = await settled('workspace_id = $1', one);
  const sideBySide = await settled('workspace_id <> $1', one);
  line('boosts of one brand settled by the worker a second', whole(1_000 / alone.ms));
  line('boosts of all other brands settled by the worker a second', whole(1_000 / sideBySide.ms));
  line('  milliseconds a boost', sideBySide.ms.toFixed(2));
  line('  times as fast side by side', (alone.ms / sideBySide.ms).toFixed(2));
  line(
    'boosts in all, stopped while events came',
    `${whole(launched)}, ${whole(launched - alone.boosts - sideBySide.boosts)}`,
  );
}

/** Milliseconds a boost, from the first that was settled: what the worker waited for its turn before is not counted. */
async function settled(which: string, brand: BoostingBrand): Promise<{ boosts: number; ms: number }> {
  const open = async (): Promise<number> => {
    const { rows } = await owner.query<{ n: string }>(
      `select count(*) as n from boost where ended_at is null and ${which}`,
      [brand.workspaceId],
    );
    return Number(rows[0]?.n);
  };
  await owner.query(
    `update boost set starts_at = starts_at - interval '2 days', ends_at = now(), next_settle_at = now()
      where ended_at is null and ${which}`,
    [brand.workspaceId],
  );
  const boosts = await open();
  const deadline = performance.now() + 600_000;
  let began: { at: number; left: number } | null = null;
  for (let left = boosts; left > 0; left = await open()) {
    if (left < boosts) began ??= { at: performance.now(), left };
    if (performance.now() > deadline) throw new Error(`${left} boosts were not settled in ten minutes`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return { boosts, ms: began ? (performance.now() - began.at) / began.left : NaN };
}

/** What may never be: more spent than planned or reserved, a cent that is nowhere, a journal that does not close. */
async function addUp(launched: number): Promise<void> {
  const { rows } = await owner.query<Record<string, string>>(
    `select count(*) as boosts, sum(spent_cents) as spent, sum(delivered_impressions) as delivered,
            count(*) filter (where delivered_impressions > planned_impressions) as beyond,
            count(*) filter (where spent_cents > budget_cents
              or spent_cents > ceil(least(delivered_impressions, planned_impressions) * cents_per_thousand / 1000.0)) as over,
            count(*) filter (where spent_cents + refunded_cents + lapsed_cents <> budget_cents) as lost
       from boost`,
  );
  const [sums = {}] = rows;
  const wallets = await owner.query<{ n: string }>(
    `select count(*) as n from (
       select a.workspace_id, max(a.balance_cents) filter (where a.name = 'cash') as cash,
              -max(a.balance_cents) filter (where a.name = 'topup') as paid_in,
              (select coalesce(sum(spent_cents), 0) from boost b where b.workspace_id = a.workspace_id) as spent
         from ledger_account a group by a.workspace_id) w where cash + spent <> paid_in`,
  );
  line('impressions delivered', whole(Number(sums['delivered'])));
  line('spent, cents', whole(Number(sums['spent'])));
  line('delivered beyond the plan', whole(Number(sums['beyond'])));
  line('spent more than delivered, planned or reserved', whole(Number(sums['over'])));
  line('spent, refunded and lapsed are not the budget', whole(Number(sums['lost'])));
  line('wallets whose cash is not what was paid in less what was spent', whole(Number(wallets.rows[0]?.n)));
  let differ = 0;
  for (const { name, sql } of moneyChecks) {
    const answer = await owner.query<{ different: string }>(sql);
    const different = Number(answer.rows[0]?.different);
    if (different > 0) console.log(`  ${different} differ: ${name}`);
    differ += different;
  }
  line('rows that differ in all checks of money', whole(differ));
  const wrong = differ + Number(sums['over']) + Number(sums['lost']) + Number(wallets.rows[0]?.n);
  if (wrong > 0 || Number(sums['boosts']) !== launched)
    throw new Error('the money of the boosts does not add up');
}
