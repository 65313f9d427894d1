import type { WriteRule } from '@poolrise/contracts';
import { randomUUID } from 'node:crypto';
import type { Db } from '../src/db/db';
import { RuleWatch } from '../src/rules/rule-watch';
import { RulesQueries } from '../src/rules/rules.queries';
import { RulesService } from '../src/rules/rules.service';
import { deafJobs } from './deaf-jobs';
import { moneyOn } from './money';

/** Rules on a database, wired as the module wires them. */
export function rulesOn(db: Db) {
  const { boosts, ledger } = moneyOn(db);
  return {
    rules: new RulesService(db, deafJobs),
    queries: new RulesQueries(db),
    watch: new RuleWatch(db, boosts, ledger),
    boosts,
  };
}

/** Below 3 % of clicks after 1,000 impressions within a day the boost is stopped. */
export const aRule = (ask: Partial<WriteRule> = {}): WriteRule => ({
  name: 'Few clicks',
  campaignId: null,
  condition: {
    metric: 'ctrPaid',
    comparison: 'below',
    value: 0.03,
    leastImpressions: 1_000,
    windowHours: 24,
  },
  action: 'stop-boost',
  requestKey: randomUUID(),
  ...ask,
});

/** What readers did with a boost in the full hours before `now`, the latest first. */
export async function hoursOf(
  db: Db,
  boostId: string,
  hours: [impressions: number, reads: number][],
  now = new Date(),
): Promise<void> {
  await db.asEngine(async (tx) => {
    for (const [at, [impressions, reads]] of hours.entries())
      await tx.query(
        `insert into boost_hour (boost_id, workspace_id, hour, impressions, clicks)
         select id, workspace_id, date_trunc('hour', $4::timestamptz) - make_interval(hours => $5), $2, $3 from boost where id = $1`,
        [boostId, impressions, reads, now, at + 1],
      );
    await tx.query(
      `update boost set delivered_impressions = (select sum(impressions) from boost_hour where boost_id = $1),
              launched_at = least(launched_at, $3::timestamptz), starts_at = date_trunc('hour', $3::timestamptz) - make_interval(hours => $2)
        where id = $1`,
      [boostId, hours.length, now],
    );
  });
}
