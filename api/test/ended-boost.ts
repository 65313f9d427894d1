import type { TestDatabase } from './database';
import type { PooledNote } from './notes';

const hourMs = 3_600_000;

/** A boost that ended six hours ago, after a day: ten thousand paid impressions, and so many reads of them. */
export async function anEndedBoost(
  database: TestDatabase,
  { workspaceId, noteId }: PooledNote,
  reads: number,
  now = new Date(),
): Promise<void> {
  const hoursAgo = (hours: number): Date => new Date(now.getTime() - hours * hourMs);
  await database.owner(
    `with made as (
       insert into boost (workspace_id, note_id, request_key, request_hash, goal, budget_cents, voucher_cents, wallet_cents,
         cents_per_thousand, planned_impressions, audience, state, starts_at, ends_at, launched_at, ended_at, delivered_impressions)
       values ($1, $2, gen_random_uuid(), '', 'reads', 7500, 0, 7500, 1500, 10000, '{}', 'completed', $3, $4, $3, $4, 10000) returning id)
     insert into boost_hour (boost_id, workspace_id, hour, impressions, clicks) select id, $1, date_trunc('hour', $3::timestamptz), 10000, $5 from made`,
    [workspaceId, noteId, hoursAgo(30), hoursAgo(6), reads],
  );
}
