import { oddsRecord, type OddsRecord, type ToldOdds } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';

/** The newest odds that are looked at, as many as verdicts. */
const most = 5_000;

/** Odds that notes within reach were told before publishing, in the period, against their first verdict; each workspace along its index. */
const sql = `
  select told.probability, told.low, told.high, verdict.outcome = 'pass' as passed
    from workspace w cross join lateral (
      select * from guidance_prediction where workspace_id = w.id and at >= $1 order by at desc limit ${most}
    ) told
    join lateral (
      select outcome from pool_decision where note_id = told.note_id and level = 0 order by decided_at limit 1
    ) verdict on true
   order by told.at desc limit ${most}`;

export async function toldOdds(tx: EntityManager, from: Date): Promise<OddsRecord> {
  return oddsRecord(await tx.query<ToldOdds[]>(sql, [from]));
}
