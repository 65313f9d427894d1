import { Injectable } from '@nestjs/common';
import { Db } from '../db/db';
import { HandlesJob } from '../jobs/handles-job';

/** Notes summed in one transaction: some tenths of a second, so that nobody waits behind it. */
const batch = 2_000;

/**
 * The sums that lists of notes are sorted by, kept from the runs and a few seconds behind them. Ingest knows nothing of
 * it: its statement is the hottest of all, and four more indexes would be paid on every event.
 */
@Injectable()
export class NoteTotals {
  constructor(private readonly db: Db) {}

  /** Sums every note that was never summed, and those that readers or a verdict moved since. Returns how many changed. */
  @HandlesJob('note-totals')
  async refresh(): Promise<number> {
    const [last] = await this.db.asEngine((tx) =>
      tx.query<{ begun: string; since: string | null }[]>(
        'select now()::text as begun, totals_summed_at::text as since from installation',
      ),
    );
    if (!last) return 0;
    let changed = 0;
    for (;;) {
      const fresh = await this.ids('select note_id as id from note_totals where summed_at is null limit $1', [
        batch,
      ]);
      changed += await this.sum(fresh);
      if (fresh.length < batch) break;
    }
    const moved = last.since === null ? [] : await this.ids(movedNotes, [last.since]);
    for (let at = 0; at < moved.length; at += batch) changed += await this.sum(moved.slice(at, at + batch));
    // Only now: a worker that dies on the way leaves the mark where it was, and the next one sums again.
    await this.db.asEngine((tx) =>
      tx.query('update installation set totals_summed_at = greatest(totals_summed_at, $1::timestamptz)', [
        last.begun,
      ]),
    );
    return changed;
  }

  private async ids(sql: string, parameters: unknown[]): Promise<string[]> {
    const rows = await this.db.asEngine((tx) => tx.query<{ id: string }[]>(sql, parameters));
    return rows.map(({ id }) => id);
  }

  private async sum(ids: string[]): Promise<number> {
    if (ids.length === 0) return 0;
    const rows = await this.db.asEngine((tx) =>
      tx.query<unknown[]>(`with summed as (${summing}) select from summed`, [ids]),
    );
    return rows.length;
  }
}

/**
 * Notes with events or verdicts since the last sums. Hours are counted whole, so the hour is asked from its beginning, and a
 * minute earlier for transactions that were still under way; what did not change is not written again.
 */
const movedNotes = `
  with since as (select $1::timestamptz - interval '1 minute' as at)
  select distinct moved.id from since, workspace, lateral (
    select note_id as id from engagement_hour where workspace_id = workspace.id and hour >= date_trunc('hour', since.at)
    union
    select note_id from pool_decision where workspace_id = workspace.id and decided_at >= since.at
  ) moved`;

/** Rows in the order of their ids: two workers that sum at the same moment wait for each other instead of deadlocking. */
const summing = `
  update note_totals kept set impressions = now.impressions, reads = now.reads, ctr = now.ctr, lift = now.lift, summed_at = now()
  from (
    select held.note_id, coalesce(run.impressions, 0) as impressions, coalesce(run.reads, 0) as reads,
      coalesce(run.reads / nullif(run.impressions, 0)::float8, -1) as ctr, coalesce(verdict.lift, -1) as lift
    from (select note_id from note_totals where note_id = any($1::uuid[]) order by note_id for update) held
    cross join lateral (
      select sum(impressions)::bigint as impressions, sum(clicks)::bigint as reads from pool_run where note_id = held.note_id
    ) run
    left join lateral (
      select (verdict -> 'estimate' ->> 'lift')::float8 as lift from pool_decision
      where note_id = held.note_id order by level desc, decided_at desc limit 1
    ) verdict on true
  ) now
  where kept.note_id = now.note_id and (kept.summed_at is null
    or (kept.impressions, kept.reads, kept.ctr, kept.lift) is distinct from (now.impressions, now.reads, now.ctr, now.lift))
  returning kept.note_id`;
