import { Injectable } from '@nestjs/common';
import { engagementKinds, type LiftRegistration, liftTerms, rails } from '@poolrise/domain';
import { Db } from '../db/db';
import { HandlesJob } from '../jobs/handles-job';
import { announce } from '../live/announce';

/** Readers counted in one transaction. */
const batch = 1_000;
/** Batches of one boost in a round; what is left is due at the next one. */
const batchesMax = 50;
/** Who was in which arm is forgotten so many days after a trial; what was counted of it stays. */
const keptDays = 30;
/** Trials whose readers are forgotten in one round. */
const forgottenAtOnce = 20;
/** Nobody comes back to a trial that was forgotten so long ago. */
const lookedBackDays = 90;

const kinds = (...names: (typeof engagementKinds)[number][]): string =>
  names.map((name) => engagementKinds.indexOf(name)).join(', ');
const paid = rails.indexOf('paid');

/**
 * Counts readers whose time is over. What a reader did is looked up by the pages they were served within it, in the order of
 * readers and pages; the row of the reader is marked in the same statement, so that each is counted once.
 */
const countReaders = `
with due as materialized (
  select reader_key, arm, first_at, first_at + make_interval(hours => $2) as until from boost_opportunity
  where boost_id = $1 and counted_at is null and first_at <= $3::timestamptz - make_interval(hours => $2 + $4)
  order by first_at limit ${batch} for update skip locked
), acts as (
  select due.reader_key,
    bool_or(event.note_id = $5 and event.kind = ${kinds('click')}) as reader,
    bool_or(event.note_id = $5 and event.kind in (${kinds('like', 'collect', 'comment', 'share', 'follow')})) as engager,
    bool_or(event.note_id <> $5 and event.kind = ${kinds('impression')} and event.rail <> ${paid}) as other_shown,
    bool_or(event.note_id <> $5 and event.kind = ${kinds('impression')} and event.rail = ${paid}) as other_advertised,
    bool_or(event.note_id <> $5 and event.kind = ${kinds('click')}) as other_read
  from due
  join feed_page page on page.reader_key = due.reader_key and page.served_at >= due.first_at and page.served_at < due.until
  join engagement_event event on event.page_id = page.id and event.at < due.until
  join note on note.id = event.note_id and note.workspace_id = $6
  group by due.reader_key
), counted as (
  update boost_opportunity seen set counted_at = $3 from due
  where seen.boost_id = $1 and seen.reader_key = due.reader_key
)
insert into boost_lift_hour (boost_id, hour, arm, workspace_id, readers, readers_acting, engagers_acting, other_shown, other_advertised, other_read)
select $1, date_trunc('hour', due.until), due.arm, $6, count(*),
  count(*) filter (where acts.reader), count(*) filter (where acts.engager), count(*) filter (where acts.other_shown),
  count(*) filter (where acts.other_advertised), count(*) filter (where acts.other_read)
from due left join acts on acts.reader_key = due.reader_key
group by date_trunc('hour', due.until), due.arm order by 2, 3
on conflict on constraint boost_lift_hour_pkey do update set readers = boost_lift_hour.readers + excluded.readers,
  readers_acting = boost_lift_hour.readers_acting + excluded.readers_acting,
  engagers_acting = boost_lift_hour.engagers_acting + excluded.engagers_acting,
  other_shown = boost_lift_hour.other_shown + excluded.other_shown,
  other_advertised = boost_lift_hour.other_advertised + excluded.other_advertised,
  other_read = boost_lift_hour.other_read + excluded.other_read
returning readers`;

interface TrialRow {
  id: string;
  workspace_id: string;
  note_id: string;
  holdout: LiftRegistration;
}

/** Counts the readers of trials, each once, when their time is over; and forgets who they were a month after the trial. */
@Injectable()
export class LiftCountsService {
  constructor(private readonly db: Db) {}

  /**
   * Counts what is due, boost by boost. Returns how many boosts moved.
   * @throws AggregateError after the others were counted, when some could not be.
   */
  @HandlesJob('boost-lift')
  async countDue(now = new Date()): Promise<number> {
    const trials = await this.db.asEngine((tx) =>
      tx.query<TrialRow[]>(
        `select id, workspace_id, note_id, holdout from boost
          where holdout is not null and ends_at > $1::timestamptz - make_interval(days => $2) and starts_at <= $1 order by ends_at`,
        [now, keptDays],
      ),
    );
    let moved = 0;
    const failures: unknown[] = [];
    for (const trial of trials) {
      const counted = await this.count(trial, now).catch((error: unknown) => failures.push(error) === 0);
      if (counted) moved++;
    }
    await this.forget(now);
    if (failures.length > 0)
      throw new AggregateError(failures, `The readers of ${failures.length} boosts could not be counted`);
    return moved;
  }

  private async count(trial: TrialRow, now: Date): Promise<boolean> {
    let any = false;
    for (let round = 0; round < batchesMax; round++) {
      const more = await this.db.asEngine(async (tx) => {
        const rows = await tx.query<unknown[]>(countReaders, [
          trial.id,
          trial.holdout.windowHours,
          now,
          liftTerms.graceHours,
          trial.note_id,
          trial.workspace_id,
        ]);
        if (rows.length) await announce(tx, trial.workspace_id, 'boosts');
        return rows.length > 0;
      });
      if (!more) break;
      any = true;
    }
    return any;
  }

  /** A few trials a round: each is looked for by the key of its rows, so that none of those who are kept is read. */
  private forget(now: Date): Promise<void> {
    return this.db.asEngine(async (tx) => {
      const over = await tx.query<{ id: string }[]>(
        `select id from boost cross join lateral (select from boost_opportunity where boost_id = boost.id limit 1) kept
          where holdout is not null
            and ends_at <= $1::timestamptz - make_interval(days => $2) and ends_at > $1::timestamptz - make_interval(days => $3)
          limit ${forgottenAtOnce}`,
        [now, keptDays, lookedBackDays],
      );
      const ids = over.map(({ id }) => id);
      if (ids.length) await tx.query('delete from boost_opportunity where boost_id = any($1::uuid[])', [ids]);
    });
  }
}
