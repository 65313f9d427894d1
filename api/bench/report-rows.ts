import { ReportSpec } from '@poolrise/contracts';
import { planReport } from '@poolrise/domain';
import { performance } from 'node:perf_hooks';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../src/db/data-source-options';
import { Db } from '../src/db/db';
import { applicationUrl } from '../src/db/urls';
import { EngagementDays } from '../src/engagement/engagement-days';
import { entities } from '../src/entities';
import { hostedHoursStatement } from '../src/reports/facts/hosted-hours';
import { groupsMost } from '../src/reports/gather';
import { runReport } from '../src/reports/run-report';

const days = 180;
const firstDay = '2026-01-01';
const lastDay = '2026-06-29';
/** by hour a report has 31 days at most */
const lastMonth = '2026-05-30';

/**
 * A report over millions of hours: at the database with its plan, and as a whole; before anything is summed, from sums as the
 * worker keeps them, and by the clock of another zone.
 */
export async function benchReport(databaseUrl: string, hours: number): Promise<void> {
  const owner = new pg.Client(databaseUrl);
  await owner.connect();
  const source = await new DataSource({
    ...dataSourceOptions(applicationUrl(databaseUrl), 2),
    entities,
  }).initialize();
  try {
    const db = new Db(source);
    const began = performance.now();
    const { workspaceId, rows } = await seed(owner, Math.ceil(hours / (days * 24)));
    console.log(
      `\n${rows.toLocaleString('en')} engagement hours of one workspace, written in ${seconds(performance.now() - began)}`,
    );
    for (const { name, spec } of reports) await measure(db, workspaceId, `${name}, nothing summed`, spec);
    const { rows: early } = await owner.query('select from engagement_day_kept where workspace_id = $1', [
      workspaceId,
    ]);
    if (early.length) console.log(`  (the worker of the product summed ${early.length} days meanwhile)`);
    const summing = performance.now();
    const job = new EngagementDays(db);
    let summed = 0;
    for (let now = 0; (now = await job.sumDue()) > 0;) summed += now;
    await owner.query('vacuum analyze engagement_day, engagement_hour_sum');
    console.log(`  ${summed} days that are over, summed in ${seconds(performance.now() - summing)}`);
    for (const { name, spec } of reports) await measure(db, workspaceId, name, spec, true);
    // Days of another clock are summed by nobody.
    for (const { name, spec } of reports)
      await measure(db, workspaceId, `${name}, in New York`, { ...spec, timeZone: 'America/New_York' }, true);
  } finally {
    await source.destroy();
    await owner.end();
  }
}

const seconds = (ms: number): string => `${(ms / 1_000).toFixed(2)} s`;

async function seed(owner: pg.Client, notes: number): Promise<{ workspaceId: string; rows: number }> {
  const { rows: founded } = await owner.query<{ id: string }>(
    `insert into workspace (kind, name) values ('brand', 'Bench of reports') returning id`,
  );
  const workspaceId = founded[0]?.id ?? '';
  await owner.query(
    `with writers as (
       insert into creator (name, red_id, followers, gender, city_tier, categories)
       select 'Writer ' || n, gen_random_uuid(), n * 997 % 900000, 'female', 'tier1', '{food}' from generate_series(1, $2::int) n returning id)
     insert into note (workspace_id, creator_id, request_key, type, title, body, topics, category, language, disclosure,
       cover_hue, keywords, keyword_weights, audit_state, state, published_at)
     select $1, id, gen_random_uuid(), 'image', 'Note', '', '{}', 'food', 'zh', 'none', 1, '{}', '{}', 'passed', 'stopped', $3::date
     from writers`,
    [workspaceId, notes, firstDay],
  );
  const { rowCount } = await owner.query(
    `insert into engagement_hour (note_id, workspace_id, hour, level, rail, impressions, clicks, likes, collects, comments, shares, follows, dwell_seconds)
     select note.id, $1, ($2::date::timestamp at time zone 'Asia/Shanghai') + hour * interval '1 hour', 2, hour % 4,
       200 + hour % 97, 20 + hour % 13, 3, 2, 1, 1, 0, 400
     from note cross join generate_series(0, $3::int - 1) hour where note.workspace_id = $1`,
    [workspaceId, firstDay, days * 24],
  );
  await owner.query('vacuum analyze engagement_hour, note, creator');
  return { workspaceId, rows: rowCount ?? 0 };
}

const aSpec = (dimensions: string[], metrics: string[], from = firstDay) =>
  ReportSpec.parse({
    metrics,
    dimensions,
    period: { from, to: lastDay },
    sort: { by: metrics[0] },
    rowLimit: 200,
  });
const reports = [
  {
    name: 'by day',
    spec: aSpec(['day'], ['impressions', 'ctrNatural', 'interactions', 'interactionRatePerRead']),
  },
  { name: 'by day and placement', spec: aSpec(['day', 'placement'], ['impressions', 'clicks']) },
  { name: 'by note', spec: aSpec(['note'], ['impressions', 'ctr', 'interactions']) },
  { name: 'by day and category', spec: aSpec(['day', 'category'], ['impressions', 'ctr']) },
  { name: 'by hour, 31 days', spec: aSpec(['hour'], ['impressions', 'ctr'], lastMonth) },
  { name: 'by hour and tier, 31 days', spec: aSpec(['hour', 'tier'], ['impressions', 'ctr'], lastMonth) },
];

/** The one statement over the hours under EXPLAIN, the fastest of three; then the report as it is served. */
async function measure(
  db: Db,
  workspaceId: string,
  name: string,
  spec: ReportSpec,
  withPlan = false,
): Promise<void> {
  await db.inWorkspace(workspaceId, async (tx) => {
    const byNote = false;
    const facts = planReport(spec).reads.find(({ table }) => table === 'hosted-hours')?.facts ?? [];
    const { sql, values } = await hostedHoursStatement(
      { tx, spec, period: spec.period, facts, byNote },
      groupsMost,
    );
    let best = Infinity;
    let plan: string[] = [];
    for (let times = 0; times < 3; times++) {
      const lines = (
        await tx.query<{ 'QUERY PLAN': string }[]>(`explain (analyze, buffers, timing off) ${sql}`, values)
      ).map((line) => line['QUERY PLAN']);
      const ms = Number(/Execution Time: ([\d.]+)/.exec(lines.at(-1) ?? '')?.[1]);
      if (ms < best) [best, plan] = [ms, lines];
    }
    const began = performance.now();
    const { rowsInAll } = await runReport(tx, spec, new Date());
    console.log(
      `  ${name.padEnd(36)} at the database ${seconds(best).padStart(7)}   as served ${seconds(performance.now() - began).padStart(7)}   ${rowsInAll} rows`,
    );
    if (withPlan) console.log(plan.map((line) => `      ${line}`).join('\n'));
  });
}
